//! The logo of the organisation that reports: a PNG or JPEG file, checked before it stands in a report.
//!
//! A PNG is decoded to 8 bits of grey or sRGB, with its transparency apart; a JPEG is embedded as it is. The
//! same file gives the same bytes.

use std::io::Cursor;

use png::{ColorType, Decoder, Transformations};
use zune_jpeg::JpegDecoder;
use zune_jpeg::zune_core::bytestream::ZCursor;
use zune_jpeg::zune_core::colorspace::ColorSpace;

/// The largest file, in bytes; a logo of the size it is printed in takes a hundredth of it.
pub const MOST_BYTES: usize = 2 * 1024 * 1024;
/// The longest side, in pixels.
const MOST_PIXELS: u32 = 4000;

/// Why a file cannot be a logo.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum LogoError {
    #[error("it is neither a PNG nor a JPEG file")]
    Kind,
    #[error("it is larger than 2 MB")]
    Bytes,
    #[error("one of its sides is longer than {MOST_PIXELS} pixels, or has none")]
    Pixels,
    #[error("it is damaged")]
    Damaged,
    #[error("its colours are meant for a printing press (CMYK)")]
    Colours,
}

impl LogoError {
    /// What makes the file usable.
    #[must_use]
    pub fn help(self) -> &'static str {
        match self {
            Self::Kind => "save the logo as PNG or JPEG; a drawing (SVG) can be exported as PNG",
            Self::Bytes | Self::Pixels => {
                "save a smaller copy; 600 pixels across are sharp in print"
            }
            Self::Damaged => "open it in a picture program and save it again",
            Self::Colours => "save it in RGB or grey",
        }
    }
}

/// A picture that a report can show.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Logo {
    /// The file as it was given.
    file: Vec<u8>,
    pub(super) width: u32,
    pub(super) height: u32,
    pub(super) pixels: Pixels,
}

/// What a printed report embeds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Pixels {
    /// The file itself, with this many components a pixel: 1 or 3.
    Jpeg { components: usize },
    /// Rows of 8-bit samples, 1 or 3 a pixel, and the opacity of each pixel where it is not full.
    Plain {
        components: usize,
        samples: Vec<u8>,
        opacity: Option<Vec<u8>>,
    },
}

impl Logo {
    /// Reads and checks a file.
    ///
    /// # Errors
    /// If it is no PNG or JPEG in grey or RGB, damaged, or too large.
    pub fn read(file: Vec<u8>) -> Result<Self, LogoError> {
        if file.len() > MOST_BYTES {
            return Err(LogoError::Bytes);
        }
        match file.as_slice() {
            [0x89, b'P', b'N', b'G', ..] => Self::png(file),
            [0xff, 0xd8, 0xff, ..] => Self::jpeg(file),
            _ => Err(LogoError::Kind),
        }
    }

    fn png(file: Vec<u8>) -> Result<Self, LogoError> {
        let mut decoder = Decoder::new(Cursor::new(&file));
        decoder.set_transformations(Transformations::normalize_to_color8());
        let mut reader = decoder.read_info().map_err(|_| LogoError::Damaged)?;
        let (width, height) = sides(reader.info().width, reader.info().height)?;
        let size = reader.output_buffer_size().ok_or(LogoError::Pixels)?;
        let mut samples = vec![0; size];
        let frame = reader
            .next_frame(&mut samples)
            .map_err(|_| LogoError::Damaged)?;
        samples.truncate(frame.buffer_size());
        let (components, has_opacity) = match frame.color_type {
            ColorType::Grayscale => (1, false),
            ColorType::GrayscaleAlpha => (1, true),
            ColorType::Rgba => (3, true),
            ColorType::Rgb | ColorType::Indexed => (3, false),
        };
        let pixels = plain(samples, components, has_opacity);
        Ok(Self {
            file,
            width,
            height,
            pixels,
        })
    }

    fn jpeg(mut file: Vec<u8>) -> Result<Self, LogoError> {
        let mut decoder = JpegDecoder::new(ZCursor::new(&file));
        decoder.decode_headers().map_err(|_| LogoError::Damaged)?;
        let info = decoder.info().ok_or(LogoError::Damaged)?;
        let (width, height) = sides(info.width.into(), info.height.into())?;
        let components = match decoder.input_colorspace() {
            Some(ColorSpace::Luma) => 1,
            Some(ColorSpace::YCbCr | ColorSpace::RGB) => 3,
            _ => return Err(LogoError::Colours),
        };
        decoder.decode().map_err(|_| LogoError::Damaged)?;
        // Whatever follows the end of the image is none of it.
        let end = file.windows(2).rposition(|pair| pair == [0xff, 0xd9]);
        file.truncate(end.ok_or(LogoError::Damaged)? + 2);
        Ok(Self {
            file,
            width,
            height,
            pixels: Pixels::Jpeg { components },
        })
    }

    /// The file, without what may follow a JPEG.
    pub(super) fn file(&self) -> &[u8] {
        &self.file
    }

    /// The kind of the file, as a browser names it.
    pub(super) fn media_type(&self) -> &'static str {
        match self.pixels {
            Pixels::Jpeg { .. } => "image/jpeg",
            Pixels::Plain { .. } => "image/png",
        }
    }

    /// Width and height of the largest picture of this shape inside a box.
    pub(super) fn fitted(&self, width: f32, height: f32) -> (f32, f32) {
        let shape = self.width as f32 / self.height as f32;
        if width / height > shape {
            (height * shape, height)
        } else {
            (width, width / shape)
        }
    }
}

fn sides(width: u32, height: u32) -> Result<(u32, u32), LogoError> {
    let is_fine = |side| (1..=MOST_PIXELS).contains(&side);
    if is_fine(width) && is_fine(height) {
        Ok((width, height))
    } else {
        Err(LogoError::Pixels)
    }
}

/// Parts the opacity from the colours; none is kept where every pixel is solid.
fn plain(samples: Vec<u8>, components: usize, has_opacity: bool) -> Pixels {
    if !has_opacity {
        return Pixels::Plain {
            components,
            samples,
            opacity: None,
        };
    }
    let pixels = || samples.chunks_exact(components + 1);
    let opacity: Vec<u8> = pixels().map(|pixel| pixel[components]).collect();
    Pixels::Plain {
        components,
        samples: pixels()
            .flat_map(|pixel| &pixel[..components])
            .copied()
            .collect(),
        opacity: opacity.iter().any(|value| *value < 255).then_some(opacity),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn png_of(colour: ColorType, side: u32, samples: &[u8]) -> Vec<u8> {
        let mut file = Vec::new();
        let mut encoder = png::Encoder::new(&mut file, side, side);
        encoder.set_color(colour);
        let mut writer = encoder.write_header().unwrap();
        writer.write_image_data(samples).unwrap();
        drop(writer);
        file
    }

    #[test]
    fn opacity_is_parted_from_the_colours() {
        let samples = [1, 2, 3, 255, 4, 5, 6, 0, 7, 8, 9, 255, 1, 1, 1, 255];
        let logo = Logo::read(png_of(ColorType::Rgba, 2, &samples)).unwrap();
        let wanted = Pixels::Plain {
            components: 3,
            samples: vec![1, 2, 3, 4, 5, 6, 7, 8, 9, 1, 1, 1],
            opacity: Some(vec![255, 0, 255, 255]),
        };
        assert_eq!(logo.pixels, wanted);
    }

    #[test]
    fn a_solid_picture_has_no_opacity() {
        let logo = Logo::read(png_of(ColorType::GrayscaleAlpha, 1, &[9, 255])).unwrap();
        assert!(matches!(
            logo.pixels,
            Pixels::Plain {
                components: 1,
                opacity: None,
                ..
            }
        ));
    }

    #[test]
    fn what_is_no_picture_is_refused() {
        assert_eq!(Logo::read(b"<svg/>".to_vec()), Err(LogoError::Kind));
        assert_eq!(Logo::read(vec![]), Err(LogoError::Kind));
    }

    #[test]
    fn a_cut_file_is_damaged() {
        let mut file = png_of(ColorType::Rgb, 8, &[7; 8 * 8 * 3]);
        file.truncate(file.len() - 20);
        assert_eq!(Logo::read(file), Err(LogoError::Damaged));
        assert_eq!(
            Logo::read(vec![0xff, 0xd8, 0xff, 0xe0]),
            Err(LogoError::Damaged)
        );
    }

    #[test]
    fn a_picture_may_have_as_many_pixels_as_the_limit() {
        let of = |side: u32| png_of(ColorType::Grayscale, side, &vec![0; (side * side) as usize]);
        assert!(Logo::read(of(MOST_PIXELS)).is_ok());
        assert_eq!(Logo::read(of(MOST_PIXELS + 1)), Err(LogoError::Pixels));
    }

    #[test]
    fn a_picture_keeps_its_shape_in_the_box() {
        let logo = Logo::read(png_of(ColorType::Grayscale, 4, &[0; 16])).unwrap();
        assert_eq!(logo.fitted(150.0, 36.0), (36.0, 36.0));
        assert_eq!(logo.fitted(20.0, 36.0), (20.0, 20.0));
    }
}

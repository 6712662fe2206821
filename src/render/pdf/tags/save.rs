//! Compresses and writes the objects.
//!
//! A stream is followed by a line feed and `endstream`. When its data happens to end in a carriage return or a
//! line feed, a reader that looks for the end of the line instead of counting sees one byte less than
//! `/Length` says, and strict validators object (ISO 19005-2, 6.1.7.1). Compressed data ends so about once in
//! 128 streams, so such streams are made to end otherwise.

use std::io::Write;

use flate2::Compression;
use flate2::write::ZlibEncoder;
use lopdf::{Document, Object, SaveOptions, Stream};

use super::PdfError;

/// Of 9: the highest takes twice the time for one byte in a hundred.
const LEVEL: u32 = 6;
/// Objects in one object stream, and how far that may be varied.
const MOST_OBJECTS: std::ops::RangeInclusive<usize> = 100..=200;

/// Writes the file with object streams, which halve the size of a tagged file.
///
/// # Errors
/// If a stream cannot be compressed.
pub fn save(mut file: Document) -> Result<Vec<u8>, PdfError> {
    for object in file.objects.values_mut() {
        if let Object::Stream(stream) = object {
            compress(stream)?;
        }
    }
    let last_id = file.max_id;
    let mut bytes = Vec::new();
    for most in MOST_OBJECTS.rev() {
        bytes.clear();
        file.max_id = last_id;
        let options = SaveOptions::builder()
            .use_object_streams(true)
            .use_xref_streams(true);
        file.save_with_options(
            &mut bytes,
            options
                .max_objects_per_stream(most)
                .compression_level(LEVEL)
                .build(),
        )?;
        if !has_unclear_end(&bytes) {
            break;
        }
    }
    Ok(bytes)
}

fn compress(stream: &mut Stream) -> Result<(), PdfError> {
    if !stream.allows_compression || stream.dict.has(b"Filter") {
        return Ok(());
    }
    let mut plain = std::mem::take(&mut stream.content);
    let mut packed = deflated(&plain)?;
    while ends_in_line_break(&packed) {
        // The check sum at the end of the data changes with it; fonts and page descriptions take a blank.
        plain.push(b' ');
        packed = deflated(&plain)?;
    }
    if stream.dict.has(b"Length1") {
        stream.dict.set("Length1", plain.len() as i64);
    }
    stream.dict.set("Filter", "FlateDecode");
    stream.set_content(packed);
    Ok(())
}

fn deflated(plain: &[u8]) -> Result<Vec<u8>, PdfError> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::new(LEVEL));
    encoder.write_all(plain)?;
    Ok(encoder.finish()?)
}

fn ends_in_line_break(content: &[u8]) -> bool {
    matches!(content.last(), Some(b'\r' | b'\n'))
}

fn has_unclear_end(file: &[u8]) -> bool {
    const END: &[u8] = b"\nendstream";
    file.windows(END.len() + 1)
        .any(|window| window[1..] == *END && ends_in_line_break(&window[..1]))
}

#[cfg(test)]
mod tests {
    use lopdf::dictionary;

    use super::*;

    /// A text whose compressed form ends in the given byte.
    fn text_ending_in(byte: u8) -> Vec<u8> {
        let texts = (0_u8..=255).map(|extra| [vec![b'a'; 200], vec![extra]].concat());
        let ends_so = |text: &Vec<u8>| deflated(text).unwrap().last() == Some(&byte);
        texts.into_iter().find(ends_so).unwrap()
    }

    #[test]
    fn no_stream_ends_in_a_line_break() {
        for byte in [b'\r', b'\n'] {
            let mut stream = Stream::new(dictionary! {}, text_ending_in(byte));
            compress(&mut stream).unwrap();
            assert!(!ends_in_line_break(&stream.content));
            assert_eq!(stream.decompressed_content().unwrap().len(), 202);
        }
    }

    #[test]
    fn an_unclear_end_is_seen() {
        assert!(has_unclear_end(b"x\r\nendstream"));
        assert!(!has_unclear_end(b"x \nendstream"));
    }
}

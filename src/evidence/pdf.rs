//! The text of a PDF, or why there is none.
//!
//! `hayro` interprets the file, so fonts, encodings, object streams and broken cross-references are its affair;
//! what it draws is laid out into lines here. It may still loop, recurse or allocate without bound on a file
//! that was made for it: the command line runs [`read`] in a process of its own with limits.

mod glyphs;
mod layout;

use std::fmt;

use hayro_interpret::hayro_syntax::page::Page;
use hayro_interpret::hayro_syntax::{DecryptionError, LoadPdfError, Pdf};
use hayro_interpret::{
    Context, InterpreterCache, InterpreterSettings, TransformExt, interpret_page,
};
use kurbo::Rect;
use serde::{Deserialize, Serialize};

use self::glyphs::Collector;
use super::Pages;

/// Largest file that is read, in bytes.
pub const MAX_BYTES: usize = 100 << 20;
/// Most pages that are read.
pub const MAX_PAGES: usize = 2000;
/// Most text that is read, in bytes: about four times what the longest reports hold.
pub const MAX_TEXT: usize = 8 << 20;

/// Why the text of a file was not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Refusal {
    /// It does not begin as a PDF does.
    NotPdf,
    /// It cannot be opened without a password.
    Protected,
    /// It cannot be read as a PDF, or reading it did not end well.
    Damaged,
    /// It is larger than [`MAX_BYTES`].
    TooLarge,
    /// It has more than [`MAX_PAGES`] pages.
    TooManyPages,
    /// It holds more than [`MAX_TEXT`] bytes of text.
    TooMuchText,
    /// Its pages are images.
    Scan,
    /// It was not read within the time it had.
    TooSlow,
}

impl Refusal {
    /// What helps.
    pub fn help(self) -> &'static str {
        match self {
            Self::NotPdf => {
                "name the document as PDF; a text or image must be printed to one first"
            }
            Self::Protected => "open it with its password and print it to a new PDF",
            Self::Damaged => "open it in a viewer; if it looks right there, print it to a new PDF",
            Self::TooLarge | Self::TooManyPages | Self::TooMuchText => {
                "print the part that is needed to a new PDF"
            }
            Self::Scan => "run it through text recognition (OCR), or record the fields by hand",
            Self::TooSlow => "print it to a new PDF, or record the fields by hand",
        }
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotPdf => write!(f, "it is not a PDF"),
            Self::Protected => write!(f, "it cannot be opened without a password"),
            Self::Damaged => write!(f, "it is damaged or hostile"),
            Self::TooLarge => write!(f, "it is larger than {} MiB", MAX_BYTES >> 20),
            Self::TooManyPages => write!(f, "it has more than {MAX_PAGES} pages"),
            Self::TooMuchText => write!(f, "it holds more than {} MiB of text", MAX_TEXT >> 20),
            Self::Scan => write!(f, "it holds no text: it looks like a scan"),
            Self::TooSlow => write!(f, "reading it takes too long"),
        }
    }
}

/// Reads the text of a PDF, page by page.
///
/// A file that anybody may open, but not print or copy, is read: its password is the empty one.
///
/// # Errors
///
/// Why there is no text.
pub fn read(bytes: Vec<u8>) -> Result<Pages, Refusal> {
    if bytes.len() > MAX_BYTES {
        return Err(Refusal::TooLarge);
    }
    let head = &bytes[..bytes.len().min(1024)];
    if !head.windows(5).any(|window| window == b"%PDF-") {
        return Err(Refusal::NotPdf);
    }
    let pdf = Pdf::new(bytes).map_err(|error| match error {
        LoadPdfError::Decryption(DecryptionError::PasswordProtected) => Refusal::Protected,
        LoadPdfError::Decryption(_) | LoadPdfError::Invalid => Refusal::Damaged,
    })?;
    let pages = pages(&pdf)?;
    if pages.is_scan() {
        return Err(Refusal::Scan);
    }
    Ok(pages)
}

fn pages(pdf: &Pdf) -> Result<Pages, Refusal> {
    let pages = pdf.pages();
    if pages.is_empty() {
        return Err(Refusal::Damaged);
    }
    if pages.len() > MAX_PAGES {
        return Err(Refusal::TooManyPages);
    }
    let cache = InterpreterCache::new();
    let mut room = MAX_TEXT;
    let mut texts = Vec::with_capacity(pages.len());
    for page in pages.iter() {
        let text = text(pdf, page, &cache, room).ok_or(Refusal::TooMuchText)?;
        room = room.checked_sub(text.len()).ok_or(Refusal::TooMuchText)?;
        texts.push(text);
    }
    Ok(Pages::new(texts))
}

/// The text of a page, unless it is longer than `room`.
fn text<'a>(
    pdf: &'a Pdf,
    page: &Page<'a>,
    cache: &InterpreterCache<'a>,
    room: usize,
) -> Option<String> {
    let (width, height) = page.render_dimensions();
    let sheet = Rect::new(0.0, 0.0, width.into(), height.into());
    let upright = page.initial_transform(true).to_kurbo();
    let settings = InterpreterSettings::default();
    let mut context = Context::new(upright, sheet, cache, pdf.xref(), settings);
    let mut collector = Collector::new(sheet, room);
    interpret_page(page, &mut context, &mut collector);
    collector.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_does_not_begin_as_a_pdf_is_none() {
        assert_eq!(read(Vec::new()), Err(Refusal::NotPdf));
        assert_eq!(
            read(b"PK\x03\x04 a word file".to_vec()),
            Err(Refusal::NotPdf)
        );
    }

    #[test]
    fn a_head_alone_is_damaged() {
        assert_eq!(read(b"%PDF-1.7\n".to_vec()), Err(Refusal::Damaged));
    }

    #[test]
    fn a_byte_more_than_the_limit_is_too_large() {
        let bytes = |length| {
            let mut bytes = b"%PDF-1.7\n".to_vec();
            bytes.resize(length, b' ');
            bytes
        };
        assert_eq!(read(bytes(MAX_BYTES + 1)), Err(Refusal::TooLarge));
    }
}

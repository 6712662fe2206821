//! The printed report: a tagged PDF that meets PDF/UA-1 and PDF/A-2a.
//!
//! The way of the data, one module each:
//!
//! ```text
//! compose ─ blocks to strips ─▶ paginate ─ strips to pages ─▶ content ─ ink to marked content
//!                               foot: notes below the text       │
//!                      tags ◀─ structure, links, metadata ◀─ printpdf_backend ─ ink to operators
//! ```
//!
//! Up to `content` nothing knows the PDF library: another one can replace it behind the display list of
//! `flow`. printpdf writes pages and fonts; what it has no words for (structure, outline, XMP, output
//! intent) is added in one pass over its objects. The same input gives the same bytes: no clock, no random
//! ids, and no map whose order depends on the process.

mod bidi;
mod compose;
mod content;
mod embed;
mod fill;
mod flow;
pub(super) mod fonts;
mod foot;
mod hyphen;
mod line;
mod marginal;
mod paginate;
mod palette;
mod paragraph;
mod printpdf_backend;
#[cfg(test)]
mod properties;
pub(super) mod shape;
mod structure;
mod style;
mod tags;
mod watermark;

use super::Metadata;
use super::document::Document;

/// The paper that a report is set for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Paper {
    #[default]
    A4,
    /// US Letter.
    Letter,
}

impl Paper {
    fn sheet(self) -> style::Sheet {
        match self {
            Self::A4 => style::Sheet::A4,
            Self::Letter => style::Sheet::LETTER,
        }
    }
}

/// Why a report could not be printed.
#[derive(Debug, thiserror::Error)]
pub enum PdfError {
    /// A bundled font is broken: the program was built from a damaged tree.
    #[error("the bundled font `{0}` cannot be embedded")]
    Font(&'static str),
    /// printpdf's objects are not laid out as the tagging pass expects.
    #[error("the pages cannot be tagged")]
    Tagging(#[from] lopdf::Error),
    #[error("the file cannot be written")]
    Writing(#[from] std::io::Error),
}

/// Prints the document.
///
/// # Errors
/// Only by a fault of the program itself: every document can be printed.
pub fn write(document: &Document, metadata: &Metadata, paper: Paper) -> Result<Vec<u8>, PdfError> {
    let (metadata, sheet) = (metadata.visible(), paper.sheet());
    let compose::Composed {
        flow,
        mut tree,
        outline,
        mut shaper,
    } = compose::compose(document, &metadata, sheet);
    let paginate::Paged { mut pages, anchors } = paginate::paginate(flow, sheet, &mut shaper);
    marginal::add_marginals(&mut pages, &metadata, sheet, &mut shaper);
    let mark = metadata.mark.as_deref();
    let watermark = mark.map(|word| watermark::Watermark::new(word, sheet, &mut shaper));
    let pages = content::mark_content(pages, &mut tree);
    let fonts = embed::Embedded::new(&pages)?;
    let parts = printpdf_backend::Parts {
        fonts: &fonts,
        watermark: watermark.as_ref(),
        logo: metadata
            .letterhead
            .as_ref()
            .and_then(|letterhead| letterhead.logo.as_ref()),
        sheet,
    };
    let file = printpdf_backend::write(&pages, &parts)?;
    tags::finish(
        file,
        &tags::Parts {
            pages: &pages,
            tree: &tree,
            anchors: &anchors,
            outline: &outline,
            metadata: &metadata,
            sheet,
        },
    )
}

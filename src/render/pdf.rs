//! The printed report: a tagged PDF that meets PDF/UA-1 and PDF/A-2a.
//!
//! The way of the data, one module each:
//!
//! ```text
//! compose ─ blocks to strips ─▶ paginate ─ strips to pages ─▶ content ─ ink to marked content
//!                                                                │
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
mod hyphen;
mod line;
mod marginal;
mod paginate;
mod palette;
mod paragraph;
mod printpdf_backend;
pub(super) mod shape;
mod structure;
mod style;
mod tags;

use super::Metadata;
use super::document::Document;

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
pub fn write(document: &Document, metadata: &Metadata) -> Result<Vec<u8>, PdfError> {
    let metadata = metadata.visible();
    let compose::Composed {
        flow,
        mut tree,
        outline,
        mut shaper,
    } = compose::compose(document, metadata.language);
    let paginate::Paged { mut pages, anchors } = paginate::paginate(flow, &mut shaper);
    marginal::add_marginals(&mut pages, &metadata, &mut shaper);
    let pages = content::mark_content(pages, &mut tree);
    let fonts = embed::Embedded::new(&pages)?;
    let file = printpdf_backend::write(&pages, &fonts);
    tags::finish(
        file,
        &tags::Parts {
            pages: &pages,
            tree: &tree,
            anchors: &anchors,
            outline: &outline,
            metadata: &metadata,
        },
    )
}

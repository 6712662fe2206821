//! The display list to a PDF without structure: the only files that know how ink is written.
//!
//! printpdf makes the file, its fonts and its pictures. Without its features it neither shapes nor subsets, so
//! it is handed finished glyph ids and fonts that are already cut; it numbers its own ids from a process-wide
//! counter, so ours are given by face. It would hold the operators of all pages at once, a hundred bytes a
//! glyph; so it is shown only a specimen of the glyphs in use, and the pages are described here.

mod operators;
mod page;
mod stamps;

use printpdf::{
    Codepoint, FontId, Mm, Op, ParsedFont, PdfDocument, PdfFont, PdfFontHandle, PdfPage,
    PdfSaveOptions, Pt, TextItem, XObjectId,
};

use super::content::PageContent;
use super::embed::{Embedded, Subset};
use super::fonts::Face;
use super::style::Sheet;
use super::watermark::Watermark;
use crate::render::logo::Logo;

/// What the pages are written with.
pub struct Parts<'a> {
    pub fonts: &'a Embedded,
    pub watermark: Option<&'a Watermark>,
    pub logo: Option<&'a Logo>,
    pub sheet: Sheet,
}

/// Writes all pages and fonts, without structure.
///
/// # Errors
/// If printpdf does not give each page one stream.
pub fn write(pages: &[PageContent], parts: &Parts) -> Result<lopdf::Document, lopdf::Error> {
    let mut document = PdfDocument::new("");
    for subset in parts.fonts.subsets() {
        let (id, font) = (font_id(subset.face), font(subset));
        document.resources.fonts.map.insert(id, font);
    }
    let stamps = &mut document.resources.xobjects.map;
    let id = |name: &str| XObjectId(name.to_owned());
    if let Some(mark) = parts.watermark {
        let form = stamps::watermark(mark, parts.sheet);
        stamps.insert(id(stamps::WATERMARK), form);
    }
    if let Some(logo) = parts.logo {
        stamps.insert(id(stamps::LOGO), stamps::logo(logo));
    }
    document.pages = empty_pages(pages.len(), parts);
    let options = PdfSaveOptions {
        optimize: false,
        subset_fonts: false,
        ..PdfSaveOptions::default()
    };
    let mut file = document.to_lopdf_document(&options, &mut Vec::new());
    describe(&mut file, pages, parts)?;
    Ok(file)
}

/// Pages of the right size; the first shows all glyphs, so that printpdf writes the fonts.
fn empty_pages(count: usize, parts: &Parts) -> Vec<PdfPage> {
    let size = |points: f32| Mm::from(Pt(points));
    let page = |ops| PdfPage::new(size(parts.sheet.width), size(parts.sheet.height), ops);
    let mut pages: Vec<PdfPage> = (0..count).map(|_| page(Vec::new())).collect();
    if let Some(first) = pages.first_mut() {
        first.ops = specimen(parts.fonts);
    }
    pages
}

fn specimen(fonts: &Embedded) -> Vec<Op> {
    let mut ops = vec![Op::StartTextSection];
    for subset in fonts.subsets() {
        let glyphs = subset.glyphs();
        let shown = glyphs.map(|(id, text)| Codepoint::with_cid(id, 0.0, text.to_owned()));
        let font = PdfFontHandle::External(font_id(subset.face));
        ops.push(Op::SetFont {
            font,
            size: Pt(1.0),
        });
        ops.push(Op::ShowText {
            items: vec![TextItem::GlyphIds(shown.collect())],
        });
    }
    ops.push(Op::EndTextSection);
    ops
}

/// Puts what stands on the pages into their streams.
fn describe(
    file: &mut lopdf::Document,
    pages: &[PageContent],
    parts: &Parts,
) -> Result<(), lopdf::Error> {
    let ids: Vec<lopdf::ObjectId> = file.page_iter().collect();
    for (id, content) in ids.into_iter().zip(pages) {
        let stream = file.get_dictionary(id)?.get(b"Contents")?.as_reference()?;
        let stream = file.get_object_mut(stream)?.as_stream_mut()?;
        stream.set_content(page::written(content, parts));
    }
    Ok(())
}

/// The name by which the pages use a face.
fn font_name(face: Face) -> String {
    format!("F{}", face as usize)
}

fn font_id(face: Face) -> FontId {
    FontId(font_name(face))
}

fn font(subset: &Subset) -> PdfFont {
    let mut parsed = ParsedFont::from_bytes(&subset.program, 0, &mut Vec::new())
        .expect("a cut of a bundled face is a valid font");
    parsed.font_name = Some(format!(
        "ASSAY{}+{}",
        char::from(b'A' + subset.face as u8),
        subset.face.name()
    ));
    PdfFont::new(parsed)
}

//! One pass over printpdf's objects that makes the file accessible and archivable.
//!
//! Adds the structure tree (ISO 32000-1, 14.7), links with their place in it, the outline, XMP metadata for
//! PDF/UA-1 and PDF/A-2a, the sRGB output intent, and a file id that is a hash of the content.

mod elements;
mod outline;
mod save;
mod xmp;

use std::collections::BTreeMap;

use lopdf::{Dictionary, Document, Object, ObjectId, Stream, StringFormat, dictionary};

use super::PdfError;
use super::compose::OutlineEntry;
use super::content::PageContent;
use super::structure::Tree;
use super::style::{MARGIN, Sheet};
use crate::render::Metadata;

const PRODUCER: &str = concat!("idp-assay ", env!("CARGO_PKG_VERSION"));
const SRGB: &[u8] = include_bytes!("../../../templates/colour/sRGB-v2-magic.icc");

/// What the pages mean, as the composer and paginator left it.
pub struct Parts<'a> {
    pub pages: &'a [PageContent],
    pub tree: &'a Tree,
    pub anchors: &'a BTreeMap<String, (usize, f32)>,
    pub outline: &'a [OutlineEntry],
    pub metadata: &'a Metadata,
    pub sheet: Sheet,
}

impl Parts<'_> {
    /// A place in the file: a page and a height on it.
    fn destination(&self, pages: &[ObjectId], (page, y): (usize, f32)) -> Object {
        let top = self.sheet.upwards(y) + 8.0;
        vec![
            pages[page].into(),
            "XYZ".into(),
            (MARGIN - 20.0).into(),
            top.round().into(),
            Object::Null,
        ]
        .into()
    }
}

/// Completes and writes the file.
///
/// # Errors
/// If the objects are not laid out as printpdf 0.12.8 does it.
pub fn finish(mut file: Document, parts: &Parts) -> Result<Vec<u8>, PdfError> {
    file.version = "1.7".to_owned();
    let pages: Vec<ObjectId> = file.page_iter().collect();
    let annotations = outline::links(&mut file, &pages, parts);
    let packed = elements::write(&mut file, &pages, &annotations, parts)?;
    let outlines = outline::write(&mut file, &pages, parts);
    let metadata = file.add_object(xmp::stream(parts.metadata));
    let intent = output_intent(&mut file);
    let catalog = file.catalog_mut()?;
    catalog.remove(b"PageLayout");
    catalog.set("Lang", text(parts.metadata.language));
    catalog.set("MarkInfo", dictionary! { "Marked" => true });
    catalog.set(
        "ViewerPreferences",
        dictionary! { "DisplayDocTitle" => true },
    );
    catalog.set("Metadata", metadata);
    catalog.set("OutputIntents", vec![intent.into()]);
    if let Some(outlines) = outlines {
        catalog.set("Outlines", outlines);
        catalog.set("PageMode", Object::Name(b"UseOutlines".to_vec()));
    }
    set_info(&mut file, parts.metadata)?;
    save::save(file, packed)
}

fn output_intent(file: &mut Document) -> Dictionary {
    let profile = file.add_object(Stream::new(dictionary! { "N" => 3 }, SRGB.to_vec()));
    dictionary! {
        "Type" => "OutputIntent",
        "S" => "GTS_PDFA1",
        "OutputConditionIdentifier" => Object::string_literal("sRGB"),
        "Info" => Object::string_literal("sRGB IEC61966-2.1"),
        "DestOutputProfile" => profile,
    }
}

/// Replaces the information dictionary; it says the same as the XMP metadata.
fn set_info(file: &mut Document, metadata: &Metadata) -> Result<(), PdfError> {
    let date = format!("D:{}000000Z", metadata.date.format("%Y%m%d"));
    let info = dictionary! {
        "Title" => text(&metadata.title),
        "Author" => text(&metadata.author),
        "Subject" => text(&metadata.subject),
        "Creator" => text(PRODUCER),
        "Producer" => text(PRODUCER),
        "CreationDate" => Object::string_literal(date.clone()),
        "ModDate" => Object::string_literal(date),
    };
    let id = file.trailer.get(b"Info")?.as_reference()?;
    file.set_object(id, info);
    Ok(())
}

/// A text string: ASCII as it is, all else in UTF-16.
fn text(words: &str) -> Object {
    if words.is_ascii() {
        return Object::string_literal(words);
    }
    let utf_16 = words.encode_utf16().flat_map(u16::to_be_bytes);
    Object::String(
        [0xfe, 0xff].into_iter().chain(utf_16).collect(),
        StringFormat::Hexadecimal,
    )
}

//! What stands on many pages, or comes from a file: the word across the page, and the logo.

use std::collections::BTreeMap;

use printpdf::{DictItem, ExternalStream, ExternalXObject, XObject};

use super::operators::Operators;
use crate::render::logo::{Logo, Pixels};
use crate::render::pdf::style::Sheet;
use crate::render::pdf::watermark::{Step, Watermark};

/// By these names the pages use them.
pub(super) const LOGO: &str = "Logo";
pub(super) const WATERMARK: &str = "Watermark";

/// The picture as an image object (ISO 32000-1, 8.9.5).
pub(super) fn logo(logo: &Logo) -> XObject {
    let (components, content, filter) = match &logo.pixels {
        Pixels::Jpeg { components } => (*components, logo.file(), Some("DCTDecode")),
        Pixels::Plain {
            components,
            samples,
            ..
        } => (*components, samples.as_slice(), None),
    };
    let mut image = image(logo, components, content);
    if let Some(filter) = filter {
        image.dict.insert("Filter".to_owned(), name(filter));
        image.compress = false;
    }
    if let Pixels::Plain {
        opacity: Some(opacity),
        ..
    } = &logo.pixels
    {
        let stream = self::image(logo, 1, opacity);
        image
            .dict
            .insert("SMask".to_owned(), DictItem::Stream { stream });
    }
    external(image)
}

fn image(logo: &Logo, components: usize, content: &[u8]) -> ExternalStream {
    let space = if components == 1 {
        "DeviceGray"
    } else {
        "DeviceRGB"
    };
    let entries = [
        ("Type", name("XObject")),
        ("Subtype", name("Image")),
        ("Width", DictItem::Int(logo.width.into())),
        ("Height", DictItem::Int(logo.height.into())),
        ("ColorSpace", name(space)),
        ("BitsPerComponent", DictItem::Int(8)),
    ];
    ExternalStream {
        dict: dictionary(entries),
        content: content.to_vec(),
        compress: true,
    }
}

/// The word as one form that all pages share; its outlines are no text, so that nobody copies it.
pub(super) fn watermark(mark: &Watermark, sheet: Sheet) -> XObject {
    let mut outlines = Operators::new(sheet);
    outlines.fill_colour(mark.colour);
    for step in &mark.outlines {
        match *step {
            Step::Move(to) => outlines.move_to(to),
            Step::Line(to) => outlines.line_to(to),
            Step::Curve(a, b, to) => outlines.curve_to([a, b, to]),
            Step::Close => outlines.close_path(),
        }
    }
    outlines.fill();
    let edges = [0.0, 0.0, sheet.width, sheet.height].map(DictItem::Real);
    let resources = DictItem::Dict {
        map: BTreeMap::new(),
    };
    let entries = [
        ("Type", name("XObject")),
        ("Subtype", name("Form")),
        ("BBox", DictItem::Array(edges.to_vec())),
        ("Resources", resources),
    ];
    external(ExternalStream {
        dict: dictionary(entries),
        content: outlines.into_bytes(),
        compress: true,
    })
}

fn dictionary<const N: usize>(entries: [(&str, DictItem); N]) -> BTreeMap<String, DictItem> {
    entries.map(|(key, value)| (key.to_owned(), value)).into()
}

fn name(name: &str) -> DictItem {
    DictItem::Name(name.as_bytes().to_vec())
}

fn external(stream: ExternalStream) -> XObject {
    XObject::External(ExternalXObject {
        stream,
        width: None,
        height: None,
        dpi: None,
    })
}

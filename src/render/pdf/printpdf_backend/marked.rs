//! Marked-content operators: what the ink between them means.

use std::collections::BTreeMap;

use printpdf::{DictItem, Op};

use crate::render::pdf::content::RunTag;

pub(super) fn opening(tag: RunTag) -> Op {
    let (tag, key, value) = match tag {
        RunTag::Content { mcid, .. } => ("Span", "MCID", DictItem::Int(mcid as i64)),
        RunTag::Decoration => ("Artifact", "Type", DictItem::Name(b"Layout".to_vec())),
        RunTag::Pagination => ("Artifact", "Type", DictItem::Name(b"Pagination".to_vec())),
    };
    with_properties(tag, key, value)
}

/// Says what the next glyphs stand for.
pub(super) fn actual_text(text: &str) -> Op {
    let utf_16 = text.encode_utf16().flat_map(u16::to_be_bytes);
    let data = [0xfe, 0xff].into_iter().chain(utf_16).collect();
    with_properties(
        "Span",
        "ActualText",
        DictItem::String {
            data,
            literal: false,
        },
    )
}

fn with_properties(tag: &str, key: &str, value: DictItem) -> Op {
    let map = BTreeMap::from([(key.to_owned(), value)]);
    Op::BeginMarkedContentWithProperties {
        tag: tag.to_owned(),
        properties: DictItem::Dict { map },
    }
}

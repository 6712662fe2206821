//! The ways through the file: the outline in the side bar, and the links on the pages.

use lopdf::{Dictionary, Document, Object, ObjectId, dictionary};

use super::{Parts, text};
use crate::render::document::Target;
use crate::render::pdf::compose::OutlineEntry;
use crate::render::pdf::content::LinkArea;

/// Writes the links of all pages; returns their objects, page by page.
pub fn links(file: &mut Document, pages: &[ObjectId], parts: &Parts) -> Vec<Vec<ObjectId>> {
    let mut key = pages.len() as i64;
    let mut written = Vec::with_capacity(pages.len());
    for (page, content) in pages.iter().zip(parts.pages) {
        let mut annotations = Vec::with_capacity(content.links.len());
        for link in &content.links {
            let mut annotation = annotation(link, pages, parts);
            annotation.set("P", *page);
            annotation.set("StructParent", key);
            annotations.push(file.add_object(annotation));
            key += 1;
        }
        if let Ok(page) = file.get_dictionary_mut(*page) {
            page.remove(b"Annots");
            if !annotations.is_empty() {
                let references: Vec<Object> = annotations.iter().map(|id| (*id).into()).collect();
                page.set("Annots", references);
            }
        }
        written.push(annotations);
    }
    written
}

fn annotation(link: &LinkArea, pages: &[ObjectId], parts: &Parts) -> Dictionary {
    let area: Vec<Object> = parts
        .sheet
        .bounds(link.area)
        .into_iter()
        .map(|edge| ((edge * 10.0).round() / 10.0).into())
        .collect();
    let mut annotation = dictionary! {
        "Type" => "Annot",
        "Subtype" => "Link",
        "Rect" => area,
        "Border" => vec![0.into(), 0.into(), 0.into()],
        "F" => 4,
    };
    match &*link.target {
        Target::Address(address) => {
            annotation.set("Contents", text(address));
            annotation.set(
                "A",
                dictionary! { "S" => "URI", "URI" => Object::string_literal(address.as_str()) },
            );
        }
        Target::Heading(id) => {
            let title = parts
                .outline
                .iter()
                .find(|entry| entry.id == *id)
                .map_or("Note", |entry| &entry.title);
            annotation.set("Contents", text(title));
            if let Some(place) = parts.anchors.get(id) {
                annotation.set("Dest", parts.destination(pages, *place));
            }
        }
    }
    annotation
}

/// An entry of the outline with those below it.
struct Branch<'a> {
    entry: &'a OutlineEntry,
    inner: Vec<Branch<'a>>,
}

/// Writes the outline, nested as the headings are; `None` without headings.
pub fn write(file: &mut Document, pages: &[ObjectId], parts: &Parts) -> Option<ObjectId> {
    let mut rest = parts.outline;
    let branches = branches(&mut rest, 0);
    if branches.is_empty() {
        return None;
    }
    let root = file.new_object_id();
    let mut dictionary = dictionary! { "Type" => "Outlines" };
    write_branches(file, &branches, (root, &mut dictionary), &|id| {
        parts
            .anchors
            .get(id)
            .map(|place| parts.destination(pages, *place))
    });
    file.set_object(root, dictionary);
    Some(root)
}

/// Takes the entries that are deeper than `level`.
fn branches<'a>(rest: &mut &'a [OutlineEntry], level: u8) -> Vec<Branch<'a>> {
    let mut found = Vec::new();
    while let Some((entry, after)) = rest.split_first()
        && entry.level > level
    {
        *rest = after;
        found.push(Branch {
            entry,
            inner: branches(rest, entry.level),
        });
    }
    found
}

fn write_branches(
    file: &mut Document,
    branches: &[Branch],
    (parent_id, parent): (ObjectId, &mut Dictionary),
    destination: &dyn Fn(&str) -> Option<Object>,
) {
    let ids: Vec<ObjectId> = branches.iter().map(|_| file.new_object_id()).collect();
    for (index, branch) in branches.iter().enumerate() {
        let mut item = dictionary! { "Title" => text(&branch.entry.title), "Parent" => parent_id };
        if let Some(place) = destination(&branch.entry.id) {
            item.set("Dest", place);
        }
        if index > 0 {
            item.set("Prev", ids[index - 1]);
        }
        if let Some(next) = ids.get(index + 1) {
            item.set("Next", *next);
        }
        write_branches(file, &branch.inner, (ids[index], &mut item), destination);
        file.set_object(ids[index], item);
    }
    if let (Some(first), Some(last)) = (ids.first(), ids.last()) {
        parent.set("First", *first);
        parent.set("Last", *last);
        parent.set("Count", branches.iter().map(open_entries).sum::<i64>());
    }
}

/// Entries that show when the outline is opened: all of them.
fn open_entries(branch: &Branch) -> i64 {
    1 + branch.inner.iter().map(open_entries).sum::<i64>()
}

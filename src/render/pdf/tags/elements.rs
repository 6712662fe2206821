//! The structure tree as objects: elements, parent tree and id tree.

use std::collections::BTreeMap;

use lopdf::{Dictionary, Document, Object, ObjectId, dictionary};

use super::save::Packed;
use super::{Parts, PdfError, text};
use crate::render::pdf::structure::{Attribute, Kid, Node, NodeId, Role, Tree};
use crate::render::pdf::style::Sheet;

/// Writes the tree and hangs it on the catalog and the pages; returns its elements.
///
/// # Errors
/// If a page or the catalog is not where printpdf puts it.
pub fn write(
    file: &mut Document,
    pages: &[ObjectId],
    annotations: &[Vec<ObjectId>],
    parts: &Parts,
) -> Result<Packed, PdfError> {
    let ids: BTreeMap<NodeId, ObjectId> = parts
        .tree
        .attached()
        .map(|(node, _)| (node, file.new_object_id()))
        .collect();
    let root = file.new_object_id();
    let writer = Writer {
        ids: &ids,
        pages,
        annotations,
        root,
        sheet: parts.sheet,
    };
    let mut packed = Packed::default();
    for (id, node) in parts.tree.attached() {
        packed.push(ids[&id], &writer.element(node).into());
    }
    let parent_tree = parent_tree(file, &ids, annotations, parts);
    let id_tree = file.add_object(id_tree(&ids, parts.tree));
    let next_key = pages.len() + annotations.iter().map(Vec::len).sum::<usize>();
    file.set_object(
        root,
        dictionary! {
            "Type" => "StructTreeRoot",
            "K" => ids[&Tree::ROOT],
            "ParentTree" => parent_tree,
            "ParentTreeNextKey" => next_key as i64,
            "IDTree" => id_tree,
        },
    );
    file.catalog_mut()?.set("StructTreeRoot", root);
    for (index, page) in pages.iter().enumerate() {
        let page = file.get_dictionary_mut(*page)?;
        page.set("StructParents", index as i64);
        page.set("Tabs", "S");
    }
    Ok(packed)
}

struct Writer<'a> {
    ids: &'a BTreeMap<NodeId, ObjectId>,
    pages: &'a [ObjectId],
    annotations: &'a [Vec<ObjectId>],
    root: ObjectId,
    sheet: Sheet,
}

impl Writer<'_> {
    fn element(&self, node: &Node) -> Dictionary {
        let parent = node.parent.map_or(self.root, |parent| self.ids[&parent]);
        let mut element =
            dictionary! { "Type" => "StructElem", "S" => node.role.name(), "P" => parent };
        let own_page = node.kids.iter().find_map(|kid| match kid {
            Kid::Content { page, .. } => Some(*page),
            Kid::Node(_) | Kid::Annotation { .. } => None,
        });
        if let Some(page) = own_page {
            element.set("Pg", self.pages[page]);
        }
        let kids: Vec<Object> = node
            .kids
            .iter()
            .map(|kid| self.kid(*kid, own_page))
            .collect();
        element.set("K", kids);
        self.describe(&mut element, node);
        element
    }

    fn kid(&self, kid: Kid, own_page: Option<usize>) -> Object {
        match kid {
            Kid::Node(node) => self.ids[&node].into(),
            Kid::Content { page, mcid } if Some(page) == own_page => (mcid as i64).into(),
            Kid::Content { page, mcid } => {
                dictionary! { "Type" => "MCR", "Pg" => self.pages[page], "MCID" => mcid as i64 }.into()
            }
            Kid::Annotation { page, index } => {
                dictionary! { "Type" => "OBJR", "Pg" => self.pages[page], "Obj" => self.annotations[page][index] }.into()
            }
        }
    }

    /// Adds what an element says beyond its kind.
    fn describe(&self, element: &mut Dictionary, node: &Node) {
        match &node.attribute {
            Attribute::None => {}
            Attribute::Alt(words) => element.set("Alt", text(words)),
            Attribute::Decimal => element.set(
                "A",
                dictionary! { "O" => "List", "ListNumbering" => "Decimal" },
            ),
            Attribute::Disc => element.set(
                "A",
                dictionary! { "O" => "List", "ListNumbering" => "Disc" },
            ),
            Attribute::Id(id) => element.set("ID", Object::string_literal(id.as_str())),
        }
        if node.role == Role::HeadCell {
            element.set("A", dictionary! { "O" => "Table", "Scope" => "Column" });
        }
        if let Some((_, area)) = node.place {
            let bounds: Vec<Object> = self
                .sheet
                .bounds(area)
                .into_iter()
                .map(|edge| edge.round().into())
                .collect();
            element.set(
                "A",
                dictionary! { "O" => "Layout", "Placement" => "Block", "BBox" => bounds },
            );
        }
    }
}

/// From marked content and annotations back to elements; pages come first, then annotations.
fn parent_tree(
    file: &mut Document,
    ids: &BTreeMap<NodeId, ObjectId>,
    annotations: &[Vec<ObjectId>],
    parts: &Parts,
) -> ObjectId {
    let mut numbers: Vec<Object> = Vec::new();
    for (index, page) in parts.pages.iter().enumerate() {
        let owners: Vec<Object> = page.owners.iter().map(|node| ids[node].into()).collect();
        numbers.extend([(index as i64).into(), file.add_object(owners).into()]);
    }
    let links = parts
        .pages
        .iter()
        .zip(annotations)
        .flat_map(|(page, annotations)| page.links.iter().zip(annotations));
    for (key, (link, _)) in (parts.pages.len() as i64..).zip(links) {
        numbers.extend([key.into(), ids[&link.node].into()]);
    }
    file.add_object(dictionary! { "Nums" => numbers })
}

/// The elements that have an id, in the order of their ids.
fn id_tree(ids: &BTreeMap<NodeId, ObjectId>, tree: &Tree) -> Dictionary {
    let named: BTreeMap<&str, ObjectId> = tree
        .attached()
        .filter_map(|(id, node)| match &node.attribute {
            Attribute::Id(name) => Some((name.as_str(), ids[&id])),
            _ => None,
        })
        .collect();
    let names: Vec<Object> = named
        .into_iter()
        .flat_map(|(name, id)| [Object::string_literal(name), id.into()])
        .collect();
    dictionary! { "Names" => names }
}

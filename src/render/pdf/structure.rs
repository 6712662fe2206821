//! The structure tree: what each piece of ink means, for readers who do not see the page.
//!
//! ISO 32000-1, clause 14.7 and 14.8. A node joins its parent when its first ink is placed, so the reading
//! order is the order of the ink and no empty node is written.

use super::flow::Area;

/// An element of the tree, by its place in [`Tree`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct NodeId(usize);

/// The standard structure types in use (ISO 32000-1, 14.8.4).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    Document,
    Section,
    Heading(u8),
    Paragraph,
    Group,
    Quote,
    Code,
    Contents,
    ContentsItem,
    Reference,
    Link,
    Note,
    List,
    ListItem,
    Label,
    ListBody,
    Table,
    TableHead,
    TableBody,
    Row,
    HeadCell,
    Cell,
    Figure,
}

impl Role {
    /// The name of the type in the file.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Document => "Document",
            Self::Section => "Sect",
            Self::Heading(1) => "H1",
            Self::Heading(2) => "H2",
            Self::Heading(3) => "H3",
            Self::Heading(_) => "H4",
            Self::Paragraph => "P",
            Self::Group => "Div",
            Self::Quote => "BlockQuote",
            Self::Code => "Code",
            Self::Contents => "TOC",
            Self::ContentsItem => "TOCI",
            Self::Reference => "Reference",
            Self::Link => "Link",
            Self::Note => "Note",
            Self::List => "L",
            Self::ListItem => "LI",
            Self::Label => "Lbl",
            Self::ListBody => "LBody",
            Self::Table => "Table",
            Self::TableHead => "THead",
            Self::TableBody => "TBody",
            Self::Row => "TR",
            Self::HeadCell => "TH",
            Self::Cell => "TD",
            Self::Figure => "Figure",
        }
    }
}

/// What an element says beyond its role.
#[derive(Debug, Clone, PartialEq)]
pub enum Attribute {
    None,
    /// Words for a figure; its box is known when it is placed.
    Alt(String),
    /// The list has decimal numbers.
    Decimal,
    /// The list has bullets.
    Disc,
    /// The name by which a note is found; unique in the file.
    Id(String),
}

/// What stands in an element, in reading order.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Kid {
    Node(NodeId),
    /// Marked content number `mcid` of a page.
    Content {
        page: usize,
        mcid: usize,
    },
    /// Annotation number `index` of a page.
    Annotation {
        page: usize,
        index: usize,
    },
}

#[derive(Debug)]
pub struct Node {
    pub role: Role,
    pub attribute: Attribute,
    pub parent: Option<NodeId>,
    pub kids: Vec<Kid>,
    /// Page and box of a figure.
    pub place: Option<(usize, Area)>,
    attached: bool,
}

/// All elements; the first is the document.
#[derive(Debug)]
pub struct Tree {
    nodes: Vec<Node>,
}

impl Tree {
    pub const ROOT: NodeId = NodeId(0);

    #[must_use]
    pub fn new() -> Self {
        let root = Node {
            role: Role::Document,
            attribute: Attribute::None,
            parent: None,
            kids: Vec::new(),
            place: None,
            attached: true,
        };
        Self { nodes: vec![root] }
    }

    /// Makes a node that joins `parent` with its first ink.
    pub fn add(&mut self, parent: NodeId, role: Role, attribute: Attribute) -> NodeId {
        let node = Node {
            role,
            attribute,
            parent: Some(parent),
            kids: Vec::new(),
            place: None,
            attached: false,
        };
        self.nodes.push(node);
        NodeId(self.nodes.len() - 1)
    }

    /// Joins the node, and all it stands in, to the tree.
    pub fn attach(&mut self, id: NodeId) {
        let node = &mut self.nodes[id.0];
        if std::mem::replace(&mut node.attached, true) {
            return;
        }
        if let Some(parent) = node.parent {
            self.attach(parent);
            self.nodes[parent.0].kids.push(Kid::Node(id));
        }
    }

    pub fn push_kid(&mut self, id: NodeId, kid: Kid) {
        self.attach(id);
        self.nodes[id.0].kids.push(kid);
    }

    pub fn set_place(&mut self, id: NodeId, page: usize, area: Area) {
        self.nodes[id.0].place = Some((page, area));
    }

    /// The nodes that joined the tree.
    pub fn attached(&self) -> impl Iterator<Item = (NodeId, &Node)> {
        self.nodes
            .iter()
            .enumerate()
            .filter(|(_, node)| node.attached)
            .map(|(index, node)| (NodeId(index), node))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reading_order_is_the_order_of_ink() {
        let mut tree = Tree::new();
        let first = tree.add(Tree::ROOT, Role::Paragraph, Attribute::None);
        let link = tree.add(first, Role::Link, Attribute::None);
        tree.push_kid(first, Kid::Content { page: 0, mcid: 0 });
        tree.push_kid(link, Kid::Content { page: 0, mcid: 1 });
        tree.push_kid(first, Kid::Content { page: 0, mcid: 2 });
        let kids = &tree.attached().find(|(id, _)| *id == first).unwrap().1.kids;
        assert_eq!(kids[1], Kid::Node(link));
        assert_eq!(kids.len(), 3);
    }

    #[test]
    fn a_node_without_ink_is_not_written() {
        let mut tree = Tree::new();
        tree.add(Tree::ROOT, Role::Paragraph, Attribute::None);
        assert_eq!(tree.attached().count(), 1);
    }
}

//! Pages of marks to marked content: which ink belongs to which element of the structure.
//!
//! Content numbers (MCIDs) are given out in the order of the ink, and elements join the tree with their first
//! ink, so that reading order and page order are one.

use std::rc::Rc;

use super::flow::{Area, Mark, Meaning, Shape};
use super::structure::{Kid, NodeId, Tree};
use crate::render::document::Target;

/// A page, ready to be written.
#[derive(Default)]
pub struct PageContent {
    pub runs: Vec<Run>,
    pub links: Vec<LinkArea>,
    /// The element of each marked content, by number.
    pub owners: Vec<NodeId>,
}

/// Consecutive ink of one meaning.
pub struct Run {
    pub tag: RunTag,
    pub shapes: Vec<Shape>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RunTag {
    Content { node: NodeId, mcid: usize },
    Decoration,
    Pagination,
}

/// A place on the page that leads somewhere.
pub struct LinkArea {
    pub area: Area,
    pub target: Rc<Target>,
    pub node: NodeId,
}

/// Divides the marks of all pages into runs and completes the tree.
pub fn mark_content(pages: Vec<Vec<Mark>>, tree: &mut Tree) -> Vec<PageContent> {
    let mut contents = Vec::with_capacity(pages.len());
    for (page, marks) in pages.into_iter().enumerate() {
        let mut content = PageContent::default();
        for mark in marks {
            content.push(mark, page, tree);
        }
        contents.push(content);
    }
    contents
}

impl PageContent {
    fn push(&mut self, mark: Mark, page: usize, tree: &mut Tree) {
        match mark {
            Mark::Ink(ink) => self.push_shape(ink.meaning, ink.shape, page, tree),
            Mark::Link { area, target, node } => {
                tree.push_kid(
                    node,
                    Kid::Annotation {
                        page,
                        index: self.links.len(),
                    },
                );
                self.links.push(LinkArea { area, target, node });
            }
            Mark::Touch(node) => tree.attach(node),
            Mark::Figure { node, area } => tree.set_place(node, page, area),
            Mark::Anchor { .. } | Mark::PageNumber { .. } => {}
        }
    }

    fn push_shape(&mut self, meaning: Meaning, shape: Shape, page: usize, tree: &mut Tree) {
        if let Some(run) = self.runs.last_mut()
            && run.tag.meaning() == meaning
        {
            run.shapes.push(shape);
            return;
        }
        let tag = match meaning {
            Meaning::Content(node) => {
                let mcid = self.owners.len();
                self.owners.push(node);
                tree.push_kid(node, Kid::Content { page, mcid });
                RunTag::Content { node, mcid }
            }
            Meaning::Decoration => RunTag::Decoration,
            Meaning::Pagination => RunTag::Pagination,
        };
        self.runs.push(Run {
            tag,
            shapes: vec![shape],
        });
    }
}

impl RunTag {
    fn meaning(self) -> Meaning {
        match self {
            Self::Content { node, .. } => Meaning::Content(node),
            Self::Decoration => Meaning::Decoration,
            Self::Pagination => Meaning::Pagination,
        }
    }
}

//! Footnotes: composed once, set by the paginator at the foot of the page that refers to them.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::{Composer, Place};
use crate::render::document::{Inline, Note, Target};
use crate::render::pdf::flow::Mark;
use crate::render::pdf::structure::{Attribute, NodeId, Role, Tree};
use crate::render::pdf::style;

/// Room for the number, and the space above a note.
const INDENT: f32 = 14.0;
const GAP: f32 = 2.6;

/// Where each note was first referred to.
pub(super) type Homes = BTreeMap<usize, NodeId>;

impl Composer {
    /// Sets all notes, apart from the text.
    pub(super) fn notes(&mut self, notes: &[Note], place: &Place) {
        for (number, note) in (1..).zip(notes) {
            let first = self.flow.strips.len();
            self.note(number, note, place);
            let strips = self.flow.strips.split_off(first);
            self.flow.notes.push(strips);
        }
    }

    fn note(&mut self, number: usize, note: &Note, place: &Place) {
        let home = self.note_homes.get(&number).copied();
        let attribute = Attribute::Id(format!("note-{number}"));
        let node = self
            .tree
            .add(home.unwrap_or(Tree::ROOT), Role::Note, attribute);
        let inner = place
            .in_node(node)
            .inset(INDENT, 0.0)
            .styled(style::NOTE)
            .spaced(GAP);
        self.gap = 0.0;
        let first = self.flow.strips.len();
        self.note_label(number, node, place, &inner);
        self.blocks(&note.blocks, &inner);
        self.flush_label(&inner);
        if let Some(strip) = self.flow.strips.get_mut(first) {
            strip.gap = GAP;
            let id = note_anchor(number);
            strip.marks.insert(0, Mark::Anchor { id });
        }
        self.gap = 0.0;
    }

    /// The number of the note, which leads back to the text.
    fn note_label(&mut self, number: usize, node: NodeId, place: &Place, inner: &Place) {
        let label = self.tree.add(node, Role::Label, Attribute::None);
        let back = Inline::Link {
            target: Target::Heading(reference_anchor(number)),
            text: vec![Inline::Text(number.to_string())],
        };
        let lines = self.lines(&[back], &inner.in_node(label));
        self.set_label_line(lines.into_iter().next().unwrap_or_default(), place.x, inner);
    }

    /// The notes that these marks refer to; the first reference to each is marked as one to return to.
    pub(super) fn referred(marks: &mut Vec<Mark>) -> Vec<usize> {
        let mut numbers: Vec<usize> = marks.iter().filter_map(note_of).collect();
        numbers.dedup();
        let anchors = numbers.iter().map(|number| Mark::Anchor {
            id: reference_anchor(*number),
        });
        let anchors: Vec<Mark> = anchors.collect();
        marks.extend(anchors);
        numbers
    }
}

/// The anchor of a footnote; no heading can have it, since their ids hold no colon.
fn note_anchor(number: usize) -> String {
    format!("{NOTE}{number}")
}

/// The anchor of the place that refers to a footnote first.
fn reference_anchor(number: usize) -> String {
    format!("reference:{number}")
}

const NOTE: &str = "note:";

/// Where the mark of a footnote leads.
pub(super) fn note_target(number: usize) -> Rc<Target> {
    Rc::new(Target::Heading(note_anchor(number)))
}

/// The note that a link leads to.
fn note_of(mark: &Mark) -> Option<usize> {
    let Mark::Link { target, .. } = mark else {
        return None;
    };
    let Target::Heading(id) = &**target else {
        return None;
    };
    id.strip_prefix(NOTE)?.parse().ok()
}

//! The two ends of page one: the banner with the decision, and the lines to sign on.

use super::row::{Row, column};
use super::{BLOCK_GAP, Composer, Place, decoration, horizontal};
use crate::render::document::{Signature, Tone, Verdict};
use crate::render::pdf::flow::{Keep, Mark, Panel, Shape};
use crate::render::pdf::line::Line;
use crate::render::pdf::structure::{Attribute, Role};
use crate::render::pdf::style;

/// Middle of the sign in the banner, from its left edge, and its radius.
const SIGN_X: f32 = 37.0;
const SIGN_RADIUS: f32 = 17.0;
/// Signatures in one row, and the space between two of them.
const SIGNATURES_ACROSS: usize = 3;
const SIGNATURE_GAP: f32 = 16.0;

impl Composer {
    /// The decision in large type on the colour of its tone, with a sign beside it.
    pub(super) fn verdict(&mut self, verdict: &Verdict, place: &Place) {
        let (strong, _) = style::tone_colours(verdict.tone);
        let node = self.tree.add(place.node, Role::Group, Attribute::None);
        let parts = [
            (&verdict.label, style::SMALL.coloured(style::WHITE).bold()),
            (&verdict.value, style::VERDICT_VALUE),
            (&verdict.note, style::VERDICT_NOTE),
        ]
        .map(|(text, style)| (text, self.sized(style)));
        let height: f32 = parts
            .iter()
            .filter(|(text, _)| !text.is_empty())
            .map(|(_, style)| style.leading)
            .sum();
        let padding = ((2.0 * SIGN_RADIUS - height) / 2.0).max(0.0) + 11.0 * self.density.space;
        self.space(BLOCK_GAP + 3.0);
        self.open_panel(
            Panel {
                fill: Some(strong),
                ..place.panel()
            },
            padding,
        );
        let first = self.flow.strips.len();
        let inner = place.in_node(node).inset(2.0 * SIGN_X, 20.0).spaced(2.0);
        for (text, text_style) in parts.into_iter().filter(|(text, _)| !text.is_empty()) {
            self.paragraph(text, &inner.styled(text_style));
        }
        let strips = &mut self.flow.strips[first..];
        strips
            .iter_mut()
            .for_each(|strip| strip.keep = Keep::WithNext);
        if let Some(strip) = strips.first_mut() {
            let centre = (place.x + SIGN_X, height.min(2.0 * SIGN_RADIUS) / 2.0);
            strip.marks.splice(0..0, sign(verdict.tone, centre));
        }
        self.close_panel(padding + 1.0);
        self.space(BLOCK_GAP);
    }

    /// Places to sign, side by side: the role above, name and date on a line below.
    pub(super) fn signatures(&mut self, signatures: &[Signature], place: &Place) {
        let list = self.tree.add(place.node, Role::List, Attribute::None);
        self.space(BLOCK_GAP);
        for signatures in signatures.chunks(SIGNATURES_ACROSS) {
            self.signature_row(signatures, &place.in_node(list));
        }
        self.space(place.gap);
    }

    fn signature_row(&mut self, signatures: &[Signature], place: &Place) {
        let across = SIGNATURES_ACROSS as f32;
        let cell = self.sized(style::CELL);
        let width = (place.width - SIGNATURE_GAP * (across - 1.0)) / across;
        let places: Vec<Place> = (0..signatures.len())
            .map(|at| Place {
                x: place.x + at as f32 * (width + SIGNATURE_GAP),
                width,
                ..place.styled(cell)
            })
            .collect();
        let filled = signatures.iter().zip(&places);
        let columns = filled
            .map(|(signature, place)| column(place.x, self.signature(signature, place)))
            .collect();
        let row = Row {
            columns,
            style: cell,
            padding: (4.0, 2.2),
            nodes: Vec::new(),
        };
        self.push_row(&row, |band| {
            let lines = places.iter().filter(|_| band.is_last);
            lines
                .map(|place| horizontal(place.x, place.right(), band.height, style::RULE, 0.6))
                .collect()
        });
    }

    fn signature(&mut self, signature: &Signature, place: &Place) -> Vec<Line> {
        let [label, body] = self.list_item(place.node);
        let muted = place.styled(place.style.coloured(style::MUTED));
        let mut lines = self.lines(&signature.role, &muted.in_node(label));
        for text in [&signature.name, &signature.date] {
            if !text.is_empty() {
                lines.extend(self.lines(text, &place.in_node(body)));
            }
        }
        lines
    }
}

/// The sign of a tone in a white disc: tick, exclamation mark, cross or three dots.
fn sign(tone: Tone, (x, y): (f32, f32)) -> Vec<Mark> {
    let (colour, _) = style::tone_colours(tone);
    let at = |(dx, dy): (f32, f32)| (x + dx * SIGN_RADIUS, y + dy * SIGN_RADIUS);
    let thickness = SIGN_RADIUS * 0.2;
    let stroke = |from, to| Shape::Line {
        from: at(from),
        to: at(to),
        colour,
        thickness,
    };
    let dot = |dy| Shape::Disc {
        centre: at((0.0, dy)),
        radius: SIGN_RADIUS * 0.13,
        colour,
    };
    let disc = Shape::Disc {
        centre: (x, y),
        radius: SIGN_RADIUS,
        colour: style::WHITE,
    };
    let shapes = match tone {
        Tone::Good => vec![
            stroke((-0.42, 0.05), (-0.1, 0.36)),
            stroke((-0.16, 0.36), (0.45, -0.32)),
        ],
        Tone::Bad => vec![
            stroke((-0.34, -0.34), (0.34, 0.34)),
            stroke((-0.34, 0.34), (0.34, -0.34)),
        ],
        Tone::Caution => vec![stroke((0.0, -0.52), (0.0, 0.14)), dot(0.46)],
        Tone::Open => vec![dot(-0.42), dot(0.0), dot(0.42)],
    };
    [disc].into_iter().chain(shapes).map(decoration).collect()
}

//! Key figures side by side, and panels of names and values.

use super::row::{Row, column};
use super::text::line_marks;
use super::{BLOCK_GAP, Composer, Place, fill, horizontal};
use crate::render::document::{Card, Inline, KeyValue};
use crate::render::pdf::flow::{Area, Keep, Mark};
use crate::render::pdf::structure::{Attribute, NodeId, Role};
use crate::render::pdf::style;

/// Between cards, and from the edge of a card to its text.
const GAP: f32 = 8.0;
const PAD: f32 = 9.0;
/// Cards are for figures: one that is higher than this is set as a row of names and values instead.
const HIGHEST: f32 = 150.0;
/// Share of the width that the names take.
const NAMES: f32 = 0.27;

impl Composer {
    pub(super) fn cards(&mut self, cards: &[Card], place: &Place) {
        let list = self.tree.add(place.node, Role::List, Attribute::None);
        let across = match cards.len() {
            0..=4 => cards.len().max(1),
            5 | 6 | 9 => 3,
            _ => 4,
        };
        self.space(BLOCK_GAP);
        for row in cards.chunks(across) {
            self.card_row(row, across, &place.in_node(list));
            self.space(GAP);
        }
        self.space(BLOCK_GAP);
    }

    fn card_row(&mut self, cards: &[Card], across: usize, place: &Place) {
        let width = (place.width - GAP * (across - 1) as f32) / across as f32;
        let (mut grounds, mut marks, mut height) = (Vec::new(), Vec::new(), 0.0_f32);
        let mut x = place.x;
        for card in cards {
            let item = self.tree.add(place.node, Role::ListItem, Attribute::None);
            let (card_marks, card_height) = self.card(
                card,
                &Place {
                    x,
                    width,
                    ..place.in_node(item)
                },
            );
            marks.extend(card_marks);
            height = height.max(card_height);
            x += width + GAP;
        }
        if height > HIGHEST {
            cards.iter().for_each(|card| self.card_as_row(card, place));
            return;
        }
        let mut area = Area {
            width,
            ..place.area(height)
        };
        for card in cards {
            let (strong, _) = style::tone_colours(card.tone);
            grounds.extend([
                fill(area, style::PANEL),
                fill(
                    Area {
                        height: 2.2,
                        ..area
                    },
                    strong,
                ),
            ]);
            area.x += width + GAP;
        }
        grounds.extend(marks);
        self.push_strip(height, grounds, Keep::Free);
    }

    /// The texts of one card, and its height.
    fn card(&mut self, card: &Card, place: &Place) -> (Vec<Mark>, f32) {
        let label = self.tree.add(place.node, Role::Label, Attribute::None);
        let body = self.tree.add(place.node, Role::ListBody, Attribute::None);
        let texts = [
            (&card.label, style::SMALL, label),
            (&card.value, style::CARD_VALUE, body),
            (&card.note, style::SMALL, body),
        ]
        .map(|(text, style, node)| (text, self.sized(style), node));
        let pad = PAD * self.density.space;
        let (mut marks, mut y) = (Vec::new(), pad);
        for (text, text_style, node) in texts {
            let inner = place.in_node(node).inset(PAD, PAD - 2.0).styled(text_style);
            for line in self.lines(text, &inner) {
                marks.extend(line_marks(&line, inner.x, y + text_style.baseline()));
                y += text_style.leading;
            }
            y += 1.5;
        }
        (marks, y + pad - 3.0 * self.density.space)
    }

    fn card_as_row(&mut self, card: &Card, place: &Place) {
        let value = [Inline::Strong(card.value.clone()), Inline::LineBreak];
        let value = value.into_iter().chain(card.note.clone()).collect();
        self.key_value(
            &KeyValue {
                label: card.label.clone(),
                value,
            },
            place,
        );
    }

    pub(super) fn key_values(&mut self, pairs: &[KeyValue], place: &Place) {
        let list = self.tree.add(place.node, Role::List, Attribute::None);
        self.space(BLOCK_GAP);
        pairs
            .iter()
            .for_each(|pair| self.key_value(pair, &place.in_node(list)));
        self.space(BLOCK_GAP);
    }

    fn key_value(&mut self, pair: &KeyValue, place: &Place) {
        let width = place.width * NAMES;
        let [label, body] = self.list_item(place.node);
        let names = Place {
            width: width - PAD,
            ..place.in_node(label)
        };
        let names = names.styled(style::CELL.coloured(style::MUTED));
        let values = place.in_node(body).inset(width, 0.0).styled(style::CELL);
        let row = Row {
            columns: vec![
                column(names.x, self.lines(&pair.label, &names)),
                column(values.x, self.lines(&pair.value, &values)),
            ],
            style: style::CELL,
            padding: (3.4, 3.4),
            nodes: Vec::new(),
        };
        self.push_row(&row, |band| {
            let line = horizontal(place.x, place.right(), band.height, style::HAIRLINE, 0.5);
            if band.is_last { vec![line] } else { Vec::new() }
        });
    }

    /// The label and the body of a new item of a list.
    pub(super) fn list_item(&mut self, list: NodeId) -> [NodeId; 2] {
        let item = self.tree.add(list, Role::ListItem, Attribute::None);
        [Role::Label, Role::ListBody].map(|role| self.tree.add(item, role, Attribute::None))
    }
}

//! Lists, nested to any depth, with bullets, numbers or boxes.

use super::{Composer, Place};
use crate::render::document::{Block, Item, ItemMark, List, Numbering};
use crate::render::pdf::structure::{Attribute, Role};

/// Space between items that are one paragraph each, and between longer ones.
const TIGHT_GAP: f32 = 3.2;
const LOOSE_GAP: f32 = 6.0;
/// From the label to the text.
const LABEL_GAP: f32 = 6.5;

impl Composer {
    pub(super) fn list(&mut self, list: &List, place: &Place) {
        let attribute = match list.numbering {
            Numbering::Bullets => Attribute::Disc,
            Numbering::From(_) => Attribute::Decimal,
        };
        let bullet = if place.list_depth == 0 { "•" } else { "–" };
        let node = self.tree.add(place.node, Role::List, attribute);
        let labels: Vec<String> = (0..)
            .zip(&list.items)
            .map(|(i, item)| label(list.numbering, i, item, bullet))
            .collect();
        let widest = labels
            .iter()
            .map(|label| self.words(label, place.style, node).width)
            .fold(0.0, f32::max);
        let gap = if list.items.iter().all(is_short) {
            TIGHT_GAP
        } else {
            LOOSE_GAP
        };
        let inner = Place {
            gap,
            list_depth: place.list_depth + 1,
            ..place.inset(widest + LABEL_GAP, 0.0)
        };
        self.space(place.gap);
        for (item, label) in list.items.iter().zip(&labels) {
            let item_node = self.tree.add(node, Role::ListItem, Attribute::None);
            let label_node = self.tree.add(item_node, Role::Label, Attribute::None);
            let body = self.tree.add(item_node, Role::ListBody, Attribute::None);
            self.flush_label(place);
            let right_aligned = widest - self.words(label, place.style, node).width;
            self.space(gap);
            self.set_label(label, label_node, place.x + right_aligned, place);
            self.blocks(&item.blocks, &inner.in_node(body));
            self.flush_label(place);
        }
    }
}

fn label(numbering: Numbering, index: u64, item: &Item, bullet: &str) -> String {
    match (item.mark, numbering) {
        (ItemMark::Open, _) => "☐".to_owned(),
        (ItemMark::Done, _) => "☑".to_owned(),
        (ItemMark::Plain, Numbering::Bullets) => bullet.to_owned(),
        (ItemMark::Plain, Numbering::From(first)) => format!("{}.", first.saturating_add(index)),
    }
}

fn is_short(item: &Item) -> bool {
    matches!(
        item.blocks.as_slice(),
        [] | [_] | [Block::Paragraph(_), Block::List(_)]
    )
}

//! Blocks on a ground of their own: call-outs, quotes and code.

use super::{BLOCK_GAP, Composer, Place};
use crate::render::document::{Block, CallOut, Inline};
use crate::render::pdf::flow::Panel;
use crate::render::pdf::fonts::Face;
use crate::render::pdf::line::Look;
use crate::render::pdf::paragraph::{Paragraph, Span};
use crate::render::pdf::structure::{Attribute, Role};
use crate::render::pdf::style;

/// From the edge of a panel to its text.
const PAD: f32 = 9.0;
/// The same where a bar runs along the edge.
const PAD_BAR: f32 = 14.0;
/// A call-out that takes no larger share of a page stands on one page.
const LARGEST_WHOLE: f32 = 0.27;

impl Composer {
    pub(super) fn call_out(&mut self, call_out: &CallOut, place: &Place) {
        let (strong, pale) = style::tone_colours(call_out.kind.tone());
        let node = self.tree.add(place.node, Role::Group, Attribute::None);
        self.space(BLOCK_GAP);
        let first = self.flow.strips.len();
        self.open_panel(
            Panel {
                fill: Some(pale),
                bar: Some(strong),
                ..place.panel()
            },
            PAD - 1.0,
        );
        let inner = place.in_node(node).inset(PAD_BAR, PAD).spaced(3.0);
        let title = inner.styled(style::SMALL.coloured(strong).bold());
        self.paragraph(&[Inline::Text(call_out.kind.title(self.words))], &title);
        self.keep_last();
        self.gap = 0.0;
        self.blocks(&call_out.blocks, &inner);
        self.close_panel(PAD);
        self.keep_together(first, LARGEST_WHOLE);
        self.space(BLOCK_GAP);
    }

    pub(super) fn quote(&mut self, blocks: &[Block], place: &Place) {
        let node = self.tree.add(place.node, Role::Quote, Attribute::None);
        self.space(BLOCK_GAP);
        self.open_panel(
            Panel {
                bar: Some(style::RULE),
                ..place.panel()
            },
            1.0,
        );
        let inner = place.in_node(node).inset(PAD_BAR, PAD);
        self.blocks(blocks, &inner.styled(place.style.coloured(style::MUTED)));
        self.close_panel(1.0);
        self.space(BLOCK_GAP);
    }

    pub(super) fn code(&mut self, code: &str, place: &Place) {
        let paragraph = self.tree.add(place.node, Role::Paragraph, Attribute::None);
        let node = self.tree.add(paragraph, Role::Code, Attribute::None);
        self.space(BLOCK_GAP);
        self.open_panel(
            Panel {
                fill: Some(style::PANEL),
                ..place.panel()
            },
            PAD - 2.0,
        );
        let inner = place.inset(PAD, PAD).styled(style::CODE);
        let look = Look {
            face: Face::Mono,
            ..Look::plain(style::CODE, node)
        };
        for line in code.lines() {
            // Spaces are kept as they are; an empty line needs one to have a height.
            let text = if line.trim().is_empty() {
                " ".to_owned()
            } else {
                line.replace(' ', "\u{a0}")
            };
            let span = Span {
                text,
                look: look.clone().into(),
            };
            let lines = Paragraph::new(&mut self.shaper, &[span]).lines(inner.width);
            self.push_lines(lines, &inner);
        }
        self.close_panel(PAD - 2.0);
        self.space(BLOCK_GAP);
    }
}

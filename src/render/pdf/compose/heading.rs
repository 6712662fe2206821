//! Headings with their sections, and rules.

use super::{BLOCK_GAP, Composer, Place, fill, horizontal};
use crate::render::document::{Heading, plain_text};
use crate::render::pdf::flow::{Area, Keep, Mark};
use crate::render::pdf::structure::{Attribute, NodeId, Role, Tree};
use crate::render::pdf::style;

impl Composer {
    pub(super) fn heading(&mut self, heading: &Heading, place: &Place) {
        let is_title = self.flow.strips.len() == self.letterhead_strips;
        let (text_style, above, below) = if is_title {
            (self.sized(title_style(heading)), 0.0, 4.0)
        } else {
            style::heading(heading.level)
        };
        let section = self.open_section(heading.level);
        self.heading_count += 1;
        let node = self
            .tree
            .add(section, Role::Heading(heading.level), Attribute::None);
        self.space(above);
        if is_title {
            self.title_bar(place);
        }
        let first = self.flow.strips.len();
        let place = place.in_node(node).styled(text_style);
        let lines = self.lines(&heading.text, &place);
        self.push_lines(lines, &place);
        let strips = &mut self.flow.strips[first..];
        strips
            .iter_mut()
            .for_each(|strip| strip.keep = Keep::WithNext);
        if let Some(strip) = strips.first_mut() {
            strip.marks.insert(
                0,
                Mark::Anchor {
                    id: heading.id.clone(),
                },
            );
            strip.starts_page = heading.level == 1 && !is_title;
        }
        self.after_headings.push(self.flow.strips.len());
        self.gap = 0.0;
        self.space(below);
        self.lead = is_title;
    }

    fn open_section(&mut self, level: u8) -> NodeId {
        while self.sections.last().is_some_and(|(open, _)| *open >= level) {
            self.sections.pop();
        }
        let parent = self
            .sections
            .last()
            .map_or(Tree::ROOT, |(_, section)| *section);
        let section = self.tree.add(parent, Role::Section, Attribute::None);
        self.sections.push((level, section));
        section
    }

    /// The accent above the title.
    fn title_bar(&mut self, place: &Place) {
        let area = Area {
            x: place.x,
            y: 0.0,
            width: 44.0,
            height: 4.0,
        };
        self.push_strip(
            13.0 * self.density.space,
            vec![fill(area, style::ACCENT)],
            Keep::WithNext,
        );
    }

    pub(super) fn rule(&mut self, place: &Place) {
        self.space(BLOCK_GAP);
        let line = horizontal(place.x, place.right(), 0.0, style::HAIRLINE, 0.7);
        self.push_strip(1.0, vec![line], Keep::Free);
        self.space(BLOCK_GAP);
    }
}

/// A title of many words is set smaller.
fn title_style(heading: &Heading) -> style::TextStyle {
    match plain_text(&heading.text).chars().count() {
        0..=60 => style::TITLE,
        61..=120 => style::heading(1).0,
        _ => style::heading(2).0.coloured(style::INK),
    }
}

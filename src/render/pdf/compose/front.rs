//! Page one: complete in itself, set as close as it takes to fit.

use super::text::line_marks;
use super::{Composer, Place};
use crate::render::document::{Block, Document, Inline};
use crate::render::logo::Logo;
use crate::render::pdf::flow::{Area, Ink, Keep, Mark, Meaning, Shape};
use crate::render::pdf::structure::{Attribute, Role};
use crate::render::pdf::style::{self, Density, Sheet, TextStyle};
use crate::render::{Letterhead, Metadata};

/// The largest size of a logo, and the space between it and the name.
const LOGO_WIDTH: f32 = 150.0;
const LOGO_HEIGHT: f32 = 36.0;
const LOGO_GAP: f32 = 12.0;
/// Between the letterhead and the title.
const LETTERHEAD_GAP: f32 = 18.0;

/// How many blocks make the front page: those before the first section, if they bear a verdict.
///
/// They are set closer than running text, so that page one is complete in itself.
pub(super) fn front_page(blocks: &[Block]) -> usize {
    let is_section = |block: &Block| matches!(block, Block::Heading(heading) if heading.level > 1);
    let end = blocks.iter().position(is_section).unwrap_or(0);
    let bears_verdict = blocks[..end]
        .iter()
        .any(|block| matches!(block, Block::Verdict(_)));
    if bears_verdict { end } else { 0 }
}

/// A composer that has set the front page, as loosely as one page allows.
pub(super) fn with_front(document: &Document, metadata: &Metadata, sheet: Sheet) -> Composer {
    let front = &document.blocks[..front_page(&document.blocks)];
    let new = || Composer::new(document, metadata, sheet);
    let mut composer = new();
    for density in Density::STEPS {
        composer = Composer {
            density,
            shaper: composer.shaper,
            ..new()
        };
        composer.front(front, metadata.letterhead.as_ref());
        if composer.height() <= sheet.text_height() {
            break;
        }
    }
    composer.density = Density::FULL;
    composer
}

impl Composer {
    fn front(&mut self, blocks: &[Block], letterhead: Option<&Letterhead>) {
        let place = self.page();
        if let Some(letterhead) = letterhead {
            self.letterhead(letterhead, &place);
        }
        let compact = place.styled(self.sized(style::COMPACT));
        let compact = compact.spaced(super::COMPACT_GAP);
        self.blocks(blocks, &compact);
    }

    /// The style as large as the page at hand allows.
    pub(super) fn sized(&self, style: TextStyle) -> TextStyle {
        style.scaled(self.density.text)
    }

    /// What stands so far, on one page.
    fn height(&self) -> f32 {
        let strips = self.flow.strips.iter();
        let height: f32 = strips.map(|strip| strip.gap + strip.height).sum();
        height - self.flow.strips.first().map_or(0.0, |strip| strip.gap)
    }

    /// Logo and name of the organisation that reports.
    fn letterhead(&mut self, letterhead: &Letterhead, place: &Place) {
        let name = &letterhead.organisation;
        let logo = letterhead.logo.as_ref();
        let (mut marks, area) = logo.map_or((Vec::new(), place.area(0.0)), |logo| {
            self.logo(logo, name, place)
        });
        let taken = if logo.is_some() {
            area.width + LOGO_GAP
        } else {
            0.0
        };
        let text_style = style::ORGANISATION;
        let node = self.tree.add(place.node, Role::Paragraph, Attribute::None);
        let room = place.in_node(node).inset(taken, 0.0).styled(text_style);
        let lines = self.lines(&[Inline::Text(name.clone())], &room);
        let text_height = lines.len() as f32 * text_style.leading;
        let mut y = (area.height - text_height).max(0.0) / 2.0;
        for line in &lines {
            marks.extend(line_marks(line, room.x, y + text_style.baseline()));
            y += text_style.leading;
        }
        self.push_strip(area.height.max(text_height), marks, Keep::WithNext);
        self.letterhead_strips = self.flow.strips.len();
        self.space(LETTERHEAD_GAP);
    }

    /// The logo as a figure that bears the name, and the area it takes.
    fn logo(&mut self, logo: &Logo, name: &str, place: &Place) -> (Vec<Mark>, Area) {
        let (width, height) = logo.fitted(LOGO_WIDTH, LOGO_HEIGHT);
        let alt = Attribute::Alt(name.to_owned());
        let node = self.tree.add(place.node, Role::Figure, alt);
        let area = Area {
            width,
            ..place.area(height)
        };
        let ink = Ink {
            meaning: Meaning::Content(node),
            shape: Shape::Logo(area),
        };
        (vec![Mark::Ink(ink), Mark::Figure { node, area }], area)
    }
}

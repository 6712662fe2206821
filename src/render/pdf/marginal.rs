//! Head and foot of each page: pagination artifacts, outside the structure of the report.

use std::rc::Rc;

use super::flow::{Ink, Mark, Meaning, Shape};
use super::fonts::Face;
use super::shape::{Shaper, Word, points};
use super::style::{self, Rgb, Sheet};
use crate::render::Metadata;
use crate::words::say;

const HEAD_BASELINE: f32 = 42.0;
/// From the bottom of the page.
const FOOT_RULE: f32 = 46.0;
const FOOT_BASELINE: f32 = 33.0;
/// Kept free between the texts at the two sides.
const SPACE: f32 = 20.0;

/// Adds to all pages: title, organisation and mark above the text; subject, stamp and page number below.
pub fn add_marginals(
    pages: &mut [Vec<Mark>],
    metadata: &Metadata,
    sheet: Sheet,
    shaper: &mut Shaper,
) {
    let (count, words) = (pages.len(), metadata.words());
    let mark = metadata.mark.as_deref();
    let organisation = metadata
        .letterhead
        .as_ref()
        .map(|letterhead| letterhead.organisation.as_str());
    let running: Vec<&str> = organisation
        .into_iter()
        .chain([metadata.title.as_str()])
        .collect();
    let running = running.join(" · ");
    for (index, page) in pages.iter_mut().enumerate() {
        if mark.is_some() {
            page.insert(0, pagination(Shape::Watermark));
        }
        let mut margin = Margin {
            shaper,
            page,
            sheet,
        };
        let mark_width = margin.right(mark.unwrap_or_default(), HEAD_BASELINE, Face::Bold);
        if index > 0 {
            margin.left(&running, HEAD_BASELINE, mark_width);
        }
        let number = say!(words, "pdf-page", page = index + 1, pages = count);
        let number = format!("{} · {number}", metadata.stamp);
        let foot = sheet.upwards(FOOT_BASELINE);
        let number_width = margin.right(&number, foot, Face::Regular);
        margin.left(&metadata.footer, foot, number_width);
        margin.rule(sheet.upwards(FOOT_RULE), style::HAIRLINE);
    }
}

fn pagination(shape: Shape) -> Mark {
    Mark::Ink(Ink {
        meaning: Meaning::Pagination,
        shape,
    })
}

struct Margin<'a> {
    shaper: &'a mut Shaper,
    page: &'a mut Vec<Mark>,
    sheet: Sheet,
}

impl Margin<'_> {
    /// Sets a text at the left, cut where it would run into one of width `taken` at the right.
    fn left(&mut self, text: &str, baseline: f32, taken: f32) {
        let room = self.sheet.text_width() - taken - SPACE;
        if self.width(text, Face::Regular) <= room {
            self.text(text, Face::Regular, style::MARGIN, baseline);
            return;
        }
        let dots = self.width("…", Face::Regular);
        let word = self.shaper.word(Face::Regular, text);
        let (kept, width) = word.fitting(room - dots, style::MARGINAL.size);
        self.clusters(&word, kept, style::MARGIN, baseline);
        self.text("…", Face::Regular, style::MARGIN + width, baseline);
    }

    /// Sets a text at the right and returns its width.
    fn right(&mut self, text: &str, baseline: f32, face: Face) -> f32 {
        let width = self.width(text, face);
        self.text(text, face, self.sheet.text_right() - width, baseline);
        width
    }

    fn width(&mut self, text: &str, face: Face) -> f32 {
        points(self.shaper.word(face, text).advance, style::MARGINAL.size)
    }

    fn text(&mut self, text: &str, face: Face, x: f32, y: f32) {
        let word = self.shaper.word(face, text);
        self.clusters(&word, word.clusters.len(), x, y);
    }

    /// Sets the first `to` clusters of a word.
    fn clusters(&mut self, word: &Rc<Word>, to: usize, x: f32, y: f32) {
        let (size, colour) = (style::MARGINAL.size, style::MUTED);
        let word = Rc::clone(word);
        self.draw(Shape::Text {
            word,
            from: 0,
            to,
            x,
            y,
            size,
            colour,
        });
    }

    fn rule(&mut self, y: f32, colour: Rgb) {
        let (from, to) = ((style::MARGIN, y), (self.sheet.text_right(), y));
        self.draw(Shape::Line {
            from,
            to,
            colour,
            thickness: 0.5,
        });
    }

    fn draw(&mut self, shape: Shape) {
        self.page.push(pagination(shape));
    }
}

//! Strips to pages: where each page ends.
//!
//! Strips that keep together move together; a table goes on below its repeated head; a panel is drawn anew on
//! each page that it reaches. Page numbers in the contents are filled in at the end, in room kept for them.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::flow::{Area, Flow, Ink, Keep, Mark, Meaning, Panel, Shape, Strip};
use super::foot::{Foot, SEPARATOR};
use super::shape::{Shaper, points};
use super::style::{MARGIN, RULE, Sheet, TEXT_TOP};

/// A report with pages; all positions are from the top left corner of the page.
pub struct Paged {
    pub pages: Vec<Vec<Mark>>,
    /// Page and height of each heading and note.
    pub anchors: BTreeMap<String, (usize, f32)>,
}

/// Places all strips.
pub fn paginate(flow: Flow, sheet: Sheet, shaper: &mut Shaper) -> Paged {
    let Flow {
        mut strips,
        panels,
        heads,
        notes,
    } = flow;
    let mut paginator = Paginator {
        sheet,
        heads,
        panels,
        foot: Foot::new(notes, sheet.text_height()),
        pages: vec![Vec::new()],
        anchors: BTreeMap::new(),
        reach: BTreeMap::new(),
        y: TEXT_TOP,
        is_fresh: true,
    };
    for group in strips.chunk_by_mut(|strip, _| strip.keep == Keep::WithNext) {
        paginator.group(group);
    }
    paginator.finish();
    let Paginator {
        mut pages, anchors, ..
    } = paginator;
    for mark in pages.iter_mut().flatten() {
        fill_in(mark, &anchors, shaper);
    }
    Paged { pages, anchors }
}

/// A chapter may begin on a page of which no larger share is filled.
const STILL_EMPTY: f32 = 0.42;

struct Paginator {
    sheet: Sheet,
    heads: Vec<Vec<Strip>>,
    panels: Vec<Panel>,
    foot: Foot,
    pages: Vec<Vec<Mark>>,
    anchors: BTreeMap<String, (usize, f32)>,
    /// Top and bottom of each panel on this page.
    reach: BTreeMap<usize, (f32, f32)>,
    y: f32,
    /// No text stands on this page yet.
    is_fresh: bool,
}

impl Paginator {
    /// Places strips that should stand on one page, if one page can hold them.
    fn group(&mut self, group: &mut [Strip]) {
        let Some(first) = group.first() else { return };
        let rest = group[1..].iter().map(|strip| strip.gap + strip.height);
        let height = first.height + rest.sum::<f32>();
        let head = first.table.map_or(0.0, |table| {
            self.heads[table].iter().map(|strip| strip.height).sum()
        });
        let asked = self.foot.asked(group);
        let fits_a_page = head + height + asked + self.foot.carried() <= self.sheet.text_height();
        let gap = if self.is_fresh { 0.0 } else { first.gap };
        let fits_here = self.y + gap + height + asked <= self.bottom();
        let filled = (self.y - TEXT_TOP) / self.sheet.text_height();
        let is_wanted = first.starts_page && filled > STILL_EMPTY;
        if !self.is_fresh && (is_wanted || (fits_a_page && !fits_here)) {
            self.start_page(first.table);
        }
        if fits_here || fits_a_page {
            group.iter_mut().for_each(|strip| self.place(strip));
            self.foot.add(group, self.bottom() - self.y);
        } else {
            group.chunks_mut(1).for_each(|strip| self.divided(strip));
        }
    }

    /// Places one strip of a group that no page can hold.
    fn divided(&mut self, strip: &mut [Strip]) {
        let end = self.y + strip[0].gap + strip[0].height + self.foot.asked(strip);
        if !self.is_fresh && end > self.bottom() {
            self.start_page(strip[0].table);
        }
        strip.iter_mut().for_each(|strip| self.place(strip));
        self.foot.add(strip, self.bottom() - self.y);
    }

    /// Where the text of this page has to end.
    fn bottom(&self) -> f32 {
        self.sheet.text_bottom() - self.foot.height()
    }

    fn start_page(&mut self, table: Option<usize>) {
        self.finish_page();
        self.pages.push(Vec::new());
        self.y = TEXT_TOP;
        self.is_fresh = true;
        self.foot.start_page();
        let head = table.map(|table| self.heads[table].clone());
        for mut strip in head.into_iter().flatten() {
            self.place(&mut strip);
        }
    }

    /// Ends the last page, and those that the notes still need.
    fn finish(&mut self) {
        self.foot.add_rest(self.bottom() - self.y);
        while !self.foot.is_done() {
            self.start_page(None);
            self.foot.add_rest(self.bottom() - self.y);
        }
        self.finish_page();
    }

    /// Sets the notes at the foot of the page, and its grounds.
    fn finish_page(&mut self) {
        let mut notes = self.foot.take();
        if let Some(first) = notes.first_mut() {
            first.gap = 0.0;
            let height: f32 = notes.iter().map(|strip| strip.gap + strip.height).sum();
            self.y = self.sheet.text_bottom() - height;
            let line = Shape::Line {
                from: (MARGIN, self.y - SEPARATOR / 2.0),
                to: (MARGIN + NOTE_LINE, self.y - SEPARATOR / 2.0),
                colour: RULE,
                thickness: 0.5,
            };
            self.draw(line);
            notes.iter_mut().for_each(|strip| self.place(strip));
        }
        self.draw_panels();
    }

    fn draw(&mut self, shape: Shape) {
        if let Some(page) = self.pages.last_mut() {
            page.push(Mark::Ink(Ink {
                meaning: Meaning::Decoration,
                shape,
            }));
        }
    }

    /// Moves the marks of a strip to their place on the page.
    fn place(&mut self, strip: &mut Strip) {
        let gap = if self.is_fresh { 0.0 } else { strip.gap };
        let (top, bottom) = (self.y + gap, self.y + gap + strip.height);
        for panel in &strip.panels {
            self.reach.entry(*panel).or_insert((top, bottom)).1 = bottom;
        }
        let page = self.pages.len() - 1;
        for mark in std::mem::take(&mut strip.marks) {
            match mark {
                Mark::Anchor { id } => {
                    self.anchors.entry(id).or_insert((page, top));
                }
                mark => self.pages[page].push(moved_down(mark, top)),
            }
        }
        self.y = bottom;
        self.is_fresh = false;
    }

    /// Puts the grounds of this page behind its ink, the outer ones first.
    fn draw_panels(&mut self) {
        let mut grounds = Vec::new();
        for (index, (top, bottom)) in std::mem::take(&mut self.reach) {
            let panel = self.panels[index];
            let area = Area {
                x: panel.x,
                y: top,
                width: panel.width,
                height: bottom - top,
            };
            let bar = Area {
                width: BAR_WIDTH,
                ..area
            };
            grounds.extend(panel.fill.map(|colour| Shape::Fill { area, colour }));
            grounds.extend(panel.bar.map(|colour| Shape::Fill { area: bar, colour }));
        }
        let ink = |shape| {
            Mark::Ink(Ink {
                meaning: Meaning::Decoration,
                shape,
            })
        };
        if let Some(page) = self.pages.last_mut() {
            page.splice(0..0, grounds.into_iter().map(ink));
        }
    }
}

/// Length of the line above the notes.
const NOTE_LINE: f32 = 96.0;
/// Width of the bar along the left edge of a panel.
const BAR_WIDTH: f32 = 3.0;

fn moved_down(mark: Mark, by: f32) -> Mark {
    match mark {
        Mark::Ink(ink) => Mark::Ink(Ink {
            shape: ink.shape.moved_down(by),
            ..ink
        }),
        Mark::Link { area, target, node } => Mark::Link {
            area: area.moved_down(by),
            target,
            node,
        },
        Mark::PageNumber {
            id,
            right,
            baseline,
            look,
        } => Mark::PageNumber {
            id,
            right,
            baseline: baseline + by,
            look,
        },
        Mark::Figure { node, area } => Mark::Figure {
            node,
            area: area.moved_down(by),
        },
        mark @ (Mark::Anchor { .. } | Mark::Touch(_)) => mark,
    }
}

/// Turns a page number into ink, now that the page is known.
fn fill_in(mark: &mut Mark, anchors: &BTreeMap<String, (usize, f32)>, shaper: &mut Shaper) {
    let Mark::PageNumber {
        id,
        right,
        baseline,
        look,
    } = mark
    else {
        return;
    };
    let Some((page, _)) = anchors.get(id) else {
        return;
    };
    let word = shaper.word(look.face, &(page + 1).to_string());
    let shape = Shape::Text {
        from: 0,
        to: word.clusters.len(),
        x: *right - points(word.advance, look.size),
        y: *baseline,
        size: look.size,
        colour: look.colour,
        word: Rc::clone(&word),
    };
    *mark = Mark::Ink(Ink {
        meaning: Meaning::Content(look.node),
        shape,
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    fn strip(height: f32, keep: Keep) -> Strip {
        Strip {
            gap: 10.0,
            height,
            marks: vec![Mark::Touch(crate::render::pdf::structure::Tree::ROOT)],
            keep,
            panels: Vec::new(),
            table: None,
            starts_page: false,
            notes: Vec::new(),
        }
    }

    fn marks_per_page(strips: Vec<Strip>, heads: Vec<Vec<Strip>>) -> Vec<usize> {
        let flow = Flow {
            strips,
            heads,
            ..Flow::default()
        };
        paginate(flow, Sheet::A4, &mut Shaper::default())
            .pages
            .iter()
            .map(Vec::len)
            .collect()
    }

    const PAGE: f32 = Sheet::A4.text_height();

    #[test]
    fn a_strip_as_high_as_the_page_fits() {
        let strips = vec![strip(PAGE, Keep::Free), strip(1.0, Keep::Free)];
        assert_eq!(marks_per_page(strips, vec![]), [1, 1]);
    }

    #[test]
    fn kept_strips_move_together() {
        let strips = vec![
            strip(PAGE - 50.0, Keep::Free),
            strip(30.0, Keep::WithNext),
            strip(30.0, Keep::Free),
        ];
        assert_eq!(marks_per_page(strips, vec![]), [1, 2]);
    }

    #[test]
    fn strips_that_no_page_can_hold_are_divided() {
        let strips = vec![
            strip(PAGE / 2.0, Keep::WithNext),
            strip(PAGE / 2.0, Keep::WithNext),
            strip(9.0, Keep::Free),
        ];
        assert_eq!(marks_per_page(strips, vec![]), [1, 2]);
    }

    #[test]
    fn a_table_repeats_its_head() {
        let row = Strip {
            table: Some(0),
            ..strip(PAGE / 2.0 - 30.0, Keep::Free)
        };
        let heads = vec![vec![Strip {
            gap: 0.0,
            ..strip(20.0, Keep::WithNext)
        }]];
        let strips = vec![row.clone(), row.clone(), row];
        assert_eq!(marks_per_page(strips, heads), [2, 2]);
    }

    /// A line that refers to the first note.
    fn referring() -> Strip {
        Strip {
            notes: vec![1],
            ..strip(20.0, Keep::Free)
        }
    }

    fn with_note(strips: Vec<Strip>, lines: usize) -> Vec<usize> {
        let flow = Flow {
            strips,
            notes: vec![vec![strip(10.0, Keep::Free); lines]],
            ..Flow::default()
        };
        let paged = paginate(flow, Sheet::A4, &mut Shaper::default());
        paged.pages.iter().map(Vec::len).collect()
    }

    #[test]
    fn a_note_stands_on_the_page_of_its_first_reference() {
        let filler = || strip(PAGE - 80.0, Keep::Free);
        // Text, the line above the note, and the note.
        assert_eq!(
            with_note(vec![referring(), filler(), referring()], 1),
            [4, 1]
        );
    }

    #[test]
    fn a_line_moves_to_the_next_page_for_its_note() {
        let filler = || strip(PAGE - 40.0, Keep::Free);
        assert_eq!(with_note(vec![filler(), referring()], 1), [1, 3]);
    }

    #[test]
    fn a_long_note_runs_over_and_is_whole() {
        let pages = with_note(vec![referring()], 90);
        let (text, lines) = (1, pages.len());
        assert!(pages.len() > 2);
        assert_eq!(pages.iter().sum::<usize>(), text + lines + 90);
    }

    #[test]
    fn a_strip_higher_than_the_page_does_not_loop() {
        let strips = vec![strip(2.0 * PAGE, Keep::Free); 2];
        assert_eq!(marks_per_page(strips, vec![]), [1, 1]);
    }
}

//! Footnotes on their way to the foot of a page: which of them stand there, and what runs over to the next.
//!
//! A note stands on the page on which it is first referred to. One that is too long for its page begins there
//! and goes on at the foot of the next.

use std::collections::VecDeque;

use super::flow::Strip;

/// Between the text and the first note, with the line that parts them.
pub const SEPARATOR: f32 = 13.0;
/// Notes take no larger share of a page that also holds text.
const LARGEST_SHARE: f32 = 0.5;
/// Text moves to the next page to stand with its notes, but not for more of them than this share of a page.
const LARGEST_KEPT: f32 = 0.3;

/// All notes of a report while its pages are filled.
pub struct Foot {
    /// By number, from 1; empty once it was referred to.
    notes: Vec<Vec<Strip>>,
    /// What stands on this page.
    strips: Vec<Strip>,
    /// What belongs on this page, or an earlier one, and found no room.
    waiting: VecDeque<Strip>,
    text_height: f32,
}

impl Foot {
    pub fn new(notes: Vec<Vec<Strip>>, text_height: f32) -> Self {
        Self {
            notes,
            strips: Vec::new(),
            waiting: VecDeque::new(),
            text_height,
        }
    }

    /// What the notes on this page take, with their line.
    pub fn height(&self) -> f32 {
        with_line(height(&self.strips))
    }

    /// What will stand on the next page already before any text.
    pub fn carried(&self) -> f32 {
        let most = self.text_height * LARGEST_SHARE;
        with_line(height(&self.waiting)).min(most)
    }

    /// How much higher the foot should get when these strips are placed.
    pub fn asked(&self, strips: &[Strip]) -> f32 {
        let new = numbers(strips).filter_map(|number| self.notes.get(number - 1));
        let asked: f32 = new.map(height).sum();
        let line = if asked > 0.0 && self.strips.is_empty() {
            SEPARATOR
        } else {
            0.0
        };
        asked.min(self.text_height * LARGEST_KEPT) + line
    }

    /// Adds the notes that these strips refer to first, as far as there is room.
    pub fn add(&mut self, strips: &[Strip], room: f32) {
        let numbers: Vec<usize> = numbers(strips).collect();
        numbers.into_iter().for_each(|number| self.refer(number));
        let most = self.text_height * LARGEST_SHARE - self.height();
        self.fill(room.min(most));
    }

    /// Asks for a note, and for those that it refers to itself.
    fn refer(&mut self, number: usize) {
        let Some(note) = self.notes.get_mut(number - 1) else {
            return;
        };
        let note = std::mem::take(note);
        let inner: Vec<usize> = numbers(&note).collect();
        self.waiting.extend(note);
        inner.into_iter().for_each(|number| self.refer(number));
    }

    /// Asks for all notes that nothing on a page refers to, so that none is lost.
    pub fn add_rest(&mut self, room: f32) {
        (1..=self.notes.len()).for_each(|number| self.refer(number));
        self.fill(room);
    }

    /// Begins a page with what is left of the last one.
    pub fn start_page(&mut self) {
        self.fill(self.text_height * LARGEST_SHARE);
    }

    fn fill(&mut self, room: f32) {
        let mut left = room;
        if self.strips.is_empty() {
            left -= SEPARATOR;
        }
        while let Some(strip) = self.waiting.front() {
            left -= strip.gap + strip.height;
            if left < 0.0 {
                break;
            }
            self.strips.extend(self.waiting.pop_front());
        }
        // What is higher than any foot is set all the same, or the pages would never end.
        let is_stuck = room >= self.text_height * LARGEST_SHARE && self.strips.is_empty();
        if is_stuck {
            self.strips.extend(self.waiting.pop_front());
        }
    }

    pub fn is_done(&self) -> bool {
        self.waiting.is_empty()
    }

    /// The notes of the page, which ends here.
    pub fn take(&mut self) -> Vec<Strip> {
        std::mem::take(&mut self.strips)
    }
}

/// The notes that the strips refer to.
fn numbers(strips: &[Strip]) -> impl Iterator<Item = usize> {
    strips.iter().flat_map(|strip| strip.notes.iter().copied())
}

fn height<'a>(strips: impl IntoIterator<Item = &'a Strip>) -> f32 {
    let heights = strips.into_iter().map(|strip| strip.gap + strip.height);
    heights.sum()
}

fn with_line(height: f32) -> f32 {
    if height > 0.0 {
        height + SEPARATOR
    } else {
        0.0
    }
}

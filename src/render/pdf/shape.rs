//! Text to positioned glyphs, word by word, with fallback per cluster.
//!
//! A report repeats its words, so each is shaped once and shared. No glyph is ever `.notdef` (PDF/UA-1, clause
//! 7.21.8): what no face can print becomes a visible `[U+XXXX]` that still extracts as the character.

use std::collections::HashMap;
use std::rc::Rc;

use harfrust::{Buffer, Direction, Script, ShapeOptions, ShapePlan, ShaperFont, shape};
use unicode_segmentation::UnicodeSegmentation;

use super::fonts::{Face, UNITS_PER_EM};

/// A shaped stretch of text that no line break divides, unless it is too long for any line.
#[derive(Debug)]
pub struct Word {
    pub clusters: Vec<Cluster>,
    /// Sum of the clusters' advances.
    pub advance: i32,
}

/// The smallest stretch of text that has glyphs of its own.
#[derive(Debug)]
pub struct Cluster {
    pub face: Face,
    /// What a reader copies: the text these glyphs stand for.
    pub text: String,
    pub glyphs: Vec<Glyph>,
    pub advance: i32,
}

/// One glyph, in font units; `dx` and `dy` move it without moving the next.
#[derive(Debug, Clone, Copy)]
pub struct Glyph {
    pub id: u16,
    pub advance: i32,
    pub dx: i32,
    pub dy: i32,
}

impl Word {
    /// How many clusters fit into `room` points, and how wide they are.
    pub fn fitting(&self, room: f32, size: f32) -> (usize, f32) {
        let mut width = 0.0;
        for (index, cluster) in self.clusters.iter().enumerate() {
            let advance = points(cluster.advance, size);
            if width + advance > room {
                return (index, width);
            }
            width += advance;
        }
        (self.clusters.len(), width)
    }
}

/// Font units to points.
#[must_use]
pub fn points(units: i32, size: f32) -> f32 {
    units as f32 * size / UNITS_PER_EM
}

/// Shapes the words of one document.
#[derive(Default)]
pub struct Shaper {
    words: [HashMap<String, Rc<Word>>; Face::ALL.len()],
    plans: Vec<(Face, Option<Script>, ShapePlan)>,
    spare: Option<Buffer>,
}

impl Shaper {
    /// The glyphs of `text`, which has no line break in it.
    pub fn word(&mut self, face: Face, text: &str) -> Rc<Word> {
        if let Some(word) = self.words[face as usize].get(text) {
            return Rc::clone(word);
        }
        let word = Rc::new(self.shaped(face, text));
        self.words[face as usize].insert(text.to_owned(), Rc::clone(&word));
        word
    }

    fn shaped(&mut self, face: Face, text: &str) -> Word {
        let mut clusters = Vec::new();
        for run in runs(face, text) {
            match run {
                Run::Printable(face, text) => self.push_run(face, &text, &mut clusters),
                Run::Missing(text) => {
                    let mut mark = Vec::new();
                    self.push_run(
                        face.covering("[U+]").unwrap_or(Face::Regular),
                        &code_points(&text),
                        &mut mark,
                    );
                    clusters.push(merged(mark, text));
                }
            }
        }
        let advance = clusters.iter().map(|cluster| cluster.advance).sum();
        Word { clusters, advance }
    }

    fn push_run(&mut self, face: Face, text: &str, clusters: &mut Vec<Cluster>) {
        let mut buffer = self.spare.take().unwrap_or_default();
        for (index, c) in text.char_indices() {
            buffer.push(
                u32::from(c),
                u32::try_from(index).expect("a word is shorter than 4 GB"),
            );
        }
        buffer.set_direction(Direction::LeftToRight);
        buffer.guess_segment_properties();
        let plan = self.plan(face, buffer.script());
        shape(
            &ShaperFont::new(face.font()),
            &mut buffer,
            ShapeOptions::new().plan(Some(plan)),
        )
        .expect("the plan was made for this direction and script");
        push_clusters(face, text, &buffer, clusters);
        buffer.clear();
        self.spare = Some(buffer);
    }

    fn plan(&mut self, face: Face, script: Option<Script>) -> &ShapePlan {
        let known = self
            .plans
            .iter()
            .position(|(f, s, _)| *f == face && *s == script);
        let index = known.unwrap_or_else(|| {
            let plan = ShapePlan::new(face.font(), Direction::LeftToRight, script, None, &[]);
            self.plans.push((face, script, plan));
            self.plans.len() - 1
        });
        &self.plans[index].2
    }
}

/// A stretch of text that one face prints, or that none can.
enum Run {
    Printable(Face, String),
    Missing(String),
}

fn runs(face: Face, text: &str) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    for grapheme in text.graphemes(true) {
        let ink: String = grapheme
            .chars()
            .filter(|c| !is_variation_selector(*c))
            .map(printed)
            .collect();
        match (face.covering(&ink), runs.last_mut()) {
            _ if ink.is_empty() => {}
            (Some(face), Some(Run::Printable(last, run))) if *last == face => run.push_str(&ink),
            (Some(face), _) => runs.push(Run::Printable(face, ink)),
            (None, _) => runs.push(Run::Missing(grapheme.to_owned())),
        }
    }
    runs
}

/// Variation selectors choose between looks of a sign (text or emoji); the bundled faces have one look each.
fn is_variation_selector(c: char) -> bool {
    matches!(c, '\u{fe00}'..='\u{fe0f}')
}

/// All kinds of space print as the one space whose glyph extracts as a space.
fn printed(c: char) -> char {
    if c.is_whitespace() { ' ' } else { c }
}

fn code_points(text: &str) -> String {
    text.chars()
        .map(|c| format!("[U+{:04X}]", u32::from(c)))
        .collect()
}

fn merged(clusters: Vec<Cluster>, text: String) -> Cluster {
    Cluster {
        face: clusters
            .first()
            .map_or(Face::Regular, |cluster| cluster.face),
        advance: clusters.iter().map(|cluster| cluster.advance).sum(),
        glyphs: clusters
            .into_iter()
            .flat_map(|cluster| cluster.glyphs)
            .collect(),
        text,
    }
}

fn push_clusters(face: Face, text: &str, buffer: &Buffer, clusters: &mut Vec<Cluster>) {
    let infos = buffer.glyph_infos();
    let starts = infos.iter().map(|info| info.cluster as usize);
    let mut bounds: Vec<usize> = starts.chain([text.len()]).collect();
    bounds.dedup();
    let mut glyphs = infos.iter().zip(buffer.glyph_positions()).peekable();
    for bound in bounds.windows(2) {
        let mut cluster = Cluster {
            face,
            text: text[bound[0]..bound[1]].to_owned(),
            glyphs: Vec::new(),
            advance: 0,
        };
        while let Some((info, position)) =
            glyphs.next_if(|(info, _)| info.cluster as usize == bound[0])
        {
            cluster.advance += position.x_advance;
            cluster.glyphs.push(Glyph {
                id: u16::try_from(info.glyph_id)
                    .expect("a bundled face has fewer than 65536 glyphs"),
                advance: position.x_advance,
                dx: position.x_offset,
                dy: position.y_offset,
            });
        }
        clusters.push(cluster);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shaped(text: &str) -> Rc<Word> {
        Shaper::default().word(Face::Regular, text)
    }

    #[test]
    fn no_text_gives_notdef() {
        for text in [
            "Zoë",
            "Ω≈ç",
            "日本",
            "👩‍💻",
            "e\u{301}\u{323}",
            "\u{fffd}",
            "א",
            "a\u{fe0f}",
            "\u{1f1e9}\u{1f1ea}",
        ] {
            let word = shaped(text);
            assert!(
                word.clusters
                    .iter()
                    .flat_map(|cluster| &cluster.glyphs)
                    .all(|glyph| glyph.id != 0),
                "{text}"
            );
        }
    }

    #[test]
    fn clusters_give_the_text_back() {
        for text in ["office", "Zoë→日本✓", "e\u{301}x"] {
            let back: String = shaped(text)
                .clusters
                .iter()
                .map(|cluster| cluster.text.as_str())
                .collect();
            assert_eq!(back, text);
        }
    }

    #[test]
    fn a_missing_character_prints_its_code_point() {
        let missing = shaped("日");
        let spelt = shaped("[U+65E5]");
        assert_eq!(missing.advance, spelt.advance);
        assert_eq!(missing.clusters.len(), 1);
    }

    #[test]
    fn a_mark_stands_over_its_letter() {
        let word = shaped("x\u{323}");
        let mark = word.clusters[0].glyphs.last().unwrap();
        assert_eq!(mark.advance, 0);
        assert_ne!((mark.dx, mark.dy), (0, 0));
    }

    #[test]
    fn what_fits_ends_before_the_cluster_that_does_not() {
        let word = shaped("mmm");
        let one = points(word.clusters[0].advance, 10.0);
        assert_eq!(word.fitting(2.0 * one, 10.0).0, 2);
        assert_eq!(word.fitting(2.0 * one - 0.1, 10.0).0, 1);
    }

    #[test]
    fn kerning_is_applied() {
        assert!(shaped("AV").advance < shaped("A").advance + shaped("V").advance);
    }
}

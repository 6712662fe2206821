//! Text to positioned glyphs, word by word, with fallback per cluster.
//!
//! A report repeats its words, so each is shaped once and shared. No glyph is ever `.notdef` (PDF/UA-1, clause
//! 7.21.8): what no face can print becomes a visible `[U+XXXX]` that still extracts as the character. Clusters
//! stand in the order they are read; those of Hebrew and Arabic are placed from right to left when drawn.

use std::collections::HashMap;
use std::rc::Rc;

use harfrust::{Buffer, Direction, Script, ShapeOptions, ShapePlan, ShaperFont, shape};
use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;

use super::bidi::{Level, Levels, places};
use super::fonts::{Face, UNITS_PER_EM};
use super::hyphen::{Language, SOFT_HYPHEN, divisions, without_soft_hyphens};

/// A shaped stretch of text that no line break divides, unless it is too long for any line.
#[derive(Debug)]
pub struct Word {
    pub clusters: Vec<Cluster>,
    /// Sum of the clusters' advances.
    pub advance: i32,
    /// Before these clusters a line may end with a hyphen.
    pub divisions: Vec<usize>,
    /// The text itself says where the word may be divided.
    pub says_divisions: bool,
}

/// The smallest stretch of text that has glyphs of its own.
#[derive(Debug)]
pub struct Cluster {
    pub face: Face,
    /// What a reader copies: the text these glyphs stand for.
    pub text: String,
    pub glyphs: Vec<Glyph>,
    pub advance: i32,
    pub level: Level,
}

/// One glyph, in thousandths of an em; `dx` and `dy` move it without moving the next.
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

impl Word {
    /// Where each of the clusters `from..to` stands when they are drawn by themselves; `None` if one after
    /// the other.
    pub fn places(&self, from: usize, to: usize) -> Option<Vec<i32>> {
        let clusters = &self.clusters[from..to];
        let parts = clusters
            .iter()
            .map(|cluster| (cluster.level, cluster.advance));
        clusters
            .iter()
            .any(|cluster| cluster.level.is_rtl())
            .then(|| places(&parts.collect::<Vec<_>>()))
    }
}

/// Thousandths of an em to points.
#[must_use]
pub fn points(units: i32, size: f32) -> f32 {
    units as f32 * size / UNITS_PER_EM
}

/// Shapes the words of one document.
#[derive(Default)]
pub struct Shaper {
    language: Option<Language>,
    words: [HashMap<String, Rc<Word>>; Face::ALL.len()],
    /// Words that run to the left, or are set right inside a text that does.
    turned: HashMap<(Face, u8, String), Rc<Word>>,
    hyphens: HashMap<Face, Rc<Word>>,
    plans: Vec<(Face, Direction, Option<Script>, ShapePlan)>,
    spare: Option<Buffer>,
}

impl Shaper {
    /// For words of the language with this BCP 47 tag.
    pub fn new(language: &str) -> Self {
        Self {
            language: Language::of_tag(language),
            ..Self::default()
        }
    }

    /// The glyphs of `text`, which has no line break in it.
    pub fn word(&mut self, face: Face, text: &str) -> Rc<Word> {
        if let Some(word) = self.words[face as usize].get(text) {
            return Rc::clone(word);
        }
        let word = Rc::new(self.shaped(face, text));
        self.words[face as usize].insert(text.to_owned(), Rc::clone(&word));
        word
    }

    /// The glyphs of `text`, which is at this level in its paragraph.
    pub fn word_at(&mut self, face: Face, text: &str, level: Level) -> Rc<Word> {
        if level == Level::ltr() {
            return self.word(face, text);
        }
        let key = (face, level.number(), text.to_owned());
        if let Some(word) = self.turned.get(&key) {
            return Rc::clone(word);
        }
        let mut clusters = Vec::new();
        self.push_text(face, text, level, &mut clusters);
        let word = Rc::new(Word::undivided(clusters));
        self.turned.insert(key, Rc::clone(&word));
        word
    }

    /// The hyphen of a divided word. It extracts as a soft hyphen, which says that the word goes on (PDF/UA-1
    /// by way of ISO 32000-1, clause 14.8.2.2.3).
    pub fn hyphen(&mut self, face: Face) -> Rc<Word> {
        if let Some(word) = self.hyphens.get(&face) {
            return Rc::clone(word);
        }
        let mut clusters = Vec::new();
        self.push_text(face, "\u{2010}", Level::ltr(), &mut clusters);
        let hyphen = merged(clusters, SOFT_HYPHEN.to_string());
        let word = Rc::new(Word::undivided(vec![hyphen]));
        self.hyphens.insert(face, Rc::clone(&word));
        word
    }

    fn shaped(&mut self, face: Face, text: &str) -> Word {
        let (text, soft) = without_soft_hyphens(text);
        let levels = Levels::of_words(&text);
        let mut clusters = Vec::new();
        for (range, level) in levels.runs(0..text.len()) {
            self.push_text(face, &text[range], level, &mut clusters);
        }
        let says_divisions = !soft.is_empty();
        let bytes = match self.language {
            Some(language) if !says_divisions => divisions(&text, language),
            Some(_) | None => soft,
        };
        Word {
            divisions: cluster_starts(&clusters, &bytes),
            says_divisions,
            ..Word::undivided(clusters)
        }
    }

    /// Adds the clusters of a text that is all at one level.
    fn push_text(&mut self, face: Face, text: &str, level: Level, clusters: &mut Vec<Cluster>) {
        for run in runs(face, text) {
            match run {
                Run::Printable(face, text) => self.push_run(face, &text, level, clusters),
                Run::Missing(text) => {
                    let mut mark = Vec::new();
                    self.push_run(
                        face.covering("[U+]").unwrap_or(Face::Regular),
                        &code_points(&text),
                        Level::ltr(),
                        &mut mark,
                    );
                    clusters.push(Cluster {
                        level,
                        ..merged(mark, text)
                    });
                }
            }
        }
    }

    fn push_run(&mut self, face: Face, text: &str, level: Level, clusters: &mut Vec<Cluster>) {
        let mut buffer = self.spare.take().unwrap_or_default();
        for (index, c) in text.char_indices() {
            buffer.push(
                u32::from(c),
                u32::try_from(index).expect("a word is shorter than 4 GB"),
            );
        }
        let direction = match level.is_rtl() {
            true => Direction::RightToLeft,
            false => Direction::LeftToRight,
        };
        buffer.set_direction(direction);
        buffer.guess_segment_properties();
        let plan = self.plan(face, direction, buffer.script());
        shape(
            &ShaperFont::new(face.font()),
            &mut buffer,
            ShapeOptions::new().plan(Some(plan)),
        )
        .expect("the plan was made for this direction and script");
        push_clusters(&Shaped { face, text, level }, &buffer, clusters);
        buffer.clear();
        self.spare = Some(buffer);
    }

    fn plan(&mut self, face: Face, direction: Direction, script: Option<Script>) -> &ShapePlan {
        let known = self
            .plans
            .iter()
            .position(|(f, d, s, _)| *f == face && *d == direction && *s == script);
        let index = known.unwrap_or_else(|| {
            let plan = ShapePlan::new(face.font(), direction, script, None, &[]);
            self.plans.push((face, direction, script, plan));
            self.plans.len() - 1
        });
        &self.plans[index].3
    }
}

impl Word {
    fn undivided(clusters: Vec<Cluster>) -> Self {
        Self {
            advance: clusters.iter().map(|cluster| cluster.advance).sum(),
            clusters,
            divisions: Vec::new(),
            says_divisions: false,
        }
    }
}

/// The clusters that begin at these bytes of the text; a byte inside a cluster, such as a ligature, has none.
fn cluster_starts(clusters: &[Cluster], bytes: &[usize]) -> Vec<usize> {
    if bytes.is_empty() {
        return Vec::new();
    }
    let mut at = 0;
    let starts = clusters.iter().enumerate().map(|(index, cluster)| {
        let start = at;
        at += cluster.text.len();
        (index, start)
    });
    starts
        .filter(|(_, start)| bytes.contains(start))
        .map(|(index, _)| index)
        .collect()
}

/// A stretch of text that one face prints, or that none can.
enum Run {
    Printable(Face, String),
    Missing(String),
}

fn runs(face: Face, text: &str) -> Vec<Run> {
    if text.bytes().all(|byte| byte.is_ascii_graphic()) && face.covering(text) == Some(face) {
        return vec![Run::Printable(face, text.to_owned())];
    }
    let mut runs = Vec::new();
    for grapheme in text.graphemes(true) {
        let ink: String = grapheme
            .chars()
            .filter(|c| !is_variation_selector(*c))
            .map(printed)
            .collect();
        if !ink.is_empty() {
            push_grapheme(face, &ink, &mut runs);
        }
    }
    runs
}

/// Adds a letter with its marks: in one face if there is one for all of it, else character by character.
fn push_grapheme(face: Face, ink: &str, runs: &mut Vec<Run>) {
    if let Some(face) = face.covering(ink) {
        return push_printable(face, ink, runs);
    }
    let composed: String = ink.nfc().collect();
    if let Some(face) = face.covering(&composed) {
        return push_printable(face, &composed, runs);
    }
    for c in ink.chars().map(String::from) {
        match face.covering(&c) {
            Some(face) => push_printable(face, &c, runs),
            None => runs.push(Run::Missing(c)),
        }
    }
}

fn push_printable(face: Face, ink: &str, runs: &mut Vec<Run>) {
    match runs.last_mut() {
        Some(Run::Printable(last, run)) if *last == face => run.push_str(ink),
        _ => runs.push(Run::Printable(face, ink.to_owned())),
    }
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
        level: Level::ltr(),
    }
}

/// A text and how it was shaped.
struct Shaped<'a> {
    face: Face,
    text: &'a str,
    level: Level,
}

/// Adds what shaping made of a text. The buffer stands as the eye reads it, clusters as the text does.
fn push_clusters(shaped: &Shaped, buffer: &Buffer, clusters: &mut Vec<Cluster>) {
    let glyphs: Vec<_> = buffer
        .glyph_infos()
        .iter()
        .zip(buffer.glyph_positions())
        .collect();
    let mut groups: Vec<_> = glyphs
        .chunk_by(|(a, _), (b, _)| a.cluster == b.cluster)
        .collect();
    if shaped.level.is_rtl() {
        groups.reverse();
    }
    let scaled = |units| shaped.face.thousandths(units);
    for (index, group) in groups.iter().enumerate() {
        let start = group[0].0.cluster as usize;
        let next = groups.get(index + 1);
        let end = next.map_or(shaped.text.len(), |next| next[0].0.cluster as usize);
        let glyphs = group.iter().map(|(info, position)| Glyph {
            id: u16::try_from(info.glyph_id).expect("a bundled face has fewer than 65536 glyphs"),
            advance: scaled(position.x_advance),
            dx: scaled(position.x_offset),
            dy: scaled(position.y_offset),
        });
        let glyphs: Vec<Glyph> = glyphs.collect();
        clusters.push(Cluster {
            face: shaped.face,
            text: shaped.text[start..end].to_owned(),
            advance: glyphs.iter().map(|glyph| glyph.advance).sum(),
            glyphs,
            level: shaped.level,
        });
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
        let missing = shaped("ก");
        let spelt = shaped("[U+0E01]");
        assert_eq!(missing.advance, spelt.advance);
        assert_eq!(missing.clusters.len(), 1);
    }

    #[test]
    fn every_syllable_of_hangul_has_a_glyph() {
        let mut shaper = Shaper::default();
        for syllable in '\u{ac00}'..='\u{d7a3}' {
            let word = shaper.word(Face::Regular, &syllable.to_string());
            let mut glyphs = word.clusters.iter().flat_map(|cluster| &cluster.glyphs);
            assert!(glyphs.all(|glyph| glyph.id != 0), "{syllable}");
            assert_eq!(word.clusters.len(), 1, "{syllable}");
        }
    }

    #[test]
    fn hebrew_is_read_in_its_order_and_placed_from_right_to_left() {
        let word = shaped("אבג");
        let texts: Vec<&str> = word.clusters.iter().map(|c| c.text.as_str()).collect();
        assert_eq!(texts, ["א", "ב", "ג"]);
        let places = word.places(0, 3).unwrap();
        assert!(places[0] > places[1] && places[1] > places[2]);
        assert_eq!(places[2], 0);
    }

    #[test]
    fn arabic_letters_are_joined() {
        let glyphs = |text: &str| -> Vec<u16> {
            let word = shaped(text);
            let glyphs = word.clusters.iter().flat_map(|cluster| &cluster.glyphs);
            glyphs.map(|glyph| glyph.id).collect()
        };
        assert_ne!(glyphs("بب"), [glyphs("ب"), glyphs("ب")].concat());
        assert_eq!(glyphs("لا").len(), 1, "a ligature");
    }

    #[test]
    fn brackets_turn_with_the_text() {
        let mut shaper = Shaper::default();
        let right = shaper.word_at(Face::Regular, "(", Level::ltr());
        let left = shaper.word_at(Face::Regular, "(", Level::rtl());
        assert_ne!(
            right.clusters[0].glyphs[0].id,
            left.clusters[0].glyphs[0].id
        );
        assert_eq!(left.clusters[0].text, "(");
    }

    #[test]
    fn a_ligature_is_not_divided() {
        let word = Shaper::new("en").word(Face::Regular, "efficiency");
        let divided = word.divisions.iter().map(|at| &word.clusters[*at].text);
        assert_eq!(divided.collect::<Vec<_>>(), ["c"]);
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

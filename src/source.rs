//! A text, where it came from, and everything that is wrong with it.
//!
//! Files are read into a tree that remembers places ([`tree`]), then checked against what was
//! expected ([`reader`]). Checking never stops at the first problem: whoever mends a file sees all
//! of them in one run, each with place, finding, expectation and help. Only a syntax error ends the
//! reading early, because behind it there is no tree.

mod code;
pub mod hidden;
pub mod names;
pub mod reader;
mod show;
pub mod tree;

use std::fmt;
use std::ops::Range;
use std::sync::Arc;

pub use self::code::Code;

/// A named text.
#[derive(Debug, PartialEq, Eq)]
pub struct Source {
    name: String,
    text: String,
}

impl Source {
    /// A text under the name that messages show, usually its path.
    pub fn new(name: impl Into<String>, text: impl Into<String>) -> Arc<Self> {
        Arc::new(Self {
            name: name.into(),
            text: text.into(),
        })
    }

    /// The name.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The text.
    pub fn text(&self) -> &str {
        &self.text
    }
}

/// A stretch of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    source: Arc<Source>,
    span: Range<usize>,
}

impl Place {
    /// The bytes `span` of `source`; a span outside the text is cut to it.
    pub fn new(source: &Arc<Source>, span: Range<usize>) -> Self {
        let end = source.text.len();
        let span = span.start.min(end)..span.end.min(end).max(span.start.min(end));
        Self {
            source: Arc::clone(source),
            span,
        }
    }

    /// Name of the text.
    pub fn name(&self) -> &str {
        &self.source.name
    }

    /// Line and column, both counted from 1, the column in characters.
    pub fn line_column(&self) -> (usize, usize) {
        let before = &self.source.text[..self.source.text.floor_char_boundary(self.span.start)];
        let line = before.matches('\n').count() + 1;
        let start = before.rfind('\n').map_or(0, |at| at + 1);
        (line, before[start..].chars().count() + 1)
    }
}

/// Something wrong with a text: what, where, and what helps.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    code: Code,
    message: String,
    place: Option<Place>,
    label: Option<String>,
    also: Option<Box<(Place, String)>>,
    help: Option<String>,
    weight: Weight,
}

/// Whether something goes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Weight {
    /// The text cannot be used.
    Error,
    /// The text is used, and probably not meant so.
    Warning,
}

impl Problem {
    /// A problem with no place yet.
    pub fn new(code: Code, message: impl Into<String>) -> Self {
        Self {
            code,
            message: message.into(),
            place: None,
            label: None,
            also: None,
            help: None,
            weight: Weight::Error,
        }
    }

    /// Where it is.
    pub fn at(mut self, place: Place) -> Self {
        self.place = Some(place);
        self
    }

    /// What to write under the caret.
    pub fn label(mut self, label: impl Into<String>) -> Self {
        self.label = Some(label.into());
        self
    }

    /// A second place that explains the first, such as an earlier definition.
    pub fn also(mut self, place: Place, label: impl Into<String>) -> Self {
        self.also = Some(Box::new((place, label.into())));
        self
    }

    /// One line that tells how to mend it.
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// Makes it a warning: the text is used all the same.
    pub fn warning(mut self) -> Self {
        self.weight = Weight::Warning;
        self
    }

    /// What is wrong, on one line.
    pub fn message(&self) -> &str {
        &self.message
    }

    /// The stable code.
    pub fn code(&self) -> Code {
        self.code
    }

    /// Place, if it has one.
    pub fn place(&self) -> Option<&Place> {
        self.place.as_ref()
    }
}

/// All problems of one or more texts, in the order of their places; never empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problems(Vec<Problem>);

impl Problems {
    /// Sorts problems by text and place; `None` when there are none.
    pub fn collect(mut problems: Vec<Problem>) -> Option<Self> {
        let key = |problem: &Problem| {
            let place = problem.place.as_ref();
            place.map(|place| (place.source.name.clone(), place.span.start))
        };
        problems.sort_by_key(key);
        problems.dedup();
        (!problems.is_empty()).then_some(Self(problems))
    }

    /// The problems.
    pub fn iter(&self) -> impl Iterator<Item = &Problem> {
        self.0.iter()
    }

    /// How many there are, at least 1.
    pub fn count(&self) -> usize {
        self.0.len()
    }
}

impl From<Problem> for Problems {
    fn from(problem: Problem) -> Self {
        Self(vec![problem])
    }
}

impl fmt::Display for Problems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.show(show::Style::Plain))
    }
}

impl std::error::Error for Problems {}

pub use self::show::Style;

/// The name in `known` that `found` was probably meant to be.
pub fn nearest<'a>(found: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let limit = (found.chars().count() / 3).max(1);
    known
        .into_iter()
        .map(|name| (distance(found, name), name))
        .filter(|&(distance, _)| distance <= limit)
        .min()
        .map(|(_, name)| name)
}

/// Optimal string alignment distance: insertions, deletions, substitutions, swapped neighbours.
fn distance(left: &str, right: &str) -> usize {
    let left: Vec<char> = left.to_lowercase().chars().collect();
    let right: Vec<char> = right.to_lowercase().chars().collect();
    let mut rows = vec![vec![0; right.len() + 1]; left.len() + 1];
    for (i, row) in rows.iter_mut().enumerate() {
        row[0] = i;
    }
    rows[0] = (0..=right.len()).collect();
    for i in 1..=left.len() {
        for j in 1..=right.len() {
            let changed = usize::from(left[i - 1] != right[j - 1]);
            let mut best = (rows[i - 1][j] + 1)
                .min(rows[i][j - 1] + 1)
                .min(rows[i - 1][j - 1] + changed);
            if i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1] {
                best = best.min(rows[i - 2][j - 2] + 1);
            }
            rows[i][j] = best;
        }
    }
    rows[left.len()][right.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_counts_lines_and_characters_from_one() {
        let source = Source::new("a.yaml", "one\nzwölf: x\n");
        let at = source.text().find('x').expect("the text has an x");
        assert_eq!(Place::new(&source, at..at + 1).line_column(), (2, 8));
    }

    #[test]
    fn a_place_outside_the_text_is_cut_to_it() {
        let source = Source::new("a.yaml", "ab");
        assert_eq!(Place::new(&source, 7..9).line_column(), (1, 3));
    }

    #[test]
    fn the_nearest_name_may_have_swapped_letters() {
        let known = ["sso-enforced", "sso-optional"];
        assert_eq!(nearest("sso-enfocred", known), Some("sso-enforced"));
        assert_eq!(nearest("mfa", known), None);
    }

    #[test]
    fn problems_stand_in_the_order_of_their_places() {
        let source = Source::new("a.yaml", "first second");
        let late = Problem::new(Code::UnknownKey, "late").at(Place::new(&source, 6..12));
        let early = Problem::new(Code::UnknownKey, "early").at(Place::new(&source, 0..5));
        let problems = Problems::collect(vec![late.clone(), early.clone()]);
        assert_eq!(problems, Some(Problems(vec![early, late])));
        assert_eq!(Problems::collect(vec![]), None);
    }
}

//! The pages of a report as its readers see them: sections, headings and running text.
//!
//! The table of contents is left out, so that it is never taken for what it lists. Quotation marks and dashes
//! are plain, so that one pattern meets all of them.

use std::ops::Range;

use regex::{Captures, Match, Regex};

use super::found::{Found, Weight};
use super::furniture;
use super::pattern::patterns;
use crate::evidence::Pages;

/// Longest excerpt, in characters.
const EXCERPT: usize = 160;
/// Characters shown before a find, when there are as many.
const BEFORE: usize = 30;
/// Longest heading, in characters.
const HEADING: usize = 110;

/// Part of a report; other documents are `Front` throughout.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Section {
    /// Before the first section: cover and letters.
    Front,
    /// The auditor's report.
    Auditor,
    /// Management's assertion.
    Assertion,
    /// The description of the system.
    Description,
    /// Criteria, controls, tests and their results.
    Tests,
    /// What the auditor did not examine.
    Other,
}

/// What of one section stands on one page.
#[derive(Debug)]
pub(super) struct Passage {
    pub(super) page: usize,
    pub(super) section: Section,
    /// Lines as they stand; columns are parted by tabs, paragraphs by empty lines.
    pub(super) lines: Vec<String>,
    /// The same lines, where a tab before the first word says that the next cell of a row begins.
    pub(super) drawn: Vec<String>,
    /// The lines as one text; paragraphs are parted by line breaks.
    pub(super) flow: String,
}

/// A document.
#[derive(Debug)]
pub(super) struct Document {
    pub(super) passages: Vec<Passage>,
    /// How many pages it has.
    pub(super) length: usize,
}

patterns! {
    CONTENTS = r"^(table of )?contents$|^inhalt(sverzeichnis)?$";
    LEADERS = r"(\.\s?){4,}\s*[0-9ivx]{1,5}$|_{4,}\s*[0-9ivx]{1,5}$";
    ENTRY = r".\s([0-9]{1,3}|[ivx]{1,5})$";
    SECTION_NUMBER = r"^section (?:[ivx]+|[0-9]|one|two|three|four|five)\b";
    SECTION_TITLE = r"^section (?:[ivx]+|[0-9]|one|two|three|four|five) ?[:.|\t-] ?(?-i:[A-Z])";
    // Titles of which only the first letter is a capital.
    TITLE_ALONE = r"^(?-i:Independent|Report of (?:the )?independent) (service )?(auditor|accountant|practitioner)s?'?s?'?( assurance)?( report)?( to [^.]{1,60})?$|^(?-i:Assertion) (of|by) [^.]{0,60}management$|^(?-i:Management)'s (statement|assertion)$|^(?-i:Other) information (provided|presented) by [^.]{1,60}$";
    NUMBERED = r"^(?:[0-9]{1,2}(?:\.[0-9]{1,2}){1,3}\.?|[0-9]{1,2}\.|\(?[a-z]\)|[a-z]\.) (?-i:[A-Z])[^.\t]*$";
    OTHER = r"other information|unaudited|management'?s? responses? to";
    AUDITOR = r"independent (service )?(auditor|accountant|practitioner)s?'?s?'? (\w+ )?report|^report of (the )?independent (service )?(auditor|accountant|practitioner)s?$|report of (the )?independent .{0,60}(auditor|accountant|practitioner)|independent certified public accountant.{0,10} report";
    ASSERTION = r"management'?s? (statement of )?assertion|assertion of |'s assertion\b|management of .{2,60} assertion";
    TESTS = r"tests? of (the )?(controls|operating)|results of tests|testing of controls|trust services (criteria|categor).{0,60}(controls|tests)|information provided by the (independent )?(service )?auditor|testing matri(x|ces)";
    TESTS_OF_THE_LETTER = r"^description of (the )?tests of controls( and results( thereof)?)?$";
    DESCRIPTION = r"description of (the |its |their )?.{2,}|system description$";
    NOT_DESCRIPTION = r"\btests?\b|criteria|suitability|^report on|relevant to";
}

impl Document {
    pub(super) fn new(pages: &Pages) -> Self {
        let mut section = Section::Front;
        let mut passages: Vec<Passage> = Vec::new();
        let texts = pages.texts().iter();
        let all = texts.map(|page| page.lines().map(plain).collect());
        let is_title = |line: &str| section_of(line, Section::Auditor).is_some();
        let all = furniture::without(all.collect(), is_title);
        let mut was_contents = false;
        for (at, lines) in all.into_iter().enumerate() {
            let (lines, is_contents) = without_contents(lines, was_contents);
            was_contents = is_contents;
            let mut passage = Passage::new(at + 1, section);
            let mut may_begin = true;
            for drawn in lines {
                let line = drawn.trim_start();
                if may_begin
                    && !is_contents
                    && let Some(next) = section_of(line, section)
                    && next != section
                {
                    section = next;
                    passages.push(std::mem::replace(
                        &mut passage,
                        Passage::new(at + 1, section),
                    ));
                }
                let is_ended = line.ends_with(['.', ':', '!', '?']);
                may_begin = line.is_empty() || is_heading(line) || is_ended;
                passage.lines.push(line.to_string());
                passage.drawn.push(drawn);
            }
            passages.push(passage);
        }
        for passage in &mut passages {
            passage.flow = flow(&passage.lines);
        }
        passages.retain(|passage| !passage.flow.is_empty());
        Self {
            passages,
            length: pages.texts().len(),
        }
    }

    /// The passages of a section.
    pub(super) fn section(&self, section: Section) -> impl Iterator<Item = &Passage> {
        self.passages
            .iter()
            .filter(move |passage| passage.section == section)
    }

    /// Whether the document has a section.
    pub(super) fn has(&self, section: Section) -> bool {
        self.section(section).next().is_some()
    }

    /// The first find of a pattern.
    pub(super) fn first(&self, pattern: &Regex) -> Option<Found<()>> {
        let found = |passage: &Passage| {
            let found = pattern.find(&passage.flow)?;
            Some(passage.found((), Weight::Said, found.range()))
        };
        self.passages.iter().find_map(found)
    }
}

impl Passage {
    fn new(page: usize, section: Section) -> Self {
        Self {
            page,
            section,
            lines: Vec::new(),
            drawn: Vec::new(),
            flow: String::new(),
        }
    }

    /// Some of its lines.
    pub(super) fn part(&self, lines: Range<usize>) -> Self {
        let drawn = self.drawn[lines.clone()].to_vec();
        let lines = self.lines[lines].to_vec();
        Self {
            flow: flow(&lines),
            lines,
            drawn,
            ..Self::new(self.page, self.section)
        }
    }

    /// A find at a place of the flow.
    pub(super) fn found<T>(&self, value: T, weight: Weight, at: Range<usize>) -> Found<T> {
        Found {
            value,
            weight,
            page: self.page,
            words: excerpt(&self.flow, at),
        }
    }

    /// A find in some lines.
    pub(super) fn found_in<T>(&self, value: T, weight: Weight, lines: &[String]) -> Found<T> {
        let text = flow(lines);
        let end = text.len();
        Found {
            value,
            weight,
            page: self.page,
            words: excerpt(&text, 0..end),
        }
    }

    /// The text before a place, as far as the sentence or `length` bytes go.
    pub(super) fn before(&self, at: usize, length: usize) -> &str {
        let text = &self.flow[..at];
        let begin = ceil_char_boundary(text, at.saturating_sub(length));
        let text = &text[begin..];
        let sentence = text.rfind(". ").map_or(0, |stop| stop + 2);
        let paragraph = text.rfind('\n').map_or(0, |stop| stop + 1);
        &text[sentence.max(paragraph)..]
    }

    /// The text before a place, up to `length` bytes.
    pub(super) fn before_within(&self, at: usize, length: usize) -> &str {
        let text = &self.flow[..at];
        &text[ceil_char_boundary(text, at.saturating_sub(length))..]
    }

    /// The text after a place, up to `length` bytes.
    pub(super) fn after(&self, at: usize, length: usize) -> &str {
        let text = &self.flow[at..];
        &text[..ceil_char_boundary(text, length.min(text.len()))]
    }

    /// Every find of a pattern.
    pub(super) fn all<'a>(&'a self, pattern: &'a Regex) -> impl Iterator<Item = Captures<'a>> {
        pattern.captures_iter(&self.flow)
    }
}

/// The part of a find that a name stands for.
pub(super) fn part<'a>(captures: &Captures<'a>, name: &str) -> Option<Match<'a>> {
    captures.name(name)
}

/// Where a whole find stands.
pub(super) fn range(captures: &Captures<'_>) -> Range<usize> {
    captures.get(0).map_or(0..0, |whole| whole.range())
}

fn plain(line: &str) -> String {
    let plain = line.chars().filter_map(|c| match c {
        '\u{2018}' | '\u{2019}' | '\u{201a}' | '\u{2032}' => Some('\''),
        '\u{201c}' | '\u{201d}' | '\u{201e}' | '\u{ab}' | '\u{bb}' => Some('"'),
        '\u{2012}'..='\u{2015}' | '\u{2212}' => Some('-'),
        '\u{ae}' | '\u{2122}' => None,
        c => Some(c),
    });
    plain.collect()
}

/// Leaves out the lines of a table of contents, and tells whether the page is one. It may go on over a page.
fn without_contents(lines: Vec<String>, was_contents: bool) -> (Vec<String>, bool) {
    let is_named = |line: &String| CONTENTS.is_match(line.trim_start());
    let has_title = lines.iter().any(is_named);
    let entries = lines.iter().filter(|line| ENTRY.is_match(line)).count();
    let written = lines.iter().filter(|line| !line.is_empty()).count();
    let goes_on = was_contents && entries * 2 > written;
    let is_contents = has_title && (entries >= 2 || titles(&lines) >= 2) || goes_on;
    let is_entry = |line: &String| LEADERS.is_match(line) || (is_contents && ENTRY.is_match(line));
    // Where entries fill two lines, the first of them has no number yet.
    let mut kept: Vec<String> = Vec::with_capacity(lines.len());
    for line in lines {
        if is_entry(&line) {
            let is_begun = |last: &String| !last.is_empty() && !is_named(last);
            while is_contents && kept.last().is_some_and(is_begun) {
                kept.pop();
            }
        } else {
            kept.push(line);
        }
    }
    let is_contents = is_contents && (entries == 0 || titles(&kept) != 1);
    (kept, is_contents)
}

/// How many lines could begin a section.
fn titles(lines: &[String]) -> usize {
    let is_title = |line: &&String| section_of(line.trim_start(), Section::Auditor).is_some();
    lines.iter().filter(is_title).count()
}

/// Whether a line reads as the title of a part: a heading, or one with its number before it.
pub(super) fn is_title(line: &str) -> bool {
    let is_short = line.chars().count() <= HEADING;
    is_heading(line) || is_short && NUMBERED.is_match(line) && !line.ends_with(['.', ',', ';', ':'])
}

/// Whether a line reads as a heading: short, no sentence, its longer words in capitals.
pub(super) fn is_heading(line: &str) -> bool {
    let is_short = line.chars().count() <= HEADING;
    let ends_open = line.ends_with(['.', ',', ';']);
    if line.is_empty() || !is_short || ends_open || line.contains('"') {
        return false;
    }
    let words = line.split(|c: char| !c.is_alphanumeric() && c != '\'');
    let is_capital =
        |word: &str| word.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
    let is_small = |word: &&str| {
        word.chars().count() < 4 || matches!(*word, "from" | "with" | "into" | "that" | "upon")
    };
    let mut long = words.filter(|word| !is_small(word)).peekable();
    long.peek().is_some() && long.all(is_capital)
}

/// Whether a line is the title of a section, also where only its first word has a capital.
fn is_section_title(line: &str) -> bool {
    let is_short = line.chars().count() <= HEADING;
    let is_said = is_short && (SECTION_TITLE.is_match(line) || TITLE_ALONE.is_match(line));
    is_heading(line) || is_said && !line.contains('"') && !line.ends_with(['.', ',', ';'])
}

/// The section that a heading begins.
fn section_of(line: &str, now: Section) -> Option<Section> {
    if !is_section_title(line) {
        return None;
    }
    let is_numbered = SECTION_NUMBER.is_match(line);
    let may_skip = now != Section::Front || is_numbered;
    if OTHER.is_match(line) && may_skip {
        Some(Section::Other)
    } else if AUDITOR.is_match(line) {
        Some(Section::Auditor)
    } else if ASSERTION.is_match(line) {
        Some(Section::Assertion)
    } else if TESTS.is_match(line) && may_skip {
        let is_of_letter = now == Section::Auditor && TESTS_OF_THE_LETTER.is_match(line);
        (!is_of_letter).then_some(Section::Tests)
    } else if DESCRIPTION.is_match(line) && !NOT_DESCRIPTION.is_match(line) && may_skip {
        Some(Section::Description)
    } else {
        None
    }
}

fn flow(lines: &[String]) -> String {
    let mut text = String::new();
    for line in lines {
        if line.is_empty() {
            if !text.is_empty() && !text.ends_with('\n') {
                text.push('\n');
            }
            continue;
        }
        let is_word_begun = text.ends_with('-') && line.starts_with(char::is_lowercase);
        if !text.is_empty() && !text.ends_with('\n') && !is_word_begun {
            text.push(' ');
        }
        let mut gap = false;
        for c in line.chars() {
            if c.is_whitespace() {
                gap = true;
                continue;
            }
            if std::mem::take(&mut gap) && !text.ends_with('\n') {
                text.push(' ');
            }
            text.push(c);
        }
    }
    text.truncate(text.trim_end().len());
    text
}

/// The words around a place, on one line.
fn excerpt(text: &str, at: Range<usize>) -> String {
    let found = text[at.clone()].chars().count();
    let before = EXCERPT.saturating_sub(found + 2).min(BEFORE);
    let mut begin = at.start;
    for (start, c) in text[..at.start].char_indices().rev().take(before) {
        if c == '\n' {
            break;
        }
        begin = start;
    }
    if begin > 0 && begin < at.start && !text[..begin].ends_with(char::is_whitespace) {
        // Half a word is no use.
        begin += text[begin..at.start]
            .find(' ')
            .map_or(at.start - begin, |gap| gap + 1);
    }
    let mut out = String::new();
    if text[..begin].ends_with(' ') {
        out.push('\u{2026}');
    }
    let room = EXCERPT - 1 - out.chars().count();
    let rest = &text[begin..];
    let mut chars = rest.char_indices();
    let end = chars.nth(room).map_or(rest.len(), |(end, _)| end);
    let stop = (at.end - begin).max(60.min(end));
    let end = match rest[..end]
        .get(stop..)
        .and_then(|tail| tail.find(['\n', '.']))
    {
        Some(full_stop) => stop + full_stop,
        None => end,
    };
    out.extend(
        rest[..end]
            .trim()
            .chars()
            .map(|c| if c == '\n' { ' ' } else { c }),
    );
    if end < rest.len() {
        out.push('\u{2026}');
    }
    out
}

fn ceil_char_boundary(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at += 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    fn document(pages: &[&str]) -> Document {
        Document::new(&Pages::new(pages.iter().map(|page| (*page).to_string())))
    }

    fn flows(pages: &[&str]) -> Vec<(Section, String)> {
        let passages = document(pages).passages.into_iter();
        passages
            .map(|passage| (passage.section, passage.flow))
            .collect()
    }

    #[test]
    fn the_table_of_contents_is_left_out_with_and_without_leaders() {
        let plain = "Table of Contents\nSection I: Report 3\nSection II: A title\nof two lines 5\n";
        assert_eq!(
            flows(&[plain]),
            [(Section::Front, "Table of Contents".to_string())]
        );
        let leaders = "Management's Assertion ........ 4\nText.\n";
        assert_eq!(flows(&[leaders]), [(Section::Front, "Text.".to_string())]);
    }

    #[test]
    fn lines_that_end_with_numbers_are_no_contents_without_the_title() {
        let text = "Tested were 25\nDeviated had 2";
        assert_eq!(
            flows(&[text]),
            [(Section::Front, "Tested were 25 Deviated had 2".to_string())]
        );
    }

    #[test]
    fn sections_begin_with_their_headings_even_within_a_page() {
        let pages = [
            "Acme\n",
            "Independent Service Auditor's Report\n\nText.\n\nManagement's Assertion\n\nText.\n",
            "Section 3: Description of the Acme System\n\nText.\n",
            "Text.\n",
            "Section 4: Tests of Controls\n\nText.\n",
            "Section 5: Other Information Provided by Acme\n\nText.\n",
        ];
        let document = document(&pages);
        let sections: Vec<_> = document
            .passages
            .iter()
            .map(|passage| (passage.page, passage.section))
            .collect();
        assert_eq!(
            sections,
            [
                (1, Section::Front),
                (2, Section::Auditor),
                (2, Section::Assertion),
                (3, Section::Description),
                (4, Section::Description),
                (5, Section::Tests),
                (6, Section::Other),
            ]
        );
    }

    #[test]
    fn a_sentence_that_names_a_section_does_not_begin_it() {
        for text in [
            "We read management's assertion and the tests of controls.",
            "Section V, \"Other Information Provided by Acme\"",
            "Management's Assertion and other parts are read by all",
            "Our report covers what stands in the part that is called\nOther Information Provided by Acme Systems That Is Read",
        ] {
            let text = format!("Independent Service Auditor's Report\n\n{text}\n");
            let found: Vec<_> = flows(&[&text])
                .into_iter()
                .map(|(section, _)| section)
                .collect();
            assert_eq!(found, [Section::Auditor], "{text}");
        }
    }

    #[test]
    fn the_tests_that_the_letter_describes_are_part_of_it() {
        let text =
            "Independent Service Auditor's Report\n\nDescription of Tests of Controls\n\nText.\n";
        assert_eq!(flows(&[text]).len(), 1);
    }

    #[test]
    fn a_word_that_is_parted_at_its_hyphen_is_whole_again() {
        let text = "the carve-\nout method\nwas used\n\nNext";
        assert_eq!(
            flows(&[text])[0].1,
            "the carve-out method was used\nNext".to_string()
        );
    }

    #[test]
    fn an_excerpt_shows_the_find_on_one_line() {
        let text = format!(
            "{} the needle stands here{}",
            "before ".repeat(30),
            " after".repeat(90)
        );
        let at = text.find("needle").expect("it is there");
        let words = excerpt(&text, at..at + 6);
        assert!(words.starts_with('\u{2026}') && words.ends_with('\u{2026}'));
        assert!(words.contains("the needle stands here"), "{words}");
        assert!(words.chars().count() <= EXCERPT);
        let long = "\u{fc}".repeat(1000);
        assert_eq!(excerpt(&long, 0..long.len()).chars().count(), EXCERPT);
        assert_eq!(excerpt("one\ntwo", 0..7), "one two");
    }
}

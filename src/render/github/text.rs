//! Runs of text, so that GitHub shows the words and reads nothing into them.
//!
//! A backslash keeps markup from being read. It does not keep GitHub from finding people (`@name`), issues
//! (`#12`), addresses and emoji (`:x:`), because it looks for those in the finished text: there an empty comment
//! stands between the sign and the name. A dollar sign stands in an element of its own, as GitHub's manual asks.

use super::anchor::Anchors;
use crate::render::document::{Inline, Target, plain_text};

/// Where text stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Setting {
    Paragraph,
    /// On one line.
    Heading,
    /// On one line, between bars.
    Cell,
}

/// Ends what GitHub would otherwise read on; nothing is shown.
const DIVIDER: &str = "<!-- -->";

/// The Markdown of `inlines`.
pub(super) fn written(inlines: &[Inline], setting: Setting, anchors: &Anchors) -> String {
    let mut text = Text {
        out: String::new(),
        setting,
        anchors,
        open: Vec::new(),
        closed: None,
    };
    text.inlines(inlines, None);
    let end = text.out.trim_end_matches(LINE_END);
    end.trim().to_owned()
}

/// A hard break of a line.
const LINE_END: &str = "\\\n";

struct Text<'a> {
    out: String,
    setting: Setting,
    anchors: &'a Anchors<'a>,
    /// The marks that are open.
    open: Vec<&'static str>,
    /// The mark that was closed last, and where.
    closed: Option<(&'static str, usize)>,
}

impl Text<'_> {
    /// Runs of text, before this character.
    fn inlines(&mut self, inlines: &[Inline], next: Option<char>) {
        for (index, inline) in inlines.iter().enumerate() {
            let rest = plain_text(&inlines[index + 1..]);
            self.inline(inline, rest.chars().next().or(next));
        }
    }

    fn inline(&mut self, inline: &Inline, next: Option<char>) {
        match inline {
            Inline::Text(text) => self.words(text),
            Inline::Code(code) => self.code(code),
            Inline::Strong(inner) => self.marked("**", inner, next),
            Inline::Emphasis(inner) => self.marked("*", inner, next),
            Inline::Struck(inner) => self.marked("~~", inner, next),
            Inline::Link { target, text } => self.link(target, text),
            Inline::NoteReference(number) => self.out.push_str(&format!("[^{number}]")),
            Inline::LineBreak => self.out.push_str(match self.setting {
                Setting::Paragraph => LINE_END,
                Setting::Heading => " ",
                Setting::Cell => "<br>",
            }),
        }
    }

    /// Emphasis inside or right behind its own kind says nothing more, and its marks would run together. Where a
    /// mark would stand between a sign and a letter it would be read as a sign, and is left out.
    fn marked(&mut self, mark: &'static str, inner: &[Inline], next: Option<char>) {
        let text = plain_text(inner);
        let goes_on = self.closed == Some((mark, self.out.len()));
        let opens = goes_on || can_flank(text.chars().next(), self.out.chars().next_back());
        let closes = can_flank(text.chars().next_back(), next);
        if self.open.contains(&mark) || !opens || !closes {
            return self.inlines(inner, next);
        }
        if goes_on {
            self.out.truncate(self.out.len() - mark.len());
        } else {
            self.out.push_str(mark);
        }
        let start = self.out.len();
        self.open.push(mark);
        self.inlines(inner, None);
        self.open.pop();
        if self.out.len() == start && !goes_on {
            self.out.truncate(start - mark.len());
        } else {
            self.out.push_str(mark);
            self.closed = Some((mark, self.out.len()));
        }
    }

    fn link(&mut self, target: &Target, text: &[Inline]) {
        self.out.push('[');
        self.inlines(text, None);
        let address = match target {
            Target::Heading(id) => format!("#{}", self.anchors.of_id(id)),
            Target::Address(address) => address.replace('&', "&amp;"),
        };
        self.out.push_str(&format!("](<{address}>)"));
    }

    fn code(&mut self, code: &str) {
        // Two runs of code side by side would be read as one.
        if self.out.ends_with('`') {
            self.out.push_str(DIVIDER);
        }
        let fence = "`".repeat(longest_run(code, '`') + 1);
        let edge = |c| matches!(c, '`' | ' ');
        let pad = if code.starts_with(edge) || code.ends_with(edge) {
            " "
        } else {
            ""
        };
        let code = match self.setting {
            Setting::Cell => code.replace('|', "\\|"),
            Setting::Paragraph | Setting::Heading => code.to_owned(),
        };
        self.out
            .push_str(&format!("{fence}{pad}{code}{pad}{fence}"));
    }

    fn words(&mut self, text: &str) {
        let is_start = self.out.is_empty() || self.out.ends_with('\n');
        let text = if is_start { text.trim_start() } else { text };
        for (at, c) in text.char_indices() {
            let near = Near {
                before: &text[..at],
                after: &text[at + c.len_utf8()..],
                is_start,
                setting: self.setting,
            };
            match c {
                '$' => self.out.push_str("<span>\\$</span>"),
                c if c.is_whitespace() => self.out.push(' '),
                c if near.reads(c) || (c == ':' && self.out.ends_with(']')) => {
                    self.out.extend(['\\', c]);
                }
                c => self.out.push(c),
            }
            if near.joins(c) {
                self.out.push_str(DIVIDER);
            }
        }
    }
}

/// What stands around a character.
struct Near<'t> {
    before: &'t str,
    after: &'t str,
    /// Whether a line begins with this text.
    is_start: bool,
    setting: Setting,
}

impl Near<'_> {
    /// Whether Markdown would read `c` as markup here.
    fn reads(&self, c: char) -> bool {
        let is_first = self.is_start && self.before.is_empty();
        let in_heading = self.setting == Setting::Heading;
        let ends_word = self.after.is_empty() || self.after.starts_with(' ');
        match c {
            '\\' | '`' | '*' | '[' | ']' | '<' | '|' | '~' => true,
            '_' => !self.is_inside_a_word(),
            '&' => self.begins_entity(),
            '#' => is_first || in_heading,
            '{' | '}' => in_heading,
            '>' | '=' => is_first,
            '+' => is_first && ends_word,
            '-' => is_first && (ends_word || self.after.starts_with('-')),
            '.' | ')' if self.is_number() => ends_word,
            '.' => self.before.to_ascii_lowercase().ends_with("www"),
            ':' => is_first || self.after.starts_with("//"),
            // The text may end where a link begins, which would make an image of it.
            '!' => self.after.is_empty(),
            _ => false,
        }
    }

    /// Whether what follows an ampersand would make it an entity: `amp;`, `#36;`.
    fn begins_entity(&self) -> bool {
        let is_name = |c: char| c == '#' || c.is_ascii_alphanumeric();
        self.after.trim_start_matches(is_name).starts_with(';')
    }

    fn is_inside_a_word(&self) -> bool {
        self.before.ends_with(char::is_alphanumeric)
            && self.after.starts_with(char::is_alphanumeric)
    }

    /// Whether the line holds a number and nothing else so far.
    fn is_number(&self) -> bool {
        let is_digits = self.before.bytes().all(|byte| byte.is_ascii_digit());
        self.is_start && !self.before.is_empty() && is_digits
    }

    /// Whether GitHub would make one thing of `c` and what follows.
    fn joins(&self, c: char) -> bool {
        let next = self.after.chars().next();
        let before_digit = next.is_some_and(|c| c.is_ascii_digit());
        match c {
            '@' => next.is_some_and(char::is_alphanumeric),
            '#' => before_digit,
            '-' => before_digit && self.before.to_ascii_uppercase().ends_with("GH"),
            ':' => self
                .after
                .split_once(':')
                .is_some_and(|(name, _)| is_emoji(name)),
            _ => false,
        }
    }
}

/// Whether `name` could be that of an emoji; of numbers, two are.
fn is_emoji(name: &str) -> bool {
    let fits = |byte: u8| byte.is_ascii_alphanumeric() || b"_+-".contains(&byte);
    let is_time = name.bytes().all(|byte| byte.is_ascii_digit()) && name.len() < 3;
    !name.is_empty() && name.bytes().all(fits) && !is_time
}

/// Length of the longest run of `c`.
pub(super) fn longest_run(text: &str, c: char) -> usize {
    let runs = text.split(|other| other != c);
    runs.map(str::len).max().unwrap_or(0)
}

/// Whether a mark may stand between the end of its text and its neighbour (CommonMark 0.31.2, 6.2): a letter lets
/// it, and a sign does where space or another sign follows.
fn can_flank(inside: Option<char>, outside: Option<char>) -> bool {
    let is_free = |c: char| c.is_whitespace() || c.is_ascii_punctuation();
    inside
        .is_some_and(|c| c.is_alphanumeric() || (!c.is_whitespace() && outside.is_none_or(is_free)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::document::Document;

    fn shown(text: &str, setting: Setting) -> String {
        let anchors = Document::default();
        let inlines = [Inline::Text(text.to_owned())];
        written(&inlines, setting, &Anchors::of(&anchors))
    }

    #[test]
    fn plain_words_stay_as_they_are() {
        for text in [
            "Zoë Müller, 24 h",
            "39.9 of 100 (a + b)",
            "key_age",
            "10:30:00",
            "R&D",
        ] {
            assert_eq!(shown(text, Setting::Paragraph), text);
        }
    }

    #[test]
    fn markup_is_escaped_where_it_would_be_read() {
        let cases = [
            ("a|b `c` <d>", r"a\|b \`c\` \<d>"),
            ("1. a", r"1\. a"),
            ("- a - b", r"\- a - b"),
            ("# a # b", r"\# a # b"),
            ("&amp; _a_", r"\&amp; \_a\_"),
            ("www.example.org", r"www\.example.org"),
            ("https://example.org", r"https\://example.org"),
        ];
        for (text, markdown) in cases {
            assert_eq!(shown(text, Setting::Paragraph), markdown);
        }
        assert_eq!(shown("a # {b}", Setting::Heading), r"a \# \{b\}");
    }

    #[test]
    fn nobody_is_called_and_nothing_referred_to() {
        let cases = [
            ("a@b.example", "a@<!-- -->b.example"),
            ("see #12", "see #<!-- -->12"),
            ("GH-12", "GH-<!-- -->12"),
            (":x: and a: b", r"\:<!-- -->x: and a: b"),
            ("$5 or $6", r"<span>\$</span>5 or <span>\$</span>6"),
        ];
        for (text, markdown) in cases {
            assert_eq!(shown(text, Setting::Paragraph), markdown);
        }
    }

    #[test]
    fn code_is_fenced_by_more_than_it_holds() {
        let code = [Inline::Code("a``|b`".to_owned())];
        let document = Document::default();
        let anchors = Anchors::of(&document);
        assert_eq!(
            written(&code, Setting::Paragraph, &anchors),
            "``` a``|b` ```"
        );
        assert_eq!(written(&code, Setting::Cell, &anchors), r"``` a``\|b` ```");
    }
}

//! The tags of a template, as far as tera's own reader does not tell of them: words and where they stand.

use std::ops::Range;

/// What is written between the marks of one tag.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Tag<'t> {
    template: &'t str,
    /// Where `inner` begins in the template.
    at: usize,
    inner: &'t str,
}

/// A name in a tag.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Word<'t> {
    /// With the names behind its points, such as `summary.verdict.title`.
    pub(super) path: &'t str,
    /// Where it stands in the template.
    pub(super) span: Range<usize>,
    pub(super) role: WordRole,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum WordRole {
    /// A variable, or a word of the language.
    Name,
    /// What stands behind `|` or `filter`.
    Filter,
    /// The name of an argument.
    Argument,
    /// What stands before the arguments of a function or a test.
    Function,
}

/// A function with what it is called with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Call<'t> {
    template: &'t str,
    /// Its own arguments, without those of calls inside.
    pub(super) arguments: Vec<Word<'t>>,
}

impl<'t> Call<'t> {
    /// The text that an argument is, where it is one between quotes, and where it stands.
    pub(super) fn text_of(&self, name: &str) -> Option<(&'t str, Range<usize>)> {
        let argument = self.arguments.iter().find(|given| given.path == name)?;
        let rest = &self.template[argument.span.end..];
        let value = rest.trim_start().strip_prefix('=')?.trim_start();
        let quote = value
            .chars()
            .next()
            .filter(|c| matches!(c, '"' | '\'' | '`'))?;
        let text = value[1..].split(quote).next()?;
        let start = self.template.len() - value.len() + 1;
        Some((text, start..start + text.len()))
    }
}

/// The tags of `template` in their order, without those in comments and raw text.
pub(super) fn tags(template: &str) -> Vec<Tag<'_>> {
    let mut tags = Vec::new();
    let mut at = 0;
    while let Some((start, end)) = next(template, at) {
        let inner = &template[start + 2..];
        let length = match end {
            "#>" => inner.find(end),
            end => closed(inner, end),
        };
        let Some(length) = length else { break };
        at = start + 2 + length + end.len();
        if end == "#>" {
            continue;
        }
        let tag = Tag {
            template,
            at: start + 2,
            inner: &inner[..length],
        };
        if tag.words().next().is_some_and(|word| word.path == "raw") {
            let rest = template[at..].find("endraw");
            at = rest.map_or(template.len(), |found| at + found);
        }
        tags.push(tag);
    }
    tags
}

/// Where the next tag or comment begins, and what ends it.
fn next(template: &str, from: usize) -> Option<(usize, &'static str)> {
    let marks = [("{{", "}}"), ("{%", "%}"), ("<#", "#>")];
    let found = marks.map(|(start, end)| {
        let at = template[from..].find(start)?;
        Some((from + at, end))
    });
    found.into_iter().flatten().min()
}

/// Where `end` stands outside of quotes.
fn closed(inner: &str, end: &str) -> Option<usize> {
    let mut quote = None;
    for (at, c) in inner.char_indices() {
        match quote {
            Some(open) if open == c => quote = None,
            Some(_) => {}
            None if inner[at..].starts_with(end) => return Some(at),
            None if matches!(c, '"' | '\'' | '`') => quote = Some(c),
            None => {}
        }
    }
    None
}

impl<'t> Tag<'t> {
    /// Its names, outside of quotes.
    pub(super) fn words(&self) -> impl Iterator<Item = Word<'t>> + use<'t> {
        let Self { at, inner, .. } = *self;
        let mut from = 0;
        std::iter::from_fn(move || {
            let span = next_word(inner, from)?;
            from = span.end;
            Some(Word {
                path: &inner[span.clone()],
                role: role(inner, &span),
                span: at + span.start..at + span.end,
            })
        })
    }

    /// The calls of a function.
    pub(super) fn calls(&self, name: &str) -> Vec<Call<'t>> {
        let words: Vec<Word> = self.words().collect();
        let is_call = |word: &&Word| word.role == WordRole::Function && word.path == name;
        let calls = words.iter().filter(is_call);
        let calls = calls.map(|call| {
            let after = words.iter().filter(|word| word.span.start > call.span.end);
            let own = after.filter(|word| {
                word.role == WordRole::Argument && self.depth(call.span.end, word.span.start) == 1
            });
            Call {
                template: self.template,
                arguments: own.cloned().collect(),
            }
        });
        calls.collect()
    }

    /// How many brackets are open at `to` of those from `from` on; none once the first is closed.
    fn depth(&self, from: usize, to: usize) -> usize {
        let (mut depth, mut quote) = (0, None);
        for c in self.template[from..to].chars() {
            match (quote, c) {
                (Some(open), _) if open == c => quote = None,
                (Some(_), _) => {}
                (None, '"' | '\'' | '`') => quote = Some(c),
                (None, '(') => depth += 1,
                (None, ')') if depth == 1 => return 0,
                (None, ')') => depth -= 1,
                (None, _) => {}
            }
        }
        depth
    }

    /// The template that the tag takes in, and where its name stands.
    pub(super) fn included(&self) -> Option<(&'t str, Range<usize>)> {
        let first = self.words().next()?;
        if !["include", "extends"].contains(&first.path) {
            return None;
        }
        let start = self.inner.find(['"', '\'', '`'])? + 1;
        let quote = &self.inner[start - 1..start];
        let name = self.inner[start..].split_once(quote)?.0;
        let start = self.at + start;
        Some((name, start..start + name.len()))
    }

    /// Name and list of a loop: `for row in summary.drivers`.
    pub(super) fn loop_over(&self) -> Option<(&'t str, &'t str)> {
        let paths: Vec<&str> = self.words().map(|word| word.path).collect();
        match paths.as_slice() {
            ["for", name, "in", list, ..] | ["for", _, name, "in", list, ..] => {
                Some((*name, *list))
            }
            _ => None,
        }
    }

    pub(super) fn start(&self) -> usize {
        self.at
    }
}

fn next_word(inner: &str, from: usize) -> Option<Range<usize>> {
    let mut quote = None;
    for (at, c) in inner[from..].char_indices() {
        match quote {
            Some(open) if open == c => quote = None,
            Some(_) => {}
            None if matches!(c, '"' | '\'' | '`') => quote = Some(c),
            None if c.is_ascii_alphabetic() || c == '_' => {
                let start = from + at;
                let is_end = |c: char| !(c.is_ascii_alphanumeric() || c == '_' || c == '.');
                let length = inner[start..].find(is_end);
                return Some(start..length.map_or(inner.len(), |length| start + length));
            }
            None => {}
        }
    }
    None
}

fn role(inner: &str, span: &Range<usize>) -> WordRole {
    let before = inner[..span.start].trim_end();
    let after = inner[span.end..].trim_start();
    let begins_section = before.trim_start_matches('-').trim() == "filter";
    if before.ends_with('|') || begins_section {
        WordRole::Filter
    } else if after.starts_with('=') && !after.starts_with("==") {
        WordRole::Argument
    } else if after.starts_with('(') {
        WordRole::Function
    } else {
        WordRole::Name
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(template: &str) -> Vec<(&str, WordRole)> {
        let tags = tags(template);
        let words = tags.iter().flat_map(Tag::words);
        words.map(|word| (word.path, word.role)).collect()
    }

    #[test]
    fn words_are_read_in_tags_alone() {
        let template = "a {{ b.c }} <# {{ d }} #> {% raw %}{{ e }}{% endraw %} {{ 'f }}' ~ g }}";
        let paths: Vec<&str> = words(template).iter().map(|(path, _)| *path).collect();
        assert_eq!(paths, ["b.c", "raw", "g"]);
    }

    #[test]
    fn filters_and_arguments_are_no_variables() {
        let found = words("{{ a | join(sep=b) }}{%- filter upper %}{% if a == b %}");
        let roles: Vec<WordRole> = found.iter().map(|(_, role)| *role).collect();
        use WordRole::{Argument, Filter, Name};
        assert_eq!(
            roles,
            [Name, Filter, Argument, Name, Name, Filter, Name, Name, Name]
        );
    }

    #[test]
    fn a_call_has_its_own_arguments_alone() {
        let template = "{{ say(id=\"a)\", b=c | join(sep=\"(\"), d=1) ~ e(f=2) }}";
        let calls = tags(template)[0].calls("say");
        let [call] = calls.as_slice() else {
            panic!("{calls:?}");
        };
        let names: Vec<&str> = call.arguments.iter().map(|word| word.path).collect();
        assert_eq!(names, ["id", "b", "d"]);
        let (text, span) = call.text_of("id").expect("a text");
        assert_eq!((text, &template[span]), ("a)", "a)"));
        assert_eq!(call.text_of("b"), None);
    }

    #[test]
    fn an_include_and_a_loop_are_taken_apart() {
        let template = "{% include \"report/own.md\" %}{% for row in summary.drivers -%}";
        let tags = tags(template);
        let (name, span) = tags[0].included().expect("an include");
        assert_eq!((name, &template[span]), ("report/own.md", "report/own.md"));
        assert_eq!(tags[1].loop_over(), Some(("row", "summary.drivers")));
    }
}

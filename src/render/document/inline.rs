//! Runs of text: from pulldown-cmark's events, and from the fields of our own blocks.

use pulldown_cmark::{Event, LinkType, Parser, Tag};

use super::clean::{address, clean, safe_id};
use super::parse::{Reader, is_block, options};
use super::{Inline, ItemMark, Target};

/// Splits a line of one of our own blocks at each `|` that is not escaped.
pub(super) fn fields(line: &str) -> impl Iterator<Item = &str> {
    let mut escaped = false;
    line.split(move |c| {
        let splits = c == '|' && !escaped;
        escaped = c == '\\' && !escaped;
        splits
    })
    .map(str::trim)
}

/// Reads a field as inline Markdown, whatever it begins with.
///
/// The letter put before it keeps the field a paragraph: `# a` or `- a` mean themselves.
pub(super) fn field_inlines(field: &str) -> Vec<Inline> {
    let guarded = format!("x {}", field.trim());
    let events: Vec<Event> = Parser::new_ext(&guarded, options()).skip(1).collect();
    let mut inlines = Reader::new(&events).inlines();
    if let Some(Inline::Text(first)) = inlines.first_mut() {
        *first = first
            .strip_prefix('x')
            .unwrap_or(first)
            .trim_start()
            .to_owned();
        if first.is_empty() {
            inlines.remove(0);
        }
    }
    inlines
}

impl<'a> Reader<'a> {
    /// Reads inlines and the end of what holds them.
    pub(super) fn closed_inlines(&mut self) -> Vec<Inline> {
        let inlines = self.inlines();
        self.next += 1;
        inlines
    }

    /// Reads inlines up to the next event that is none.
    pub(super) fn inlines(&mut self) -> Vec<Inline> {
        let mut inlines = Vec::new();
        while let Some(event) = self.peek() {
            match event {
                Event::End(_) | Event::Rule => break,
                Event::Start(tag) if is_block(tag) => break,
                _ => self.next += 1,
            }
            self.inline(event, &mut inlines);
        }
        inlines
    }

    fn inline(&mut self, event: &'a Event<'a>, out: &mut Vec<Inline>) {
        match event {
            Event::Text(text) | Event::Html(text) | Event::InlineHtml(text) => push_text(out, text),
            Event::Code(code) => out.push(Inline::Code(clean(code))),
            Event::SoftBreak => push_text(out, " "),
            Event::HardBreak => out.push(Inline::LineBreak),
            Event::TaskListMarker(done) => {
                self.task = if *done {
                    ItemMark::Done
                } else {
                    ItemMark::Open
                }
            }
            Event::FootnoteReference(label) => {
                out.push(Inline::NoteReference(self.note_number(label)))
            }
            Event::Start(Tag::Strong) => out.push(Inline::Strong(self.closed_inlines())),
            Event::Start(Tag::Emphasis) => out.push(Inline::Emphasis(self.closed_inlines())),
            Event::Start(Tag::Strikethrough) => out.push(Inline::Struck(self.closed_inlines())),
            Event::Start(Tag::Link {
                link_type,
                dest_url,
                ..
            }) => {
                let text = self.closed_inlines();
                match self.target(*link_type, dest_url) {
                    Some(target) if !text.is_empty() => out.push(Inline::Link { target, text }),
                    _ => out.extend(text),
                }
            }
            Event::Start(_) => out.extend(self.closed_inlines()),
            Event::End(_) | Event::Rule | Event::InlineMath(_) | Event::DisplayMath(_) => {}
        }
    }

    fn note_number(&mut self, label: &'a str) -> usize {
        if let Some(index) = self.labels.iter().position(|known| *known == label) {
            return index + 1;
        }
        self.labels.push(label);
        self.labels.len()
    }

    fn target(&self, kind: LinkType, destination: &str) -> Option<Target> {
        if let Some(id) = destination.strip_prefix('#') {
            return self
                .anchors
                .contains(id)
                .then(|| Target::Heading(safe_id(id)));
        }
        match kind {
            LinkType::Email => address(&format!("mailto:{destination}")),
            _ => address(destination),
        }
    }
}

/// Adds text to the last run, so that pulldown-cmark's cuts at escapes do not show.
fn push_text(out: &mut Vec<Inline>, text: &str) {
    if text.is_empty() {
        return;
    }
    match out.last_mut() {
        Some(Inline::Text(last)) => last.push_str(&clean(text)),
        _ => out.push(Inline::Text(clean(text))),
    }
}

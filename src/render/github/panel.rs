//! The blocks of page one: verdict, key figures, names and values, signatures.

use super::text::Setting;
use super::{Page, alert, line};
use crate::render::document::{CallOutKind, Card, Inline, KeyValue, Signature, Tone, Verdict};

/// Key figures side by side; more would not fit the width of a page.
const ABREAST: usize = 4;

impl Page<'_> {
    pub(super) fn verdict(&self, verdict: &Verdict) -> String {
        let kind = match verdict.tone {
            Tone::Good => CallOutKind::Tip,
            Tone::Caution => CallOutKind::Warning,
            Tone::Bad => CallOutKind::Caution,
            Tone::Open => CallOutKind::Important,
        };
        let parts = [&verdict.label, &verdict.value].map(|part| self.bold(part));
        let mut lines = vec![join(&parts, " · ")];
        lines.push(self.text(&verdict.note, Setting::Paragraph));
        alert(kind, &join(&lines, "\n\n"))
    }

    pub(super) fn cards(&self, cards: &[Card]) -> String {
        let tables = cards.chunks(ABREAST).map(|cards| {
            let cell = |part: &[Inline]| self.text(part, Setting::Cell);
            columns(
                cards.iter().map(|card| cell(&card.label)).collect(),
                &[
                    cards.iter().map(|card| self.bold(&card.value)).collect(),
                    cards.iter().map(|card| cell(&card.note)).collect(),
                ],
            )
        });
        tables.collect::<Vec<_>>().join("\n\n")
    }

    /// The head of the table stays empty: neither column has a name.
    pub(super) fn key_values(&self, pairs: &[KeyValue]) -> String {
        let rows = pairs.iter().map(|pair| {
            let value = self.text(&pair.value, Setting::Cell);
            line([self.bold(&pair.label), value])
        });
        let head = "| | |\n|---|---|".to_owned();
        let lines: Vec<String> = std::iter::once(head).chain(rows).collect();
        lines.join("\n")
    }

    pub(super) fn signatures(&self, lines: &[Signature]) -> String {
        let cell = |part: &[Inline]| self.text(part, Setting::Cell);
        columns(
            lines.iter().map(|line| cell(&line.role)).collect(),
            &[
                lines.iter().map(|line| cell(&line.name)).collect(),
                lines.iter().map(|line| cell(&line.date)).collect(),
            ],
        )
    }

    fn bold(&self, text: &[Inline]) -> String {
        let strong = [Inline::Strong(text.to_vec())];
        self.text(&strong, Setting::Cell)
    }
}

/// A table with one column for each thing; a row without a word is left out.
fn columns(head: Vec<String>, rows: &[Vec<String>]) -> String {
    let rules = format!("|{}", ":-:|".repeat(head.len()));
    let rows = rows
        .iter()
        .filter(|row| row.iter().any(|cell| !cell.is_empty()));
    let mut lines = vec![line(head), rules];
    lines.extend(rows.map(|row| line(row.clone())));
    lines.join("\n")
}

/// The texts that hold something, with `between` between them.
fn join(texts: &[String], between: &str) -> String {
    let texts = texts.iter().filter(|text| !text.is_empty());
    texts.map(String::as_str).collect::<Vec<_>>().join(between)
}

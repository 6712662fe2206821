//! What the interview shows: the question with all that is recorded, and where the file stands.

use std::collections::BTreeSet;

use super::words::{kind, state};
use crate::cli::terminal::{Line, Tone};
use crate::interview::{Interview, Progress};
use crate::pack::id::SectionId;
use crate::pack::question::Question;
use crate::words::{Words, say};

/// The question with its section and progress, and all that is recorded for it.
pub(super) fn question(
    interview: &Interview,
    question: &Question,
    seen: &mut BTreeSet<SectionId>,
) -> Vec<Line> {
    let words = interview.words();
    let mut lines = Vec::new();
    if let Some((section, at)) = interview.position() {
        let (part, whole) = (interview.section_progress(section), interview.progress());
        let heading = say!(
            words,
            "screen-place",
            title = &section.title,
            at = at.to_string(),
            last = part.asked().to_string(),
            percent = whole.percent().to_string(),
            of = whole.asked().to_string()
        );
        lines.push(Line::new(Tone::Heading, heading));
        if seen.insert(section.id.clone()) {
            lines.push(Line::new(Tone::Aside, section.intro.trim()));
        }
    }
    let text = format!("{}  {}", question.id, question.text.trim());
    lines.push(Line::new(Tone::Question, text));
    lines.extend(recorded(interview, question).map(|text| Line::new(Tone::Aside, text)));
    lines
}

/// What the file holds: answer, note, evidence.
fn recorded(interview: &Interview, question: &Question) -> impl Iterator<Item = String> {
    let words = interview.words();
    let response = interview.response(&question.id);
    let told = response.and_then(|held| {
        let on = held.on.map(|on| words.date(on));
        let who = match (&held.by, on) {
            (Some(by), Some(on)) => format!(" ({by}, {on})"),
            (Some(by), None) => format!(" ({by})"),
            (None, Some(on)) => format!(" ({on})"),
            (None, None) => String::new(),
        };
        state(words, &question.form, &held.state).map(|state| format!("{state}{who}"))
    });
    let settled = interview.settled(&question.id).and_then(|settled| {
        let state = state(words, &question.form, &settled.state)?;
        Some(say!(words, "screen-settled", state))
    });
    let note = response.and_then(|held| held.note.as_ref());
    let note = note.map(|note| say!(words, "screen-note", note));
    let evidence = interview.evidence_of(&question.id).map(|record| {
        say!(
            words,
            "screen-evidence",
            id = record.id.as_str(),
            kind = kind(words, record.kind),
            reference = &record.reference
        )
    });
    let evidence: Vec<String> = evidence.collect();
    told.into_iter().chain(settled).chain(note).chain(evidence)
}

/// How far an assessment is: the counts, and the sections with unfinished questions, a line each.
pub(super) fn standing(interview: &Interview) -> Vec<String> {
    let words = interview.words();
    let mut lines = vec![counts(words, interview.progress())];
    let sections = interview.sections();
    for section in sections {
        let progress = interview.section_progress(section);
        // In a column of their own.
        let open = format!("{:5}", progress.open);
        let (partly, title) = (progress.partly.to_string(), &section.title);
        match (progress.open, progress.partly) {
            (0, 0) => {}
            (_, 0) => lines.push(say!(words, "end-section-open", open, title)),
            (_, _) => lines.push(say!(words, "end-section-partly", open, partly, title)),
        }
    }
    lines
}

fn counts(words: &Words, progress: Progress) -> String {
    let counts = [
        (
            progress.answered,
            say!(words, "end-answered", count = progress.answered.to_string()),
        ),
        (
            progress.partly,
            say!(words, "end-partly", count = progress.partly.to_string()),
        ),
        (
            progress.unknown,
            say!(words, "end-unknown", count = progress.unknown.to_string()),
        ),
        (
            progress.not_applicable,
            say!(
                words,
                "end-not-applicable",
                count = progress.not_applicable.to_string()
            ),
        ),
        (
            progress.open,
            say!(words, "end-open", count = progress.open.to_string()),
        ),
    ];
    let counts = counts.into_iter().filter(|(count, _)| *count > 0);
    let counts: Vec<String> = counts.map(|(_, told)| told).collect();
    let (count, counts) = (progress.asked(), counts.join(", "));
    say!(words, "end-counts", count, counts)
}

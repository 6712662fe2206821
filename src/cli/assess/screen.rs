//! What the interview shows: the question with all that is recorded, and where the file stands.

use std::collections::BTreeSet;

use super::words::{kind, state};
use crate::cli::terminal::{Line, Tone};
use crate::interview::{Interview, Progress};
use crate::pack::id::SectionId;
use crate::pack::question::Question;

/// The question with its section and progress, and all that is recorded for it.
pub(super) fn question(
    interview: &Interview,
    question: &Question,
    seen: &mut BTreeSet<SectionId>,
) -> Vec<Line> {
    let mut lines = Vec::new();
    if let Some((section, at)) = interview.position() {
        let (part, whole) = (interview.section_progress(section), interview.progress());
        let heading = format!(
            "{} {at}/{} · {} % of {}",
            section.title,
            part.asked(),
            whole.percent(),
            whole.asked()
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
    let response = interview.response(&question.id);
    let told = response.and_then(|held| {
        let who = match (&held.by, held.on) {
            (Some(by), Some(on)) => format!(" ({by}, {on})"),
            (Some(by), None) => format!(" ({by})"),
            (None, Some(on)) => format!(" ({on})"),
            (None, None) => String::new(),
        };
        state(&question.form, &held.state).map(|state| format!("{state}{who}"))
    });
    let settled = interview.settled(&question.id).and_then(|settled| {
        let state = state(&question.form, &settled.state)?;
        Some(format!("with the documents: {state}"))
    });
    let note = response.and_then(|held| held.note.as_ref());
    let note = note.map(|note| format!("note: {note}"));
    let evidence = interview.evidence_of(&question.id).map(|record| {
        format!(
            "evidence {}: {}, {}",
            record.id,
            kind(record.kind),
            record.reference
        )
    });
    let evidence: Vec<String> = evidence.collect();
    told.into_iter().chain(settled).chain(note).chain(evidence)
}

/// How far an assessment is: the counts, and the sections with unfinished questions, a line each.
pub(super) fn standing(interview: &Interview) -> Vec<String> {
    let mut lines = vec![counts(interview.progress())];
    let sections = interview.sections();
    for section in sections {
        let progress = interview.section_progress(section);
        match (progress.open, progress.partly) {
            (0, 0) => {}
            (open, 0) => lines.push(format!("{open:5} open  {}", section.title)),
            (open, partly) => lines.push(format!(
                "{open:5} open, {partly} in part  {}",
                section.title
            )),
        }
    }
    lines
}

fn counts(progress: Progress) -> String {
    let counts = [
        (progress.answered, "answered"),
        (progress.partly, "answered in part"),
        (progress.unknown, "unknown"),
        (progress.not_applicable, "not applicable"),
        (progress.open, "open"),
    ];
    let counts = counts.iter().filter(|(count, _)| *count > 0);
    let counts: Vec<String> = counts
        .map(|(count, what)| format!("{count} {what}"))
        .collect();
    format!("{} questions: {}.", progress.asked(), counts.join(", "))
}

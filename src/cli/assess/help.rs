//! The help of a question: why it is asked, what good looks like, what counts, how it is scored.

use super::words::{kind, quantity};
use crate::cli::terminal::{Command, Line, Tone};
use crate::interview::Interview;
use crate::pack::answer::{AnswerKind, Form, Scale};
use crate::pack::language::Language;
use crate::pack::question::{Question, Role, Scored};
use crate::words::{Words, say};

/// Everything that helps to answer a question.
pub(super) fn lines(interview: &Interview, question: &Question) -> Vec<Line> {
    let mut lines = Vec::new();
    let words = interview.words();
    let mut part = |title: String, text: String| {
        lines.push(Line::new(Tone::Heading, title));
        lines.push(Line::new(Tone::Text, text));
    };
    part(say!(words, "help-why"), question.why.trim().to_string());
    part(say!(words, "help-good"), question.good.trim().to_string());
    part(say!(words, "help-find"), question.find.trim().to_string());
    let kinds = question.evidence.iter().map(|&rung| kind(words, rung));
    let kinds = kinds.collect::<Vec<_>>().join("; ");
    let counts = say!(words, "help-kinds", kinds);
    let counts = format!("{}\n{counts}", question.attach.trim());
    part(say!(words, "help-evidence"), counts);
    part(say!(words, "help-scored"), scored(interview, question));
    let frameworks = frameworks(interview, question);
    if !frameworks.is_empty() {
        part(say!(words, "help-frameworks"), frameworks);
    }
    let commands: Vec<String> = Command::all(words).map(|(_, line)| line).collect();
    part(say!(words, "help-commands"), commands.join("\n"));
    lines
}

fn scored(interview: &Interview, question: &Question) -> String {
    let words = interview.words();
    let scale = scales(words, &question.form);
    let role = match &question.role {
        Role::Scored(scored) => control(interview, scored),
        Role::Context(_) => say!(words, "help-context"),
        Role::Criterion(_) => say!(words, "help-criterion"),
        Role::Record => say!(words, "help-record"),
    };
    [role]
        .into_iter()
        .chain(scale)
        .collect::<Vec<_>>()
        .join("\n")
}

fn control(interview: &Interview, scored: &Scored) -> String {
    let Some(control) = interview.pack().model.control(&scored.control) else {
        return String::new();
    };
    let words = interview.words();
    let (id, title) = (control.id.as_str(), &control.title);
    let mut sentences = vec![say!(words, "help-control", id, title)];
    if scored.gating {
        sentences.push(say!(words, "help-gating"));
    }
    if control.knockout > 0.0 {
        sentences.push(say!(words, "help-knockout"));
    }
    if !control.na_allowed {
        sentences.push(say!(words, "help-always-applies"));
    }
    sentences.join(" ")
}

/// How numbers become levels, for each scale of the form.
fn scales(words: &Words, form: &Form) -> Option<String> {
    let kinds: Vec<&AnswerKind> = match form {
        Form::Single(kind) => vec![kind],
        Form::Parts(parts) => parts.iter().map(|part| &part.kind).collect(),
    };
    let mut texts: Vec<String> = Vec::new();
    for kind in kinds {
        let (AnswerKind::Duration(Some(scale))
        | AnswerKind::Count(Some(scale))
        | AnswerKind::Percent(Some(scale))) = kind
        else {
            continue;
        };
        let text = points(words, scale);
        if !texts.contains(&text) {
            texts.push(text);
        }
    }
    (!texts.is_empty()).then(|| texts.join("\n"))
}

fn points(words: &Words, scale: &Scale) -> String {
    let points = scale.points.iter().map(|point| {
        let level = words.decimal(&point.level.to_string());
        format!("{} → {level}", quantity(words, point.at, scale.unit))
    });
    let basis: Vec<&str> = scale.basis.iter().map(|id| id.as_str()).collect();
    let (points, basis) = (points.collect::<Vec<_>>(), basis.join(", "));
    // A comma would be read as that of a decimal.
    let points = match words.language() {
        Language::English => points.join(", "),
        Language::German => points.join("; "),
    };
    say!(words, "help-levels", points, basis)
}

fn frameworks(interview: &Interview, question: &Question) -> String {
    let known = &interview.pack().catalogue.frameworks;
    let touched = question.frameworks.iter().map(|(id, items)| {
        let name = known
            .get(id)
            .map_or(id.as_str(), |framework| &framework.name);
        format!("{name}: {}", items.join(", "))
    });
    touched.collect::<Vec<_>>().join("\n")
}

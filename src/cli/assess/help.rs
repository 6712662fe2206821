//! The help of a question: why it is asked, what good looks like, what counts, how it is scored.

use super::words::{kind, unit};
use crate::cli::terminal::{Command, Line, Tone};
use crate::interview::Interview;
use crate::pack::answer::{AnswerKind, Form, Scale};
use crate::pack::question::{Question, Role, Scored};

/// Everything that helps to answer a question.
pub(super) fn lines(interview: &Interview, question: &Question) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut part = |title: &str, text: String| {
        lines.push(Line::new(Tone::Heading, title));
        lines.push(Line::new(Tone::Text, text));
    };
    part("Why we ask", question.why.trim().to_string());
    part("What good looks like", question.good.trim().to_string());
    part("Where to find it", question.find.trim().to_string());
    let kinds: Vec<&str> = question.evidence.iter().map(|&rung| kind(rung)).collect();
    let counts = format!(
        "{}\nKinds that count: {}.",
        question.attach.trim(),
        kinds.join("; ")
    );
    part("What counts as evidence", counts);
    part("How it is scored", scored(interview, question));
    let frameworks = frameworks(interview, question);
    if !frameworks.is_empty() {
        part("Frameworks", frameworks);
    }
    let commands: Vec<String> = Command::all().map(|(_, line)| line).collect();
    part("Other commands", commands.join("\n"));
    lines
}

fn scored(interview: &Interview, question: &Question) -> String {
    let scale = scales(&question.form);
    let role = match &question.role {
        Role::Scored(scored) => control(interview, scored),
        Role::Context(_) => "It is part of the inherent risk: what is at stake for us.".to_string(),
        Role::Criterion(_) => {
            "It decides between ISO 27001 and SOC 2; it does not score.".to_string()
        }
        Role::Record => "It is kept for the report and steers other questions.".to_string(),
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
    let mut text = format!("It feeds control {}: {}.", control.id, control.title);
    if scored.gating {
        text.push_str(" It is gating: the control can be no better than this answer.");
    }
    if control.knockout > 0.0 {
        text.push_str(" The control is a knock-out: nothing else makes up for its absence.");
    }
    if !control.na_allowed {
        text.push_str(" It applies to every provider and cannot be set aside.");
    }
    text
}

/// How numbers become levels, for each scale of the form.
fn scales(form: &Form) -> Option<String> {
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
        let text = points(scale);
        if !texts.contains(&text) {
            texts.push(text);
        }
    }
    (!texts.is_empty()).then(|| texts.join("\n"))
}

fn points(scale: &Scale) -> String {
    let unit = unit(scale.unit);
    let points = scale.points.iter();
    let points = points.map(|point| format!("{}{unit} → {}", point.at, point.level));
    let basis: Vec<&str> = scale.basis.iter().map(|id| id.as_str()).collect();
    let points = points.collect::<Vec<_>>().join(", ");
    format!("Levels from 0 to 1: {points} (from {}).", basis.join(", "))
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

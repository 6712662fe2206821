//! How problems are shown: message, place with caret, second place, help.

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use super::{Place, Problem, Problems, Weight};

/// With or without colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// Text only.
    Plain,
    /// With terminal colours.
    Colour,
}

impl Problems {
    /// Every problem as text, one block each.
    pub fn show(&self, style: Style) -> String {
        let renderer = match style {
            Style::Plain => Renderer::plain(),
            Style::Colour => Renderer::styled(),
        };
        let blocks: Vec<String> = self
            .iter()
            .map(|problem| show(problem, &renderer))
            .collect();
        blocks.join("\n\n")
    }
}

fn show(problem: &Problem, renderer: &Renderer) -> String {
    let level = match problem.weight {
        Weight::Error => Level::ERROR,
        Weight::Warning => Level::WARNING,
    };
    let title = level
        .primary_title(problem.message.as_str())
        .id(problem.code.as_str());
    let group = match &problem.place {
        Some(place) => with_place(Group::with_title(title), problem, place),
        None => Group::with_title(title),
    };
    let group = match &problem.help {
        Some(help) => group.element(Level::HELP.message(help.as_str())),
        None => group,
    };
    renderer.render(&[group]).to_string()
}

fn with_place<'a>(group: Group<'a>, problem: &'a Problem, place: &'a Place) -> Group<'a> {
    if place.source.text.is_empty() {
        return group.element(Origin::path(place.name()));
    }
    let caret = AnnotationKind::Primary.span(place.span.clone());
    let caret = match &problem.label {
        Some(label) => caret.label(label.as_str()),
        None => caret,
    };
    let mut snippet = Snippet::source(place.source.text.as_str())
        .path(place.name())
        .annotation(caret);
    match problem.also.as_deref() {
        Some((other, label)) if other.source == place.source => {
            let mark = AnnotationKind::Context.span(other.span.clone());
            snippet = snippet.annotation(mark.label(label.as_str()));
            group.element(snippet)
        }
        Some((other, label)) => {
            let mark = AnnotationKind::Context.span(other.span.clone());
            let second = Snippet::source(other.source.text.as_str())
                .path(other.name())
                .annotation(mark.label(label.as_str()));
            group.element(snippet).element(second)
        }
        None => group.element(snippet),
    }
}

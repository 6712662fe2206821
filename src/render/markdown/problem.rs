//! What tera says about a template, as problems in our words: file, place, what is wrong, what helps.
//!
//! Tera gives the place of a single syntax or rendering error as data. References to what is not there (filters,
//! includes) it finds all at once, and reports them as text; [`references`] reads the places back from it.

use std::ops::Range;
use std::sync::Arc;

use serde_json::Value;
use tera::{ErrorKind, ReportError};

use super::names::{Unknown, listed, unknown};
use super::say;
use super::tags::{Word, WordRole, tags};
use super::templates::Files;
use crate::source::{Code, Place, Problem, Source, nearest};

/// Filters that print text as it is, or escape it for another language.
pub(super) const REFUSED: [&str; 5] = [
    "safe",
    "escape",
    "escape_html",
    "escape_xml",
    "newlines_to_br",
];

/// The filters of tera that may be used, as `templates/README.md` lists them.
pub(super) const FILTERS: [&str; 31] = [
    "abs",
    "capitalize",
    "default",
    "first",
    "float",
    "get",
    "group_by",
    "indent",
    "int",
    "join",
    "keys",
    "last",
    "length",
    "lower",
    "nth",
    "pairs",
    "pluralize",
    "replace",
    "reverse",
    "round",
    "sort",
    "split",
    "str",
    "title",
    "trim",
    "trim_end",
    "trim_start",
    "truncate",
    "unique",
    "upper",
    "values",
];

const SEE: &str = "templates/README.md tells how templates are written";

/// Each use of a refused filter.
pub(super) fn refused_filters(source: &Arc<Source>) -> Vec<Problem> {
    let tags = tags(source.text());
    let words = tags.iter().flat_map(|tag| tag.words());
    let refused =
        words.filter(|word| word.role == WordRole::Filter && REFUSED.contains(&word.path));
    refused
        .map(|word| {
            let message = format!("the filter `{}` is refused", word.path);
            let help = "text is escaped by itself wherever it is printed; leave the filter out";
            problem(Code::RefusedFilter, message, source, word.span).help(help)
        })
        .collect()
}

/// Each variable that no report has, by its first name.
pub(super) fn unknown_variables(
    source: &Arc<Source>,
    names: &[String],
    report: &Value,
) -> Vec<Problem> {
    let tags = tags(source.text());
    let words = tags.iter().flat_map(|tag| tag.words());
    let unknown = words.filter(|word| {
        let first = word.path.split('.').next().unwrap_or_default();
        word.role == WordRole::Name && names.iter().any(|name| name == first)
    });
    unknown
        .filter_map(|word| not_known(source, word.path, word.span.start, report))
        .collect()
}

/// A syntax error in one template.
pub(super) fn syntax(source: &Arc<Source>, error: &ReportError) -> Problem {
    let span = error.span().range.clone();
    if error.message().starts_with("Unexpected end of input") {
        let message = "the template ends before something that it began";
        let help = "close what is open here: `}}`, `%}`, `{% endif %}` or `{% endfor %}`";
        return problem(Code::TemplateSyntax, message, source, span).help(help);
    }
    problem(
        Code::TemplateSyntax,
        sentence(error.message()),
        source,
        span,
    )
    .help(SEE)
}

/// Anything that keeps the templates from being put together.
pub(super) fn building(error: &tera::Error, files: &Files) -> Vec<Problem> {
    match error.kind() {
        ErrorKind::SyntaxError(error) => match files.get(error.filename()) {
            Some(source) => vec![syntax(source, error)],
            None => vec![plain(error.message())],
        },
        ErrorKind::CircularInclude { include_chain, .. } => vec![circle(include_chain, files)],
        ErrorKind::CircularExtend {
            inheritance_chain, ..
        } => vec![circle(inheritance_chain, files)],
        ErrorKind::MissingParent { current, parent } => vec![missing(current, parent, files)],
        ErrorKind::Msg(text) => references(text, files),
        other => vec![plain(&other.to_string())],
    }
}

/// An error while the report was filled in.
pub(super) fn rendering(error: &tera::Error, files: &Files, report: &Value) -> Problem {
    let ErrorKind::RenderingError(found) = error.kind() else {
        return plain(&error.to_string());
    };
    let Some(source) = files.get(found.filename()) else {
        return plain(found.message());
    };
    if let Some(problem) = unknown_in_tag(source, found.span().range.start, report) {
        return problem;
    }
    let message = sentence(found.message());
    let span = found.span().range.clone();
    problem(Code::TemplateValue, message, source, span).help(SEE)
}

fn problem(
    code: Code,
    message: impl Into<String>,
    source: &Arc<Source>,
    span: Range<usize>,
) -> Problem {
    Problem::new(code, message).at(Place::new(source, span))
}

fn plain(message: &str) -> Problem {
    Problem::new(Code::TemplateSyntax, sentence(message)).help(SEE)
}

/// A message of tera as the house writes them: small at its start, without a final stop.
fn sentence(message: &str) -> String {
    let message = message.trim_end_matches('.');
    let mut chars = message.chars();
    let first = chars.next().map(|c| c.to_ascii_lowercase());
    first.into_iter().chain(chars).collect()
}

/// The first path that means nothing in the tag around a place.
fn unknown_in_tag(source: &Arc<Source>, at: usize, report: &Value) -> Option<Problem> {
    let tags = tags(source.text());
    let tag = tags.iter().rfind(|tag| tag.start() <= at)?;
    let is_path = |word: &Word| {
        word.role == WordRole::Name && (word.path.contains('.') || word.span.start == at)
    };
    let mut paths = tag.words().filter(is_path);
    paths.find_map(|word| not_known(source, word.path, word.span.start, report))
}

fn not_known(source: &Arc<Source>, path: &str, at: usize, report: &Value) -> Option<Problem> {
    let found = unknown(path, source.text(), at, report)?;
    let Unknown { base, name, .. } = &found;
    let start = at + if base.is_empty() { 0 } else { base.len() + 1 };
    let message = match (base.is_empty(), found.is_absent) {
        (true, _) => format!("no part of the report is called `{name}`"),
        (false, true) => format!("`{base}` is not a part of this edition of the report"),
        (false, false) => format!("`{base}` has no `{name}`"),
    };
    let help = if found.is_absent {
        format!("print it only where it is: `{{% if {base} %}}…{{% endif %}}`")
    } else {
        listed(&found.known)
    };
    let span = start..start + name.len();
    let problem = problem(Code::UnknownVariable, message, source, span).help(help);
    let known = found.known.iter().map(String::as_str);
    Some(match nearest(name, known) {
        Some(near) if base.is_empty() => problem.label(format!("did you mean `{near}`?")),
        Some(near) => problem.label(format!("did you mean `{base}.{near}`?")),
        None => problem,
    })
}

/// Templates that take each other in.
fn circle(chain: &[String], files: &Files) -> Problem {
    let message = format!(
        "templates include each other in a circle: {}",
        chain.join(" → ")
    );
    let steps = chain.iter().zip(chain.iter().skip(1));
    let mut places = steps.filter_map(|(from, to)| include_of(from, to, files));
    let problem = Problem::new(Code::TemplateCycle, message).help("take one of the includes out");
    match places.find(|(source, _)| files.is_own(source)) {
        Some((source, span)) => problem.at(Place::new(source, span)),
        None => problem,
    }
}

/// Where the template `from` takes in the template `to`.
fn include_of<'f>(
    from: &str,
    to: &str,
    files: &'f Files,
) -> Option<(&'f Arc<Source>, Range<usize>)> {
    let source = files.get(from)?;
    let tags = tags(source.text());
    let mut included = tags.iter().filter_map(|tag| tag.included());
    let (_, span) = included.find(|(name, _)| *name == to)?;
    Some((source, span))
}

fn missing(from: &str, to: &str, files: &Files) -> Problem {
    let problem = Problem::new(
        Code::UnknownTemplate,
        format!("no template is called `{to}`"),
    );
    let problem = match include_of(from, to, files) {
        Some((source, span)) => problem.at(Place::new(source, span)),
        None => problem,
    };
    match nearest(to, files.paths()) {
        Some(near) => problem.label(format!("did you mean `{near}`?")),
        None => problem
            .help("a template is called by its path in the folder, such as `report/summary.md`"),
    }
}

/// The references that tera found to lead nowhere, from its report on them: `error: MESSAGE`, and on the next
/// line `--> FILE:LINE:COLUMN`.
fn references(report: &str, files: &Files) -> Vec<Problem> {
    let lines: Vec<&str> = report.lines().collect();
    let found = lines.windows(2).filter_map(|pair| {
        let message = pair[0].strip_prefix("error: ")?;
        let place = pair[1].trim_start().strip_prefix("--> ")?;
        reference(message, place, files)
    });
    let found: Vec<Problem> = found.collect();
    if found.is_empty() {
        return vec![plain(lines.first().unwrap_or(&""))];
    }
    found
}

fn reference(message: &str, place: &str, files: &Files) -> Option<Problem> {
    let mut parts = place.rsplitn(3, ':');
    let column: usize = parts.next()?.parse().ok()?;
    let line: usize = parts.next()?.parse().ok()?;
    let file = parts.next()?;
    let source = files.get(file)?;
    let (kind, name) = message.strip_prefix("Unknown ")?.split_once(' ')?;
    let name = name.trim_matches('`');
    if kind == "template" {
        return Some(missing(file, name, files));
    }
    let start = offset(source.text(), line, column);
    let span = match source.text()[start..].find(name) {
        Some(behind) => start + behind..start + behind + name.len(),
        None => start..start,
    };
    let problem = problem(
        Code::UnknownFilter,
        format!("no {kind} is called `{name}`"),
        source,
        span,
    );
    let problem = problem.help("templates/README.md lists what there is");
    let near = match kind {
        "filter" => nearest(name, FILTERS),
        "function" => nearest(name, [say::NAME]),
        _ => None,
    };
    Some(match near {
        Some(near) => problem.label(format!("did you mean `{near}`?")),
        None => problem,
    })
}

/// The byte at a line and column, both from 1.
fn offset(text: &str, line: usize, column: usize) -> usize {
    let before: usize = text
        .split_inclusive('\n')
        .take(line - 1)
        .map(str::len)
        .sum();
    let rest = text[before..].char_indices();
    let at = rest.map(|(at, _)| at).nth(column - 1);
    before + at.unwrap_or_default()
}

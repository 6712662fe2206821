//! A set of templates: the built-in ones, and files of one's own in place of some of them.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde_json::Value;
use tera::{Context, Delimiters, ErrorKind, Tera};

use super::built_in::BUILT_IN;
use super::tags::tags;
use super::{escape, figures, problem, say, tidy};
use crate::render::document;
use crate::report::Report;
use crate::source::{Code, Problem, Problems, Source, nearest};

/// The template that takes in all others.
const ROOT: &str = "report.md";

/// Templates that fit together.
pub struct Templates {
    files: Files,
    engine: Tera,
}

impl Templates {
    /// The templates that are compiled in.
    #[must_use]
    pub fn built_in() -> Self {
        Self::with([]).expect("the built-in templates are well formed")
    }

    /// The built-in templates with `own` files, by path, in place of those of the same path and beside them.
    ///
    /// # Errors
    /// Every syntax error, every filter that is refused, and every reference to what is not there.
    pub fn with(own: impl IntoIterator<Item = (String, Arc<Source>)>) -> Result<Self, Problems> {
        let files = Files::new(own);
        let problems = files.own().flat_map(broken).collect();
        if let Some(problems) = Problems::collect(problems) {
            return Err(problems);
        }
        let mut engine = engine();
        let texts = files.all.iter();
        let texts = texts.map(|(path, source)| (path.as_str(), source.text()));
        match engine.add_raw_templates(texts) {
            Ok(()) => Ok(Self { files, engine }),
            Err(error) => Err(all(problem::building(&error, &files))),
        }
    }

    /// Fills the templates with a report.
    ///
    /// # Errors
    /// When a template of one's own names something that the report does not have, or does with a value what
    /// cannot be done.
    pub fn write(&self, report: &Report) -> Result<String, Problems> {
        let values = serde_json::to_value(report).expect("a report is made of texts and lists");
        if let Some(problems) = Problems::collect(self.unknown_variables(&values)) {
            return Err(problems);
        }
        let failed = |error| Problems::from(problem::rendering(&error, &self.files, &values));
        let context = Context::from_serialize(report).map_err(failed)?;
        let text = self.engine.render(ROOT, &context).map_err(failed)?;
        Ok(tidy(&text))
    }

    /// Variables that would be taken for false in an `if`, and not be missed.
    fn unknown_variables(&self, values: &Value) -> Vec<Problem> {
        let named = self.engine.get_template_variables(ROOT).unwrap_or_default();
        let unknown: Vec<String> = named
            .into_iter()
            .filter(|name| values.get(name).is_none())
            .map(str::to_owned)
            .collect();
        let own = self.files.own();
        own.flat_map(|source| problem::unknown_variables(source, &unknown, values))
            .collect()
    }

    /// Files of one's own that change nothing: no template takes them in.
    #[must_use]
    pub fn unused(&self) -> Option<Problems> {
        let mut used = BTreeSet::from([ROOT]);
        let mut next = vec![ROOT];
        while let Some(path) = next.pop() {
            let text = self.files.get(path).map_or("", |source| source.text());
            let included = tags(text).into_iter().filter_map(|tag| tag.included());
            for (name, _) in included {
                if let Some((path, _)) = self.files.all.get_key_value(name)
                    && used.insert(path)
                {
                    next.push(path);
                }
            }
        }
        let own = self.files.own.iter();
        let unused = own.filter(|path| !used.contains(path.as_str()));
        Problems::collect(unused.map(|path| unused_file(path)).collect())
    }

    /// Figure blocks in files of one's own that are shown as code in the report that was written.
    #[must_use]
    pub fn misdrawn(&self, markdown: &str) -> Option<Problems> {
        let own: Vec<&Arc<Source>> = self.files.own().collect();
        if own.is_empty() {
            return None;
        }
        let blocks = document::misdrawn(markdown);
        let warnings = blocks
            .iter()
            .filter_map(|block| figures::warning(block, &own));
        Problems::collect(warnings.collect())
    }
}

/// All templates by path, and which of them are not ours.
pub(super) struct Files {
    all: BTreeMap<String, Arc<Source>>,
    own: BTreeSet<String>,
}

impl Files {
    fn new(own: impl IntoIterator<Item = (String, Arc<Source>)>) -> Self {
        let built_in = BUILT_IN.iter().map(|(path, text)| {
            let source = Source::new(format!("built-in templates/{path}"), *text);
            ((*path).to_owned(), source)
        });
        let mut all: BTreeMap<String, Arc<Source>> = built_in.collect();
        let mut paths = BTreeSet::new();
        for (path, source) in own {
            paths.insert(path.clone());
            all.insert(path, source);
        }
        Self { all, own: paths }
    }

    pub(super) fn get(&self, path: &str) -> Option<&Arc<Source>> {
        self.all.get(path)
    }

    pub(super) fn paths(&self) -> impl Iterator<Item = &str> {
        self.all.keys().map(String::as_str)
    }

    pub(super) fn is_own(&self, source: &Arc<Source>) -> bool {
        self.own().any(|own| Arc::ptr_eq(own, source))
    }

    fn own(&self) -> impl Iterator<Item = &Arc<Source>> {
        self.own.iter().filter_map(|path| self.all.get(path))
    }
}

/// What is wrong with a template by itself.
fn broken(source: &Arc<Source>) -> Vec<Problem> {
    match engine().add_raw_template(ROOT, source.text()) {
        Err(error) => match error.kind() {
            ErrorKind::SyntaxError(error) => vec![problem::syntax(source, error)],
            _ => misused(source),
        },
        Ok(()) => misused(source),
    }
}

/// What a well-formed template must not do.
fn misused(source: &Arc<Source>) -> Vec<Problem> {
    let mut problems = problem::refused_filters(source);
    problems.extend(say::problems(source));
    problems
}

fn all(problems: Vec<Problem>) -> Problems {
    Problems::collect(problems).expect("an error is at least one problem")
}

fn unused_file(path: &str) -> Problem {
    let message = format!("`{path}` replaces no template and no template includes it");
    let problem = Problem::new(Code::UnknownTemplate, message).warning();
    let known = BUILT_IN.iter().map(|(path, _)| *path);
    match nearest(path, known) {
        Some(near) => problem.help(format!("did you mean `{near}`?")),
        None => problem.help("name it like the part it is to replace, or include it in one"),
    }
}

fn engine() -> Tera {
    let mut tera = Tera::new();
    let delimiters = Delimiters {
        comment_start: "<#".into(),
        comment_end: "#>".into(),
        ..Delimiters::default()
    };
    tera.set_delimiters(delimiters).expect("the marks differ");
    tera.set_escape_fn(escape);
    tera.autoescape_on([".md"]);
    tera.register_function(say::NAME, say::say);
    tera
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_built_in_templates_are_well_formed_and_print_no_raw_text() {
        let own = BUILT_IN
            .iter()
            .map(|(path, text)| ((*path).to_owned(), Source::new(*path, *text)));
        let templates = Templates::with(own).unwrap_or_else(|problems| panic!("{problems}"));
        assert_eq!(templates.unused(), None, "each is included");
    }

    #[test]
    fn filters_are_known_to_tera_and_those_refused_are_too() {
        let tag = |name: &str| format!("{{{{ 1 | {name} }}}}");
        for name in problem::FILTERS.iter().chain(&problem::REFUSED) {
            assert!(
                engine().add_raw_template("a.md", &tag(name)).is_ok(),
                "{name}"
            );
        }
        assert!(engine().add_raw_template("a.md", &tag("nothing")).is_err());
    }
}

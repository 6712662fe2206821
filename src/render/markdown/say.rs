//! `say`, the function by which templates print words of the catalogue in the language of the report.
//!
//! A message is Markdown of ours and is printed as it is; the values put into it are escaped first, like all
//! others. What a template of one's own says wrongly is found before anything is written, with its place.

use std::sync::Arc;

use tera::{Error, Kwargs, State, TeraResult, Value};

use super::tags::{Call, tags};
use crate::pack::language::Language;
use crate::source::{Code, Place, Problem, Source, nearest};
use crate::words::{Variable, Words};

/// The function's name.
pub(super) const NAME: &str = "say";
/// The argument that names the message; all others are its variables.
const ID: &str = "id";

/// Says a message: `say(id="inherent-total", points=inherent.points)`.
pub(super) fn say(arguments: Kwargs, state: &State) -> TeraResult<Value> {
    let id: &str = arguments.must_get(ID)?;
    let language: Option<String> = state.get("language")?;
    let words = Words::of(Language::of_tag(&language.unwrap_or_default()));
    let Some(wanted) = words.variables(id) else {
        return Err(Error::message(format!("no message is called `{id}`")));
    };
    let given = arguments.iter();
    let given = given.map(|(name, value)| Ok((name.to_string(), variable(value, state)?)));
    let given = given.collect::<TeraResult<Vec<_>>>()?;
    let is_given = |wanted: &&String| given.iter().any(|(name, _)| name == *wanted);
    if let Some(missing) = wanted.iter().find(|wanted| !is_given(wanted)) {
        let message = format!("the message `{id}` cannot be said without `{missing}`");
        return Err(Error::message(message));
    }
    let given: Vec<(&str, Variable)> = given
        .iter()
        .map(|(name, variable)| (name.as_str(), variable.clone()))
        .collect();
    Ok(Value::safe_string(&words.tell(id, &given)))
}

/// A whole number counts; everything else is a text.
fn variable(value: &Value, state: &State) -> TeraResult<Variable<'static>> {
    let count = value.as_u64().filter(|_| !value.is_f64());
    Ok(match count.and_then(|count| usize::try_from(count).ok()) {
        Some(count) => Variable::Count(count),
        None => Variable::Text(state.escape_if_needed(value)?.into()),
    })
}

/// What a template says that cannot be said: unknown messages, and variables too few or too many.
pub(super) fn problems(source: &Arc<Source>) -> Vec<Problem> {
    let tags = tags(source.text());
    let calls = tags.iter().flat_map(|tag| tag.calls(NAME));
    calls.flat_map(|call| of_call(source, &call)).collect()
}

fn of_call(source: &Arc<Source>, call: &Call) -> Vec<Problem> {
    let words = Words::of(Language::default());
    let Some((id, span)) = call.text_of(ID) else {
        return vec![];
    };
    let Some(wanted) = words.variables(id) else {
        let message = format!("no message is called `{id}`");
        let problem = Problem::new(Code::UnknownMessage, message).at(Place::new(source, span));
        return vec![match nearest(id, words.ids()) {
            Some(near) => problem.label(format!("did you mean `{near}`?")),
            None => problem.help("templates/README.md tells where the messages are listed"),
        }];
    };
    let given = call.arguments.iter().filter(|given| given.path != ID);
    let too_many = given.filter(|given| !wanted.contains(given.path));
    let too_many = too_many.map(|given| {
        let message = format!("the message `{id}` has no variable `{}`", given.path);
        let place = Place::new(source, given.span.clone());
        let problem = Problem::new(Code::MessageVariable, message).at(place);
        match nearest(given.path, wanted.iter().map(String::as_str)) {
            Some(near) => problem.label(format!("did you mean `{near}`?")),
            None => problem.help("leave it out"),
        }
    });
    let is_given = |wanted: &&String| call.arguments.iter().any(|given| given.path == *wanted);
    let too_few = wanted.iter().filter(|wanted| !is_given(wanted));
    let too_few = too_few.map(|missing| {
        let message = format!("the message `{id}` cannot be said without `{missing}`");
        let problem = Problem::new(Code::MessageVariable, message);
        problem
            .at(Place::new(source, span.clone()))
            .help(format!("give it: `say(id=\"{id}\", {missing}=…)`"))
    });
    too_many.chain(too_few).collect()
}

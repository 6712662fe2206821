//! Which column of a table is which, where its head does not say it in known words.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::source::reader::{Fields, Reader};
use crate::source::{Code, Problem, Problems, Source, nearest, tree};

/// Names of columns, by what they hold: `{reviewer: Approver, decision: Outcome}`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Mapping(BTreeMap<String, String>);

impl Mapping {
    /// Reads a mapping: a map from what a column holds to the name in the head of the table.
    ///
    /// # Errors
    ///
    /// When it is no such map, or names what no table of ours holds.
    pub fn read(source: &Arc<Source>) -> Result<Self, Problems> {
        let mut problems = vec![];
        let mapping = read(source, &mut problems);
        match Problems::collect(problems) {
            Some(problems) => Err(problems),
            None => Ok(Self(mapping)),
        }
    }

    /// The name of the column that holds this.
    pub fn get(&self, id: &str) -> Option<&str> {
        self.0.get(id).map(String::as_str)
    }

    /// What a column holds and the name it bears, of the first that is not in a head.
    pub fn missing_from(&self, head: &[String]) -> Option<(&str, &str)> {
        let mut names = self.0.iter();
        let (id, name) = names.find(|(_, name)| !head.contains(name))?;
        Some((id, name))
    }
}

/// What a column may hold; families look columns up by these ids.
pub const COLUMNS: &[&str] = &[
    "account",
    "name",
    "owner",
    "created",
    "last_used",
    "last_reviewed",
    "expires",
    "status",
    "shared",
    "privileged",
    "purpose",
    "environment",
    "criticality",
    "kind",
    "review",
    "reviewer",
    "reviewed_on",
    "decision",
    "applied",
    "applied_on",
    "justification",
    "principal_type",
    "left_on",
    "disabled_on",
];

fn read(source: &Arc<Source>, problems: &mut Vec<Problem>) -> BTreeMap<String, String> {
    let node = match tree::parse(source) {
        Ok(node) => node,
        Err(problem) => {
            problems.push(problem);
            return BTreeMap::new();
        }
    };
    let reader = Reader::new(source);
    let mut mapping = BTreeMap::new();
    for (id, key, value) in reader.map(&node).iter().flat_map(Fields::ids) {
        if !COLUMNS.contains(&id) {
            let problem = Problem::new(Code::UnknownKey, format!("no table holds `{id}`"));
            let help = match nearest(id, COLUMNS.iter().copied()) {
                Some(near) => format!("did you mean `{near}`?"),
                None => format!("known are {}", COLUMNS.join(", ")),
            };
            reader.note_at(key, problem.help(help));
        } else if let Some(name) = reader.text(value) {
            mapping.insert(id.to_owned(), name);
        }
    }
    problems.extend(reader.into_problems());
    mapping
}

/// A name without case, space and signs: `Review_Date` and `review date` are `reviewdate`.
pub fn normal(name: &str) -> String {
    let letters = name.chars().filter(|c| c.is_alphanumeric());
    letters.flat_map(char::to_lowercase).collect()
}

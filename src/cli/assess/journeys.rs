//! Scripted sittings: what is asked, recorded, saved and said, without a terminal.

mod answers;
mod documents;
mod evidence;
mod languages;

use std::collections::BTreeSet;
use std::path::Path;

use super::session::Session;
use crate::assessment::answer::{State, Value};
use crate::assessment::{Assessment, PackReference};
use crate::cli::terminal::script::{Key, Script};
use crate::cli::{Failure, store};
use crate::interview::{Author, Interview, Target};
use crate::pack::Pack;
use crate::pack::question::Depth;

fn pack() -> Pack {
    match store::load_pack_at(Path::new("tests/interview"), None) {
        Ok(pack) => pack,
        Err(failure) => panic!("{failure:?}"),
    }
}

/// An assessment of nothing.
pub(in crate::cli) fn empty(pack: &Pack) -> Assessment {
    Assessment {
        vendor: "Example".into(),
        product: "Sign-in".into(),
        assessor: None,
        language: Default::default(),
        packs: vec![PackReference {
            part: pack.parts[0].clone(),
            path: Some("pack".into()),
        }],
        model: pack.model.version.clone(),
        depth: Depth::Full,
        as_of: "2026-01-10".parse().expect("a date"),
        answers: [].into(),
        documents: vec![],
        evidence: vec![],
    }
}

/// How a sitting went.
struct Sitting {
    script: Script,
    /// What was saved, in order.
    saved: Vec<Assessment>,
    end: Result<(), Failure>,
}

impl Sitting {
    /// The state of a question in what was saved last.
    fn state(&self, question: &str) -> Option<&State> {
        let last = self.saved.last()?;
        last.answers.get(question).map(|held| &held.state)
    }

    fn value(&self, question: &str) -> Option<&Value> {
        match self.state(question)? {
            State::Answered(value) => Some(value),
            _ => None,
        }
    }
}

/// Runs a sitting that begins at a question.
fn sit(pack: &Pack, assessment: Assessment, at: &str, keys: &[Key]) -> Sitting {
    let author = Author {
        name: Some("Ada".into()),
        on: "2026-02-01".parse().expect("a date"),
    };
    let mut interview = Interview::new(pack, assessment, author);
    let target = Target::Question(at.into());
    interview.jump(&target).expect("the question is asked");
    answered_by(interview, keys)
}

/// Runs a sitting over an interview.
fn answered_by(interview: Interview, keys: &[Key]) -> Sitting {
    answered_at(
        interview,
        keys,
        Path::new("tests/interview/assessment.yaml"),
    )
}

/// Runs a sitting over an interview whose file lies at `home`.
fn answered_at(interview: Interview, keys: &[Key], home: &Path) -> Sitting {
    let mut script = Script::new(keys.iter().cloned());
    let mut saved = Vec::new();
    let mut save = |assessment: &Assessment| {
        saved.push(assessment.clone());
        Ok(())
    };
    let end = Session {
        interview,
        prompter: &mut script,
        save: &mut save,
        home,
        introduced: BTreeSet::new(),
        offered: BTreeSet::new(),
    }
    .run();
    Sitting { script, saved, end }
}

fn begin(at: &str, keys: &[Key]) -> Sitting {
    let pack = pack();
    sit(&pack, empty(&pack), at, keys)
}

//! Checks a pack as a whole: every reference resolves, every condition can come true, every
//! control can be scored at every depth.

mod condition;
mod fact;
mod finding;
mod reference;
mod role;

use std::collections::{BTreeMap, BTreeSet};

use super::model::ModelDraft;
use super::section::{Draft, QuestionDraft};
use crate::pack::answer::Part;
use crate::pack::catalogue::Catalogue;
use crate::pack::document::DocumentCatalogue;
use crate::pack::fact::FactEntry;
use crate::pack::id::{ControlId, FindingId, PartId, QuestionId};
use crate::pack::question::{Question, Role, Section};
use crate::pack::{Pack, PackPart};
use crate::source::{Code, Place, Problem, nearest};

/// Everything that was read, before it is known to fit together.
pub(super) struct Whole {
    pub(super) parts: Vec<PackPart>,
    pub(super) title: String,
    pub(super) model: ModelDraft,
    pub(super) catalogue: Catalogue,
    pub(super) documents: Documents,
    /// What artefacts can say; none where that could not be read.
    pub(super) facts: Option<Vec<FactEntry>>,
    /// Sections that have been checked before.
    pub(super) known: Vec<Section>,
    pub(super) drafts: Vec<Draft>,
    /// Whether every section could be read; what stood in the others is missed for no fault of
    /// its own.
    pub(super) is_whole: bool,
}

/// What is recorded of assurance documents, before it is known to fit.
pub(super) struct Documents {
    pub(super) catalogue: DocumentCatalogue,
    /// Where each red flag names its control; empty where that has been checked before.
    pub(super) controls: Vec<Place>,
    /// Whether the red flags could be read, if there are any.
    pub(super) is_whole: bool,
}

/// Notes what does not fit together; `None` when anything was noted here or before.
pub(super) fn check(whole: Whole, problems: &mut Vec<Problem>) -> Option<Pack> {
    let checker = Checker::new(&whole);
    let mut found = checker.run();
    problems.append(&mut found);
    problems.is_empty().then(|| assemble(whole))
}

fn assemble(whole: Whole) -> Pack {
    let mut sections = whole.known;
    for draft in whole.drafts {
        let questions = draft.questions.into_iter().map(|draft| draft.question);
        match sections.iter_mut().find(|section| section.id == draft.id) {
            Some(section) => section.questions.extend(questions),
            None => sections.push(Section {
                id: draft.id,
                title: draft.title,
                intro: draft.intro,
                documents: draft.documents,
                questions: questions.collect(),
            }),
        }
    }
    Pack::new(
        whole.parts,
        whole.title,
        sections,
        whole.model.model,
        whole.catalogue,
        whole.documents.catalogue,
        whole.facts.unwrap_or_default(),
    )
}

struct Checker<'a> {
    whole: &'a Whole,
    questions: BTreeMap<&'a QuestionId, &'a Question>,
    broken: BTreeSet<&'a QuestionId>,
}

impl<'a> Checker<'a> {
    fn new(whole: &'a Whole) -> Self {
        let known = whole.known.iter().flat_map(|section| &section.questions);
        let drafts = whole.drafts.iter().flat_map(|draft| &draft.questions);
        let all = known.chain(drafts.map(|draft| &draft.question));
        Self {
            whole,
            questions: all.map(|question| (&question.id, question)).collect(),
            broken: whole
                .drafts
                .iter()
                .flat_map(|draft| &draft.broken)
                .collect(),
        }
    }

    fn drafts(&self) -> impl Iterator<Item = &'a QuestionDraft> {
        self.whole.drafts.iter().flat_map(|draft| &draft.questions)
    }

    fn run(&self) -> Vec<Problem> {
        let mut problems = self.duplicates();
        for QuestionDraft { question, places } in self.drafts() {
            self.references(question, places, &mut problems);
            self.role(question, places, &mut problems);
            self.facts(question, places, &mut problems);
            self.findings(question, places, &mut problems);
            let before = problems.len();
            self.tests(question, places, &mut problems);
            if problems.len() == before {
                self.reach(question, places, &mut problems);
            }
        }
        self.red_flags(&mut problems);
        // A control may only seem unfed because its questions are broken or name it wrongly.
        let misled = problems
            .iter()
            .any(|problem| problem.code() == Code::UnknownControl);
        if self.whole.is_whole && self.broken.is_empty() && !misled {
            self.controls(&mut problems);
        }
        problems
    }

    fn duplicates(&self) -> Vec<Problem> {
        let mut problems = Vec::new();
        let known = self
            .whole
            .known
            .iter()
            .flat_map(|section| &section.questions);
        let mut ids: BTreeMap<&QuestionId, Option<&Place>> =
            known.clone().map(|question| (&question.id, None)).collect();
        let mut findings: BTreeMap<&FindingId, Option<&Place>> = known
            .flat_map(|question| &question.bad)
            .map(|bad| (&bad.finding, None))
            .collect();
        for QuestionDraft { question, places } in self.drafts() {
            if let Some(first) = ids.insert(&question.id, Some(&places.id)) {
                problems.push(twice("question", question.id.as_str(), &places.id, first));
            }
            for (bad, places) in question.bad.iter().zip(&places.findings) {
                let place = &places.finding;
                if let Some(first) = findings.insert(&bad.finding, Some(place)) {
                    problems.push(twice("finding", bad.finding.as_str(), place, first));
                }
            }
        }
        problems
    }

    /// Every control needs a question, and one that gates it whatever else is answered.
    fn controls(&self, problems: &mut Vec<Problem>) {
        let mut fed: BTreeMap<&ControlId, bool> = BTreeMap::new();
        for question in self.questions.values() {
            if let Role::Scored(scored) = &question.role {
                let gated = scored.gating && question.when.is_none();
                *fed.entry(&scored.control).or_default() |= gated;
            }
        }
        for control in &self.whole.model.model.controls {
            let problem = match fed.get(&control.id) {
                Some(true) => continue,
                Some(false) => Problem::new(
                    Code::NoGatingQuestion,
                    format!(
                        "control `{}` has no gating question without a condition",
                        control.id
                    ),
                )
                .help("mark the question that decides it with `gating: yes`, and ask it always"),
                None => Problem::new(
                    Code::NoQuestion,
                    format!("control `{}` is fed by no question", control.id),
                )
                .help(format!(
                    "add `scored: {{control: {}, …}}` to a question",
                    control.id
                )),
            };
            problems.push(match self.whole.model.controls.get(&control.id) {
                Some(place) => problem.at(place.clone()),
                None => problem,
            });
        }
    }
}

fn twice(what: &str, id: &str, place: &Place, first: Option<&Place>) -> Problem {
    let problem = Problem::new(Code::DuplicateId, format!("{what} `{id}` is defined twice"));
    let problem = problem.at(place.clone());
    match first {
        Some(first) => problem.also(first.clone(), "first defined here"),
        None => problem.help("the pack that is extended defines it"),
    }
}

/// That a question with these parts has none of that id.
fn unknown_part(id: &PartId, parts: &[Part], place: &Place) -> Problem {
    let known = parts.iter().map(|part| part.id.as_str());
    unknown(Code::UnknownPart, "part", id.as_str(), place, known)
}

fn unknown<'a>(
    code: Code,
    what: &str,
    found: &str,
    place: &Place,
    known: impl Iterator<Item = &'a str>,
) -> Problem {
    let known: Vec<&str> = known.collect();
    let help = match nearest(found, known.iter().copied()) {
        Some(name) => format!("did you mean `{name}`?"),
        None if known.len() <= 12 => format!("known: {}", known.join(", ")),
        None => format!("none of the {} known is like it", known.len()),
    };
    let problem = Problem::new(code, format!("unknown {what} `{found}`"));
    problem.at(place.clone()).help(help)
}

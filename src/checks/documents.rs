//! Assurance documents, read as an expert reads them.
//!
//! [`Reading`] holds the confirmed documents of an assessment ([`held`]), the red flags they raise
//! ([`rules`], one function each), what each flag takes from whose credibility ([`effect`]), what
//! the documents are worth for each question ([`credit`]), the answers they give to the questions
//! about them ([`settle`]), the coverage matrix ([`matrix`]) and the days on which they stop
//! counting ([`dates`]).
//!
//! Three rules hold throughout. What is not recorded is not known and gives no credit. A document
//! never lifts an answer above what was said by hand. A red flag only ever takes away.

pub mod credit;
pub mod dates;
pub mod effect;
pub mod held;
pub mod matrix;
mod reach;
pub mod rules;
pub mod settle;

use self::effect::Reach;
use self::held::Held;
use super::{Axis, Finding, Place};
use crate::assessment::Assessment;
use crate::pack::Pack;
use crate::pack::document::RedFlag;
use crate::pack::id::EvidenceId;
use crate::pack::question::Severity;

/// The assurance documents of an assessment, and what was found in them.
#[derive(Debug, Clone)]
pub struct Reading<'a> {
    /// The documents that count as read.
    pub held: Held<'a>,
    /// The red flags they raise, in the order of the rules.
    pub raised: Vec<Raised>,
}

/// A red flag that is raised.
#[derive(Debug, Clone, PartialEq)]
pub struct Raised {
    /// Its id.
    pub flag: &'static str,
    /// How bad it is here.
    pub severity: Severity,
    /// The document it is about; none for what is about all of a kind.
    pub document: Option<EvidenceId>,
    /// The field it was read from.
    pub field: &'static str,
    /// What is wrong, with the numbers that show it.
    pub message: String,
    /// What it reaches.
    pub reach: Reach,
    /// Whether an answer raises it, as a finding of its own.
    pub by_answer: bool,
}

impl<'a> Reading<'a> {
    /// Reads the documents of an assessment whose answers are settled; `by_hand` are the findings of
    /// the answers before that. What an answer by hand raises reaches every document of its kind; an
    /// answer that documents settled raises nothing more than they do.
    pub fn new(pack: &'a Pack, assessment: &'a Assessment, by_hand: &[Finding]) -> Self {
        let held = Held::new(pack, assessment);
        let mut raised = match pack.documents.kinds.is_empty() {
            true => vec![],
            false => rules::raise(&held),
        };
        let by_hand = by_hand.iter();
        raised.extend(by_hand.filter_map(|finding| by_answer(&held, finding)));
        Self { held, raised }
    }

    /// The findings: a red flag for each that is raised and more than a prompt.
    pub fn findings(&self) -> Vec<Finding> {
        let by_documents = self.raised.iter().filter(|raised| !raised.by_answer);
        let findings = by_documents.filter_map(|raised| {
            let flag = self.flag(raised)?;
            (!flag.prompt).then(|| finding(flag, raised))
        });
        findings.collect()
    }

    /// What only asks for a look, with the red flag it is.
    pub fn prompts(&self) -> impl Iterator<Item = (&'a RedFlag, &Raised)> {
        let all = self.raised.iter();
        let known = all.filter_map(|raised| Some((self.flag(raised)?, raised)));
        known.filter(|(flag, _)| flag.prompt)
    }

    fn flag(&self, raised: &Raised) -> Option<&'a RedFlag> {
        self.held.pack.documents.red_flag(raised.flag)
    }
}

/// The red flag that a finding from an answer is.
fn by_answer(held: &Held, finding: &Finding) -> Option<Raised> {
    let id = finding.red_flag.as_ref()?;
    let rule = rules::RULES.iter().find(|rule| rule.id == id.as_str())?;
    Some(Raised {
        flag: rule.id,
        severity: finding.severity,
        document: None,
        field: "answers",
        message: finding.message.clone(),
        reach: reach::of_answer(held, finding),
        by_answer: true,
    })
}

fn finding(flag: &RedFlag, raised: &Raised) -> Finding {
    Finding {
        id: flag.id.clone(),
        red_flag: Some(flag.id.clone()),
        severity: raised.severity,
        axis: Axis::Assurance,
        control: flag.control.clone(),
        place: Place::Document {
            document: raised.document.clone(),
            field: raised.field,
        },
        message: raised.message.clone(),
        remediation: flag.remediation.clone(),
        clause: flag.clause.clone(),
    }
}

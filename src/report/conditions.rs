//! Conditions of the verdict: what has to be done, agreed or shown, one line for each kind of act.

use serde::Serialize;

use super::{Material, findings, print, terms};
use crate::checks::claims::REFUTED;
use crate::checks::{Axis, Finding};
use crate::pack::id::ControlId;
use crate::pack::question::Severity;
use crate::score::control::Readings;
use crate::score::gate::{GateState, Lack, MissingProof};
use crate::score::verdict::{Status, Verdict};
use crate::words::{Words, say};

/// How many lines page one holds.
const MOST: usize = 5;

/// The conditions in full, where page one has room for the hardest.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Conditions {
    /// The heading.
    pub title: String,
    /// What they are and who takes them up.
    pub meaning: String,
    /// One line for each, the hardest first.
    pub lines: Vec<String>,
}

/// Controls that a condition names already, so that none is named twice.
type Named = Vec<ControlId>;

/// What the conditions are: of the verdict, or needed for one.
pub fn title(material: &Material) -> String {
    let words = material.words;
    match material.score().ruling.verdict {
        Verdict::InsufficientEvidence => say!(words, "conditions-needed"),
        Verdict::DoNotApprove => say!(words, "conditions-refused"),
        Verdict::Approve | Verdict::ApproveWithConditions | Verdict::PilotOnly => {
            say!(words, "conditions")
        }
    }
}

/// The conditions of the verdict for page one, the hardest first; none when it is an approval.
pub fn conditions(material: &Material) -> Vec<String> {
    listed(material, Extent::PageOne)
}

/// All conditions of the verdict; none when it is an approval.
pub fn in_full(material: &Material) -> Option<Conditions> {
    let (words, lines) = (material.words, listed(material, Extent::Full));
    let (title, meaning) = match material.score().ruling.verdict {
        Verdict::InsufficientEvidence => (
            say!(words, "conditions-needed-full"),
            say!(words, "conditions-needed-meaning"),
        ),
        Verdict::DoNotApprove => (
            say!(words, "conditions-refused-full"),
            say!(words, "conditions-refused-meaning"),
        ),
        Verdict::Approve | Verdict::ApproveWithConditions | Verdict::PilotOnly => (
            say!(words, "conditions-full"),
            say!(words, "conditions-full-meaning"),
        ),
    };
    (!lines.is_empty()).then_some(Conditions {
        title,
        meaning,
        lines,
    })
}

/// How much is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Extent {
    /// The hardest, and one finding for each control.
    PageOne,
    /// Every condition and every serious finding.
    Full,
}

fn listed(material: &Material, extent: Extent) -> Vec<String> {
    if material.score().ruling.verdict == Verdict::Approve {
        return vec![];
    }
    let mut named = Named::new();
    let mut conditions = mended(material, &mut named);
    conditions.extend(knock_outs(material, &mut named, GateState::Failed));
    for act in ACTS {
        conditions.extend(proven(material, &mut named, act));
    }
    conditions.extend(knock_outs(material, &mut named, GateState::Open));
    conditions.extend(covered(material));
    if extent == Extent::PageOne {
        conditions.truncate(MOST - 1);
    }
    let room = (extent == Extent::PageOne).then(|| MOST - 1 - conditions.len());
    conditions.extend(serious(material, &mut named, room));
    conditions
}

/// What mends each critical technical finding.
fn mended(material: &Material, named: &mut Named) -> Vec<String> {
    let critical = material.findings().iter().filter(|finding| {
        finding.severity == Severity::Critical && finding.axis == Axis::Technical
    });
    critical
        .map(|finding| {
            named.push(finding.control.clone());
            format!("{} ({})", finding.remediation, finding.control)
        })
        .collect()
}

fn knock_outs(material: &Material, named: &mut Named, state: GateState) -> Option<String> {
    let gates = material.score().ruling.gates.iter();
    let controls = gates
        .filter(|gate| gate.state == state)
        .map(|gate| &gate.control);
    let words = material.words;
    let subjects = unnamed(words, named, controls)?;
    Some(match state {
        GateState::Open => say!(words, "condition-knock-outs-open", subjects),
        GateState::Failed | GateState::Passed => {
            say!(words, "condition-knock-outs-failed", subjects)
        }
    })
}

/// What meets a gate on proof.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Act {
    AddToModel,
    PutInPlace,
    Answer,
    Show,
    ShowAtWork,
}

/// The acts in the order of the lines.
const ACTS: [Act; 5] = [
    Act::AddToModel,
    Act::PutInPlace,
    Act::Answer,
    Act::Show,
    Act::ShowAtWork,
];

impl Act {
    /// The condition that asks for it.
    fn asked(self, words: &Words, subjects: &str) -> String {
        match self {
            Self::AddToModel => say!(words, "condition-add-to-model", subjects),
            Self::PutInPlace => say!(words, "condition-put-in-place", subjects),
            Self::Answer => say!(words, "condition-answer", subjects),
            Self::Show => say!(words, "condition-show", subjects),
            Self::ShowAtWork => say!(words, "condition-show-at-work", subjects),
        }
    }
}

fn proven(material: &Material, named: &mut Named, act: Act) -> Option<String> {
    let gates = material.score().ruling.proof.iter();
    let missing = gates.flat_map(|gate| &gate.missing);
    let controls = missing
        .filter(|missing| act_for(material, missing) == act)
        .map(|missing| &missing.control);
    let subjects = unnamed(material.words, named, controls)?;
    Some(act.asked(material.words, &subjects))
}

/// What meets a lack.
///
/// Where too little is credited, what is open is to be answered, what is claimed to be shown, and
/// only what is known to be absent to be put in place.
fn act_for(material: &Material, missing: &MissingProof) -> Act {
    let result = material.score().control(&missing.control);
    let needed = material.pack.model.limits.gate_effectiveness;
    let short = result
        .map(|result| result.readings)
        .filter(|readings| readings.credited < needed);
    let could_hold = short.filter(|short| short.at_best >= needed);
    let is_open = |short: Readings| short.open() > 0.0 || short.if_answered >= needed;
    match missing.lack {
        Lack::Control => Act::AddToModel,
        _ if could_hold.is_some_and(is_open) => Act::Answer,
        Lack::Effectiveness if could_hold.is_some() => Act::Show,
        Lack::Effectiveness => Act::PutInPlace,
        Lack::Artefact => Act::Show,
        Lack::Operation => Act::ShowAtWork,
    }
}

/// What these controls are about, as far as no condition has named them yet; none where all are named.
fn unnamed<'a>(
    words: &Words,
    named: &mut Named,
    controls: impl Iterator<Item = &'a ControlId>,
) -> Option<String> {
    let mut subjects = vec![];
    for control in controls {
        if !named.contains(control) {
            named.push(control.clone());
            subjects.push(terms::subject_of(words, control));
        }
    }
    (!subjects.is_empty()).then(|| words.listed(&subjects))
}

fn covered(material: &Material) -> Option<String> {
    let (words, ruling) = (material.words, &material.score().ruling);
    let limits = &material.pack.model.limits;
    if ruling.status != Status::Rated {
        let share = print::percent(words, limits.rated);
        return Some(say!(words, "condition-covered", share));
    }
    (ruling.confidence < limits.confident).then(|| say!(words, "condition-proven"))
}

/// The serious findings. Where there is `room` for so many only, the first ones of controls not named yet, and how
/// many more there are.
fn serious(material: &Material, named: &mut Named, room: Option<usize>) -> Vec<String> {
    let is_serious = |finding: &&Finding| match finding.severity {
        Severity::Critical => finding.axis == Axis::Assurance,
        Severity::High => true,
        Severity::Medium | Severity::Low | Severity::Info => false,
    };
    // That words and files differ is a reason; what to mend is told by what the files show.
    let ordered = findings::ordered(material).into_iter();
    let ordered = ordered.filter(|finding| finding.id.as_str() != REFUTED);
    let serious: Vec<&Finding> = ordered.filter(is_serious).collect();
    let mut lines = vec![];
    for finding in &serious {
        let fits = room.is_none_or(|room| lines.len() < room && !named.contains(&finding.control));
        if fits {
            named.push(finding.control.clone());
            let message = print::plain(&finding.message);
            let control = finding.control.as_str();
            lines.push(say!(material.words, "condition-mend", message, control));
        }
    }
    let count = serious.len() - lines.len();
    if count > 0 {
        lines.push(match lines.is_empty() {
            true => say!(material.words, "condition-plan", count),
            false => say!(material.words, "condition-plan-more", count),
        });
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::{assessment, gating, pack, question};
    use crate::report::material::Versions;
    use crate::report::{Audience, Frame};

    /// What is to be done about dormancy when the two questions on it are answered so.
    fn dormancy(answers: &str) -> Act {
        let answer = "answer: {kind: choice, options: [{id: good, text: G, level: 1}, \
                      {id: half, text: H, level: 0.5}, {id: bad, text: B, level: 0}]}";
        let gate = "scored: {control: NL4, share: 1, gating: true}";
        let pack = pack(&[
            gating("Q.rv", "RV1"),
            gating("Q.as", "AS2"),
            question("Q.nl", gate, answer),
            question("Q.ml", gate, answer),
        ]);
        let told = assessment(&pack, &format!("answers: {{{answers}}}"));
        let frame = Frame::unsigned(Audience::Committee);
        let versions = Versions {
            given: &told,
            settled: &told,
        };
        let material = Material::new(&pack, versions, &frame);
        let gates = material.score().ruling.proof.iter();
        let missing = gates
            .flat_map(|gate| &gate.missing)
            .find(|missing| missing.control.as_str() == "NL4");
        act_for(&material, missing.expect("gate B asks for it"))
    }

    #[test]
    fn what_nobody_answered_is_to_be_answered() {
        assert_eq!(dormancy(""), Act::Answer);
        assert_eq!(dormancy("Q.nl: {value: good}"), Act::Answer);
    }

    #[test]
    fn an_open_part_is_to_be_answered_although_the_rest_is_hardly_credited() {
        assert_eq!(dormancy("Q.nl: {value: half}"), Act::Answer);
    }

    #[test]
    fn what_is_claimed_and_hardly_credited_is_to_be_shown() {
        assert_eq!(
            dormancy("Q.nl: {value: half}, Q.ml: {value: half}"),
            Act::Show
        );
    }

    #[test]
    fn only_what_is_known_to_be_absent_is_to_be_put_in_place() {
        assert_eq!(dormancy("Q.nl: {value: bad}"), Act::PutInPlace);
        assert_eq!(
            dormancy("Q.nl: {value: bad}, Q.ml: {value: half}"),
            Act::PutInPlace
        );
    }
}

//! Findings from answers: what the pack says a bad answer means.
//!
//! Only live questions that feed a control count. An open part is not a bad answer: a finding
//! stands only if the level is too low even when all that is open turns out well.

use super::{Axis, Finding, Place, sort};
use crate::assessment::Assessment;
use crate::assessment::answer::{State, Value};
use crate::assessment::level::{Level, level, part_level};
use crate::assessment::live::Live;
use crate::pack::Pack;
use crate::pack::answer::Form;
use crate::pack::id::PartId;
use crate::pack::question::{BadAnswer, Question, Role, Scored, Trigger};

/// The findings that the answers of an assessment give, the worst first.
///
/// A question gives at most one for each of its parts and one for the whole: the first of its
/// bad answers, which stand worst first.
pub fn findings(pack: &Pack, assessment: &Assessment, live: &Live) -> Vec<Finding> {
    let mut findings: Vec<_> = pack
        .questions()
        .filter(|question| live.counts(&question.id))
        .flat_map(|question| {
            let state = assessment.answers.get(&question.id).map(|held| &held.state);
            of_question(pack, question, state)
        })
        .collect();
    sort(&mut findings);
    findings
}

fn of_question(pack: &Pack, question: &Question, state: Option<&State>) -> Vec<Finding> {
    let Role::Scored(scored) = &question.role else {
        return vec![];
    };
    let mut told: Vec<Option<&PartId>> = vec![];
    let mut findings = vec![];
    for bad in &question.bad {
        let part = bad.part.as_ref();
        if is_bad(question, bad, state) && !told.contains(&part) {
            told.push(part);
            findings.push(finding(pack, question, scored, bad));
        }
    }
    findings
}

fn is_bad(question: &Question, bad: &BadAnswer, state: Option<&State>) -> bool {
    let part = bad.part.as_ref();
    match &bad.trigger {
        Trigger::Below(limit) => {
            level_of(&question.form, part, state).is_some_and(|level| level < *limit)
        }
        Trigger::Options(options) => value_of(part, state).is_some_and(|value| match value {
            Value::Choice(chosen) => options.contains(chosen),
            Value::Several(chosen) => chosen.iter().any(|chosen| options.contains(chosen)),
            _ => false,
        }),
    }
}

/// The answer, or a part of it, where it is given.
pub(super) fn value_of<'a>(part: Option<&PartId>, state: Option<&'a State>) -> Option<&'a Value> {
    match (state?, part) {
        (State::Answered(Value::Parts(values)), Some(part)) => values.get(part),
        (State::Answered(value), None) => Some(value),
        _ => None,
    }
}

/// The level that a bad answer looks at; `None` when nothing is answered there.
fn level_of(form: &Form, part: Option<&PartId>, state: Option<&State>) -> Option<f64> {
    match (form, part) {
        (Form::Parts(parts), Some(part)) => part_level(parts, part, state),
        (Form::Single(_), Some(_)) => None,
        (_, None) => level(form, state)
            .filter(|level| level.answered() > 0.0)
            .map(Level::at_best),
    }
}

fn finding(pack: &Pack, question: &Question, scored: &Scored, bad: &BadAnswer) -> Finding {
    let domain = pack
        .model
        .control(&scored.control)
        .map_or("", |control| control.domain.as_str());
    let flag = bad.red_flag.as_ref();
    let flag = flag.and_then(|id| pack.documents.red_flag(id.as_str()));
    Finding {
        id: bad.finding.clone(),
        red_flag: bad.red_flag.clone(),
        severity: bad.severity,
        axis: match flag {
            Some(_) => Axis::Assurance,
            None => Axis::of_domain(domain),
        },
        control: flag.map_or(&scored.control, |flag| &flag.control).clone(),
        place: Place::Answer {
            question: question.id.clone(),
            part: bad.part.clone(),
        },
        message: bad.message.clone(),
        remediation: bad.remediation.clone(),
        clause: bad.clause.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::{assessment, pack, pack_with, question};
    use crate::pack::question::Severity;

    const SCORED: &str = "scored: {control: RV1, share: 1, gating: true}";

    /// Ids of the findings of the fixture's pack with another question on `RV1`.
    fn ids(question: &str, answers: &str) -> Vec<String> {
        let pack = pack_with(&[question.to_owned()]);
        found(&pack, answers)
            .iter()
            .map(|finding| finding.id.to_string())
            .collect()
    }

    fn found(pack: &Pack, answers: &str) -> Vec<Finding> {
        let told = assessment(pack, answers);
        findings(pack, &told, &Live::new(pack, &told))
    }

    fn bad(entries: &[&str]) -> String {
        let texts = "message: M, remediation: R, clause: C";
        let entries: Vec<_> = entries
            .iter()
            .map(|entry| format!("{{{entry}, {texts}}}"))
            .collect();
        format!("bad: [{}]", entries.join(", "))
    }

    fn graded() -> String {
        let answer = "answer: {kind: percent, scale: {unit: percent, interpolation: linear, \
                      points: [[0, 0], [100, 1]], basis: []}}";
        let bad = bad(&[
            "finding: worst, below: 0.25, severity: critical",
            "finding: weak, below: 0.75, severity: medium",
        ]);
        question("Q.share", SCORED, &format!("{answer}\n{bad}"))
    }

    fn parts() -> String {
        let part = |id| {
            format!("{{id: {id}, text: T, share: 1, kind: yes-no, levels: {{yes: 1, no: 0}}}}")
        };
        let answer = format!(
            "answer: {{kind: parts, parts: [{}, {}]}}",
            part("a"),
            part("b")
        );
        let bad = bad(&[
            "finding: no-a, part: a, below: 0.5, severity: low",
            "finding: no-b, part: b, below: 0.5, severity: high",
            "finding: half, below: 0.75, severity: medium",
        ]);
        question("Q.parts", SCORED, &format!("{answer}\n{bad}"))
    }

    #[test]
    fn the_first_limit_that_is_missed_speaks_alone() {
        let share = |percent| {
            ids(
                &graded(),
                &format!("answers: {{Q.share: {{value: {percent}}}}}"),
            )
        };
        assert_eq!(share(24), ["worst"]);
        assert_eq!(share(25), ["weak"]);
        assert_eq!(share(74), ["weak"]);
        assert!(share(75).is_empty());
    }

    #[test]
    fn a_chosen_option_brings_its_finding() {
        let options = "[{id: none, text: N, level: 0}, {id: adverse, text: A, level: 0}]";
        let answer = format!("answer: {{kind: choice, options: {options}}}");
        let bad = bad(&[
            "finding: adverse-opinion, options: [adverse], severity: critical",
            "finding: no-report, below: 0.5, severity: high",
        ]);
        let question = question("Q.opinion", SCORED, &format!("{answer}\n{bad}"));
        let chosen = |option| {
            ids(
                &question,
                &format!("answers: {{Q.opinion: {{value: {option}}}}}"),
            )
        };
        assert_eq!(chosen("adverse"), ["adverse-opinion"]);
        assert_eq!(chosen("none"), ["no-report"]);
    }

    #[test]
    fn silence_is_no_finding() {
        assert!(ids(&graded(), "").is_empty());
        let unknown = "answers: {Q.share: {unknown: {asked: Them, on: 2026-06-01}}}";
        assert!(ids(&graded(), unknown).is_empty());
    }

    #[test]
    fn each_part_speaks_and_the_worst_comes_first() {
        let both = "answers: {Q.parts: {value: {a: no, b: no}}}";
        assert_eq!(ids(&parts(), both), ["no-b", "half", "no-a"]);
    }

    #[test]
    fn the_whole_is_bad_only_if_its_open_parts_cannot_mend_it() {
        let open = "answers: {Q.parts: {value: {a: no}}}";
        assert_eq!(ids(&parts(), open), ["half", "no-a"]);
        let good = "answers: {Q.parts: {value: {a: yes}}}";
        assert!(ids(&parts(), good).is_empty());
    }

    #[test]
    fn a_question_that_does_not_count_finds_nothing() {
        let pack = pack_with(&[]);
        assert_eq!(found(&pack, "answers: {Q.nl: {value: no}}").len(), 1);
        let set_aside = "answers: {Q.nl: {by: First, na: {reason: None, \
                         approved: {by: Second, on: 2026-06-30}}}}";
        assert!(found(&pack, set_aside).is_empty());
    }

    #[test]
    fn a_finding_on_an_assurance_control_is_a_red_flag() {
        let pack = pack(&crate::fixture::gates());
        let found = found(&pack, "answers: {Q.as: {value: no}, Q.rv: {value: no}}");
        let axes: Vec<_> = found
            .iter()
            .map(|finding| (finding.control.as_str(), finding.axis))
            .collect();
        assert_eq!(axes, [("AS2", Axis::Assurance), ("RV1", Axis::Technical)]);
        assert_eq!(found[0].severity, Severity::High);
    }
}

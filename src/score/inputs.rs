//! From an assessment to what the model scores: levels, evidence and context.
//!
//! The live questions of each control go in with their evidence, aged to the day the assessment
//! speaks about. Questions that feed no control are not scored; what is said not to apply is open
//! until a second person has approved it.

use super::control::{ControlInput, QuestionInput};
use super::credibility::EvidenceItem;
use super::inherent::Profile;
use crate::assessment::Assessment;
use crate::assessment::answer::{State, Value};
use crate::assessment::calendar::{length_in_months, months_between};
use crate::assessment::evidence::EvidenceRecord;
use crate::assessment::level::level;
use crate::assessment::live::Live;
use crate::checks::claims::{Compared, confirmed_by};
use crate::checks::documents::credit::{Credit, Credited, credits, weakening};
use crate::checks::documents::effect::Reach;
use crate::checks::documents::held::{Held, Scheme};
use crate::checks::documents::{Raised, Reading};
use crate::pack::Pack;
use crate::pack::model::{Control, EvidenceKind, Relevance};
use crate::pack::question::{ContextInput, Question, Role, Scored};

/// The controls with at least one live question, by id.
pub fn controls(reading: &Reading, live: &Live, compared: &[Compared]) -> Vec<ControlInput> {
    let Held {
        pack, assessment, ..
    } = reading.held;
    let behind = Behind {
        pack,
        assessment,
        compared,
        raised: &reading.raised,
        credits: credits(&reading.held),
    };
    let each = pack.model.controls.iter();
    each.map(|control| {
        let questions = pack
            .questions_of(&control.id)
            .filter(|(question, _)| live.counts(&question.id))
            .filter_map(|(question, scored)| input(&behind, control, question, scored))
            .collect();
        ControlInput::new(control.id.clone(), questions)
    })
    .filter(|control| !control.questions().is_empty())
    .collect()
}

/// What can stand behind answers.
struct Behind<'r, 'a> {
    pack: &'a Pack,
    compared: &'r [Compared],
    assessment: &'a Assessment,
    raised: &'r [Raised],
    credits: Vec<Credit<'r, 'a>>,
}

/// A question with its level and evidence; `None` when its form has no level.
fn input(
    behind: &Behind,
    control: &Control,
    question: &Question,
    scored: &Scored,
) -> Option<QuestionInput> {
    let held = behind.assessment.answers.get(&question.id);
    let level = level(&question.form, held.map(|response| &response.state))?;
    let records = behind.assessment.evidence.iter();
    let records = records.filter_map(|record| {
        let shown = shown(behind, question, record)?;
        let item = item(behind, control, question, record);
        Some(EvidenceItem {
            relevance: item.relevance.min(shown),
            ..item
        })
    });
    let documents = behind.credits.iter().map(|credit| {
        let credited = credit.behind(question, control, behind.raised);
        document(behind.assessment, credited)
    });
    Some(QuestionInput {
        question: question.id.clone(),
        share: scored.share,
        gating: scored.gating,
        level,
        evidence: records.chain(documents).collect(),
    })
}

/// How directly a record can speak about a question: as its facts confirm the answer, where it has any
/// that speak about it; else it stands behind what it was recorded for.
fn shown(behind: &Behind, question: &Question, record: &EvidenceRecord) -> Option<Relevance> {
    let spot = (&question.id, &record.id);
    match confirmed_by(behind.pack, behind.assessment, behind.compared, spot) {
        Some(Relevance::None) => None,
        Some(relevance) => Some(relevance),
        None => record
            .supports
            .includes(&question.id)
            .then_some(Relevance::Direct),
    }
}

fn item(
    behind: &Behind,
    control: &Control,
    question: &Question,
    record: &EvidenceRecord,
) -> EvidenceItem {
    let weakening = weakening(behind.raised, question, control, |raised| {
        weakens(raised, record)
    });
    EvidenceItem {
        record: Some(record.id.clone()),
        kind: record.kind,
        age_months: record.age(behind.assessment.as_of),
        period_months: record.tested_period().map_or(0.0, length_in_months),
        relevance: weakening.relevance(relevance(control, record)),
        sample: record.sample,
        exceptions: record.exceptions,
        qualified: record.qualified || weakening.is_qualified(),
        tested_control: record.tested_control.is_some(),
        weakened_by: weakening.by().to_vec(),
    }
}

/// Whether a red flag that an answer raises weakens a record of a document. What it says of single
/// topics leaves a tested control alone: the reviewer judged that one by itself.
fn weakens(raised: &Raised, record: &EvidenceRecord) -> bool {
    let is_meant =
        Scheme::of_evidence(record.kind).is_some_and(|scheme| scheme.is_meant_by(raised.flag));
    let is_whole = raised.reach == Reach::All;
    raised.document.is_none() && is_meant && (is_whole || record.tested_control.is_none())
}

/// A document behind an answer, as the model sees it.
fn document(assessment: &Assessment, credited: Credited) -> EvidenceItem {
    EvidenceItem {
        record: Some(credited.document),
        kind: credited.kind,
        age_months: months_between(credited.aged_from, assessment.as_of),
        period_months: credited.period.map_or(0.0, length_in_months),
        relevance: credited.relevance,
        sample: credited.sample,
        exceptions: credited.exceptions,
        qualified: credited.qualified,
        tested_control: credited.tested_control,
        weakened_by: credited.weakened_by,
    }
}

/// How directly a record speaks about a control.
///
/// A document speaks as the model's catalogue says; the reviewer may find it weaker, and may find
/// it better only by naming the tested control. Where one is named, it speaks as the reviewer says:
/// a test that is carved out or failed says nothing. So does everything else.
fn relevance(control: &Control, record: &EvidenceRecord) -> Relevance {
    let stated = record.directness.unwrap_or(Relevance::Direct);
    let catalogue = match record.kind {
        EvidenceKind::Iso27001 => control.iso27001,
        EvidenceKind::Soc2T1 | EvidenceKind::Soc2T2 => control.soc2,
        EvidenceKind::Assertion
        | EvidenceKind::Policy
        | EvidenceKind::ConfigExport
        | EvidenceKind::Verified => return stated,
    };
    match record.tested_control {
        Some(_) => stated,
        None => catalogue.min(stated),
    }
}

/// What we use the provider for; an input without a live answer stays open.
///
/// When several questions feed one input, the worst answer counts.
pub fn profile(pack: &Pack, assessment: &Assessment, live: &Live) -> Profile {
    let mut known: Vec<(ContextInput, f64)> = pack
        .questions()
        .filter(|question| live.counts(&question.id))
        .filter_map(|question| context(assessment, question))
        .collect();
    // The last of an input counts.
    known.sort_by(|a, b| a.1.total_cmp(&b.1));
    Profile::new(known)
}

fn context(assessment: &Assessment, question: &Question) -> Option<(ContextInput, f64)> {
    let Role::Context(input) = question.role else {
        return None;
    };
    let state = &assessment.answers.get(&question.id)?.state;
    let value = match (input, state) {
        (ContextInput::NhiCount, State::Answered(Value::Count(count))) => *count as f64,
        (ContextInput::NhiCount, _) => return None,
        _ => level(&question.form, Some(state))
            .filter(|level| level.answered() >= 1.0)?
            .closed(),
    };
    Some((input, value))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assessment::level::Level;
    use crate::fixture::{assessment, pack_with, question};

    fn inputs(pack: &Pack, rest: &str) -> Vec<ControlInput> {
        let told = assessment(pack, rest);
        controls(
            &Reading::new(pack, &told, &[]),
            &Live::new(pack, &told),
            &[],
        )
    }

    /// The only item behind the question of a control, for one record given as YAML.
    fn item(control: &str, record: &str) -> EvidenceItem {
        let answers = "answers: {Q.rv: {value: yes}, Q.nl: {value: yes}, Q.as: {value: yes}}";
        let record = format!("{{id: E1, from: vendor, reference: R, {record}}}");
        let rest = format!("{answers}\nevidence: [{record}]");
        let inputs = inputs(&pack_with(&[]), &rest);
        let input = inputs
            .iter()
            .find(|input| input.control().as_str() == control);
        let question = &input.expect("a live control").questions()[0];
        assert_eq!(question.evidence.len(), 1);
        question.evidence[0].clone()
    }

    const REPORT: &str = "kind: soc2_t2, date: 2026-05-01, supports: all, \
                          period: {from: 2025-01-01, to: 2025-12-31}";
    /// The report with a tested control named for NL4.
    fn tested(rest: &str) -> EvidenceItem {
        let report = REPORT.replace("supports: all", "supports: [Q.nl]");
        item("NL4", &format!("{report}, tested_control: CC6.1-04{rest}"))
    }

    const EXPORT: &str = "kind: config_export, date: 2026-05-31, supports: [Q.rv]";

    #[test]
    fn a_report_ages_from_the_end_of_its_period() {
        let item = item("RV1", REPORT);
        assert_eq!(item.period_months, 12.0);
        assert_eq!(item.age_months, 6.0);
    }

    #[test]
    fn everything_else_ages_from_its_day() {
        assert_eq!(item("RV1", EXPORT).age_months, 1.0);
        let certificate = "kind: iso27001, date: 2025-06-30, supports: all";
        assert_eq!(item("RV1", certificate).age_months, 12.0);
    }

    #[test]
    fn documents_speak_as_the_catalogue_says() {
        assert_eq!(item("RV1", REPORT).relevance, Relevance::Generic);
        assert_eq!(item("NL4", REPORT).relevance, Relevance::Partial);
        let certificate = "kind: iso27001, date: 2026-05-01, supports: all";
        assert_eq!(item("NL4", certificate).relevance, Relevance::Generic);
        assert_eq!(item("AS2", certificate).relevance, Relevance::None);
    }

    #[test]
    fn a_stated_directness_only_weakens_a_document() {
        let stated = |directness| item("NL4", &format!("{REPORT}, directness: {directness}"));
        assert_eq!(stated("none").relevance, Relevance::None);
        assert_eq!(stated("direct").relevance, Relevance::Partial);
    }

    #[test]
    fn a_named_test_strengthens_a_document() {
        let tested = tested("");
        assert_eq!(tested.relevance, Relevance::Direct);
        assert!(tested.tested_control);
    }

    #[test]
    fn a_named_test_speaks_as_directly_as_the_reviewer_says() {
        let stated = |directness| tested(&format!(", directness: {directness}")).relevance;
        assert_eq!(stated("generic"), Relevance::Generic);
        assert_eq!(stated("none"), Relevance::None);
    }

    #[test]
    fn other_evidence_is_direct_unless_stated() {
        assert_eq!(item("RV1", EXPORT).relevance, Relevance::Direct);
        let stated = item("RV1", &format!("{EXPORT}, directness: generic"));
        assert_eq!(stated.relevance, Relevance::Generic);
    }

    #[test]
    fn a_record_stands_behind_the_questions_it_names() {
        let pack = pack_with(&[]);
        let rest = format!("evidence: [{{id: E1, from: vendor, reference: R, {EXPORT}}}]");
        let items: Vec<_> = inputs(&pack, &rest)
            .iter()
            .map(|input| {
                (
                    input.control().to_string(),
                    input.questions()[0].evidence.len(),
                )
            })
            .collect();
        let expected =
            [("AS2", 0), ("NL4", 0), ("RV1", 1)].map(|(id, items)| (id.to_owned(), items));
        assert_eq!(items, expected);
    }

    #[test]
    fn what_is_not_approved_as_not_applicable_is_open() {
        let pack = pack_with(&[]);
        let na = "answers: {Q.nl: {na: {reason: None}}}";
        let nl4 = &inputs(&pack, na)[1];
        assert_eq!(nl4.questions()[0].level, Level::OPEN);
    }

    #[test]
    fn a_control_whose_questions_are_all_set_aside_is_gone() {
        let pack = pack_with(&[]);
        let na = "answers: {Q.nl: {by: First, na: {reason: None, \
                  approved: {by: Second, on: 2026-06-30}}}}";
        let controls: Vec<_> = inputs(&pack, na)
            .iter()
            .map(|input| input.control().to_string())
            .collect();
        assert_eq!(controls, ["AS2", "RV1"]);
    }

    #[test]
    fn the_profile_takes_what_is_answered_and_leaves_the_rest_open() {
        let options = "[{id: some, text: S, level: 0.5}, {id: all, text: A, level: 1}]";
        let data = format!("answer: {{kind: choice, options: {options}}}");
        let pack = pack_with(&[
            question("Q.data", "context: data", &data),
            question("Q.more", "context: data", &data),
            question("Q.reuse", "context: reuse", &data),
            question("Q.nhi", "context: nhi_count", "answer: {kind: count}"),
        ]);
        let answers =
            "answers: {Q.data: {value: all}, Q.more: {value: some}, Q.nhi: {value: 5000}}";
        let told = assessment(&pack, answers);
        let profile = profile(&pack, &told, &Live::new(&pack, &told));
        assert_eq!(profile.get(ContextInput::Data), Some(1.0));
        assert_eq!(profile.get(ContextInput::NhiCount), Some(5000.0));
        assert_eq!(profile.get(ContextInput::Reuse), None);
        assert_eq!(
            profile.counted(&pack.model.inherent, ContextInput::Reuse),
            1.0
        );
    }
}

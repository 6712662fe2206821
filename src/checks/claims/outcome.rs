//! What follows from the comparisons: answers that count as measured, and evidence that proves.

use std::collections::BTreeMap;

use super::{Compared, Verdict, kind};
use crate::assessment::Assessment;
use crate::assessment::answer::{Response, State, Value};
use crate::assessment::level::value_level;
use crate::checks::documents::settle::worse;
use crate::pack::Pack;
use crate::pack::answer::Form;
use crate::pack::id::{EvidenceId, PartId, QuestionId};
use crate::pack::model::Relevance;
use crate::pack::question::Question;

/// The answers that count instead of refuted ones, by question: what was measured, where it is worse.
fn overridden(
    pack: &Pack,
    assessment: &Assessment,
    compared: &[Compared],
) -> BTreeMap<QuestionId, Response> {
    let mut over: BTreeMap<QuestionId, Response> = BTreeMap::new();
    for row in compared {
        let (Some(question), Some(measured)) = (pack.question(&row.question), &row.measured) else {
            continue;
        };
        let given = over
            .get(&question.id)
            .or_else(|| assessment.answers.get(&question.id));
        let replaced =
            given.and_then(|given| replaced(question, given, row.part.as_ref(), measured));
        if let Some(response) = replaced {
            over.insert(question.id.clone(), response);
        }
    }
    over
}

/// The assessment with what was measured in the place of refuted answers; none where nothing is refuted.
pub fn measured(pack: &Pack, claimed: &Assessment, compared: &[Compared]) -> Option<Assessment> {
    let over = overridden(pack, claimed, compared);
    if over.is_empty() {
        return None;
    }
    let mut measured = claimed.clone();
    measured.answers.extend(over);
    Some(measured)
}

/// A response with what was measured in the place of what was claimed; none where it is no worse.
fn replaced(
    question: &Question,
    given: &Response,
    part: Option<&PartId>,
    measured: &Value,
) -> Option<Response> {
    let kind = kind(question, part)?;
    let State::Answered(answered) = &given.state else {
        return None;
    };
    let value = match (part, answered) {
        (None, answered) => lower(kind, answered, measured)?,
        (Some(part), Value::Parts(values)) => {
            let lowered = lower(kind, values.get(part)?, measured)?;
            let mut values = values.clone();
            values.insert(part.clone(), lowered);
            Value::Parts(values)
        }
        _ => return None,
    };
    Some(Response {
        state: State::Answered(value),
        ..given.clone()
    })
}

/// The worse of both; of several options, those that both leave.
fn lower(
    kind: &crate::pack::answer::AnswerKind,
    answered: &Value,
    measured: &Value,
) -> Option<Value> {
    match (answered, measured) {
        (Value::Several(answered), Value::Several(left)) => {
            let both: Vec<_> = answered
                .iter()
                .filter(|id| left.contains(id))
                .cloned()
                .collect();
            (both.len() < answered.len()).then_some(Value::Several(both))
        }
        _ => worse(kind, Some(answered), measured.clone()),
    }
}

/// The refuted rows, those first that leave the least of their answer.
pub(super) fn worst_first<'c>(pack: &Pack, compared: &'c [Compared]) -> Vec<&'c Compared> {
    let refuted = compared
        .iter()
        .filter(|row| row.verdict == Verdict::Refuted);
    let mut rows: Vec<(f64, &Compared)> = refuted
        .map(|row| {
            let level = pack.question(&row.question).and_then(|question| {
                let kind = kind(question, row.part.as_ref())?;
                value_level(kind, row.measured.as_ref()?)
            });
            (level.unwrap_or(1.0), row)
        })
        .collect();
    rows.sort_by(|a, b| a.0.total_cmp(&b.0));
    rows.into_iter().map(|(_, row)| row).collect()
}

/// How directly a record proves the answer to a question, where facts of it speak about the question:
/// directly when all that is answered is confirmed, partly from half of it on, else hardly. A record that
/// confirms nothing of it proves nothing.
///
/// None where no fact of the record speaks about the question: then the record stands as recorded.
pub fn confirmed_by(
    pack: &Pack,
    assessment: &Assessment,
    compared: &[Compared],
    (question, record): (&QuestionId, &EvidenceId),
) -> Option<Relevance> {
    let is_own = |row: &&Compared| row.question == *question && row.records.contains(record);
    let own: Vec<&Compared> = compared.iter().filter(is_own).collect();
    if own.is_empty() {
        return None;
    }
    let proven = |part: Option<&PartId>| {
        let of_part = own.iter().filter(|row| row.part.as_ref() == part);
        let confirmed = of_part.filter(|row| row.verdict == Verdict::Confirmed);
        confirmed.map(|row| row.covers).fold(0.0, f64::max)
    };
    let answered = assessment.answers.get(question).map(|held| &held.state);
    let share = match (&pack.question(question)?.form, answered) {
        (Form::Single(_), _) => proven(None),
        (Form::Parts(parts), Some(State::Answered(Value::Parts(values)))) => {
            let counting = parts
                .iter()
                .filter(|part| part.kind.has_level() && values.contains_key(&part.id));
            let (mut all, mut shown) = (0.0, 0.0);
            for part in counting {
                all += part.share;
                shown += part.share * proven(Some(&part.id));
            }
            shown / all
        }
        (Form::Parts(_), _) => 0.0,
    };
    Some(match share {
        share if share >= 1.0 - 1e-9 => Relevance::Direct,
        share if share >= 0.5 => Relevance::Partial,
        share if share > 0.0 => Relevance::Generic,
        _ => Relevance::None,
    })
}

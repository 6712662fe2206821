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
pub fn overridden(
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
/// directly when all that is answered is confirmed, partly from half of it on, else hardly. A record with
/// a fact that leaves the answer open, or refutes it, proves nothing.
///
/// None where no fact of the record speaks about the question: then the record stands as recorded.
pub fn confirmed_by(
    pack: &Pack,
    assessment: &Assessment,
    compared: &[Compared],
    (question, record): (&QuestionId, &EvidenceId),
) -> Option<Relevance> {
    let of_question = |row: &&Compared| row.question == *question;
    let by_record = |row: &&Compared| row.records.contains(record);
    let mut own = compared
        .iter()
        .filter(of_question)
        .filter(by_record)
        .peekable();
    own.peek()?;
    let refuted: Vec<_> = compared
        .iter()
        .filter(of_question)
        .filter(|row| row.verdict == Verdict::Refuted)
        .collect();
    let is_refuted = |part: Option<&PartId>| refuted.iter().any(|row| row.part.as_ref() == part);
    let proven: Vec<Option<&PartId>> = own
        .filter(|row| row.verdict == Verdict::Confirmed && !is_refuted(row.part.as_ref()))
        .map(|row| row.part.as_ref())
        .collect();
    if proven.is_empty() {
        return Some(Relevance::None);
    }
    let question = pack.question(question)?;
    let Form::Parts(parts) = &question.form else {
        return Some(Relevance::Direct);
    };
    let answered = match &assessment.answers.get(&question.id)?.state {
        State::Answered(Value::Parts(values)) => values,
        _ => return Some(Relevance::None),
    };
    let counting = parts
        .iter()
        .filter(|part| part.kind.has_level() && answered.contains_key(&part.id));
    let (mut all, mut shown) = (0.0, 0.0);
    for part in counting {
        all += part.share;
        if proven.contains(&Some(&part.id)) {
            shown += part.share;
        }
    }
    Some(match shown / all {
        share if share >= 1.0 => Relevance::Direct,
        share if share >= 0.5 => Relevance::Partial,
        _ => Relevance::Generic,
    })
}

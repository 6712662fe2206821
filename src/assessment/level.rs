//! From an answer to the implementation level `a` of docs/scoring.md 2.
//!
//! Levels stand with the options and scales of the pack; an answer picks one of them. What is not
//! answered is kept apart from what is answered badly, because the score reads it twice: as 0 in
//! the headline and as 1 in the best case (docs/scoring.md 4).

use std::collections::BTreeMap;

use super::answer::{Duration, State, Value};
use crate::pack::answer::{AnswerKind, Choice, Form, Part, Scale};
use crate::pack::id::{OptionId, PartId};

/// How far a question's subject is in place, as far as it is answered.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Level {
    closed: f64,
    answered: f64,
}

impl Level {
    /// Nothing is answered.
    pub const OPEN: Self = Self {
        closed: 0.0,
        answered: 0.0,
    };

    /// Wholly answered, at this level from 0 to 1; a number outside counts as the nearer end.
    pub fn answered_at(level: f64) -> Self {
        Self {
            closed: level.clamp(0.0, 1.0),
            answered: 1.0,
        }
    }

    /// The level with open parts at 0, from 0 to 1.
    pub fn closed(self) -> f64 {
        self.closed
    }

    /// The level with open parts at 1, from 0 to 1.
    pub fn at_best(self) -> f64 {
        (self.closed + (1.0 - self.answered)).min(1.0)
    }

    /// Share that is answered, 0 to 1, by the shares of the parts.
    pub fn answered(self) -> f64 {
        self.answered
    }
}

/// The level of a question in the state its response is in; `None` when its form has no level.
///
/// Whatever is not an answer leaves the level open: no response, unknown, not applicable.
pub fn level(form: &Form, state: Option<&State>) -> Option<Level> {
    let value = match state {
        Some(State::Answered(value)) => Some(value),
        Some(State::Unknown(_) | State::NotApplicable(_) | State::Open) | None => None,
    };
    match form {
        Form::Single(kind) if kind.has_level() => Some(single(kind, value)),
        Form::Single(_) => None,
        Form::Parts(parts) => mean(parts, value),
    }
}

/// The level of one part of an answer; `None` when the part is unknown, has no level or is open.
pub fn part_level(parts: &[Part], id: &PartId, state: Option<&State>) -> Option<f64> {
    let part = parts.iter().find(|part| part.id == *id)?;
    match state {
        Some(State::Answered(Value::Parts(values))) => value_level(&part.kind, values.get(id)?),
        _ => None,
    }
}

fn single(kind: &AnswerKind, value: Option<&Value>) -> Level {
    value
        .and_then(|value| value_level(kind, value))
        .map_or(Level::OPEN, Level::answered_at)
}

/// The share-weighted mean over the parts that have a level.
fn mean(parts: &[Part], value: Option<&Value>) -> Option<Level> {
    let nothing = BTreeMap::new();
    let values = match value {
        Some(Value::Parts(values)) => values,
        _ => &nothing,
    };
    let (mut all, mut answered, mut sum) = (0.0, 0.0, 0.0);
    for part in parts.iter().filter(|part| part.kind.has_level()) {
        all += part.share;
        let value = values.get(&part.id);
        if let Some(level) = value.and_then(|value| value_level(&part.kind, value)) {
            answered += part.share;
            sum += part.share * level.clamp(0.0, 1.0);
        }
    }
    (all > 0.0).then(|| Level {
        closed: sum / all,
        answered: answered / all,
    })
}

/// The level of a value; `None` when its kind has none or the option chosen bears none.
/// As [`level`], of one value of one kind.
pub fn value_level(kind: &AnswerKind, value: &Value) -> Option<f64> {
    match (kind, value) {
        (AnswerKind::Choice(options), Value::Choice(chosen)) => option_level(options, chosen),
        (AnswerKind::Several(options), Value::Several(chosen)) => Some(sum(options, chosen)),
        (AnswerKind::YesNo(levels), Value::YesNo(yes)) => {
            levels.map(|levels| if *yes { levels.yes } else { levels.no })
        }
        (AnswerKind::Duration(Some(scale)), Value::Duration(duration)) => {
            duration_level(scale, *duration)
        }
        (AnswerKind::Count(Some(scale)), Value::Count(count)) => Some(scale.level(*count as f64)),
        (AnswerKind::Percent(Some(scale)), Value::Percent(percent)) => Some(scale.level(*percent)),
        _ => None,
    }
}

fn option_level(options: &[Choice], chosen: &OptionId) -> Option<f64> {
    options
        .iter()
        .find(|option| option.id == *chosen)
        .and_then(|option| option.level)
}

/// Shares of the chosen options, in the order of the question, at most 1.
///
/// The sum is that of the decimals in the pack: 0.3, 0.35, 0.2 and 0.15 make 1, not a bit less,
/// because limits such as `below: 1` look at it.
fn sum(options: &[Choice], chosen: &[OptionId]) -> f64 {
    let sum: f64 = options
        .iter()
        .filter(|option| chosen.contains(&option.id))
        .filter_map(|option| option.level)
        .sum();
    ((sum * 1e9).round() / 1e9).min(1.0)
}

fn duration_level(scale: &Scale, duration: Duration) -> Option<f64> {
    match duration {
        Duration::Unlimited => scale.unlimited,
        Duration::Finite { .. } => duration
            .amount_in(scale.unit)
            .map(|amount| scale.level(amount)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pack::answer::{Interpolation, ScalePoint, Unit, YesNoLevels};

    fn options(levels: &[(&str, Option<f64>)]) -> Vec<Choice> {
        levels
            .iter()
            .map(|&(id, level)| Choice {
                id: id.into(),
                text: id.to_owned(),
                level,
                alone: false,
            })
            .collect()
    }

    fn minutes() -> Scale {
        Scale {
            unit: Unit::Minutes,
            interpolation: Interpolation::Linear,
            points: vec![
                ScalePoint {
                    at: 60.0,
                    level: 1.0,
                },
                ScalePoint {
                    at: 120.0,
                    level: 0.5,
                },
            ],
            unlimited: Some(0.0),
            basis: vec![],
        }
    }

    fn hours(amount: f64) -> Value {
        Value::Duration(Duration::Finite {
            amount,
            unit: Unit::Hours,
        })
    }

    fn answered(kind: AnswerKind, value: Value) -> Option<Level> {
        level(&Form::Single(kind), Some(&State::Answered(value)))
    }

    fn part(id: &str, share: f64, kind: AnswerKind) -> Part {
        Part {
            id: id.into(),
            text: id.to_owned(),
            share,
            kind,
        }
    }

    fn yes_no() -> AnswerKind {
        AnswerKind::YesNo(Some(YesNoLevels { yes: 1.0, no: 0.0 }))
    }

    #[test]
    fn a_choice_has_the_level_of_its_option() {
        let kind = || AnswerKind::Choice(options(&[("all", Some(1.0)), ("some", Some(0.5))]));
        let chosen = |id: &str| answered(kind(), Value::Choice(id.into()));
        assert_eq!(chosen("some"), Some(Level::answered_at(0.5)));
        assert_eq!(chosen("all"), Some(Level::answered_at(1.0)));
    }

    #[test]
    fn an_option_without_a_level_leaves_the_question_open() {
        let kind = AnswerKind::Choice(options(&[("all", Some(1.0)), ("other", None)]));
        let other = answered(kind, Value::Choice("other".into()));
        assert_eq!(other, Some(Level::OPEN));
    }

    #[test]
    fn several_add_up_to_one_at_most() {
        let kind = || {
            AnswerKind::Several(options(&[
                ("a", Some(0.4)),
                ("b", Some(0.4)),
                ("c", Some(0.4)),
            ]))
        };
        let chosen = |ids: &[&str]| {
            let ids = ids.iter().map(|&id| id.into()).collect();
            answered(kind(), Value::Several(ids)).map(Level::closed)
        };
        assert_eq!(chosen(&[]), Some(0.0));
        assert_eq!(chosen(&["b", "a"]), Some(0.8));
        assert_eq!(chosen(&["a", "b", "c"]), Some(1.0));
    }

    #[test]
    fn several_shares_add_up_as_decimals() {
        let shares = [0.3, 0.35, 0.2, 0.15];
        let ids = ["a", "b", "c", "d"];
        let shared: Vec<_> = ids.into_iter().zip(shares.map(Some)).collect();
        let all = Value::Several(ids.map(OptionId::from).to_vec());
        let level = answered(AnswerKind::Several(options(&shared)), all);
        assert!(shares.iter().sum::<f64>() < 1.0);
        assert_eq!(level.map(Level::closed), Some(1.0));
    }

    #[test]
    fn yes_and_no_have_their_own_levels() {
        let kind = || AnswerKind::YesNo(Some(YesNoLevels { yes: 0.2, no: 0.9 }));
        let yes = answered(kind(), Value::YesNo(true)).map(Level::closed);
        let no = answered(kind(), Value::YesNo(false)).map(Level::closed);
        assert_eq!((yes, no), (Some(0.2), Some(0.9)));
    }

    #[test]
    fn a_duration_is_read_in_the_unit_of_its_scale() {
        let kind = || AnswerKind::Duration(Some(minutes()));
        assert_eq!(answered(kind(), hours(1.0)), Some(Level::answered_at(1.0)));
        assert_eq!(answered(kind(), hours(1.5)), Some(Level::answered_at(0.75)));
        let endless = Value::Duration(Duration::Unlimited);
        assert_eq!(answered(kind(), endless), Some(Level::answered_at(0.0)));
    }

    #[test]
    fn counts_and_percentages_are_read_on_their_scales() {
        let scale = || {
            Some(Scale {
                unit: Unit::Percent,
                ..minutes()
            })
        };
        let count = answered(AnswerKind::Count(scale()), Value::Count(120));
        let percent = answered(AnswerKind::Percent(scale()), Value::Percent(90.0));
        assert_eq!(count.map(Level::closed), Some(0.5));
        assert_eq!(percent.map(Level::closed), Some(0.75));
    }

    #[test]
    fn text_has_no_level_and_silence_is_open() {
        let text = answered(AnswerKind::Text, Value::Text("all of them".into()));
        assert_eq!(text, None);
        let silence = level(&Form::Single(yes_no()), None);
        assert_eq!(silence, Some(Level::OPEN));
        assert_eq!(silence.map(Level::at_best), Some(1.0));
    }

    #[test]
    fn parts_count_by_their_shares_and_text_beside_them_does_not() {
        let form = Form::Parts(vec![
            part("a", 3.0, yes_no()),
            part("b", 1.0, yes_no()),
            part("how", 9.0, AnswerKind::Text),
        ]);
        let values = |known: &[(&str, bool)]| {
            let values = known
                .iter()
                .map(|&(id, yes)| (id.into(), Value::YesNo(yes)))
                .collect();
            let level = level(&form, Some(&State::Answered(Value::Parts(values))));
            level.expect("a level")
        };
        let whole = values(&[("a", true), ("b", false)]);
        assert_eq!(
            (whole.closed(), whole.at_best(), whole.answered()),
            (0.75, 0.75, 1.0)
        );
        let partly = values(&[("b", false)]);
        assert_eq!(
            (partly.closed(), partly.at_best(), partly.answered()),
            (0.0, 0.75, 0.25)
        );
    }

    #[test]
    fn an_open_part_has_no_level_of_its_own() {
        let parts = [part("a", 1.0, yes_no()), part("b", 1.0, yes_no())];
        let values = BTreeMap::from([("a".into(), Value::YesNo(false))]);
        let state = State::Answered(Value::Parts(values));
        assert_eq!(part_level(&parts, &"a".into(), Some(&state)), Some(0.0));
        assert_eq!(part_level(&parts, &"b".into(), Some(&state)), None);
    }
}

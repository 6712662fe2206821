//! Kinds of answer a question can ask for, and the level that each answer stands for.
//!
//! A level is the implementation level `a` of the model, 0 (absent) to 1 (fully in place). Scales
//! carry the ids of the thresholds they rest on.

use serde::{Deserialize, Serialize};

use super::id::{OptionId, PartId, ThresholdId};

/// What a question asks for: one answer, or several named parts of one answer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Form {
    /// One answer.
    Single(AnswerKind),
    /// Named parts; the level of the whole is the share-weighted mean of the parts that have one.
    Parts(Vec<Part>),
}

/// A named part of an answer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Part {
    /// Id, unique in its question.
    pub id: PartId,
    /// What this part asks.
    pub text: String,
    /// Weight among the parts that have a level, above 0.
    pub share: f64,
    /// Kind of answer.
    pub kind: AnswerKind,
}

/// A kind of answer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum AnswerKind {
    /// One of several options.
    Choice(Vec<Choice>),
    /// Any number of options; the level is the sum of their shares, at most 1.
    Several(Vec<Choice>),
    /// Yes or no, with the level of each; `None` in a question that is not scored.
    YesNo(Option<YesNoLevels>),
    /// A length of time, or without end.
    Duration(Option<Scale>),
    /// A whole number from 0.
    Count(Option<Scale>),
    /// 0 to 100.
    Percent(Option<Scale>),
    /// A day.
    Date,
    /// A first and a last day.
    Period,
    /// Lines of text.
    List,
    /// Text.
    Text,
}

impl AnswerKind {
    /// Whether an answer of this kind has a level.
    pub fn has_level(&self) -> bool {
        match self {
            Self::Choice(options) | Self::Several(options) => {
                options.iter().any(|option| option.level.is_some())
            }
            Self::YesNo(levels) => levels.is_some(),
            Self::Duration(scale) | Self::Count(scale) | Self::Percent(scale) => scale.is_some(),
            Self::Date | Self::Period | Self::List | Self::Text => false,
        }
    }
}

/// An option of a choice.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Choice {
    /// Id, unique in its question or part.
    pub id: OptionId,
    /// What it says.
    pub text: String,
    /// Level of a choice, share of one of several, or the value of a context factor; 0 to 1.
    pub level: Option<f64>,
    /// Whether it cannot be chosen beside others, such as `none`; only of several.
    pub alone: bool,
}

/// Levels of yes and no.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct YesNoLevels {
    /// Level of yes, 0 to 1.
    pub yes: f64,
    /// Level of no, 0 to 1.
    pub no: f64,
}

/// From a number to a level: piecewise linear between its points, flat outside them.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Scale {
    /// Unit of the points.
    pub unit: Unit,
    /// How it runs between two points.
    pub interpolation: Interpolation,
    /// Number and level, ascending by number.
    pub points: Vec<ScalePoint>,
    /// Level of a duration without end; `None` for scales that are not of time.
    pub unlimited: Option<f64>,
    /// The thresholds the points rest on.
    pub basis: Vec<ThresholdId>,
}

impl Scale {
    /// The level of `number`, given in the scale's own unit.
    ///
    /// On a logarithmic scale a number of 0 or less counts as the first point.
    pub fn level(&self, number: f64) -> f64 {
        let x = |value: f64| match self.interpolation {
            Interpolation::Linear => value,
            Interpolation::Log10 => value.max(1e-9).log10(),
        };
        let Some(first) = self.points.first() else {
            return 0.0;
        };
        if number <= first.at {
            return first.level;
        }
        for pair in self.points.windows(2) {
            if number <= pair[1].at {
                if number == pair[1].at {
                    return pair[1].level;
                }
                let share = (x(number) - x(pair[0].at)) / (x(pair[1].at) - x(pair[0].at));
                return pair[0].level + (pair[1].level - pair[0].level) * share;
            }
        }
        self.points[self.points.len() - 1].level
    }
}

/// A point of a scale.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct ScalePoint {
    /// The number, in the scale's unit.
    pub at: f64,
    /// Its level, 0 to 1.
    pub level: f64,
}

/// How a scale runs between two points.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Interpolation {
    /// Straight.
    Linear,
    /// Straight over the base-10 logarithm of the number.
    Log10,
}

/// Units of scales.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Unit {
    /// Seconds.
    #[serde(rename = "s")]
    Seconds,
    /// Minutes.
    #[serde(rename = "min")]
    Minutes,
    /// Hours.
    #[serde(rename = "h")]
    Hours,
    /// Days.
    #[serde(rename = "d")]
    Days,
    /// Months of 365/12 days, so that twelve make 365 days.
    #[serde(rename = "months")]
    Months,
    /// Years of 365 days.
    #[serde(rename = "years")]
    Years,
    /// A count.
    #[serde(rename = "count")]
    Count,
    /// Hundredths.
    #[serde(rename = "percent")]
    Percent,
}

impl Unit {
    /// The name as YAML writes it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Seconds => "s",
            Self::Minutes => "min",
            Self::Hours => "h",
            Self::Days => "d",
            Self::Months => "months",
            Self::Years => "years",
            Self::Count => "count",
            Self::Percent => "percent",
        }
    }

    /// Length in seconds; `None` for units that are not of time.
    pub fn seconds(self) -> Option<f64> {
        const DAY: f64 = 86_400.0;
        match self {
            Self::Seconds => Some(1.0),
            Self::Minutes => Some(60.0),
            Self::Hours => Some(3_600.0),
            Self::Days => Some(DAY),
            Self::Months => Some(DAY * 365.0 / 12.0),
            Self::Years => Some(DAY * 365.0),
            Self::Count | Self::Percent => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn token_lifetime() -> Scale {
        let points = [
            (15.0, 1.0),
            (60.0, 0.9),
            (480.0, 0.7),
            (1440.0, 0.5),
            (43200.0, 0.15),
        ];
        Scale {
            unit: Unit::Minutes,
            interpolation: Interpolation::Log10,
            points: points
                .iter()
                .map(|&(at, level)| ScalePoint { at, level })
                .collect(),
            unlimited: Some(0.0),
            basis: vec![],
        }
    }

    #[test]
    fn a_scale_meets_its_points_and_is_flat_outside() {
        let scale = token_lifetime();
        assert_eq!(scale.level(0.0), 1.0);
        assert_eq!(scale.level(15.0), 1.0);
        assert!((scale.level(60.0) - 0.9).abs() < 1e-12);
        assert_eq!(scale.level(1e9), 0.15);
    }

    #[test]
    fn a_scale_meets_its_points_to_the_bit() {
        // 0.4 + (0.1 - 0.4) is a bit less than 0.1, and limits such as `below: 0.1` look at it.
        let points = [(12.0, 0.4), (18.0, 0.1), (24.0, 0.0)];
        let scale = Scale {
            points: points
                .iter()
                .map(|&(at, level)| ScalePoint { at, level })
                .collect(),
            ..token_lifetime()
        };
        assert_eq!(scale.level(18.0), 0.1);
        assert!(scale.level(18.1) < 0.1);
    }

    #[test]
    fn a_logarithmic_scale_is_halfway_at_the_geometric_mean() {
        let middle = token_lifetime().level((15.0_f64 * 60.0).sqrt());
        assert!((middle - 0.95).abs() < 1e-12);
    }

    #[test]
    fn twelve_months_are_a_year() {
        let months = Unit::Months.seconds().map(|seconds| seconds * 12.0);
        assert_eq!(months, Unit::Years.seconds());
    }
}

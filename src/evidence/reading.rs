//! Everything one artefact says, and what its reader has to know before believing it.

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};

use super::fact::{Basis, Fact, Place};
use super::redact;

/// What was read from one file.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    /// The family it belongs to, such as `token`.
    pub family: String,
    /// The format it was recognised as, such as `jwt`.
    pub format: String,
    /// The moment it speaks about.
    pub as_of: AsOf,
    /// First and last moment it speaks about, for logs and histories.
    pub covers: Option<Covers>,
    /// What it says.
    pub facts: Vec<Fact>,
    /// What in it is odd: impossible dates, duplicate rows and keys, values that cannot be read.
    pub anomalies: Vec<Anomaly>,
    /// What shows that it is not all there is; while there is any, no list in it is complete.
    pub partial: Vec<String>,
    /// Items read: rows, records or elements.
    pub items: u64,
}

/// The moment a file speaks about, and who says so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AsOf {
    /// The moment.
    pub at: DateTime<Utc>,
    /// Who says so.
    pub by: AsOfSource,
}

impl AsOf {
    /// Age of a moment in seconds; none for one after this. Where only the day is known, ages are counted to
    /// its beginning, and what was made on it has none.
    pub fn age(self, then: DateTime<Utc>) -> Option<f64> {
        let until = match self.by {
            AsOfSource::Artefact => self.at,
            AsOfSource::Analyst | AsOfSource::Assumed => {
                self.at.date_naive().and_time(NaiveTime::MIN).and_utc()
            }
        };
        (then <= self.at).then(|| (until - then).as_seconds_f64().max(0.0))
    }
}

/// Who says when a file was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AsOfSource {
    /// The file itself.
    Artefact,
    /// Whoever attached it.
    Analyst,
    /// Nobody: it is the day it was attached.
    Assumed,
}

impl AsOfSource {
    /// Names as YAML and JSON write them.
    pub const NAMES: &'static [(&'static str, Self)] = &[
        ("artefact", Self::Artefact),
        ("analyst", Self::Analyst),
        ("assumed", Self::Assumed),
    ];
}

/// A stretch of time, both ends included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Covers {
    /// The first moment.
    pub from: DateTime<Utc>,
    /// The last moment, not before the first.
    pub to: DateTime<Utc>,
}

/// Something odd in a file.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Anomaly {
    /// What is odd, one sentence without a final stop, and without the value if that may be secret.
    pub what: String,
    /// Where.
    pub place: Place,
}

/// What a reader knows besides the file.
#[derive(Debug, Clone, Copy)]
pub struct Context<'a> {
    /// The day the file speaks about, where whoever attached it said so.
    pub stated: Option<NaiveDate>,
    /// The day it was attached.
    pub attached: NaiveDate,
    /// How the columns of a table are called, where the analyst gave a mapping.
    pub columns: Option<&'a super::input::columns::Mapping>,
    /// Which events are of which class.
    pub events: Option<&'a super::event_class::EventClasses>,
}

impl<'a> Context<'a> {
    /// A reader that knows only the day.
    pub fn on(attached: NaiveDate) -> Self {
        Self {
            stated: None,
            attached,
            columns: None,
            events: None,
        }
    }

    /// The moment the file speaks about: its own, else the analyst's day, else the day attached. Days
    /// count to their end, so that what was made on the day is not later than it.
    pub fn as_of(&self, own: Option<DateTime<Utc>>) -> AsOf {
        let end = |day: NaiveDate| {
            let last = NaiveTime::from_hms_opt(23, 59, 59).expect("it is a time of day");
            day.and_time(last).and_utc()
        };
        match (own, self.stated) {
            (Some(at), _) => AsOf {
                at,
                by: AsOfSource::Artefact,
            },
            (None, Some(day)) => AsOf {
                at: end(day),
                by: AsOfSource::Analyst,
            },
            (None, None) => AsOf {
                at: end(self.attached),
                by: AsOfSource::Assumed,
            },
        }
    }

    /// An empty reading of this family and format, at the moment the file names itself, if any.
    pub fn reading(&self, family: &str, format: &str, own: Option<DateTime<Utc>>) -> Reading {
        Reading {
            family: family.to_owned(),
            format: format.to_owned(),
            as_of: self.as_of(own),
            covers: None,
            facts: vec![],
            anomalies: vec![],
            partial: vec![],
            items: 0,
        }
    }
}

/// Most anomalies that a reading keeps; the rest are counted.
pub const MOST_ANOMALIES: usize = 50;

impl Reading {
    /// Adds a fact.
    pub fn say(&mut self, fact: Fact) {
        self.facts.push(fact);
    }

    /// Adds an anomaly.
    pub fn odd(&mut self, what: impl Into<String>, place: Place) {
        let what = what.into();
        self.anomalies.push(Anomaly { what, place });
    }

    /// Adds a mark that this is not all there is.
    pub fn not_whole(&mut self, why: impl Into<String>) {
        let why = why.into();
        if !self.partial.contains(&why) {
            self.partial.push(why);
        }
    }

    /// Age in seconds at the moment the file speaks about; none for a moment after it.
    pub fn age(&self, then: DateTime<Utc>) -> Option<f64> {
        self.as_of.age(then)
    }

    /// The reading as it may leave: nothing secret in it, no list complete that is not whole, and nothing that
    /// an assessment could not record.
    #[must_use]
    pub fn finished(mut self) -> Self {
        let is_part = !self.partial.is_empty();
        for fact in &mut self.facts {
            redact::fact(fact);
            fact.settle();
            match fact.basis {
                // Part of a list is a sample: what it shows is there, and one case can disprove.
                Basis::CompleteList if is_part => fact.basis = Basis::Sample,
                _ => fact.is_whole &= !is_part,
            }
        }
        let rest = self.anomalies.len().saturating_sub(MOST_ANOMALIES);
        self.anomalies.truncate(MOST_ANOMALIES);
        if rest > 0 {
            self.odd(format!("and {rest} more"), Place::default());
        }
        for anomaly in &mut self.anomalies {
            anomaly.what = redact::text(&anomaly.what);
            anomaly.place.path = redact::text(&anomaly.place.path);
            anomaly.place.settle();
        }
        for why in &mut self.partial {
            *why = redact::text(why);
        }
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().expect("it is a moment")
    }

    #[test]
    fn a_stated_day_lasts_to_its_end_and_ages_are_counted_to_its_beginning() {
        let day = NaiveDate::from_ymd_opt(2017, 2, 19).expect("it is a day");
        let as_of = Context::on(day).as_of(None);
        assert_eq!(as_of.age(at("2017-02-18T18:00:00Z")), Some(6.0 * 3600.0));
        assert_eq!(as_of.age(at("2017-02-19T18:00:00Z")), Some(0.0));
        assert_eq!(as_of.age(at("2017-02-20T00:00:00Z")), None);
    }

    #[test]
    fn a_file_that_names_its_moment_counts_to_it() {
        let day = NaiveDate::from_ymd_opt(2017, 2, 19).expect("it is a day");
        let as_of = Context::on(day).as_of(Some(at("2017-02-01T12:00:00Z")));
        assert_eq!(as_of.age(at("2017-02-01T00:00:00Z")), Some(12.0 * 3600.0));
        assert_eq!(as_of.age(at("2017-02-01T12:00:01Z")), None);
    }

    #[test]
    fn a_list_that_is_not_whole_is_a_sample() {
        let mut reading =
            Context::on(NaiveDate::MIN).reading("f", "x", Some(at("2017-02-01T12:00:00Z")));
        let count = super::super::fact::FactValue::Count(3);
        reading.say(Fact::new(
            "users",
            count,
            Basis::CompleteList,
            Place::default(),
        ));
        assert_eq!(
            reading.clone().finished().facts[0].basis,
            Basis::CompleteList
        );
        reading.not_whole("a next page follows");
        assert_eq!(reading.finished().facts[0].basis, Basis::Sample);
    }

    #[test]
    fn blank_names_get_a_word_and_numbers_beyond_the_record_come_down_to_its_end() {
        use super::super::fact::{FactValue, Limit, MOST};
        let mut reading =
            Context::on(NaiveDate::MIN).reading("f", "x", Some(at("2017-02-01T12:00:00Z")));
        let values = [
            FactValue::Limit(Limit::Finite(1e300)),
            FactValue::Count(u64::MAX),
            FactValue::Set([" ", "a", "\t"].map(str::to_owned).into()),
        ];
        for value in values {
            let fact = Fact::new("users", value, Basis::Configured, Place::new(" ", None));
            reading.say(fact.about(" "));
        }
        let finished = reading.finished();
        let values: Vec<_> = finished.facts.iter().map(|fact| &fact.value).collect();
        let names = ["(no name)", "a"].map(str::to_owned);
        assert_eq!(
            values,
            [
                &FactValue::Limit(Limit::Finite(MOST)),
                &FactValue::Count(MOST as u64),
                &FactValue::Set(names.into()),
            ]
        );
        for fact in &finished.facts {
            assert_eq!(fact.about.as_deref(), Some("(no name)"));
            assert_eq!(fact.place, Place::default());
        }
    }
}

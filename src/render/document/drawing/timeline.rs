//! Evidence on the calendar, against the time that was observed.

use chrono::NaiveDate;

use super::super::figure::words;
use super::super::inline::fields;
use super::{Form, first_word};

pub(super) const KEYS: &[&str] = &["observed", "day", "legend"];

/// Lanes of days and periods on one axis of time.
#[derive(Debug, Clone, PartialEq)]
pub struct Timeline {
    /// The time that counts.
    pub observed: Observed,
    /// The day from which is looked back.
    pub day: NaiveDate,
    /// Words for that day.
    pub day_name: String,
    /// The standings that are in use, with what they mean here.
    pub legend: Vec<(Standing, String)>,
    pub rows: Vec<Lane>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Observed {
    pub from: NaiveDate,
    pub to: NaiveDate,
    pub name: String,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Lane {
    pub label: String,
    pub spans: Vec<Span>,
}

/// A period, or a day: then both ends are that day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    pub standing: Standing,
    pub from: NaiveDate,
    pub to: NaiveDate,
}

impl Span {
    #[must_use]
    pub fn is_day(&self) -> bool {
        self.from == self.to
    }
}

/// How far a record still counts; what it means, the legend says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// In full: solid.
    Full,
    /// Less and less: hatched bar, half a diamond.
    Part,
    /// No more: hollow.
    Past,
}

impl Standing {
    fn named(name: &str) -> Option<Self> {
        Some(match name {
            "full" => Self::Full,
            "part" => Self::Part,
            "past" => Self::Past,
            _ => return None,
        })
    }
}

pub(super) fn read(form: &Form) -> Option<Timeline> {
    let (from, rest) = first_word(form.get("observed")?);
    let (to, name) = rest.split_once(' ').unwrap_or((&rest, ""));
    let (day, day_name) = first_word(form.get("day")?);
    let timeline = Timeline {
        observed: Observed {
            from: date(&from)?,
            to: date(to)?,
            name: name.trim().to_owned(),
        },
        day: date(&day)?,
        day_name,
        legend: fields(form.get("legend")?)
            .map(entry)
            .collect::<Option<Vec<_>>>()?,
        rows: form.each(lane)?,
    };
    let spans = || timeline.rows.iter().flat_map(|lane| &lane.spans);
    let is_told = |span: &Span| {
        timeline
            .legend
            .iter()
            .any(|(told, _)| *told == span.standing)
    };
    let fits = timeline.observed.from <= timeline.observed.to
        && spans().all(|span| span.from <= span.to && is_told(span));
    fits.then_some(timeline)
}

fn entry(field: &str) -> Option<(Standing, String)> {
    let (standing, name) = first_word(field);
    Some((Standing::named(&standing)?, name))
}

fn lane(line: &str) -> Option<Lane> {
    let mut cells = fields(line);
    let label = words(cells.next()?);
    let spans = cells.map(span).collect::<Option<Vec<_>>>()?;
    Some(Lane { label, spans })
}

/// `full 2026-11-16` or `part 2025-01-01 2025-12-31`.
fn span(field: &str) -> Option<Span> {
    let (standing, days) = first_word(field);
    let (from, to) = days.split_once(' ').unwrap_or((&days, &days));
    Some(Span {
        standing: Standing::named(&standing)?,
        from: date(from)?,
        to: date(to)?,
    })
}

fn date(text: &str) -> Option<NaiveDate> {
    text.trim().parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    const TIMELINE: &str = "observed: 2025-11-21 2026-11-20 the year before\nday: 2026-11-20 today\n\
                            legend: full counts\nE1 | full 2026-01-05 | full 2025-01-01 2025-12-31";

    fn timeline(text: &str) -> Option<Timeline> {
        read(&Form::new(text, KEYS))
    }

    #[test]
    fn a_lane_holds_days_and_periods() {
        let timeline = timeline(TIMELINE).unwrap();
        let days: Vec<bool> = timeline.rows[0].spans.iter().map(Span::is_day).collect();
        assert_eq!(days, [true, false]);
        assert_eq!(timeline.observed.name, "the year before");
    }

    #[test]
    fn a_period_does_not_end_before_it_begins() {
        assert!(timeline(&TIMELINE.replace("2025-12-31", "2024-12-31")).is_none());
    }

    #[test]
    fn a_standing_that_is_not_explained_is_refused() {
        assert!(timeline(&TIMELINE.replace("full 2026", "past 2026")).is_none());
    }
}

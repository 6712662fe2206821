//! The axis of time: as long as the evidence, but no longer than can be read.

use chrono::{Datelike, Days, Months, NaiveDate};

use crate::render::document::{Span, Timeline};
use crate::render::scene::scale::Scale;

/// The axis reaches no further from the observed time, in months.
const MOST_BEFORE: u32 = 48;
const MOST_AFTER: u32 = 36;
/// Days of room at both ends of the axis.
const MARGIN: u64 = 20;

/// The axis of time.
pub struct Axis {
    pub scale: Scale,
    /// First and last day.
    pub from: NaiveDate,
    pub to: NaiveDate,
}

impl Axis {
    /// As long as what is shown, within its bounds.
    pub fn new(timeline: &Timeline, places: (f32, f32)) -> Self {
        let observed = &timeline.observed;
        let spans = || timeline.rows.iter().flat_map(|lane| &lane.spans);
        let first = spans()
            .map(|span| span.from)
            .fold(observed.from, NaiveDate::min);
        let last = spans()
            .map(|span| span.to)
            .fold(observed.to.max(timeline.day), NaiveDate::max);
        let earliest = observed.from.checked_sub_months(Months::new(MOST_BEFORE));
        let latest = observed.to.checked_add_months(Months::new(MOST_AFTER));
        let from = first.max(earliest.unwrap_or(first));
        let to = last.min(latest.unwrap_or(last));
        let from = from.checked_sub_days(Days::new(MARGIN)).unwrap_or(from);
        let to = to.checked_add_days(Days::new(MARGIN)).unwrap_or(to);
        Self {
            scale: Scale {
                values: (number(from), number(to)),
                places,
            },
            from,
            to,
        }
    }

    /// Where a day stands; one beyond an end stands at that end.
    pub fn at(&self, day: NaiveDate) -> f32 {
        self.scale.at(number(day))
    }

    /// The first days of quarters on the axis.
    pub fn quarters(&self) -> impl Iterator<Item = NaiveDate> + use<> {
        let (from, to) = (self.from, self.to);
        let months = |year| [1, 4, 7, 10].into_iter().map(move |month| (year, month));
        let days = (from.year()..=to.year()).flat_map(months);
        days.filter_map(|(year, month)| NaiveDate::from_ymd_opt(year, month, 1))
            .filter(move |day| from <= *day && *day <= to)
    }

    /// The months between two quarters that are named, where a name takes this much room.
    pub fn naming(&self, room: f32) -> u32 {
        let quarter = (self.scale.places.1 - self.scale.places.0) * 91.0
            / (self.to - self.from).num_days().max(1) as f32;
        match room / quarter {
            share if share <= 1.0 => 3,
            share if share <= 2.0 => 6,
            _ => 12,
        }
    }

    /// Whether any of it is on the axis.
    pub fn shows(&self, span: &Span) -> bool {
        span.to >= self.from && span.from <= self.to
    }
}

fn number(day: NaiveDate) -> f64 {
    f64::from(day.num_days_from_ce())
}

//! Which time a report covers, and which nobody does.

use chrono::{Days, NaiveDate};

use super::{Found, when};
use crate::assessment::answer::Period;
use crate::assessment::calendar::{length_in_months, months_between};
use crate::assessment::document::other::Letter;
use crate::assessment::document::soc2::Soc2;
use crate::checks::documents::held::Held;
use crate::pack::question::Severity;

/// Days by which a period may miss three, six or twelve months.
const TOLERANCE: u64 = 2;
/// Days after its period's end from which a report is old: a year.
pub(in crate::checks::documents) const OLD: i64 = 365;
/// Days after its period's end from which a report is no more than history (our cut).
pub(in crate::checks::documents) const OUTDATED: i64 = 548;
/// Most days that a bridge letter can span: three months.
const BRIDGE: i64 = 92;
/// Days for which the time after a report or letter needs nobody to speak for it.
pub(in crate::checks::documents) const UNSPOKEN: i64 = 31;
/// Months after its period's end from which a report is signed late.
const LATE: f64 = 4.0;

/// RF-S-05: a short Type II period.
pub(super) fn short(report: &Soc2, _: &Held) -> Vec<Found> {
    let Some(period) = report.period else {
        return vec![];
    };
    let (severity, under) = match shortness(period) {
        Some(Severity::High) => (Severity::High, "three months"),
        Some(Severity::Medium) => (Severity::Medium, "six months"),
        Some(_) => (Severity::Low, "twelve months"),
        None => return vec![],
    };
    let message = format!(
        "the period from `{}` to `{}` is shorter than {under}",
        period.from, period.to
    );
    vec![Found::new(severity, "period", message)]
}

/// How bad the length of a period is; both its days count, and two days of tolerance.
pub(in crate::checks::documents) fn shortness(period: Period) -> Option<Severity> {
    let to = later(period.to, TOLERANCE);
    let months = length_in_months(Period { to, ..period });
    if months < 3.0 {
        Some(Severity::High)
    } else if months < 6.0 {
        Some(Severity::Medium)
    } else if months < 12.0 {
        Some(Severity::Low)
    } else {
        None
    }
}

fn later(day: NaiveDate, days: u64) -> NaiveDate {
    day.checked_add_days(Days::new(days))
        .unwrap_or(NaiveDate::MAX)
}

/// RF-S-06: the period, or the day of a Type I, is long past.
pub(super) fn old(report: &Soc2, held: &Held) -> Vec<Found> {
    let Some(end) = report.end() else {
        return vec![];
    };
    let field = if report.is_type_two() {
        "period"
    } else {
        "as-of"
    };
    let days = (held.as_of() - end).num_days();
    let (severity, months) = match days {
        days if days > OUTDATED => (Severity::Critical, "eighteen"),
        days if days > OLD => (Severity::High, "twelve"),
        _ => return vec![],
    };
    let message =
        format!("the last examined day, `{end}`, lies {days} days back, more than {months} months");
    vec![Found::new(severity, field, message)]
}

/// RF-S-07: days between the last report and this one that no report covers.
pub(super) fn hole(report: &Soc2, held: &Held) -> Vec<Found> {
    let previous = held.previous(report).and_then(|previous| previous.period);
    let (Some(period), Some(previous)) = (report.period, previous) else {
        return vec![];
    };
    let days = (period.from - previous.to).num_days() - 1;
    when(days > 0, || {
        let message = format!(
            "{days} days, between `{}` and `{}`, are covered by no report",
            previous.to, period.from
        );
        Found::new(Severity::High, "period", message)
    })
}

/// RF-S-08: nobody speaks for the time since the period ended.
pub(super) fn not_bridged(report: &Soc2, held: &Held) -> Vec<Found> {
    let Some(period) = report.period else {
        return vec![];
    };
    let silent = |day: NaiveDate| (held.as_of() - day).num_days() > UNSPOKEN;
    let letters: Vec<&Letter> = held.letters_for(&report.document.id).collect();
    let until = spoken_until(&letters, (period.to, NaiveDate::MAX));
    when(silent(period.to) && silent(until), || {
        let message = format!("nobody speaks for the time since `{until}`");
        Found::new(Severity::Medium, "period", message)
    })
}

/// The day up to which letters speak for the time after a period without a hole, of those that
/// begin before `limit`.
fn spoken_until(letters: &[&Letter], (end, limit): (NaiveDate, NaiveDate)) -> NaiveDate {
    let usable = letters.iter().filter(|letter| is_usable(letter, end));
    let mut spans: Vec<Period> = usable.filter_map(|letter| letter.covers).collect();
    spans.retain(|covers| covers.from < limit);
    spans.sort_by_key(|covers| covers.from);
    spans.iter().fold(end, |until, covers| {
        match (covers.from - until).num_days() <= 1 {
            true => until.max(covers.to),
            false => until,
        }
    })
}

/// Whether a letter bridges time after a period, wherever it begins: no more than three months, and
/// words on changes and incidents.
fn is_usable(letter: &Letter, end: NaiveDate) -> bool {
    let speaks = letter.changes == Some(true) && letter.incidents == Some(true);
    letter.covers.is_some() && speaks && own_faults(letter, end).is_empty()
}

/// RF-S-09: a letter that bridges too much, or says too little.
pub(super) fn weak_letter(held: &Held) -> Vec<Found> {
    let Some(report) = held.report() else {
        return vec![];
    };
    let Some(period) = report.period else {
        return vec![];
    };
    let letters: Vec<&Letter> = held.letters_for(&report.document.id).collect();
    let found = letters.iter().filter_map(|letter| {
        let faults = letter_faults(letter, period.to, &letters);
        let (field, _) = *faults.first()?;
        let texts: Vec<&str> = faults.iter().map(|(_, text)| *text).collect();
        let message = format!("the bridge letter is set aside: it {}", texts.join("; "));
        let found = Found::new(Severity::Medium, field, message);
        Some(found.in_document(&letter.document.id))
    });
    found.collect()
}

/// What keeps a letter from bridging the time after `end`; one letter may follow another.
fn letter_faults(
    letter: &Letter,
    end: NaiveDate,
    letters: &[&Letter],
) -> Vec<(&'static str, &'static str)> {
    let mut faults = own_faults(letter, end);
    if let Some(covers) = letter.covers {
        let until = spoken_until(letters, (end, covers.from));
        if (covers.from - until).num_days() > 1 {
            faults.insert(0, ("covers", "begins after a hole behind the period"));
        }
    }
    faults
}

/// What is wrong with a letter, whatever went before it.
fn own_faults(letter: &Letter, end: NaiveDate) -> Vec<(&'static str, &'static str)> {
    let mut faults = vec![];
    if let Some(covers) = letter.covers {
        if (covers.to - end).num_days() > BRIDGE {
            faults.push(("covers", "spans more than three months after the period"));
        }
        if covers.to <= end {
            faults.push(("covers", "ends before the period does"));
        }
        if letter.signed.is_some_and(|signed| signed < covers.to) {
            faults.push(("signed", "speaks about days after its own date"));
        }
    }
    if letter.changes == Some(false) {
        faults.push(("changes", "is silent on changes"));
    }
    if letter.incidents == Some(false) {
        faults.push(("incidents", "is silent on incidents"));
    }
    faults
}

/// RF-S-29: signed late.
pub(super) fn late(report: &Soc2, _: &Held) -> Vec<Found> {
    let (Some(dated), Some(end)) = (report.report_date, report.end()) else {
        return vec![];
    };
    when(months_between(end, dated) > LATE, || {
        let message = format!("the report is dated `{dated}`, more than four months after `{end}`");
        Found::new(Severity::Low, "report-date", message)
    })
}

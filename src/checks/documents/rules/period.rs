//! Which time a report covers, and which nobody does.

use chrono::{Days, NaiveDate};

use super::{Found, counted, when};
use crate::assessment::answer::Period;
use crate::assessment::calendar::{length_in_months, months_between};
use crate::assessment::document::other::Letter;
use crate::assessment::document::soc2::Soc2;
use crate::checks::documents::held::Held;
use crate::pack::question::Severity;
use crate::words::{Words, say};

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
pub(super) fn short(report: &Soc2, held: &Held) -> Vec<Found> {
    let Some(period) = report.period else {
        return vec![];
    };
    let words = held.words();
    let (from, to) = (words.date(period.from), words.date(period.to));
    let (severity, message) = match shortness(period) {
        Some(Severity::High) => (
            Severity::High,
            say!(words, "rf-s-05-three-months", from, to),
        ),
        Some(Severity::Medium) => (
            Severity::Medium,
            say!(words, "rf-s-05-six-months", from, to),
        ),
        Some(_) => (
            Severity::Low,
            say!(words, "rf-s-05-twelve-months", from, to),
        ),
        None => return vec![],
    };
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
    let words = held.words();
    let age = (held.as_of() - end).num_days();
    let (end, days) = (words.date(end), age.to_string());
    let (severity, message) = match age {
        age if age > OUTDATED => (
            Severity::Critical,
            say!(words, "rf-s-06-eighteen-months", end, days),
        ),
        age if age > OLD => (
            Severity::High,
            say!(words, "rf-s-06-twelve-months", end, days),
        ),
        _ => return vec![],
    };
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
        let words = held.words();
        let (from, to) = (words.date(previous.to), words.date(period.from));
        let message = say!(words, "rf-s-07", count = counted(days), from, to);
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
        let message = say!(held.words(), "rf-s-08", until = held.words().date(until));
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

/// What keeps a letter from bridging.
#[derive(Clone, Copy)]
enum Fault {
    /// It begins after a hole.
    Hole,
    /// It spans too much.
    Long,
    /// It ends before the period.
    Early,
    /// It speaks about days after its own.
    Ahead,
    /// It says nothing of changes.
    NoChanges,
    /// It says nothing of incidents.
    NoIncidents,
}

impl Fault {
    /// The field that shows it.
    fn field(self) -> &'static str {
        match self {
            Self::Hole | Self::Long | Self::Early => "covers",
            Self::Ahead => "signed",
            Self::NoChanges => "changes",
            Self::NoIncidents => "incidents",
        }
    }

    /// What the letter does wrong, to follow what it is about.
    fn text(self, words: &Words) -> String {
        match self {
            Self::Hole => say!(words, "rf-s-09-hole"),
            Self::Long => say!(words, "rf-s-09-long"),
            Self::Early => say!(words, "rf-s-09-early"),
            Self::Ahead => say!(words, "rf-s-09-ahead"),
            Self::NoChanges => say!(words, "rf-s-09-no-changes"),
            Self::NoIncidents => say!(words, "rf-s-09-no-incidents"),
        }
    }
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
        let first = faults.first()?;
        let words = held.words();
        let texts: Vec<String> = faults.iter().map(|fault| fault.text(words)).collect();
        let message = say!(words, "rf-s-09", faults = texts.join("; "));
        let found = Found::new(Severity::Medium, first.field(), message);
        Some(found.in_document(&letter.document.id))
    });
    found.collect()
}

/// What keeps a letter from bridging the time after `end`; one letter may follow another.
fn letter_faults(letter: &Letter, end: NaiveDate, letters: &[&Letter]) -> Vec<Fault> {
    let mut faults = own_faults(letter, end);
    if let Some(covers) = letter.covers {
        let until = spoken_until(letters, (end, covers.from));
        if (covers.from - until).num_days() > 1 {
            faults.insert(0, Fault::Hole);
        }
    }
    faults
}

/// What is wrong with a letter, whatever went before it.
fn own_faults(letter: &Letter, end: NaiveDate) -> Vec<Fault> {
    let mut faults = vec![];
    if let Some(covers) = letter.covers {
        if (covers.to - end).num_days() > BRIDGE {
            faults.push(Fault::Long);
        }
        if covers.to <= end {
            faults.push(Fault::Early);
        }
        if letter.signed.is_some_and(|signed| signed < covers.to) {
            faults.push(Fault::Ahead);
        }
    }
    if letter.changes == Some(false) {
        faults.push(Fault::NoChanges);
    }
    if letter.incidents == Some(false) {
        faults.push(Fault::NoIncidents);
    }
    faults
}

/// RF-S-29: signed late.
pub(super) fn late(report: &Soc2, held: &Held) -> Vec<Found> {
    let (Some(dated), Some(end)) = (report.report_date, report.end()) else {
        return vec![];
    };
    when(months_between(end, dated) > LATE, || {
        let words = held.words();
        let (dated, end) = (words.date(dated), words.date(end));
        let message = say!(words, "rf-s-29", dated, end);
        Found::new(Severity::Low, "report-date", message)
    })
}

#[cfg(test)]
mod tests {
    use crate::pack::language::Language;
    use crate::words::{Words, say};

    #[test]
    fn days_without_a_document_are_counted_in_german() {
        let german = Words::of(Language::German);
        let hole = |count: usize| say!(german, "rf-s-07", count, from = "A", to = "B");
        assert!(hole(1).starts_with("1 Tag zwischen dem `A` und dem `B` ist"));
        assert!(hole(2).starts_with("2 Tage zwischen dem `A` und dem `B` sind"));
        let hole = |count: usize| say!(german, "rf-i-17", count, from = "A", to = "B");
        assert_eq!(
            hole(1),
            "1 Tag zwischen dem `A` und dem `B` ohne Zertifikat"
        );
    }
}

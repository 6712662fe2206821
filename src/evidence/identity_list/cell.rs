//! What the fields of lists of accounts say: dates, states, kinds and owners, in the words people write.
//!
//! A word of no known meaning is never a yes, a date or an owner.

use chrono::{Datelike, NaiveDate, NaiveTime};

use crate::evidence::input::columns::normal;
use crate::evidence::time::{self, DAY, Moment, ZONE_DOUBT};

/// What a field of a date holds.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(in crate::evidence) enum When {
    /// Nothing.
    Empty,
    /// That it never happened or never will, in words or as a year that stands for it: 2299 or 9999, and
    /// 1, 1600 or 1601, where clocks of Microsoft begin.
    Never,
    /// A moment.
    At(Moment),
    /// Something else, to stand behind the name of the column.
    Unclear(&'static str),
}

impl When {
    /// The moment, where there is one.
    pub(in crate::evidence) fn at(self) -> Option<Moment> {
        match self {
            Self::At(moment) => Some(moment),
            _ => None,
        }
    }
}

/// Whether an account works.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::evidence) enum State {
    /// It does.
    Active,
    /// It is switched off or gone.
    Inactive,
    /// The list does not say, or in a word of no known meaning.
    Unknown,
}

/// Who or what an account belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::evidence) enum Principal {
    /// A person.
    Person,
    /// Software.
    Machine,
    /// A group, whose members are not told.
    Group,
    /// The list does not say, or in a word of no known meaning.
    Unknown,
}

const EMPTY: &[&str] = &["", "na", "null", "none", "nil", "noinformation", "notset"];
const NEVER: &[&str] = &[
    "never",
    "noexpiry",
    "noexpiration",
    "doesnotexpire",
    "neverexpires",
    "neverused",
    "neverloggedin",
    "unlimited",
    // What a directory of Microsoft writes where there is no end.
    "9223372036854775807",
];

/// Years before this one are the beginning of somebody's clock.
const FIRST_YEAR: i32 = 1900;

/// Reads a date.
pub(in crate::evidence) fn when(text: &str) -> When {
    let word = normal(text);
    if EMPTY.contains(&word.as_str()) {
        return When::Empty;
    }
    if NEVER.contains(&word.as_str()) {
        return When::Never;
    }
    match time::moment(text).map_or_else(|| local(text), When::At) {
        When::At(moment) if moment.is_never() || moment.at.year() < FIRST_YEAR => When::Never,
        when => when,
    }
}

/// Reads a day as spreadsheets write it: `31.12.2025`, `12/31/2025`, `31/12/2025 17:30:00`. Where a slash
/// leaves open which number is the day, nothing is read.
fn local(text: &str) -> When {
    let (day, clock) = text.split_once([' ', 'T']).unwrap_or((text, ""));
    let sign = if day.contains('.') { '.' } else { '/' };
    let parts: Vec<Option<u32>> = day.splitn(4, sign).map(|part| part.parse().ok()).collect();
    let [Some(first), Some(second), Some(year)] = parts[..] else {
        return When::Unclear("is no date");
    };
    let (day, month) = match (sign, first, second) {
        ('.', ..) => (first, second),
        (_, first, 13..) => (second, first),
        (_, 13.., second) => (first, second),
        (_, first, second) if first == second => (first, second),
        _ => return When::Unclear("leaves open which number is the day"),
    };
    let is_year = |year: &i32| *year >= FIRST_YEAR || [1, 1600, 1601].contains(year);
    let year = i32::try_from(year).ok().filter(is_year);
    let day = year.and_then(|year| NaiveDate::from_ymd_opt(year, month, day));
    match (day, clock_time(clock)) {
        (Some(day), Some(time)) => When::At(Moment {
            at: day.and_time(time).and_utc(),
            has_zone: false,
        }),
        _ => When::Unclear("is no date"),
    }
}

fn clock_time(text: &str) -> Option<NaiveTime> {
    if text.is_empty() {
        return Some(NaiveTime::MIN);
    }
    let forms = ["%H:%M:%S%.f", "%H:%M", "%I:%M:%S %p", "%I:%M %p"];
    let mut read = forms
        .iter()
        .map(|form| NaiveTime::parse_from_str(text, form));
    read.find_map(Result::ok)
}

/// Whether a moment is a day alone: nothing happens at midnight to the second.
pub(in crate::evidence) fn is_day(moment: Moment) -> bool {
    moment.at.time() == NaiveTime::MIN
}

/// Seconds by which a moment may lie elsewhere: its zone, and its day where it names no time.
pub(in crate::evidence) fn doubt(moment: Moment) -> f64 {
    match is_day(moment) {
        true => moment.doubt() + DAY,
        false => moment.doubt(),
    }
}

/// As [`doubt`], for the time between two moments of one file: where neither names a zone, it is the same.
pub(in crate::evidence) fn doubt_between(first: Moment, second: Moment) -> f64 {
    let zone = match first.has_zone == second.has_zone {
        true => 0.0,
        false => ZONE_DOUBT,
    };
    match is_day(first) || is_day(second) {
        true => zone + DAY,
        false => zone,
    }
}

/// Reads a yes or no; none for anything else.
pub(in crate::evidence) fn yes(text: &str) -> Option<bool> {
    match normal(text).as_str() {
        "y" | "yes" | "true" | "1" | "x" | "t" => Some(true),
        "n" | "no" | "false" | "0" | "f" => Some(false),
        _ => None,
    }
}

/// Reads whether an account is privileged: a yes or no, or the name of its level.
pub(in crate::evidence) fn privileged(text: &str) -> Option<bool> {
    yes(text).or_else(|| match normal(text).as_str() {
        "admin" | "administrator" | "high" | "privileged" | "root" | "superuser" | "critical" => {
            Some(true)
        }
        "standard" | "low" | "user" | "normal" | "regular" | "none" => Some(false),
        _ => None,
    })
}

/// Reads the state of an account. A locked one counts as active, because it opens again by itself.
pub(in crate::evidence) fn state(text: &str) -> State {
    match normal(text).as_str() {
        "active" | "enabled" | "live" | "inuse" | "current" | "provisioned" | "locked"
        | "lockedout" | "passwordexpired" | "recovery" => State::Active,
        "inactive" | "disabled" | "suspended" | "deactivated" | "deprovisioned" | "terminated"
        | "deleted" | "retired" | "decommissioned" | "revoked" | "archived" | "blocked"
        | "removed" | "left" | "closed" | "expired" => State::Inactive,
        _ => match yes(text) {
            Some(true) => State::Active,
            Some(false) => State::Inactive,
            None => State::Unknown,
        },
    }
}

/// Reads whose account it is.
pub(in crate::evidence) fn principal(text: &str) -> Principal {
    match normal(text).as_str() {
        "user" | "users" | "person" | "human" | "employee" | "member" | "guest" | "contractor"
        | "staff" | "individual" | "externaluser" => Principal::Person,
        "serviceprincipal" | "serviceprincipals" | "serviceaccount" | "service" | "machine"
        | "application" | "app" | "bot" | "workload" | "workloadidentity" | "managedidentity"
        | "nonhuman" | "nonhumanidentity" | "nhi" | "apikey" | "apiclient" | "api" | "system"
        | "automation" | "integration" | "robot" | "rpa" | "technical" | "agent" | "token" => {
            Principal::Machine
        }
        "group" | "groups" | "securitygroup" | "team" => Principal::Group,
        _ => Principal::Unknown,
    }
}

/// The text of a field, where it names something: `n/a`, `unknown` and their like name nothing.
pub(in crate::evidence) fn named(text: &str) -> Option<&str> {
    const NOTHING: &[&str] = &[
        "",
        "na",
        "null",
        "none",
        "nil",
        "unknown",
        "tbd",
        "tbc",
        "unassigned",
        "nobody",
        "noowner",
        "missing",
        "notassigned",
        "notset",
        "todo",
        "undefined",
        "orphaned",
        "orphan",
    ];
    let is_zero = text.contains('-') && text.chars().all(|c| c == '0' || c == '-');
    let is_nothing = is_zero || NOTHING.contains(&normal(text).as_str());
    (!is_nothing).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> String {
        match when(text) {
            When::At(moment) => moment.at.format("%Y-%m-%dT%H:%M").to_string(),
            other => format!("{other:?}"),
        }
    }

    #[test]
    fn days_of_spreadsheets_are_read_where_they_are_clear() {
        for (text, wanted) in [
            ("31.12.2025", "2025-12-31T00:00"),
            ("02.01.2025", "2025-01-02T00:00"),
            ("12/31/2025", "2025-12-31T00:00"),
            ("31/12/2025 17:30:05", "2025-12-31T17:30"),
            ("12/31/2025 5:30:05 PM", "2025-12-31T17:30"),
            ("3/3/2025", "2025-03-03T00:00"),
            ("2025-12-31", "2025-12-31T00:00"),
        ] {
            assert_eq!(read(text), wanted, "{text}");
        }
    }

    #[test]
    fn what_is_no_clear_date_is_none() {
        assert_eq!(
            when("3/4/2025"),
            When::Unclear("leaves open which number is the day")
        );
        for text in [
            "soon",
            "32.12.2025",
            "1/13/13/2025",
            "13/13/2025",
            "12/31/2025 noon",
            "1/2",
        ] {
            assert_eq!(when(text), When::Unclear("is no date"), "{text}");
        }
    }

    #[test]
    fn no_date_and_never_are_two_things() {
        for text in ["", "N/A", "-", "null", "no_information"] {
            assert_eq!(when(text), When::Empty, "{text}");
        }
        for text in [
            "Never",
            "2299-12-31",
            "9999-12-31T23:59:59Z",
            "does not expire",
            "Never logged in",
            "0001-01-01T00:00:00Z",
            "1601-01-01 00:00:00",
            "12/31/1600 4:00:00 PM",
            "1/1/0001 12:00:00 AM",
            "9223372036854775807",
        ] {
            assert_eq!(when(text), When::Never, "{text}");
        }
    }

    #[test]
    fn the_zone_matters_where_only_one_names_it() {
        let moment = |text| time::moment(text).expect("a moment");
        let (zoned, naive) = (
            moment("2026-01-05T09:00:00Z"),
            moment("2026-01-05 09:00:00"),
        );
        assert_eq!(doubt_between(naive, naive), 0.0);
        assert_eq!(doubt_between(zoned, naive), ZONE_DOUBT);
        assert_eq!(doubt_between(moment("2026-01-05"), naive), DAY);
        assert_eq!(doubt(naive), ZONE_DOUBT);
    }

    #[test]
    fn words_of_no_known_meaning_are_no_answer() {
        assert_eq!(yes("maybe"), None);
        assert_eq!(yes(""), None);
        assert_eq!(state("staged"), State::Unknown);
        assert_eq!(principal("customer service"), Principal::Unknown);
        assert_eq!(privileged("tier 1"), None);
    }

    #[test]
    fn states_and_kinds_are_read_in_any_writing() {
        assert_eq!(state("ACTIVE"), State::Active);
        assert_eq!(state("LOCKED_OUT"), State::Active);
        assert_eq!(state("False"), State::Inactive);
        assert_eq!(state("De-activated"), State::Inactive);
        assert_eq!(principal("Service Principal"), Principal::Machine);
        assert_eq!(principal("servicePrincipal"), Principal::Machine);
        assert_eq!(principal("Group"), Principal::Group);
    }

    #[test]
    fn placeholders_name_nobody() {
        for text in [
            "",
            "N/A",
            "Unassigned",
            "00000000-0000-0000-0000-000000000000",
            "?",
        ] {
            assert_eq!(named(text), None, "{text}");
        }
        assert_eq!(named("0042"), Some("0042"));
    }
}

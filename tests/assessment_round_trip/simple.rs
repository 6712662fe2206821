//! Random texts, days and numbers.

use chrono::{Days, NaiveDate};
use idp_assay::assessment::answer::{Duration, Period};
use idp_assay::pack::answer::Unit;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

/// Texts that a careless writer spoils.
const HOSTILE: &[&str] = &[
    "no",
    "Yes",
    "true",
    "null",
    "~",
    "1e3",
    "0x1F",
    "0o17",
    "017",
    "1_000",
    ".5",
    "-",
    "- item",
    "? key",
    "key: value",
    "ends with a colon:",
    "before # after",
    "#start",
    "{open",
    "[open",
    "&anchor",
    "*alias",
    "!tag",
    "!!binary",
    "%directive",
    "@at",
    "`tick`",
    "|",
    ">-",
    "'single'",
    "\"double\"",
    "back\\slash \\n",
    "2026-01-31",
    "12:30:45",
    ".inf",
    ".NaN",
    "<<",
    "=",
    "---",
    "...",
    "a\n---\nb",
    "two\nlines",
    "ends with a break\n",
    "many breaks\n\n\n",
    "\nstarts with a break",
    "  indented\n    more\n",
    "\tstarts with a tab",
    " starts and ends with a space ",
    "carriage\r\nreturn",
    "old\rreturn",
    "next\u{85}line",
    "line\u{2028}and\u{2029}paragraph",
    "\u{feff}mark",
    "bell\u{7} escape\u{1b}[31m",
    "null\u{0}byte",
    "delete\u{7f}",
    "right\u{202e}to left",
    "Zoë Müller, Łukasz, Ελένη, 日本",
    "👩‍👩‍👧 family",
    "e\u{301} combining",
    "\u{1F1E9}\u{1F1EA}",
    "a very long line that goes on and on, with words: many of them, and a # in it, far beyond the \
     width at which a writer of YAML would like to fold it into several lines of text",
];

/// A text that is not blank, which is all that the reader asks for.
pub fn text() -> impl Strategy<Value = String> {
    let hostile = || select(HOSTILE).prop_map(str::to_string);
    let glued = vec(hostile(), 1..4).prop_map(|texts| texts.concat());
    prop_oneof![
        3 => hostile(),
        2 => glued,
        2 => any::<String>(),
        1 => "[ -~\n]{1,200}",
        1 => "[0-9eExX_.+:-]{1,12}",
    ]
    .prop_filter("a text is not blank", |text| !text.trim().is_empty())
}

pub fn as_of() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 20).expect("the day exists")
}

/// A day up to the one that the assessment speaks about.
pub fn day() -> impl Strategy<Value = NaiveDate> {
    (0_u64..9_000).prop_map(|ago| as_of() - Days::new(ago))
}

pub fn period() -> impl Strategy<Value = Period> {
    (day(), 0_u64..1_000).prop_map(|(to, length)| Period {
        from: to - Days::new(length),
        to,
    })
}

pub fn duration() -> impl Strategy<Value = Duration> {
    let units = [
        Unit::Seconds,
        Unit::Minutes,
        Unit::Hours,
        Unit::Days,
        Unit::Months,
        Unit::Years,
    ];
    let amount = prop_oneof![
        (0_u32..10_000).prop_map(f64::from),
        0.0..1e6_f64,
        Just(1e-9),
        Just(1e20),
    ];
    let finite = (amount, select(units.to_vec()))
        .prop_map(|(amount, unit)| Duration::Finite { amount, unit });
    prop_oneof![4 => finite, 1 => Just(Duration::Unlimited)]
}

pub fn percent() -> impl Strategy<Value = f64> {
    prop_oneof![
        (0_u32..=100).prop_map(f64::from),
        0.0..=100.0_f64,
        Just(1e-9),
    ]
}

//! Every id that can be proposed, so that a test can hold it against the questionnaire.
//!
//! A proposal that is not listed here is a defect, and ends a program that is built for tests.

use super::Proposed;
use super::kind::Kind;

/// A field that can be proposed.
#[derive(Debug, Clone, Copy)]
pub struct Field {
    /// Its id.
    pub id: &'static str,
    /// The kinds of document for which it is.
    pub kinds: &'static [Kind],
    /// What it can hold.
    pub holds: Holds,
}

/// What can be proposed for a field.
#[derive(Debug, Clone, Copy)]
pub enum Holds {
    /// One of these options, or several.
    Options(&'static [&'static str]),
    /// Yes or no.
    YesNo,
    /// A day.
    Date,
    /// First and last day.
    Period,
    /// A number.
    Count,
    /// Words.
    Text,
    /// Words, one entry each.
    List,
    /// One of these topics of the crosswalk.
    Topic(&'static [&'static str]),
    /// Rows of these columns.
    Rows(&'static [(&'static str, Holds)]),
}

use Holds::{Count, Date, List, Options, Period, Rows, Text, Topic, YesNo};

const REPORTS: &[Kind] = &[Kind::Soc2T2, Kind::Soc2T1];
const CERTIFICATES: &[Kind] = &[
    Kind::Iso27001,
    Kind::Iso27017,
    Kind::Iso27018,
    Kind::Iso27701,
    Kind::Star2,
];
const LETTERS: &[Kind] = &[Kind::BridgeLetter];
const SUMMARIES: &[Kind] = &[
    Kind::Soc1,
    Kind::Soc3,
    Kind::Star1,
    Kind::Statement,
    Kind::Fedramp,
];

const EXCEPTIONS: &[(&str, Holds)] = &[
    ("criterion", Text),
    ("control", Text),
    ("topic", Topic(super::topic::TOPICS)),
    ("sample", Count),
    ("count", Count),
    ("response", Text),
    ("remedy", Date),
];
const SUBSERVICE: &[(&str, Holds)] = &[
    ("name", Text),
    ("does", Options(&["hosting", "keys", "logging", "support"])),
    ("method", Options(&["carve-out", "inclusive"])),
    ("csocs", YesNo),
];
const OPINIONS: &[&str] = &["unmodified", "qualified", "adverse", "disclaimer"];
const CATEGORIES: &[&str] = &[
    "security",
    "availability",
    "confidentiality",
    "processing-integrity",
    "privacy",
];

/// Every field that can be proposed.
pub const FIELDS: &[Field] = &[
    field("period", &[Kind::Soc2T2], Period),
    field("as-of", &[Kind::Soc2T1], Date),
    field("report-date", REPORTS, Date),
    field("signature", REPORTS, Options(&["complete"])),
    field("opinion", REPORTS, Options(OPINIONS)),
    field("opinion-criteria", REPORTS, List),
    field("emphasis", REPORTS, Text),
    field("categories", REPORTS, Options(CATEGORIES)),
    field("system", REPORTS, List),
    field("assertion", REPORTS, Options(&["present"])),
    field("auditor", REPORTS, Text),
    field("has-exceptions", REPORTS, YesNo),
    field("exceptions", REPORTS, Rows(EXCEPTIONS)),
    field("has-entity-controls", REPORTS, YesNo),
    field("entity-controls", REPORTS, Rows(&[("control", Text)])),
    field("has-subservice", REPORTS, YesNo),
    field("subservice", REPORTS, Rows(SUBSERVICE)),
    field("has-incidents", REPORTS, YesNo),
    field(
        "incidents",
        REPORTS,
        Rows(&[("date", Date), ("what", Text)]),
    ),
    field("points-of-focus", REPORTS, Options(&["revised-2022"])),
    field("edition", CERTIFICATES, Count),
    field("holder", CERTIFICATES, Text),
    field("body", CERTIFICATES, Text),
    field("accredited-by", CERTIFICATES, Text),
    field("number", CERTIFICATES, Text),
    field("issue", CERTIFICATES, Date),
    field("expiry", CERTIFICATES, Date),
    field("last-audit", CERTIFICATES, Date),
    field("scope", CERTIFICATES, Text),
    field("sites", CERTIFICATES, List),
    field("soa-cited", &[Kind::Iso27001], Text),
    field("soa-cited-date", &[Kind::Iso27001], Date),
    field("amendment", &[Kind::Iso27001], YesNo),
    field("signed", LETTERS, Date),
    field("covers", LETTERS, Period),
    field("changes", LETTERS, YesNo),
    field("incidents", LETTERS, YesNo),
    field("date", SUMMARIES, Date),
];

const fn field(id: &'static str, kinds: &'static [Kind], holds: Holds) -> Field {
    Field { id, kinds, holds }
}

/// Whether a value of a field is listed for a kind.
pub(super) fn has(kind: Kind, id: &str, value: &Proposed) -> bool {
    let mut fields = FIELDS.iter();
    fields.any(|field| field.id == id && field.kinds.contains(&kind) && field.holds.has(value))
}

impl Holds {
    fn has(&self, value: &Proposed) -> bool {
        match (self, value) {
            (Options(ids), Proposed::Choice(id)) => ids.contains(id),
            (Options(ids), Proposed::Several(chosen)) => chosen.iter().all(|id| ids.contains(id)),
            (Topic(ids), Proposed::Text(id)) => ids.contains(&id.as_str()),
            (Rows(columns), Proposed::Row(values)) => values.iter().all(|(id, value)| {
                let mut columns = columns.iter();
                columns.any(|(column, holds)| column == id && holds.has(value))
            }),
            (YesNo, Proposed::YesNo(_))
            | (Date, Proposed::Date(_))
            | (Period, Proposed::Period { .. })
            | (Count, Proposed::Count(_))
            | (Text, Proposed::Text(_))
            | (List, Proposed::List(_)) => true,
            _ => false,
        }
    }
}

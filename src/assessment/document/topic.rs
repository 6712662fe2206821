//! What a document says about one identity topic: a row of the coverage matrix.

use super::{Document, Row, as_one_of, as_several, as_text, as_yes};
use crate::pack::id::TopicId;

/// What a document says about a topic.
#[derive(Debug, Clone, PartialEq)]
pub struct TopicRow<'d> {
    /// The topic.
    pub topic: TopicId,
    /// What the document does about it.
    pub coverage: Coverage,
    /// Number of the control.
    pub control: Option<&'d str>,
    /// How it was tested.
    pub procedure: Option<Procedure>,
    /// Whether the control operated in the period.
    pub occurred: Option<bool>,
    /// Who was in the tested population; none when that is not recorded.
    pub population: Option<Vec<&'d str>>,
    /// Whether the control names its interval in numbers.
    pub interval: Option<bool>,
    /// Whether it stands in the part that the auditor examined.
    pub section: Option<Section>,
}

impl<'d> TopicRow<'d> {
    fn of(row: &'d Row) -> Option<Self> {
        let population = row.get("population").and_then(as_several);
        Some(Self {
            topic: TopicId::new(as_text(row.get("topic")?)?),
            coverage: as_one_of(row.get("coverage")?, Coverage::NAMES)?,
            control: row
                .get("control")
                .and_then(as_text)
                .filter(|control| !control.trim().is_empty()),
            procedure: row
                .get("procedure")
                .and_then(|value| as_one_of(value, Procedure::NAMES)),
            occurred: row.get("occurred").and_then(as_yes),
            population: population.map(|chosen| chosen.iter().map(|id| id.as_str()).collect()),
            interval: row.get("interval").and_then(as_yes),
            section: row
                .get("section")
                .and_then(|value| as_one_of(value, Section::NAMES)),
        })
    }

    /// Whether a control was tested that its number names, in the part that was examined, and in a
    /// period in which it operated; a test by asking alone is one, of half the worth (RF-S-31).
    pub fn is_proof(&self) -> bool {
        self.coverage == Coverage::Tested
            && self.control.is_some()
            && self.occurred != Some(false)
            && self.section != Some(Section::Unaudited)
    }

    /// Whether machine identities were in the tested population; none when that is not recorded.
    pub fn tests_machines(&self) -> Option<bool> {
        let population = self.population.as_ref()?;
        Some(population.contains(&"machines"))
    }
}

/// The rows that a document holds about topics; none when nobody has looked.
pub fn topics(document: &Document) -> Option<Vec<TopicRow<'_>>> {
    let rows = document.rows("topics")?;
    Some(rows.iter().filter_map(TopicRow::of).collect())
}

/// What a document does about a topic, from least to most.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Coverage {
    /// It does not mention it.
    Absent,
    /// It leaves it to another company.
    CarvedOut,
    /// It leaves it to us.
    UserEntity,
    /// It describes or declares it.
    Declared,
    /// A control was tested.
    Tested,
}

impl Coverage {
    /// Names as YAML writes them.
    pub const NAMES: &'static [(&'static str, Self)] = &[
        ("tested", Self::Tested),
        ("declared", Self::Declared),
        ("carved-out", Self::CarvedOut),
        ("user-entity", Self::UserEntity),
        ("absent", Self::Absent),
    ];
}

/// How a control was tested, from weak to strong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Procedure {
    /// Asking people.
    Inquiry,
    /// Watching.
    Observation,
    /// Reading records.
    Inspection,
    /// Doing it again.
    Reperformance,
}

impl Procedure {
    /// Names as YAML writes them.
    pub const NAMES: &'static [(&'static str, Self)] = &[
        ("reperformance", Self::Reperformance),
        ("inspection", Self::Inspection),
        ("observation", Self::Observation),
        ("inquiry", Self::Inquiry),
    ];
}

/// Part of a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Section {
    /// The auditor examined it.
    Examined,
    /// The auditor gives no opinion on it.
    Unaudited,
}

impl Section {
    /// Names as YAML writes them.
    pub const NAMES: &'static [(&'static str, Self)] =
        &[("examined", Self::Examined), ("unaudited", Self::Unaudited)];
}

//! Where the residual risk comes from: by domain, by whose identities, by control.
//!
//! Every printed tenth belongs to one control and one part of its gap, so all tables of this
//! report add up to the printed score.

use std::collections::BTreeMap;

use serde::Serialize;

use super::{Material, print, terms};
use crate::pack::id::ControlId;
use crate::pack::model::{Control, Domain, Subject};
use crate::score::Score;
use crate::score::driver::Driver;
use crate::score::gate::GateState;
use crate::score::round::to_tenths;
use crate::words::{Words, say};

/// Domains and drivers.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Drivers {
    /// Domains, the worst first.
    pub domains: Vec<Bar>,
    /// The same points by whose identities are governed.
    pub subjects: Vec<Share>,
    /// Controls that print more than nothing, the worst first.
    pub rows: Vec<DriverRow>,
    /// How many controls add less than a printed tenth.
    pub silent: Option<String>,
    /// Points that stay with a perfect vendor.
    pub irreducible: String,
    /// The printed score.
    pub total: String,
}

/// A bar of the figure, in points.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Bar {
    /// Name of the domain.
    pub title: String,
    /// Points of the domain.
    pub points: String,
    /// Points of what is known to be absent.
    pub not_implemented: String,
    /// Points of what is claimed and not proven.
    pub not_proven: String,
    /// Points of what is open.
    pub open: String,
}

/// Points with a name.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Share {
    /// The name.
    pub title: String,
    /// The points.
    pub points: String,
}

/// What a control adds.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct DriverRow {
    /// Id of the control.
    pub control: String,
    /// What is in place when it is.
    pub title: String,
    /// Name of its domain.
    pub domain: String,
    /// Points it adds.
    pub points: String,
    /// Points for what is known to be absent.
    pub not_implemented: String,
    /// Points for what is claimed and not proven.
    pub not_proven: String,
    /// Points for what is open.
    pub open: String,
    /// Credited effectiveness, 0 to 1.
    pub credited: String,
    /// How its gate stands, for a knock-out.
    pub gate: Option<String>,
    /// What would help most: implement, prove or answer.
    pub remedy: &'static str,
    /// What would help most, in words.
    pub remedy_name: String,
}

/// Tenths of points of a control, in whole and by part.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tenths {
    /// What it adds.
    pub points: i64,
    /// Known to be absent.
    pub not_implemented: i64,
    /// Claimed and not proven.
    pub not_proven: i64,
    /// Open.
    pub open: i64,
}

/// The score in printed tenths, dealt out by largest remainder.
#[derive(Debug, Clone, PartialEq)]
pub struct Printed {
    /// What stays with a perfect vendor.
    pub irreducible: i64,
    controls: BTreeMap<ControlId, Tenths>,
}

impl Printed {
    /// The tenths of a control; none of them when it does not count.
    pub fn of(&self, control: &ControlId) -> Tenths {
        self.controls.get(control).copied().unwrap_or_default()
    }
}

/// Deals out the printed `total` over the drivers and the irreducible part.
pub fn printed(score: &Score, total: f64) -> Printed {
    let points: Vec<f64> = [score.residual.irreducible]
        .into_iter()
        .chain(score.drivers.iter().map(|driver| driver.points))
        .collect();
    let mut tenths = to_tenths(&points, total).into_iter().map(whole);
    Printed {
        irreducible: tenths.next().unwrap_or_default(),
        controls: score
            .drivers
            .iter()
            .zip(tenths)
            .map(|(driver, points)| (driver.control.clone(), split(driver, points)))
            .collect(),
    }
}

fn whole(tenths: f64) -> i64 {
    (tenths * 10.0).round() as i64
}

/// Deals out the tenths of a control over the parts of its gap.
fn split(driver: &Driver, points: i64) -> Tenths {
    let parts = [driver.not_implemented, driver.not_proven, driver.open];
    let parts = to_tenths(&parts, points as f64 / 10.0);
    Tenths {
        points,
        not_implemented: whole(parts[0]),
        not_proven: whole(parts[1]),
        open: whole(parts[2]),
    }
}

impl Tenths {
    fn plus(self, other: Self) -> Self {
        Self {
            points: self.points + other.points,
            not_implemented: self.not_implemented + other.not_implemented,
            not_proven: self.not_proven + other.not_proven,
            open: self.open + other.open,
        }
    }

    fn remedy(self) -> Remedy {
        if self.open > self.not_implemented && self.open > self.not_proven {
            Remedy::Answer
        } else if self.not_proven > self.not_implemented {
            Remedy::Prove
        } else {
            Remedy::Implement
        }
    }
}

/// What would help most.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Remedy {
    Implement,
    Prove,
    Answer,
}

impl Remedy {
    /// Its id, as in JSON.
    fn id(self) -> &'static str {
        match self {
            Self::Implement => "implement",
            Self::Prove => "prove",
            Self::Answer => "answer",
        }
    }

    fn name(self, words: &Words) -> String {
        match self {
            Self::Implement => say!(words, "remedy-implement"),
            Self::Prove => say!(words, "remedy-prove"),
            Self::Answer => say!(words, "remedy-answer"),
        }
    }
}

/// Writes down domains and drivers.
pub fn drivers(material: &Material) -> Drivers {
    let domains = bars(material);
    let rows = driver_rows(material);
    let count = material.score().drivers.len() - rows.len();
    Drivers {
        silent: (count > 0).then(|| say!(material.words, "drivers-silent", count)),
        subjects: subjects(material),
        irreducible: print::tenths(material.words, material.printed.irreducible),
        total: material.points(material.score().residual.point),
        domains,
        rows,
    }
}

/// The controls that print more than nothing, the worst first.
pub fn driver_rows(material: &Material) -> Vec<DriverRow> {
    let drivers = material.score().drivers.iter();
    drivers
        .filter_map(|driver| {
            let tenths = material.printed.of(&driver.control);
            let control = material.pack.model.control(&driver.control)?;
            (tenths.points > 0).then(|| row(material, control, tenths))
        })
        .collect()
}

fn row(material: &Material, control: &Control, tenths: Tenths) -> DriverRow {
    let result = material.score().control(&control.id);
    DriverRow {
        control: control.id.to_string(),
        title: control.title.clone(),
        domain: material.domain_title(control),
        points: print::tenths(material.words, tenths.points),
        not_implemented: print::tenths(material.words, tenths.not_implemented),
        not_proven: print::tenths(material.words, tenths.not_proven),
        open: print::tenths(material.words, tenths.open),
        credited: result.map_or_else(String::new, |result| {
            print::two_decimals(material.words, result.readings.credited)
        }),
        gate: material
            .gate(&control.id)
            .map(|state| gate_word(material.words, state)),
        remedy: tenths.remedy().id(),
        remedy_name: tenths.remedy().name(material.words),
    }
}

/// How a gate stands, in a word.
pub fn gate_word(words: &Words, state: GateState) -> String {
    match state {
        GateState::Passed => say!(words, "gate-passed"),
        GateState::Open => say!(words, "gate-open"),
        GateState::Failed => say!(words, "gate-failed"),
    }
}

fn bars(material: &Material) -> Vec<Bar> {
    let of_domain = |domain: &Domain| sum(material, |control| control.domain == domain.id);
    let mut bars: Vec<(Tenths, &str)> = material
        .pack
        .model
        .domains
        .iter()
        .map(|domain| (of_domain(domain), domain.title.as_str()))
        .collect();
    bars.sort_by(|a, b| b.0.points.cmp(&a.0.points).then_with(|| a.1.cmp(b.1)));
    bars.into_iter()
        .map(|(tenths, title)| Bar {
            title: title.to_owned(),
            points: print::tenths(material.words, tenths.points),
            not_implemented: print::tenths(material.words, tenths.not_implemented),
            not_proven: print::tenths(material.words, tenths.not_proven),
            open: print::tenths(material.words, tenths.open),
        })
        .collect()
}

fn subjects(material: &Material) -> Vec<Share> {
    [Subject::Nhi, Subject::Human, Subject::Platform]
        .into_iter()
        .map(|subject| Share {
            title: terms::subject(material.words, subject),
            points: print::tenths(
                material.words,
                sum(material, |control| control.subject == subject).points,
            ),
        })
        .collect()
}

fn sum(material: &Material, wanted: impl Fn(&Control) -> bool) -> Tenths {
    let controls = material.pack.model.controls.iter();
    controls
        .filter(|control| wanted(control))
        .map(|control| material.printed.of(&control.id))
        .fold(Tenths::default(), Tenths::plus)
}

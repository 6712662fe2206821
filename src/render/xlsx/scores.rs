//! The sheet of the score: the exposure in each reading, and the residual risk that follows.

use std::ops::Range;

use super::Work;
use super::address::row;
use super::cell::{Cell, Column, Sheet, Shown};
use super::controls::{self, all, side};
use crate::pack::id::DomainId;
use crate::pack::model::{BlastDimension, Control};
use crate::score::ControlResult;
use crate::score::exposure::{self, TermSource};

const NAME: &str = "Scores";
const ABOUT: &str = "The model recomputed from the sheet Controls: exposures add up to H, V = 1 - exp(-H), R = 100 I V. An index, not a probability and not money.";
const COLUMNS: &[Column] = &[
    ("Quantity", 46.0),
    ("Budget", 12.0),
    ("Low: every claim true", 14.0),
    ("If answered well", 14.0),
    ("Headline: as evidenced", 14.0),
    ("High: independent only", 14.0),
];

/// Words of the rows.
const IRREDUCIBLE: &str = "Exposure that stays with a perfect vendor";
const SIDES: &str = "Blast radius, side";
const BLAST: &str = "Blast radius: scope, duration and reuse together";
const KNOCK_OUTS: &str = "Knock-outs, each on its own";
const EXPOSURE: &str = "Exposure H";
const FRACTION: &str = "Exposure fraction V";
const INHERENT: &str = "Inherent risk I";
const RESIDUAL: &str = "Residual risk R, points";
const PERFECT: &str = "Residual risk with a perfect vendor, points";
const COVERAGE: &str = "Coverage: answered share of the budget";
const CONFIDENCE: &str = "Confidence";
const BAND: &str = "Band of the residual risk";

/// The columns of the readings, in the order of [`controls::READINGS`].
const READINGS: [char; 4] = ['C', 'D', 'E', 'F'];
/// The column of the headline.
const HEADLINE: char = 'E';

/// The headline in a row of this sheet.
pub fn cell(at: usize) -> String {
    super::address::cell(NAME, HEADLINE, at)
}

/// What the program comes to, and where it stands here.
pub struct Layout<'a> {
    work: &'a Work<'a>,
    layout: exposure::Layout<'a>,
    gaps: [Vec<f64>; 4],
    domains: Vec<&'a DomainId>,
    sides: Vec<BlastDimension>,
}

/// What a control adds to the exposure, by where it does.
pub struct Parts {
    pub domain: f64,
    pub blast: f64,
    pub knock_out: f64,
}

impl Parts {
    /// All of it.
    pub fn sum(&self) -> f64 {
        self.domain + self.blast + self.knock_out
    }
}

impl<'a> Layout<'a> {
    /// Lays out the live controls.
    pub fn new(work: &'a Work<'a>) -> Self {
        let (model, results) = (&work.pack.model, &work.result.score.controls);
        let live: Vec<&Control> = results
            .iter()
            .filter_map(|result| model.control(&result.control))
            .collect();
        let gaps = |reading: fn(&ControlResult) -> f64| {
            results.iter().map(|result| 1.0 - reading(result)).collect()
        };
        let mut domains: Vec<&DomainId> = live.iter().map(|control| &control.domain).collect();
        domains.sort();
        domains.dedup();
        let sides = [
            BlastDimension::Scope,
            BlastDimension::Duration,
            BlastDimension::Reuse,
        ];
        let bounded = |side: &BlastDimension| live.iter().any(|c| c.blast == Some(*side));
        Self {
            work,
            sides: sides.into_iter().filter(bounded).collect(),
            layout: exposure::Layout::new(model, live),
            gaps: [
                gaps(|result| result.readings.at_best),
                gaps(|result| result.readings.if_answered),
                gaps(|result| result.readings.credited),
                gaps(|result| result.readings.independent),
            ],
            domains,
        }
    }

    /// How many sides of the blast radius any control bounds.
    pub fn sides(&self) -> usize {
        self.sides.len()
    }

    /// The term of a domain in the headline.
    pub fn domain(&self, id: &DomainId) -> String {
        let at = self.domains.iter().position(|domain| *domain == id);
        cell(1 + at.unwrap_or(0))
    }

    /// The row of the blast radius as a whole.
    pub fn blast_row(&self) -> usize {
        1 + self.domains.len() + self.sides.len()
    }

    /// What a control adds to the headline.
    pub fn parts(&self, control: &Control) -> Parts {
        let shape = &self.work.pack.model.shape;
        let result = self.work.result.score.control(&control.id);
        let gap = result.map_or(0.0, |result| result.readings.gap());
        let own = control.weight * gap.powf(shape.p);
        let of = |is_member: &dyn Fn(&Control) -> bool| {
            let all = self.layout.controls().iter().zip(&self.gaps[2]);
            let members = all.filter(|(control, _)| is_member(control));
            let sum: f64 = members
                .map(|(control, gap)| control.weight * gap.powf(shape.p))
                .sum();
            if sum > 0.0 { own / sum } else { 0.0 }
        };
        let domain = TermSource::Domain(control.domain.clone());
        let blast = control.blast.map_or(0.0, |side| {
            let share = of(&|other| other.blast == Some(side));
            self.term(&TermSource::Blast, 2) / self.sides.len() as f64 * share
        });
        Parts {
            domain: self.term(&domain, 2) * of(&|other| other.domain == control.domain),
            blast,
            knock_out: shape.kappa * control.knockout * gap.powf(shape.q),
        }
    }

    fn term(&self, source: &TermSource, reading: usize) -> f64 {
        let exposure = self.layout.exposure(&self.gaps[reading]);
        let found = exposure.terms.iter().find(|term| term.source == *source);
        found.map_or(0.0, |term| term.value)
    }

    fn knock_outs(&self, reading: usize) -> f64 {
        let terms = self.layout.exposure(&self.gaps[reading]).terms;
        let is_own = |source: &TermSource| matches!(source, TermSource::KnockOut(_));
        terms
            .iter()
            .filter(|term| is_own(&term.source))
            .map(|term| term.value)
            .sum()
    }

    fn all(&self, letter: char) -> String {
        all(self.work, letter)
    }

    /// The weighted power mean of the gaps of those whose column `of` equals `key`.
    fn mean(&self, of: char, key: &str, reading: char) -> String {
        let (keys, weights) = (self.all(of), self.all(controls::WEIGHT));
        let values = self.all(reading);
        format!(
            "(SUMPRODUCT(({keys}={key})*{weights}*ABS(1-{values})^model_p)/SUMIF({keys},{key},{weights}))^(1/model_p)"
        )
    }
}

/// The sheet.
pub fn sheet(work: &Work) -> Sheet {
    let layout = Layout::new(work);
    let mut rows = vec![reading(IRREDUCIBLE, Cell::Empty, |_, _| {
        exact("model_eta0".to_owned(), work.pack.model.shape.eta0)
    })];
    rows.extend(layout.domains.iter().map(|id| domain(&layout, id)));
    rows.extend(layout.sides.iter().map(|of| side_row(&layout, *of)));
    rows.push(blast(&layout));
    rows.push(knock_outs(&layout));
    let names = totals(&layout, &mut rows);
    Sheet {
        names,
        ..Sheet::grid(NAME, ABOUT, COLUMNS, rows)
    }
}

fn exact(text: String, value: f64) -> Cell {
    Cell::Formula(text, value, Shown::Exact)
}

/// A row with a cell for each reading.
fn reading(name: &str, budget: Cell, cell: impl Fn(usize, char) -> Cell) -> Vec<Cell> {
    let mut cells = vec![Cell::text(name), budget];
    cells.extend((0..).zip(READINGS).map(|(at, letter)| cell(at, letter)));
    cells
}

fn domain(layout: &Layout, id: &DomainId) -> Vec<Cell> {
    let model = &layout.work.pack.model;
    let known = model.domain(id);
    let title = known.map_or(id.as_str(), |domain| domain.title.as_str());
    let budget = known.map_or(0.0, |domain| domain.budget);
    let name = format!("budget_{id}");
    let source = TermSource::Domain(id.clone());
    reading(title, exact(name.clone(), budget), |at, _| {
        let key = format!("\"{id}\"");
        let mean = layout.mean(controls::DOMAIN, &key, controls::READINGS[at]);
        exact(format!("{name}*{mean}"), layout.term(&source, at))
    })
}

fn side_row(layout: &Layout, of: BlastDimension) -> Vec<Cell> {
    let name = format!("{SIDES} {}", side(of));
    reading(&name, Cell::Empty, |at, _| {
        let key = format!("\"{}\"", side(of));
        let mean = layout.mean(controls::SIDE, &key, controls::READINGS[at]);
        let value = layout.layout.side(of, &layout.gaps[at]).unwrap_or(0.0);
        exact(mean, value)
    })
}

fn blast(layout: &Layout) -> Vec<Cell> {
    let count = layout.sides.len();
    let (first, last) = (
        row(1 + layout.domains.len()),
        row(layout.domains.len() + count),
    );
    let eta = layout.work.pack.model.shape.eta_blast;
    reading(
        BLAST,
        exact("model_eta_blast".to_owned(), eta),
        |at, letter| {
            let formula = match count {
                0 => "0".to_owned(),
                _ => format!("model_eta_blast*PRODUCT({letter}{first}:{letter}{last})^(1/{count})"),
            };
            exact(formula, layout.term(&TermSource::Blast, at))
        },
    )
}

fn knock_outs(layout: &Layout) -> Vec<Cell> {
    let kappa = layout.work.pack.model.shape.kappa;
    reading(
        KNOCK_OUTS,
        exact("model_kappa".to_owned(), kappa),
        |at, _| {
            let multipliers = layout.all(controls::KNOCK_OUT);
            let values = layout.all(controls::READINGS[at]);
            exact(
                format!("model_kappa*SUMPRODUCT({multipliers}*ABS(1-{values})^model_q)"),
                layout.knock_outs(at),
            )
        },
    )
}

/// The rows below the sum, and their names.
fn totals(layout: &Layout, rows: &mut Vec<Vec<Cell>>) -> Vec<(String, char, Range<usize>)> {
    let score = &layout.work.result.score;
    let (first, blast) = (row(0), row(layout.blast_row()));
    let domains = row(layout.domains.len());
    let at = rows.len();
    let hazard = |reading: usize| layout.layout.hazard(&layout.gaps[reading]);
    rows.push(reading(EXPOSURE, Cell::Empty, |of, letter| {
        let knock_outs = blast + 1;
        let sum =
            format!("SUM({letter}{first}:{letter}{domains},{letter}{blast}:{letter}{knock_outs})");
        exact(sum, hazard(of))
    }));
    rows.push(reading(FRACTION, Cell::Empty, |of, letter| {
        exact(
            format!("1-EXP(-{letter}{})", row(at)),
            1.0 - (-hazard(of)).exp(),
        )
    }));
    rows.push(reading(INHERENT, Cell::Empty, |_, _| {
        exact("inherent".to_owned(), score.inherent.risk)
    }));
    let residual = &score.residual;
    let residuals = [residual.low, residual.open, residual.point, residual.high];
    rows.push(reading(RESIDUAL, Cell::Empty, |of, letter| {
        let (v, i) = (row(at + 1), row(at + 2));
        exact(format!("100*{letter}{v}*{letter}{i}"), residuals[of])
    }));
    let headline = |name: &str, cell: Cell| {
        let empty = || Cell::Empty;
        vec![Cell::text(name), empty(), empty(), empty(), cell, empty()]
    };
    let perfect = "100*inherent*(1-EXP(-model_eta0))".to_owned();
    rows.push(headline(PERFECT, exact(perfect, residual.irreducible)));
    let (budget, answered) = (layout.all(controls::BUDGET), layout.all(controls::ANSWERED));
    let coverage = format!("SUMPRODUCT({budget},{answered})/SUM({budget})");
    rows.push(headline(COVERAGE, exact(coverage, score.ruling.coverage)));
    let (best, credited) = (layout.all('G'), layout.all(controls::CREDITED));
    let unsure = format!("1-SUMPRODUCT({budget}*({best}-{credited}))/SUM({budget})");
    rows.push(headline(CONFIDENCE, exact(unsure, score.ruling.confidence)));
    let (model, point) = (&layout.work.pack.model, residual.point);
    let reached = model.bands.iter().rev().find(|edge| edge.from <= point);
    let band = reached.map_or("", |edge| edge.band.name());
    let lookup = "LOOKUP(residual,band_edges,band_names)".to_owned();
    rows.push(headline(BAND, Cell::TextFormula(lookup, band.to_owned())));
    let named = |name: &str, letter, row| (name.to_owned(), letter, row..row + 1);
    vec![
        named("exposure", HEADLINE, at),
        named("exposure_fraction", HEADLINE, at + 1),
        named("residual_low", READINGS[0], at + 3),
        named("residual_open", READINGS[1], at + 3),
        named("residual", HEADLINE, at + 3),
        named("residual_high", READINGS[3], at + 3),
        named("irreducible", HEADLINE, at + 4),
        named("coverage", HEADLINE, at + 5),
        named("confidence", HEADLINE, at + 6),
        named("band", HEADLINE, at + 7),
    ]
}

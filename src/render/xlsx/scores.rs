//! The sheet of the score: the exposure in each reading, and the residual risk that follows.

use std::ops::Range;

use super::Work;
use super::address::row;
use super::cell::{Cell, Column, Sheet, Shown};
use super::controls::{self, all};
use crate::pack::id::DomainId;
use crate::pack::model::{BlastDimension, Control};
use crate::report::terms;
use crate::score::ControlResult;
use crate::score::exposure::{self, TermSource};
use crate::words::{Words, say};

/// Heads of the columns, with their widths in characters.
fn columns(words: &Words) -> Vec<Column> {
    vec![
        (say!(words, "col-quantity"), 46.0),
        (say!(words, "col-budget"), 12.0),
        (say!(words, "col-low-every-claim-true"), 14.0),
        (say!(words, "col-if-answered-well"), 14.0),
        (say!(words, "col-headline-as-evidenced"), 14.0),
        (say!(words, "col-high-independent-only"), 14.0),
    ]
}

/// The columns of the readings, in the order of [`controls::READINGS`].
const READINGS: [char; 4] = ['C', 'D', 'E', 'F'];
/// The column of the headline.
const HEADLINE: char = 'E';

/// The headline in a row of this sheet.
pub fn cell(words: &Words, at: usize) -> String {
    super::address::cell(&say!(words, "sheet-scores"), HEADLINE, at)
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
        cell(self.work.words, 1 + at.unwrap_or(0))
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
    let (layout, words) = (Layout::new(work), work.words);
    let mut rows = vec![reading(
        say!(words, "score-irreducible"),
        Cell::Empty,
        |_, _| exact("model_eta0".to_owned(), work.pack.model.shape.eta0),
    )];
    rows.extend(layout.domains.iter().map(|id| domain(&layout, id)));
    rows.extend(layout.sides.iter().map(|of| side_row(&layout, *of)));
    rows.push(blast(&layout));
    rows.push(knock_outs(&layout));
    let names = totals(&layout, &mut rows);
    Sheet {
        names,
        ..Sheet::grid(
            (say!(words, "sheet-scores"), say!(words, "about-scores")),
            columns(words),
            rows,
        )
    }
}

fn exact(text: String, value: f64) -> Cell {
    Cell::Formula(text, value, Shown::Exact)
}

/// A row with a cell for each reading.
fn reading(name: String, budget: Cell, cell: impl Fn(usize, char) -> Cell) -> Vec<Cell> {
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
    reading(title.to_owned(), exact(name.clone(), budget), |at, _| {
        let key = format!("\"{id}\"");
        let mean = layout.mean(controls::DOMAIN, &key, controls::READINGS[at]);
        exact(format!("{name}*{mean}"), layout.term(&source, at))
    })
}

fn side_row(layout: &Layout, of: BlastDimension) -> Vec<Cell> {
    let words = layout.work.words;
    let side = terms::dimension(words, of);
    reading(
        say!(words, "score-side", side = &side),
        Cell::Empty,
        |at, _| {
            let key = format!("\"{side}\"");
            let mean = layout.mean(controls::SIDE, &key, controls::READINGS[at]);
            let value = layout.layout.side(of, &layout.gaps[at]).unwrap_or(0.0);
            exact(mean, value)
        },
    )
}

fn blast(layout: &Layout) -> Vec<Cell> {
    let count = layout.sides.len();
    let (first, last) = (
        row(1 + layout.domains.len()),
        row(layout.domains.len() + count),
    );
    let eta = layout.work.pack.model.shape.eta_blast;
    reading(
        say!(layout.work.words, "score-blast"),
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
        say!(layout.work.words, "score-knock-outs"),
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
    let (score, words) = (&layout.work.result.score, layout.work.words);
    let (first, blast) = (row(0), row(layout.blast_row()));
    let domains = row(layout.domains.len());
    let at = rows.len();
    let hazard = |reading: usize| layout.layout.hazard(&layout.gaps[reading]);
    rows.push(reading(
        say!(words, "score-exposure"),
        Cell::Empty,
        |of, letter| {
            let knock_outs = blast + 1;
            let sum = format!(
                "SUM({letter}{first}:{letter}{domains},{letter}{blast}:{letter}{knock_outs})"
            );
            exact(sum, hazard(of))
        },
    ));
    rows.push(reading(
        say!(words, "score-fraction"),
        Cell::Empty,
        |of, letter| {
            exact(
                format!("1-EXP(-{letter}{})", row(at)),
                1.0 - (-hazard(of)).exp(),
            )
        },
    ));
    rows.push(reading(
        say!(words, "score-inherent"),
        Cell::Empty,
        |_, _| exact("inherent".to_owned(), score.inherent.risk),
    ));
    let residual = &score.residual;
    let residuals = [residual.low, residual.open, residual.point, residual.high];
    rows.push(reading(
        say!(words, "score-residual"),
        Cell::Empty,
        |of, letter| {
            let (v, i) = (row(at + 1), row(at + 2));
            exact(format!("100*{letter}{v}*{letter}{i}"), residuals[of])
        },
    ));
    let headline = |name: String, cell: Cell| {
        let empty = || Cell::Empty;
        vec![Cell::text(name), empty(), empty(), empty(), cell, empty()]
    };
    let perfect = "100*inherent*(1-EXP(-model_eta0))".to_owned();
    rows.push(headline(
        say!(words, "score-perfect"),
        exact(perfect, residual.irreducible),
    ));
    let (budget, answered) = (layout.all(controls::BUDGET), layout.all(controls::ANSWERED));
    let coverage = format!("SUMPRODUCT({budget},{answered})/SUM({budget})");
    rows.push(headline(
        say!(words, "score-coverage"),
        exact(coverage, score.ruling.coverage),
    ));
    let (best, credited) = (layout.all('G'), layout.all(controls::CREDITED));
    let unsure = format!("1-SUMPRODUCT({budget}*({best}-{credited}))/SUM({budget})");
    rows.push(headline(
        say!(words, "score-confidence"),
        exact(unsure, score.ruling.confidence),
    ));
    let (model, point) = (&layout.work.pack.model, residual.point);
    let reached = model.bands.iter().rev().find(|edge| edge.from <= point);
    let band = reached.map_or_else(String::new, |edge| terms::band(words, edge.band));
    let lookup = "LOOKUP(residual,band_edges,band_names)".to_owned();
    rows.push(headline(
        say!(words, "score-band"),
        Cell::TextFormula(lookup, band),
    ));
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

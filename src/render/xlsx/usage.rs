//! The sheet of our own use: from its inputs to the inherent risk.

use super::Work;
use super::address::row;
use super::cell::{Cell, Column, Sheet, Shown};
use crate::pack::model::Factor;
use crate::pack::question::ContextInput;
use crate::source::names::name_of;

const NAME: &str = "Use";
const ABOUT: &str = "What we use the provider for, and the inherent risk I = 1 - exp(-J) that follows (docs/scoring.md 1). An input that is open counts as the worst.";
const COLUMNS: &[Column] = &[
    ("Input", 44.0),
    ("Given", 12.0),
    ("Counted, 0 to 1", 12.0),
    ("Weight", 12.0),
    ("Points of the inherent risk", 14.0),
];

/// Words of the rows.
const SUM: &str = "Sum J";
const RISK: &str = "Inherent risk I";

fn title(input: ContextInput) -> &'static str {
    match input {
        ContextInput::Data => "Sensitivity of the data reached",
        ContextInput::Criticality => "Criticality of sign-in",
        ContextInput::Regulatory => "Regulatory duties",
        ContextInput::NhiCount => "Number of machine identities",
        ContextInput::Cicd => "Reach into build and deployment",
        ContextInput::Scope => "Blast radius: privilege reach",
        ContextInput::Duration => "Blast radius: time a stolen credential stays useful",
        ContextInput::Reuse => "Blast radius: systems that share a credential or trust",
    }
}

/// The name of the weight of a factor.
pub fn weight(factor: Factor) -> &'static str {
    match factor {
        Factor::Data => "beta_data",
        Factor::Criticality => "beta_criticality",
        Factor::Regulatory => "beta_regulatory",
        Factor::Nhi => "beta_nhi",
        Factor::Cicd => "beta_cicd",
        Factor::Blast => "beta_blast",
    }
}

/// The sheet.
pub fn sheet(work: &Work) -> Sheet {
    let inherent = &work.result.score.inherent;
    let inputs = ContextInput::NAMES.len();
    let (sum, risk) = (row(inputs), row(inputs + 1));
    let beta = &work.pack.model.inherent.beta;
    let mut rows: Vec<Vec<Cell>> = vec![];
    for (at, part) in inherent.parts.iter().enumerate() {
        let (n, factor) = (row(at), part.input.factor());
        let counted = match part.input {
            ContextInput::NhiCount => format!("LOG10(1+MAX(0,B{n}))/nhi_log10_full"),
            _ => format!("MAX(0,B{n})"),
        };
        let term = match factor {
            Factor::Blast => format!("{}/3", blast()),
            _ => format!("C{n}"),
        };
        let name = weight(factor);
        let weight = beta.get(&factor).copied().unwrap_or(0.0);
        let shown = match part.input {
            ContextInput::NhiCount => Shown::Count,
            _ => Shown::Level,
        };
        rows.push(vec![
            Cell::text(title(part.input)),
            Cell::Input(part.given, shown),
            Cell::Formula(
                format!("IF(ISNUMBER(B{n}),MIN(1,{counted}),1)"),
                part.counted,
                Shown::Exact,
            ),
            Cell::Formula(name.to_owned(), weight, Shown::Level),
            Cell::Formula(
                format!("IF($C${sum}=0,0,100*$C${risk}*{name}*{term}/$C${sum})"),
                part.points,
                Shown::Points,
            ),
        ]);
    }
    rows.push(line(SUM, total(), -(1.0 - inherent.risk).ln()));
    rows.push(line(RISK, format!("1-EXP(-C{sum})"), inherent.risk));
    Sheet {
        names: vec![("inherent".to_owned(), 'C', inputs + 1..inputs + 2)],
        ..Sheet::grid(NAME, ABOUT, COLUMNS, rows)
    }
}

fn line(name: &str, formula: String, value: f64) -> Vec<Cell> {
    let cell = Cell::Formula(formula, value, Shown::Exact);
    vec![
        Cell::text(name),
        Cell::Empty,
        cell,
        Cell::Empty,
        Cell::Empty,
    ]
}

/// The row of an input, as formulas count it.
fn at(input: ContextInput) -> usize {
    let known = ContextInput::NAMES.iter();
    let mut known = known.map(|(name, _)| *name);
    let name = name_of(ContextInput::NAMES, input);
    row(known.position(|known| known == name).unwrap_or(0))
}

/// The geometric mean of the sides of the blast radius.
fn blast() -> String {
    let [scope, duration, reuse] = [
        ContextInput::Scope,
        ContextInput::Duration,
        ContextInput::Reuse,
    ]
    .map(at);
    format!("($C${scope}*$C${duration}*$C${reuse})^(1/3)")
}

fn total() -> String {
    let single = [
        ContextInput::Data,
        ContextInput::Criticality,
        ContextInput::Regulatory,
        ContextInput::NhiCount,
        ContextInput::Cicd,
    ];
    let mut terms: Vec<String> = single
        .map(|input| format!("{}*C{}", weight(input.factor()), at(input)))
        .to_vec();
    terms.push(format!("{}*{}", weight(Factor::Blast), blast()));
    terms.join("+")
}

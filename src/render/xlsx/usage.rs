//! The sheet of our own use: from its inputs to the inherent risk.

use super::Work;
use super::address::row;
use super::cell::{Cell, Column, Sheet, Shown};
use crate::pack::model::Factor;
use crate::pack::question::ContextInput;
use crate::source::names::name_of;
use crate::words::{Words, say};

/// Heads of the columns, with their widths in characters.
fn columns(words: &Words) -> Vec<Column> {
    vec![
        (say!(words, "col-input"), 44.0),
        (say!(words, "col-given"), 12.0),
        (say!(words, "col-counted-0-to-1"), 12.0),
        (say!(words, "col-weight"), 12.0),
        (say!(words, "col-points-of-the-inherent-risk"), 14.0),
    ]
}

fn title(words: &Words, input: ContextInput) -> String {
    match input {
        ContextInput::Data => say!(words, "use-data"),
        ContextInput::Criticality => say!(words, "use-criticality"),
        ContextInput::Regulatory => say!(words, "use-regulatory"),
        ContextInput::NhiCount => say!(words, "use-identities"),
        ContextInput::Cicd => say!(words, "use-build"),
        ContextInput::Scope => say!(words, "use-scope"),
        ContextInput::Duration => say!(words, "use-duration"),
        ContextInput::Reuse => say!(words, "use-reuse"),
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
    let words = work.words;
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
            Cell::text(title(words, part.input)),
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
    rows.push(line(
        say!(words, "use-sum"),
        total(),
        -(1.0 - inherent.risk).ln(),
    ));
    rows.push(line(
        say!(words, "score-inherent"),
        format!("1-EXP(-C{sum})"),
        inherent.risk,
    ));
    Sheet {
        names: vec![("inherent".to_owned(), 'C', inputs + 1..inputs + 2)],
        ..Sheet::grid(
            (say!(words, "sheet-usage"), say!(words, "about-usage")),
            columns(words),
            rows,
        )
    }
}

fn line(name: String, formula: String, value: f64) -> Vec<Cell> {
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

//! The sheet of the model's parameters: each with the name that formulas call it by.

use std::ops::Range;

use super::cell::{Cell, Column, Sheet, Shown};
use super::usage::weight;
use crate::pack::Pack;
use crate::pack::model::{EvidenceKind, Model, Relevance};
use crate::source::names::name_of;

const NAME: &str = "Model";
const ABOUT: &str = "Parameters of the scoring model. Those with a name drive the formulas; those without went into the credibilities, which are inputs of the program.";
const COLUMNS: &[Column] = &[
    ("Parameter", 54.0),
    ("Value", 12.0),
    ("Name in formulas", 24.0),
    ("Source", 90.0),
];

/// A parameter: what it is, its value, its name in formulas, the key of its source.
type Row = (String, Cell, String, String);

/// The sheet.
pub fn sheet(pack: &Pack) -> Sheet {
    let model = &pack.model;
    let mut rows = shape(model);
    rows.extend(inherent(model));
    rows.extend(domains(model));
    let first_band = rows.len();
    let bands = model.bands.iter();
    rows.extend(bands.map(|edge| {
        let from = Cell::Number(edge.from, Shown::Plain);
        (
            edge.band.name().to_owned(),
            from,
            String::new(),
            "bands".to_owned(),
        )
    }));
    rows.extend(evidence(model));
    let names = rows.iter().enumerate();
    let names = names.filter(|(_, row)| !row.2.is_empty());
    let mut names: Vec<(String, char, Range<usize>)> = names
        .map(|(at, row)| (row.2.clone(), 'B', at..at + 1))
        .collect();
    let bands = first_band..first_band + model.bands.len();
    names.push(("band_edges".to_owned(), 'B', bands.clone()));
    names.push(("band_names".to_owned(), 'A', bands));
    let rows = rows.into_iter().map(|(title, value, name, key)| {
        let source = source(model, &key);
        vec![Cell::text(title), value, Cell::text(name), source]
    });
    Sheet {
        names,
        ..Sheet::grid(NAME, ABOUT, COLUMNS, rows.collect())
    }
}

fn source(model: &Model, key: &str) -> Cell {
    let mut key = key;
    loop {
        if let Some(source) = model.sources.get(key) {
            return Cell::text(source.trim());
        }
        match key.rsplit_once('.') {
            Some((wider, _)) => key = wider,
            None => return Cell::Empty,
        }
    }
}

fn named(title: &str, value: f64, name: &str, key: &str) -> Row {
    (
        title.to_owned(),
        Cell::Input(Some(value), Shown::Plain),
        name.to_owned(),
        key.to_owned(),
    )
}

fn given(title: String, value: f64, key: &str) -> Row {
    let value = Cell::Number(value, Shown::Plain);
    (title, value, String::new(), key.to_owned())
}

fn shape(model: &Model) -> Vec<Row> {
    let shape = &model.shape;
    vec![
        named(
            "Exponent of the power mean in a domain",
            shape.p,
            "model_p",
            "shape.p",
        ),
        named("Exponent of a knock-out", shape.q, "model_q", "shape.q"),
        named(
            "Exposure of one absent knock-out",
            shape.kappa,
            "model_kappa",
            "shape.kappa",
        ),
        named(
            "Exposure that stays with a perfect vendor",
            shape.eta0,
            "model_eta0",
            "shape.eta0",
        ),
        named(
            "Budget of the blast radius",
            shape.eta_blast,
            "model_eta_blast",
            "shape.eta_blast",
        ),
        named(
            "Credited effectiveness below which a knock-out fails",
            model.limits.gate_effectiveness,
            "gate_effectiveness",
            "limits.gate_effectiveness",
        ),
    ]
}

fn inherent(model: &Model) -> Vec<Row> {
    let mut rows: Vec<Row> = model
        .inherent
        .beta
        .iter()
        .map(|(&factor, &beta)| {
            let name = weight(factor);
            let title = format!("Weight of a factor of the inherent risk: {name}");
            named(&title, beta, name, "inherent.beta")
        })
        .collect();
    rows.push(named(
        "Machine identities that count as 1, as a power of ten",
        model.inherent.nhi_log10_full,
        "nhi_log10_full",
        "inherent.nhi_log10_full",
    ));
    rows
}

fn domains(model: &Model) -> Vec<Row> {
    let each = model.domains.iter();
    each.map(|domain| {
        let title = format!("Budget: {}", domain.title);
        named(
            &title,
            domain.budget,
            &format!("budget_{}", domain.id),
            "domains",
        )
    })
    .collect()
}

fn evidence(model: &Model) -> Vec<Row> {
    let evidence = &model.evidence;
    let mut rows: Vec<Row> = vec![];
    for (&kind, rung) in &evidence.ladder {
        let name = name_of(EvidenceKind::NAMES, kind);
        let key = format!("evidence.ladder.{name}");
        rows.push(given(
            format!("Credibility: {name}"),
            rung.credibility,
            &key,
        ));
        rows.push(given(
            format!("Independence: {name}"),
            rung.independence,
            &key,
        ));
        let ages = [
            ("Grace", rung.grace_months),
            ("Half-life", rung.half_life_months),
        ];
        for (word, months) in ages {
            if let Some(months) = months {
                rows.push(given(format!("{word} in months: {name}"), months, &key));
            }
        }
    }
    for (&relevance, &share) in &evidence.relevance {
        let name = name_of(Relevance::NAMES, relevance);
        rows.push(given(
            format!("Relevance: {name}"),
            share,
            "evidence.relevance",
        ));
    }
    rows
}

//! The sheet of the model's parameters: each with the name that formulas call it by.

use std::ops::Range;

use super::Work;
use super::cell::{Cell, Column, Sheet, Shown};
use super::usage::weight;
use crate::pack::model::{EvidenceKind, Model, Relevance};
use crate::report::terms;
use crate::source::names::name_of;
use crate::words::{Words, say};

/// Heads of the columns, with their widths in characters.
fn columns(words: &Words) -> Vec<Column> {
    vec![
        (say!(words, "col-parameter"), 54.0),
        (say!(words, "col-value"), 12.0),
        (say!(words, "col-name-in-formulas"), 24.0),
        (say!(words, "col-source"), 90.0),
    ]
}

/// A parameter: what it is, its value, its name in formulas, the key of its source.
type Row = (String, Cell, String, String);

/// The sheet.
pub fn sheet(work: &Work) -> Sheet {
    let (model, words) = (&work.pack.model, work.words);
    let mut rows = shape(words, model);
    rows.extend(inherent(words, model));
    rows.extend(domains(words, model));
    let first_band = rows.len();
    let bands = model.bands.iter();
    rows.extend(bands.map(|edge| {
        let from = Cell::Number(edge.from, Shown::Plain);
        (
            terms::band(words, edge.band),
            from,
            String::new(),
            "bands".to_owned(),
        )
    }));
    rows.extend(evidence(words, model));
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
        ..Sheet::grid(
            (say!(words, "sheet-model"), say!(words, "about-model")),
            columns(words),
            rows.collect(),
        )
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

fn named(title: String, value: f64, name: &str, key: &str) -> Row {
    (
        title,
        Cell::Input(Some(value), Shown::Plain),
        name.to_owned(),
        key.to_owned(),
    )
}

fn given(title: String, value: f64, key: &str) -> Row {
    let value = Cell::Number(value, Shown::Plain);
    (title, value, String::new(), key.to_owned())
}

fn shape(words: &Words, model: &Model) -> Vec<Row> {
    let shape = &model.shape;
    vec![
        named(say!(words, "model-mean"), shape.p, "model_p", "shape.p"),
        named(
            say!(words, "model-knock-out"),
            shape.q,
            "model_q",
            "shape.q",
        ),
        named(
            say!(words, "model-absent"),
            shape.kappa,
            "model_kappa",
            "shape.kappa",
        ),
        named(
            say!(words, "score-irreducible"),
            shape.eta0,
            "model_eta0",
            "shape.eta0",
        ),
        named(
            say!(words, "model-blast"),
            shape.eta_blast,
            "model_eta_blast",
            "shape.eta_blast",
        ),
        named(
            say!(words, "model-gate"),
            model.limits.gate_effectiveness,
            "gate_effectiveness",
            "limits.gate_effectiveness",
        ),
    ]
}

fn inherent(words: &Words, model: &Model) -> Vec<Row> {
    let mut rows: Vec<Row> = model
        .inherent
        .beta
        .iter()
        .map(|(&factor, &beta)| {
            let name = weight(factor);
            let title = say!(words, "model-factor", name);
            named(title, beta, name, "inherent.beta")
        })
        .collect();
    rows.push(named(
        say!(words, "model-identities"),
        model.inherent.nhi_log10_full,
        "nhi_log10_full",
        "inherent.nhi_log10_full",
    ));
    rows
}

fn domains(words: &Words, model: &Model) -> Vec<Row> {
    let each = model.domains.iter();
    each.map(|domain| {
        let title = say!(words, "model-budget", domain = &domain.title);
        named(
            title,
            domain.budget,
            &format!("budget_{}", domain.id),
            "domains",
        )
    })
    .collect()
}

fn evidence(words: &Words, model: &Model) -> Vec<Row> {
    let evidence = &model.evidence;
    let mut rows: Vec<Row> = vec![];
    for (&kind, rung) in &evidence.ladder {
        let name = name_of(EvidenceKind::NAMES, kind);
        let key = format!("evidence.ladder.{name}");
        rows.push(given(
            say!(words, "model-credibility", kind = name),
            rung.credibility,
            &key,
        ));
        rows.push(given(
            say!(words, "model-independence", kind = name),
            rung.independence,
            &key,
        ));
        let ages = [
            (say!(words, "model-grace", kind = name), rung.grace_months),
            (
                say!(words, "model-half-life", kind = name),
                rung.half_life_months,
            ),
        ];
        for (title, months) in ages {
            if let Some(months) = months {
                rows.push(given(title, months, &key));
            }
        }
    }
    for (&relevance, &share) in &evidence.relevance {
        let name = name_of(Relevance::NAMES, relevance);
        rows.push(given(
            say!(words, "model-relevance", relevance = name),
            share,
            "evidence.relevance",
        ));
    }
    rows
}

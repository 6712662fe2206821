//! The parameters of the model with what each sets and where it comes from.

use super::Parameter;
use crate::pack::model::{EvidenceModel, InherentModel, Limits, Model, Shape};
use crate::report::{print, terms};
use crate::words::{Words, say};

/// A number that no text gives.
pub(super) fn judged(words: &Words, name: String, value: String) -> Parameter {
    Parameter {
        name,
        value,
        source: say!(words, "parameter-judgement"),
    }
}

/// The parameters in force, in the order of the model.
pub(super) fn parameters(words: &Words, model: &Model) -> Vec<Parameter> {
    let mut rows = shape(words, &model.shape);
    rows.extend(limits(words, &model.limits));
    rows.extend(evidence(words, &model.evidence));
    rows.extend(inherent(words, &model.inherent));
    rows
}

fn shape(words: &Words, shape: &Shape) -> Vec<Parameter> {
    let number = |value| print::number(words, value);
    vec![
        Parameter {
            name: say!(words, "parameter-domain-exponent"),
            value: number(shape.p),
            source: say!(words, "parameter-domain-exponent-source"),
        },
        Parameter {
            name: say!(words, "parameter-knock-out-exponent"),
            value: number(shape.q),
            source: say!(words, "parameter-knock-out-exponent-source"),
        },
        judged(
            words,
            say!(words, "parameter-knock-out-exposure"),
            number(shape.kappa),
        ),
        judged(
            words,
            say!(words, "parameter-irreducible"),
            number(shape.eta0),
        ),
        judged(
            words,
            say!(words, "parameter-blast-budget"),
            number(shape.eta_blast),
        ),
    ]
}

fn limits(words: &Words, limits: &Limits) -> Vec<Parameter> {
    [
        (
            say!(words, "parameter-gate-fails"),
            print::number(words, limits.gate_effectiveness),
        ),
        (
            say!(words, "parameter-gate-blocks"),
            print::points(words, 100.0 * limits.gate_min_inherent),
        ),
        (
            say!(words, "parameter-rated"),
            print::percent(words, limits.rated),
        ),
        (
            say!(words, "parameter-provisional"),
            print::percent(words, limits.provisional),
        ),
        (
            say!(words, "parameter-confident"),
            print::number(words, limits.confident),
        ),
    ]
    .map(|(name, value)| Parameter {
        name,
        value,
        source: say!(words, "parameter-policy"),
    })
    .into()
}

fn evidence(words: &Words, evidence: &EvidenceModel) -> Vec<Parameter> {
    let mut rows = vec![
        Parameter {
            name: say!(words, "parameter-full-period"),
            value: print::months(words, evidence.full_period_months),
            source: say!(words, "parameter-full-period-source"),
        },
        Parameter {
            name: say!(words, "parameter-sample"),
            value: evidence.default_sample.to_string(),
            source: say!(words, "parameter-sample-source"),
        },
        judged(
            words,
            say!(words, "parameter-qualified"),
            print::number(words, evidence.qualified_cap),
        ),
    ];
    rows.extend(evidence.relevance.iter().map(|(relevance, share)| {
        let relevance = terms::relevance(words, *relevance);
        let name = say!(words, "parameter-relevance", relevance);
        judged(words, name, print::number(words, *share))
    }));
    rows
}

fn inherent(words: &Words, inherent: &InherentModel) -> Vec<Parameter> {
    let exponent = print::number(words, inherent.nhi_log10_full);
    let mut rows = vec![judged(
        words,
        say!(words, "parameter-machines"),
        say!(words, "parameter-machines-value", exponent),
    )];
    rows.extend(inherent.beta.iter().map(|(factor, weight)| {
        let factor = terms::factor(words, *factor);
        let name = say!(words, "parameter-weight", factor);
        judged(words, name, print::number(words, *weight))
    }));
    rows
}

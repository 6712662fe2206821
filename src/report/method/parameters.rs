//! The parameters of the model with what each sets and where it comes from.

use super::Parameter;
use crate::pack::model::{EvidenceModel, InherentModel, Limits, Model, Shape};
use crate::report::{print, terms};
use crate::words::Words;

/// The source of a number that no text gives.
pub(super) const JUDGEMENT: &str = "our judgement";

/// A row of the table.
pub(super) fn parameter(name: &str, value: String, source: &str) -> Parameter {
    Parameter {
        name: name.to_owned(),
        value,
        source: source.to_owned(),
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
    vec![
        parameter(
            "Exponent inside a domain",
            print::number(words, shape.p),
            "our judgement: a bad control counts for more than in a mean",
        ),
        parameter(
            "Exponent of a knock-out",
            print::number(words, shape.q),
            "our judgement: silent for small gaps, loud for absence",
        ),
        parameter(
            "Exposure of a knock-out that is absent",
            print::number(words, shape.kappa),
            JUDGEMENT,
        ),
        parameter(
            "Exposure that stays with a perfect vendor",
            print::number(words, shape.eta0),
            JUDGEMENT,
        ),
        parameter(
            "Budget of scope, duration and reuse together",
            print::number(words, shape.eta_blast),
            JUDGEMENT,
        ),
    ]
}

fn limits(words: &Words, limits: &Limits) -> Vec<Parameter> {
    [
        (
            "A knock-out fails below this credited effectiveness",
            print::number(words, limits.gate_effectiveness),
        ),
        (
            "A failed knock-out blocks from this inherent risk on",
            print::points(words, 100.0 * limits.gate_min_inherent),
        ),
        (
            "Rated from this coverage on",
            print::percent(words, limits.rated),
        ),
        (
            "Provisional from this coverage on",
            print::percent(words, limits.provisional),
        ),
        (
            "Conditions below this confidence",
            print::number(words, limits.confident),
        ),
    ]
    .map(|(name, value)| parameter(name, value, "policy of the risk committee"))
    .into()
}

fn evidence(words: &Words, evidence: &EvidenceModel) -> Vec<Parameter> {
    let mut rows = vec![
        parameter(
            "A SOC 2 Type II counts in full from this period on",
            format!(
                "{} months",
                print::number(words, evidence.full_period_months)
            ),
            "practice (ASR-02)",
        ),
        parameter(
            "Items taken to be tested when a report does not say",
            evidence.default_sample.to_string(),
            "audit practice, no rule",
        ),
        parameter(
            "Most that counts under a qualified opinion",
            print::number(words, evidence.qualified_cap),
            JUDGEMENT,
        ),
    ];
    rows.extend(evidence.relevance.iter().map(|(relevance, share)| {
        let name = format!(
            "Share that counts at {} relevance",
            terms::relevance(words, *relevance)
        );
        parameter(&name, print::number(words, *share), JUDGEMENT)
    }));
    rows
}

fn inherent(words: &Words, inherent: &InherentModel) -> Vec<Parameter> {
    let mut rows = vec![parameter(
        "Machine identities that count as the most",
        format!(
            "10 to the power {}",
            print::number(words, inherent.nhi_log10_full)
        ),
        JUDGEMENT,
    )];
    rows.extend(inherent.beta.iter().map(|(factor, weight)| {
        let name = format!("Weight of: {}", terms::factor(words, *factor));
        parameter(&name, print::number(words, *weight), JUDGEMENT)
    }));
    rows
}

//! The parameters of the model with what each sets and where it comes from.

use super::Parameter;
use crate::pack::model::{EvidenceModel, InherentModel, Limits, Model, Shape};
use crate::report::{print, words};

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
pub(super) fn parameters(model: &Model) -> Vec<Parameter> {
    let mut rows = shape(&model.shape);
    rows.extend(limits(&model.limits));
    rows.extend(evidence(&model.evidence));
    rows.extend(inherent(&model.inherent));
    rows
}

fn shape(shape: &Shape) -> Vec<Parameter> {
    vec![
        parameter(
            "Exponent inside a domain",
            print::number(shape.p),
            "our judgement: a bad control counts for more than in a mean",
        ),
        parameter(
            "Exponent of a knock-out",
            print::number(shape.q),
            "our judgement: silent for small gaps, loud for absence",
        ),
        parameter(
            "Exposure of a knock-out that is absent",
            print::number(shape.kappa),
            JUDGEMENT,
        ),
        parameter(
            "Exposure that stays with a perfect vendor",
            print::number(shape.eta0),
            JUDGEMENT,
        ),
        parameter(
            "Budget of scope, duration and reuse together",
            print::number(shape.eta_blast),
            JUDGEMENT,
        ),
    ]
}

fn limits(limits: &Limits) -> Vec<Parameter> {
    [
        (
            "A knock-out fails below this credited effectiveness",
            print::number(limits.gate_effectiveness),
        ),
        (
            "A failed knock-out blocks from this inherent risk on",
            print::points(100.0 * limits.gate_min_inherent),
        ),
        ("Rated from this coverage on", print::percent(limits.rated)),
        (
            "Provisional from this coverage on",
            print::percent(limits.provisional),
        ),
        (
            "Conditions below this confidence",
            print::number(limits.confident),
        ),
    ]
    .map(|(name, value)| parameter(name, value, "policy of the risk committee"))
    .into()
}

fn evidence(evidence: &EvidenceModel) -> Vec<Parameter> {
    let mut rows = vec![
        parameter(
            "A SOC 2 Type II counts in full from this period on",
            format!("{} months", print::number(evidence.full_period_months)),
            "practice (ASR-02)",
        ),
        parameter(
            "Items taken to be tested when a report does not say",
            evidence.default_sample.to_string(),
            "audit practice, no rule",
        ),
        parameter(
            "Most that counts under a qualified opinion",
            print::number(evidence.qualified_cap),
            JUDGEMENT,
        ),
    ];
    rows.extend(evidence.relevance.iter().map(|(relevance, share)| {
        let name = format!(
            "Share that counts at {} relevance",
            words::relevance(*relevance)
        );
        parameter(&name, print::number(*share), JUDGEMENT)
    }));
    rows
}

fn inherent(inherent: &InherentModel) -> Vec<Parameter> {
    let mut rows = vec![parameter(
        "Machine identities that count as the most",
        format!("10 to the power {}", print::number(inherent.nhi_log10_full)),
        JUDGEMENT,
    )];
    rows.extend(inherent.beta.iter().map(|(factor, weight)| {
        let name = format!("Weight of: {}", words::factor(*factor));
        parameter(&name, print::number(*weight), JUDGEMENT)
    }));
    rows
}

//! The score on one screen: result, interval, gates, drivers, findings.

use crate::words::Words;
use std::fmt::Write;

use crate::assessment::Assessment;
use crate::checks::Finding;
use crate::cli::visible::visible;
use crate::pack::Pack;
use crate::pack::model::Model;
use crate::report::drivers::printed;
use crate::report::print::{confidence, coverage, points, points_within, tenths, within};
use crate::report::summary::verdict;
use crate::report::terms;
use crate::score::gate::GateState;
use crate::score::verdict::Status;
use crate::score::{AssessmentScore, Score};

/// Drivers shown; `--format json` has all of them.
const MOST_DRIVERS: usize = 10;

/// The whole overview.
pub(super) fn text(pack: &Pack, assessment: &Assessment, scored: &AssessmentScore) -> String {
    let mut out = String::new();
    let score = &scored.score;
    let words = Words::of(pack.language);
    head(&mut out, assessment, scored);
    result(words, &mut out, &pack.model, score);
    gates(&mut out, score);
    drivers(words, &mut out, pack, score);
    findings(words, &mut out, scored);
    let _ = writeln!(
        out,
        "R is an index, not a probability and not money. Check a control by hand with --explain CONTROL."
    );
    out
}

fn head(out: &mut String, assessment: &Assessment, scored: &AssessmentScore) {
    let _ = writeln!(
        out,
        "{} · {} · as of {} · depth {}",
        visible(&assessment.vendor),
        visible(&assessment.product),
        assessment.as_of,
        assessment.depth.name()
    );
    let _ = writeln!(
        out,
        "model {} · fingerprint {}\n",
        assessment.model, scored.fingerprint
    );
}

fn result(words: &Words, out: &mut String, model: &Model, score: &Score) {
    let _ = writeln!(
        out,
        "Verdict         {}",
        verdict(words, score.ruling.verdict).title
    );
    for cap in &score.ruling.caps {
        let _ = writeln!(out, "                - {}", cap.reason(words));
    }
    residual(words, out, model, score);
    inherent(words, out, score);
    let _ = writeln!(
        out,
        "Answered        {} of the exposure budget    confidence {}\n",
        coverage(words, score.ruling.coverage, &model.limits),
        confidence(words, score.ruling.confidence, &model.limits)
    );
}

fn residual(words: &Words, out: &mut String, model: &Model, score: &Score) {
    let edges = model.band_edges();
    let point = |value| points_within(words, value, &edges);
    let residual = score.residual;
    let _ = writeln!(
        out,
        "Residual risk   {} of 100  {}",
        point(residual.point),
        band(words, score)
    );
    for (reading, value) in [
        (
            "if every claim holds and every open question turns out well",
            residual.low,
        ),
        ("if only the open questions turn out well", residual.open),
        ("on independent evidence alone", residual.high),
        ("irreducible", residual.irreducible),
    ] {
        let _ = writeln!(out, "  {reading:<60} {}", point(value));
    }
}

/// The band as far as there is one.
fn band(words: &Words, score: &Score) -> String {
    let band = terms::ruled(words, &score.ruling);
    match score.ruling.status {
        Status::Unrated => format!("unrated: {band}"),
        Status::Provisional => format!("{band}, provisional"),
        Status::Rated => band,
    }
}

fn inherent(words: &Words, out: &mut String, score: &Score) {
    let inherent = score.inherent.points();
    let _ = writeln!(
        out,
        "Inherent risk   {}    exposure {:.3}    R = 100 x I x (1 - exp(-H)) = {inherent:.2} x (1 - exp(-{:.4}))",
        points(words, inherent),
        score.exposure,
        score.exposure
    );
    let open: Vec<String> = score
        .inherent
        .open()
        .map(|each| terms::context(words, each))
        .collect();
    if !open.is_empty() {
        let open = open.join("; ");
        let _ = writeln!(
            out,
            "  counted as the worst in every reading, because open: {open}"
        );
    }
}

fn gates(out: &mut String, score: &Score) {
    let _ = writeln!(out, "Knock-out gates");
    for gate in &score.ruling.gates {
        let state = match gate.state {
            GateState::Passed => "passed",
            GateState::Failed => "FAILED",
            GateState::Open => "open",
        };
        let _ = writeln!(out, "  {:<5} {state}", gate.control);
    }
    out.push('\n');
}

fn drivers(words: &Words, out: &mut String, pack: &Pack, score: &Score) {
    let total = within(score.residual.point, 10.0, &pack.model.band_edges());
    let printed = printed(score, total);
    let _ = writeln!(
        out,
        "Drivers            points  not implemented  not proven    open"
    );
    let shown = score.drivers.len().min(MOST_DRIVERS);
    let (most, others) = score.drivers.split_at(shown);
    for driver in most {
        let parts = printed.of(&driver.control);
        let title = pack
            .model
            .control(&driver.control)
            .map_or("", |control| control.title.as_str());
        let _ = writeln!(
            out,
            "  {:<5} {:>17} {:>16} {:>11} {:>7}  {title}",
            driver.control,
            tenths(words, parts.points),
            tenths(words, parts.not_implemented),
            tenths(words, parts.not_proven),
            tenths(words, parts.open)
        );
    }
    if !others.is_empty() {
        let rest = others
            .iter()
            .map(|driver| printed.of(&driver.control).points);
        let rest = tenths(words, rest.sum());
        let _ = writeln!(out, "  {} more {rest:>15}", others.len());
    }
    let irreducible = tenths(words, printed.irreducible);
    let _ = writeln!(out, "  irreducible {irreducible:>11}\n");
}

/// The findings, the worst first; among equals, where the most points hang on the control.
fn findings(words: &Words, out: &mut String, scored: &AssessmentScore) {
    if scored.findings.is_empty() {
        return;
    }
    let points = |finding: &Finding| {
        let driver = scored.score.driver(&finding.control);
        driver.map_or(0.0, |driver| driver.points)
    };
    let mut findings: Vec<&Finding> = scored.findings.iter().collect();
    findings.sort_by(|a, b| {
        let worse = b.severity.cmp(&a.severity);
        worse.then(points(b).total_cmp(&points(a)))
    });
    let _ = writeln!(out, "Findings");
    for finding in findings {
        let _ = writeln!(
            out,
            "  {:<8} {:<8} {} ({}, {})",
            terms::severity(words, finding.severity),
            finding.place,
            visible(&finding.message),
            finding.control,
            finding.id
        );
    }
    out.push('\n');
}

//! The score on one screen: result, interval, gates, drivers, findings.

use std::fmt::Write;

use crate::assessment::Assessment;
use crate::checks::Finding;
use crate::cli::visible::visible;
use crate::pack::Pack;
use crate::pack::model::Model;
use crate::report::print::{percent_within, points, points_within};
use crate::report::summary::verdict;
use crate::report::words;
use crate::score::gate::GateState;
use crate::score::round::to_tenths;
use crate::score::verdict::Status;
use crate::score::{AssessmentScore, Score};

/// Drivers shown; `--format json` has all of them.
const MOST_DRIVERS: usize = 10;

/// The whole overview.
pub(super) fn text(pack: &Pack, assessment: &Assessment, scored: &AssessmentScore) -> String {
    let mut out = String::new();
    let score = &scored.score;
    head(&mut out, assessment, scored);
    result(&mut out, &pack.model, score);
    gates(&mut out, score);
    drivers(&mut out, pack, score);
    findings(&mut out, scored);
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

fn result(out: &mut String, model: &Model, score: &Score) {
    let _ = writeln!(
        out,
        "Verdict         {}",
        verdict(score.ruling.verdict).title
    );
    for cap in &score.ruling.caps {
        let _ = writeln!(out, "                - {}", cap.reason);
    }
    residual(out, model, score);
    inherent(out, score);
    let limits = &model.limits;
    let limits = [limits.rated, limits.provisional, limits.confident, 1.0];
    let _ = writeln!(
        out,
        "Answered        {} of the exposure budget    confidence {:.2}\n",
        percent_within(score.ruling.coverage, &limits),
        score.ruling.confidence
    );
}

fn residual(out: &mut String, model: &Model, score: &Score) {
    let edges: Vec<f64> = model.bands.iter().map(|edge| edge.from).collect();
    let point = |value| points_within(value, &edges);
    let residual = score.residual;
    let _ = writeln!(
        out,
        "Residual risk   {} of 100  {}",
        point(residual.point),
        band(score)
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
fn band(score: &Score) -> String {
    let ruling = &score.ruling;
    let [low, high] = ruling.band_range.map(words::band);
    match ruling.status {
        Status::Unrated => format!("unrated: {low} to {high}"),
        Status::Provisional => format!("{}, provisional", words::band(ruling.band)),
        Status::Rated => words::band(ruling.band).to_string(),
    }
}

fn inherent(out: &mut String, score: &Score) {
    let inherent = score.inherent.points();
    let _ = writeln!(
        out,
        "Inherent risk   {}    exposure {:.3}    R = 100 x I x (1 - exp(-H)) = {inherent:.2} x (1 - exp(-{:.4}))",
        points(inherent),
        score.exposure,
        score.exposure
    );
    let open: Vec<&str> = score.inherent.open().map(words::context).collect();
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

fn drivers(out: &mut String, pack: &Pack, score: &Score) {
    let mut parts: Vec<f64> = score.drivers.iter().map(|driver| driver.points).collect();
    parts.push(score.residual.irreducible);
    let printed = to_tenths(&parts, score.residual.point);
    let _ = writeln!(
        out,
        "Drivers            points  not implemented  not proven    open"
    );
    for (driver, points) in score.drivers.iter().zip(&printed).take(MOST_DRIVERS) {
        let parts = [driver.not_implemented, driver.not_proven, driver.open];
        let parts = to_tenths(&parts, *points);
        let title = pack
            .model
            .control(&driver.control)
            .map_or("", |control| control.title.as_str());
        let _ = writeln!(
            out,
            "  {:<5} {:>17.1} {:>16.1} {:>11.1} {:>7.1}  {title}",
            driver.control, points, parts[0], parts[1], parts[2]
        );
    }
    let shown = score.drivers.len().min(MOST_DRIVERS);
    let rest: f64 = printed[shown..score.drivers.len()].iter().sum();
    if score.drivers.len() > shown {
        let others = score.drivers.len() - shown;
        let _ = writeln!(out, "  {others} more {rest:>15.1}");
    }
    let irreducible = printed[score.drivers.len()];
    let _ = writeln!(out, "  irreducible {irreducible:>11.1}\n");
}

/// The findings, the worst first; among equals, where the most points hang on the control.
fn findings(out: &mut String, scored: &AssessmentScore) {
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
            words::severity(finding.severity),
            finding.question,
            finding.message,
            finding.control,
            finding.id
        );
    }
    out.push('\n');
}

//! The arithmetic of one control: questions, answers, evidence, every factor, and where the
//! numbers come from.

use crate::words::Words;
use std::fmt::Write;

use crate::assessment::Assessment;
use crate::assessment::level::part_level;
use crate::checks::claims::{Compared, Verdict};
use crate::cli::visible::visible;
use crate::pack::Pack;
use crate::pack::answer::{AnswerKind, Form, Interpolation, Scale};
use crate::pack::id::ThresholdId;
use crate::pack::model::{Control, EvidenceKind, Model};
use crate::pack::question::Question;
use crate::report::{print, terms};
use crate::score::AssessmentScore;
use crate::score::explain::{DecidedBy, ExplainedItem, ExplainedQuestion, Explanation};

/// The answers, before and after files refuted them.
#[derive(Clone, Copy)]
pub(super) struct Told<'a> {
    /// What was claimed.
    pub(super) claimed: &'a Assessment,
    /// With what was measured in the place of what is refuted.
    pub(super) counted: &'a Assessment,
    /// The claims held against facts.
    pub(super) compared: &'a [Compared],
}

/// The whole explanation.
pub(super) fn text(
    pack: &Pack,
    told: Told,
    scored: &AssessmentScore,
    explanation: &Explanation,
) -> String {
    let mut out = String::new();
    let Some(control) = pack.model.control(&explanation.control) else {
        return out;
    };
    head(&mut out, &pack.model, control);
    for question in &explanation.questions {
        self::question(&mut out, pack, told, question);
    }
    effectiveness(&mut out, explanation);
    points(&mut out, &pack.model, scored, control);
    sources(Words::of(pack.language), &mut out, pack, explanation);
    out
}

fn head(out: &mut String, model: &Model, control: &Control) {
    let domain = model.domain(&control.domain);
    let (title, budget) = domain.map_or(("", 0.0), |domain| (domain.title.as_str(), domain.budget));
    let _ = writeln!(out, "{}  {}", control.id, control.title);
    let _ = write!(
        out,
        "domain {title} (budget {budget}), weight {}",
        control.weight
    );
    if control.knockout > 0.0 {
        let _ = write!(out, ", knock-out x {}", control.knockout);
    }
    out.push_str("\n\n");
}

fn question(out: &mut String, pack: &Pack, told: Told, explained: &ExplainedQuestion) {
    let Some(question) = pack.question(&explained.question) else {
        return;
    };
    let claim = &explained.claim;
    let gating = if claim.gating { ", gating" } else { "" };
    let _ = writeln!(out, "{}  (share {:.3}{gating})", question.id, claim.share);
    let _ = writeln!(out, "  {}", question.text);
    for line in said(Words::of(pack.language), question, told.claimed) {
        let _ = writeln!(out, "  said: {}", visible(&line));
    }
    let rows = || {
        let compared = told.compared.iter();
        compared.filter(|row| row.question == question.id)
    };
    let is_refuted = rows().any(|row| row.verdict == Verdict::Refuted);
    for row in rows() {
        let verdict = row.verdict.name();
        let part = row
            .part
            .as_ref()
            .map_or_else(String::new, |part| format!("{part}: "));
        let about = row
            .about
            .as_ref()
            .map_or_else(String::new, |about| format!(" ({about})"));
        let line = format!(
            "{part}{}{about} is {} ({}, {})",
            row.title, row.found, row.reference, row.place
        );
        let _ = writeln!(out, "  {verdict}: {}; {}", visible(&line), row.why);
    }
    parts(out, question, told.counted);
    let level = claim.level;
    let _ = write!(out, "  a = {:.4}", level.closed());
    if level.answered() < 1.0 {
        let _ = write!(
            out,
            " (answered to {:.0} %; {:.4} if the rest turns out well)",
            100.0 * level.answered(),
            level.at_best()
        );
    }
    out.push('\n');
    if explained.evidence.is_empty() {
        let assertion = claim.credibility.credited;
        let _ = writeln!(
            out,
            "  {}: the vendor's word, c = {assertion:.4}, c_ind = 0",
            match is_refuted {
                true => "nothing proves it, a file contradicts it",
                false => "no evidence",
            }
        );
    }
    for item in &explained.evidence {
        self::item(Words::of(pack.language), out, item, assertion(&pack.model));
    }
    let _ = writeln!(
        out,
        "  a x c = {:.4} x {:.4} = {:.4}\n",
        level.closed(),
        claim.credibility.credited,
        claim.credited()
    );
}

/// The level of each part, and the points of the scale it was read from.
fn parts(out: &mut String, question: &Question, assessment: &Assessment) {
    let state = assessment
        .answers
        .get(&question.id)
        .map(|response| &response.state);
    match &question.form {
        Form::Single(kind) => scale_points(out, kind),
        Form::Parts(parts) => {
            for part in parts.iter().filter(|part| part.kind.has_level()) {
                let level = part_level(parts, &part.id, state);
                let level = level.map_or("open".to_string(), |level| format!("level {level:.4}"));
                let _ = writeln!(out, "  part {}: {level}, weight {}", part.id, part.share);
                scale_points(out, &part.kind);
            }
        }
    }
}

fn scale_points(out: &mut String, kind: &AnswerKind) {
    let Some(scale) = scale(kind) else { return };
    let points = scale
        .points
        .iter()
        .map(|point| format!("{} -> {}", point.at, point.level));
    let points: Vec<String> = points.collect();
    let between = match scale.interpolation {
        Interpolation::Linear => "straight between the points",
        Interpolation::Log10 => "straight over the logarithm between the points",
    };
    let unit = scale.unit.name();
    let _ = writeln!(
        out,
        "      scale in {unit}: {}; {between}",
        points.join(", ")
    );
}

/// What the file says for a question, one line for each thing.
fn said(words: &Words, question: &Question, assessment: &Assessment) -> Vec<String> {
    use crate::assessment::answer::State;
    match assessment
        .answers
        .get(&question.id)
        .map(|response| &response.state)
    {
        Some(State::Answered(value)) => print::answer(words, &question.form, value),
        Some(State::Unknown(asked)) => {
            vec![format!("unknown; asked {} on {}", asked.who, asked.on)]
        }
        Some(State::NotApplicable(na)) => {
            vec![format!("not applicable, not yet approved: {}", na.reason)]
        }
        Some(State::Open) | None => vec!["nothing yet".to_string()],
    }
}

/// What the vendor's mere word is worth.
fn assertion(model: &Model) -> f64 {
    let rung = model.evidence.ladder.get(&EvidenceKind::Assertion);
    rung.map_or(0.0, |rung| rung.credibility)
}

fn item(words: &Words, out: &mut String, explained: &ExplainedItem, assertion: f64) {
    let (item, weighed) = (&explained.item, &explained.weighed);
    let id = item.record.as_ref().map_or("-", |id| id.as_str());
    let weakened = match item.weakened_by.as_slice() {
        [] => String::new(),
        flags => format!(", weakened by {}", flags.join(", ")),
    };
    let _ = writeln!(
        out,
        "  {id}: {}, {} old, relevance {}{weakened}",
        terms::kind(words, item.kind),
        print::months(words, item.age_months),
        terms::relevance(words, item.relevance)
    );
    let _ = writeln!(
        out,
        "      c = {assertion} + (c0 {:.4} - {assertion}) x s {} x d {:.4} = {:.4};  c_ind = i {} x c0 x s x d = {:.4}",
        weighed.base,
        weighed.relevance,
        weighed.age,
        weighed.credited,
        weighed.independence,
        weighed.independent
    );
}

fn effectiveness(out: &mut String, explanation: &Explanation) {
    let readings = &explanation.readings;
    let _ = writeln!(out, "sum of share x a x c = {:.4}", explanation.weighted);
    let decided = match &explanation.decided_by {
        DecidedBy::Sum => "the sum; no gating question is worth less".to_string(),
        DecidedBy::Gate(question) => format!("gating question {question}"),
    };
    let _ = writeln!(
        out,
        "e = min(gating questions, sum) = {:.4}  decided by {decided}",
        readings.credited
    );
    let _ = writeln!(
        out,
        "gap g = 1 - e = {:.4}: not implemented {:.4}, not proven {:.4}, open {:.4}",
        readings.gap(),
        readings.not_implemented(),
        readings.not_proven(),
        readings.open()
    );
    let _ = writeln!(
        out,
        "other readings of e: all claims true {:.4}, independent evidence only {:.4}, open questions well {:.4}\n",
        readings.at_best, readings.independent, readings.if_answered
    );
}

fn points(out: &mut String, model: &Model, scored: &AssessmentScore, control: &Control) {
    let score = &scored.score;
    let Some(driver) = score.driver(&control.id) else {
        return;
    };
    let residual = score.residual;
    let spread = score.exposure - model.shape.eta0;
    let _ = writeln!(
        out,
        "share of exposure h = {:.5} (domain, blast radius and knock-out terms of H)",
        driver.exposure
    );
    let _ = writeln!(
        out,
        "driver = (R - R0) x h / (H - eta0) = ({:.3} - {:.3}) x {:.5} / {spread:.5} = {:.3} points\n",
        residual.point, residual.irreducible, driver.exposure, driver.points
    );
}

/// The thresholds behind the scales of the control's questions, and the model's own sources.
fn sources(words: &Words, out: &mut String, pack: &Pack, explanation: &Explanation) {
    let _ = writeln!(out, "Sources");
    let questions = explanation
        .questions
        .iter()
        .filter_map(|explained| pack.question(&explained.question));
    let mut ids: Vec<&ThresholdId> = questions.flat_map(thresholds).collect();
    ids.sort();
    ids.dedup();
    for id in ids {
        if let Some(threshold) = pack.catalogue.thresholds.get(id) {
            let _ = writeln!(
                out,
                "  {id}: {}, {}; {} ({})",
                threshold.metric,
                threshold.value,
                threshold.source,
                terms::standing(words, threshold.standing)
            );
        }
    }
    for (key, source) in &pack.model.sources {
        if key.starts_with("evidence.") || key.starts_with("controls.") || key == "shape" {
            let _ = writeln!(out, "  {key}: {source}");
        }
    }
}

fn thresholds(question: &Question) -> Vec<&ThresholdId> {
    let kinds: Vec<&AnswerKind> = match &question.form {
        Form::Single(kind) => vec![kind],
        Form::Parts(parts) => parts.iter().map(|part| &part.kind).collect(),
    };
    let scales = kinds.into_iter().filter_map(scale);
    scales
        .flat_map(|scale| &scale.basis)
        .chain(&question.thresholds)
        .collect()
}

fn scale(kind: &AnswerKind) -> Option<&Scale> {
    match kind {
        AnswerKind::Duration(scale) | AnswerKind::Count(scale) | AnswerKind::Percent(scale) => {
            scale.as_ref()
        }
        _ => None,
    }
}

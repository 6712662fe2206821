//! `whatif`: what would change the result, best first, and a plan to a band.

use crate::words::Words;
use std::fmt::Write;
use std::path::PathBuf;

use super::named::named;
use super::{Failure, Surroundings, print, store};
use crate::pack::Pack;
use crate::pack::model::Band;
use crate::report::print::points_within;
use crate::report::terms;
use crate::score::whatif::{Plan, WhatIf, plan, what_if};
use crate::score::{Score, score_assessment};

/// Controls shown; behind them a change gains little.
const MOST_ROWS: usize = 15;

/// Arguments of `whatif`.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The assessment file
    file: PathBuf,
    /// The band to plan for [default: the next milder one]
    #[arg(long, value_name = "BAND", value_parser = named(Band::NAMES))]
    target: Option<Band>,
}

/// Runs `whatif`.
pub(super) fn run(args: Args, surroundings: Surroundings) -> Result<(), Failure> {
    let store::Opened { pack, assessment } = store::read(&args.file, surroundings.as_of)?;
    let scored = score_assessment(&pack, &assessment);
    let case = scored.case(&pack.model);
    let target = args
        .target
        .or(scored.score.ruling.band.milder())
        .unwrap_or(Band::Low);
    let mut out = String::new();
    rows(&mut out, &pack, &what_if(&case));
    steps(
        Words::of(pack.language),
        &mut out,
        &pack,
        &scored.score,
        &plan(&case, target),
    );
    print(&out)
}

fn title<'a>(pack: &'a Pack, id: &crate::pack::id::ControlId) -> &'a str {
    pack.model
        .control(id)
        .map_or("", |control| control.title.as_str())
}

fn rows(out: &mut String, pack: &Pack, rows: &[WhatIf]) {
    let _ = writeln!(out, "Points off the residual risk, one control at a time");
    let _ = writeln!(out, "        put in place   prove by own test    both");
    for row in rows.iter().take(MOST_ROWS) {
        let _ = writeln!(
            out,
            "  {:<5} {:>13.1} {:>19.1} {:>7.1}  {}",
            row.control,
            row.implement,
            row.prove,
            row.both,
            title(pack, &row.control)
        );
    }
    out.push('\n');
}

fn steps(words: &Words, out: &mut String, pack: &Pack, score: &Score, plan: &Plan) {
    let target = terms::band(words, plan.target);
    let edges = pack.model.band_edges();
    if plan.steps.is_empty() && plan.reached <= plan.target {
        let _ = writeln!(
            out,
            "{} points: {target} or milder already",
            points_within(words, score.residual.point, &edges)
        );
        return;
    }
    let _ = writeln!(out, "Plan to {target}, the largest gain at each step");
    for (number, step) in plan.steps.iter().enumerate() {
        let action = terms::step(words, step, score);
        let _ = writeln!(
            out,
            "  {:>2}. {:<5} {action}: {}  -> {}",
            number + 1,
            step.control,
            title(pack, &step.control),
            points_within(words, step.after, &edges)
        );
    }
    if plan.reached > plan.target {
        let _ = writeln!(
            out,
            "  No further step gains anything: {} cannot be reached, {} is left.",
            target,
            terms::band(words, plan.reached)
        );
    }
}

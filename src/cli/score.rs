//! `score`: the residual identity risk as text that can be checked by hand, or as JSON.

mod explain;
mod overview;

use std::path::PathBuf;

use clap::ValueEnum;

use super::{Failure, Surroundings, print, store};
use crate::checks::claims::measured;
use crate::checks::documents::settle::settle;
use crate::pack::id::ControlId;
use crate::pack::model::Band;
use crate::render::json;
use crate::score::verdict::Verdict;
use crate::score::{Score, score_assessment};
use crate::source::names::value_of;
use crate::source::nearest;

/// Arguments of `score`.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The assessment file
    file: PathBuf,
    /// Show the arithmetic of one control, step by step
    #[arg(long, value_name = "CONTROL", conflicts_with = "format")]
    explain: Option<String>,
    /// How it is printed
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
    /// Exit with 10 when the result is worse than this band or verdict
    #[arg(long, value_name = "BAND|VERDICT", value_parser = limits())]
    fail_on: Option<String>,
}

/// How a result is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    /// To be read
    Text,
    /// To be read by a program
    Json,
}

/// Runs `score`.
pub(super) fn run(args: Args, surroundings: Surroundings) -> Result<(), Failure> {
    let store::Opened { pack, assessment } = store::read(&args.file, surroundings.as_of)?;
    let scored = score_assessment(&pack, &assessment);
    let assessment = settle(&pack, &assessment).unwrap_or(assessment);
    let counted = measured(&pack, &assessment, &scored.compared);
    if let Some(control) = &args.explain {
        let id = ControlId::new(control.as_str());
        return match scored.explain(&pack.model, &id) {
            Some(explanation) => {
                let told = explain::Told {
                    claimed: &assessment,
                    counted: counted.as_ref().unwrap_or(&assessment),
                    compared: &scored.compared,
                };
                print(&explain::text(&pack, told, &scored, &explanation))?;
                fail_on(args.fail_on.as_deref(), &scored.score)
            }
            None => Err(unknown_control(control, &pack.model)),
        };
    }
    print(&match args.format {
        Format::Text => overview::text(&pack, &assessment, &scored),
        Format::Json => json::score(&pack, &assessment, &scored),
    })?;
    fail_on(args.fail_on.as_deref(), &scored.score)
}

fn unknown_control(found: &str, model: &crate::pack::model::Model) -> Failure {
    let known = || model.controls.iter().map(|control| control.id.as_str());
    if known().any(|id| id == found) {
        return Failure::Usage {
            message: format!("control `{found}` does not count here"),
            help: "every question that feeds it is set aside as not applicable".to_string(),
        };
    }
    let help = match nearest(found, known()) {
        Some(near) => format!("did you mean `{near}`?"),
        None => format!("use one of: {}", known().collect::<Vec<_>>().join(", ")),
    };
    Failure::Usage {
        message: format!("unknown control `{found}`"),
        help,
    }
}

/// What `--fail-on` takes.
pub(super) fn limits() -> clap::builder::PossibleValuesParser {
    let bands = Band::NAMES.iter().map(|(name, _)| *name);
    let verdicts = Verdict::NAMES.iter().map(|(name, _)| *name);
    bands.chain(verdicts).collect::<Vec<_>>().into()
}

/// Fails when a result is worse than `limit`.
///
/// An unrated result has no band and is worse than any: the verdict says why.
pub(super) fn fail_on(limit: Option<&str>, score: &Score) -> Result<(), Failure> {
    let Some(limit) = limit else { return Ok(()) };
    let ruling = &score.ruling;
    let band = value_of(Band::NAMES, limit);
    let verdict = value_of(Verdict::NAMES, limit);
    let unrated = ruling.status == crate::score::verdict::Status::Unrated;
    let worse = match (band, verdict) {
        (Some(band), _) => unrated || ruling.band > band,
        (None, Some(verdict)) => ruling.verdict > verdict,
        (None, None) => false,
    };
    if worse {
        let found = match band {
            Some(_) if unrated => "unrated".to_string(),
            Some(_) => ruling.band.name().to_string(),
            None => ruling.verdict.name().to_string(),
        };
        return Err(Failure::Worse(format!(
            "the result is `{found}`, worse than `{limit}`"
        )));
    }
    Ok(())
}

//! `recommend`: ISO 27001, SOC 2 or both, with every criterion that said so.

use std::fmt::Write;
use std::path::PathBuf;

use super::score::Format;
use super::{Failure, Surroundings, print, store};
use crate::recommend::advise;
use crate::render::json;
use crate::report::advice::Advice;
use crate::report::{Audience, Frame, Report};
use crate::score::score_assessment;

/// Arguments of `recommend`.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The assessment file
    file: PathBuf,
    /// How it is printed
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
}

/// Runs `recommend`.
pub(super) fn run(args: Args, surroundings: Surroundings) -> Result<(), Failure> {
    let store::Opened { pack, assessment } = store::read(&args.file, surroundings.as_of)?;
    print(&match args.format {
        Format::Json => {
            let scored = score_assessment(&pack, &assessment);
            json::recommendation(&pack, &assessment, &advise(&pack, &assessment, &scored))
        }
        Format::Text => {
            let report = Report::new(&pack, &assessment, &Frame::unsigned(Audience::Architect));
            report.advice.as_ref().map_or(String::new(), text)
        }
    })
}

fn text(advice: &Advice) -> String {
    let mut out = String::new();
    let _ = writeln!(out, "{}\n{}\n", advice.title, advice.meaning);
    lines(&mut out, "", &advice.remarks);
    let _ = writeln!(
        out,
        "Points           ISO/IEC 27001 {}    SOC 2 {}",
        advice.iso, advice.soc2
    );
    for row in &advice.fired {
        let _ = writeln!(
            out,
            "  {}  ISO {}  SOC 2 {}  {} ({}; {})",
            row.id, row.iso, row.soc2, row.reason, row.whose, row.source
        );
    }
    let _ = writeln!(out, "\n{}", advice.confidence);
    lines(&mut out, "Unanswered", &advice.unanswered);
    lines(&mut out, "Shaped by", &advice.modifiers);
    if !advice.warnings.is_empty() {
        let _ = writeln!(out, "Warnings");
        for warning in &advice.warnings {
            let _ = writeln!(
                out,
                "  {}  {} ({})",
                warning.id, warning.text, warning.source
            );
        }
        out.push('\n');
    }
    let _ = writeln!(out, "What a document would change here");
    for row in &advice.simulation {
        let _ = writeln!(
            out,
            "  {:<50} {:>6}  ({} less)",
            row.with, row.points, row.less
        );
    }
    let _ = writeln!(out, "{}", advice.not_removed);
    if let Some(tier) = &advice.tier {
        let _ = writeln!(out, "\nTier {}: {}", tier.name, tier.title);
        for piece in &tier.pieces {
            let _ = writeln!(out, "  {}: {}", piece.text, piece.state);
        }
    }
    out
}

fn lines(out: &mut String, title: &str, lines: &[String]) {
    if lines.is_empty() {
        return;
    }
    if !title.is_empty() {
        let _ = writeln!(out, "{title}");
    }
    for line in lines {
        let _ = writeln!(out, "  {line}");
    }
    out.push('\n');
}

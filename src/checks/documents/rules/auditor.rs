//! Who signed, and whether the text is about this vendor.

use super::exceptions::is_clean;
use super::{Found, when};
use crate::assessment::document::soc2::{Independence, Opinion, PeerReview, Soc2};
use crate::checks::documents::held::Held;
use crate::pack::question::Severity;
use crate::words::say;

/// RF-S-25: no licensed firm, or none whose work is reviewed.
pub(super) fn unlicensed(report: &Soc2, held: &Held) -> Vec<Found> {
    let words = held.words();
    let firm = || {
        let named = report.auditor.map(str::to_owned);
        named.unwrap_or_else(|| say!(words, "rf-s-25-firm"))
    };
    let licence = when(report.licensed == Some(false), || {
        let message = say!(words, "rf-s-25-licence", firm = firm());
        Found::new(Severity::Critical, "licensed", message)
    });
    let review = when(report.peer_review == Some(PeerReview::None), || {
        let message = say!(words, "rf-s-25-review", firm = firm());
        Found::new(Severity::Critical, "peer-review", message)
    });
    licence.into_iter().chain(review).collect()
}

/// RF-S-26: tied to the vendor or to its tool.
pub(super) fn not_independent(report: &Soc2, held: &Held) -> Vec<Found> {
    let message = match report.independence {
        Some(Independence::Tied) => say!(held.words(), "rf-s-26-tied"),
        Some(Independence::Doubt) => say!(held.words(), "rf-s-26-doubt"),
        Some(Independence::Independent | Independence::ToolPartner) | None => return vec![],
    };
    vec![Found::new(Severity::High, "independence", message)]
}

/// RF-S-27: a prompt: too clean, or text that would fit any company.
pub(super) fn too_clean(report: &Soc2, held: &Held) -> Vec<Found> {
    let clean = report.opinion == Some(Opinion::Unmodified)
        && is_clean(report)
        && report.incidents == Some(0);
    let message = match (clean, report.is_generic) {
        (_, Some(true)) => say!(held.words(), "rf-s-27-generic"),
        (true, _) => say!(held.words(), "rf-s-27-clean"),
        (false, _) => return vec![],
    };
    vec![Found::new(Severity::Medium, "wording", message)]
}

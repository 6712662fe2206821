//! Who signed, and whether the text is about this vendor.

use super::exceptions::is_clean;
use super::{Found, when};
use crate::assessment::document::soc2::{Independence, Opinion, PeerReview, Soc2};
use crate::checks::documents::held::Held;
use crate::pack::question::Severity;

/// RF-S-25: no licensed firm, or none whose work is reviewed.
pub(super) fn unlicensed(report: &Soc2, _: &Held) -> Vec<Found> {
    let firm = report.auditor.unwrap_or("the firm that signed");
    let licence = when(report.licensed == Some(false), || {
        let message = format!("{firm} was not found as a licensed audit firm");
        Found::new(Severity::Critical, "licensed", message)
    });
    let review = when(report.peer_review == Some(PeerReview::None), || {
        let message = format!("{firm} failed its last peer review, or has none");
        Found::new(Severity::Critical, "peer-review", message)
    });
    licence.into_iter().chain(review).collect()
}

/// RF-S-26: tied to the vendor or to its tool.
pub(super) fn not_independent(report: &Soc2, _: &Held) -> Vec<Found> {
    let message = match report.independence {
        Some(Independence::Tied) => "the auditor is tied to the vendor or to its compliance tool",
        Some(Independence::Doubt) => "the auditor's independence is in doubt",
        Some(Independence::Independent | Independence::ToolPartner) | None => return vec![],
    };
    vec![Found::new(Severity::High, "independence", message)]
}

/// RF-S-27: a prompt: too clean, or text that would fit any company.
pub(super) fn too_clean(report: &Soc2, _: &Held) -> Vec<Found> {
    let clean = report.opinion == Some(Opinion::Unmodified)
        && is_clean(report)
        && report.incidents == Some(0);
    let message = match (clean, report.is_generic) {
        (_, Some(true)) => "the text would fit any company; ask for a walkthrough",
        (true, _) => "no exception and no incident; ask for a walkthrough of three controls",
        (false, _) => return vec![],
    };
    vec![Found::new(Severity::Medium, "wording", message)]
}

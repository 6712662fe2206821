//! What a fresh certificate or report would change here (docs/scoring.md 9).
//!
//! It stands behind every answer at the relevance the model's catalogue gives it, and we read it
//! ourselves. It answers no question that is open: a document cannot say what the vendor has not.

use super::Case;
use super::control::Claim;
use super::credibility::{EvidenceItem, Weigher};
use super::engine::Engine;
use crate::assessment::level::Level;
use crate::pack::model::{Control, EvidenceKind, Relevance};

/// The residual risk after each document, in points.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Simulation {
    /// As it is.
    pub today: f64,
    /// With a fresh ISO/IEC 27001 certificate.
    pub iso27001: f64,
    /// With a fresh SOC 2 Type II over twelve months, without exceptions.
    pub soc2_type2: f64,
    /// With both.
    pub both: f64,
}

impl Simulation {
    /// Share of the residual risk that neither document removes, 0 to 1.
    pub fn not_removed(&self) -> f64 {
        if self.today > 0.0 {
            self.both / self.today
        } else {
            0.0
        }
    }
}

/// A document to add.
#[derive(Debug, Clone, Copy)]
struct Document {
    kind: EvidenceKind,
    /// The control that asks whether the document exists.
    control: &'static str,
    relevance: fn(&Control) -> Relevance,
}

const ISO27001: Document = Document {
    kind: EvidenceKind::Iso27001,
    control: "AS1",
    relevance: |control| control.iso27001,
};

const SOC2_TYPE2: Document = Document {
    kind: EvidenceKind::Soc2T2,
    control: "AS2",
    relevance: |control| control.soc2,
};

/// Simulates both documents, alone and together.
pub fn simulate(case: &Case) -> Simulation {
    let mut weigher = Weigher::new(&case.model.evidence);
    let engine = Engine::new(case, &mut weigher);
    let mut after = |documents: &[Document]| {
        let mut engine = engine.clone();
        for document in documents {
            add(&mut engine, *document, &mut weigher);
        }
        engine.points(&engine.gaps())
    };
    Simulation {
        today: after(&[]),
        iso27001: after(&[ISO27001]),
        soc2_type2: after(&[SOC2_TYPE2]),
        both: after(&[ISO27001, SOC2_TYPE2]),
    }
}

fn add(engine: &mut Engine, document: Document, weigher: &mut Weigher) {
    let read_by_us = weigher.credibility(&[EvidenceItem::fresh(EvidenceKind::Verified)]);
    for (control, claims) in engine.layout.controls().iter().zip(&mut engine.claims) {
        let item = EvidenceItem {
            relevance: (document.relevance)(control),
            ..EvidenceItem::fresh(document.kind)
        };
        let worth = weigher.credibility(&[item]);
        let change = |claim: &Claim| {
            if control.id.as_str() == document.control {
                Claim {
                    level: Level::answered_at(1.0),
                    credibility: read_by_us,
                    ..*claim
                }
            } else {
                Claim {
                    credibility: claim.credibility.or_better(worth),
                    ..*claim
                }
            }
        };
        *claims = claims.iter().map(change).collect();
    }
}

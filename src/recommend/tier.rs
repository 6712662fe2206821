//! What a tier of use asks of an identity provider: documents, and technical evidence beside them.
//!
//! The tiers are our own classification. A document alone never satisfies one (S4-01, S4-59,
//! S4-64): each asks for machine identities to be shown as well.

use super::piece::{Needs, Piece};
use super::proof::Proof;
use crate::words::{Words, say};

/// From this level on, an answer about a document is good enough (judgement).
const GOOD: f64 = 0.75;

/// What we use the provider for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tier {
    /// It controls production, cloud automation, build and deployment, or customer data.
    T1,
    /// Sign-in of the workforce, without reach into automation.
    T2,
    /// Low risk, or a trial.
    T3,
}

/// How a piece stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// It is there.
    Met,
    /// It is not.
    Missing,
    /// The question behind it is not answered, or most of its control is not.
    Open,
}

impl State {
    /// Its name, as in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::Met => "met",
            Self::Missing => "missing",
            Self::Open => "open",
        }
    }

    /// How it is said.
    pub fn text(self, words: &Words) -> String {
        match self {
            Self::Met => say!(words, "piece-met"),
            Self::Missing => say!(words, "piece-missing"),
            Self::Open => say!(words, "piece-open"),
        }
    }
}

const T1: [Piece; 16] = [
    Piece::TypeII,
    Piece::Certificate,
    Piece::Scope,
    Piece::Categories,
    Piece::UserControls,
    Piece::CarveOuts,
    Piece::Accreditation,
    Piece::Exclusions,
    Piece::Inventory,
    Piece::Rotation,
    Piece::Revocation,
    Piece::Dormancy,
    Piece::TokenLifetimes,
    Piece::LogExport,
    Piece::ReviewExport,
    Piece::OwnTest,
];

const T2: [Piece; 8] = [
    Piece::TypeIIOrCertificate,
    Piece::Scope,
    Piece::UserControls,
    Piece::Inventory,
    Piece::Rotation,
    Piece::Revocation,
    Piece::LogExport,
    Piece::Leavers,
];

const T3: [Piece; 4] = [
    Piece::AnyDocument,
    Piece::Scope,
    Piece::Inventory,
    Piece::Revocation,
];

impl Tier {
    /// The id of the option, as in JSON.
    pub fn id(self) -> &'static str {
        match self {
            Self::T1 => "t1",
            Self::T2 => "t2",
            Self::T3 => "t3",
        }
    }

    /// Its name for readers.
    pub fn name(self) -> &'static str {
        match self {
            Self::T1 => "T1",
            Self::T2 => "T2",
            Self::T3 => "T3",
        }
    }

    /// What the tier is.
    pub fn title(self, words: &Words) -> String {
        match self {
            Self::T1 => say!(words, "tier-t1"),
            Self::T2 => say!(words, "tier-t2"),
            Self::T3 => say!(words, "tier-t3"),
        }
    }

    fn asks_for(self) -> &'static [Piece] {
        match self {
            Self::T1 => &T1,
            Self::T2 => &T2,
            Self::T3 => &T3,
        }
    }
}

/// How each piece of a tier stands.
pub fn pieces(tier: Tier, proof: &Proof) -> Vec<(Piece, State)> {
    tier.asks_for()
        .iter()
        .map(|piece| (*piece, state(piece.needs(), proof)))
        .collect()
}

fn state(needs: Needs, proof: &Proof) -> State {
    let met = match needs {
        Needs::TypeII => proof.type_ii,
        Needs::Certificate => proof.certificate,
        Needs::TypeIIOrCertificate => proof.type_ii || proof.certificate,
        Needs::AnyDocument => proof.any_document,
        Needs::Shown(control) if proof.open.contains(control) => return State::Open,
        Needs::Shown(control) => proof.shown.contains(control),
        Needs::OwnTest => proof.own_test,
        Needs::Answer(question) => match proof.levels.get(question) {
            Some(level) => *level >= GOOD,
            None => return State::Open,
        },
        Needs::WholeAnswer(question) => match proof.levels.get(question) {
            Some(level) => *level >= 1.0,
            None => return State::Open,
        },
    };
    if met { State::Met } else { State::Missing }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pack::id::ControlId;

    fn missing(tier: Tier, proof: &Proof) -> Vec<Piece> {
        pieces(tier, proof)
            .into_iter()
            .filter(|(_, state)| *state == State::Missing)
            .map(|(piece, _)| piece)
            .collect()
    }

    #[test]
    fn documents_alone_satisfy_no_tier() {
        let papers = Proof {
            type_ii: true,
            certificate: true,
            any_document: true,
            levels: [
                "Q.asr.02", "Q.asr.04", "Q.asr.07", "Q.asr.08", "Q.asr.11", "Q.asr.12",
            ]
            .into_iter()
            .map(|id| (id.into(), 1.0))
            .collect(),
            ..Proof::default()
        };
        for tier in [Tier::T1, Tier::T2, Tier::T3] {
            assert!(missing(tier, &papers).contains(&Piece::Revocation));
        }
    }

    #[test]
    fn the_lowest_tier_takes_any_document() {
        let type_i = Proof {
            any_document: true,
            shown: ["NL1", "RV1"].into_iter().map(ControlId::from).collect(),
            ..Proof::default()
        };
        assert!(missing(Tier::T3, &type_i).is_empty());
        assert!(!missing(Tier::T2, &type_i).is_empty());
    }

    #[test]
    fn a_control_nobody_answered_leaves_its_piece_open() {
        let silent = Proof {
            open: [ControlId::from("RV1")].into(),
            ..Proof::default()
        };
        let pieces = pieces(Tier::T3, &silent);
        assert!(pieces.contains(&(Piece::Revocation, State::Open)));
        assert!(pieces.contains(&(Piece::Inventory, State::Missing)));
    }

    #[test]
    fn a_question_nobody_answered_leaves_its_piece_open() {
        let pieces = pieces(Tier::T3, &Proof::default());
        assert!(pieces.contains(&(Piece::Scope, State::Open)));
        let poor = Proof {
            levels: [("Q.asr.02".into(), 0.74)].into(),
            ..Proof::default()
        };
        assert!(missing(Tier::T3, &poor).contains(&Piece::Scope));
    }
}

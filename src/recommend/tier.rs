//! What a tier of use asks of an identity provider: documents, and technical evidence beside them.
//!
//! The tiers are our own classification. A document alone never satisfies one (S4-01, S4-59,
//! S4-64): each asks for machine identities to be shown as well.

use super::proof::Proof;

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

/// A piece of what a tier asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Piece {
    text: &'static str,
    needs: Needs,
}

impl Piece {
    /// What it is.
    pub fn text(&self) -> &'static str {
        self.text
    }
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
    /// How it is said.
    pub fn text(self) -> &'static str {
        match self {
            Self::Met => "met",
            Self::Missing => "missing",
            Self::Open => "open",
        }
    }
}

/// What shows that a piece is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Needs {
    /// A sound SOC 2 Type II report.
    TypeII,
    /// A current ISO/IEC 27001 certificate.
    Certificate,
    /// One of these two.
    TypeIIOrCertificate,
    /// Any assurance document.
    AnyDocument,
    /// A good answer to this question.
    Answer(&'static str),
    /// The best answer to this question.
    WholeAnswer(&'static str),
    /// This control, credited and shown by more than documents.
    Shown(&'static str),
    /// A test of our own.
    OwnTest,
}

const fn piece(text: &'static str, needs: Needs) -> Piece {
    Piece { text, needs }
}

const INVENTORY: Piece = piece(
    "Inventory and ownership of machine identities shown",
    Needs::Shown("NL1"),
);
const ROTATION: Piece = piece("Rotation shown", Needs::Shown("NC2"));
const REVOCATION: Piece = piece("Revocation at scale shown", Needs::Shown("RV1"));
const LOG_EXPORT: Piece = piece("Log export shown", Needs::Shown("LG1"));
const SCOPE: Piece = piece(
    "The documents name the service we use",
    Needs::Answer("Q.asr.02"),
);
const CATEGORIES: Piece = piece(
    "SOC 2 covers security, availability and confidentiality",
    Needs::WholeAnswer("Q.asr.04"),
);
const USER_CONTROLS: Piece = piece(
    "User-entity controls are mapped and accepted",
    Needs::Answer("Q.asr.07"),
);

const T1: [Piece; 16] = [
    piece(
        "A SOC 2 Type II report: six months or more, ended within twelve, unmodified opinion",
        Needs::TypeII,
    ),
    piece(
        "An ISO/IEC 27001:2022 certificate, audited within fifteen months",
        Needs::Certificate,
    ),
    SCOPE,
    CATEGORIES,
    USER_CONTROLS,
    piece("Carve-outs are followed up", Needs::Answer("Q.asr.08")),
    piece(
        "The certificate is accredited and current",
        Needs::Answer("Q.asr.11"),
    ),
    piece(
        "The Statement of Applicability excludes nothing critical",
        Needs::Answer("Q.asr.12"),
    ),
    INVENTORY,
    ROTATION,
    REVOCATION,
    piece("Dormancy detection shown", Needs::Shown("NL4")),
    piece("Token lifetimes shown", Needs::Shown("NC1")),
    LOG_EXPORT,
    piece("Review export shown", Needs::Shown("RW1")),
    piece("A test in our own tenant", Needs::OwnTest),
];

const T2: [Piece; 8] = [
    piece(
        "A SOC 2 Type II report, or a certificate with a tested report promised by a date",
        Needs::TypeIIOrCertificate,
    ),
    SCOPE,
    USER_CONTROLS,
    INVENTORY,
    ROTATION,
    REVOCATION,
    LOG_EXPORT,
    piece(
        "Clean-up by SCIM tested: leavers lose access",
        Needs::Shown("HA2"),
    ),
];

const T3: [Piece; 4] = [
    piece(
        "Any assurance document; a SOC 2 Type I with an end date is enough",
        Needs::AnyDocument,
    ),
    SCOPE,
    INVENTORY,
    REVOCATION,
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
    pub fn title(self) -> &'static str {
        match self {
            Self::T1 => {
                "controls production, cloud automation, build and deployment, or customer data"
            }
            Self::T2 => "sign-in of the workforce, without reach into automation",
            Self::T3 => "low risk, or a trial",
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
        .map(|piece| (*piece, state(piece.needs, proof)))
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

    fn missing(tier: Tier, proof: &Proof) -> Vec<&'static str> {
        pieces(tier, proof)
            .into_iter()
            .filter(|(_, state)| *state == State::Missing)
            .map(|(piece, _)| piece.text)
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
            assert!(missing(tier, &papers).contains(&REVOCATION.text));
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
        assert!(pieces.contains(&(REVOCATION, State::Open)));
        assert!(pieces.contains(&(INVENTORY, State::Missing)));
    }

    #[test]
    fn a_question_nobody_answered_leaves_its_piece_open() {
        let pieces = pieces(Tier::T3, &Proof::default());
        assert!(pieces.contains(&(SCOPE, State::Open)));
        let poor = Proof {
            levels: [("Q.asr.02".into(), 0.74)].into(),
            ..Proof::default()
        };
        assert!(missing(Tier::T3, &poor).contains(&SCOPE.text));
    }
}

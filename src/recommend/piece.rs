//! The pieces that tiers of use are made of, and what shows that each is there.

use crate::words::{Words, say};

/// A piece of what a tier asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Piece {
    /// A sound SOC 2 Type II report.
    TypeII,
    /// A current certificate.
    Certificate,
    /// One of these two.
    TypeIIOrCertificate,
    /// Any assurance document.
    AnyDocument,
    /// Documents on the service we use.
    Scope,
    /// The categories of SOC 2.
    Categories,
    /// The controls left to us.
    UserControls,
    /// What the report leaves to others.
    CarveOuts,
    /// The standing of the certificate.
    Accreditation,
    /// What the Statement of Applicability excludes.
    Exclusions,
    /// Inventory and ownership.
    Inventory,
    /// Rotation.
    Rotation,
    /// Revocation.
    Revocation,
    /// Dormancy.
    Dormancy,
    /// Token lifetimes.
    TokenLifetimes,
    /// Log export.
    LogExport,
    /// Access reviews.
    ReviewExport,
    /// Clean-up by SCIM.
    Leavers,
    /// A test of our own.
    OwnTest,
}

impl Piece {
    /// What it is.
    pub fn text(self, words: &Words) -> String {
        match self {
            Self::TypeII => say!(words, "piece-type-ii"),
            Self::Certificate => say!(words, "piece-certificate"),
            Self::TypeIIOrCertificate => say!(words, "piece-type-ii-or-certificate"),
            Self::AnyDocument => say!(words, "piece-any-document"),
            Self::Scope => say!(words, "piece-scope"),
            Self::Categories => say!(words, "piece-categories"),
            Self::UserControls => say!(words, "piece-user-controls"),
            Self::CarveOuts => say!(words, "piece-carve-outs"),
            Self::Accreditation => say!(words, "piece-accreditation"),
            Self::Exclusions => say!(words, "piece-exclusions"),
            Self::Inventory => say!(words, "piece-inventory"),
            Self::Rotation => say!(words, "piece-rotation"),
            Self::Revocation => say!(words, "piece-revocation"),
            Self::Dormancy => say!(words, "piece-dormancy"),
            Self::TokenLifetimes => say!(words, "piece-token-lifetimes"),
            Self::LogExport => say!(words, "piece-log-export"),
            Self::ReviewExport => say!(words, "piece-review-export"),
            Self::Leavers => say!(words, "piece-leavers"),
            Self::OwnTest => say!(words, "piece-own-test"),
        }
    }

    /// What shows that it is there.
    pub(super) fn needs(self) -> Needs {
        match self {
            Self::TypeII => Needs::TypeII,
            Self::Certificate => Needs::Certificate,
            Self::TypeIIOrCertificate => Needs::TypeIIOrCertificate,
            Self::AnyDocument => Needs::AnyDocument,
            Self::Scope => Needs::Answer("Q.asr.02"),
            Self::Categories => Needs::WholeAnswer("Q.asr.04"),
            Self::UserControls => Needs::Answer("Q.asr.07"),
            Self::CarveOuts => Needs::Answer("Q.asr.08"),
            Self::Accreditation => Needs::Answer("Q.asr.11"),
            Self::Exclusions => Needs::Answer("Q.asr.12"),
            Self::Inventory => Needs::Shown("NL1"),
            Self::Rotation => Needs::Shown("NC2"),
            Self::Revocation => Needs::Shown("RV1"),
            Self::Dormancy => Needs::Shown("NL4"),
            Self::TokenLifetimes => Needs::Shown("NC1"),
            Self::LogExport => Needs::Shown("LG1"),
            Self::ReviewExport => Needs::Shown("RW1"),
            Self::Leavers => Needs::Shown("HA2"),
            Self::OwnTest => Needs::OwnTest,
        }
    }
}

/// What shows that a piece is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Needs {
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

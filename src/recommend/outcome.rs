//! What can be advised, and how it is said.

use serde::Serialize;

/// The advice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum Outcome {
    /// An ISO/IEC 27001 certificate is the proof to have first.
    #[serde(rename = "ISO_FIRST")]
    IsoFirst,
    /// A SOC 2 report is the proof to have first.
    #[serde(rename = "SOC2_FIRST")]
    Soc2First,
    /// SOC 2 outward, the methods of ISO/IEC 27001 inward.
    #[serde(rename = "SOC2_ISO_INFORMED")]
    Soc2IsoInformed,
    /// Both proofs are needed.
    #[serde(rename = "BOTH")]
    Both,
    /// The SOC 2 report that is held stays; an ISO/IEC 27001 certificate is added.
    #[serde(rename = "ADD_ISO")]
    AddIso,
    /// The certificate that is held stays; a SOC 2 Type II report is added.
    #[serde(rename = "ADD_SOC2_T2")]
    AddSoc2TypeII,
    /// The SOC 2 report that is held suffices, with the methods of ISO/IEC 27001 inward.
    #[serde(rename = "KEEP_SOC2_ISO_INFORMED")]
    KeepSoc2IsoInformed,
    /// The certificate that is held suffices.
    #[serde(rename = "KEEP_ISO")]
    KeepIso,
    /// Both are held and stay.
    #[serde(rename = "KEEP_BOTH")]
    KeepBoth,
    /// Too little is known to advise.
    #[serde(rename = "NEED_MORE_CONTEXT")]
    NeedMoreContext,
}

/// A scheme that an advice leans to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// ISO/IEC 27001.
    Iso,
    /// SOC 2.
    Soc2,
}

/// Where to begin when both are advised.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum Start {
    /// A SOC 2 Type I report, because time is short.
    #[serde(rename = "soc2_t1")]
    Soc2TypeI,
    /// SOC 2, the side with more points.
    #[serde(rename = "soc2")]
    Soc2,
    /// ISO/IEC 27001, the side with more points.
    #[serde(rename = "iso")]
    Iso,
}

impl Outcome {
    /// The id of the decision table, as in JSON.
    pub fn id(self) -> &'static str {
        match self {
            Self::IsoFirst => "ISO_FIRST",
            Self::Soc2First => "SOC2_FIRST",
            Self::Soc2IsoInformed => "SOC2_ISO_INFORMED",
            Self::Both => "BOTH",
            Self::AddIso => "ADD_ISO",
            Self::AddSoc2TypeII => "ADD_SOC2_T2",
            Self::KeepSoc2IsoInformed => "KEEP_SOC2_ISO_INFORMED",
            Self::KeepIso => "KEEP_ISO",
            Self::KeepBoth => "KEEP_BOTH",
            Self::NeedMoreContext => "NEED_MORE_CONTEXT",
        }
    }

    /// A few words for a heading.
    pub fn title(self) -> &'static str {
        match self {
            Self::IsoFirst => "ISO/IEC 27001 first",
            Self::Soc2First => "SOC 2 first",
            Self::Soc2IsoInformed => "SOC 2 first, run with ISO methods",
            Self::Both => "Both ISO/IEC 27001 and SOC 2",
            Self::AddIso => "Keep SOC 2, add ISO/IEC 27001",
            Self::AddSoc2TypeII => "Keep ISO/IEC 27001, add SOC 2 Type II",
            Self::KeepSoc2IsoInformed => "Keep SOC 2, run with ISO methods",
            Self::KeepIso => "Keep ISO/IEC 27001",
            Self::KeepBoth => "Keep both",
            Self::NeedMoreContext => "More context is needed",
        }
    }

    /// What it means, in one or two sentences.
    pub fn meaning(self) -> &'static str {
        match self {
            Self::IsoFirst => {
                "Ask first for an ISO/IEC 27001:2022 certificate whose scope names this service. It shows a \
                 management system that lasts; it shows no test results."
            }
            Self::Soc2First => {
                "Ask first for a SOC 2 report on this service, as a Type II as soon as a period has passed. It \
                 shows tests of named controls; it does not show how risk is governed beyond them."
            }
            Self::Soc2IsoInformed => {
                "Ask for a SOC 2 report on this service, and expect the methods of ISO/IEC 27001 inside: access \
                 reviews, rotation and exceptions that recur and have owners."
            }
            Self::Both => {
                "Neither proof alone answers what must be shown here: a certificate for the management system, \
                 a SOC 2 Type II report for tested operation. Run one set of controls for both."
            }
            Self::AddIso => {
                "The SOC 2 Type II report stays. Add an ISO/IEC 27001:2022 certificate, because a management \
                 system must be shown as well."
            }
            Self::AddSoc2TypeII => {
                "The ISO/IEC 27001 certificate stays. Add a SOC 2 Type II report, because tests over a period \
                 must be shown as well."
            }
            Self::KeepSoc2IsoInformed => {
                "The SOC 2 Type II report that is held answers what must be shown. Expect the methods of \
                 ISO/IEC 27001 inside; a certificate is not needed for it."
            }
            Self::KeepIso => {
                "The ISO/IEC 27001 certificate that is held answers what must be shown; a SOC 2 report is not \
                 needed for it."
            }
            Self::KeepBoth => {
                "Both kinds of proof are held. Keep them current and check their scope and dates; ask for no \
                 further scheme."
            }
            Self::NeedMoreContext => {
                "The answers so far do not point to either scheme. Answer the open criteria and ask again."
            }
        }
    }

    /// Whether one asks for the certificate first and the other for the report first.
    pub fn is_opposite_of(self, other: Self) -> bool {
        matches!(
            (self, other),
            (Self::IsoFirst, Self::Soc2First) | (Self::Soc2First, Self::IsoFirst)
        )
    }

    /// Whether a proof that is held made the difference (C18).
    pub fn builds_on_what_is_held(self) -> bool {
        match self {
            Self::AddIso
            | Self::AddSoc2TypeII
            | Self::KeepSoc2IsoInformed
            | Self::KeepIso
            | Self::KeepBoth => true,
            Self::IsoFirst
            | Self::Soc2First
            | Self::Soc2IsoInformed
            | Self::Both
            | Self::NeedMoreContext => false,
        }
    }

    /// Whether it leads to a SOC 2 report that is not held yet.
    pub fn asks_for_soc2(self) -> bool {
        matches!(
            self,
            Self::Soc2First | Self::Soc2IsoInformed | Self::Both | Self::AddSoc2TypeII
        )
    }

    /// The scheme whose proof it asks for or keeps alone; none when it is both or neither.
    pub fn side(self) -> Option<Side> {
        match self {
            Self::IsoFirst | Self::AddIso | Self::KeepIso => Some(Side::Iso),
            Self::Soc2First
            | Self::Soc2IsoInformed
            | Self::AddSoc2TypeII
            | Self::KeepSoc2IsoInformed => Some(Side::Soc2),
            Self::Both | Self::KeepBoth | Self::NeedMoreContext => None,
        }
    }

    /// Whether it rests on ISO/IEC 27001 alone.
    pub fn is_iso_alone(self) -> bool {
        matches!(self, Self::IsoFirst | Self::KeepIso)
    }

    /// Whether it rests on SOC 2 alone.
    pub fn is_soc2_alone(self) -> bool {
        matches!(
            self,
            Self::Soc2First | Self::Soc2IsoInformed | Self::KeepSoc2IsoInformed
        )
    }
}

impl Start {
    /// How it is said.
    pub fn text(self) -> &'static str {
        match self {
            Self::Soc2TypeI => {
                "Start with a SOC 2 Type I report: the deadline is short, and a Type I needs no period."
            }
            Self::Soc2 => "Start with SOC 2.",
            Self::Iso => "Start with ISO/IEC 27001.",
        }
    }
}

//! What can be advised, and how it is said.

use serde::Serialize;

use crate::words::{Words, say};

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
    pub fn title(self, words: &Words) -> String {
        match self {
            Self::IsoFirst => say!(words, "advice-iso-first"),
            Self::Soc2First => say!(words, "advice-soc2-first"),
            Self::Soc2IsoInformed => say!(words, "advice-soc2-iso-informed"),
            Self::Both => say!(words, "advice-both"),
            Self::AddIso => say!(words, "advice-add-iso"),
            Self::AddSoc2TypeII => say!(words, "advice-add-soc2-type-ii"),
            Self::KeepSoc2IsoInformed => say!(words, "advice-keep-soc2-iso-informed"),
            Self::KeepIso => say!(words, "advice-keep-iso"),
            Self::KeepBoth => say!(words, "advice-keep-both"),
            Self::NeedMoreContext => say!(words, "advice-need-more-context"),
        }
    }

    /// What it means, in one or two sentences.
    pub fn meaning(self, words: &Words) -> String {
        match self {
            Self::IsoFirst => say!(words, "meaning-iso-first"),
            Self::Soc2First => say!(words, "meaning-soc2-first"),
            Self::Soc2IsoInformed => say!(words, "meaning-soc2-iso-informed"),
            Self::Both => say!(words, "meaning-both"),
            Self::AddIso => say!(words, "meaning-add-iso"),
            Self::AddSoc2TypeII => say!(words, "meaning-add-soc2-type-ii"),
            Self::KeepSoc2IsoInformed => say!(words, "meaning-keep-soc2-iso-informed"),
            Self::KeepIso => say!(words, "meaning-keep-iso"),
            Self::KeepBoth => say!(words, "meaning-keep-both"),
            Self::NeedMoreContext => say!(words, "meaning-need-more-context"),
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
    pub fn text(self, words: &Words) -> String {
        match self {
            Self::Soc2TypeI => say!(words, "start-soc2-type-i"),
            Self::Soc2 => say!(words, "start-soc2"),
            Self::Iso => say!(words, "start-iso"),
        }
    }
}

//! Names of things, one type each, so that a control can never be passed where a question is meant.

use std::fmt;

use serde::{Deserialize, Serialize};

macro_rules! id {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(String);

        impl $name {
            /// Wraps the text of an id; whether the id is known is the reader's question.
            pub fn new(text: impl Into<String>) -> Self {
                Self(text.into())
            }

            /// The id as it is written in YAML, JSON and the report.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(&self.0)
            }
        }

        impl std::borrow::Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                Self::new(text)
            }
        }
    )+};
}

id! {
    /// A question, such as `Q.tok.01`.
    QuestionId,
    /// A named part of a question, such as `access-token` in `Q.tok.01`.
    PartId,
    /// One option of a choice, such as `enforced`.
    OptionId,
    /// A section of a pack, such as `nhi-lifecycle`.
    SectionId,
    /// A scored control, such as `NL1`.
    ControlId,
    /// A budgeted domain, such as `nhi_lifecycle`.
    DomainId,
    /// A topic of the crosswalk, such as `token_ttl`.
    TopicId,
    /// A framework of the catalogue, such as `soc2_tsc`.
    FrameworkId,
    /// A sourced number, such as `TOK-01`, or a band derived from several, such as `B-TTL-NHI`.
    ThresholdId,
    /// A statement of the texts the product implements, such as `S4-35`.
    ClaimId,
    /// What an artefact can say, such as `machine-token-lifetime`.
    FactId,
    /// A finding, such as `live-leavers`.
    FindingId,
    /// An evidence record of an assessment, such as `E3`.
    EvidenceId,
}

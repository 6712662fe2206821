//! What each edition of the report holds, said in all of them.
//!
//! Whoever holds one edition knows from it that there are others, and what to ask for. The order of the parts is
//! that of `templates/report/committee.md`, `architect.md` and `analyst.md`.

use serde::Serialize;

use super::Audience;
use crate::words::{Words, say};

/// An edition of the report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Edition {
    /// Who it is for.
    pub title: String,
    /// What it holds.
    pub holds: String,
    /// What the other editions hold.
    pub others: String,
}

/// The edition for an audience.
pub fn edition(words: &Words, audience: Audience) -> Edition {
    match audience {
        Audience::Committee => Edition {
            title: say!(words, "edition-committee"),
            holds: say!(words, "edition-committee-holds"),
            others: say!(words, "edition-committee-others"),
        },
        Audience::Architect => Edition {
            title: say!(words, "edition-architect"),
            holds: say!(words, "edition-architect-holds"),
            others: say!(words, "edition-architect-others"),
        },
        Audience::Analyst => Edition {
            title: say!(words, "edition-analyst"),
            holds: say!(words, "edition-analyst-holds"),
            others: say!(words, "edition-analyst-others"),
        },
    }
}

//! What each edition of the report holds, said in all of them.
//!
//! Whoever holds one edition knows from it that there are others, and what to ask for. The order of the parts is
//! that of `templates/report/committee.md`, `architect.md` and `analyst.md`.

use serde::Serialize;

use super::Audience;

/// An edition of the report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Edition {
    /// Who it is for.
    pub title: &'static str,
    /// What it holds.
    pub holds: &'static str,
    /// What the other editions hold.
    pub others: &'static str,
}

/// The edition for an audience.
pub fn edition(audience: Audience) -> Edition {
    match audience {
        Audience::Committee => Edition {
            title: "Edition for the risk committee",
            holds: "It is complete for a decision: the verdict with its conditions, the risk and where it comes \
                    from, what would change the result, and the limits of all this.",
            others: "The architect's edition adds every control, finding, document and answer with the method; \
                     the analyst's lists the evidence to ask for and the work that is open.",
        },
        Audience::Architect => Edition {
            title: "Edition for the security architect",
            holds: "It holds everything, from the result to what it rests on; the longest tables stand in the \
                    appendix.",
            others: "The committee's edition keeps what is needed to decide; the analyst's leads with the evidence \
                     to ask for and the work that is open.",
        },
        Audience::Analyst => Edition {
            title: "Edition for the analyst",
            holds: "It leads with the work that is open: evidence to ask for by who holds it, findings, and the \
                    plan; then what the files and documents show.",
            others: "The committee's edition holds what is needed to decide; the architect's adds every control \
                     and answer with the method.",
        },
    }
}

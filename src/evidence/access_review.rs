//! Access reviews: who looked at which account, when, and what came of it.
//!
//! A review that was not decided is no review, a removal that was decided is none until it is carried out,
//! and one date is no rhythm.

mod bulk;
mod cycles;
mod decision;
mod entra_history;
mod generic;
mod graph_decisions;
mod items;

use super::families::{Family, Format};

const FAMILY_ID: &str = "access-review";

/// Access reviews.
pub const FAMILY: Family = Family {
    id: FAMILY_ID,
    title: "Access reviews",
    formats: &[
        Format {
            id: "entra-history",
            title: "Review history of Microsoft Entra (table)",
            read: entra_history::read,
        },
        Format {
            id: "graph-decisions",
            title: "Decisions of a review of Microsoft Entra (JSON of Graph)",
            read: graph_decisions::read,
        },
        Format {
            id: "generic",
            title: "Access review of any origin (table)",
            read: generic::read,
        },
    ],
};

//! Assurance documents: the 78 red flags, their edges, what they take from the credit, the answers
//! they settle, and what holds for any document.
//!
//! The rules are those of the fact base, written down a second time.

mod dates;
mod effects;
#[path = "../fixture/mod.rs"]
mod fixture;
mod flags;
mod matrix;
mod names;
mod properties;
mod random;
mod settle;
mod world;

//! What the fuzz targets of the families share.

#[path = "../invariants.rs"]
mod invariants;

pub use invariants::check;

//! Assesses what is left of the identity risk once a cloud identity provider has shown its papers.

pub mod built_in;
pub mod pack;
pub mod source;

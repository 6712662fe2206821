//! Assesses what is left of the identity risk once a cloud identity provider has shown its papers.

pub mod assessment;
pub mod built_in;
pub mod checks;
pub mod cli;
#[cfg(test)]
mod fixture;
pub mod interview;
pub mod pack;
pub mod recommend;
pub mod render;
pub mod report;
pub mod score;
pub mod source;

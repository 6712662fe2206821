//! Assesses what is left of the identity risk once a cloud identity provider has shown its papers.
//!
//! # The way of the data, and of the files
//!
//! ```text
//! source <- evidence <- pack <- assessment <- interview
//!                                   ^-- checks <- score <- recommend <- report <- render <- cli
//! ```
//!
//! A module uses only what stands left of it; a test holds the table of what is allowed.
//!
//! - [`source`]: a text and where it came from. YAML is read into a tree that remembers places, and
//!   all problems of a file are reported at once.
//! - [`evidence`]: what the files say. Artefacts are recognised by their content and read into facts, secrets
//!   cut out; the text of a PDF becomes proposals that count only once a person confirms them.
//! - [`pack`]: what we ask. Questions, options, scales, conditions, controls, the numbers of the
//!   scoring model, frameworks and crosswalk. [`built_in`] is the pack that is compiled in.
//! - [`assessment`]: what we were told. Answers, evidence records, and the file they live in.
//! - [`interview`]: how we ask. A state machine without a terminal in it.
//! - [`checks`]: is it proven. Claims held against facts, and findings, on two axes that are never netted.
//! - [`score`]: what is left. The model irm-1.0.0, pure and deterministic.
//! - [`recommend`]: ISO/IEC 27001 or SOC 2. A decision table kept as data, with its reasons.
//! - [`report`]: everything a reader sees, ordered and worded, as one value.
//! - [`render`]: one written form a file: Markdown by template, from it HTML, PDF and Markdown for GitHub; JSON,
//!   workbooks and OSCAL.
//! - [`cli`]: the only place that knows every module; its `store` alone touches files, its
//!   `terminal` alone prompts.
//!
//! From `source` to `report` nothing knows a file, a clock, the surroundings or a terminal: the same
//! assessment gives the same score and the same bytes, today and in ten years.
//!
//! # Example
//!
//! ```
//! use idp_assay::assessment::reader;
//! use idp_assay::score::score_assessment;
//! use idp_assay::source::{Problems, Source};
//!
//! let pack = idp_assay::built_in::pack();
//! let file = Source::new(
//!     "acme.yaml",
//!     "format: 1\n\
//!      vendor: Acme Identity\n\
//!      product: Acme Cloud\n\
//!      packs: [{id: idp, version: 1.0.0}]\n\
//!      model: irm-1.0.0\n\
//!      depth: quick\n\
//!      as_of: 2026-11-20\n\
//!      answers:\n  Q.rvw.06: {value: yes}\n",
//! );
//! let problems = reader::read(&file, &pack, None).expect_err("`yes` is none of its options");
//! assert!(problems.to_string().contains("acme.yaml:9:21"));
//!
//! let file = Source::new("acme.yaml", file.text().replace("Q.rvw.06", "Q.ctx.02"));
//! let assessment = reader::read(&file, &pack, None)?;
//! let residual = score_assessment(&pack, &assessment).score.residual;
//! assert!(residual.low <= residual.point && residual.point <= residual.high);
//! # Ok::<(), Problems>(())
//! ```

pub mod assessment;
pub mod built_in;
pub mod checks;
pub mod cli;
pub mod evidence;
#[cfg(test)]
mod fixture;
pub mod interview;
pub mod pack;
pub mod recommend;
pub mod render;
pub mod report;
pub mod score;
pub mod source;
pub mod words;

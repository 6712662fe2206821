//! A small pack and assessments on it, for unit tests: three controls, questions as a test needs.

use std::sync::Arc;

use crate::assessment::{Assessment, reader};
use crate::pack::Pack;
use crate::pack::reader::{Files, read};
use crate::source::{Code, Problem, Source};

const MANIFEST: &str = "
format: 1
id: small
version: 1.0.0
title: A small pack
model: model.yaml
frameworks: frameworks.yaml
thresholds: thresholds.yaml
sections: [section.yaml]
";

/// The knock-out `RV1` and `NL4` are technical, `AS2` is on the assurance axis.
const MODEL: &str = "
format: 1
version: small-1
shape: {p: 2, q: 4, kappa: 0.40, eta0: 0.05, eta_blast: 0.22}
evidence:
  ladder:
    assertion:     {credibility: 0.30, independence: 0}
    policy:        {credibility: 0.40, independence: 0, grace_months: 12, half_life_months: 24}
    iso27001:      {credibility: 0.50, independence: 1, grace_months: 12, half_life_months: 12}
    soc2_t1:       {credibility: 0.60, independence: 1, grace_months: 3, half_life_months: 6}
    config_export: {credibility: 0.70, independence: 0.5, grace_months: 1, half_life_months: 6}
    soc2_t2:       {credibility: 0.80, independence: 1, grace_months: 3, half_life_months: 12}
    verified:      {credibility: 0.97, independence: 1, grace_months: 3, half_life_months: 9}
  relevance: {direct: 1, partial: 0.5, generic: 0.2, none: 0}
  full_period_months: 12
  default_sample: 25
  qualified_cap: 0.40
inherent:
  beta: {data: 0.55, criticality: 0.50, regulatory: 0.30, nhi: 0.40, cicd: 0.35, blast: 0.90}
  nhi_log10_full: 5
limits: {gate_effectiveness: 0.25, gate_min_inherent: 0.50, rated: 0.80, provisional: 0.40, confident: 0.50}
bands: [{from: 0, band: low}, {from: 20, band: moderate}, {from: 40, band: elevated}, {from: 60, band: high}, {from: 80, band: critical}]
domains:
  - {id: revocation, title: Revocation, budget: 0.5}
  - {id: assurance, title: Assurance, budget: 0.1}
controls:
  - {id: RV1, title: Revoke, domain: revocation, weight: 3, subject: nhi, knockout: 1, na_allowed: false, soc2: generic, iso27001: none}
  - {id: NL4, title: Find, domain: revocation, weight: 1, subject: human, knockout: 0, na_allowed: true, soc2: partial, iso27001: generic}
  - {id: AS2, title: Report, domain: assurance, weight: 1, subject: platform, knockout: 0, na_allowed: true, soc2: direct, iso27001: none}
sources: {shape: Judgement}
";

const FRAMEWORKS: &str = "
format: 1
topics: [{id: topic, name: Topic, good: Good, assurance_gap: Gap}]
frameworks: {soc2_tsc: {name: Criteria, items: [{id: CC6.1, title: Access}]}}
crosswalk: {topic: {soc2_tsc: [CC6.1]}}
";

const THRESHOLDS: &str = "
format: 1
thresholds: {}
";

/// A finding on every question that is less than fully in place.
const BAD: &str =
    "bad: [{below: 0.5, severity: high, message: M, remediation: R, clause: C, finding: ";

/// A question of the fixture: its id, what it feeds, and further lines of YAML.
pub(crate) fn question(id: &str, feeds: &str, rest: &str) -> String {
    let kebab = id.to_lowercase().replace('.', "-");
    let bad = if feeds.starts_with("scored") && !rest.contains("bad:") {
        format!("{BAD}{kebab}}}]")
    } else {
        String::new()
    };
    let depth = if rest.contains("depth:") {
        ""
    } else {
        "depth: quick"
    };
    let answer = if rest.contains("answer:") {
        ""
    } else {
        "answer: {kind: yes-no, levels: {yes: 1, no: 0}}"
    };
    let head = format!("id: {id}\ntopic: topic\ntext: T\nwhy: W\ngood: G\nfind: F\nattach: A");
    let tail = "evidence: [verified]\nframeworks: {soc2_tsc: [CC6.1]}\nclaims: []";
    let lines = [head.as_str(), tail, feeds, depth, answer, rest.trim(), &bad].join("\n");
    let indented: Vec<_> = lines
        .lines()
        .filter(|line| !line.trim().is_empty())
        .map(|line| format!("    {line}\n"))
        .collect();
    format!("  -\n{}", indented.concat())
}

/// A gating question of a control.
pub(crate) fn gating(id: &str, control: &str) -> String {
    question(
        id,
        &format!("scored: {{control: {control}, share: 1, gating: true}}"),
        "",
    )
}

/// One gating question for each control.
pub(crate) fn gates() -> Vec<String> {
    vec![
        gating("Q.rv", "RV1"),
        gating("Q.nl", "NL4"),
        gating("Q.as", "AS2"),
    ]
}

/// The pack with these questions.
pub(crate) fn pack(questions: &[String]) -> Pack {
    let section = "section: {id: all, title: All, intro: All.}\nquestions:\n";
    let files = Texts(format!("{section}{}", questions.concat()));
    read(&Source::new("pack.yaml", MANIFEST), &files)
        .unwrap_or_else(|problems| panic!("{problems:?}"))
}

/// The pack with one gating question for each control and these besides.
pub(crate) fn pack_with(questions: &[String]) -> Pack {
    pack(&[gates(), questions.to_vec()].concat())
}

/// An assessment as of 2026-06-30 at full depth; `rest` is YAML that begins with `answers:`.
pub(crate) fn assessment(pack: &Pack, rest: &str) -> Assessment {
    let head = "format: 1\nvendor: V\nproduct: P\npacks: [{id: small, version: 1.0.0}]\n\
                model: small-1\ndepth: full\nas_of: 2026-06-30\n";
    reader::read(
        &Source::new("file.yaml", format!("{head}{rest}")),
        pack,
        None,
    )
    .unwrap_or_else(|problems| panic!("{problems:?}"))
}

/// The files of the pack; holds the text of the section.
struct Texts(String);

impl Files for Texts {
    fn open(&self, path: &str) -> Result<Arc<Source>, Problem> {
        let text = match path {
            "model.yaml" => MODEL,
            "frameworks.yaml" => FRAMEWORKS,
            "thresholds.yaml" => THRESHOLDS,
            "section.yaml" => &self.0,
            _ => return Err(Problem::new(Code::WrongValue, "no such file")),
        };
        Ok(Source::new(path, text))
    }
}

//! The recommendation builds on the documents that are held, and only on those that count (C18).

use idp_assay::assessment::{Assessment, reader};
use idp_assay::built_in;
use idp_assay::recommend::outcome::Outcome;
use idp_assay::recommend::tier::State;
use idp_assay::recommend::{Advised, advise};
use idp_assay::score::score_assessment;
use idp_assay::source::Source;

const REPORT: &str = "{id: D1, kind: soc2_t2, reference: R, confirmed: {by: A, on: 2026-06-01}, \
    says: {subject: vendor, period: {from: 2025-01-01, to: 2025-12-31}, report-date: 2026-03-01, \
    opinion: unmodified, product: yes}}";
const CERTIFICATE: &str = "{id: D2, kind: iso27001, reference: C, confirmed: {by: A, on: 2026-06-01}, \
    says: {edition: 2022, accreditation: recognised, issue: 2025-09-01, expiry: 2028-08-31, \
    last-audit: 2025-09-01, product: yes}}";

fn assessment(documents: &str, answers: &str) -> Assessment {
    let text = format!(
        "format: 1\nvendor: V\nproduct: P\npacks: [{{id: idp, version: 1.0.0}}]\nmodel: irm-1.0.0\n\
         depth: quick\nas_of: 2026-06-01\nanswers: {{Q.ctx.22: {{value: t2}}, \
         Q.ctx.11: {{value: both}}, Q.asr.03: {{value: {{report: t2-full}}}}{answers}}}\n\
         documents: [{documents}]\n"
    );
    let source = Source::new("a.yaml", text);
    reader::read(&source, &built_in::pack(), None).expect("it has no problems")
}

fn advised(documents: &str, answers: &str) -> Advised {
    let pack = built_in::pack();
    let told = assessment(documents, answers);
    advise(&pack, &told, &score_assessment(&pack, &told))
}

fn outcome(documents: &str) -> Outcome {
    advised(documents, "").recommendation.outcome
}

#[test]
fn what_is_held_is_kept_and_what_is_missing_is_added() {
    assert_eq!(outcome(""), Outcome::Both);
    assert_eq!(outcome(REPORT), Outcome::AddIso);
    assert_eq!(outcome(CERTIFICATE), Outcome::AddSoc2TypeII);
    assert_eq!(
        outcome(&format!("{REPORT}, {CERTIFICATE}")),
        Outcome::KeepBoth
    );
}

#[test]
fn a_document_that_gives_no_credit_is_not_held() {
    let expired = CERTIFICATE.replace("expiry: 2028-08-31", "expiry: 2026-05-31");
    assert_eq!(outcome(&format!("{REPORT}, {expired}")), Outcome::AddIso);
    let unsigned = REPORT.replace("product: yes", "product: yes, signature: unsigned");
    let both = format!("{unsigned}, {CERTIFICATE}");
    assert_eq!(outcome(&both), Outcome::AddSoc2TypeII);
    let unconfirmed = REPORT.replace("confirmed: {by: A, on: 2026-06-01}, ", "");
    assert_eq!(outcome(&unconfirmed), Outcome::Both);
}

#[test]
fn what_is_only_said_to_be_held_stays_said() {
    let said = ", Q.asr.01: {value: [iso]}";
    assert_eq!(
        advised(REPORT, said).recommendation.outcome,
        Outcome::KeepBoth
    );
}

#[test]
fn the_tier_finds_its_papers_among_the_documents() {
    let met = |documents: &str| {
        let (_, pieces) = advised(documents, "").tier.expect("a tier is recorded");
        pieces[0]
    };
    assert_eq!(met("").1, State::Missing);
    assert_eq!(met(REPORT).1, State::Met);
    let short = REPORT.replace("from: 2025-01-01", "from: 2025-08-01");
    assert_eq!(met(&short).1, State::Missing);
}

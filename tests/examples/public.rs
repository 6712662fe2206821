//! The real provider: nothing is said that a cited public document does not carry.

use idp_assay::assessment::answer::{Response, State};
use idp_assay::cli::store::Opened;
use idp_assay::pack::catalogue::Catalogue;
use idp_assay::pack::id::ThresholdId;
use idp_assay::pack::model::EvidenceKind;
use idp_assay::pack::question::Role;
use idp_assay::score::verdict::{Status, Verdict};

use super::{PUBLIC, open, run, score};

/// Ids of thresholds that stand in a text, known or not: capitals and digits with dashes.
fn threshold_ids(text: &str, catalogue: &Catalogue) -> Vec<ThresholdId> {
    let families: Vec<&str> = catalogue
        .thresholds
        .keys()
        .filter_map(|id| id.as_str().split('-').next())
        .collect();
    text.split(|c: char| !c.is_ascii_alphanumeric() && c != '-')
        .filter(|word| {
            let family = word.split_once('-').map(|(family, _)| family);
            family.is_some_and(|family| families.contains(&family))
        })
        .map(ThresholdId::new)
        .collect()
}

/// Whether a text holds a day (2026-01-31) or an edition (v7.0.0).
fn is_dated(text: &str) -> bool {
    text.split(|c: char| !c.is_ascii_alphanumeric() && c != '-' && c != '.')
        .map(|word| word.trim_end_matches('.'))
        .any(|word| {
            chrono::NaiveDate::parse_from_str(word, "%Y-%m-%d").is_ok()
                || word
                    .strip_prefix('v')
                    .is_some_and(|edition| edition.split('.').count() == 3)
        })
}

#[test]
fn the_real_provider_rests_on_facts_that_the_catalogue_cites() {
    let Opened { pack, assessment } = open(PUBLIC);
    let scored = |id| match pack.question(id).map(|question| &question.role) {
        Some(Role::Scored(_)) => true,
        Some(_) | None => false,
    };
    let answered = |(_, held): &(_, &Response)| matches!(held.state, State::Answered(_));
    let answers: Vec<_> = assessment
        .answers
        .iter()
        .filter(|(id, _)| scored(id))
        .filter(answered)
        .collect();
    assert!(!answers.is_empty());
    for (id, held) in answers {
        let note = held.note.as_deref().unwrap_or("");
        let cited = threshold_ids(note, &pack.catalogue);
        assert!(!cited.is_empty(), "{id} cites nothing");
        assert!(is_dated(note), "{id} cites without a date");
        for threshold in cited {
            let known = pack.catalogue.thresholds.get(&threshold);
            assert!(known.is_some(), "{id} cites `{threshold}`");
        }
    }
}

#[test]
fn what_is_said_about_the_real_provider_is_the_vendors_own_published_word() {
    let Opened { assessment, .. } = open(PUBLIC);
    for record in &assessment.evidence {
        assert_eq!(record.kind, EvidenceKind::Policy, "{}", record.id);
        assert!(is_dated(&record.reference), "{}", record.id);
        assert!(
            record.reference.contains(&record.date.to_string()),
            "{}",
            record.id
        );
    }
    let undecided = |state: &State| !matches!(state, State::NotApplicable(_));
    assert!(
        assessment
            .answers
            .values()
            .all(|held| undecided(&held.state))
    );
}

#[test]
fn the_buyer_of_the_real_provider_is_said_to_be_assumed() {
    let Opened { pack, assessment } = open(PUBLIC);
    for (id, held) in &assessment.answers {
        let scored = pack
            .question(id)
            .is_some_and(|question| matches!(question.role, Role::Scored(_)));
        if !scored && matches!(held.state, State::Answered(_)) {
            let note = held.note.as_deref().unwrap_or("");
            assert!(note.starts_with("Assumed buyer."), "{id}");
        }
    }
}

#[test]
fn public_facts_alone_settle_nothing_about_the_real_provider() {
    let opened = open(PUBLIC);
    let scored = score(&opened);
    let ruling = &scored.score.ruling;
    assert_ne!(ruling.status, Status::Rated);
    assert_eq!(ruling.verdict, Verdict::InsufficientEvidence);
    assert!(ruling.band_range[0] < ruling.band_range[1]);
    assert!(ruling.caps.is_empty());
    let printed = run(&["score", "examples/entra-public-facts/assessment.yaml"]);
    let printed = String::from_utf8(printed).expect("it is text");
    let residual = &scored.score.residual;
    for end in [residual.low, residual.high] {
        assert!(
            printed.contains(&format!("{end:.1}")),
            "{end:.1} is printed"
        );
    }
}

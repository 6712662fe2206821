//! What checks, score and advice say of the examples in German: no sentence of theirs stays English.

use std::path::Path;

use idp_assay::checks::Place;
use idp_assay::checks::documents::dates::stops_counting;
use idp_assay::checks::documents::held::Held;
use idp_assay::checks::series::series;
use idp_assay::cli::store::{self, Opened};
use idp_assay::pack::language::Language;
use idp_assay::recommend::advise;
use idp_assay::score::{AssessmentScore, score_assessment};
use idp_assay::words::Words;

fn open(example: &str, language: Language) -> Opened {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples");
    let file = folder.join(example).join("assessment.yaml");
    let opened = store::read(&file, None).expect("an example has no problems");
    opened.in_language(Some(language))
}

/// Everything that is said of an example in a language, in one order.
fn said(example: &str, language: Language) -> Vec<String> {
    let opened = open(example, language);
    let scored = score_assessment(&opened.pack, &opened.assessment);
    let words = Words::of(language);
    [
        of_checks(words, &opened, &scored),
        of_advice(words, &opened, &scored),
    ]
    .concat()
}

fn of_checks(words: &Words, opened: &Opened, scored: &AssessmentScore) -> Vec<String> {
    // What a bad answer means is a text of the questionnaire.
    let findings = scored.findings.iter();
    let findings = findings.filter(|finding| !matches!(finding.place, Place::Answer { .. }));
    let held = Held::new(&opened.pack, &opened.assessment);
    let stops = stops_counting(&held).into_iter().map(|stop| stop.because);
    let of_series = series(words, &opened.assessment);
    let caps = scored.score.ruling.caps.iter();
    findings
        .map(|finding| finding.message.clone())
        .chain(scored.compared.iter().map(|row| row.why.clone()))
        .chain(stops)
        .chain(of_series.into_iter().flat_map(|series| series.shows))
        .chain(caps.map(|cap| cap.reason(words)))
        .collect()
}

fn of_advice(words: &Words, opened: &Opened, scored: &AssessmentScore) -> Vec<String> {
    let advised = advise(&opened.pack, &opened.assessment, scored);
    let advice = &advised.recommendation;
    let rules = advice.fired.iter();
    let warnings = advice.warnings.iter();
    let pieces = advised.tier.iter().flat_map(|(_, pieces)| pieces);
    let shaped = advice.modifiers.iter().chain(&advice.unanswered);
    [
        advice.outcome.title(words),
        advice.outcome.meaning(words),
        advice.main_reason(words),
    ]
    .into_iter()
    .chain(rules.map(|rule| rule.reason.text(words)))
    .chain(warnings.map(|case| case.text(words)))
    .chain(shaped.map(|row| row.asks(words)))
    .chain(pieces.map(|(piece, state)| format!("{}: {}", piece.text(words), state.text(words))))
    .collect()
}

#[test]
fn no_sentence_about_the_examples_stays_english() {
    for (example, least) in [("larkhaven", 50), ("ferrowick", 50), ("sealwright", 20)] {
        let english = said(example, Language::English);
        let german = said(example, Language::German);
        assert_eq!(english.len(), german.len(), "{example}");
        assert!(english.len() >= least, "{example}: {}", english.len());
        for (english, german) in english.iter().zip(&german) {
            assert_ne!(english, german, "{example}");
        }
    }
}

//! JSON for other programs: the score, the framework recommendation, the whole report.
//!
//! Each form has structs of its own with a schema version, so that a change of the model's types
//! cannot change what others read. The schemas are published in `docs/`. Numbers have full
//! precision; nothing is rounded here. One object a document, its keys in the published order.

mod recommendation;
mod score;

use serde::Serialize;

use self::recommendation::RecommendationJson;
use self::score::ScoreJson;
use crate::assessment::Assessment;
use crate::pack::Pack;
use crate::recommend::Advised;
use crate::report::Report;
use crate::score::AssessmentScore;
use crate::words::Words;

/// Version of the published schemas; it rises when a key changes its name, meaning or presence.
const SCHEMA: u32 = 1;

/// What the score of an assessment says, as `docs/score.schema.json`.
pub fn score(pack: &Pack, assessment: &Assessment, result: &AssessmentScore) -> String {
    text(&ScoreJson::new(
        Words::of(pack.language),
        assessment,
        result,
    ))
}

/// What is advised on an assessment, as `docs/recommendation.schema.json`.
pub fn recommendation(pack: &Pack, assessment: &Assessment, advised: &Advised) -> String {
    let words = Words::of(pack.language);
    text(&RecommendationJson::new(words, assessment, advised))
}

/// The whole report, as `docs/report.schema.json`.
///
/// It holds the score and the recommendation at full precision, and the report as it is worded and
/// rounded for readers.
pub fn report(pack: &Pack, assessment: &Assessment, report: &Report) -> String {
    let result = crate::score::score_assessment(pack, assessment);
    let advised = crate::recommend::advise(pack, assessment, &result);
    let words = Words::of(pack.language);
    text(&ReportJson {
        schema: SCHEMA,
        score: ScoreJson::new(words, assessment, &result),
        recommendation: RecommendationJson::new(words, assessment, &advised),
        report,
    })
}

#[derive(Serialize)]
struct ReportJson<'a> {
    schema: u32,
    score: ScoreJson<'a>,
    recommendation: RecommendationJson<'a>,
    report: &'a Report,
}

/// Indented, with a line break at the end.
pub(super) fn text(value: &impl Serialize) -> String {
    let mut text = serde_json::to_string_pretty(value)
        .expect("no map here has a key that is not a text, and no number is infinite");
    text.push('\n');
    text
}

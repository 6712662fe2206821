//! Page one: what the committee needs to decide, and nothing else.
//!
//! The verdict stands with its reasons, the score with its interval, and the two axes side by
//! side, because a good document never offsets a technical gap (RULE-01).

use serde::Serialize;

use super::ageing::{AgeingText, ageing};
use super::drivers::{DriverRow, driver_rows};
use super::{Material, SignOff, Signed, basis, conditions, print, reasons};
use crate::pack::model::Band;
use crate::score::verdict::{Status, Verdict};
use crate::words::{Words, say};

/// How many drivers page one names.
const TOP: usize = 5;

/// Page one.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Summary {
    /// What the report is as long as it is not final; none once everybody has signed.
    pub mark: Option<Mark>,
    /// The verdict.
    pub verdict: VerdictText,
    /// Why, in plain words, the most severe first.
    pub reasons: Vec<String>,
    /// The residual risk.
    pub residual: ResidualText,
    /// Status, confidence and coverage.
    pub standing: Standing,
    /// What depth and evidence it rests on.
    pub basis: Vec<String>,
    /// What changes by ageing alone.
    pub ageing: AgeingText,
    /// Credited share of what the assurance documents cover.
    pub assurance_axis: String,
    /// Credited share of what the technique shows.
    pub technical_axis: String,
    /// The controls that add most.
    pub drivers: Vec<DriverRow>,
    /// What the conditions are: of the verdict, or needed for one.
    pub conditions_title: String,
    /// What must be met before or while the service is used.
    pub conditions: Vec<String>,
    /// ISO/IEC 27001 or SOC 2.
    pub recommendation: ShortAdvice,
    /// Who signed.
    pub signatures: Vec<Signature>,
}

/// What stands on every page of a report that is not final.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Mark {
    /// One word.
    pub word: String,
    /// Why, in a few words.
    pub why: String,
}

/// The verdict in words.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct VerdictText {
    /// Its id, as in JSON.
    pub id: &'static str,
    /// Its name.
    pub title: String,
    /// What it means for us.
    pub meaning: String,
    /// How it is shown: `good`, `caution`, `bad` or `open`.
    pub tone: &'static str,
}

/// The residual risk as printed.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ResidualText {
    /// What stands largest: the points, or the interval while the result is unrated.
    pub headline: String,
    /// Points with everything that is open counted as absent.
    pub point: String,
    /// Points if every claim holds and every open question turns out well.
    pub low: String,
    /// Points on independent evidence alone.
    pub high: String,
    /// The band, or the range of bands while the result is unrated.
    pub band: String,
    /// What stands below the headline.
    pub note: String,
    /// All of it in a sentence or two.
    pub sentence: String,
    /// How it is shown: `good`, `caution`, `bad` or `open`.
    pub tone: &'static str,
}

/// How far the result can be leaned on.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Standing {
    /// Rated, provisional or unrated.
    pub status: String,
    /// What the status means.
    pub meaning: String,
    /// Answered share of the exposure budget.
    pub coverage: String,
    /// Confidence, 0 to 1.
    pub confidence: String,
}

/// The recommendation in short.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ShortAdvice {
    /// The advice.
    pub title: String,
    /// What it means.
    pub meaning: String,
    /// The reason that weighs most.
    pub because: String,
}

/// A line to sign on.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Signature {
    /// Who signs.
    pub role: String,
    /// The name, or that nobody has signed.
    pub name: String,
    /// The day, or nothing.
    pub date: String,
}

/// Writes page one.
pub fn summary(material: &Material) -> Summary {
    let score = material.score();
    let axis = |share: Option<f64>| {
        share.map_or_else(
            || say!(material.words, "axis-not-assessed"),
            |each| print::percent(material.words, each),
        )
    };
    Summary {
        mark: mark(material.words, &material.frame.signed),
        verdict: verdict(material.words, score.ruling.verdict),
        reasons: reasons::reasons(material),
        residual: residual(material),
        standing: standing(material),
        basis: basis::basis(material),
        ageing: ageing(material),
        assurance_axis: axis(score.axes.assurance),
        technical_axis: axis(score.axes.technical),
        drivers: driver_rows(material).into_iter().take(TOP).collect(),
        conditions_title: conditions::title(material),
        conditions: conditions::conditions(material),
        recommendation: short_advice(material),
        signatures: signatures(material),
    }
}

/// A verdict in words.
pub fn verdict(words: &Words, verdict: Verdict) -> VerdictText {
    let (id, title, meaning, tone) = match verdict {
        Verdict::Approve => (
            "approve",
            say!(words, "verdict-approve"),
            say!(words, "verdict-approve-meaning"),
            "good",
        ),
        Verdict::ApproveWithConditions => (
            "approve-with-conditions",
            say!(words, "verdict-conditions"),
            say!(words, "verdict-conditions-meaning"),
            "caution",
        ),
        Verdict::PilotOnly => (
            "pilot-only",
            say!(words, "verdict-pilot"),
            say!(words, "verdict-pilot-meaning"),
            "caution",
        ),
        Verdict::InsufficientEvidence => (
            "insufficient-evidence",
            say!(words, "verdict-insufficient"),
            say!(words, "verdict-insufficient-meaning"),
            "open",
        ),
        Verdict::DoNotApprove => (
            "do-not-approve",
            say!(words, "verdict-refused"),
            say!(words, "verdict-refused-meaning"),
            "bad",
        ),
    };
    VerdictText {
        id,
        title,
        meaning,
        tone,
    }
}

fn residual(material: &Material) -> ResidualText {
    let (words, score) = (material.words, material.score());
    let residual = score.residual;
    let [point, low, high] =
        [residual.point, residual.low, residual.high].map(|value| material.points(value));
    let band = material.band();
    let (headline, note, sentence) = match score.ruling.status {
        Status::Unrated => (
            say!(words, "residual-interval", low, high),
            say!(words, "residual-note-unrated", band),
            say!(words, "residual-unrated", low, high, band, point),
        ),
        Status::Provisional => (
            point.clone(),
            say!(words, "residual-note-provisional", band, low, high),
            say!(words, "residual-provisional", point, band, low, high),
        ),
        Status::Rated => (
            point.clone(),
            say!(words, "residual-note-rated", band, low, high),
            say!(words, "residual-rated", point, band, low, high),
        ),
    };
    ResidualText {
        headline,
        point,
        low,
        high,
        band,
        note,
        sentence,
        tone: tone(score.ruling.status, score.ruling.band),
    }
}

fn tone(status: Status, band: Band) -> &'static str {
    match (status, band) {
        (Status::Unrated, _) => "open",
        (_, Band::Low) => "good",
        (_, Band::Moderate | Band::Elevated) => "caution",
        (_, Band::High | Band::Critical) => "bad",
    }
}

fn standing(material: &Material) -> Standing {
    let (words, ruling) = (material.words, &material.score().ruling);
    let limits = &material.pack.model.limits;
    let (status, meaning) = match ruling.status {
        Status::Rated => (
            say!(words, "status-rated"),
            say!(words, "status-rated-meaning"),
        ),
        Status::Provisional => (
            say!(words, "status-provisional"),
            say!(words, "status-provisional-meaning"),
        ),
        Status::Unrated => (
            say!(words, "status-unrated"),
            say!(words, "status-unrated-meaning"),
        ),
    };
    Standing {
        status,
        meaning,
        coverage: print::coverage(words, ruling.coverage, limits),
        confidence: print::confidence(words, ruling.confidence, limits),
    }
}

fn short_advice(material: &Material) -> ShortAdvice {
    let advice = material.advice();
    ShortAdvice {
        title: material.advice_title(),
        meaning: advice.outcome.meaning(material.words),
        because: advice.main_reason(material.words),
    }
}

/// A report is a draft until everybody has signed it.
fn mark(words: &Words, signed: &Signed) -> Option<Mark> {
    let lines = [&signed.assessor, &signed.reviewer, &signed.committee];
    let missing = lines.iter().filter(|line| line.is_none()).count();
    let why = match missing {
        0 => return None,
        3 => say!(words, "draft-unsigned"),
        _ => say!(words, "draft-partly-signed"),
    };
    Some(Mark {
        word: say!(words, "draft"),
        why,
    })
}

fn signatures(material: &Material) -> Vec<Signature> {
    let words = material.words;
    let line = |role, by: &Option<SignOff>| match by {
        Some(by) => Signature {
            role,
            name: by.name.clone(),
            date: words.date(by.on),
        },
        None => Signature {
            role,
            name: say!(words, "signature-missing"),
            date: String::new(),
        },
    };
    let signed = &material.frame.signed;
    vec![
        line(say!(words, "signature-assessor"), &signed.assessor),
        line(say!(words, "signature-reviewer"), &signed.reviewer),
        line(say!(words, "signature-committee"), &signed.committee),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pack::language::Language;

    #[test]
    fn a_report_is_a_draft_until_everybody_has_signed() {
        let sign = || {
            Some(SignOff {
                name: "Ada".to_owned(),
                on: chrono::NaiveDate::default(),
            })
        };
        let mut signed = Signed {
            assessor: sign(),
            reviewer: sign(),
            committee: sign(),
        };
        let why = |signed: &Signed| {
            let words = Words::of(Language::English);
            mark(words, signed).map(|mark| mark.why)
        };
        assert_eq!(why(&signed), None);
        signed.committee = None;
        assert_eq!(why(&signed).as_deref(), Some("not signed by all"));
        assert_eq!(why(&Signed::default()).as_deref(), Some("not signed"));
    }
}

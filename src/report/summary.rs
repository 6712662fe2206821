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
    pub conditions_title: &'static str,
    /// What must be met before or while the service is used.
    pub conditions: Vec<String>,
    /// ISO/IEC 27001 or SOC 2.
    pub recommendation: ShortAdvice,
    /// Who signed.
    pub signatures: Vec<Signature>,
}

/// What stands on every page of a report that is not final.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Mark {
    /// One word.
    pub word: &'static str,
    /// Why, in a few words.
    pub why: &'static str,
}

/// The verdict in words.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct VerdictText {
    /// Its id, as in JSON.
    pub id: &'static str,
    /// Its name.
    pub title: &'static str,
    /// What it means for us.
    pub meaning: &'static str,
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
    pub status: &'static str,
    /// What the status means.
    pub meaning: &'static str,
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
    pub role: &'static str,
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
            || "not assessed".to_owned(),
            |each| print::percent(material.words, each),
        )
    };
    Summary {
        mark: mark(&material.frame.signed),
        verdict: verdict(score.ruling.verdict),
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
pub fn verdict(verdict: Verdict) -> VerdictText {
    let (id, title, meaning, tone) = match verdict {
        Verdict::Approve => (
            "approve",
            "Approve",
            "The service can be used as assessed.",
            "good",
        ),
        Verdict::ApproveWithConditions => (
            "approve-with-conditions",
            "Approve with conditions",
            "Usable once the conditions below are agreed, each with an owner and a date.",
            "caution",
        ),
        Verdict::PilotOnly => (
            "pilot-only",
            "Conditional pilot only",
            "A pilot without production data or reach is possible; more has to wait for the conditions below.",
            "caution",
        ),
        Verdict::InsufficientEvidence => (
            "insufficient-evidence",
            "Insufficient evidence",
            "Too little is answered to decide. This is neither an approval nor a refusal.",
            "open",
        ),
        Verdict::DoNotApprove => (
            "do-not-approve",
            "Do not approve",
            "The service must not be used until what is named below is mended and shown.",
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
    let score = material.score();
    let print = |value| material.points(value);
    let (point, low, high) = (
        print(score.residual.point),
        print(score.residual.low),
        print(score.residual.high),
    );
    let band = material.band();
    let sentence = match score.ruling.status {
        Status::Unrated => format!(
            "Between {low} and {high} of 100 points ({band}). Too little is answered for a band; with everything that is open counted as absent it would be {point}."
        ),
        Status::Provisional => format!(
            "{point} of 100 points ({band}, provisional): {low} if every claim holds and every open question turns out well, {high} on independent evidence alone."
        ),
        Status::Rated => format!(
            "{point} of 100 points ({band}): {low} if every claim holds and every open question turns out well, {high} on independent evidence alone."
        ),
    };
    let note = match score.ruling.status {
        Status::Unrated => format!("no band yet ({band})"),
        Status::Provisional => format!("{band}, provisional; {low} to {high}"),
        Status::Rated => format!("{band}; {low} to {high}"),
    };
    ResidualText {
        headline: match score.ruling.status {
            Status::Unrated => format!("{low} to {high}"),
            Status::Rated | Status::Provisional => point.clone(),
        },
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
    let (ruling, limits) = (&material.score().ruling, &material.pack.model.limits);
    let (status, meaning) = match ruling.status {
        Status::Rated => ("Rated", "enough is answered for a band"),
        Status::Provisional => ("Provisional", "the band can still move with what is open"),
        Status::Unrated => ("Unrated", "too little is answered for a band"),
    };
    Standing {
        status,
        meaning,
        coverage: print::coverage(material.words, ruling.coverage, limits),
        confidence: print::confidence(material.words, ruling.confidence, limits),
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
fn mark(signed: &Signed) -> Option<Mark> {
    let lines = [&signed.assessor, &signed.reviewer, &signed.committee];
    let missing = lines.iter().filter(|line| line.is_none()).count();
    let why = match missing {
        0 => return None,
        3 => "not signed",
        _ => "not signed by all",
    };
    Some(Mark { word: "Draft", why })
}

fn signatures(material: &Material) -> Vec<Signature> {
    let unsigned = |role| Signature {
        role,
        name: "not signed".to_owned(),
        date: String::new(),
    };
    let line = |role, by: &Option<SignOff>| match by {
        Some(by) => Signature {
            role,
            name: by.name.clone(),
            date: by.on.to_string(),
        },
        None => unsigned(role),
    };
    let signed = &material.frame.signed;
    vec![
        line("Assessor", &signed.assessor),
        line("Reviewer", &signed.reviewer),
        line("Risk committee", &signed.committee),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

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
        assert_eq!(mark(&signed), None);
        signed.committee = None;
        assert_eq!(
            mark(&signed).map(|mark| mark.why),
            Some("not signed by all")
        );
        assert_eq!(
            mark(&Signed::default()).map(|mark| mark.why),
            Some("not signed")
        );
    }
}

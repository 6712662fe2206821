//! What time alone will do: when band and verdict change, and when each document stops counting.

use serde::Serialize;

use super::documents::counts::counts_as;
use super::summary::verdict;
use super::{Material, terms};
use crate::checks::documents::dates::stops_counting;
use crate::score::ageing::{Ageing, YEARS};
use crate::score::verdict::Status;
use crate::words::{Words, say};

/// The changes that come by ageing alone.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct AgeingText {
    /// All of it in a sentence.
    pub sentence: String,
    /// The next band.
    pub band: Option<Change>,
    /// The next verdict.
    pub verdict: Option<Change>,
}

/// A change that comes by ageing alone.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Change {
    /// The first day on which it holds.
    pub on: String,
    /// What holds from then on.
    pub to: String,
}

/// Writes down what changes by ageing alone.
pub fn ageing(material: &Material) -> AgeingText {
    let Ageing {
        band,
        verdict: ruled,
    } = material.ageing;
    let words = material.words;
    let band = band.map(|(on, band)| Change {
        on: words.date(on),
        to: terms::band(words, band),
    });
    let verdict = ruled.map(|(on, ruled)| Change {
        on: words.date(on),
        to: verdict(words, ruled).title,
    });
    let is_unrated = material.score().ruling.status == Status::Unrated;
    AgeingText {
        sentence: sentence(words, is_unrated, band.as_ref(), verdict.as_ref()),
        band,
        verdict,
    }
}

fn sentence(
    words: &Words,
    is_unrated: bool,
    band: Option<&Change>,
    verdict: Option<&Change>,
) -> String {
    let years = YEARS as usize;
    match (band, verdict) {
        (Some(band), Some(verdict)) if band.on == verdict.on => say!(
            words,
            "ageing-both-at-once",
            band = band.to.as_str(),
            verdict = verdict.to.as_str(),
            day = band.on.as_str()
        ),
        (Some(band), Some(verdict)) => say!(
            words,
            "ageing-both",
            band = band.to.as_str(),
            band_day = band.on.as_str(),
            verdict = verdict.to.as_str(),
            verdict_day = verdict.on.as_str()
        ),
        (Some(band), None) => say!(
            words,
            "ageing-band",
            band = band.to.as_str(),
            day = band.on.as_str()
        ),
        (None, Some(verdict)) => say!(
            words,
            "ageing-verdict",
            verdict = verdict.to.as_str(),
            day = verdict.on.as_str()
        ),
        (None, None) if is_unrated => say!(words, "ageing-nothing-unrated", years),
        (None, None) => say!(words, "ageing-nothing", years),
    }
}

/// A line for each document that stops counting, the first one first.
pub fn stops(material: &Material) -> Vec<String> {
    let held = &material.reading.held;
    let mut stops = stops_counting(held);
    stops.sort_by_key(|stop| stop.on);
    let lines = stops.iter().filter_map(|stop| {
        let document = material.document(&stop.document)?;
        counts_as(material, document).can_stop.then(|| {
            let words = material.words;
            let (document, kind) = (stop.document.as_str(), material.kind_of(document));
            let (day, because) = (words.date(stop.on), &stop.because);
            match stop.on <= material.assessment.as_of {
                true => say!(words, "ageing-stopped", document, kind, day, because),
                false => say!(words, "ageing-stops", document, kind, day, because),
            }
        })
    });
    lines.collect()
}

#[cfg(test)]
mod tests {
    use super::{Change, Words};
    use crate::pack::language::Language;

    fn sentence(is_unrated: bool, band: Option<&Change>, verdict: Option<&Change>) -> String {
        super::sentence(Words::of(Language::English), is_unrated, band, verdict)
    }

    fn change(to: &str) -> Change {
        Change {
            on: "2027-01-01".to_owned(),
            to: to.to_owned(),
        }
    }

    #[test]
    fn what_changes_is_named_with_its_day() {
        let (band, verdict) = (change("High"), change("Do not approve"));
        let said = sentence(false, Some(&band), Some(&verdict));
        assert_eq!(
            said,
            "By ageing alone the band becomes “High” and the verdict becomes “Do not approve” on 2027-01-01."
        );
        let earlier = Change {
            on: "2026-12-24".to_owned(),
            ..verdict.clone()
        };
        let said = sentence(false, Some(&band), Some(&earlier));
        assert!(
            said.contains("on 2027-01-01, and the verdict becomes “Do not approve” on 2026-12-24")
        );
        let said = sentence(true, None, Some(&verdict));
        assert!(said.contains("Do not approve") && !said.contains("band"));
    }

    #[test]
    fn nothing_is_promised_where_there_is_no_band() {
        assert!(sentence(true, None, None).starts_with("No band is given yet"));
        assert!(sentence(false, None, None).contains("neither band nor verdict"));
    }
}

//! Which kind of document it is.
//!
//! Many documents name SOC 2 or ISO/IEC 27001; only what has the parts of such a document is one. An auditor's
//! own words count more than a cover.

use super::document::{Document, Passage, Section, is_heading, part, range};
use super::found::{Candidates, Found, Weight};
use super::pattern::patterns;
use super::period;

macro_rules! kinds {
    ($($name:ident = $id:literal: $description:literal,)+) => {
        /// A kind of assurance document.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Kind {
            $(#[doc = $description] $name,)+
        }

        impl Kind {
            /// Its id in the questionnaire.
            pub fn id(self) -> &'static str {
                match self {
                    $(Self::$name => $id,)+
                }
            }
        }
    };
}

kinds! {
    Soc2T2 = "soc2_t2": "SOC 2 Type II report.",
    Soc2T1 = "soc2_t1": "SOC 2 Type I report.",
    Soc3 = "soc3": "SOC 3 report.",
    Soc1 = "soc1": "SOC 1 report.",
    Iso27001 = "iso27001": "ISO/IEC 27001 certificate.",
    Iso27017 = "iso27017": "ISO/IEC 27017 certificate.",
    Iso27018 = "iso27018": "ISO/IEC 27018 certificate.",
    Iso27701 = "iso27701": "ISO/IEC 27701 certificate.",
    Star1 = "star_1": "CSA STAR Level 1 self-assessment.",
    Star2 = "star_2": "CSA STAR Level 2 certificate.",
    BridgeLetter = "bridge_letter": "Bridge letter.",
    Fedramp = "fedramp": "FedRAMP authorisation.",
    Statement = "statement": "Badge, trust page or statement of compliance.",
}

impl Kind {
    /// Whether it is a certificate of conformity with a standard.
    pub(super) fn is_certificate(self) -> bool {
        matches!(
            self,
            Self::Iso27001 | Self::Iso27017 | Self::Iso27018 | Self::Iso27701 | Self::Star2
        )
    }

    /// The number of the standard of a certificate.
    pub(super) fn standard(self) -> Option<&'static str> {
        match self {
            Self::Iso27001 => Some("27001"),
            Self::Iso27017 => Some("27017"),
            Self::Iso27018 => Some("27018"),
            Self::Iso27701 => Some("27701"),
            _ => None,
        }
    }
}

/// A certificate with its annexes has no more pages than this, a letter no more than that.
const CERTIFICATE_PAGES: usize = 12;
const LETTER_PAGES: usize = 6;

patterns! {
    CERTIFIES = r"\b(is to|hereby|we|to|do|body) certify that|certifies that|bescheinigt|certificate of (registration|approval|conformity|compliance|certification)|certificate (registration )?(number|no\b|id\b)|zertifikat|has been (assessed|audited|certified) (and|by|as|to|in)|(has|have) been found to (conform|comply)";
    STANDARD = r"(?P<met>(requirements of|conform(s|ing|ity)? (to|with)|compl(y|ies|iance) with|accord(ing|ance) (to|with)|in accordance with|against|anforderungen der|gem\x{e4}\x{df}|nach)( the)?( standards?)?:? (?P<prefix>(bs |din )?(en )?))?\biso\s?(?:/\s?iec)? ?(?P<number>27001|27017|27018|27701)\b";
    STAR = r"(csa[ -]star|\bstar) (certification|certificate|attestation|level (2|two))|csa security,? trust";
    CAIQ = r"consensus assessments? initiative questionnaire|\bcaiq\b|star (level (1|one)|self[- ]assessment)";
    FEDRAMP = r"fedramp.{0,40}(authori[sz]|marketplace|agency ato)|authori[sz].{0,40}fedramp";
    STATEMENT = r"statement of compliance|compliance statement|trust (center|centre|page|portal)|security overview";
    BRIDGE = r"\b(bridge|gap|comfort|negative assurance) letter\b";
    UNCHANGED = r"\b(no|any|not) (known )?(material|significant) (adverse )?changes?";
    LETTER = r"to whom it may concern|\bdear\b|\bsincerely\b|this letter";
    SOC = r"\bsoc ?(2|1|3)\b";
    EXAMINED = r"\bwe have examined\b|\bwe were engaged to examine\b";
    TRUST_SERVICES = r"trust services (criteria|principles|categor)";
    FINANCIAL = r"internal controls? over financial reporting";
    SOC1_TITLE = r"\bsoc ?1\b";
    SOC2_TITLE = r"\bsoc ?2\b";
    SOC3_TITLE = r"\bsoc ?3\b";
    TYPE = r"\btype (?:(?P<two>2|ii)|(?P<one>1|i))\b";
    RELEVANT = r"relevant to (security|availability|confidentiality|processing|privacy)";
}

/// The kind, where the text leaves no doubt.
pub(super) fn find(document: &Document) -> Option<Found<Kind>> {
    if let Some(examined) = document.first(&EXAMINED)
        && !is_letter(document)
    {
        return attestation(document, examined);
    }
    letter(document)
        .or_else(|| certificate(document))
        .or_else(|| titled(document))
}

fn has(document: &Document, pattern: &regex::Regex) -> bool {
    document.first(pattern).is_some()
}

fn is_letter(document: &Document) -> bool {
    document.length <= LETTER_PAGES && has(document, &BRIDGE)
}

/// A report of an auditor: SOC 1, 2 or 3.
fn attestation(document: &Document, examined: Found<()>) -> Option<Found<Kind>> {
    let cover = |pattern: &regex::Regex| {
        let mut front = document.section(Section::Front);
        front.any(|passage| pattern.is_match(&passage.flow))
    };
    let is_trust = has(document, &TRUST_SERVICES);
    if has(document, &FINANCIAL) && !is_trust || cover(&SOC1_TITLE) && !cover(&SOC2_TITLE) {
        return Some(
            title(document, &SOC1_TITLE)
                .unwrap_or(examined)
                .map(|()| Kind::Soc1),
        );
    }
    if !is_trust {
        return None;
    }
    if has(document, &SOC3_TITLE) && !cover(&SOC2_TITLE) && !document.has(Section::Tests) {
        return title(document, &SOC3_TITLE).map(|found| found.map(|()| Kind::Soc3));
    }
    soc2_type(document)
}

/// A line that names a kind of report on the pages before the first section.
fn title(document: &Document, pattern: &regex::Regex) -> Option<Found<()>> {
    let passages = document.passages.iter().take(3);
    let mut finds = passages.filter_map(|passage| {
        let found = pattern.find(&passage.flow)?;
        Some(passage.found((), Weight::Said, found.range()))
    });
    finds.next()
}

/// Type I or Type II: what the auditor examined, else what the cover says.
fn soc2_type(document: &Document) -> Option<Found<Kind>> {
    let mut candidates = Candidates::new();
    for found in period::throughout(document) {
        candidates.add(found.map(|_| Kind::Soc2T2));
    }
    if candidates.all().is_empty() {
        for found in period::as_of(document) {
            candidates.add(found.map(|_| Kind::Soc2T1));
        }
    }
    for passage in document.section(Section::Front) {
        for found in passage.all(&TYPE) {
            let at = range(&found);
            let after = passage.after(at.end, 40);
            let is_report = SOC.is_match(passage.before(at.start, 60)) || after.contains("eport");
            if is_report {
                let is_two = part(&found, "two").is_some();
                let kind = if is_two { Kind::Soc2T2 } else { Kind::Soc2T1 };
                candidates.add(passage.found(kind, Weight::Said, at));
            }
        }
    }
    candidates.best()
}

fn letter(document: &Document) -> Option<Found<Kind>> {
    if document.length > LETTER_PAGES {
        return None;
    }
    let named = document.first(&BRIDGE);
    let unchanged = document.first(&UNCHANGED);
    let is_letter = has(document, &LETTER) && has(document, &SOC);
    let found = match (named, unchanged) {
        (Some(named), _) if is_letter => named,
        (None, Some(unchanged)) if is_letter => unchanged,
        _ => return None,
    };
    Some(found.map(|()| Kind::BridgeLetter))
}

fn certificate(document: &Document) -> Option<Found<Kind>> {
    if document.length > CERTIFICATE_PAGES || !has(document, &CERTIFIES) {
        return None;
    }
    if let Some(star) = document.first(&STAR) {
        return Some(star.map(|()| Kind::Star2));
    }
    let mut candidates = Candidates::new();
    for passage in &document.passages {
        for found in passage.all(&STANDARD).take(64) {
            let kind = match part(&found, "number").map(|number| number.as_str()) {
                Some("27001") => Kind::Iso27001,
                Some("27017") => Kind::Iso27017,
                Some("27018") => Kind::Iso27018,
                _ => Kind::Iso27701,
            };
            let weight = match part(&found, "met") {
                Some(_) => Weight::Stated,
                None if in_heading(passage, &found[0]) => Weight::Said,
                None => Weight::Mentioned,
            };
            candidates.add(passage.found(kind, weight, range(&found)));
        }
    }
    let best = candidates.best()?;
    (best.weight > Weight::Mentioned).then_some(best)
}

fn in_heading(passage: &Passage, words: &str) -> bool {
    let mut lines = passage.lines.iter();
    lines.any(|line| is_heading(line) && line.contains(words))
}

/// A document that says on its first pages what it is.
fn titled(document: &Document) -> Option<Found<Kind>> {
    let kinds = [
        (&CAIQ, Kind::Star1),
        (&FEDRAMP, Kind::Fedramp),
        (&STATEMENT, Kind::Statement),
    ];
    for passage in document.passages.iter().filter(|passage| passage.page <= 2) {
        for line in passage.lines.iter().filter(|line| is_heading(line)) {
            for (pattern, kind) in kinds {
                if pattern.is_match(line) {
                    let words = std::slice::from_ref(line);
                    return Some(passage.found_in(kind, Weight::Said, words));
                }
            }
        }
    }
    if document.first(&RELEVANT).is_some() && has(document, &SOC2_TITLE) {
        return extract(document);
    }
    None
}

/// The cover of a SOC 2 report without the auditor's words.
fn extract(document: &Document) -> Option<Found<Kind>> {
    let cover = document.passages.first()?;
    let is_title = |line: &&String| {
        is_heading(line)
            && SOC2_TITLE.is_match(line)
            && TYPE.is_match(line)
            && line.contains("eport")
    };
    let line = cover.lines.iter().find(is_title)?;
    let found = TYPE.captures(line)?;
    let kind = match part(&found, "two") {
        Some(_) => Kind::Soc2T2,
        None => Kind::Soc2T1,
    };
    Some(cover.found_in(kind, Weight::Said, std::slice::from_ref(line)))
}

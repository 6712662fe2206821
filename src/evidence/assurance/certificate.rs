//! The fields of a certificate.

mod labels;
mod validity;

use chrono::NaiveDate;

use self::labels::labelled;
use super::dates;
use super::document::{Document, Passage, part, range};
use super::found::{Candidates, Found, Weight};
use super::pattern::patterns;
use super::table::tables;
use super::{Kind, Proposals, Proposed};

patterns! {
    NUMBER = r"^(?:holds |under |with |our )?(?:the )?(?:certificate|cert\.?|certification|registration|zertifikats?)[ -]*(?:registration |registrier-? ?)?(?:number\b|nummer\b|no\b|nr\b|id\b|identity number|#|reference)\.?";
    NUMBER_VALUE = r"^(?-i:[A-Z0-9][A-Z0-9/._-]*(?: [A-Z0-9][A-Z0-9/._-]*){0,4})";
    HOLDER = r"^(?:certificate holder|certified (?:organi[sz]ation|company|client)|organi[sz]ation|company(?: name)?|issued to|client(?: name)?|name of (?:the )?(?:organi[sz]ation|company|client)|zertifikatsinhaber|inhaber|unternehmen)\b";
    CERTIFIES = r"^(?:.{0,60}\b)?(?:certif(?:y|ies) that|bescheinigt,? dass)\b:?\s*(?P<rest>.*)$";
    SYSTEM_WORDS = r"^(?:the |das |die )?(?:information security |privacy information |integrated )?(?:management systems?|isms|company|organi[sz]ation|unternehmen|firma)(?: of)?:?\s*";
    HOLDER_ENDS = r",? (?:has|have|is|with|located|operates|holds|at|for|hat|f\x{fc}r)\b.*$|,? [0-9].*$";
    BODY = r"^(?:certification body|issued by|certified by|issuing (?:body|office|party)|registrar|zertifizierungsstelle)\b";
    BEHALF = r"for and on behalf of:? (?P<name>(?-i:[A-Z])[\w&. -]{1,60}?)(?:[:,\n]|$)";
    // `Harrow Certification is accredited for the certification of`.
    SELF_ACCREDITED = r"(?:^|[.:\n] ?)(?P<name>(?-i:[A-Z])[\w&' -]{2,60}?) (?:is|has been) accredited (?:for|by|to|under|as)\b";
    ACCREDITATION = r"accreditation mark of (?:the )?(?P<name>(?-i:[A-Z])[\w&' -]{4,80}?) ?(?:\((?P<short>(?-i:[A-Z])[\w-]{1,11})\))?(?:[:.,;]|$)|\baccredited by (?:the )?(?P<by>(?-i:[A-Z])[\w&' -]{4,80}?) ?(?:\((?P<by_short>(?-i:[A-Z])[\w-]{1,11})\))?(?: under\b|[.,;\n]|$)";
    ACCREDITED_NUMBER = r"accredit[^.\n]{0,160}?\b(?:number|no\.?|nr\.?)[: ] ?(?P<number>(?-i:[A-Z0-9])[A-Z0-9./-]*(?: (?-i:[A-Z0-9][A-Z0-9./-]*[0-9][A-Z0-9./-]*))?)";
    SITES = r"^(?:certified )?(?:sites?|locations?|addresse?s?)(?: (?:name|address|covered))?$";
    SITES_LEFT_OUT = r"\b(?:excluded|out[- ]of[- ]scope) (?:sites?|locations?)|(?:sites?|locations?) (?:that are |which are )?(?:excluded|out of scope|not (?:covered|included|in scope|certified))|reasons? (?:for|of) exclusion";
    SCOPE_TAIL = r",? (?:in accordance with|according to|as (?:described|defined|stated|set out) in|based on|per) (?:the )?(?:current |latest )?(?:version \S+ of (?:the )?)?statement of applicability.*$|,? statement of applicability.*$";
    // What is left of a sentence of its own.
    SCOPE_REST = r"\. (?:this|it|which|the (?:certificate|scope|isms)) (?:\w+ ?){0,3}$";
    KNOWN_BODY = r"(?-i:\b(BSI|DNV|SGS|LRQA|NQA|DQS|DEKRA|Schellman|A-LIGN|Coalfire ISO|Bureau Veritas(?: Certification)?|Intertek|T\x{dc}V (?:S\x{dc}D|Rheinland|NORD|SAAR|AUSTRIA)|EY CertifyPoint|Prescient Security|Insight Assurance|Sensiba|Kiwa|Certi-Trust|British Assessment Bureau|Mastermind|Perry Johnson Registrars|datenschutz cert|CIS Certification)\b)";
    EDITION = r"(?P<met>(?:requirements of|conform(?:s|ing|ity)? (?:to|with)|compl(?:y|ies|iance) with|accord(?:ing|ance) (?:to|with)|in accordance with|against|anforderungen der|gem\x{e4}\x{df}|nach)(?: the)?(?: standards?)?:? )?(?P<adopted>\ben )?\biso\s?(?:/\s?iec)? ?(?P<number>27001|27017|27018|27701) ?: ?(?P<year>20[0-9]{2})\b";
    SCOPE = r"^(?:scope(?: of (?:the )?(?:certification|registration|certificate|approval|isms|activities|assessment))?|certification scope|scope statement|geltungsbereich|anwendungsbereich)\b";
    FOLLOWING = r"(?:for the following scope|following (?:scope|activities|products and services)|scope of (?:certification|registration)|geltungsbereich):?$";
    SCOPE_ENDS = r"statement of applicability|^certificate\b|certificate (number|no)|\bvalid\b|\bissued?\b|expir|accredit|on behalf of|^(sites?|locations?|address|annex|page)\b|^iso|g\x{fc}ltig|certif(y|ies) that";
    SOA = r"statement of applicability,?(?: \(so ?a\))?,?:?(?: document)?,? (?:version|ver\.?|v\.?|rev(?:ision)?\.?|issue|edition)(?: no\.?| number)?:? ?(?P<version>[0-9][\w.-]*)";
    SOA_NAMED = r"statement of applicability";
    ACCREDITED = r"(?-i:\b(UKAS|ANAB|DAkkS|ACCREDIA|JAS-ANZ|COFRAC|RvA|ENAC|SWEDAC|IAS|NABCB|SCC|DANAK|INAB|BELAC)\b)";
    AMENDMENT = r"\bamd\.? ?1 ?: ?2024|amendment 1:? ?2024";
    ISSUED = r"\b(?:date|dated|published|last updated|version date)\b:?";
}

/// Longest scope that is proposed, in characters.
const SCOPE_LENGTH: usize = 1000;

/// Proposes the fields of a certificate of `kind`, in the order of their form.
pub(super) fn propose(document: &Document, kind: Kind, to: &mut Proposals) {
    to.add("edition", edition(document, kind), Proposed::Count);
    to.add("holder", holder(document), Proposed::Text);
    to.add("body", body(document), Proposed::Text);
    let accredited = accreditation(document).or_else(|| only(document, &ACCREDITED));
    to.add("accredited-by", accredited, Proposed::Text);
    to.add("number", number(document), Proposed::Text);
    let validity = validity::find(document);
    to.add("issue", validity.issue, Proposed::Date);
    to.add("expiry", validity.expiry, Proposed::Date);
    to.add("last-audit", validity.last_audit, Proposed::Date);
    to.add("scope", scope(document), Proposed::Text);
    to.add("sites", sites(document), Proposed::List);
    if kind == Kind::Iso27001 {
        to.add("soa-cited", soa_version(document), Proposed::Text);
        to.add("soa-cited-date", soa_date(document), Proposed::Date);
        let amendment = document.first(&AMENDMENT).map(|found| found.map(|()| true));
        to.add("amendment", amendment, Proposed::YesNo);
    }
}

/// The day that a document bears, on its first two pages.
pub(super) fn date(document: &Document) -> Option<Found<NaiveDate>> {
    let mut candidates = Candidates::new();
    for passage in document.passages.iter().filter(|passage| passage.page <= 2) {
        for (at, day) in dates::days(&passage.flow) {
            let before = passage.before(at.start, 30);
            let is_labelled = ISSUED
                .find(before)
                .is_some_and(|label| before.len() - label.end() < 4);
            if is_labelled {
                candidates.add(passage.found(day, Weight::Stated, at));
            }
        }
    }
    candidates.best()
}

/// The year of the edition. That of a European adoption is another than that of the standard.
fn edition(document: &Document, kind: Kind) -> Option<Found<u64>> {
    let standard = kind.standard()?;
    let mut candidates = Candidates::new();
    for passage in &document.passages {
        for found in passage.all(&EDITION) {
            let is_other = part(&found, "number").is_none_or(|number| number.as_str() != standard);
            if is_other || part(&found, "adopted").is_some() {
                continue;
            }
            let weight = match part(&found, "met") {
                Some(_) => Weight::Stated,
                None => Weight::Said,
            };
            let year = part(&found, "year").and_then(|year| year.as_str().parse().ok());
            if let Some(year) = year {
                candidates.add(passage.found(year, weight, range(&found)));
            }
        }
    }
    candidates.best()
}

fn number(document: &Document) -> Option<Found<String>> {
    let value = |found: Found<String>| {
        let text = NUMBER_VALUE.find(&found.value)?.as_str().to_string();
        let is_number =
            text.contains(|c: char| c.is_ascii_digit()) && dates::parse(&text).is_none();
        is_number.then(|| found.map(|_| text))
    };
    let finds = labelled(document, &NUMBER).into_iter().filter_map(value);
    finds.collect::<Candidates<_>>().best()
}

fn holder(document: &Document) -> Option<Found<String>> {
    let mut candidates = Candidates::new();
    for passage in &document.passages {
        for at in 0..passage.lines.len() {
            let Some(found) = CERTIFIES.captures(&passage.lines[at]) else {
                continue;
            };
            let rest = found.name("rest").map_or("", |rest| rest.as_str());
            let below = passage.lines[at + 1..].iter().map(String::as_str);
            let named = std::iter::once(rest).chain(below).take(6);
            let mut names = named.map(|line| SYSTEM_WORDS.replace(line, ""));
            let name = names.find(|name| !name.trim().is_empty());
            if let Some(name) = name.and_then(|name| company(&name)) {
                let to = (at + 4).min(passage.lines.len());
                candidates.add(passage.found_in(name, Weight::Stated, &passage.lines[at..to]));
            }
        }
    }
    for found in labelled(document, &HOLDER) {
        if let Some(name) = company(&found.value) {
            candidates.add(found.map(|_| name));
        }
    }
    candidates.best()
}

/// The name of a company at the begin of a line.
fn company(line: &str) -> Option<String> {
    let name = HOLDER_ENDS.replace(line.trim(), "");
    let name = name.trim_end_matches([',', ':', ';']).trim();
    let is_name = name.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
        && (2..=100).contains(&name.chars().count());
    is_name.then(|| name.to_string())
}

/// The body: where it is labelled, where somebody signs for it, or the only one that is known by name.
fn body(document: &Document) -> Option<Found<String>> {
    let mut candidates = Candidates::new();
    for found in labelled(document, &BODY) {
        if let Some(name) = company(&found.value) {
            candidates.add(found.map(|_| name));
        }
    }
    for passage in &document.passages {
        for found in passage.all(&BEHALF) {
            if let Some(name) = part(&found, "name").and_then(|name| company(name.as_str())) {
                candidates.add(passage.found(name, Weight::Said, range(&found)));
            }
        }
    }
    let best = candidates.best();
    let holder = holder(document).map(|found| found.value);
    let itself = || self_accredited(document).filter(|found| Some(&found.value) != holder.as_ref());
    best.or_else(itself).or_else(|| only(document, &KNOWN_BODY))
}

/// The body that says of itself that it is accredited.
fn self_accredited(document: &Document) -> Option<Found<String>> {
    let mut candidates = Candidates::new();
    for passage in &document.passages {
        for found in passage.all(&SELF_ACCREDITED) {
            if let Some(name) = part(&found, "name").and_then(|name| company(name.as_str())) {
                candidates.add(passage.found(name, Weight::Said, range(&found)));
            }
        }
    }
    candidates.best()
}

/// The body that accredits, with the number that it gave where one stands behind.
fn accreditation(document: &Document) -> Option<Found<String>> {
    let mut candidates = Candidates::new();
    for passage in &document.passages {
        let mut numbers = passage.all(&ACCREDITED_NUMBER);
        let number = numbers.next().filter(|_| numbers.next().is_none());
        let number = number.and_then(|found| Some(words(part(&found, "number")?.as_str())));
        let number = number.map(|number| number.trim_end_matches(['.', ',']).to_string());
        let number = number.filter(|number| number.contains(|c: char| c.is_ascii_digit()));
        for found in passage.all(&ACCREDITATION) {
            let of = |long: &str, by: &str| part(&found, long).or_else(|| part(&found, by));
            let Some(name) = of("name", "by").map(|name| words(name.as_str())) else {
                continue;
            };
            let number = number.clone();
            let text = match number.or_else(|| Some(of("short", "by_short")?.as_str().to_string()))
            {
                Some(mark) => format!("{name}, {mark}"),
                None => name,
            };
            candidates.add(passage.found(text, Weight::Stated, range(&found)));
        }
    }
    candidates.best()
}

fn words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The sites in their table.
fn sites(document: &Document) -> Option<Found<Vec<String>>> {
    if document.first(&SITES_LEFT_OUT).is_some() {
        return None;
    }
    let is_header = |header: &[String]| header.iter().any(|title| SITES.is_match(title));
    let mut tables = tables(document.passages.iter(), is_header).into_iter();
    let table = tables.next().filter(|_| tables.next().is_none())?;
    let column = table.column(&SITES)?;
    let cells = table.rows.iter().map(|row| row.cell(column));
    let sites: Option<Vec<String>> = cells.map(|cell| cell.map(str::to_string)).collect();
    let sites = sites.filter(|sites| !table.is_partial && !sites.is_empty())?;
    let row = table.rows.first()?;
    Some(row.passage.found_in(sites, Weight::Stated, &row.cells))
}

/// The one name of a list that the document bears.
fn only(document: &Document, names: &regex::Regex) -> Option<Found<String>> {
    let mut candidates: Vec<Found<String>> = Vec::new();
    for passage in &document.passages {
        for found in passage.all(names).take(32) {
            let name = found[0].split_whitespace().collect::<Vec<_>>().join(" ");
            candidates.push(passage.found(name, Weight::Mentioned, range(&found)));
        }
    }
    let first = candidates.first()?.clone();
    let is_only = candidates.iter().all(|found| found.value == first.value);
    is_only.then_some(first)
}

/// The paragraph of the scope.
fn scope(document: &Document) -> Option<Found<String>> {
    let mut candidates = Candidates::new();
    for passage in &document.passages {
        for at in 0..passage.lines.len() {
            if candidates.is_full() {
                break;
            }
            let line = &passage.lines[at];
            let rest = match SCOPE.find(line) {
                Some(label) if is_label(&line[label.end()..]) => &line[label.end()..],
                _ if FOLLOWING.is_match(line) => "",
                _ => continue,
            };
            if let Some(scope) = paragraph(passage, at, rest) {
                let to = (at + 4).min(passage.lines.len());
                candidates.add(passage.found_in(scope, Weight::Stated, &passage.lines[at..to]));
            }
        }
    }
    // An annex repeats the scope with more or fewer words.
    let longest = candidates
        .all()
        .iter()
        .max_by_key(|found| found.value.len())?;
    let longest = longest.clone();
    let begins = |found: &Found<String>| {
        longest
            .value
            .starts_with(found.value.trim_end_matches(['.', ' ']))
    };
    if candidates.all().iter().all(begins) {
        return Some(longest);
    }
    candidates.best()
}

/// Whether what follows the words of a label lets them be one.
fn is_label(rest: &str) -> bool {
    rest.is_empty() || rest.starts_with([':', '\t']) || rest.starts_with(" -")
}

/// The words behind a label, and the lines below up to a gap or another label.
fn paragraph(passage: &Passage, at: usize, rest: &str) -> Option<String> {
    let first = rest.trim_start_matches([':', '\t', ' ', '-']).trim();
    let mut words: Vec<&str> = first.split_whitespace().collect();
    for line in &passage.lines[at + 1..] {
        if line.is_empty() && words.is_empty() {
            continue;
        }
        let is_end = SCOPE_ENDS.is_match(line) && !SCOPE_TAIL.is_match(line);
        if line.is_empty() || words.len() > SCOPE_LENGTH || is_end {
            break;
        }
        words.extend(line.split_whitespace().take(SCOPE_LENGTH));
    }
    let text: String = words.join(" ").chars().take(SCOPE_LENGTH).collect();
    let text = SCOPE_TAIL.replace(&text, "");
    let text = SCOPE_REST.replace(&text, ".").trim().to_string();
    (text.chars().count() >= 8).then_some(text)
}

fn soa_version(document: &Document) -> Option<Found<String>> {
    let mut candidates = Candidates::new();
    for passage in &document.passages {
        for found in passage.all(&SOA) {
            if let Some(version) = part(&found, "version") {
                let version = version.as_str().trim_end_matches(['.', '-']).to_string();
                candidates.add(passage.found(version, Weight::Stated, range(&found)));
            }
        }
    }
    candidates.best()
}

/// The day that stands behind the Statement of Applicability, in the same sentence.
fn soa_date(document: &Document) -> Option<Found<NaiveDate>> {
    let mut candidates = Candidates::new();
    for passage in &document.passages {
        for found in SOA_NAMED.find_iter(&passage.flow) {
            let rest = passage.after(found.end(), 100);
            let rest = rest.split(['\n', ';']).next().unwrap_or(rest);
            if let Some((at, day)) = dates::days(rest).next()
                && !rest[..at.start].contains(". ")
            {
                let place = found.start()..found.end() + at.end;
                candidates.add(passage.found(day, Weight::Stated, place));
            }
        }
    }
    candidates.best()
}

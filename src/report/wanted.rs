//! What the documents lack, as requests that can be sent.

use serde::Serialize;

use super::Material;
use super::requests::Holder;
use crate::assessment::document::Document;
use crate::assessment::document::certificate::{Certificate, Soa};
use crate::assessment::document::soc2::{HeldCopy, Method, Soc2, Subservice, SubserviceReport};
use crate::checks::documents::credit::{Pending, pending};
use crate::words::{Words, say};

/// The red flag for time that no letter bridges.
const NOT_BRIDGED: &str = "RF-S-08";

/// A request about a document.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct DocumentRequest {
    /// The document.
    pub document: String,
    /// What is asked for.
    pub text: String,
    /// Why it is requested.
    pub why: String,
}

/// What one holder is asked for about the documents, in the order recorded.
pub fn wanted(material: &Material, holder: Holder) -> Vec<DocumentRequest> {
    let documents = material.assessment.documents.iter();
    let current = documents.filter(|document| !material.is_history(&document.id));
    let wanted = current.flat_map(|document| match holder {
        Holder::Vendor => of_vendor(material, document),
        Holder::Us => of_us(material.words, document),
        Holder::Auditor => vec![],
    });
    wanted.collect()
}

fn of_us(words: &Words, held: &Document) -> Vec<DocumentRequest> {
    if held.is_confirmed() {
        return vec![];
    }
    let document = held.reference.as_str();
    vec![DocumentRequest {
        document: held.id.to_string(),
        text: say!(words, "wanted-confirmation", document),
        why: say!(words, "wanted-confirmation-why"),
    }]
}

fn of_vendor(material: &Material, document: &Document) -> Vec<DocumentRequest> {
    let lacking = lacking(material, document);
    let report = Soc2::of(document).map(|report| of_report(material, &report));
    let certificate = Certificate::of(document);
    let soa = certificate.and_then(|certificate| soa(material.words, &certificate));
    let more = report.into_iter().flatten().chain(soa);
    lacking.into_iter().chain(more).collect()
}

/// What must be known of a document before it can count.
fn lacking(material: &Material, held: &Document) -> Option<DocumentRequest> {
    let (words, document) = (material.words, held.reference.as_str());
    let (text, why) = match pending(&material.reading.held, held)? {
        Pending::NotRead(fields) => {
            let form = material.pack.documents.form(held.kind)?;
            let asked = fields.iter().filter_map(|field| form.field(field));
            let asked: Vec<&str> = asked.map(|field| field.text.as_str()).collect();
            let questions = asked.join(" ");
            (
                say!(words, "wanted-pages", document, questions),
                say!(words, "wanted-pages-why"),
            )
        }
        Pending::ScopeNotNamed => {
            let product = material.assessment.product.as_str();
            (
                say!(words, "wanted-scope", document, product),
                say!(words, "wanted-scope-why"),
            )
        }
        Pending::NotInForce => (
            say!(words, "wanted-in-force", document),
            say!(words, "wanted-in-force-why"),
        ),
        Pending::NotConfirmed | Pending::CreditsNothing => return None,
    };
    Some(DocumentRequest {
        document: held.id.to_string(),
        text,
        why,
    })
}

fn of_report(material: &Material, report: &Soc2) -> Vec<DocumentRequest> {
    if !report.document.is_confirmed() {
        return vec![];
    }
    let words = material.words;
    let organisations = report.subservice.iter().flatten();
    let carved_out =
        organisations.filter(|organisation| organisation.method == Some(Method::CarveOut));
    let others =
        carved_out.flat_map(|organisation| of_others(words, report.document, organisation));
    let others: Vec<DocumentRequest> = others.collect();
    let own = [complete(words, report), bridge(material, report)];
    own.into_iter().flatten().chain(others).collect()
}

/// The whole of a report, where we hold only a part.
fn complete(words: &Words, report: &Soc2) -> Option<DocumentRequest> {
    let held = report.document;
    let partial = matches!(report.copy, Some(HeldCopy::Redacted | HeldCopy::Extract));
    partial.then(|| DocumentRequest {
        document: held.id.to_string(),
        text: say!(words, "wanted-complete", document = held.reference.as_str()),
        why: say!(words, "wanted-complete-why"),
    })
}

/// What shows the controls of a company that is carved out, and which they are.
fn of_others(words: &Words, held: &Document, carved_out: &Subservice) -> Vec<DocumentRequest> {
    let organisation = carved_out.name;
    let unread = !matches!(
        carved_out.report,
        Some(SubserviceReport::Read | SubserviceReport::VendorReview)
    );
    let read = unread.then(|| DocumentRequest {
        document: held.id.to_string(),
        text: say!(words, "wanted-carved-out", organisation),
        why: say!(words, "wanted-carved-out-why"),
    });
    let listed = (carved_out.csocs == Some(false)).then(|| DocumentRequest {
        document: held.id.to_string(),
        text: say!(words, "wanted-controls", organisation),
        why: say!(words, "wanted-controls-why"),
    });
    [read, listed].into_iter().flatten().collect()
}

/// A letter for the time since the period, where nobody speaks for it.
fn bridge(material: &Material, report: &Soc2) -> Option<DocumentRequest> {
    let (words, document) = (material.words, report.document);
    let mut raised = material.reading.raised.iter();
    raised.find(|raised| {
        raised.flag == NOT_BRIDGED && raised.document.as_ref() == Some(&document.id)
    })?;
    let day = words.date(report.end()?.succ_opt()?);
    Some(DocumentRequest {
        document: document.id.to_string(),
        text: say!(words, "wanted-bridge", day),
        why: say!(words, "wanted-bridge-why"),
    })
}

/// The Statement of Applicability, where it was not given.
fn soa(words: &Words, certificate: &Certificate) -> Option<DocumentRequest> {
    let held = certificate.document;
    let is_missing = matches!(certificate.soa, None | Some(Soa::Refused));
    let asks = held.is_confirmed() && certificate.is_iso27001() && is_missing;
    asks.then(|| DocumentRequest {
        document: held.id.to_string(),
        text: say!(words, "wanted-soa", document = held.reference.as_str()),
        why: say!(words, "wanted-soa-why"),
    })
}

//! What the documents lack, as requests that can be sent.

use serde::Serialize;

use super::Material;
use super::requests::Holder;
use crate::assessment::document::Document;
use crate::assessment::document::certificate::{Certificate, Soa};
use crate::assessment::document::soc2::{HeldCopy, Method, Soc2, SubserviceReport};
use crate::checks::documents::credit::{Pending, pending};

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
        Holder::Us => of_us(document),
        Holder::Auditor => vec![],
    });
    wanted.collect()
}

fn of_us(document: &Document) -> Vec<DocumentRequest> {
    if document.is_confirmed() {
        return vec![];
    }
    let text = format!(
        "Read {} and confirm what is recorded of it, or correct it.",
        document.reference
    );
    vec![request(
        document,
        text,
        "until a person confirms it, it counts for nothing",
    )]
}

fn of_vendor(material: &Material, document: &Document) -> Vec<DocumentRequest> {
    let lacking = lacking(material, document);
    let report = Soc2::of(document).map(|report| of_report(material, &report));
    let certificate = Certificate::of(document).map(|certificate| soa(&certificate));
    let more = report.or(certificate).into_iter().flatten();
    lacking.into_iter().chain(more).collect()
}

/// What must be known of a document before it can count.
fn lacking(material: &Material, document: &Document) -> Option<DocumentRequest> {
    let (held, product) = (&material.reading.held, &material.assessment.product);
    match pending(held, document)? {
        Pending::NotRead(fields) => {
            let form = material.pack.documents.form(document.kind)?;
            let asked = fields.iter().filter_map(|field| form.field(field));
            let asked: Vec<&str> = asked.map(|field| field.text.as_str()).collect();
            let text = format!(
                "Please send or point out the pages of {} that answer: {}",
                document.reference,
                asked.join(" ")
            );
            Some(request(document, text, "it cannot be judged without"))
        }
        Pending::ScopeNotNamed => {
            let text = format!(
                "Please confirm in writing whether the scope of {} includes {product}, and name the page that says so.",
                document.reference
            );
            Some(request(
                document,
                text,
                "a document counts only for what its scope names",
            ))
        }
        Pending::NotInForce => {
            let text = format!(
                "Please say when {} will be in force, or send the one that is.",
                document.reference
            );
            Some(request(document, text, "it is not in force"))
        }
        Pending::NotConfirmed | Pending::CreditsNothing => None,
    }
}

fn of_report(material: &Material, report: &Soc2) -> Vec<DocumentRequest> {
    if !report.document.is_confirmed() {
        return vec![];
    }
    let document = report.document;
    let partial = matches!(report.copy, Some(HeldCopy::Redacted | HeldCopy::Extract));
    let complete = partial.then(|| {
        let text = format!(
            "Please send {} complete and without redaction.",
            document.reference
        );
        request(document, text, "we hold only a part of it")
    });
    let letter = bridge(material, report);
    let organisations = report.subservice.iter().flatten();
    let carved_out =
        organisations.filter(|organisation| organisation.method == Some(Method::CarveOut));
    let others = carved_out.flat_map(|organisation| {
        let name = organisation.name;
        let unread = !matches!(
            organisation.report,
            Some(SubserviceReport::Read | SubserviceReport::VendorReview)
        );
        let read = unread.then(|| {
            let text = format!(
                "Please send the current SOC 2 report of {name}, or your own dated review of it."
            );
            request(document, text, "it is carved out, and nobody has shown its controls")
        });
        let listed = (organisation.csocs == Some(false)).then(|| {
            let text = format!(
                "Please list the controls that you expect {name} to run, and how you watch over them."
            );
            request(document, text, "it is carved out, and its controls are not named")
        });
        [read, listed].into_iter().flatten()
    });
    let others: Vec<DocumentRequest> = others.collect();
    complete.into_iter().chain(letter).chain(others).collect()
}

/// A letter for the time since the period, where nobody speaks for it.
fn bridge(material: &Material, report: &Soc2) -> Option<DocumentRequest> {
    let mut raised = material.reading.raised.iter();
    let document = report.document;
    raised.find(|raised| {
        raised.flag == NOT_BRIDGED && raised.document.as_ref() == Some(&document.id)
    })?;
    let text = format!(
        "Please send a bridge letter from {} on, for three months at most, that says whether controls changed and whether there were incidents; or the next report.",
        report.end()?.succ_opt()?
    );
    Some(request(
        document,
        text,
        "nobody speaks for the time since its period",
    ))
}

/// The Statement of Applicability, where it was not given.
fn soa(certificate: &Certificate) -> Vec<DocumentRequest> {
    let document = certificate.document;
    let is_missing = matches!(certificate.soa, None | Some(Soa::Refused));
    if !document.is_confirmed() || !certificate.is_iso27001() || !is_missing {
        return vec![];
    }
    let text = format!(
        "Please send the Statement of Applicability that {} names, under a non-disclosure agreement, or a summary of its identity controls.",
        document.reference
    );
    vec![request(
        document,
        text,
        "what the certificate leaves out is not known",
    )]
}

fn request(document: &Document, text: String, why: &str) -> DocumentRequest {
    DocumentRequest {
        document: document.id.to_string(),
        text,
        why: why.to_owned(),
    }
}

//! The back matter: the plan as a text, the frameworks, the evidence and the documents with their digests.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde::Serialize;
use uuid::Uuid;

use super::Case;
use super::common::Prop;
use super::text::{Href, Line, Prose};
use crate::assessment::document::Document;
use crate::assessment::evidence::{EvidenceFile, EvidenceRecord};
use crate::pack::id::{EvidenceId, FrameworkId};
use crate::report::terms;
use crate::words::Words;

/// What the document refers to.
#[derive(Serialize)]
pub struct BackMatter {
    pub resources: Vec<Resource>,
}

/// A file, a document, or a text that is included.
#[derive(Serialize)]
pub struct Resource {
    pub uuid: Uuid,
    pub title: Line,
    pub description: Prose,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub props: Vec<Prop>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub rlinks: Vec<ResourceLink>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub base64: Option<Included>,
}

/// Where a file lies, and how it is known again.
#[derive(Serialize)]
pub struct ResourceLink {
    pub href: Href,
    pub hashes: Vec<Hash>,
}

/// A digest.
#[derive(Serialize)]
pub struct Hash {
    pub algorithm: &'static str,
    pub value: String,
}

/// A text that is included.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Included {
    pub filename: &'static str,
    pub media_type: &'static str,
    pub value: String,
}

/// The resource that stands for the assessment plan.
pub fn plan(case: &Case) -> Uuid {
    case.ids.passing("resource", "plan")
}

/// The resource that stands for our catalogue of controls.
pub fn catalogue(case: &Case) -> Uuid {
    case.ids.lasting("resource", "catalogue")
}

/// The resource that stands for a framework.
pub fn framework(case: &Case, id: &FrameworkId) -> Uuid {
    case.ids.lasting("framework", id.as_str())
}

/// The resource of an evidence record or a document.
pub fn evidence(case: &Case, id: &EvidenceId) -> Uuid {
    case.ids.passing("evidence", id.as_str())
}

/// Evidence records and documents, as both documents refer to them.
pub fn of_evidence(case: &Case) -> Vec<Resource> {
    let records = case.given.evidence.iter().map(|it| of_record(case, it));
    let documents = case.given.documents.iter().map(|it| of_document(case, it));
    records.chain(documents).collect()
}

/// Everything that assessment results refer to.
pub fn of_results(case: &Case) -> BackMatter {
    let mut resources = vec![of_plan(case), of_catalogue(case)];
    let frameworks = case.pack.catalogue.frameworks.iter();
    resources.extend(frameworks.map(|(id, framework)| Resource {
        uuid: self::framework(case, id),
        title: Line::new(&framework.name),
        description: Prose::new("A framework whose entries the questions refer to."),
        props: vec![Prop::new("framework", id)],
        rlinks: vec![],
        base64: None,
    }));
    resources.extend(of_evidence(case));
    BackMatter { resources }
}

/// The plan in words: there is no file of it in OSCAL.
fn of_plan(case: &Case) -> Resource {
    let given = case.given;
    let packs = given.packs.iter().map(|pack| &pack.part);
    let packs: Vec<String> = packs
        .map(|pack| format!("{} {}", pack.id, pack.version))
        .collect();
    let text = Prose::of(&[
        format!(
            "The plan is the questionnaire {} at the depth {}, as of {}, scored under the model {}.",
            packs.join(", "),
            given.depth.name(),
            given.as_of,
            given.model
        ),
        "Every question that the depth reaches and whose condition holds is asked (INTERVIEW). Documents and \
         exports of the vendor are read (EXAMINE), and what we took or tried ourselves is a test (TEST)."
            .to_owned(),
        "An answer without evidence is the vendor's word and is credited as such. What is open stays open: it \
         is neither satisfied nor a finding."
            .to_owned(),
    ]);
    Resource {
        uuid: plan(case),
        title: Line::new("Assessment plan in words"),
        props: vec![],
        rlinks: vec![],
        base64: Some(Included {
            filename: "assessment-plan.md",
            media_type: "text/markdown",
            value: STANDARD.encode(text.as_str()),
        }),
        description: text,
    }
}

fn of_catalogue(case: &Case) -> Resource {
    Resource {
        uuid: catalogue(case),
        title: Line::new(&format!("Controls of the model {}", case.given.model)),
        description: Prose::new(
            "The controls, with their objectives, stand in the local definitions of this document.",
        ),
        props: vec![
            Prop::new("model", &case.given.model),
            Prop::new("fingerprint", &case.result.fingerprint),
        ],
        rlinks: vec![],
        base64: None,
    }
}

fn of_record(case: &Case, record: &EvidenceRecord) -> Resource {
    let mut props = vec![
        Prop::new("evidence", &record.id),
        Prop::new("kind", record.kind.name()),
        Prop::new("from", record.origin.name()),
        Prop::new("dated", record.date),
    ];
    if let Some(period) = record.period {
        props.push(Prop::new("period-from", period.from));
        props.push(Prop::new("period-to", period.to));
    }
    if let Some(read) = &record.read {
        props.push(Prop::new("family", &read.family));
        props.push(Prop::new("format", &read.format));
    }
    let title = format!(
        "{}: {}",
        record.id,
        terms::kind(Words::of(case.pack.language), record.kind)
    );
    resource(
        case,
        &record.id,
        (title, &record.reference, props),
        &record.file,
    )
}

fn of_document(case: &Case, document: &Document) -> Resource {
    let kind = case.pack.documents.kind(document.kind);
    let name = kind.map_or(document.kind.name(), |kind| &kind.title);
    let mut props = vec![
        Prop::new("document", &document.id),
        Prop::new("kind", document.kind.name()),
    ];
    if let Some(confirmed) = &document.confirmed {
        props.push(Prop::new("confirmed", confirmed.on));
    }
    let title = format!("{}: {name}", document.id);
    resource(
        case,
        &document.id,
        (title, &document.reference, props),
        &document.file,
    )
}

fn resource(
    case: &Case,
    id: &EvidenceId,
    (title, reference, props): (String, &str, Vec<Prop>),
    file: &Option<EvidenceFile>,
) -> Resource {
    Resource {
        uuid: evidence(case, id),
        title: Line::new(&title),
        description: Prose::new(reference),
        props,
        rlinks: file.iter().map(link).collect(),
        base64: None,
    }
}

fn link(file: &EvidenceFile) -> ResourceLink {
    ResourceLink {
        href: Href::file(&file.path),
        hashes: vec![Hash {
            algorithm: "SHA-256",
            value: file.sha256.clone(),
        }],
    }
}

//! The objects that both documents are made of, with the fields we write, in the order of the schema.

use serde::Serialize;
use uuid::Uuid;

use super::NAMESPACE;
use super::text::{Href, Line, Moment, Plain, Prose, Token};

/// Title, version, people and facts about the whole document.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Metadata {
    pub title: Line,
    pub last_modified: Moment,
    pub version: Plain,
    pub oscal_version: &'static str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub document_ids: Vec<DocumentId>,
    pub props: Vec<Prop>,
    pub roles: Vec<Role>,
    pub parties: Vec<Party>,
    pub responsible_parties: Vec<ResponsibleParty>,
    pub remarks: Prose,
}

/// What others know the document by.
#[derive(Serialize)]
pub struct DocumentId {
    pub scheme: &'static str,
    pub identifier: Plain,
}

/// What somebody is to the document.
#[derive(Serialize)]
pub struct Role {
    pub id: &'static str,
    pub title: &'static str,
    pub description: &'static str,
}

/// A person or an organisation.
#[derive(Serialize)]
pub struct Party {
    pub uuid: Uuid,
    #[serde(rename = "type")]
    pub kind: &'static str,
    pub name: Plain,
}

/// Who holds a role.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct ResponsibleParty {
    pub role_id: &'static str,
    pub party_uuids: Vec<Uuid>,
}

/// A named value.
#[derive(Serialize)]
pub struct Prop {
    pub name: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ns: Option<&'static str>,
    pub value: Plain,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub class: Option<Token>,
}

impl Prop {
    /// A value under a name of ours.
    pub fn new(name: &'static str, value: impl ToString) -> Self {
        Self {
            name,
            ns: Some(NAMESPACE),
            value: Plain::new(&value.to_string()),
            class: None,
        }
    }

    /// The same, of a class.
    pub fn of_class(self, class: &str) -> Self {
        Self {
            class: Some(Token::new(class)),
            ..self
        }
    }

    /// A value under a name that OSCAL itself defines.
    pub fn of_oscal(name: &'static str, value: &str) -> Self {
        Self {
            name,
            ns: None,
            value: Plain::new(value),
            class: None,
        }
    }
}

/// A link to a resource.
#[derive(Serialize)]
pub struct Link {
    pub href: Href,
    pub rel: &'static str,
}

/// A service or a program.
#[derive(Serialize)]
pub struct Component {
    pub uuid: Uuid,
    #[serde(rename = "type")]
    pub kind: &'static str,
    pub title: Line,
    pub description: Prose,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub props: Vec<Prop>,
    pub status: ComponentStatus,
    #[serde(rename = "responsible-roles", skip_serializing_if = "Vec::is_empty")]
    pub responsible_roles: Vec<ResponsibleParty>,
}

/// Whether it runs.
#[derive(Serialize)]
pub struct ComponentStatus {
    pub state: &'static str,
    pub remarks: Prose,
}

/// What the assessment was made with.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct AssessmentAssets {
    pub components: Vec<Component>,
    pub assessment_platforms: Vec<Platform>,
}

/// A set of tools.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Platform {
    pub uuid: Uuid,
    pub title: Line,
    pub uses_components: Vec<UsesComponent>,
}

/// A tool of a set.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct UsesComponent {
    pub component_uuid: Uuid,
}

/// Who or what says so.
#[derive(Serialize)]
pub struct Origin {
    pub actors: Vec<Actor>,
}

/// One who says so.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Actor {
    #[serde(rename = "type")]
    pub kind: &'static str,
    pub actor_uuid: Uuid,
}

/// Something that was seen or said.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Observation {
    pub uuid: Uuid,
    pub title: Line,
    pub description: Prose,
    pub props: Vec<Prop>,
    pub methods: Vec<&'static str>,
    pub types: Vec<&'static str>,
    pub origins: Vec<Origin>,
    pub subjects: Vec<SubjectReference>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub relevant_evidence: Vec<RelevantEvidence>,
    pub collected: Moment,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expires: Option<Moment>,
}

/// What something is about.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct SubjectReference {
    pub subject_uuid: Uuid,
    #[serde(rename = "type")]
    pub kind: &'static str,
}

/// A file or document that shows it.
#[derive(Serialize)]
pub struct RelevantEvidence {
    pub href: Href,
    pub description: Prose,
}

/// A risk.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Risk {
    pub uuid: Uuid,
    pub title: Line,
    pub description: Prose,
    pub statement: Prose,
    pub props: Vec<Prop>,
    pub status: &'static str,
    pub origins: Vec<Origin>,
    pub characterizations: Vec<Characterization>,
    pub remediations: Vec<Response>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub related_observations: Vec<RelatedObservation>,
}

/// A risk in numbers.
#[derive(Serialize)]
pub struct Characterization {
    pub origin: Origin,
    pub facets: Vec<Facet>,
}

/// One number or word of it.
#[derive(Serialize)]
pub struct Facet {
    pub name: &'static str,
    pub system: &'static str,
    pub value: Plain,
}

/// What is to be done about a risk.
#[derive(Serialize)]
pub struct Response {
    pub uuid: Uuid,
    pub lifecycle: &'static str,
    pub title: Line,
    pub description: Prose,
    pub props: Vec<Prop>,
    pub tasks: Vec<Task>,
}

/// A step of it.
#[derive(Serialize)]
pub struct Task {
    pub uuid: Uuid,
    #[serde(rename = "type")]
    pub kind: &'static str,
    pub title: Line,
    pub description: Prose,
    pub props: Vec<Prop>,
}

/// An observation that belongs to something.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct RelatedObservation {
    pub observation_uuid: Uuid,
}

/// A risk that belongs to something.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct RelatedRisk {
    pub risk_uuid: Uuid,
}

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

/// A control by its id.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct SelectedControl {
    pub control_id: Token,
}

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

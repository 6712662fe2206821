//! What was assessed, and with what: the vendor's service, and this program.

use uuid::Uuid;

use super::Case;
use super::common::{
    Actor, AssessmentAssets, Component, ComponentStatus, Origin, Platform, Prop, ResponsibleParty,
    UsesComponent,
};
use super::metadata::{VENDOR, assessor, vendor};
use super::observations::SubjectReference;
use super::text::{Line, Prose};

/// The service that is assessed.
pub fn service(case: &Case) -> Component {
    let given = case.given;
    Component {
        uuid: case.ids.service(),
        kind: "service",
        title: Line::new(&given.product),
        description: Prose::new(&format!("Identity provider of {}.", given.vendor)),
        props: vec![],
        status: ComponentStatus {
            state: "other",
            remarks: Prose::new("The assessment does not record whether the service is in use."),
        },
        responsible_roles: vec![ResponsibleParty {
            role_id: VENDOR,
            party_uuids: vec![vendor(case)],
        }],
    }
}

/// What every observation is about.
pub fn about_service(case: &Case) -> Vec<SubjectReference> {
    vec![SubjectReference {
        subject_uuid: case.ids.service(),
        kind: "component",
    }]
}

fn program(case: &Case) -> Uuid {
    case.ids.lasting("tool", "idp-assay")
}

/// The program and the platform that it is.
pub fn assessment_assets(case: &Case) -> AssessmentAssets {
    AssessmentAssets {
        components: vec![Component {
            uuid: program(case),
            kind: "software",
            title: Line::new("idp-assay"),
            description: Prose::new(
                "Asks, reads artefacts, holds claims against them, scores and reports.",
            ),
            props: vec![Prop::of_oscal("version", env!("CARGO_PKG_VERSION"))],
            status: ComponentStatus {
                state: "operational",
                remarks: Prose::new("It wrote this document."),
            },
            responsible_roles: vec![],
        }],
        assessment_platforms: vec![Platform {
            uuid: case.ids.lasting("platform", "idp-assay"),
            title: Line::new("idp-assay on the machine of the assessor"),
            uses_components: vec![UsesComponent {
                component_uuid: program(case),
            }],
        }],
    }
}

/// What the program computed or read.
pub fn by_program(case: &Case) -> Origin {
    Origin {
        actors: vec![Actor {
            kind: "tool",
            actor_uuid: program(case),
        }],
    }
}

/// What the assessor recorded; the program where none is named.
pub fn by_assessor(case: &Case) -> Origin {
    let party = |actor_uuid| Origin {
        actors: vec![Actor {
            kind: "party",
            actor_uuid,
        }],
    };
    assessor(case).map_or_else(|| by_program(case), party)
}

//! What stands at the head of both documents: title, day, people, and the outcome as named values.

use uuid::Uuid;

use super::common::{DocumentId, Metadata, Party, Prop, ResponsibleParty, Role};
use super::text::{Line, Moment, Plain, Prose};
use super::{Case, NAMESPACE, VERSION};
use crate::score::verdict::Status;

/// Who sells the service.
pub const VENDOR: &str = "vendor";
/// Who answered.
const ASSESSOR: &str = "assessor";
/// Who reviewed.
const REVIEWER: &str = "reviewer";
/// A role that OSCAL itself knows.
const PREPARED_BY: &str = "prepared-by";

/// The metadata of a document whose title begins so.
pub fn metadata(case: &Case, title: &str, remarks: &str) -> Metadata {
    let people = People::new(case);
    Metadata {
        title: Line::new(&format!("{title}: {}", case.subject())),
        last_modified: Moment::new(case.given.as_of),
        version: Plain::new(&case.given.as_of.to_string()),
        oscal_version: VERSION,
        document_ids: document_ids(case),
        props: props(case),
        roles: roles(),
        responsible_parties: people.responsible(case),
        parties: people.parties,
        remarks: Prose::new(remarks),
    }
}

/// The organisation that sells the service.
pub fn vendor(case: &Case) -> Uuid {
    case.ids.lasting("vendor", "")
}

/// The person of that name.
fn person(case: &Case, name: &str) -> Uuid {
    case.ids.lasting("person", name)
}

/// The person who answered, where one is named.
pub fn assessor(case: &Case) -> Option<Uuid> {
    let name = case.given.assessor.as_deref();
    name.map(|name| person(case, name))
}

fn document_ids(case: &Case) -> Vec<DocumentId> {
    let digest = case.frame.digest.iter();
    digest
        .map(|digest| DocumentId {
            scheme: NAMESPACE,
            identifier: Plain::new(digest),
        })
        .collect()
}

fn roles() -> Vec<Role> {
    let role = |id, title, description| Role {
        id,
        title,
        description,
    };
    vec![
        role(
            ASSESSOR,
            "Assessor",
            "Answered the questionnaire and recorded the evidence.",
        ),
        role(
            PREPARED_BY,
            "Prepared by",
            "Wrote this document, with the program named in it.",
        ),
        role(VENDOR, "Vendor", "Sells the service that is assessed."),
        role(
            REVIEWER,
            "Reviewer",
            "Reviewed the assessment; never the assessor.",
        ),
    ]
}

/// The people and the vendor, each once.
struct People {
    parties: Vec<Party>,
}

impl People {
    fn new(case: &Case) -> Self {
        let mut parties = vec![Party {
            uuid: vendor(case),
            kind: "organization",
            name: Plain::new(&case.given.vendor),
        }];
        let reviewer = case.frame.signed.reviewer.iter();
        let names = case.given.assessor.iter();
        for name in names.chain(reviewer.map(|signed| &signed.name)) {
            let uuid = person(case, name);
            if parties.iter().all(|party| party.uuid != uuid) {
                parties.push(Party {
                    uuid,
                    kind: "person",
                    name: Plain::new(name),
                });
            }
        }
        Self { parties }
    }

    fn responsible(&self, case: &Case) -> Vec<ResponsibleParty> {
        let reviewer = case.frame.signed.reviewer.as_ref();
        let held = [
            (ASSESSOR, assessor(case)),
            (PREPARED_BY, assessor(case)),
            (VENDOR, Some(vendor(case))),
            (REVIEWER, reviewer.map(|signed| person(case, &signed.name))),
        ];
        let held = held.into_iter();
        held.filter_map(|(role_id, party)| {
            Some(ResponsibleParty {
                role_id,
                party_uuids: vec![party?],
            })
        })
        .collect()
    }
}

/// The outcome. Numbers have full precision; nothing is rounded here.
fn props(case: &Case) -> Vec<Prop> {
    let (score, given) = (&case.result.score, case.given);
    let ruling = &score.ruling;
    let [best, worst] = ruling.band_range;
    let mut props = vec![
        Prop::new("vendor", &given.vendor),
        Prop::new("product", &given.product),
        Prop::new("as-of", given.as_of),
        Prop::new("depth", given.depth.name()),
        Prop::new("model", &given.model),
        Prop::new("fingerprint", &case.result.fingerprint),
        Prop::new("verdict", ruling.verdict.name()),
        Prop::new("status", status(ruling.status)),
        Prop::new("band", ruling.band.name()),
        Prop::new("band-low", best.name()),
        Prop::new("band-high", worst.name()),
        Prop::new("residual-point", score.residual.point),
        Prop::new("residual-low", score.residual.low),
        Prop::new("residual-high", score.residual.high),
        Prop::new("residual-open", score.residual.open),
        Prop::new("irreducible", score.residual.irreducible),
        Prop::new("inherent", score.inherent.points()),
        Prop::new("coverage", ruling.coverage),
        Prop::new("confidence", ruling.confidence),
    ];
    let packs = given.packs.iter().map(|pack| &pack.part);
    props.extend(packs.map(|pack| Prop::new("pack", format!("{} {}", pack.id, pack.version))));
    props
}

fn status(status: Status) -> &'static str {
    match status {
        Status::Rated => "rated",
        Status::Provisional => "provisional",
        Status::Unrated => "unrated",
    }
}

//! Names of objects as UUIDs of version 5: the same input gives the same ones, without chance or clock.
//!
//! What lasts from one assessment of a service to the next (parties, controls, risks, items of the
//! plan) is named after the service and its own id, so that whoever imports two of them knows it again. What
//! speaks about one state of an assessment (the documents, results, observations, findings, evidence) is named
//! after that state.

use uuid::Uuid;

use super::NAMESPACE_ID;
use crate::assessment::{Assessment, writer};

/// Gives the names of one document.
#[derive(Debug, Clone, Copy)]
pub struct Ids {
    service: Uuid,
    state: Uuid,
}

impl Ids {
    /// Names for an assessment in the state of `digest`, scored under the model of `fingerprint`.
    pub fn new(assessment: &Assessment, digest: Option<&str>, fingerprint: &str) -> Self {
        let service = format!("{}\n{}", assessment.vendor, assessment.product);
        let service = Uuid::new_v5(&NAMESPACE_ID, service.as_bytes());
        let state = match digest {
            Some(digest) => digest.to_owned(),
            None => writer::write(assessment),
        };
        let state = format!("{fingerprint}\n{state}");
        Self {
            service,
            state: Uuid::new_v5(&service, state.as_bytes()),
        }
    }

    /// The service that is assessed.
    pub fn service(&self) -> Uuid {
        self.service
    }

    /// Something that the next assessment of the service would know again.
    pub fn lasting(&self, kind: &str, id: &str) -> Uuid {
        Uuid::new_v5(&self.service, format!("{kind}\n{id}").as_bytes())
    }

    /// Something of this state of the assessment.
    pub fn passing(&self, kind: &str, id: &str) -> Uuid {
        Uuid::new_v5(&self.state, format!("{kind}\n{id}").as_bytes())
    }
}

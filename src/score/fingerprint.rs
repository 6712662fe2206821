//! A fingerprint of the model's numbers: two scores compare only when theirs are the same.
//!
//! FNV-1a, 64 bits, over the parameters as JSON, domains and controls by id. Titles, sources and
//! the order of the file do not count. It tells models apart; it protects nothing.

use serde::Serialize;

use crate::pack::id::{ControlId, DomainId};
use crate::pack::model::{
    BandEdge, BlastDimension, Control, Domain, EvidenceModel, InherentModel, Limits, Model,
    Relevance, Shape, Subject,
};

/// The fingerprint of a model: 16 lower-case hexadecimal digits.
pub fn fingerprint(model: &Model) -> String {
    let text = serde_json::to_string(&Canonical::from(model))
        .expect("numbers and names are always valid JSON");
    format!("{:016x}", fnv1a(text.as_bytes()))
}

fn fnv1a(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, &byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

/// What a score depends on. Models are taken apart in full below, so that a new parameter cannot
/// be forgotten here.
#[derive(Serialize)]
struct Canonical<'a> {
    version: &'a str,
    shape: &'a Shape,
    evidence: &'a EvidenceModel,
    inherent: &'a InherentModel,
    limits: &'a Limits,
    bands: &'a [BandEdge],
    domains: Vec<(&'a DomainId, f64)>,
    controls: Vec<CanonicalControl<'a>>,
}

#[derive(Serialize)]
struct CanonicalControl<'a> {
    id: &'a ControlId,
    domain: &'a DomainId,
    weight: f64,
    subject: Subject,
    knockout: f64,
    blast: Option<BlastDimension>,
    na_allowed: bool,
    soc2: Relevance,
    iso27001: Relevance,
}

impl<'a> From<&'a Model> for Canonical<'a> {
    fn from(model: &'a Model) -> Self {
        let Model {
            version,
            shape,
            evidence,
            inherent,
            limits,
            bands,
            domains,
            controls,
            sources: _,
        } = model;
        let mut domains: Vec<_> = domains.iter().map(of_domain).collect();
        domains.sort_by_key(|&(id, _)| id);
        let mut controls: Vec<_> = controls.iter().map(CanonicalControl::from).collect();
        controls.sort_by_key(|control| control.id);
        Self {
            version,
            shape,
            evidence,
            inherent,
            limits,
            bands,
            domains,
            controls,
        }
    }
}

fn of_domain(domain: &Domain) -> (&DomainId, f64) {
    let Domain {
        id,
        title: _,
        budget,
    } = domain;
    (id, *budget)
}

impl<'a> From<&'a Control> for CanonicalControl<'a> {
    fn from(control: &'a Control) -> Self {
        let Control {
            id,
            domain,
            title: _,
            weight,
            subject,
            knockout,
            blast,
            na_allowed,
            soc2,
            iso27001,
        } = control;
        Self {
            id,
            domain,
            weight: *weight,
            subject: *subject,
            knockout: *knockout,
            blast: *blast,
            na_allowed: *na_allowed,
            soc2: *soc2,
            iso27001: *iso27001,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hash_is_fnv1a_of_64_bits() {
        // Test vectors of the algorithm's authors.
        assert_eq!(fnv1a(b""), 0xcbf2_9ce4_8422_2325);
        assert_eq!(fnv1a(b"a"), 0xaf63_dc4c_8601_ec8c);
        assert_eq!(fnv1a(b"foobar"), 0x8594_4171_f739_67e8);
    }
}

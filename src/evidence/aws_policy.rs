//! What policies of AWS IAM allow, to whom, and whom roles trust.
//!
//! A policy that allows everything disproves least privilege; one that does not, alone, proves nothing: what
//! it grants is still cut by permission boundaries and by the policies of the organisation, which no export
//! of IAM holds. So what is said of grants is said of a part.

mod details;
mod document;
mod granted;
mod provider;
mod single;
mod statement;
mod trust;

use super::families::{Family, Format};

/// The family.
pub const FAMILY: Family = Family {
    id: ID,
    title: "AWS IAM policies and trusts",
    formats: &[
        Format {
            id: details::ID,
            title: "Account authorization details",
            read: details::read,
        },
        Format {
            id: trust::ID,
            title: "Roles and their trust policies",
            read: trust::read,
        },
        Format {
            id: single::ID,
            title: "Policy document",
            read: single::read,
        },
        Format {
            id: provider::ID,
            title: "OpenID Connect provider",
            read: provider::read,
        },
    ],
};

const ID: &str = "aws-policy";

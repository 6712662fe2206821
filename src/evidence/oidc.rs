//! What an authorization server publishes of itself: its metadata, and the keys it signs with.
//!
//! Metadata tell what a server can do, never what it enforces, and no lifetime at all.

mod jwks;
mod metadata;

use super::families::{Family, Format};

/// OpenID Connect and OAuth 2.0 servers.
pub const FAMILY: Family = Family {
    id: "oidc",
    title: "OpenID Connect",
    formats: &[
        Format {
            id: "metadata",
            title: "OpenID Connect discovery or OAuth 2.0 server metadata",
            read: metadata::read,
        },
        Format {
            id: "jwks",
            title: "JSON Web Key Set",
            read: jwks::read,
        },
    ],
};

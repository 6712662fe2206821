//! One secret or certificate of an application: from when to when it lets in.

use std::collections::BTreeSet;

use super::super::{field, moment, name, word};
use crate::evidence::fact::Limit;
use crate::evidence::input::json::Json;
use crate::evidence::redact;
use crate::evidence::time::Moment;

/// What signs in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Secret,
    Certificate,
}

/// When a credential ends.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum End {
    Never,
    At(Moment),
    Unknown,
}

/// A credential.
pub(super) struct Credential<'d> {
    /// The object that holds it.
    pub(super) app: &'d Json<'d>,
    pub(super) json: &'d Json<'d>,
    pub(super) kind: Kind,
    /// None where the file names no start that can be read.
    pub(super) start: Option<Moment>,
    pub(super) end: End,
}

impl Credential<'_> {
    /// From its start to its end; none where one of them is not told.
    pub(super) fn life(&self) -> Option<Limit> {
        match (self.start, self.end) {
            (_, End::Never) => Some(Limit::Unlimited),
            (Some(start), End::At(end)) if end.at > start.at => {
                Some(Limit::seconds((end.at - start.at).as_seconds_f64()))
            }
            _ => None,
        }
    }

    /// What people call it: its application, and the end of its id.
    pub(super) fn about(&self) -> String {
        match word(self.json, "keyId") {
            Some(id) => format!("{}, key {}", name(self.app), redact::tail(id)),
            None => name(self.app).to_owned(),
        }
    }

    /// Seconds by which its start or end may lie elsewhere.
    pub(super) fn doubt(&self) -> f64 {
        let end = match self.end {
            End::At(end) => end.doubt(),
            End::Never | End::Unknown => 0.0,
        };
        self.start.map_or(end, |start| start.doubt().max(end))
    }
}

/// The credentials of an object, without passwords that only protect a signing certificate: those bear the
/// id of the certificate and sign nobody in.
pub(super) fn credentials<'d>(app: &'d Json<'d>) -> Vec<Credential<'d>> {
    let list = |key: &str| field(app, key).map_or(&[][..], Json::items).iter();
    let signs = |key: &&Json| word(key, "usage") == Some("Sign");
    let signing: BTreeSet<_> = list("keyCredentials")
        .filter(signs)
        .filter_map(|key| word(key, "keyId"))
        .collect();
    let is_own = |secret: &&Json| word(secret, "keyId").is_none_or(|id| !signing.contains(id));
    let secrets = list("passwordCredentials").filter(is_own);
    let secrets = secrets.map(|json| credential(app, json, Kind::Secret));
    let keys = list("keyCredentials").map(|json| {
        let is_shared = word(json, "type") == Some("Symmetric");
        let kind = match is_shared {
            true => Kind::Secret,
            false => Kind::Certificate,
        };
        credential(app, json, kind)
    });
    secrets
        .chain(keys)
        .filter(|key| key.json.is_map())
        .collect()
}

fn credential<'d>(app: &'d Json<'d>, json: &'d Json<'d>, kind: Kind) -> Credential<'d> {
    let end = match field(json, "endDateTime").and_then(moment) {
        Some(end) if end.is_never() => End::Never,
        Some(end) => End::At(end),
        None => End::Unknown,
    };
    Credential {
        app,
        json,
        kind,
        start: field(json, "startDateTime").and_then(moment),
        end,
    }
}

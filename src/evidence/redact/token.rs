//! Signed tokens: the header and the claims that are compared stay, the signature and the rest go.

use base64::Engine;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig, general_purpose};

use super::json::Walk;
use super::{GONE, Options};
use crate::evidence::input::json::Document;

/// Reads base64url as senders write it.
const LENIENT: GeneralPurpose = GeneralPurpose::new(
    &base64::alphabet::URL_SAFE,
    GeneralPurposeConfig::new()
        .with_decode_padding_mode(DecodePaddingMode::Indifferent)
        .with_decode_allow_trailing_bits(true),
);

/// Claims whose values are compared: who issued what for whom, until when. Values of others may be people or
/// secrets.
const CLAIMS: &[&str] = &[
    "iss",
    "aud",
    "exp",
    "iat",
    "nbf",
    "issued_at",
    "auth_time",
    "updated_at",
    "sub",
    "scope",
    "scp",
    "roles",
    "permissions",
    "realm_access",
    "resource_access",
    "azp",
    "client_id",
    "cid",
    "appid",
    "typ",
    "alg",
    "kid",
    "token_use",
    "token_type",
    "gty",
    "grant_type",
    "grant",
    "idtyp",
    "cnf",
    "acr",
    "amr",
    "tid",
    "ver",
    "azpacr",
    "appidacr",
];

/// A token without its signature, or without all but the header where it is encrypted. None where it only
/// looks like a token.
pub(super) fn redacted(token: &str, options: Options) -> Option<String> {
    let parts: Vec<&str> = token.split('.').collect();
    let header = part(parts[0], options, |document, walk| walk.document(document))?;
    match parts.as_slice() {
        [_, _, _, _, _] => Some(format!("{header}.{GONE}...")),
        [_, body, rest @ ..] if rest.len() < 2 => {
            let body = part(body, options, claims)?;
            let end = match rest {
                [] => String::new(),
                [""] => ".".to_owned(),
                _ => format!(".{GONE}"),
            };
            Some(format!("{header}.{body}{end}"))
        }
        _ => None,
    }
}

/// One part of a token, an object of JSON, rewritten.
fn part(
    part: &str,
    options: Options,
    rewrite: fn(&Document, &mut Walk) -> Option<String>,
) -> Option<String> {
    let text = String::from_utf8(LENIENT.decode(part).ok()?).ok()?;
    let document = Document::parse(&text).ok()?;
    if !matches!(document.roots(), [root] if root.is_map()) {
        return None;
    }
    let new = rewrite(&document, &mut Walk::new(&text, options));
    Some(new.map_or_else(
        || part.to_owned(),
        |new| general_purpose::URL_SAFE_NO_PAD.encode(new),
    ))
}

/// The claims without the values of those that nobody compares.
fn claims(document: &Document, walk: &mut Walk) -> Option<String> {
    for (key, value) in document.roots()[0].entries() {
        match CLAIMS.contains(&key.as_ref()) || value.text().is_some_and(is_machine) {
            true => walk.value(value, key),
            false => walk.silence(value),
        }
    }
    walk.finished()
}

/// Whether a name is one that servers give to machines.
fn is_machine(name: &str) -> bool {
    name.starts_with("service-account-")
        || name.starts_with("system:serviceaccount:")
        || name.ends_with(".gserviceaccount.com")
}

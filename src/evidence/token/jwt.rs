//! A token in its compact form: signed (three parts), unsigned, or encrypted (five parts).
//!
//! Nothing is verified: an expired token is good evidence, and the key is not ours. The signature is not kept.

use base64::Engine;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};

use crate::evidence::input::json::Document;

/// Longest token that is read, in characters.
const LONGEST: usize = 1 << 20;

const BASE64: GeneralPurpose = GeneralPurpose::new(
    &base64::alphabet::URL_SAFE,
    GeneralPurposeConfig::new()
        .with_decode_padding_mode(DecodePaddingMode::Indifferent)
        .with_decode_allow_trailing_bits(true),
);

/// A token.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Jwt {
    /// Its claims can be read.
    Open {
        /// Its signing algorithm.
        algorithm: String,
        /// Its type, such as `at+jwt`.
        kind: Option<String>,
        /// Whether it carries a signature.
        signature: Signature,
        /// Its claims: the text of a JSON object.
        claims: String,
    },
    /// Only its header can be read.
    Encrypted,
}

/// The last part of a token.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Signature {
    /// There is something.
    Present,
    /// It is empty.
    Absent,
}

/// Whether a text looks like a token: cheap, for the many texts that are none.
pub(super) fn looks_like(text: &str) -> bool {
    let text = unprefixed(text);
    text.starts_with("ey") && text.contains('.')
}

fn unprefixed(text: &str) -> &str {
    let text = text.trim();
    match text.get(..7) {
        Some(start) if start.eq_ignore_ascii_case("bearer ") => text[7..].trim_start(),
        _ => text,
    }
}

/// Reads a token, with `Bearer` in front of it or without.
pub(super) fn parse(text: &str) -> Option<Jwt> {
    let text = unprefixed(text);
    if text.len() > LONGEST || !looks_like(text) {
        return None;
    }
    let parts: Vec<&str> = text.split('.').take(6).collect();
    let header = object(parts.first()?)?;
    let header = Document::parse(&header).ok()?;
    let [header] = header.roots() else {
        return None;
    };
    let word = |key: &str| {
        let text = header.text_of(key)?;
        Some(text[..text.floor_char_boundary(60)].to_owned())
    };
    let algorithm = word("alg")?;
    match parts.as_slice() {
        [_, claims, rest @ ..] if rest.len() < 2 => Some(Jwt::Open {
            algorithm,
            kind: word("typ"),
            signature: match rest {
                [] | [""] => Signature::Absent,
                _ => Signature::Present,
            },
            claims: object(claims)?,
        }),
        [_, _, _, _, _] if header.has("enc") => Some(Jwt::Encrypted),
        _ => None,
    }
}

/// The JSON object in a part of a token.
fn object(part: &str) -> Option<String> {
    let bytes = BASE64.decode(part).ok()?;
    let text = String::from_utf8(bytes).ok()?;
    let is_object = matches!(Document::parse(&text).ok()?.roots(), [root] if root.is_map());
    is_object.then_some(text)
}

/// Makes tokens for the tests.
#[cfg(test)]
pub(super) fn made(header: &str, claims: &str) -> String {
    format!("{}.{}.c2ln", BASE64.encode(header), BASE64.encode(claims)).replace('=', "")
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEADER: &str = r#"{"alg":"RS256","typ":"at+jwt"}"#;

    #[test]
    fn a_token_is_read_with_and_without_bearer() {
        let token = made(HEADER, r#"{"sub":"a"}"#);
        for text in [
            token.clone(),
            format!("Bearer {token}\n"),
            format!("bearer  {token}"),
        ] {
            let Some(Jwt::Open {
                algorithm,
                kind,
                signature,
                claims,
            }) = parse(&text)
            else {
                panic!("it is a token");
            };
            assert_eq!(
                (algorithm.as_str(), kind.as_deref()),
                ("RS256", Some("at+jwt"))
            );
            assert_eq!(
                (signature, claims.as_str()),
                (Signature::Present, r#"{"sub":"a"}"#)
            );
        }
    }

    #[test]
    fn an_empty_signature_is_absent_and_a_redacted_one_is_not() {
        let token = made(HEADER, "{}");
        let body = token.trim_end_matches("c2ln");
        let signature = |text: &str| match parse(text) {
            Some(Jwt::Open { signature, .. }) => signature,
            other => panic!("it is a token: {other:?}"),
        };
        assert_eq!(signature(body), Signature::Absent);
        assert_eq!(signature(body.trim_end_matches('.')), Signature::Absent);
        assert_eq!(signature(&format!("{body}[redacted]")), Signature::Present);
    }

    #[test]
    fn an_encrypted_token_shows_its_header_only() {
        let header = made(r#"{"alg":"dir","enc":"A256GCM"}"#, "{}");
        let header = header.split('.').next().expect("it has a header");
        assert_eq!(
            parse(&format!("{header}..aXY.Y3Q.dGFn")),
            Some(Jwt::Encrypted)
        );
        assert_eq!(parse(&format!("{header}..aXY.Y3Q")), None);
    }

    #[test]
    fn what_only_looks_like_a_token_is_none() {
        let good = made(HEADER, "{}");
        let header = good.split('.').next().expect("it has a header").to_owned();
        for text in [
            "eyJ.eyJ.eyJ",
            "example.com",
            "ey",
            "äöü.äöü",
            &format!("{header}.SXTigJlz.c2ln"),
            &made("{}", "{}"),
            &made("[]", "{}"),
            &format!("{good}.more"),
            &made(HEADER, "{}{}"),
        ] {
            assert_eq!(parse(text), None, "{text}");
        }
    }
}

//! JSON Web Key Sets (RFC 7517), and the lists of keys that Okta answers with: the same keys and their dates.
//!
//! One set shows no change of keys; two of different days do. Each key is named by its id and the thumbprint of
//! its public part (RFC 7638): an id may stay while the key changes, and not every key has one.

use std::collections::{BTreeMap, BTreeSet};

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sha2::{Digest, Sha256};

use super::FAMILY;
use crate::evidence::fact::{Basis, Fact, FactValue};
use crate::evidence::input::json::{Document, Json};
use crate::evidence::input::{Input, No};
use crate::evidence::reading::{Context, Reading};
use crate::evidence::saml::certificate::{self, Strength};
use crate::evidence::saml::signing::{Held, SigningKey, SigningKeys};
use crate::evidence::time;

/// Most ids that are kept.
const IDS: usize = 1000;
/// Bytes of a thumbprint that are shown: enough to tell apart the keys of one issuer.
const SHOWN: usize = 4;
/// Members that only a private or shared key has.
const PRIVATE: [&str; 8] = ["d", "p", "q", "dp", "dq", "qi", "oth", "k"];

pub(super) fn read(input: &mut Input<'_>, context: &Context) -> Result<Reading, No> {
    let document = input.json()?;
    let views = document.views();
    let Some(set) = views.iter().find_map(|view| keys(view)) else {
        let why = "no list `keys` holds objects with `kty` alone";
        return Err(No::not_mine(why));
    };
    let mut reading = context.reading(FAMILY.id, "jwks", None);
    reading.items = set.len() as u64;
    for (key, place) in document.duplicates() {
        reading.odd(format!("key `{key}` stands twice"), place);
    }
    if let 100 | 200 | 1000 = set.len() {
        reading.not_whole(format!(
            "it holds exactly {} keys, as a page does",
            set.len()
        ));
    }
    check_private(document, set, &mut reading);
    let used: Vec<&Json> = set.iter().filter(|key| is_signing(key)).collect();
    let keys = used
        .iter()
        .enumerate()
        .map(|(at, key)| signing_key(key, at))
        .collect();
    let place = |at: usize| document.place(used[at]);
    let signing = SigningKeys {
        keys,
        place: &place,
    };
    check_unread(&signing, &mut reading);
    signing.say(&mut reading);
    say_ids(document, &used, &mut reading);
    Ok(reading.finished())
}

/// The keys of a set, of a plain list, or a key that stands alone.
fn keys<'d, 'c>(view: &'d Json<'c>) -> Option<&'d [Json<'c>]> {
    let keys = view.get("keys").unwrap_or(view).one_or_more();
    (!keys.is_empty() && keys.iter().all(is_key)).then_some(keys)
}

fn is_key(value: &Json) -> bool {
    let material = ["n", "x", "x5c", "k", "kid", "alg"];
    value.text_of("kty").is_some() && material.iter().any(|key| value.has(key))
}

/// Private keys in a file that goes from hand to hand are worth a word, and nothing of them goes on.
fn check_private(document: &Document, set: &[Json], reading: &mut Reading) {
    let is_private = |key: &&Json| PRIVATE.iter().any(|member| key.has(member));
    let count = set.iter().filter(is_private).count();
    if let Some(first) = set.iter().find(is_private) {
        let what = match count {
            1 => "1 private or shared key is in the file: replace it".to_owned(),
            _ => format!("{count} private or shared keys are in the file: replace them"),
        };
        reading.odd(what, document.place(first));
    }
}

fn check_unread(signing: &SigningKeys, reading: &mut Reading) {
    let is_unread = |key: &&SigningKey| key.certificate == Held::Unread;
    if let Some(key) = signing.keys.iter().find(is_unread) {
        reading.odd("a certificate cannot be read", (signing.place)(key.at));
    }
}

/// Whether a key signs, now or in what is still accepted: not for encryption, and not switched off.
fn is_signing(key: &&Json) -> bool {
    let algorithm = key.text_of("alg").unwrap_or_default();
    let encrypts = ["RSA", "ECDH-ES", "dir", "A128", "A192", "A256", "PBES2"];
    let is_off = key.text_of("status").is_some_and(|status| {
        ["EXPIRED", "INACTIVE", "DISABLED"].contains(&status.to_ascii_uppercase().as_str())
    });
    let operations = key.get("key_ops").map(Json::items);
    let signs = |operation: &Json| matches!(operation.text(), Some("sign" | "verify"));
    key.text_of("use").is_none_or(|what| what == "sig")
        && operations.is_none_or(|all| all.is_empty() || all.iter().any(signs))
        && !encrypts.iter().any(|start| algorithm.starts_with(start))
        && !is_off
}

fn signing_key<'d>(key: &'d Json, at: usize) -> SigningKey<'d> {
    let chain = key.get("x5c").map(Json::one_or_more);
    let held = match chain.and_then(|chain| chain.first()) {
        None => Held::Nothing,
        Some(text) => text
            .text()
            .and_then(certificate::parse)
            .map_or(Held::Unread, Held::Certificate),
    };
    let certified = SigningKey::certified(None, held, at);
    let created = key.get("created").and_then(time::of_json);
    // The earlier of both: by then the key existed.
    let begun = certified
        .begun
        .into_iter()
        .chain(created)
        .min_by_key(|moment| moment.at);
    SigningKey {
        begun,
        strength: strength(key, certified),
        ..certified
    }
}

/// What the members of a key say, and its certificate where there is one.
fn strength(key: &Json, certified: SigningKey) -> Strength {
    let algorithm = key.text_of("alg").unwrap_or_default();
    if ["none", "RS1"].contains(&algorithm) || algorithm.starts_with("HS") {
        return Strength::Weak;
    }
    let own = match key.text_of("kty").unwrap_or_default() {
        // A key that both sides share signs for both of them.
        "oct" => Strength::Weak,
        "RSA" => match key.text_of("n").and_then(certificate::bytes) {
            Some(modulus) => Strength::of_rsa(&modulus),
            None => certified.strength,
        },
        "EC" | "OKP" => match key.text_of("crv") {
            Some("P-192") => Strength::Weak,
            Some(_) => Strength::Sound,
            None => certified.strength,
        },
        _ => Strength::Unknown,
    };
    match certified.certificate {
        Held::Certificate(certificate) => own.and(certificate.strength),
        Held::Nothing | Held::Unread => own,
    }
}

/// The ids are public: everybody who checks a token reads them in its header. So are the thumbprints.
fn say_ids(document: &Document, used: &[&Json], reading: &mut Reading) {
    let names: Vec<Option<String>> = used.iter().take(IDS).map(|key| name(key)).collect();
    let is_part = used.len() > IDS || names.iter().any(Option::is_none);
    let Some(first) = names.iter().position(Option::is_some) else {
        return;
    };
    let ids: BTreeSet<String> = names.into_iter().flatten().collect();
    let fact = Fact::new(
        "signing-key-ids",
        FactValue::Set(ids),
        Basis::CompleteList,
        document.place(used[first]),
    );
    reading.say(if is_part { fact.in_part() } else { fact });
}

/// `kid a (3f2c91ab)`, `no kid (3f2c91ab)`, or `kid a` where the public part is not there; none for a key with
/// neither.
fn name(key: &Json) -> Option<String> {
    let id = key.text_of("kid");
    let id = id.map(|id| &id[..id.floor_char_boundary(200)]);
    let thumbprint = thumbprint(key).map(|all| {
        let shown = all.iter().take(SHOWN);
        shown.map(|byte| format!("{byte:02x}")).collect::<String>()
    });
    match (id, thumbprint) {
        (Some(id), Some(thumbprint)) => Some(format!("kid {id} ({thumbprint})")),
        (Some(id), None) => Some(format!("kid {id}")),
        (None, Some(thumbprint)) => Some(format!("no kid ({thumbprint})")),
        (None, None) => None,
    }
}

/// The SHA-256 of the public members that a key must have, in the order of their names (RFC 7638, 3.2; for
/// `OKP` RFC 8037, 2). A shared key has none: its only member is the secret.
fn thumbprint(key: &Json) -> Option<[u8; 32]> {
    let kind = key.text_of("kty")?;
    let (plain, numbers): (&[&str], &[&str]) = match kind {
        "RSA" => (&["kty"], &["e", "n"]),
        "EC" => (&["crv", "kty"], &["x", "y"]),
        "OKP" => (&["crv", "kty"], &["x"]),
        _ => return None,
    };
    let mut members: BTreeMap<&str, String> = BTreeMap::new();
    for member in plain {
        members.insert(member, key.text_of(member)?.to_owned());
    }
    for member in numbers {
        // Padding and line ends of some exports are no other key.
        let text = key.text_of(member)?.trim_end_matches('=');
        let bytes = certificate::bytes(text)?;
        members.insert(member, URL_SAFE_NO_PAD.encode(bytes));
    }
    let text = serde_json::to_string(&members).expect("a map of texts has a text");
    Some(Sha256::digest(text).into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evidence::saml::certificate::made;
    use crate::evidence::testing::read_on;
    use crate::evidence::time::DAY;

    fn tried(text: &str) -> Result<Reading, No> {
        read_on("2026-11-22", read, text)
    }

    fn set(keys: &[&str]) -> Reading {
        tried(&format!("{{\"keys\": [{}]}}", keys.join(","))).expect("it is a key set")
    }

    fn value(reading: &Reading, name: &str) -> Option<FactValue> {
        let fact = reading.facts.iter().find(|fact| fact.name == name);
        fact.map(|fact| fact.value.clone())
    }

    fn rsa(length: usize) -> String {
        let modulus = "_".repeat(length);
        format!(r#"{{"kty": "RSA", "kid": "a", "e": "AQAB", "n": "{modulus}"}}"#)
    }

    #[test]
    fn keys_that_sign_are_counted_and_named() {
        let reading = set(&[
            r#"{"kty": "EC", "crv": "P-256", "kid": "b", "use": "sig"}"#,
            r#"{"kty": "EC", "crv": "P-256", "kid": "a"}"#,
            r#"{"kty": "EC", "crv": "P-256", "kid": "c", "use": "enc"}"#,
            r#"{"kty": "EC", "crv": "P-256", "kid": "d", "alg": "ECDH-ES"}"#,
            r#"{"kty": "EC", "crv": "P-256", "kid": "e", "status": "EXPIRED"}"#,
            r#"{"kty": "EC", "crv": "P-256", "kid": "f", "key_ops": ["deriveKey"]}"#,
        ]);
        assert_eq!(value(&reading, "signing-keys"), Some(FactValue::Count(2)));
        let ids = ["kid a", "kid b"].map(str::to_owned).into();
        assert_eq!(
            value(&reading, "signing-key-ids"),
            Some(FactValue::Set(ids))
        );
        assert_eq!(value(&reading, "signing-key-age"), None);
        assert_eq!(value(&reading, "signing-certificates-expired"), None);
    }

    fn names(keys: &[&str]) -> Vec<String> {
        match value(&set(keys), "signing-key-ids") {
            Some(FactValue::Set(names)) => names.into_iter().collect(),
            _ => vec![],
        }
    }

    #[test]
    fn the_thumbprint_is_that_of_the_standard() {
        // RFC 7638, 3.1: NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs.
        let modulus = "0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAtVT86zwu1RK7aPFFxuhDR1L6tSoc_\
                       BJECPebWKRXjBZCiFV4n3oknjhMstn64tZ_2W-5JsGY4Hc5n9yBXArwl93lqt7_RN5w6Cf0h4QyQ5v-65YGjQR0_\
                       FDW2QvzqY368QQMicAtaSqzs8KJZgnYb9c7d0zgdAZHzu6qMQvRL5hajrn1n91CbOpbISD08qNLyrdkt-\
                       bFTWhAI4vMQFh6WeZu0fM4lFd2NcRwr3XPksINHaQ-G_xBniIqbw0Ls1jF44-csFCur-kEgU8awapJzKnqDKgw";
        let key = format!(
            r#"{{"kty": "RSA", "n": "{modulus}", "e": "AQAB", "alg": "RS256", "kid": "2011-04-29"}}"#
        );
        assert_eq!(names(&[&key]), ["kid 2011-04-29 (3736cbb1)"]);
        let padded = key.replace("AQAB", "AQAB====");
        assert_eq!(names(&[&padded]), ["kid 2011-04-29 (3736cbb1)"]);
    }

    #[test]
    fn the_same_id_with_another_key_is_another_name() {
        let (one, other) = (rsa(342), rsa(344));
        assert_ne!(names(&[&one]), names(&[&other]));
    }

    #[test]
    fn keys_without_an_id_are_named_and_shared_ones_only_by_theirs() {
        let public = r#"{"kty": "OKP", "crv": "Ed25519", "x": "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}"#;
        // RFC 8037, A.3: kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k.
        assert_eq!(names(&[public]), ["no kid (90facafe)"]);
        assert_eq!(
            names(&[r#"{"kty": "oct", "kid": "a", "k": "c2VjcmV0"}"#]),
            ["kid a"]
        );
        let reading = set(&[public, r#"{"kty": "EC", "crv": "P-256", "alg": "ES256"}"#]);
        let fact = reading
            .facts
            .iter()
            .find(|fact| fact.name == "signing-key-ids");
        assert!(!fact.expect("one is named").is_whole);
    }

    #[test]
    fn short_and_shared_keys_are_weak() {
        let weak = |key: &str| value(&set(&[key]), "signing-keys-weak");
        for key in [
            rsa(340).as_str(),
            r#"{"kty": "oct", "kid": "a"}"#,
            r#"{"kty": "RSA", "kid": "a", "alg": "HS256"}"#,
            r#"{"kty": "EC", "kid": "a", "crv": "P-192"}"#,
        ] {
            assert_eq!(weak(key), Some(FactValue::Count(1)), "{key}");
        }
        for key in [
            rsa(342).as_str(),
            r#"{"kty": "OKP", "crv": "Ed25519", "x": "a"}"#,
        ] {
            assert_eq!(weak(key), Some(FactValue::Count(0)), "{key}");
        }
        assert_eq!(weak(r#"{"kty": "RSA", "kid": "a", "n": "!"}"#), None);
    }

    #[test]
    fn private_members_are_told_and_stay_in_the_file() {
        let key = r#"{"kty": "EC", "crv": "P-256", "kid": "a", "d": "hunter2"}"#;
        let reading = set(&[key]);
        assert!(
            reading.anomalies[0]
                .what
                .starts_with("1 private or shared key")
        );
        assert_eq!(reading.anomalies[0].place.path, "/keys/0");
        assert!(!format!("{reading:?}").contains("hunter2"));
    }

    #[test]
    fn certificates_tell_age_and_end() {
        let key = format!(
            r#"{{"kty": "EC", "crv": "P-256", "kid": "a", "x5c": ["{}"]}}"#,
            made::OLD
        );
        let reading = set(&[&key]);
        assert_eq!(
            value(&reading, "signing-certificates-expired"),
            Some(FactValue::Count(1))
        );
        assert!(value(&reading, "signing-certificate-end").is_some());
        let reading = set(&[&key.replace("\"MII", "\"PLACEHOLDER")]);
        assert_eq!(reading.anomalies[0].what, "a certificate cannot be read");
        assert_eq!(value(&reading, "signing-certificates-expired"), None);
    }

    #[test]
    fn okta_tells_when_a_key_was_created() {
        let age = |created: &str| {
            let text =
                format!(r#"[{{"kty": "EC", "crv": "P-256", "kid": "a", "created": "{created}"}}]"#);
            value(
                &tried(&text).expect("it is a list of keys"),
                "signing-key-age",
            )
        };
        let Some(FactValue::Duration(age_seen)) = age("2026-11-12T00:00:00.000Z") else {
            panic!("it is a length");
        };
        assert_eq!(age_seen, 10.0 * DAY);
        assert_eq!(age("soon"), None);
        assert_eq!(age("2099-01-01T00:00:00Z"), None);
    }

    #[test]
    fn other_lists_of_keys_are_left_alone() {
        for text in [
            r#"{"keys": []}"#,
            r#"{"keys": [{"name": "a", "keyType": "USER_MANAGED"}]}"#,
            r#"{"keys": [{"kty": "RSA", "n": "a"}, {"name": "b"}]}"#,
            r#"{"keys": "a"}"#,
            r#"{"kty": "RSA"}"#,
            "[]",
        ] {
            assert!(matches!(tried(text), Err(No::NotMine(_))), "{text}");
        }
    }
}

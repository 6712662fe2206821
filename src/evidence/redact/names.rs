//! Keys, columns and elements that hold secrets by their name.

use crate::evidence::input::columns::normal;
use crate::evidence::input::json::Json;

use super::GONE;

/// What stays of a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Keep {
    /// All of it.
    All,
    /// Its last four characters.
    Tail,
    /// Nothing.
    None,
}

/// Names, without case and signs, of values that nobody but their owner may see.
const SECRET: &[&str] = &[
    "clientsecret",
    "secret",
    "secrettext",
    "secrethash",
    "secretdata",
    "secretstring",
    "secretbinary",
    "secretvalue",
    "password",
    "passwordhash",
    "passwd",
    "pwd",
    "hash",
    "salt",
    "privatekey",
    "privatekeydata",
    "signingkey",
    "encryptionkey",
    "accesstoken",
    "refreshtoken",
    "idtoken",
    "sessiontoken",
    "apitoken",
    "apikey",
    "keystring",
    "hashedtoken",
    "tokenvalue",
    "secretaccesskey",
    "awssecretaccesskey",
    "credential",
    "servicepassword",
    "servicespecificpassword",
    "servicecredentialsecret",
    "datadogapikey",
    "splunktoken",
    "mixpanelserviceaccountpassword",
    "segmentwritekey",
    "httpauthorization",
    "authorization",
    "cookie",
    "setcookie",
    "accessor",
    "registrationaccesstoken",
    "bindcredential",
    "keystorepassword",
    "keypassword",
    "smtppassword",
    "sharedsecret",
    "clientassertion",
    "assertion",
    "code",
    "nonce",
    "samlresponse",
    "userpassword",
    "webhooksecret",
    "hooksecret",
    "temporarypassword",
    "recoverycode",
    "recoverycodes",
    "otp",
    "sessionid",
    "externalsessionid",
    "rootsessionid",
    "sessionhandle",
    "customkey",
    "sasurl",
    "signature",
    "token",
];
/// Names of ids of keys, of which the end stays.
const TAIL: &[&str] = &[
    "accesskeyid",
    "keyid",
    "servicespecificcredentialid",
    "accesskey1id",
    "accesskey2id",
    "awsaccesskeyid",
    "accesskey",
    "userid",
    "principalid",
];
/// Private members of a JSON Web Key; they are secret where the object is a key.
const JWK: &[&str] = &["d", "p", "q", "dp", "dq", "qi", "oth", "k"];

/// What stays of the value of a key.
pub(super) fn keep(key: &str, parent: Option<&str>, object: &Json) -> Keep {
    if JWK.contains(&key) && object.has("kty") {
        return Keep::None;
    }
    let name = normal(key);
    // A Vault reply keeps the token itself under `id`, beside its accessor.
    if name == "id" && object.has("accessor") {
        return Keep::None;
    }
    // A header of a recorded call, or a list of credentials with its secret data.
    let is_header = parent.is_some_and(|parent| normal(parent).ends_with("headers"));
    if is_header && (name.contains("auth") || name.contains("cookie") || name.contains("token")) {
        return Keep::None;
    }
    let is_word = |held: &Json| held.is_text();
    let held = object.get(key);
    match name.as_str() {
        // Words that are also common words hold a secret only where they hold a text.
        "code" | "token" | "signature" | "hash" | "credential" | "secret" | "nonce"
        | "assertion" | "authorization" | "cookie" => match held.is_some_and(is_word) {
            true => Keep::None,
            false => Keep::All,
        },
        name if SECRET.contains(&name) => Keep::None,
        "userid" | "principalid" => match held.and_then(Json::text).is_some_and(is_aws_id) {
            true => Keep::Tail,
            false => Keep::All,
        },
        name if TAIL.contains(&name) => Keep::Tail,
        _ => Keep::All,
    }
}

/// Whether it is a unique id of AWS: `AIDA...`, also with a session behind it.
fn is_aws_id(text: &str) -> bool {
    text.len() >= 16
        && text.starts_with('A')
        && text.split(':').next().is_some_and(|id| {
            id.len() >= 16
                && id
                    .bytes()
                    .all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit())
        })
}

/// What stays of the fields of a column.
pub(super) fn column(name: &str) -> Keep {
    match normal(name).as_str() {
        name if SECRET.contains(&name) => Keep::None,
        "userid" | "principalid" => Keep::All,
        name if TAIL.contains(&name) => Keep::Tail,
        _ => Keep::All,
    }
}

/// Elements, without their prefix, whose text is cut.
const ELEMENTS: &[&str] = &[
    "SignatureValue",
    "DigestValue",
    "NameID",
    "CipherValue",
    "Assertion",
    "AttributeValue",
    "SessionIndex",
];

/// XML without the texts of such elements; none where it is no XML.
pub(super) fn xml(text: &str) -> Option<String> {
    let options = roxmltree::ParsingOptions {
        allow_dtd: false,
        nodes_limit: 2_000_000,
        ..Default::default()
    };
    let tree = roxmltree::Document::parse_with_options(text, options).ok()?;
    let mut out = String::with_capacity(text.len());
    let mut from = 0;
    for node in tree.descendants().filter(roxmltree::Node::is_text) {
        let is_secret = node
            .ancestors()
            .any(|above| ELEMENTS.contains(&above.tag_name().name()));
        let range = node.range();
        if is_secret && !text[range.clone()].trim().is_empty() && range.start >= from {
            out.push_str(&text[from..range.start]);
            out.push_str(GONE);
            from = range.end;
        }
    }
    out.push_str(&text[from..]);
    Some(out)
}

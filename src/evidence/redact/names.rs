//! Keys, columns, elements and parameters that hold secrets by their name: one table by kind, with reasons.
//!
//! Names are compared without case and signs, so that `client_secret`, `clientSecret` and `Client Secret`
//! are one. The last rows are endings: `slack_bot_token` ends as a token does.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::shape::{is_plain, is_random};
use crate::evidence::input::columns::normal;

/// What stays of a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Keep {
    /// All of it, but for what is secret by its look.
    All,
    /// Its last four characters.
    Tail,
    /// All that does not look random: the name speaks of a secret, and mostly only speaks.
    NoRandom,
    /// Plain words and short numbers: the name is also that of harmless things.
    Plain,
    /// No text and no longer number; of an object its settings, and what is not the secret itself.
    NoText,
    /// Of an object its settings, such as a lifetime; of all else nothing.
    Settings,
    /// Nothing.
    Nothing,
}

impl Keep {
    /// Whether a text stays.
    pub(super) fn keeps(self, text: &str) -> bool {
        match self {
            Self::All => true,
            Self::NoRandom => !is_random(text),
            Self::Plain => is_plain(text),
            Self::Tail | Self::NoText | Self::Settings | Self::Nothing => false,
        }
    }

    /// Whether hardly anything stays: what bears the name is itself the secret.
    pub(super) fn is_strict(self) -> bool {
        matches!(self, Self::NoText | Self::Settings | Self::Nothing)
    }
}

use Keep::{NoText, Nothing, Plain, Settings, Tail};

/// A row of the table: what stays, why, and the names.
type Row = (Keep, &'static str, &'static [&'static str]);

/// Whole names.
#[rustfmt::skip]
const NAMES: &[Row] = &[
    (Settings, "passwords and what is made of them", &[
        "pwd", "pass", "smtppass", "dbpass", "userpass", "pin", "hash", "salt", "secrethash", "passwordhash",
        "hashedsaltedvalue", "temporarypassword", "answer", "securityanswer",
    ]),
    (Settings, "secrets of clients and services", &[
        "secretdata", "secrettext", "secretvalue", "secretencoded", "keystring", "servicecredentialsecret", "dsn",
        "sasurl", "customkey", "rawkey", "keymaterial", "keydata", "clientkeydata", "accesskeysecret", "skey",
        "tokenlasteight", "hint", "codeid", "boundservicetoken",
    ]),
    (Nothing, "stores of secrets keep the secret itself there", &[
        "secretstring", "secretbinary", "privatekeydata", "privatekeypem", "base64privatekey",
    ]),
    (Settings, "one-time passwords and how people get back in", &[
        "otp", "totp", "hotp", "seed", "mfaseed", "qrcode", "qrcodepng", "passcode", "bypasscode", "recoverycode",
        "recoverycodes", "backupcodes", "scratchcodes", "verificationcode", "usercode", "devicecode", "accesscode",
    ]),
    (Settings, "proofs in flight: whoever has them is let in", &[
        "authorizationcode", "authcode", "codeverifier", "samlresponse", "samlrequest", "sessiontoken", "sessionkey",
        "sessionid", "sessionhandle", "externalsessionid", "rootsessionid", "actorsession", "actorsessionid",
        "jsessionid", "clienttoken", "accessor", "secretidaccessor", "wrappingtoken", "authreqid",
    ]),
    (NoText, "tokens and headers; the same names hold objects that describe them", &[
        "token", "authorization", "cookie", "assertion", "signature", "jwt",
    ]),
    (Plain, "words of many uses", &[
        "code", "nonce", "credential", "session", "sid", "sessionindex", "sessionstate", "auth", "relaystate",
        "ticket", "atthash", "chash", "shash", "dpop", "primarykey", "secondarykey", "secretid",
    ]),
    (Keep::NoRandom, "what is done to passwords: pages, scripts and links", &[
        "changepassword", "resetpassword", "forgotpassword", "prechangepassword",
    ]),
    (Tail, "ids of keys, which people compare by their end", &[
        "accesskeyid", "accesskesid", "accesskeyid1", "keyid", "servicespecificcredentialid", "accesskey1id",
        "accesskey2id", "awsaccesskeyid", "accesskey", "acceskeyid", "sshpublickeyid", "signingcertificateid",
    ]),
];

/// Endings of names.
#[rustfmt::skip]
const ENDINGS: &[Row] = &[
    (Settings, "passwords", &["password", "passwd", "passphrase"]),
    (Settings, "secrets of clients and services", &[
        "secret", "apikey", "secretkey", "privatekey", "secretaccesskey", "signingkey", "encryptionkey", "accountkey",
        "sharedkey", "sharedaccesskey", "masterkey", "writekey", "integrationkey", "licensekey", "authkey",
        "servicekey", "subscriptionkey", "functionskey", "hmackey", "storagekey", "routingkey", "encryptkey",
        "connectionstring", "salt", "seed", "webhookkey", "ingestionkey", "functionkey", "deploykey",
        "instrumentationkey", "authorizationkey", "secretrotated", "protectedsettings",
    ]),
    (Settings, "tokens", &[
        "accesstoken", "refreshtoken", "idtoken", "apitoken", "bearertoken", "sessiontoken", "authtoken",
        "securitytoken", "hashedtoken", "tokenvalue", "tokenhash", "tokenstring", "sastoken", "authenticationtoken",
    ]),
    (Settings, "ids of sessions: whoever has one is in it", &["sessionid", "sessionuid", "sessionhandle"]),
    (Settings, "headers", &["authorization", "setcookie", "cookies", "clientassertion", "bindcredential"]),
    (NoText, "tokens", &["token", "assertion", "cookie"]),
    (Plain, "words of many uses", &["signature", "hash", "ticket", "credential", "cookievalue", "nonce"]),
    (Tail, "other clouds call the whole key so", &["accesskey"]),
];

/// Names that end as a secret does and hold none.
#[rustfmt::skip]
const PUBLIC: &[&str] = &["httptokens", "sshpublickey", "rotatesecret", "rotatekey", "storetoken"];

static KNOWN: LazyLock<BTreeMap<&str, Keep>> = LazyLock::new(|| {
    let rows = NAMES.iter();
    rows.flat_map(|(keep, _, names)| names.iter().map(|name| (*name, *keep)))
        .collect()
});

/// What stays of the value under a name.
pub(super) fn by_name(name: &str) -> Keep {
    let name = normal(name);
    if PUBLIC.contains(&name.as_str()) {
        return Keep::All;
    }
    if let Some(keep) = KNOWN.get(name.as_str()) {
        return *keep;
    }
    let one = ending(&name);
    match (one, name.strip_suffix('s').map(ending)) {
        // Several of them: a list, or an object by name.
        (Keep::All, Some(keep)) if keep != Keep::All => match keep {
            Tail => Keep::All,
            Plain => Plain,
            _ => NoText,
        },
        (Keep::All, _) if is_about(&name) => Keep::NoRandom,
        _ => one,
    }
}

/// Words in names that speak of a secret.
#[rustfmt::skip]
const ABOUT: &[&str] = &[
    "secret", "password", "passwd", "token", "apikey", "privatekey", "accesskey",
];

/// Ends of such names where they hold none.
#[rustfmt::skip]
const HARMLESS: &[&str] = &[
    "id", "ids", "arn", "name", "uri", "url", "type", "date", "time", "at", "on", "identifier", "version", "policy",
    "method", "methods", "algorithm", "provider", "status", "mode", "format", "issuer", "audience", "scope", "flow",
    "supported", "endpoint", "claim", "count", "region", "service",
];

/// Whether a name speaks of a secret: `client.secret.rotated` holds one, `client_secret_expires_at` does not.
fn is_about(name: &str) -> bool {
    ABOUT.iter().any(|word| name.contains(word)) && !HARMLESS.iter().any(|end| name.ends_with(end))
}

fn ending(name: &str) -> Keep {
    let mut rows = ENDINGS.iter();
    let row = rows.find(|(_, _, ends)| ends.iter().any(|end| name.ends_with(end)));
    row.map_or(Keep::All, |(keep, ..)| *keep)
}

/// Private members of a JSON Web Key; they are secret where the object is a key.
pub(super) const JWK: &[&str] = &["d", "p", "q", "dp", "dq", "qi", "oth", "k"];

/// Keys that name what a value beside them is: `{"name": "client_secret", "value": "…"}`.
#[rustfmt::skip]
pub(super) const NAMING: &[&str] = &[
    "name", "key", "displayname", "type", "header", "field", "property", "attribute", "parameter", "variable",
    "propertyname", "keyname", "fieldname",
];

/// Keys of values.
#[rustfmt::skip]
const VALUES: &[&str] = &[
    "data", "content", "text", "default", "raw", "old", "new", "from", "to", "current", "hash", "salt",
];

/// Ends of keys of values.
const VALUE_ENDS: &[&str] = &[
    "value",
    "values",
    "valuefrom",
    "string",
    "plaintext",
    "ciphertext",
];

/// Whether a key holds a value that another key names, or that the object around it is about.
pub(super) fn is_value(name: &str) -> bool {
    let name = normal(name);
    VALUE_ENDS.iter().any(|end| name.ends_with(end)) || VALUES.contains(&name.as_str())
}

/// Words in the names of settings, which may stand in an object under a secret name: an API writes the
/// lifetime of its tokens under `refresh_token`.
#[rustfmt::skip]
const SETTINGS: &[&str] = &[
    "type", "alg", "life", "expir", "rotat", "leeway", "provider", "created", "updated", "changed", "date",
    "enabled", "status", "href", "method", "mode", "policy", "policies", "iteration", "name", "allow", "hints",
    "idle", "scope", "version", "url", "uri", "binding", "endpoint", "destination", "format", "length", "ttl",
    "active", "required", "audience", "schema", "description", "behavior", "complexity", "history", "strength",
    "dictionary",
];

/// Whether a key names a setting.
pub(super) fn is_setting(name: &str) -> bool {
    let name = normal(name);
    matches!(name.as_str(), "id" | "kid" | "rel" | "use" | "alg")
        || SETTINGS.iter().any(|word| name.contains(word))
        || ["min", "max", "label", "tag", "count"]
            .iter()
            .any(|word| name.starts_with(word))
}

/// Parameters of addresses that are secret there, whatever they mean elsewhere.
#[rustfmt::skip]
const PARAMETERS: &[&str] = &[
    "sig", "key", "code", "state", "sid", "ticket", "pw", "auth", "nonce", "jwt", "samlresponse", "relaystate",
    "xamzcredential", "xgoogcredential", "sessionstate", "loginticket", "otp", "invitation", "invite",
];

/// Whether a parameter of an address is secret.
pub(super) fn is_parameter(name: &str) -> bool {
    let name = normal(name);
    PARAMETERS.contains(&name.as_str())
        || !matches!(by_name(&name), Keep::All | Keep::NoRandom | Tail)
}

/// Elements of XML, without their prefix, that hold secrets or people besides those of [`by_name`].
#[rustfmt::skip]
pub(super) const ELEMENTS: &[&str] = &[
    "SignatureValue", "DigestValue", "NameID", "NameIdentifier", "BaseID", "EncryptedID", "CipherValue",
    "EncryptedAssertion", "Assertion", "AttributeValue", "SessionIndex", "Artifact", "RSAKeyValuePrivate", "D",
    "P", "Q", "DP", "DQ", "InverseQ", "HMACKey", "PrivateKey", "SecretKey", "BinarySecret", "BinarySecurityToken",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_known_in_any_writing() {
        for name in [
            "client_secret",
            "clientSecret",
            "Client Secret",
            "AUTH0_CLIENT_SECRET",
        ] {
            assert_eq!(by_name(name), Settings, "{name}");
        }
        for name in [
            "masterUserPassword",
            "X-Vault-Token",
            "datadogApiKey",
            "webhook_authorization",
        ] {
            assert_ne!(by_name(name), Keep::All, "{name}");
        }
    }

    #[test]
    fn names_that_only_speak_of_secrets_hold_none() {
        let harmless = [
            "password_last_changed",
            "token_endpoint_auth_method",
            "passwordPolicy",
            "hashIterations",
            "kid",
            "client_id",
            "accessTokenLifespan",
            "bypass",
            "mapping",
            "kmsKeyId",
            "public_key",
            "tokenType",
        ];
        for name in harmless {
            assert!(by_name(name).keeps("2026-01-01T10:00:00Z"), "{name}");
            assert!(by_name(name).keeps("client_secret_post"), "{name}");
        }
    }
}

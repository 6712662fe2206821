//! What the members of an object say about each other: a name beside a value, a type beside a key.

use super::names::{JWK, Keep, NAMING, by_name, is_setting, is_value};
use crate::evidence::input::columns::normal;
use crate::evidence::input::json::Json;

/// What the other members of an object say about a value in it.
pub(super) struct Beside {
    is_jwk: bool,
    is_vault: bool,
    is_kubernetes_secret: bool,
    is_statement: bool,
    is_vault_secret: bool,
    /// What may stay of the values here, where another member names them.
    named: Keep,
}

impl Beside {
    /// Looks at the members.
    pub(super) fn of(object: &Json) -> Self {
        let has = |keys: &[&str]| keys.iter().any(|key| object.has(key));
        let naming = |key: &str| NAMING.contains(&normal(key).as_str());
        let mut names = object.entries().iter().filter(|(key, _)| naming(key));
        let id = object.text_of("id").unwrap_or_default();
        let kind = object.text_of("type").unwrap_or_default();
        Self {
            is_jwk: object.has("kty"),
            is_vault: has(&["accessor", "creation_ttl"]),
            // The items of a list do not name their kind.
            is_kubernetes_secret: object.text_of("kind") == Some("Secret")
                || kind == "Opaque"
                || kind.contains("kubernetes.io/"),
            is_statement: has(&["Effect", "effect"]),
            is_vault_secret: id.contains("://") && id.contains("/secrets/")
                || object.has("keyName"),
            named: names
                .find_map(|(_, held)| Some(by_name(held.text()?)).filter(|keep| *keep != Keep::All))
                .unwrap_or(Keep::All),
        }
    }

    /// What stays of the value of a key, in an object under a parent; `around` is what stays of the secret
    /// that the object describes, if it does.
    pub(super) fn keep(&self, key: &str, held: &Json, (parent, around): (&str, Keep)) -> Keep {
        let is_session = || {
            matches!(
                normal(parent).as_str(),
                "session" | "usersession" | "actorsession"
            )
        };
        let is_people = || normal(parent) == "credentials" || normal(parent) == "secrets";
        match key {
            _ if self.is_jwk && JWK.contains(&key) => return Keep::Nothing,
            _ if key.eq_ignore_ascii_case("id") && self.is_vault => return Keep::Nothing,
            "uid" | "id" | "uuid" | "uid_alt" if is_session() => return Keep::NoText,
            "data" | "stringData" if self.is_kubernetes_secret => return Keep::Nothing,
            _ if key.eq_ignore_ascii_case("sid") && self.is_statement => return Keep::All,
            _ if is_value(key) && (self.is_vault_secret || is_people()) => return Keep::NoText,
            _ => {}
        }
        let own = self.own(key, held, parent);
        if own == Keep::All
            && self.named == Keep::All
            && is_value(key)
            && normal(parent).ends_with("headers")
        {
            return Keep::NoRandom;
        }
        if own != Keep::All || around == Keep::All && self.named == Keep::All {
            return own;
        }
        match (is_value(key), around) {
            (true, _) if self.named != Keep::All => self.named,
            (true, keep) if keep != Keep::Tail => keep,
            (false, Keep::Settings) if !is_setting(key) => Keep::Settings,
            _ => Keep::All,
        }
    }

    /// What the name itself says.
    fn own(&self, key: &str, held: &Json, parent: &str) -> Keep {
        let name = normal(key);
        let is_header = || normal(parent).ends_with("headers");
        let has = |words: &[&str]| words.iter().any(|word| name.contains(word));
        match (by_name(key), name.as_str()) {
            (Keep::All, _) if is_header() && has(&["auth", "cookie", "token", "secret"]) => {
                Keep::NoText
            }
            // The name of an answer is common, except to a question that lets people back in.
            (_, "answer") if !normal(parent).contains("question") => Keep::All,
            // Of a secret store it is a path or a name.
            (_, "secretid") if held.text().is_some_and(|text| text.contains(['/', ':'])) => {
                Keep::All
            }
            // Other clouds call the whole key so.
            (Keep::Tail, name)
                if name.ends_with("accesskey") && !held.text().is_some_and(is_aws_id) =>
            {
                Keep::NoText
            }
            (keep, _) => keep,
        }
    }
}

/// Whether a text is an id of AWS, also one that was cut.
fn is_aws_id(text: &str) -> bool {
    text.starts_with('…')
        || text.len() >= 16
            && text
                .bytes()
                .all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit())
}

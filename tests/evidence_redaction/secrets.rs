//! A searcher: which values of a file are secret, and where they are found again.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use base64::Engine;
use base64::engine::general_purpose::{STANDARD_NO_PAD, URL_SAFE_NO_PAD};
use regex::Regex;
use serde_json::Value;

use crate::looks;

/// Stands in every made-up secret of the fixtures.
pub const MARK: &str = "Zq7";

/// Names of values that are secret.
static NAMES: LazyLock<Regex> = LazyLock::new(|| {
    let names = "(?i)^(?:.*(?:client_?secret|password|passwd|api_?key|private_?key|secret_?access_?key|access_?token|refresh_?token\
                 |id_?token|session_?token|auth_?token|hashed_?token|security_token|_token|secret_?text|secret_?hash|secret_?value\
                 |secret_?data|secret_?string|key_?string|shared_?secret|write_?key|splunk_?token|http_?authorization)\
                 |secret|token|authorization|cookie|set-cookie|hash|salt|hashedsaltedvalue|private_?key_?data|accessor|credential\
                 |externalsessionid|rootsessionid|session_?id|nonce|signature|login_ticket|client_assertion|assertion|passcode|otp)$";
    Regex::new(names).expect("it is a pattern")
});
/// Claims of tokens that are compared.
const CLAIMS: &str = " iss aud exp iat nbf sub scope scp roles azp client_id typ alg kid cid appid token_use gty acr amr tid ver \
                      token_type idtyp auth_time permissions realm_access resource_access cnf grant_type issued_at ";

/// Secrets of files, and what stands in them that is none.
#[derive(Default)]
pub struct Secrets {
    planted: Vec<String>,
    secret: BTreeSet<String>,
    open: BTreeSet<String>,
}

impl Secrets {
    /// Adds a word that was planted.
    pub fn plant(&mut self, word: &str) {
        self.planted.push(word.to_owned());
    }

    /// Adds the secrets of a text.
    pub fn add(&mut self, text: &str) {
        self.secret.extend(looks::secrets(text));
        let values = serde_json::Deserializer::from_str(text).into_iter::<Value>();
        let values: Result<Vec<Value>, _> = values.collect();
        match values {
            Ok(values) if text.trim_start().starts_with(['{', '[']) => {
                values.iter().for_each(|value| self.value(value, "", false));
            }
            _ if text.trim_start().starts_with('<') => self.xml(text),
            _ => self.table(text),
        }
    }

    fn value(&mut self, value: &Value, parent: &str, is_secret: bool) {
        match value {
            Value::Object(map) => {
                for (key, held) in map {
                    self.text(key, false);
                    let is_jwk = map.contains_key("kty")
                        && ["d", "p", "q", "dp", "dq", "qi", "k"].contains(&key.as_str());
                    let is_id = key == "id" && map.contains_key("accessor")
                        || key == "uid" && parent == "session";
                    let is_plain = held.is_object() || held.is_boolean();
                    self.value(
                        held,
                        key,
                        !is_plain && (is_jwk || is_id || NAMES.is_match(key)),
                    );
                }
            }
            Value::Array(list) => list
                .iter()
                .for_each(|held| self.value(held, parent, is_secret)),
            Value::String(text) => self.text(text, is_secret),
            Value::Number(number) if is_secret => self.text(&number.to_string(), true),
            _ => {}
        }
    }

    fn text(&mut self, text: &str, is_secret: bool) {
        self.secret.extend(looks::secrets(text));
        if text.starts_with(['{', '['])
            && let Ok(inner) = serde_json::from_str(text)
        {
            return self.value(&inner, "", is_secret);
        }
        let parts: Vec<&str> = text.split('.').collect();
        if let [header, claims, ..] = parts.as_slice()
            && header.starts_with("eyJ")
            && let Ok(Value::Object(claims)) =
                decoded(claims).map_or(Ok(Value::Null), |text| serde_json::from_str(&text))
        {
            for (name, value) in &claims {
                let is_open = CLAIMS.contains(&format!(" {name} "));
                match value {
                    Value::String(word) if is_open || word.contains("service-account") => {
                        self.text(word, false)
                    }
                    Value::String(word) => self.text(word, true),
                    _ => {}
                }
            }
            return;
        }
        match is_secret {
            true => self.secret.insert(text.trim().to_owned()),
            false => self.open.insert(text.trim().to_owned()),
        };
    }

    fn table(&mut self, text: &str) {
        let head = text.lines().next().unwrap_or_default();
        let signs = [b',', b';', b'\t'];
        let sign = signs
            .into_iter()
            .max_by_key(|sign| head.bytes().filter(|byte| byte == sign).count());
        let mut reader = csv::ReaderBuilder::new()
            .flexible(true)
            .delimiter(sign.unwrap_or(b','))
            .from_reader(text.as_bytes());
        let Ok(head) = reader.headers().cloned() else {
            return;
        };
        for row in reader.records().flatten() {
            for (at, field) in row.iter().enumerate() {
                self.text(field, head.get(at).is_some_and(|name| NAMES.is_match(name)));
            }
        }
    }

    fn xml(&mut self, text: &str) {
        let secret = ["SignatureValue", "NameID", "CipherValue", "AttributeValue"];
        let Ok(tree) = roxmltree::Document::parse(text) else {
            return;
        };
        for node in tree.descendants().filter(roxmltree::Node::is_element) {
            let is_secret = secret.contains(&node.tag_name().name());
            if let Some(text) = node.text().filter(|text| !text.trim().is_empty()) {
                self.text(text, is_secret);
            }
            for attribute in node.attributes() {
                self.text(attribute.value(), NAMES.is_match(attribute.name()));
            }
        }
    }

    /// Secrets in what came out, each once, with the name of the output.
    pub fn found_in(&self, outputs: &[(String, String)]) -> Vec<String> {
        let secret = self
            .secret
            .iter()
            .filter(|word| !self.open.contains(*word) && is_telling(word));
        let mut words: Vec<String> = secret.chain(&self.planted).cloned().collect();
        words.sort_by_key(|word| std::cmp::Reverse(word.len()));
        let written = words.iter().map(|word| {
            let json = serde_json::to_string(word).expect("a text is JSON");
            format!(
                "{}|{}",
                regex::escape(word),
                regex::escape(&json[1..json.len() - 1])
            )
        });
        let pattern = written.collect::<Vec<_>>().join("|");
        if pattern.is_empty() {
            return vec![];
        }
        let mut builder = regex::RegexBuilder::new(&pattern);
        let pattern = builder
            .size_limit(1 << 28)
            .build()
            .expect("it is a pattern");
        let mut found = BTreeSet::new();
        for (name, output) in outputs {
            let unpacked = unpacked(output);
            for hit in pattern
                .find_iter(output)
                .chain(pattern.find_iter(&unpacked))
            {
                found.insert(format!("{name}: {}", hit.as_str()));
            }
        }
        found.into_iter().collect()
    }
}

/// Whether a word is long enough, and none that anybody writes.
fn is_telling(word: &str) -> bool {
    let is_common = word.len() < 16
        && word
            .bytes()
            .all(|byte| byte.is_ascii_alphabetic() || b" _-*.[]".contains(&byte));
    let is_mask = ["hidden", "redacted", "removed", "****", "arn:aws", "xxxx"];
    let lower = word.to_lowercase();
    word == MARK
        || word.len() >= 6 && !is_common && !is_mask.iter().any(|mask| lower.contains(mask))
}

fn decoded(part: &str) -> Option<String> {
    let part = part.trim_end_matches('=');
    let bytes = URL_SAFE_NO_PAD
        .decode(part)
        .or_else(|_| STANDARD_NO_PAD.decode(part))
        .ok()?;
    String::from_utf8(bytes).ok()
}

static PACKED: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"[A-Za-z0-9+/_-]{12,}").expect("it is a pattern"));

/// What the words of a text say that are base64, and what those in it say.
fn unpacked(text: &str) -> String {
    let mut out = String::new();
    for word in PACKED.find_iter(text) {
        if let Some(inner) = decoded(word.as_str()) {
            out += &unpacked(&inner);
            out += &inner;
            out.push('\n');
        }
    }
    out
}

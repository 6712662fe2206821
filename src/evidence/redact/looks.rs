//! Words that are secrets by their look, wherever they stand.

use std::borrow::Cow;
use std::sync::LazyLock;

use regex::{Captures, Regex};

use super::shape::is_plain;
use super::{GONE, Options, tail, token};

/// What secrets look like, by kind. Bounds of words are those of ASCII: they are found faster.
const LOOKS: &[&str] = &[
    // A signed or encrypted token: base64url of `{"`, `{ ` or `{` and a line end.
    r"(?P<token>(?-u:\b)e[yw][A-Za-z0-9_-]{6,}=*(?:\.(?:\[redacted\]|[A-Za-z0-9_-]*=*)){1,4})",
    r"(?P<pem>-----BEGIN [A-Z0-9 ]*PRIVATE KEY(?: BLOCK)?-----[\s\S]*?(?:-----END [A-Z0-9 ]*PRIVATE KEY(?: BLOCK)?-----|$))",
    // Private keys without their frame: RSA and PKCS #8, elliptic curves, Ed25519; then PKCS #8 encrypted.
    r"(?P<der>(?-u:\b)(?:MII[A-Za-z0-9+/]{3}IBA|MHcCAQEE|MIGHAgEAM|MC4CAQAwBQYDK2V|MII[A-Za-z0-9+/]{3}BOBgkqhkiG9w0BBQ)[A-Za-z0-9+/]{16,}=*(?:\s+[A-Za-z0-9+/]{32,}=*)*(?:\s+[A-Za-z0-9+/]*={1,2})?)",
    r"(?P<id>(?-u:\b)(?:AKIA|ASIA|AROA|AIDA|ACCA|ABIA|APKA|ANPA|AGPA|ANVA|ASCA)[A-Z0-9]{12,}(?-u:\b))",
    // GitHub, GitLab, Slack, npm, PyPI, RubyGems, Docker Hub, Hugging Face, Figma, Postman, Grafana, Sentry.
    r"(?P<forge>(?-u:\b)(?:gh[pousr]_[A-Za-z0-9]{20,}|github_pat_[A-Za-z0-9_]{20,}|gl[a-z]{2,6}-[A-Za-z0-9_.-]{16,}|xox[a-z]-[A-Za-z0-9-]{10,}|xapp-[A-Za-z0-9-]{10,}|npm_[A-Za-z0-9]{30,}|pypi-[A-Za-z0-9_-]{40,}|rubygems_[a-f0-9]{40,}|dckr_pat_[A-Za-z0-9_-]{20,}|hf_[A-Za-z0-9]{30,}|figd_[A-Za-z0-9_-]{20,}|PMAK-[A-Za-z0-9-]{30,}|gl(?:sa|c)_[A-Za-z0-9_=+/-]{20,}|sntry[su]_[A-Za-z0-9_=+/-]{20,}))",
    // Language models, payment, mail, shops, clouds.
    r"(?P<service>(?-u:\b)(?:sk-[A-Za-z0-9_-]{20,}|[rs]k_(?:live|test)_[A-Za-z0-9]{16,}|whsec_[A-Za-z0-9+/=]{16,}|SG\.[A-Za-z0-9_-]{16,}\.[A-Za-z0-9_-]{16,}|key-[0-9a-f]{32}|shp(?:at|ss|ca|pa)_[a-fA-F0-9]{32}|do[opr]_v1_[a-f0-9]{40,}|dapi[0-9a-f]{32}|AT[AC]TT3x[A-Za-z0-9_=+/-]{20,}|lin_api_[A-Za-z0-9]{20,}|AGE-SECRET-KEY-1[A-Z0-9]{20,}|AIza[A-Za-z0-9_-]{30,}|ya29\.[A-Za-z0-9._-]{20,}|GOCSPX-[A-Za-z0-9_-]{20,}|1//0[A-Za-z0-9_-]{30,}))",
    // Session tokens of AWS; client secrets of Entra; API tokens of Okta; tokens of Vault.
    r"(?P<cloud>(?-u:\b)(?:(?:IQoJ|FwoG|FQoG|AQoD|AQoE)[A-Za-z0-9+/=%]{60,}|[A-Za-z0-9_~.-]{3}[0-9]Q~[A-Za-z0-9_~.-]{31,34}|00[A-Za-z0-9_-]{40}(?-u:\b)|hv[sbr]\.[A-Za-z0-9_-]{20,}|[sbr]\.[A-Za-z0-9]{24}(?-u:\b)))",
    // Hashes of passwords, as crypt writes them.
    r"(?P<crypt>\$(?:2[abxy]?|argon2(?:id|i|d)|[156y]|pbkdf2(?:-sha(?:1|256|512))?|scrypt|7)\$[A-Za-z0-9./+=,$-]{16,})",
    // An address with a password, or with a long key in front of the host.
    r"(?P<user>(?-u:\b)[A-Za-z][A-Za-z0-9+.-]*://[^\s/:@\x22'<>]*:)(?P<password>[^\s/@\x22'<>]+)@",
    r"(?P<scheme>(?-u:\b)[A-Za-z][A-Za-z0-9+.-]*://)(?P<long>[A-Za-z0-9_-]{20,})@",
    // Addresses that are themselves the key.
    r"(?P<hook>(?i:(?:hooks\.slack(?:-gov)?\.com/(?:services|workflows|triggers)|discord(?:app)?\.com/api/webhooks|webhook\.office\.com/webhookb2|outlook\.office(?:365)?\.com/webhook|hooks\.zapier\.com/hooks|api\.telegram\.org/bot|events\.pagerduty\.com/integration|sumologic\.com/receiver/v1/http|loggly\.com/(?:inputs|bulk)|chat\.googleapis\.com/v1/spaces|api\.opsgenie\.com/v1/json|in\.logs\.betterstack\.com|cloudflareaccess\.com/cdn-cgi/access/token))[/A-Za-z0-9]?)(?P<path>[A-Za-z0-9_@%:+=/.-]{8,})",
    r"(?P<jar>(?i:(?-u:\b)(?:set-)?cookie2?:)[ \t]*)(?P<cookies>[^\r\n\x22]+)",
    r"(?P<header>(?i:(?-u:\b)(?:bearer|basic|ssws|splunk|negotiate|digest|apikey|dpop|token)) +)(?P<credential>[A-Za-z0-9._~+/=|:-]{8,}(?:\[redacted\])?)",
];

static LOOK: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(&LOOKS.join("|")).expect("it is a pattern"));

/// The text without such words.
pub(super) fn words(text: &str, options: Options) -> Cow<'_, str> {
    match text.len() < 8 {
        true => Cow::Borrowed(text),
        false => LOOK.replace_all(text, |found: &Captures| instead(found, options)),
    }
}

fn instead(found: &Captures, options: Options) -> String {
    let named = |name: &str| found.name(name).map(|part| part.as_str());
    if let Some(word) = named("token") {
        return match token::redacted(word, options) {
            Some(token) => token,
            None if is_cut_token(word) => GONE.to_owned(),
            // A host or a file whose name begins so.
            None => word.to_owned(),
        };
    }
    if let Some(id) = named("id") {
        return tail(id);
    }
    if let Some(start) = named("user") {
        return format!("{start}{GONE}@");
    }
    if let Some(start) = named("scheme") {
        return format!("{start}{GONE}@");
    }
    if let Some(host) = named("hook") {
        return format!("{host}{GONE}");
    }
    if let Some(start) = named("jar") {
        return format!("{start}{GONE}");
    }
    match (named("header"), named("credential")) {
        (Some(start), Some(word)) => match token::redacted(word, options) {
            Some(token) => format!("{start}{token}"),
            None if is_plain(word) && word.len() < 20 => format!("{start}{word}"),
            None => format!("{start}{GONE}"),
        },
        _ => GONE.to_owned(),
    }
}

/// Whether what is no token was one, before it was cut or broken.
fn is_cut_token(word: &str) -> bool {
    word.starts_with("eyJ")
        && word.len() > 20
        && word
            .bytes()
            .any(|byte| byte.is_ascii_digit() || byte == b'.')
}

static EMAIL: LazyLock<Regex> = LazyLock::new(|| {
    let look = r"(?-u:[A-Za-z0-9._%+'&!#$*/=?^`{|}~-]+(?:@|%40)[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)*\.[A-Za-z]{2,})";
    Regex::new(look).expect("it is a pattern")
});

/// The text with a mark for each e-mail address; the same address has the same mark, so that lists can still be
/// held against each other. Accounts of machines stay.
pub(super) fn without_emails(text: &str) -> Cow<'_, str> {
    use sha2::{Digest, Sha256};
    if !text.contains('@') && !text.contains("%40") {
        return Cow::Borrowed(text);
    }
    EMAIL.replace_all(text, |found: &Captures| {
        let address = found[0].to_lowercase().replace("%40", "@");
        if address.ends_with(".gserviceaccount.com") {
            return found[0].to_owned();
        }
        let digest = Sha256::digest(address.as_bytes());
        let digest: String = digest
            .iter()
            .take(6)
            .map(|byte| format!("{byte:02x}"))
            .collect();
        format!("e-mail-{digest}")
    })
}

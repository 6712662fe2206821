//! What a searcher takes for a secret by its look alone.

use std::sync::LazyLock;

use regex::Regex;

static LOOKS: LazyLock<Vec<Regex>> = LazyLock::new(|| {
    let looks = [
        r"-----BEGIN [A-Z ]*PRIVATE KEY-----(?:\\+[rn]|\s)*([A-Za-z0-9+/=]{12,})",
        r"\b((?:AKIA|ASIA|AROA|AIDA|ACCA)[A-Z0-9]{12,})\b",
        r"\b(gh[pousr]_\w{20,}|github_pat_\w{20,}|glpat-[\w-]{20,}|xox[abprs]-[\w-]{10,})",
        r"\b(AIza[\w-]{35}|ya29\.[\w.-]{20,}|hv[sbr]\.[\w-]{20,}|GOCSPX-[\w-]{20,})",
        r"\b(?:IQoJ|FwoG)([A-Za-z0-9+/=]{80,})",
        r"(?i)\b(?:bearer|ssws|basic) +([A-Za-z0-9._~+/=-]{24,})",
        r#"://[^\s/:@"]+:([^\s/@"]{6,})@"#,
        r#"[?&](?:sig|access_token|client_secret|code|X-Amz-Signature)=([^\s&"'\\]{8,})"#,
        r"(?i)(?:AccountKey|SharedAccessKey|SharedSecret|Password|Pwd)=([^\s;\x22'&\\]{8,})",
        r"hooks\.slack\.com/services/([A-Za-z0-9/]{8,})",
        r"\$(?:2[aby]|argon2id|6)\$([A-Za-z0-9./+=,$-]{16,})",
    ];
    looks
        .iter()
        .map(|look| Regex::new(look).expect("it is a pattern"))
        .collect()
});

static TOKEN: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"\beyJ[A-Za-z0-9_-]+\.([A-Za-z0-9_-]*)\.([A-Za-z0-9_-]*)((?:\.[A-Za-z0-9_-]+){0,2})",
    )
    .expect("a pattern")
});

/// Secrets in a text.
pub fn secrets(text: &str) -> Vec<String> {
    let mut found: Vec<String> = vec![];
    for look in LOOKS.iter() {
        found.extend(look.captures_iter(text).map(|held| held[1].to_owned()));
    }
    found.retain(|word| !word.starts_with("eyJ"));
    for token in TOKEN.captures_iter(text) {
        found.push(token[2].to_owned());
        if !token[3].is_empty() {
            found.push(token[1].to_owned());
        }
    }
    found
}

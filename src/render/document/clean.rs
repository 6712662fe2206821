//! What may stand in text, ids and addresses.

use super::Target;
use crate::render::escape::is_hidden;

pub(super) fn clean(text: &str) -> String {
    text.chars()
        .map(|c| if c == '\n' { ' ' } else { visible(c) })
        .collect()
}

pub(super) fn clean_lines(text: &str) -> String {
    text.replace('\t', "    ")
        .chars()
        .map(|c| if c == '\n' { c } else { visible(c) })
        .collect()
}

fn visible(c: char) -> char {
    if is_hidden(c) {
        char::REPLACEMENT_CHARACTER
    } else {
        c
    }
}

/// An address that may be opened from a report, in ASCII with all else percent-encoded.
pub(super) fn address(destination: &str) -> Option<Target> {
    let scheme = destination.split_once(':')?.0.to_ascii_lowercase();
    let allowed = ["http", "https", "mailto"].contains(&scheme.as_str());
    (allowed && !destination.chars().any(is_hidden))
        .then(|| Target::Address(percent_encoded(destination)))
}

fn percent_encoded(address: &str) -> String {
    let encode = |byte: u8| match byte {
        b'!' | b'#'..=b';' | b'=' | b'?'..=b'Z' | b'[' | b']' | b'_' | b'a'..=b'z' | b'~' => {
            char::from(byte).to_string()
        }
        _ => format!("%{byte:02X}"),
    };
    address.bytes().map(encode).collect()
}

pub(super) fn safe_id(id: &str) -> String {
    let safe: String = id
        .chars()
        .filter(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.'))
        .collect();
    if safe.is_empty() {
        "section".to_owned()
    } else {
        safe
    }
}

pub(super) fn slug(text: &str) -> String {
    let words = text
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty());
    safe_id(
        &words
            .map(str::to_ascii_lowercase)
            .collect::<Vec<_>>()
            .join("-"),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_addresses_of_the_web_are_kept() {
        assert!(address("https://example.org").is_some());
        assert!(address("mailto:a@example.org").is_some());
        assert!(address("javascript:alert(1)").is_none());
        assert!(address("/etc/passwd").is_none());
    }

    #[test]
    fn an_address_is_ascii_without_quotes() {
        let found = address("https://example.org/\u{fc}\"<").unwrap();
        let wanted = "https://example.org/%C3%BC%22%3C".to_owned();
        assert_eq!(found, Target::Address(wanted));
    }

    #[test]
    fn hidden_characters_become_visible() {
        assert_eq!(clean("a\u{202e}b\nc"), "a\u{fffd}b c");
        assert_eq!(clean_lines("a\nb\u{7}"), "a\nb\u{fffd}");
    }

    #[test]
    fn a_slug_is_never_empty() {
        assert_eq!(slug("What would change?"), "what-would-change");
        assert_eq!(slug("\u{65e5}"), "section");
    }
}

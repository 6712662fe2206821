//! Whether a text looks like words that people write, or like something that was drawn by lot.

/// Whether a word is long, in one piece, and no name that people give.
pub(super) fn is_random(word: &str) -> bool {
    let count = |is: fn(&u8) -> bool| word.as_bytes().iter().filter(|byte| is(byte)).count();
    word.len() >= 16
        && !word.contains(|c: char| c.is_whitespace() || "@:".contains(c))
        && !word.contains("[redacted")
        && count(u8::is_ascii_digit) > 0
        && count(u8::is_ascii_alphabetic) > 4
}

/// Whether a text is only words: letters, in one case or with a capital in front, parted by signs.
pub(super) fn is_plain(text: &str) -> bool {
    let digits = text.bytes().all(|byte| byte.is_ascii_digit());
    let is_word = |word: &str| {
        let tail = word.get(1..).unwrap_or_default();
        let lower = |text: &str| text.bytes().all(|byte| byte.is_ascii_lowercase());
        let upper = |text: &str| text.bytes().all(|byte| byte.is_ascii_uppercase());
        word.is_ascii()
            && (lower(word)
                || upper(word)
                || word.as_bytes()[0].is_ascii_uppercase() && lower(tail))
    };
    let mut words = text
        .split([' ', '_', '-', '.', '/', ':'])
        .filter(|word| !word.is_empty());
    text.len() < 6 || digits && text.len() < 6 || text.len() <= 40 && words.all(is_word)
}

/// Whether a whole value looks like the secret key of AWS: 40 characters of base64 in both cases with digits.
pub(super) fn is_aws_secret(text: &str) -> bool {
    let count = |is: fn(&u8) -> bool| text.as_bytes().iter().filter(|byte| is(byte)).count();
    text.len() == 40
        && count(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/')) == 40
        && count(u8::is_ascii_digit) > 2
        && count(u8::is_ascii_uppercase) > 4
        && count(u8::is_ascii_lowercase) > 4
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_words_are_told_from_codes() {
        for text in [
            "insufficient_scope",
            "FAILURE",
            "Personal access token",
            "T3007",
        ] {
            assert!(is_plain(text), "{text}");
        }
        for text in ["SplxlOBeZQQYbYS6WxSbIA", "123456", "aBcDeFgHiJ", "hunter2"] {
            assert!(!is_plain(text), "{text}");
        }
    }
}

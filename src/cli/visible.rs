//! Text from files, made safe for a terminal.

use crate::render::escape::is_hidden;

/// `text` on one line, with every character that steers a terminal or the direction of writing
/// replaced by a visible mark.
pub(super) fn visible(text: &str) -> String {
    let shown = text.chars().map(|c| match c {
        '\n' | '\t' | '\r' => ' ',
        c if is_hidden(c) => '\u{fffd}',
        c => c,
    });
    shown.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escape_sequences_and_turned_text_are_marked() {
        assert_eq!(
            visible("a\u{1b}[2Jb\u{202e}c\nd"),
            "a\u{fffd}[2Jb\u{fffd}c d"
        );
    }

    #[test]
    fn names_in_any_script_stay_as_they_are() {
        assert_eq!(visible("Zoë Müller – 日本 – Ω"), "Zoë Müller – 日本 – Ω");
    }
}

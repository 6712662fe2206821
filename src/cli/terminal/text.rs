//! Text for a terminal: made harmless, and wrapped to its width.

use console::measure_text_width;
use unicode_segmentation::UnicodeSegmentation;

use crate::cli::visible::visible;

/// The text with every character that could steer a terminal marked; line feeds stay.
pub(super) fn harmless(text: &str) -> String {
    let lines: Vec<String> = text.split('\n').map(visible).collect();
    lines.join("\n")
}

/// A typed line without control characters, which no answer means; a tab stands for a space.
pub(super) fn typed(line: &str) -> String {
    let spaced = line.chars().map(|c| if c == '\t' { ' ' } else { c });
    let printable = spaced.filter(|c| !c.is_control());
    printable.collect::<String>().trim().to_string()
}

/// Breaks a text into lines of at most `width` columns, at spaces where there are any.
pub(super) fn wrap(text: &str, width: usize) -> Vec<String> {
    wrap_by(text, width, measure_text_width)
}

/// As [`wrap`], for items of a menu: dialoguer counts their bytes where it should count columns.
pub(super) fn wrap_bytes(text: &str, width: usize) -> Vec<String> {
    wrap_by(text, width, str::len)
}

fn wrap_by(text: &str, width: usize, measure: fn(&str) -> usize) -> Vec<String> {
    let width = width.max(8);
    let mut lines = Vec::new();
    for paragraph in text.split('\n') {
        let mut line = String::new();
        for word in paragraph.split_whitespace() {
            for piece in pieces(word, width, measure) {
                let gap = usize::from(!line.is_empty());
                if measure(&line) + gap + measure(&piece) > width {
                    lines.push(std::mem::take(&mut line));
                } else if gap == 1 {
                    line.push(' ');
                }
                line.push_str(&piece);
            }
        }
        lines.push(line);
    }
    lines
}

/// A word in pieces that fit into a line.
fn pieces(word: &str, width: usize, measure: fn(&str) -> usize) -> Vec<String> {
    let mut pieces = vec![String::new()];
    for grapheme in word.graphemes(true) {
        let last = pieces.last_mut().expect("it begins with one piece");
        if !last.is_empty() && measure(last) + measure(grapheme) > width {
            pieces.push(grapheme.to_string());
        } else {
            last.push_str(grapheme);
        }
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escape_sequences_are_marked_and_line_feeds_stay() {
        assert_eq!(harmless("a\u{1b}[2J\nb\u{9b}"), "a\u{fffd}[2J\nb\u{fffd}");
    }

    #[test]
    fn what_is_typed_loses_its_control_characters() {
        assert_eq!(typed("  15\u{8} min\r\n"), "15 min");
        assert_eq!(typed("API keys\t90 d"), "API keys 90 d");
    }

    #[test]
    fn lines_break_at_spaces_and_never_exceed_the_width() {
        assert_eq!(wrap("one two three four", 9), ["one two", "three", "four"]);
        assert_eq!(wrap("exactly9! x", 9), ["exactly9!", "x"]);
        assert_eq!(wrap("", 9), [""]);
    }

    #[test]
    fn a_word_wider_than_the_line_is_cut() {
        assert_eq!(wrap("abcdefghijkl mn", 8), ["abcdefgh", "ijkl mn"]);
        assert_eq!(wrap("日本日本日本", 8), ["日本日本", "日本"]);
    }

    #[test]
    fn items_are_wrapped_by_bytes() {
        assert_eq!(wrap_bytes("äöü äöü", 8), ["äöü", "äöü"]);
        assert_eq!(wrap("äöü äöü", 8), ["äöü äöü"]);
    }
}

//! Policy documents as exports hold them: as JSON, as a text of JSON, or URL-encoded as the API sends them.

use super::statement::Policy;
use crate::evidence::input::json::{Document, Json};

/// The policy in a value; none where it holds none that can be read.
pub(super) fn policy(value: &Json) -> Option<Policy> {
    let Some(text) = value.text() else {
        return Policy::of(value);
    };
    let text = text.trim();
    let clear = match text.starts_with('%') {
        true => unescaped(text)?,
        false => text.to_owned(),
    };
    let document = Document::parse(&clear).ok()?;
    match document.roots() {
        [root] => Policy::of(root),
        _ => None,
    }
}

/// The text behind `%7B` and the like; none where an escape is broken.
fn unescaped(text: &str) -> Option<String> {
    let mut bytes = text.bytes();
    let mut clear = Vec::with_capacity(text.len());
    while let Some(byte) = bytes.next() {
        clear.push(match byte {
            b'%' => {
                let digit = |byte: u8| char::from(byte).to_digit(16);
                let (high, low) = (digit(bytes.next()?)?, digit(bytes.next()?)?);
                u8::try_from(high * 16 + low).ok()?
            }
            byte => byte,
        });
    }
    String::from_utf8(clear).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(value: &str) -> Option<Policy> {
        let document = Document::parse(value).expect("it is JSON");
        policy(&document.roots()[0])
    }

    #[test]
    fn a_document_is_read_in_every_form() {
        let plain = r#"{"Statement": {"Effect": "Allow", "Action": "*", "Resource": "*"}}"#;
        let expected = read(plain).expect("a policy");
        let text = serde_json::to_string(plain).expect("a text");
        let escape = |c: char| match c {
            'A'..='z' => c.to_string(),
            c => format!("%{:02x}", u32::from(c)),
        };
        let encoded: String = plain.chars().map(escape).collect();
        assert_eq!(read(&text), Some(expected.clone()));
        assert_eq!(read(&format!("\"{encoded}\"")), Some(expected));
    }

    #[test]
    fn what_is_no_document_is_none() {
        for text in [
            "\"%7\"",
            "\"%zz\"",
            "\"%ff%fe\"",
            "\"%é%\"",
            "\"word\"",
            "1",
            "{}",
            "\"{} {}\"",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}

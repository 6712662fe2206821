//! Finds where a value ends that begins a text, by strings and depth alone.
//!
//! It does not check the JSON: of what is JSON it finds the right end, and whoever reads the value refuses
//! what is not.

/// Keys under which interfaces give a list of records.
pub(super) const LISTS: [&[u8]; 7] = [
    b"Records", b"records", b"value", b"items", b"entries", b"Events", b"logs",
];
/// What was found in the part of a text that is in memory.
pub(super) enum Cut<T> {
    /// This.
    At(T),
    /// More of the text is needed.
    Open,
    /// What stands there is no JSON.
    Broken,
}

/// What an object is.
pub(super) enum Object {
    /// It holds a list of records.
    Wrapper,
    /// It ends before this byte.
    Ends(usize),
}

/// The end of a string that begins the text: behind its closing quote.
fn string_end(text: &[u8]) -> Option<usize> {
    let mut at = 1;
    loop {
        let found = memchr::memchr2(b'"', b'\\', text.get(at..)?)?;
        at += found;
        match text[at] {
            b'"' => return Some(at + 1),
            _ => at += 2,
        }
    }
}

/// The end of the value that begins the text.
pub(super) fn value_end(text: &[u8]) -> Cut<usize> {
    let end = match text.first() {
        Some(b'"') => string_end(text),
        Some(b'{' | b'[') => container_end(text),
        Some(_) => {
            let ends = |byte: &u8| byte.is_ascii_whitespace() || b",]}".contains(byte);
            match text.iter().position(ends) {
                Some(0) => return Cut::Broken,
                end => end,
            }
        }
        None => None,
    };
    end.map_or(Cut::Open, Cut::At)
}

fn container_end(text: &[u8]) -> Option<usize> {
    let (mut at, mut depth) = (0, 0usize);
    loop {
        match text.get(at)? {
            b'"' => {
                at += string_end(&text[at..])?;
                continue;
            }
            b'{' | b'[' => depth += 1,
            b'}' | b']' => depth -= 1,
            _ => {}
        }
        at += 1;
        if depth == 0 {
            return Some(at);
        }
    }
}

/// The end of a key that begins the text, and the start of its value.
pub(super) fn key(text: &[u8]) -> Cut<(usize, usize)> {
    let blank = |text: &[u8]| text.iter().position(|byte| !byte.is_ascii_whitespace());
    let Some(end) = string_end(text) else {
        return Cut::Open;
    };
    let Some(colon) = blank(&text[end..]).map(|at| end + at) else {
        return Cut::Open;
    };
    if text[colon] != b':' {
        return Cut::Broken;
    }
    match blank(&text[colon + 1..]) {
        Some(at) => Cut::At((end, colon + 1 + at)),
        None => Cut::Open,
    }
}

/// What the object is that begins the text.
pub(super) fn object(text: &[u8]) -> Cut<Object> {
    let mut at = 1;
    loop {
        let blank = |byte: &u8| byte.is_ascii_whitespace() || *byte == b',';
        let Some(next) = text[at..].iter().position(|byte| !blank(byte)) else {
            return Cut::Open;
        };
        at += next;
        match text[at] {
            b'}' => return Cut::At(Object::Ends(at + 1)),
            b'"' => {}
            _ => return Cut::Broken,
        }
        let (end, value) = match key(&text[at..]) {
            Cut::At((end, value)) => (at + end, at + value),
            Cut::Open => return Cut::Open,
            Cut::Broken => return Cut::Broken,
        };
        if text[value] == b'[' && LISTS.contains(&&text[at + 1..end - 1]) {
            let inside = text[value + 1..]
                .iter()
                .find(|byte| !byte.is_ascii_whitespace());
            match inside {
                Some(b'{' | b']') => return Cut::At(Object::Wrapper),
                Some(_) => {}
                None => return Cut::Open,
            }
        }
        match value_end(&text[value..]) {
            Cut::At(end) => at = value + end,
            Cut::Open => return Cut::Open,
            Cut::Broken => return Cut::Broken,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Numbers that look random, the same in every run.
    struct Dice(u64);

    impl Dice {
        fn roll(&mut self, sides: u64) -> u64 {
            self.0 = self
                .0
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1);
            (self.0 >> 33) % sides
        }

        fn value(&mut self, depth: u64) -> String {
            let words = [
                "null",
                "true",
                "-1.5e3",
                "\"\"",
                r#""a b""#,
                r#""{[\"]}""#,
                r#""\\""#,
                r#""\u005c\n""#,
                "\"ä\"",
            ];
            let kind = if depth == 0 { 2 } else { self.roll(4) };
            let blank = ["", " ", "\n\t", "\r\n"][self.roll(4) as usize];
            let number = self.roll(4);
            match kind {
                0 => {
                    let items: Vec<String> = (0..number).map(|_| self.value(depth - 1)).collect();
                    format!("[{blank}{}]", items.join(","))
                }
                1 => {
                    let entry = |dice: &mut Self| {
                        let key =
                            ["\"k\"", "\"\\\"\"", "\"value\"", "\"{\""][dice.roll(4) as usize];
                        format!("{key}{blank}:{blank}{}", dice.value(depth - 1))
                    };
                    let entries: Vec<String> = (0..number).map(|_| entry(self)).collect();
                    format!("{{{}{blank}}}", entries.join(", "))
                }
                _ => words[self.roll(9) as usize].to_owned(),
            }
        }
    }

    #[test]
    fn a_value_ends_where_the_parser_says() {
        let mut dice = Dice(7);
        for _ in 0..5_000 {
            let value = dice.value(5);
            let text = format!("{value} , \"next\": 1");
            let mut values =
                serde_json::Deserializer::from_str(&text).into_iter::<serde::de::IgnoredAny>();
            values.next().expect("a value").expect("it is JSON");
            let Cut::At(end) = value_end(text.as_bytes()) else {
                panic!("{text}");
            };
            assert_eq!(end, values.byte_offset(), "{text}");
        }
    }

    #[test]
    fn what_is_not_all_there_is_open() {
        let text = br#"{"a": ["}", {"b": "\""}], "c": 1}"#;
        for end in 1..text.len() {
            assert!(matches!(value_end(&text[..end]), Cut::Open), "{end}");
            assert!(matches!(object(&text[..end]), Cut::Open), "{end}");
        }
        assert!(matches!(object(text), Cut::At(Object::Ends(end)) if end == text.len()));
    }

    #[test]
    fn a_wrapper_holds_a_list_of_objects_under_a_known_key() {
        for (text, is_wrapper) in [
            (r#"{"Records": [{"#, true),
            (r#"{"a": "Records", "value" : [ ] }"#, true),
            (r#"{"value": ["a"]}"#, false),
            (r#"{"value": {"items": [{}]}}"#, false),
            (r#"{"a": {"value": [{}]}}"#, false),
            (r#"{"Value": [{}]}"#, false),
        ] {
            let found = matches!(object(text.as_bytes()), Cut::At(Object::Wrapper));
            assert_eq!(found, is_wrapper, "{text}");
        }
    }

    #[test]
    fn what_is_no_json_is_broken_or_open_and_never_a_panic() {
        for text in [
            "{a",
            "{\"a\" 1",
            "{\"a\":}",
            "{\"a\":,",
            "{1",
            "{]",
            "{\"a\":1]",
        ] {
            assert!(!matches!(object(text.as_bytes()), Cut::At(_)), "{text}");
        }
    }
}

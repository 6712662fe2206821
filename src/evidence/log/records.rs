//! Cuts a long text into its records, in constant memory.
//!
//! Records stand one on a line, behind each other, in a list, or in a list under a key that interfaces
//! use for it. Lines are found by their ends, so that a broken one costs only itself; everywhere else a
//! cutter that knows strings and depth finds where a value ends. It does not check the JSON: whoever
//! reads the record does.

use std::io::BufRead;

use serde::Deserialize;

use super::cut::{Cut, LISTS, Object, key, object, value_end};
use super::held::Held;
use crate::evidence::input::Refusal;
use crate::evidence::input::content::unreadable;

/// Largest record, in bytes.
const RECORD: usize = 4 << 20;
/// How much is read at a time.
const CHUNK: usize = 256 << 10;
/// Deepest nesting of lists and wrappers around records.
const LEVELS: usize = 16;
/// How many lines show whether records stand on lines.
const LINES: usize = 20;

/// Keys under which recorders of calls keep an answer.
const ANSWERS: [&[u8]; 4] = [b"data", b"body", b"response", b"responseBody"];

/// A record, or what may be one.
pub(super) struct Record<'t> {
    /// Its text: an object.
    pub bytes: &'t [u8],
    /// The line it begins on.
    pub line: u64,
}

/// Whether to go on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Next {
    /// With the next record.
    Go,
    /// No further.
    Stop,
}

/// Takes one record after the other.
pub(super) type Take<'t> = dyn FnMut(Record<'_>) -> Next + 't;

/// What stands beside a list of records and shows that it is not all there is.
#[derive(Debug, Default)]
pub(super) struct Marks {
    /// The key that names a next page, where one is named.
    pub next_page: Option<&'static str>,
    /// The number that a list claims to have in all.
    pub total: Option<u64>,
}

/// The part of a text that is in memory.
pub(super) struct Window<'s> {
    stream: &'s mut dyn BufRead,
    bytes: Vec<u8>,
    at: usize,
    line: u64,
    is_end: bool,
}

/// Whether a text has its records on lines: at least half of its first lines are whole values.
pub(super) fn is_lines(start: &[u8]) -> bool {
    let lines = start
        .split(|byte| *byte == b'\n')
        .map(<[u8]>::trim_ascii_end);
    let (mut all, mut whole) = (0, 0);
    for line in lines.filter(|line| !line.is_empty()).take(LINES) {
        all += 1;
        let is_record = line.starts_with(b"{") || line.starts_with(b"[{");
        let read = || serde_json::from_slice::<serde::de::IgnoredAny>(line);
        whole += u32::from(is_record && read().is_ok());
    }
    // The last line may be cut off by the end of what is in memory.
    whole > 0 && whole * 2 >= all - u32::from(all > 1)
}

impl<'s> Window<'s> {
    /// A window at the start of a text whose first line has this number.
    pub fn new(stream: &'s mut dyn BufRead, line: u64) -> Self {
        let bytes = vec![];
        Self {
            stream,
            bytes,
            at: 0,
            line,
            is_end: false,
        }
    }

    fn rest(&self) -> &[u8] {
        &self.bytes[self.at..]
    }

    /// Goes on by so many bytes.
    fn skip(&mut self, bytes: usize) {
        let to = self.at + bytes;
        self.line += memchr::memchr_iter(b'\n', &self.bytes[self.at..to]).count() as u64;
        self.at = to;
    }

    /// Reads more behind what is there; false at the end of the text.
    fn more(&mut self) -> Result<bool, Refusal> {
        if self.is_end {
            return Ok(false);
        }
        if self.rest().len() > RECORD {
            let what = format!("a record of it is larger than {} MiB", RECORD >> 20);
            let help = "name a log with one event a record; take out what is larger";
            return Err(Refusal::new(what, help).on(self.line));
        }
        self.bytes.drain(..self.at);
        self.at = 0;
        let wanted = self.bytes.len() + CHUNK;
        while self.bytes.len() < wanted {
            let read = self.stream.fill_buf().map_err(|error| unreadable(&error))?;
            let taken = read.len().min(wanted - self.bytes.len());
            if taken == 0 {
                self.is_end = true;
                break;
            }
            self.bytes.extend_from_slice(&read[..taken]);
            self.stream.consume(taken);
        }
        Ok(true)
    }

    /// Calls `take` with each line that holds anything.
    ///
    /// # Errors
    ///
    /// When the text cannot be read on, or a line is too large.
    pub fn lines(&mut self, take: &mut Take) -> Result<(), Refusal> {
        loop {
            let rest = self.rest();
            let end = match memchr::memchr(b'\n', rest) {
                Some(end) => end,
                None if self.more()? => continue,
                None => self.rest().len(),
            };
            let bytes = self.rest()[..end].trim_ascii();
            let line = self.line;
            if !bytes.is_empty() && take(Record { bytes, line }) == Next::Stop {
                return Ok(());
            }
            if self.is_end && end == self.rest().len() {
                return Ok(());
            }
            self.at += end + 1;
            self.line += 1;
        }
    }

    /// The first byte that is neither space nor comma, which is not passed; none at the end.
    fn peek(&mut self) -> Result<Option<u8>, Refusal> {
        loop {
            let blank = |byte: &u8| byte.is_ascii_whitespace() || *byte == b',';
            let found = self.rest().iter().position(|byte| !blank(byte));
            let Some(at) = found else {
                let all = self.rest().len();
                self.skip(all);
                if self.more()? {
                    continue;
                }
                return Ok(None);
            };
            self.skip(at);
            return Ok(self.rest().first().copied());
        }
    }

    /// What `cut` finds in the text from here on, once enough of it is in memory.
    fn find<T>(&mut self, cut: impl Fn(&[u8]) -> Cut<T>) -> Result<T, Refusal> {
        loop {
            match cut(self.rest()) {
                Cut::At(found) => return Ok(found),
                Cut::Open if self.more()? => {}
                // The last value of a text may end with it.
                Cut::Open | Cut::Broken => return Err(broken(self.line)),
            }
        }
    }

    /// Calls `take` with each object that may be a record.
    ///
    /// With `is_opened`, the outermost object is known to be a wrapper, and answers in it count too.
    ///
    /// # Errors
    ///
    /// When the text cannot be read on, breaks off, or a record is too large.
    pub fn values(
        &mut self,
        is_opened: bool,
        marks: &mut Marks,
        take: &mut Take,
    ) -> Result<(), Refusal> {
        let mut levels: Vec<Level> = vec![];
        let mut is_opened = is_opened;
        while let Some(byte) = self.peek()? {
            let level = levels.last().copied();
            match (level, byte) {
                (Some(Level::List), b']') | (Some(Level::Map { .. }), b'}') => {
                    levels.pop();
                    self.skip(1);
                }
                (Some(Level::Map { has_answers }), b'"') => {
                    let next = self.entry(has_answers, marks)?;
                    let Some(is_list) = next else { continue };
                    if is_list {
                        levels.push(Level::List);
                        self.skip(1);
                    } else if self.object(&mut levels, take)? == Next::Stop {
                        return Ok(());
                    }
                }
                (Some(Level::Map { .. }), _) => return Err(broken(self.line)),
                (_, b'[') => {
                    levels.push(Level::List);
                    self.skip(1);
                }
                (_, b'{') if is_opened => {
                    is_opened = false;
                    levels.push(Level::Map { has_answers: true });
                    self.skip(1);
                }
                (_, b'{') => {
                    if self.object(&mut levels, take)? == Next::Stop {
                        return Ok(());
                    }
                }
                (Some(Level::List), _) => {
                    let end = self.find(value_end)?;
                    self.skip(end);
                }
                (None, _) => return Err(broken(self.line)),
            }
            if levels.len() > LEVELS {
                let help = "export the records themselves";
                let what = format!("its lists are nested more than {LEVELS} deep");
                return Err(Refusal::new(what, help).on(self.line));
            }
        }
        match levels.is_empty() {
            true => Ok(()),
            false => Err(broken(self.line)),
        }
    }

    /// Takes an object as a record, or enters it where it holds a list of records.
    fn object(&mut self, levels: &mut Vec<Level>, take: &mut Take) -> Result<Next, Refusal> {
        let line = self.line;
        match self.find(object)? {
            Object::Wrapper => {
                levels.push(Level::Map { has_answers: false });
                self.skip(1);
                Ok(Next::Go)
            }
            Object::Ends(end) => {
                let bytes = &self.rest()[..end];
                let next = take(Record { bytes, line });
                self.skip(end);
                Ok(next)
            }
        }
    }

    /// Reads a key of a wrapper and passes its value, unless records are in it: then it stands before the
    /// value and tells whether that is a list.
    fn entry(&mut self, has_answers: bool, marks: &mut Marks) -> Result<Option<bool>, Refusal> {
        let (key, value) = self.find(key)?;
        let name = self.rest()[1..key - 1].to_vec();
        self.skip(value);
        let first = self.rest().first().copied();
        let is_list = LISTS.contains(&name.as_slice());
        let is_answer = has_answers && ANSWERS.contains(&name.as_slice());
        match first {
            Some(b'[') if is_list || is_answer => return Ok(Some(true)),
            Some(b'{') if is_answer => return Ok(Some(false)),
            _ => {}
        }
        let end = self.find(value_end)?;
        marks.note(&name, &self.rest()[..end]);
        self.skip(end);
        Ok(None)
    }
}

#[derive(Debug, Clone, Copy)]
enum Level {
    List,
    Map { has_answers: bool },
}

impl Marks {
    fn note(&mut self, key: &[u8], value: &[u8]) {
        const PAGES: [&str; 7] = [
            "@odata.nextLink",
            "nextLink",
            "nextPageToken",
            "NextToken",
            "nextToken",
            "IsTruncated",
            "has_more",
        ];
        let page = PAGES.iter().find(|page| page.as_bytes() == key);
        let says = !matches!(value, b"null" | b"\"\"" | b"false");
        if let Some(page) = page.filter(|_| says) {
            self.next_page = Some(page);
        }
        if matches!(key, b"total" | b"totalResults" | b"@odata.count") {
            let number = std::str::from_utf8(value)
                .ok()
                .and_then(|text| text.parse().ok());
            self.total = self.total.max(number);
        }
    }
}

/// Whether an object is what a recorder wrote around an answer.
pub(super) fn is_recorded(record: &[u8]) -> bool {
    #[derive(Default, Deserialize)]
    #[serde(default, bound(deserialize = "'de: 'r"))]
    struct Call<'r> {
        status_code: Held<'r>,
        #[serde(rename = "statusCode")]
        status_number: Held<'r>,
        status: Held<'r>,
        headers: Held<'r>,
        #[serde(rename = "rawHeaders")]
        raw_headers: Held<'r>,
        scope: Held<'r>,
        method: Held<'r>,
    }
    let call: Call = serde_json::from_slice(record).unwrap_or_default();
    [
        call.status_code,
        call.status_number,
        call.status,
        call.headers,
        call.raw_headers,
        call.scope,
        call.method,
    ]
    .iter()
    .any(|value| value.is_there())
}

fn broken(line: u64) -> Refusal {
    let help = "export it again; a text cut off in the middle cannot be read";
    Refusal::new("its JSON is broken", help).on(line)
}

#[cfg(test)]
mod tests {
    use std::io::{BufReader, Read};

    use super::*;

    /// Gives a few bytes at a time, as a pipe may.
    struct Drops<'t>(&'t [u8], usize);

    impl Read for Drops<'_> {
        fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
            let taken = self.1.min(buffer.len()).min(self.0.len());
            buffer[..taken].copy_from_slice(&self.0[..taken]);
            self.0 = &self.0[taken..];
            Ok(taken)
        }
    }

    type Found = Result<Vec<(u64, String)>, Refusal>;

    fn values(text: &str, drop: usize) -> Found {
        let mut stream = BufReader::with_capacity(drop, Drops(text.as_bytes(), drop));
        let mut found = vec![];
        let mut window = Window::new(&mut stream, 1);
        window.values(false, &mut Marks::default(), &mut |record| {
            let text = String::from_utf8_lossy(record.bytes).into_owned();
            found.push((record.line, text));
            Next::Go
        })?;
        Ok(found)
    }

    fn lines(text: &str, drop: usize) -> Found {
        let mut stream = BufReader::with_capacity(drop, Drops(text.as_bytes(), drop));
        let mut found = vec![];
        let mut window = Window::new(&mut stream, 1);
        window.lines(&mut |record| {
            let text = String::from_utf8_lossy(record.bytes).into_owned();
            found.push((record.line, text));
            Next::Go
        })?;
        Ok(found)
    }

    #[test]
    fn records_keep_their_lines_however_the_text_arrives() {
        let text = "{\"k\": 1,\n\"value\": [\n{\"a\": \"]\"},\n\n{\"a\":\n{}} , 7, [{}]\n], \"z\": [1]}\n{\"b\": 2}";
        let expected = [
            (3, "{\"a\": \"]\"}"),
            (5, "{\"a\":\n{}}"),
            (6, "{}"),
            (8, "{\"b\": 2}"),
        ]
        .map(|(line, text)| (line, text.to_owned()));
        for drop in [1, 2, 3, 7, 4096] {
            assert_eq!(values(text, drop).expect("it is JSON"), expected, "{drop}");
        }
    }

    #[test]
    fn lines_are_found_with_and_without_an_end() {
        for text in ["{}\n\n [1] \r\n{", "\n\n\n{}", "{}\n", ""] {
            let expected: Vec<(u64, String)> = (1..)
                .zip(text.split('\n'))
                .map(|(line, text)| (line, text.trim().to_owned()))
                .filter(|(_, text)| !text.is_empty())
                .collect();
            for drop in [1, 5, 4096] {
                assert_eq!(
                    lines(text, drop).expect("it is there"),
                    expected,
                    "{text:?}"
                );
            }
        }
    }

    #[test]
    fn a_record_that_is_too_large_is_refused_with_its_line() {
        let huge = format!("[{{}},\n{{\"a\": \"{}\"}}]", "x".repeat(RECORD + 2 * CHUNK));
        let refused = values(&huge, 1 << 16).expect_err("it is too large");
        assert!(refused.what.contains("4 MiB"), "{refused}");
        assert_eq!(refused.line, Some(2));
        assert!(lines(&huge, 1 << 16).is_err());
        let large = format!("[{{\"a\": \"{}\"}}]", "x".repeat(RECORD - 2 * CHUNK));
        assert_eq!(values(&large, 1 << 16).expect("it fits").len(), 1);
    }

    #[test]
    fn lists_within_lists_have_an_end() {
        let deep = |levels: usize| "[".repeat(levels) + "{}" + &"]".repeat(levels);
        assert_eq!(values(&deep(LEVELS), 9).expect("it fits").len(), 1);
        assert!(values(&deep(LEVELS + 1), 9).is_err());
    }

    #[test]
    fn a_text_that_breaks_off_is_refused() {
        for text in [
            "[{}",
            "{\"Records\": [{}",
            "{\"Records\": [{}]",
            "{",
            "]",
            "x",
            "[{}]}",
        ] {
            assert!(values(text, 4096).is_err(), "{text}");
        }
    }

    #[test]
    fn lines_are_told_from_other_shapes() {
        for (text, expected) in [
            ("{\"a\": 1}\n{\"b\": 2}\n", true),
            ("{\"a\": 1}\n{\"b\": \n{\"c\": 3}\n{\"d\"", true),
            ("{\"a\": 1}", true),
            ("[{\"a\": 1}]\n", true),
            ("[\n{\"a\": 1},\n{\"b\": 2}\n]", false),
            ("{\"Records\": [\n{\"a\": 1},\n{\"b\": 2}\n]}", false),
            ("{\n \"a\": 1\n}\n", false),
            ("{\"a\": 1", false),
            ("", false),
        ] {
            assert_eq!(is_lines(text.as_bytes()), expected, "{text}");
        }
    }
}

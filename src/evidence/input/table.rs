//! Tables: CSV with a head, read row by row, whatever their length.

use std::cell::Cell;
use std::io::Read;
use std::rc::Rc;

use csv::{ByteRecord, ReaderBuilder};

use super::Refusal;
use super::columns::{Mapping, normal};
use super::content::Stream;
use crate::evidence::fact::Place;

/// Longest head, in bytes.
const HEAD: usize = 1 << 16;
/// Longest row, in bytes.
const ROW: usize = 4 << 20;
/// Most columns.
const COLUMNS: usize = 4096;

/// Gives no more than one row may hold, until the next row is asked for: a quote that is never closed would
/// else take the memory of all that follows.
struct Rationed<'c> {
    inner: Box<dyn Read + 'c>,
    seen: Rc<Seen>,
    /// Whether a `\r` was read last and not given yet: it may belong to the `\n` behind it.
    is_return_held: bool,
}

/// What has been read of a table.
#[derive(Debug, Default)]
struct Seen {
    /// Bytes that the current row may still take.
    left: Cell<usize>,
    /// Bytes read in all, and the last of them.
    bytes: Cell<u64>,
    last: Cell<u8>,
    /// Whether the quotes read so far are odd.
    is_quote_open: Cell<bool>,
}

impl Read for Rationed<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let read = self.read_lines(buffer)?;
        let (seen, given) = (&self.seen, &buffer[..read]);
        let left = seen.left.get().checked_sub(read);
        seen.left
            .set(left.ok_or_else(|| std::io::Error::other(endless()))?);
        seen.bytes.set(seen.bytes.get() + read as u64);
        if let Some(last) = given.last() {
            seen.last.set(*last);
        }
        let is_odd = memchr::memchr_iter(b'"', given).count() % 2 == 1;
        seen.is_quote_open.set(seen.is_quote_open.get() ^ is_odd);
        Ok(read)
    }
}

impl Rationed<'_> {
    /// Reads with each `\r\n` as a single `\n`. The parser takes the `\r` for the end of a row and counts the
    /// line at the `\n`, with the next row.
    fn read_lines(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        loop {
            let held = usize::from(std::mem::take(&mut self.is_return_held));
            buffer[..held].fill(b'\r');
            let read = self.inner.read(&mut buffer[held..])?;
            if memchr::memchr(b'\r', &buffer[..held + read]).is_none() {
                return Ok(read);
            }
            let mut kept = 0;
            for at in 0..held + read {
                let is_pair = buffer[at..held + read].starts_with(b"\r\n");
                if !is_pair {
                    buffer[kept] = buffer[at];
                    kept += 1;
                }
            }
            if read > 0 && buffer[..kept].ends_with(b"\r") {
                self.is_return_held = true;
                kept -= 1;
            }
            if kept > 0 || read == 0 {
                return Ok(kept);
            }
        }
    }
}

fn endless() -> Refusal {
    let what = format!("a row is longer than {} MiB", ROW >> 20);
    Refusal::new(what, "look for a quote that is not closed")
}

/// A table whose rows are read once.
pub struct Table<'c> {
    head: Vec<String>,
    reader: csv::Reader<Rationed<'c>>,
    seen: Rc<Seen>,
    record: ByteRecord,
    rows: u64,
    /// Line of the last row, and how many lines end within it.
    last: (u64, u64),
}

impl std::fmt::Debug for Table<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Table").field("head", &self.head).finish()
    }
}

/// A row.
#[derive(Debug)]
pub struct Row<'t> {
    fields: Vec<std::borrow::Cow<'t, str>>,
    /// Its number, counted from 1 below the head.
    pub number: u64,
    /// Its line in the file, counted from 1.
    pub line: u64,
}

impl Row<'_> {
    /// The field of a column, without space around it; empty where the row is too short.
    pub fn field(&self, column: usize) -> &str {
        self.fields.get(column).map_or("", |field| field.trim())
    }

    /// The field of a column that may not be there: none where the column or the value is missing.
    pub fn filled(&self, column: Option<usize>) -> Option<&str> {
        column
            .map(|at| self.field(at))
            .filter(|text| !text.is_empty())
    }

    /// How many fields it has.
    pub fn width(&self) -> usize {
        self.fields.len()
    }

    /// Where it stands.
    pub fn place(&self) -> Place {
        Place::row(self.number, self.line)
    }
}

impl<'c> Table<'c> {
    /// The table of a text; none where its first line cannot be a head.
    pub fn text(text: &'c str) -> Option<Self> {
        let head = text.trim_start_matches(['\r', '\n']);
        let head = &head[..head.floor_char_boundary(HEAD)];
        let delimiter = delimiter(head.lines().next()?);
        Self::new(Box::new(text.as_bytes()), delimiter).ok()
    }

    /// The table of a long text.
    ///
    /// # Errors
    ///
    /// When its first line cannot be a head.
    pub fn stream<'r: 'c>(mut stream: Stream<'r>) -> Result<Self, Refusal> {
        let no_table = super::content::too_large;
        let head = std::io::BufRead::fill_buf(&mut stream).map_err(|_| no_table())?;
        let head = String::from_utf8_lossy(&head[..head.len().min(HEAD)]).into_owned();
        let first = head.lines().next().unwrap_or_default();
        if first.trim_start().starts_with(['{', '[', '<']) || !head.contains('\n') {
            return Err(no_table());
        }
        Self::new(Box::new(stream), delimiter(first))
    }

    fn new(reader: Box<dyn Read + 'c>, delimiter: u8) -> Result<Self, Refusal> {
        let seen = Rc::new(Seen::default());
        seen.left.set(ROW);
        let reader = Rationed {
            inner: reader,
            seen: Rc::clone(&seen),
            is_return_held: false,
        };
        let mut reader = ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .delimiter(delimiter)
            .from_reader(reader);
        let mut record = ByteRecord::new();
        reader
            .read_byte_record(&mut record)
            .map_err(|error| refused(&error))?;
        let head: Vec<String> = record
            .iter()
            .take(COLUMNS)
            .map(|field| String::from_utf8_lossy(field).trim().to_owned())
            .collect();
        if head.iter().all(|name| name.is_empty()) {
            let help = "the first line of a table names its columns";
            return Err(Refusal::new("its first line names no column", help));
        }
        Ok(Self {
            head,
            reader,
            seen,
            record,
            rows: 0,
            last: (1, 0),
        })
    }

    /// Names of the columns, as the file writes them.
    pub fn head(&self) -> &[String] {
        &self.head
    }

    /// The first column that bears one of these names, whatever its case and whether words are parted by
    /// space, underscore or nothing; the mapping of the analyst goes first.
    pub fn column(&self, id: &str, names: &[&str], mapping: Option<&Mapping>) -> Option<usize> {
        if let Some(mapped) = mapping.and_then(|mapping| mapping.get(id)) {
            return self.head.iter().position(|name| name == mapped);
        }
        let find = |wanted: &&str| {
            let wanted = normal(wanted);
            self.head.iter().position(|name| normal(name) == wanted)
        };
        names.iter().find_map(find)
    }

    /// Column names that stand twice.
    pub fn doubled(&self) -> Vec<&str> {
        let doubled = self.head.iter().enumerate();
        doubled
            .filter(|(at, name)| !name.is_empty() && self.head[..*at].contains(name))
            .map(|(_, name)| name.as_str())
            .collect()
    }

    /// The next row; none at the end.
    ///
    /// # Errors
    ///
    /// When the rest cannot be read, or a row is longer than is read.
    pub fn next_row(&mut self) -> Result<Option<Row<'_>>, Refusal> {
        loop {
            self.seen.left.set(ROW);
            let more = self.reader.read_byte_record(&mut self.record);
            if !more.map_err(|error| refused(&error))? {
                return self.ended().map(|()| None);
            }
            let is_blank = self
                .record
                .iter()
                .all(|field| field.trim_ascii().is_empty());
            if !is_blank {
                break;
            }
        }
        self.rows += 1;
        let line = self.line();
        self.last = (line, breaks(&self.record));
        Ok(Some(Row {
            fields: self
                .record
                .iter()
                .take(COLUMNS)
                .map(String::from_utf8_lossy)
                .collect(),
            number: self.rows,
            line,
        }))
    }

    /// The line that the current row begins on. Where it ends is known, and how many lines it spans; the
    /// parser's own count of where it began leaves out empty lines before it.
    fn line(&self) -> u64 {
        let end = self.reader.position();
        let seen = &self.seen;
        let is_ended = seen.last.get() == b'\n' && !seen.is_quote_open.get();
        let is_unended = end.byte() == seen.bytes.get() && !is_ended;
        let spans = breaks(&self.record) + u64::from(!is_unended);
        end.line().saturating_sub(spans).max(1)
    }

    /// Refuses a table whose last row swallowed what follows, because a quote was never closed.
    fn ended(&self) -> Result<(), Refusal> {
        let (line, breaks) = self.last;
        match self.seen.is_quote_open.get() && breaks > 0 {
            true => {
                let help = "close the quote, or export the table again";
                Err(Refusal::new("a quote is not closed", help).on(line))
            }
            false => Ok(()),
        }
    }
}

/// How many lines end within a row.
fn breaks(record: &ByteRecord) -> u64 {
    let within = memchr::memchr_iter(b'\n', record.as_slice());
    within.count() as u64
}

/// The sign that parts the columns: the commonest of those in use outside quotes.
fn delimiter(head: &str) -> u8 {
    let mut quoted = false;
    let mut found = [(b',', 0), (b';', 0), (b'\t', 0), (b'|', 0)];
    for byte in head.bytes() {
        quoted ^= byte == b'"';
        if let Some((_, count)) = found.iter_mut().find(|(sign, _)| *sign == byte && !quoted) {
            *count += 1;
        }
    }
    // The first of equals stays: a comma where there is none.
    let best = found
        .iter()
        .fold(found[0], |best, next| match next.1 > best.1 {
            true => *next,
            false => best,
        });
    best.0
}

fn refused(error: &csv::Error) -> Refusal {
    let inner = match error.kind() {
        csv::ErrorKind::Io(error) => error
            .get_ref()
            .and_then(|inner| inner.downcast_ref::<Refusal>()),
        _ => None,
    };
    inner.cloned().unwrap_or_else(|| {
        let line = error.position().map_or(1, csv::Position::line);
        Refusal::new("its table cannot be read", "save it as CSV in UTF-8").on(line)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_have_numbers_and_lines_and_blank_ones_are_passed_over() {
        let mut table = Table::text("a,b\n1,\"x\ny\"\n\n , \n\r\n2,z").expect("a table");
        let row = table.next_row().expect("readable").expect("a row");
        assert_eq!((row.number, row.line, row.field(1)), (1, 2, "x\ny"));
        let row = table.next_row().expect("readable").expect("a row");
        assert_eq!((row.number, row.line, row.field(1)), (2, 7, "z"));
        assert_eq!(row.field(7), "");
        assert!(table.next_row().expect("readable").is_none());
    }

    #[test]
    fn lines_are_the_same_whatever_ends_them() {
        let lines = |text: &[u8], most: usize| {
            let reader = Box::new(Slowly(text.to_vec(), most));
            let mut table = Table::new(reader, b',').expect("a table");
            let mut found = vec![];
            while let Some(row) = table.next_row().expect("readable") {
                found.push((row.line, row.field(1).replace('\r', "")));
            }
            found
        };
        let text = "a,b\n1,x\n\n2,\"y\nz\"\n3,w\n";
        let wanted = [(2, "x"), (4, "y\nz"), (6, "w")].map(|(line, text)| (line, text.to_owned()));
        for text in [text, text.trim_end()] {
            for most in [1, 2, 3, 7, 100] {
                assert_eq!(lines(text.as_bytes(), most), wanted, "{most}");
                let windows = text.replace('\n', "\r\n");
                assert_eq!(lines(windows.as_bytes(), most), wanted, "{most}");
            }
        }
    }

    /// Gives a text a few bytes at a time.
    struct Slowly(Vec<u8>, usize);

    impl Read for Slowly {
        fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
            let count = self.1.min(buffer.len()).min(self.0.len());
            buffer[..count].copy_from_slice(&self.0[..count]);
            self.0.drain(..count);
            Ok(count)
        }
    }

    #[test]
    fn columns_are_found_by_any_writing_of_their_name() {
        let table = Table::text("Review_Date;\"Reviewed By\";decision\n").expect("a table");
        assert_eq!(table.column("date", &["reviewdate"], None), Some(0));
        assert_eq!(
            table.column("reviewer", &["reviewer", "reviewed_by"], None),
            Some(1)
        );
        assert_eq!(table.column("owner", &["owner"], None), None);
    }

    #[test]
    fn a_row_that_never_ends_is_refused() {
        let text = format!("a,b\n1,\"{}", "x".repeat(2 * ROW));
        let mut table = Table::text(&text).expect("a table");
        assert!(table.next_row().is_err());
    }

    #[test]
    fn a_quote_that_swallows_the_rest_is_refused_and_one_within_a_field_is_not() {
        let read = |text: &str| {
            let mut table = Table::text(text).expect("a table");
            loop {
                match table.next_row() {
                    Ok(Some(_)) => {}
                    Ok(None) => return Ok(()),
                    Err(refusal) => return Err(refusal.line),
                }
            }
        };
        assert_eq!(read("a,b\n1,2\n\"3,4\n5,6\n"), Err(Some(3)));
        assert_eq!(read("a,b\n1,2\n3,\"4\n\"\n"), Ok(()));
        assert_eq!(read("a,b\n1,5\" disk\n3,4\n"), Ok(()));
    }

    #[test]
    fn doubled_columns_are_told() {
        let table = Table::text("Labels,Key,Labels\n").expect("a table");
        assert_eq!(table.doubled(), ["Labels"]);
    }
}

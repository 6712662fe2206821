//! From bytes to text: compression, encoding, and how much of it there is.

use std::cell::RefCell;
use std::io::{BufReader, Chain, Cursor, Read};

use flate2::read::MultiGzDecoder;

use super::json::Document;
use super::table::Table;
use super::{Input, LONGEST, Refusal, WHOLE};

/// The text of a file.
pub enum Content<'r> {
    /// All of it.
    Whole(String),
    /// Its beginning was looked at; it is longer than is held in memory.
    Stream(RefCell<Option<Stream<'r>>>),
}

/// A long text, from its beginning.
pub type Stream<'r> = BufReader<Bounded<Chain<Cursor<Vec<u8>>, Box<dyn Read + 'r>>>>;

/// How often a compressed text may hold what its file holds: the log of a machine shrinks to a
/// twentieth at most, a bomb to a thousandth.
const EXPANSION: u64 = 200;

/// Opens what a reader gives.
///
/// Gzip is unpacked, UTF-16 and UTF-8 with a mark are decoded. What is longer than [`WHOLE`] is not
/// read further: it is given as a stream.
///
/// # Errors
///
/// When it is no text, an archive, or packed beyond reason.
pub fn open<'r>(reader: impl Read + 'r) -> Result<Content<'r>, Refusal> {
    let mut reader = BufReader::with_capacity(1 << 16, reader);
    let mut head = vec![];
    (&mut reader)
        .take(8)
        .read_to_end(&mut head)
        .map_err(|error| unreadable(&error))?;
    let reader = Cursor::new(head.clone()).chain(reader);
    if head.starts_with(&[0x1f, 0x8b]) {
        return decoded(Box::new(Unpacked::new(reader)));
    }
    if head.starts_with(b"PK\x03\x04") || head.starts_with(b"PK\x05\x06") {
        let help = "unpack it and name the file inside; save a spreadsheet as CSV";
        return Err(Refusal::new("it is a ZIP archive or a spreadsheet", help));
    }
    if head.starts_with(b"%PDF-") {
        let help = "a PDF is read as an assurance document: leave out `--supports` and `--kind`";
        return Err(Refusal::new("it is a PDF", help));
    }
    decoded(Box::new(reader))
}

/// Why a text cannot be read further: the refusal of a reader below, or what the system says.
pub(in crate::evidence) fn unreadable(error: &std::io::Error) -> Refusal {
    let inner = error.get_ref().and_then(|inner| inner.downcast_ref());
    inner.cloned().unwrap_or_else(|| {
        let help = "check the file; a compressed one may be cut off";
        Refusal::new(format!("it cannot be read: {}", error.kind()), help)
    })
}

impl std::error::Error for Refusal {}

/// Unpacks, and stops at a bomb.
struct Unpacked<R: Read> {
    decoder: MultiGzDecoder<Counted<R>>,
    out: u64,
}

struct Counted<R> {
    inner: R,
    read: u64,
}

impl<R: Read> Read for Counted<R> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let read = self.inner.read(buffer)?;
        self.read += read as u64;
        Ok(read)
    }
}

impl<R: Read> Unpacked<R> {
    fn new(inner: R) -> Self {
        let inner = Counted { inner, read: 0 };
        Self {
            decoder: MultiGzDecoder::new(inner),
            out: 0,
        }
    }
}

impl<R: Read> Read for Unpacked<R> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let read = self.decoder.read(buffer)?;
        self.out += read as u64;
        // Below a mebibyte even the best of texts may shrink beyond measure.
        let packed = self.decoder.get_ref().read.max(1 << 14);
        if self.out > (1 << 20) && self.out / packed > EXPANSION {
            let help = "unpack it yourself if you trust it, and name the unpacked file";
            let what = format!("it unpacks to more than {EXPANSION} times its size");
            return Err(std::io::Error::other(Refusal::new(what, help)));
        }
        Ok(read)
    }
}

/// Ends with an error at the longest text that is read.
pub struct Bounded<R> {
    inner: R,
    left: u64,
}

impl<R: Read> Read for Bounded<R> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let read = self.inner.read(buffer)?;
        self.left = self.left.checked_sub(read as u64).ok_or_else(|| {
            let what = format!("it is longer than {} GiB", LONGEST >> 30);
            std::io::Error::other(Refusal::new(what, "name a part of it"))
        })?;
        Ok(read)
    }
}

fn decoded<'r>(mut reader: Box<dyn Read + 'r>) -> Result<Content<'r>, Refusal> {
    let mut bytes = vec![];
    (&mut reader)
        .take(WHOLE + 1)
        .read_to_end(&mut bytes)
        .map_err(|error| unreadable(&error))?;
    let is_whole = bytes.len() as u64 <= WHOLE;
    let wide = match bytes.get(..2) {
        Some([0xff, 0xfe]) => Some(encoding_rs::UTF_16LE),
        Some([0xfe, 0xff]) => Some(encoding_rs::UTF_16BE),
        _ => None,
    };
    match (wide, is_whole) {
        (Some(encoding), true) => {
            let (text, broken) = encoding.decode_without_bom_handling(&bytes[2..]);
            if broken || bytes.len() % 2 == 1 {
                let help = "export it again; the file may be cut off";
                return Err(Refusal::new("its UTF-16 text is broken", help));
            }
            whole(text.into_owned())
        }
        (Some(_), false) => {
            let help = "save it as UTF-8, or export a part of it";
            Err(Refusal::new("it is UTF-16 text of more than 64 MiB", help))
        }
        (None, true) => {
            bytes.drain(..mark(&bytes));
            let text = String::from_utf8(bytes).map_err(|error| {
                let at = error.utf8_error().valid_up_to();
                let line = memchr::memchr_iter(b'\n', &error.as_bytes()[..at]).count() as u64 + 1;
                not_text().on(line)
            })?;
            whole(text)
        }
        (None, false) => {
            bytes.drain(..mark(&bytes));
            let start = Cursor::new(bytes);
            let inner = Bounded {
                inner: start.chain(reader),
                left: LONGEST,
            };
            let stream = BufReader::with_capacity(1 << 20, inner);
            Ok(Content::Stream(RefCell::new(Some(stream))))
        }
    }
}

/// Length of the mark that UTF-8 text may begin with.
fn mark(bytes: &[u8]) -> usize {
    const MARK: &[u8] = b"\xef\xbb\xbf";
    match bytes.starts_with(MARK) {
        true => MARK.len(),
        false => 0,
    }
}

fn not_text() -> Refusal {
    let help = "name a text file: JSON, CSV, XML or a token; save others as UTF-8";
    Refusal::new("it is not UTF-8 or UTF-16 text", help)
}

fn whole<'r>(text: String) -> Result<Content<'r>, Refusal> {
    if let Some(at) = memchr::memchr(0, text.as_bytes()) {
        let line = memchr::memchr_iter(b'\n', &text.as_bytes()[..at]).count() as u64 + 1;
        let help = "export it again as UTF-8 text";
        return Err(Refusal::new("it holds a NUL character", help).on(line));
    }
    if text.trim().is_empty() {
        let help = "name a file that holds something";
        return Err(Refusal::new("it is empty", help));
    }
    Ok(Content::Whole(text))
}

impl Content<'_> {
    /// The whole text, where it is held.
    pub fn text(&self) -> Option<&str> {
        match self {
            Self::Whole(text) => Some(text),
            Self::Stream(_) => None,
        }
    }

    /// The shape of it.
    ///
    /// # Errors
    ///
    /// When its JSON is broken, or it is a stream that is no table.
    pub fn input(&self) -> Result<Input<'_>, Refusal> {
        match self {
            Self::Whole(text) => shape(text),
            Self::Stream(stream) => {
                let stream = stream.borrow_mut().take().ok_or_else(too_large)?;
                Table::stream(stream).map(Input::Table)
            }
        }
    }
}

/// What is said of a long text that cannot be streamed.
pub fn too_large() -> Refusal {
    let what = format!(
        "it is longer than {} MiB and neither log nor table",
        WHOLE >> 20
    );
    let help = "export a part of it; logs with one event a line and tables may be longer";
    Refusal::new(what, help)
}

fn shape(text: &str) -> Result<Input<'_>, Refusal> {
    let start = text.trim_start();
    match start.as_bytes().first() {
        Some(b'{' | b'[') => Document::parse(text).map(Input::Json),
        Some(b'<') => Ok(Input::Xml(text)),
        _ if is_token(start) => Ok(Input::Text(text)),
        _ => Table::text(text).map_or(Ok(Input::Text(text)), |table| Ok(Input::Table(table))),
    }
}

/// Whether a text is one word, as a token is, with `Bearer` before it or not.
fn is_token(text: &str) -> bool {
    let text = text.trim();
    let word = text.strip_prefix("Bearer ").unwrap_or(text);
    word.len() > 20
        && word.contains('.')
        && !word.contains(char::is_whitespace)
        && !word.contains(',')
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use super::*;

    fn text(bytes: &[u8]) -> Result<String, Refusal> {
        open(bytes).map(|content| content.text().expect("it is short").to_owned())
    }

    fn packed(bytes: &[u8]) -> Vec<u8> {
        let mut encoder = flate2::write::GzEncoder::new(vec![], flate2::Compression::best());
        encoder.write_all(bytes).expect("memory takes it");
        encoder.finish().expect("memory takes it")
    }

    #[test]
    fn marks_and_wide_characters_are_decoded() {
        assert_eq!(text(b"\xef\xbb\xbf{}").as_deref(), Ok("{}"));
        assert_eq!(text(b"\xff\xfe{\0}\0").as_deref(), Ok("{}"));
        assert_eq!(text(b"\xfe\xff\0{\0}").as_deref(), Ok("{}"));
    }

    #[test]
    fn broken_text_is_refused_with_its_line() {
        assert!(text(b"\xff\xfe{\0}").is_err());
        assert!(text(b"\xff\xfe\x00\xd8{\0").is_err());
        assert_eq!(text(b"ab\n\xc3(").expect_err("no UTF-8").line, Some(2));
        assert_eq!(text(b"ab\na\0b").expect_err("a NUL").line, Some(2));
    }

    #[test]
    fn gzip_is_unpacked_and_a_bomb_is_not() {
        assert_eq!(text(&packed(b"{\"a\": 1}")).as_deref(), Ok("{\"a\": 1}"));
        let bomb = packed(&vec![b' '; 32 << 20]);
        let refused = text(&bomb).expect_err("it is a bomb");
        assert!(refused.what.contains("unpacks"), "{refused}");
    }

    #[test]
    fn a_cut_gzip_is_refused() {
        let mut bytes = packed(b"{\"a\": 1, \"b\": \"some more text that is not so short\"}");
        bytes.truncate(bytes.len() - 9);
        assert!(text(&bytes).is_err());
    }

    #[test]
    fn archives_and_empty_files_are_refused() {
        assert!(text(b"PK\x03\x04....").is_err());
        assert!(text(b" \n").is_err());
    }
}

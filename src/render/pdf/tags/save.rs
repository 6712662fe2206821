//! Compresses and writes the objects: streams as they are, all others packed into object streams.
//!
//! A tagged report has tens of thousands of small objects. Each is written out as soon as it is made
//! ([`Packed`]), not held as a tree, and object streams (ISO 32000-1, 7.5.7) halve the size of the file.
//!
//! A stream is followed by a line feed and `endstream`. When its data happens to end in a carriage return or a
//! line feed, a reader that looks for the end of the line instead of counting sees one byte less than
//! `/Length` says, and strict validators object (ISO 19005-2, 6.1.7.1). Compressed data ends so about once in
//! 128 streams, so such streams are made to end otherwise.

use std::io::Write;

use flate2::Compression;
use flate2::write::ZlibEncoder;
use lopdf::{Dictionary, Document, Object, ObjectId, Stream, StringFormat, dictionary};
use sha2::{Digest, Sha256};

use super::PdfError;

/// Of 9: the highest takes twice the time for one byte in a hundred.
const LEVEL: u32 = 6;
/// Objects in one object stream.
const MOST_OBJECTS: usize = 200;

/// Objects that are written already, one behind the other.
#[derive(Default)]
pub struct Packed {
    /// Number of each object, and where it starts.
    starts: Vec<(u32, usize)>,
    bytes: Vec<u8>,
}

impl Packed {
    /// Writes an object that is not a stream.
    pub fn push(&mut self, id: ObjectId, object: &Object) {
        self.starts.push((id.0, self.bytes.len()));
        write_object(object, &mut self.bytes);
        self.bytes.push(b' ');
    }

    /// The objects as streams that hold so many of them each.
    fn streams(&self) -> Vec<(Vec<u32>, Stream)> {
        let groups = self.starts.chunks(MOST_OBJECTS).enumerate();
        let stream = |(index, group): (usize, &[(u32, usize)])| {
            let from = group[0].1;
            let next = self.starts.get((index + 1) * MOST_OBJECTS);
            let to = next.map_or(self.bytes.len(), |(_, start)| *start);
            let heads = group
                .iter()
                .map(|(id, start)| format!("{id} {} ", start - from));
            let mut content = heads.collect::<String>().into_bytes();
            let dictionary = dictionary! {
                "Type" => "ObjStm",
                "N" => group.len() as i64,
                "First" => content.len() as i64,
            };
            content.extend_from_slice(&self.bytes[from..to]);
            let ids = group.iter().map(|(id, _)| *id).collect();
            (ids, Stream::new(dictionary, content))
        };
        groups.map(stream).collect()
    }
}

/// Where an object is found.
enum Entry {
    /// Nobody uses the number.
    Free,
    At(usize),
    /// In an object stream, at this place.
    In(u32, usize),
}

/// Writes the file; its id is a hash of all that stands in it.
///
/// # Errors
/// If a stream cannot be compressed.
pub fn save(file: Document, mut packed: Packed) -> Result<Vec<u8>, PdfError> {
    let mut out = Output {
        bytes: format!("%PDF-{}\n%\u{e2}\u{e3}\u{cf}\u{d3}\n", file.version).into_bytes(),
        entries: Vec::new(),
    };
    let mut last_id = file.max_id;
    for (id, object) in file.objects {
        match object {
            Object::Stream(mut stream) => {
                compress(&mut stream)?;
                out.stream(id.0, &stream);
            }
            object => packed.push(id, &object),
        }
    }
    for (ids, mut stream) in packed.streams() {
        last_id += 1;
        compress(&mut stream)?;
        out.stream(last_id, &stream);
        for (place, id) in ids.into_iter().enumerate() {
            out.enter(id, Entry::In(last_id, place));
        }
    }
    out.finish(last_id + 1, &file.trailer)
}

/// A file while it is written.
struct Output {
    bytes: Vec<u8>,
    /// By number.
    entries: Vec<Entry>,
}

impl Output {
    fn enter(&mut self, id: u32, entry: Entry) {
        let index = id as usize;
        if self.entries.len() <= index {
            self.entries.resize_with(index + 1, || Entry::Free);
        }
        self.entries[index] = entry;
    }

    fn stream(&mut self, id: u32, stream: &Stream) {
        self.enter(id, Entry::At(self.bytes.len()));
        self.bytes.extend(format!("{id} 0 obj\n").bytes());
        let mut dictionary = stream.dict.clone();
        dictionary.set("Length", stream.content.len() as i64);
        write_dictionary(&dictionary, &mut self.bytes);
        self.bytes.extend_from_slice(b"stream\n");
        self.bytes.extend_from_slice(&stream.content);
        self.bytes.extend_from_slice(b"\nendstream\nendobj\n");
    }

    /// Writes the table of all objects (ISO 32000-1, 7.5.8), and the id last of all.
    fn finish(mut self, id: u32, trailer: &Dictionary) -> Result<Vec<u8>, PdfError> {
        let start = self.bytes.len();
        self.enter(id, Entry::At(start));
        let mut table = Vec::new();
        for entry in &self.entries {
            let (kind, place, generation) = match *entry {
                Entry::Free => (0, 0, usize::from(u16::MAX)),
                Entry::At(place) => (1, place, 0),
                Entry::In(stream, place) => (2, stream as usize, place),
            };
            table.push(kind);
            table.extend_from_slice(&(place as u32).to_be_bytes());
            table.extend_from_slice(&(generation as u16).to_be_bytes());
        }
        let name = Object::String(
            Sha256::digest(&self.bytes)[..16].to_vec(),
            StringFormat::Hexadecimal,
        );
        let mut dictionary = dictionary! {
            "Type" => "XRef",
            "Size" => self.entries.len() as i64,
            "W" => vec![1.into(), 4.into(), 2.into()],
            "ID" => vec![name.clone(), name],
        };
        for key in [b"Root".as_slice(), b"Info"] {
            dictionary.set(key, trailer.get(key)?.clone());
        }
        let mut stream = Stream::new(dictionary, table);
        compress(&mut stream)?;
        self.stream(id, &stream);
        self.bytes
            .extend(format!("startxref\n{start}\n%%EOF\n").bytes());
        Ok(self.bytes)
    }
}

fn write_object(object: &Object, out: &mut Vec<u8>) {
    match object {
        Object::Null => out.extend_from_slice(b"null"),
        Object::Boolean(value) => out.extend_from_slice(value.to_string().as_bytes()),
        Object::Integer(value) => out.extend_from_slice(value.to_string().as_bytes()),
        Object::Real(value) => out.extend_from_slice(value.to_string().as_bytes()),
        Object::Name(name) => write_name(name, out),
        Object::String(text, _) => write_string(text, out),
        Object::Reference((id, generation)) => {
            out.extend_from_slice(format!("{id} {generation} R").as_bytes());
        }
        Object::Array(items) => {
            out.push(b'[');
            for item in items {
                write_object(item, out);
                out.push(b' ');
            }
            out.push(b']');
        }
        Object::Dictionary(dictionary) => write_dictionary(dictionary, out),
        Object::Stream(stream) => write_dictionary(&stream.dict, out),
    }
}

fn write_dictionary(dictionary: &Dictionary, out: &mut Vec<u8>) {
    out.extend_from_slice(b"<<");
    for (key, value) in dictionary {
        write_name(key, out);
        out.push(b' ');
        write_object(value, out);
    }
    out.extend_from_slice(b">>");
}

fn write_name(name: &[u8], out: &mut Vec<u8>) {
    out.push(b'/');
    for byte in name {
        if byte.is_ascii_alphanumeric() || b"+-_.:*".contains(byte) {
            out.push(*byte);
        } else {
            out.extend_from_slice(format!("#{byte:02x}").as_bytes());
        }
    }
}

/// Printable ASCII stays readable; all else is hexadecimal.
fn write_string(text: &[u8], out: &mut Vec<u8>) {
    if text.iter().all(|byte| (b' '..=b'~').contains(byte)) {
        out.push(b'(');
        for byte in text {
            if matches!(byte, b'(' | b')' | b'\\') {
                out.push(b'\\');
            }
            out.push(*byte);
        }
        out.push(b')');
        return;
    }
    out.push(b'<');
    for byte in text {
        out.extend_from_slice(format!("{byte:02x}").as_bytes());
    }
    out.push(b'>');
}

fn compress(stream: &mut Stream) -> Result<(), PdfError> {
    if !stream.allows_compression || stream.dict.has(b"Filter") {
        return Ok(());
    }
    let mut plain = std::mem::take(&mut stream.content);
    let mut packed = deflated(&plain)?;
    while ends_in_line_break(&packed) {
        // The check sum at the end of the data changes with it; all our streams take a blank.
        plain.push(b' ');
        packed = deflated(&plain)?;
    }
    if stream.dict.has(b"Length1") {
        stream.dict.set("Length1", plain.len() as i64);
    }
    stream.dict.set("Filter", "FlateDecode");
    stream.set_content(packed);
    Ok(())
}

fn deflated(plain: &[u8]) -> Result<Vec<u8>, PdfError> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::new(LEVEL));
    encoder.write_all(plain)?;
    Ok(encoder.finish()?)
}

fn ends_in_line_break(content: &[u8]) -> bool {
    matches!(content.last(), Some(b'\r' | b'\n'))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A text whose compressed form ends in the given byte.
    fn text_ending_in(byte: u8) -> Vec<u8> {
        let texts = (0_u8..=255).map(|extra| [vec![b'a'; 200], vec![extra]].concat());
        let ends_so = |text: &Vec<u8>| deflated(text).unwrap().last() == Some(&byte);
        texts.into_iter().find(ends_so).unwrap()
    }

    #[test]
    fn no_stream_ends_in_a_line_break() {
        for byte in [b'\r', b'\n'] {
            let mut stream = Stream::new(dictionary! {}, text_ending_in(byte));
            compress(&mut stream).unwrap();
            assert!(!ends_in_line_break(&stream.content));
            assert_eq!(stream.decompressed_content().unwrap().len(), 202);
        }
    }

    fn written(object: impl Into<Object>) -> String {
        let mut out = Vec::new();
        write_object(&object.into(), &mut out);
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn texts_and_names_are_escaped() {
        assert_eq!(written(Object::string_literal("a(b)\\")), "(a\\(b\\)\\\\)");
        assert_eq!(written(Object::string_literal("a\nb")), "<610a62>");
        assert_eq!(written(Object::Name(b"a b/#".to_vec())), "/a#20b#2f#23");
    }

    #[test]
    fn a_file_can_be_read_back() {
        let mut file = Document::with_version("1.7");
        let picture = file.add_object(Stream::new(dictionary! {}, b"plain".to_vec()));
        let root = file.add_object(dictionary! { "Type" => "Catalog", "Its" => picture });
        let info = file.add_object(dictionary! { "Title" => Object::string_literal("T") });
        file.trailer.set("Root", root);
        file.trailer.set("Info", info);
        let mut packed = Packed::default();
        for _ in 0..=MOST_OBJECTS {
            let id = file.new_object_id();
            packed.push(id, &Object::Integer(id.0.into()));
        }
        let last = file.max_id;
        let back = Document::load_mem(&save(file, packed).unwrap()).unwrap();
        assert_eq!(
            back.catalog()
                .unwrap()
                .get(b"Its")
                .unwrap()
                .as_reference()
                .unwrap(),
            picture
        );
        for id in info.0 + 1..=last {
            assert_eq!(
                back.get_object((id, 0)).unwrap().as_i64().unwrap(),
                i64::from(id)
            );
        }
    }
}

//! A reader of workbooks for the tests: sheets, cells and names, from the bytes of the file.

#![allow(dead_code, reason = "each test file uses its own part")]

use std::collections::BTreeMap;
use std::io::Read as _;

use flate2::read::DeflateDecoder;
use roxmltree::{Document, Node};

/// What a cell holds.
#[derive(Debug, Clone, PartialEq)]
pub enum Read {
    /// A format and nothing else.
    Blank,
    /// Text.
    Text {
        /// The text.
        text: String,
        /// The formula that it comes from.
        formula: Option<String>,
    },
    /// A number.
    Number {
        /// The number.
        value: f64,
        /// The formula that it comes from.
        formula: Option<String>,
    },
}

impl Read {
    /// The text, when it is one.
    pub fn text(&self) -> Option<&str> {
        match self {
            Self::Text { text, .. } => Some(text),
            Self::Blank | Self::Number { .. } => None,
        }
    }

    /// The formula, when it has one.
    pub fn formula(&self) -> Option<&str> {
        match self {
            Self::Text { formula, .. } | Self::Number { formula, .. } => formula.as_deref(),
            Self::Blank => None,
        }
    }
}

/// A sheet.
pub struct Sheet {
    pub name: String,
    pub xml: String,
    pub cells: BTreeMap<String, Read>,
}

/// A workbook.
pub struct Workbook {
    pub sheets: Vec<Sheet>,
    names: BTreeMap<String, String>,
}

impl Workbook {
    /// Reads the bytes of a file.
    pub fn read(bytes: &[u8]) -> Self {
        let files = unzipped(bytes);
        let strings = strings(&files["xl/sharedStrings.xml"]);
        let book = Document::parse(&files["xl/workbook.xml"]).expect("it is XML");
        let tagged = |tag: &'static str| book.descendants().filter(move |node| is(node, tag));
        let sheets = (1..).zip(tagged("sheet")).map(|(at, sheet)| {
            let xml = files[&format!("xl/worksheets/sheet{at}.xml")].clone();
            Sheet {
                name: sheet.attribute("name").expect("a name").to_owned(),
                cells: cells(&xml, &strings),
                xml,
            }
        });
        let names = tagged("definedName").map(|name| {
            let key = name.attribute("name").expect("a name").to_owned();
            (key, name.text().unwrap_or_default().to_owned())
        });
        Self {
            sheets: sheets.collect(),
            names: names.collect(),
        }
    }

    /// The names of the sheets, in order.
    pub fn names(&self) -> Vec<&str> {
        self.sheets
            .iter()
            .map(|sheet| sheet.name.as_str())
            .collect()
    }

    /// The sheet of that name.
    pub fn sheet(&self, name: &str) -> &Sheet {
        let found = self.sheets.iter().find(|sheet| sheet.name == name);
        found.unwrap_or_else(|| panic!("there is a sheet {name}"))
    }

    /// The cell that bears a name.
    pub fn named(&self, name: &str) -> Read {
        let (sheet, cell) = self.names[name].split_once('!').expect("a place");
        self.sheet(sheet).cells[&cell.replace('$', "")].clone()
    }
}

fn is(node: &Node, tag: &str) -> bool {
    node.is_element() && node.tag_name().name() == tag
}

fn strings(xml: &str) -> Vec<String> {
    let tree = Document::parse(xml).expect("it is XML");
    let items = tree.descendants().filter(|node| is(node, "si"));
    let text = |item: Node| {
        let texts = item.descendants().filter(|node| is(node, "t"));
        let text: String = texts.filter_map(|node| node.text()).collect();
        text.replace("_x005F_", "_")
    };
    items.map(text).collect()
}

fn cells(xml: &str, strings: &[String]) -> BTreeMap<String, Read> {
    let tree = Document::parse(xml).expect("it is XML");
    let cells = tree.descendants().filter(|node| is(node, "c"));
    let read = |cell: Node| {
        let child = |tag| {
            let found = cell.children().find(|node| is(node, tag))?;
            found.text().map(str::to_owned)
        };
        let (value, formula) = (child("v"), child("f"));
        match (cell.attribute("t"), value) {
            (_, None) => Read::Blank,
            (Some("s"), Some(at)) => Read::Text {
                text: strings[at.parse::<usize>().expect("a place")].clone(),
                formula,
            },
            (Some("str"), Some(text)) => Read::Text { text, formula },
            (None, Some(value)) => Read::Number {
                value: value.parse().expect("a number"),
                formula,
            },
            (Some(kind), _) => panic!("a cell of the kind {kind}"),
        }
    };
    cells
        .map(|cell| (cell.attribute("r").expect("a place").to_owned(), read(cell)))
        .collect()
}

/// The files of an archive, by the list at its end.
fn unzipped(bytes: &[u8]) -> BTreeMap<String, String> {
    let number = |at: usize, length: usize| {
        let digits = bytes[at..at + length].iter().rev();
        digits.fold(0_usize, |sum, &byte| (sum << 8) | usize::from(byte))
    };
    let end = bytes
        .windows(4)
        .rposition(|four| four == b"PK\x05\x06")
        .expect("a list of files");
    let (count, mut at) = (number(end + 10, 2), number(end + 16, 4));
    let mut files = BTreeMap::new();
    for _ in 0..count {
        let (method, size) = (number(at + 10, 2), number(at + 20, 4));
        let (name, more) = (number(at + 28, 2), number(at + 30, 2) + number(at + 32, 2));
        let (local, key) = (number(at + 42, 4), &bytes[at + 46..at + 46 + name]);
        let start = local + 30 + number(local + 26, 2) + number(local + 28, 2);
        let packed = &bytes[start..start + size];
        let mut text = String::new();
        match method {
            0 => text = String::from_utf8_lossy(packed).into_owned(),
            _ => {
                let mut reader = DeflateDecoder::new(packed);
                reader.read_to_string(&mut text).expect("packed text");
            }
        }
        files.insert(String::from_utf8_lossy(key).into_owned(), text);
        at += 46 + name + more;
    }
    files
}

//! What a file is made of, before anybody asks what it means: text in a known encoding, and in it
//! JSON, a table, XML or plain text.
//!
//! Everything here is bounded: what fits into [`WHOLE`] bytes is held in memory, logs and tables
//! beyond that are streamed, the rest is refused.

pub mod columns;
pub mod content;
pub mod json;
pub mod table;

use std::fmt;

pub use self::content::{Content, open};

use self::json::Document;
use self::table::Table;

/// Largest text that is held in memory, in bytes; longer logs and tables are streamed.
pub const WHOLE: u64 = 64 << 20;
/// Longest text that is streamed, in bytes after decompression.
pub const LONGEST: u64 = 64 << 30;

/// The shape of a text.
#[derive(Debug)]
pub enum Input<'c> {
    /// One JSON text, or several behind each other, in the order of the file.
    Json(Document<'c>),
    /// A head and rows.
    Table(Table<'c>),
    /// XML, not yet parsed.
    Xml(&'c str),
    /// Anything else.
    Text(&'c str),
}

/// Why a file is not read at all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// What is wrong with it, to stand behind its name.
    pub what: String,
    /// The line it is on, where there is one.
    pub line: Option<u64>,
    /// What helps.
    pub help: &'static str,
}

impl Refusal {
    /// A refusal for the whole file.
    pub fn new(what: impl Into<String>, help: &'static str) -> Self {
        Self {
            what: what.into(),
            line: None,
            help,
        }
    }

    /// The line it is on.
    pub fn on(mut self, line: u64) -> Self {
        self.line = Some(line);
        self
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            Some(line) => write!(f, "{}, line {line}", self.what),
            None => write!(f, "{}", self.what),
        }
    }
}

/// Why a format does not take a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum No {
    /// It is another kind of file: what it lacks.
    NotMine(String),
    /// It is of this format, and cannot be read.
    Broken(Refusal),
}

impl No {
    /// It is another kind of file.
    pub fn not_mine(why: impl Into<String>) -> Self {
        Self::NotMine(why.into())
    }
}

impl From<Refusal> for No {
    fn from(refusal: Refusal) -> Self {
        Self::Broken(refusal)
    }
}

impl<'c> Input<'c> {
    /// The JSON in it.
    ///
    /// # Errors
    ///
    /// When it is something else.
    pub fn json(&self) -> Result<&Document<'c>, No> {
        match self {
            Self::Json(document) => Ok(document),
            _ => Err(No::not_mine("it is not JSON")),
        }
    }

    /// The table in it.
    ///
    /// # Errors
    ///
    /// When it is something else.
    pub fn table(&mut self) -> Result<&mut Table<'c>, No> {
        match self {
            Self::Table(table) => Ok(table),
            _ => Err(No::not_mine("it is not a table")),
        }
    }

    /// The XML in it.
    ///
    /// # Errors
    ///
    /// When it is something else.
    pub fn xml(&self) -> Result<&'c str, No> {
        match self {
            Self::Xml(text) => Ok(text),
            _ => Err(No::not_mine("it is not XML")),
        }
    }
}

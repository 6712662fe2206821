//! The written forms of a report: Markdown text in, files out.
//!
//! Markdown is read once into one [`document::Document`]; HTML, PDF and Markdown for GitHub are walks over that
//! tree, so that no format can say something the others do not. Nothing here reads a clock, the system's fonts or a file.

pub mod document;
pub mod escape;
pub mod github;
pub mod html;
pub mod json;
pub mod logo;
pub mod markdown;
pub mod oscal;
pub mod pdf;
mod scene;
pub mod xlsx;

use chrono::NaiveDate;

use self::escape::is_hidden;
use self::logo::Logo;
use crate::pack::language::Language;
use crate::words::Words;

/// What a rendered file says about itself.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Metadata {
    /// Title of the file, shown by viewers in place of its name; never empty.
    pub title: String,
    /// Who answers for the content.
    pub author: String,
    /// One line on what the file is about.
    pub subject: String,
    /// Language of the text as a BCP 47 tag, such as `en`.
    pub language: &'static str,
    /// The `as_of` day of the assessment, never the clock; it dates the file.
    pub date: NaiveDate,
    /// What the foot of every page speaks of, such as vendor and product; cut where it is too long.
    pub footer: String,
    /// What stands behind it and is never cut: the day, and the start of the digest.
    pub stamp: String,
    /// A word such as `Draft` on every page of a report that is not final.
    pub mark: Option<String>,
    /// Who reports.
    pub letterhead: Option<Letterhead>,
}

/// The organisation that reports, at the head of page one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letterhead {
    /// Its name, which also stands for the logo where that is not seen.
    pub organisation: String,
    pub logo: Option<Logo>,
}

impl Metadata {
    /// The catalogue of its language.
    fn words(&self) -> &'static Words {
        Words::of(Language::of_tag(self.language))
    }

    /// The metadata on single lines, with a mark in place of each character that has no ink.
    fn visible(&self) -> Self {
        let clean = |text: &str| {
            let words: Vec<&str> = text.split_whitespace().collect();
            words.join(" ").replace(is_hidden, "\u{fffd}")
        };
        Self {
            title: clean(&self.title),
            author: clean(&self.author),
            subject: clean(&self.subject),
            language: self.language,
            date: self.date,
            footer: clean(&self.footer),
            stamp: clean(&self.stamp),
            mark: self.mark.as_deref().map(clean),
            letterhead: self.letterhead.clone().map(|letterhead| Letterhead {
                organisation: clean(&letterhead.organisation),
                ..letterhead
            }),
        }
    }
}

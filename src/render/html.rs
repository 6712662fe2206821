//! The report as one HTML file: whole without script, no request to anywhere, readable on any screen and on paper.
//!
//! The look is `templates/html/report.css`, put into the file. Light and dark follow the reader's system. The
//! structure is that of WCAG 2.2: landmarks, a way past the head, headings in order, tables with heads and
//! names. Where script may run, `templates/html/report.js` lets tables be sorted and filtered.

mod contents;
mod figure;
mod inline;
mod order;
mod panel;
mod policy;
mod table;
mod words;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::document::{
    Block, CallOut, Document, Heading, Inline, Item, ItemMark, List, Note, Numbering, Tone,
    plain_text,
};
use super::{Letterhead, Metadata};
use crate::words::{Words, say};
use contents::Contents;
use inline::{Notes, escaped, inlines};
use policy::{SCRIPT, STYLE, policy};
use words::script_attributes;

/// Writes the whole file.
#[must_use]
pub fn write(document: &Document, metadata: &Metadata) -> String {
    let metadata = &metadata.visible();
    let mut page = Page {
        out: head(metadata),
        words: metadata.words(),
        contents: Contents::of(document),
        sections: Vec::new(),
        table_name: String::new(),
        note_references: Notes::new(metadata.words()),
        figures: 0,
        tables: 0,
    };
    page.open(metadata);
    page.blocks(&document.blocks);
    page.close_sections(0);
    page.notes(&document.notes);
    page.close(metadata);
    page.out
}

fn head(metadata: &Metadata) -> String {
    let [title, author, subject] =
        [&metadata.title, &metadata.author, &metadata.subject].map(|text| escaped(text));
    format!(
        "<!doctype html>\n<html lang=\"{language}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\n\
         <meta name=\"referrer\" content=\"no-referrer\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n<title>{title}</title>\n\
         <meta name=\"author\" content=\"{author}\">\n<meta name=\"description\" content=\"{subject}\">\n\
         <meta name=\"dcterms.date\" content=\"{date}\">\n<style>{STYLE}</style>\n</head>\n",
        language = escaped(metadata.language),
        policy = policy(),
        date = metadata.date,
    )
}

/// Who reports; the logo is in the file itself.
fn letterhead(letterhead: &Letterhead) -> String {
    let name = escaped(&letterhead.organisation);
    let logo = letterhead.logo.as_ref().map(|logo| {
        let (kind, data) = (logo.media_type(), STANDARD.encode(logo.file()));
        format!("<img src=\"data:{kind};base64,{data}\" alt=\"{name}\">")
    });
    let logo = logo.unwrap_or_default();
    format!("<p class=\"letterhead\">{logo}<span>{name}</span></p>\n")
}

/// The file while it is written. Ids that are not of headings begin with a colon, which no heading's does.
struct Page<'a> {
    out: String,
    words: &'static Words,
    contents: Option<Contents<'a>>,
    /// The levels of the open sections.
    sections: Vec<u8>,
    /// What the next table is about: the last heading, or the last line set in bold.
    table_name: String,
    note_references: Notes,
    figures: usize,
    tables: usize,
}

impl<'a> Page<'a> {
    /// All before the report: the way past it, the page's head and the contents.
    fn open(&mut self, metadata: &Metadata) {
        let skip = escaped(&say!(self.words, "html-skip"));
        let title = escaped(&metadata.title);
        self.push(&format!(
            "<body>\n<a class=\"skip\" href=\"#:report\">{skip}</a>\n<header>\n"
        ));
        if let Some(letterhead) = &metadata.letterhead {
            self.push(&self::letterhead(letterhead));
        }
        self.push(&format!("<p>{title}</p>\n"));
        if let Some(mark) = &metadata.mark {
            let mark = escaped(mark);
            self.push(&format!(
                "<p class=\"mark\" data-mark=\"{mark}\">{mark}</p>\n"
            ));
        }
        self.push("</header>\n");
        if let Some(contents) = &self.contents {
            let navigation = contents.navigation(self.words);
            self.push(&navigation);
        }
        self.push("<main id=\":report\" tabindex=\"-1\">\n");
    }

    /// All after the report: the page's foot, and the script with its words.
    fn close(&mut self, metadata: &Metadata) {
        let foot = [&metadata.footer, &metadata.stamp].map(|text| escaped(text));
        let foot = foot.join(" · ");
        self.push(&format!("</main>\n<footer>\n<p>{foot}</p>\n"));
        if let Some(contents) = &self.contents {
            let back = contents.way_back(self.words);
            self.push(&back);
        }
        let words = script_attributes(self.words);
        self.push(&format!(
            "</footer>\n<script{words}>{SCRIPT}</script>\n</body>\n</html>\n"
        ));
    }

    fn blocks(&mut self, blocks: &'a [Block]) {
        blocks.iter().for_each(|block| self.block(block));
    }

    fn block(&mut self, block: &'a Block) {
        match block {
            Block::Heading(heading) => self.heading(heading),
            Block::Paragraph(text) => self.paragraph(text),
            Block::List(list) => self.list(list),
            Block::Table(table) => self.table(table),
            Block::Quote(blocks) => self.wrapped("<blockquote>\n", blocks, "</blockquote>\n"),
            Block::CallOut(call_out) => self.call_out(call_out),
            Block::Code(code) => self.push(&format!(
                "<pre tabindex=\"0\"><code>{}</code></pre>\n",
                escaped(code)
            )),
            Block::Rule => self.push("<hr>\n"),
            Block::Contents => {}
            Block::Verdict(verdict) => self.verdict(verdict),
            Block::Cards(cards) => self.cards(cards),
            Block::KeyValues(pairs) => self.key_values(pairs),
            Block::Signatures(lines) => self.signatures(lines),
            Block::Figure(figure) => {
                self.figures += 1;
                figure::figure(
                    figure,
                    self.figures,
                    &mut self.note_references,
                    &mut self.out,
                );
            }
        }
    }

    fn push(&mut self, html: &str) {
        self.out.push_str(html);
    }

    fn text(&mut self, text: &[Inline]) {
        inlines(text, &mut self.note_references, &mut self.out);
    }

    fn element(&mut self, name: &str, text: &[Inline]) {
        self.push(&format!("<{name}>"));
        self.text(text);
        let name = name.split(' ').next().unwrap_or(name);
        self.push(&format!("</{name}>\n"));
    }

    fn wrapped(&mut self, open: &str, blocks: &'a [Block], close: &str) {
        self.push(open);
        self.blocks(blocks);
        self.push(close);
    }

    /// A line set in bold as a whole names the table below it.
    fn paragraph(&mut self, text: &[Inline]) {
        if let [Inline::Strong(name)] = text {
            self.table_name = plain_text(name);
            self.element("p class=\"name\"", text);
        } else {
            self.element("p", text);
        }
    }

    fn heading(&mut self, heading: &'a Heading) {
        let Heading { level, id, text } = heading;
        if let Some(contents) = &self.contents
            && contents.is_named_by(heading)
        {
            return;
        }
        self.close_sections(*level);
        self.sections.push(*level);
        self.table_name = plain_text(text);
        self.push("<section>\n");
        self.element(&format!("h{level} id=\"{id}\""), text);
    }

    fn close_sections(&mut self, level: u8) {
        while self.sections.last().is_some_and(|open| *open >= level) {
            self.sections.pop();
            self.push("</section>\n");
        }
    }

    fn list(&mut self, list: &'a List) {
        let is_checklist = list.items.iter().any(|item| item.mark != ItemMark::Plain);
        let class = class_of(if is_checklist { "checklist" } else { "" });
        let (open, close) = match list.numbering {
            Numbering::Bullets => (format!("<ul{class}>\n"), "</ul>\n"),
            Numbering::From(1) => (format!("<ol{class}>\n"), "</ol>\n"),
            Numbering::From(first) => (format!("<ol{class} start=\"{first}\">\n"), "</ol>\n"),
        };
        self.push(&open);
        list.items.iter().for_each(|item| self.item(item));
        self.push(close);
    }

    fn item(&mut self, item: &'a Item) {
        self.push("<li>");
        let sign = match item.mark {
            ItemMark::Plain => None,
            ItemMark::Open => Some(('☐', say!(self.words, "html-open"))),
            ItemMark::Done => Some(('☑', say!(self.words, "html-done"))),
        };
        if let Some((sign, name)) = sign {
            let name = escaped(&name);
            self.push(&format!(
                "<span role=\"img\" aria-label=\"{name}\">{sign}</span> "
            ));
        }
        match item.blocks.as_slice() {
            [Block::Paragraph(text), rest @ ..] => {
                self.text(text);
                self.blocks(rest);
            }
            blocks => self.blocks(blocks),
        }
        self.push("</li>\n");
    }

    fn call_out(&mut self, call_out: &'a CallOut) {
        let open = format!(
            "<div role=\"note\" class=\"call-out {}\">\n<p class=\"title\">{}</p>\n",
            tone_class(call_out.kind.tone()),
            escaped(&call_out.kind.title(self.words))
        );
        self.wrapped(&open, &call_out.blocks, "</div>\n");
    }

    fn notes(&mut self, notes: &'a [Note]) {
        if notes.is_empty() {
            return;
        }
        let name = escaped(&say!(self.words, "html-notes"));
        let back = escaped(&say!(self.words, "html-back"));
        self.push(&format!(
            "<section class=\"notes\" role=\"doc-endnotes\" aria-label=\"{name}\">\n<ol>\n"
        ));
        for (index, note) in notes.iter().enumerate() {
            let number = index + 1;
            let back = format!(
                "<a href=\"#:ref-{number}\" role=\"doc-backlink\" aria-label=\"{back}\">↩</a>"
            );
            self.wrapped(
                &format!("<li id=\":note-{number}\">"),
                &note.blocks,
                &format!("{back}</li>\n"),
            );
        }
        self.push("</ol>\n</section>\n");
    }
}

/// The attribute for one or more classes, if any.
fn class_of(names: &str) -> String {
    if names.is_empty() {
        String::new()
    } else {
        format!(" class=\"{names}\"")
    }
}

fn tone_class(tone: Tone) -> &'static str {
    match tone {
        Tone::Good => "good",
        Tone::Caution => "caution",
        Tone::Bad => "bad",
        Tone::Open => "open",
    }
}

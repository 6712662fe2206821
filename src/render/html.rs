//! The report as one HTML file: no script, no request to anywhere, readable on any screen and on paper.
//!
//! The look is `templates/html/report.css`, put into the file. Light and dark follow the reader's system. The
//! structure is that of WCAG 2.2: landmarks, a way past the head, headings in order, tables with scope that
//! scroll in regions a keyboard can reach.

mod figure;
mod inline;
mod panel;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::document::{
    Alignment, Block, CallOut, Document, Heading, Inline, Item, ItemMark, List, Note, Numbering,
    Table, Tone, plain_text,
};
use super::{Letterhead, Metadata};
use inline::{escaped, inlines};

const STYLE: &str = include_str!("../../templates/html/report.css");

/// Nothing may be loaded; only the styles and the logo in the file apply.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

/// Writes the whole file.
#[must_use]
pub fn write(document: &Document, metadata: &Metadata) -> String {
    let metadata = &metadata.visible();
    let mut page = Page {
        out: head(metadata),
        document,
        sections: Vec::new(),
        seen_notes: Vec::new(),
        figures: 0,
        tables: 0,
    };
    page.blocks(&document.blocks);
    page.close_sections(0);
    page.notes(&document.notes);
    let foot = escaped(&format!("{} · {}", metadata.footer, metadata.stamp));
    page.out.push_str(&format!(
        "</main>\n<footer>{foot}</footer>\n</body>\n</html>\n"
    ));
    page.out
}

fn head(metadata: &Metadata) -> String {
    let [title, author, subject] =
        [&metadata.title, &metadata.author, &metadata.subject].map(|text| escaped(text));
    let mark = metadata.mark.as_deref().map(|mark| {
        format!(
            "<header class=\"mark\" data-mark=\"{0}\">{0}</header>\n",
            escaped(mark)
        )
    });
    let letterhead = metadata.letterhead.as_ref().map(letterhead);
    format!(
        "<!doctype html>\n<html lang=\"{language}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n<title>{title}</title>\n\
         <meta name=\"author\" content=\"{author}\">\n<meta name=\"description\" content=\"{subject}\">\n\
         <meta name=\"dcterms.date\" content=\"{date}\">\n<style>\n{STYLE}</style>\n</head>\n<body>\n\
         <a class=\"skip\" href=\"#:report\">Skip to the report</a>\n{letterhead}{mark}<main id=\":report\">\n",
        language = escaped(metadata.language),
        date = metadata.date,
        mark = mark.unwrap_or_default(),
        letterhead = letterhead.unwrap_or_default(),
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
    format!("<header class=\"letterhead\">{logo}<span>{name}</span></header>\n")
}

/// The file while it is written. Ids that are not of headings begin with a colon, which no heading's does.
struct Page<'a> {
    out: String,
    document: &'a Document,
    /// The headings of the open sections.
    sections: Vec<&'a Heading>,
    /// Footnotes that were referred to, in order; only the first reference can be returned to.
    seen_notes: Vec<usize>,
    figures: usize,
    tables: usize,
}

impl<'a> Page<'a> {
    fn blocks(&mut self, blocks: &'a [Block]) {
        blocks.iter().for_each(|block| self.block(block));
    }

    fn block(&mut self, block: &'a Block) {
        match block {
            Block::Heading(heading) => self.heading(heading),
            Block::Paragraph(text) => self.element("p", text),
            Block::List(list) => self.list(list),
            Block::Table(table) => self.table(table),
            Block::Quote(blocks) => self.wrapped("<blockquote>\n", blocks, "</blockquote>\n"),
            Block::CallOut(call_out) => self.call_out(call_out),
            Block::Code(code) => self.push(&format!(
                "<pre tabindex=\"0\"><code>{}</code></pre>\n",
                escaped(code)
            )),
            Block::Rule => self.push("<hr>\n"),
            Block::Contents => self.contents(),
            Block::Verdict(verdict) => self.verdict(verdict),
            Block::Cards(cards) => self.cards(cards),
            Block::KeyValues(pairs) => self.key_values(pairs),
            Block::Signatures(lines) => self.signatures(lines),
            Block::Bars(bars) => {
                self.figures += 1;
                figure::bars(bars, self.figures, &mut self.out);
            }
            Block::Risk(risk) => {
                self.figures += 1;
                figure::risk(risk, self.figures, &mut self.out);
            }
        }
    }

    fn push(&mut self, html: &str) {
        self.out.push_str(html);
    }

    fn text(&mut self, text: &[Inline]) {
        inlines(text, &mut self.seen_notes, &mut self.out);
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

    fn heading(&mut self, heading: &'a Heading) {
        let Heading { level, id, text } = heading;
        self.close_sections(*level);
        self.sections.push(heading);
        self.push("<section>\n");
        self.element(&format!("h{level} id=\"{id}\""), text);
    }

    fn close_sections(&mut self, level: u8) {
        while self.sections.last().is_some_and(|open| open.level >= level) {
            self.sections.pop();
            self.push("</section>\n");
        }
    }

    fn list(&mut self, list: &'a List) {
        let is_checklist = list.items.iter().any(|item| item.mark != ItemMark::Plain);
        let class = if is_checklist {
            " class=\"checklist\""
        } else {
            ""
        };
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
        match item.mark {
            ItemMark::Plain => {}
            ItemMark::Open => self.push("<span role=\"img\" aria-label=\"open\">☐</span> "),
            ItemMark::Done => self.push("<span role=\"img\" aria-label=\"done\">☑</span> "),
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

    fn table(&mut self, table: &Table) {
        self.tables += 1;
        let section = self
            .sections
            .last()
            .map_or(String::new(), |heading| plain_text(&heading.text));
        let label = escaped(&format!("Table {}: {section}", self.tables));
        self.push(&format!(
            "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"{label}\">\n<table>\n<thead>\n<tr>"
        ));
        for (cell, alignment) in table.head.iter().zip(&table.columns) {
            self.element(&format!("th scope=\"col\"{}", class(*alignment)), cell);
        }
        self.push("</tr>\n</thead>\n<tbody>\n");
        for row in &table.rows {
            self.push("<tr>");
            for (cell, alignment) in row.iter().zip(&table.columns) {
                self.element(&format!("td{}", class(*alignment)), cell);
            }
            self.push("</tr>\n");
        }
        self.push("</tbody>\n</table>\n</div>\n");
    }

    fn call_out(&mut self, call_out: &'a CallOut) {
        let open = format!(
            "<div role=\"note\" class=\"call-out {}\">\n<p class=\"title\">{}</p>\n",
            tone_class(call_out.kind.tone()),
            call_out.kind.title()
        );
        self.wrapped(&open, &call_out.blocks, "</div>\n");
    }

    fn contents(&mut self) {
        let own = self.sections.last().map(|heading| heading.id.as_str());
        let all = self.document.blocks.iter().filter_map(|block| match block {
            Block::Heading(heading) => Some(heading),
            _ => None,
        });
        let after_title: Vec<&Heading> = all
            .skip(1)
            .filter(|heading| Some(heading.id.as_str()) != own)
            .collect();
        let top = after_title
            .iter()
            .map(|heading| heading.level)
            .min()
            .unwrap_or(1);
        self.push("<nav aria-label=\"Contents\">\n<ul>\n");
        for heading in after_title
            .iter()
            .filter(|heading| heading.level <= top + 1)
        {
            let depth = if heading.level == top {
                "outer"
            } else {
                "inner"
            };
            let title = escaped(&plain_text(&heading.text));
            self.push(&format!(
                "<li class=\"{depth}\"><a href=\"#{}\">{title}</a></li>\n",
                heading.id
            ));
        }
        self.push("</ul>\n</nav>\n");
    }

    fn notes(&mut self, notes: &'a [Note]) {
        if notes.is_empty() {
            return;
        }
        self.push("<section class=\"notes\" role=\"doc-endnotes\" aria-label=\"Notes\">\n<ol>\n");
        for (index, note) in notes.iter().enumerate() {
            let number = index + 1;
            let back = format!(
                "<a href=\"#:ref-{number}\" role=\"doc-backlink\" aria-label=\"Back to the text\">↩</a>"
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

fn class(alignment: Alignment) -> &'static str {
    match alignment {
        Alignment::Left => "",
        Alignment::Centre => " class=\"centre\"",
        Alignment::Right => " class=\"right\"",
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

//! Tables: a header, and rows of cells, as far as the marks of columns tell them apart.
//!
//! A long cell goes on in the lines below it, and the next cell of the row may begin in a line of its own, with a
//! tab before it. A row that has more cells than the header is not guessed at.

use super::document::Passage;

/// Most columns of a table.
const WIDEST: usize = 12;
/// Longest cell, in bytes; what is longer is cut.
const LONGEST: usize = 2000;

/// A table, perhaps of several pages.
#[derive(Debug)]
pub(super) struct Table<'a> {
    /// Titles of the columns.
    pub(super) header: Vec<String>,
    /// The rows with at most as many cells.
    pub(super) rows: Vec<Row<'a>>,
    /// Whether a row was left out.
    pub(super) is_partial: bool,
}

/// A row of a table.
#[derive(Debug)]
pub(super) struct Row<'a> {
    /// Where it begins.
    pub(super) passage: &'a Passage,
    /// Its cells; those that are missing at its end are empty in the document.
    pub(super) cells: Vec<String>,
}

impl Row<'_> {
    /// The text of a cell; nothing for an empty one.
    pub(super) fn cell(&self, column: usize) -> Option<&str> {
        let cell = self.cells.get(column).map(String::as_str);
        cell.filter(|cell| !cell.is_empty())
    }
}

/// The tables whose header is one that `is_header` takes.
pub(super) fn tables<'a>(
    passages: impl Iterator<Item = &'a Passage>,
    is_header: impl Fn(&[String]) -> bool,
) -> Vec<Table<'a>> {
    let mut reader = Reader {
        tables: Vec::new(),
        is_open: false,
        is_complete: false,
    };
    for passage in passages {
        let blocks = passage.drawn.split(|line| line.is_empty());
        for block in blocks.filter(|block| !block.is_empty()) {
            let body = reader.header(block, &is_header);
            reader.body(passage, body);
        }
    }
    for table in &mut reader.tables {
        table.finish();
    }
    reader.tables
}

/// Tables as they are read.
struct Reader<'a> {
    tables: Vec<Table<'a>>,
    is_open: bool,
    /// Whether the row that is read has come to its end.
    is_complete: bool,
}

impl<'a> Reader<'a> {
    /// Reads the header that a block begins with, if it is one; returns the rest of the block.
    fn header<'b>(
        &mut self,
        block: &'b [String],
        is_header: &impl Fn(&[String]) -> bool,
    ) -> &'b [String] {
        if block[0].starts_with('\t') {
            return block;
        }
        let mut header = cells(&block[0]);
        let more = block[1..].iter().take_while(|line| line.starts_with('\t'));
        let length = 1 + more.clone().count();
        if header.len() < 2 && length == 1 {
            return block;
        }
        header.extend(more.flat_map(|line| cells(line)));
        if header.len() > WIDEST || !is_header(&header) {
            return block;
        }
        let is_same = |table: &Table<'_>| table.header == header;
        if !(self.is_open && self.tables.last().is_some_and(is_same)) {
            self.tables.push(Table {
                header,
                rows: Vec::new(),
                is_partial: false,
            });
        }
        self.is_open = true;
        self.is_complete = true;
        &block[length..]
    }

    fn body(&mut self, passage: &'a Passage, lines: &[String]) {
        let Some(table) = self.tables.last_mut().filter(|_| self.is_open) else {
            return;
        };
        if !lines.iter().any(|line| line.contains('\t')) {
            self.is_open &= lines.is_empty();
            return;
        }
        let width = table.header.len();
        self.is_complete |= !lines[0].starts_with('\t');
        for line in lines {
            let pieces = cells(line);
            let is_cell = line.starts_with('\t');
            let length = table.rows.last().map_or(width, |row| row.cells.len());
            let is_full = length + pieces.len() - 1 > width;
            if !is_cell && (self.is_complete || is_full) || table.rows.is_empty() {
                table.rows.push(Row {
                    passage,
                    cells: pieces,
                });
            } else if let Some(row) = table.rows.last_mut() {
                row.go_on(pieces, is_cell, width);
            }
            self.is_complete = false;
        }
    }
}

impl Table<'_> {
    fn finish(&mut self) {
        let (all, width) = (self.rows.len(), self.header.len());
        self.rows.retain(|row| row.cells.len() <= width);
        self.is_partial = self.rows.len() < all;
    }

    /// The only column whose title is such a one.
    pub(super) fn column(&self, title: &regex::Regex) -> Option<usize> {
        let mut columns = (0..self.header.len()).filter(|at| title.is_match(&self.header[*at]));
        let column = columns.next()?;
        columns.next().is_none().then_some(column)
    }
}

impl Row<'_> {
    /// Takes the pieces of a line that does not begin a row.
    fn go_on(&mut self, pieces: Vec<String>, is_cell: bool, width: usize) {
        let mut pieces = pieces.into_iter();
        if !is_cell
            && let Some(piece) = pieces.next()
            && let Some(cell) = self.cells.last_mut()
            && cell.len() + piece.len() < LONGEST
        {
            let is_word_begun = cell.ends_with('-') && !cell.ends_with(" -");
            if !is_word_begun {
                cell.push(' ');
            }
            cell.push_str(&piece);
        }
        // One too many is enough to know that the row is none.
        let room = (width + 1).saturating_sub(self.cells.len());
        self.cells.extend(pieces.take(room));
    }
}

fn cells(line: &str) -> Vec<String> {
    let cells = line.trim_start_matches('\t').split('\t');
    cells
        .map(|cell| cell.split_whitespace().collect::<Vec<_>>().join(" "))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::document::Document;
    use super::*;
    use crate::evidence::Pages;

    fn read(pages: &[&str]) -> Vec<Vec<String>> {
        let pages = Pages::new(pages.iter().map(|page| (*page).to_string()));
        let document = Document::new(&pages);
        let tables = tables(document.passages.iter(), |header| header[0] == "Name");
        let rows = tables.into_iter().flat_map(|table| table.rows);
        rows.map(|row| row.cells).collect()
    }

    #[test]
    fn long_cells_go_on_below_and_the_next_cell_begins_with_a_tab() {
        let text = "Name\tUse\tState\n\nOne\tto run\nfar\n\tgood\n\nTwo\nand more\n\tto sit\n\n\tbad\n\nText.\n\nNo\trow\n";
        assert_eq!(
            read(&[text]),
            [
                ["One", "to run far", "good"],
                ["Two and more", "to sit", "bad"]
            ]
        );
    }

    #[test]
    fn rows_need_no_gap_between_them() {
        let text = "Name\tUse\nOne\tto run\nfar\nTwo\tto sit\n";
        assert_eq!(read(&[text]), [["One", "to run far"], ["Two", "to sit"]]);
    }

    #[test]
    fn a_row_with_too_many_cells_is_none() {
        assert!(read(&["Name\tUse\n\nOne\tto run\tfar\n"]).is_empty());
    }

    #[test]
    fn a_table_goes_on_behind_its_repeated_header() {
        let pages = ["Name\tUse\n\nOne\tto run\n", "Name\tUse\n\nTwo\tto sit\n"];
        assert_eq!(read(&pages), [["One", "to run"], ["Two", "to sit"]]);
    }

    #[test]
    fn another_table_is_not_read() {
        assert!(read(&["Place\tUse\n\nOne\tto run\n"]).is_empty());
    }
}

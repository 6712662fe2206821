//! Tables: named, with heads for rows and columns, and what the page's script needs to sort them.
//!
//! A table of many columns may be wider than a small screen and scrolls in a frame that a keyboard can
//! reach; one of few columns always fits. A long table can be folded away; it begins open, so that it
//! prints and is found by the browser's search.

use super::inline::escaped;
use super::order::{Order, has_total, severity};
use super::{Page, class_of};
use crate::render::document::{Alignment, Cell, Table, plain_text};
use crate::words::say;

/// From this number of columns on a table may need to scroll.
const WIDE: usize = 4;

/// From this number of rows on a table can be folded and filtered.
const LONG: usize = 12;

impl Page<'_> {
    pub(super) fn table(&mut self, table: &Table) {
        self.tables += 1;
        let number = self.tables;
        let name = escaped(&say!(
            self.words,
            "html-table",
            number,
            name = &self.table_name
        ));
        let is_long = table.rows.len() >= LONG;
        if is_long {
            self.open_long(&name, table.rows.len());
        }
        self.open_frame(table.columns.len());
        self.push(&format!(
            "<table>\n<caption id=\":table-{number}\">{name}</caption>\n"
        ));
        self.rows(table);
        self.push("</table>\n</div>\n");
        if is_long {
            self.push("</details>\n");
        }
    }

    fn open_long(&mut self, name: &str, rows: usize) {
        let rows = escaped(&say!(self.words, "html-rows", rows));
        self.push(&format!(
            "<details class=\"long\" open>\n<summary>{name} <span>{rows}</span></summary>\n"
        ));
    }

    /// A group and not a region: dozens of landmarks would bury those of the page.
    fn open_frame(&mut self, columns: usize) {
        let number = self.tables;
        self.push(&if columns < WIDE {
            "<div class=\"table\">\n".to_owned()
        } else {
            format!(
                "<div class=\"table wide\" role=\"group\" tabindex=\"0\" aria-labelledby=\":table-{number}\">\n"
            )
        });
    }

    fn rows(&mut self, table: &Table) {
        self.push("<thead>\n<tr>");
        for (cell, alignment) in table.head.iter().zip(&table.columns) {
            let class = class_of(alignment_class(*alignment));
            self.element(&format!("th scope=\"col\"{class}"), cell);
        }
        self.push("</tr>\n</thead>\n<tbody>\n");
        let rows = table.rows.len() - usize::from(has_total(table));
        let (body, total) = table.rows.split_at(rows);
        body.iter()
            .for_each(|row| self.row(table, row, Place::Body));
        self.push("</tbody>\n");
        if !total.is_empty() {
            self.push("<tfoot>\n");
            total
                .iter()
                .for_each(|row| self.row(table, row, Place::Foot));
            self.push("</tfoot>\n");
        }
    }

    fn row(&mut self, table: &Table, row: &[Cell], place: Place) {
        self.push("<tr>");
        for (column, cell) in row.iter().enumerate() {
            let order = Order::of(table, column, self.words);
            let name = name_of_cell(table, column, order);
            let class = class_of(self.look(table.columns[column], order, cell));
            let value = match place {
                Place::Body => order.value(cell, self.words),
                Place::Foot => None,
            };
            let value = value.map(|value| format!(" data-value=\"{value}\""));
            let open = format!("{name}{class}{}", value.unwrap_or_default());
            self.element(&open, cell);
        }
        self.push("</tr>\n");
    }

    fn look(&self, alignment: Alignment, order: Order, cell: &Cell) -> &'static str {
        match order {
            Order::Severity => {
                severity(&plain_text(cell), self.words).map_or("", |rank| SEVERITY_CLASSES[rank])
            }
            Order::Text | Order::Day | Order::Number => alignment_class(alignment),
        }
    }
}

/// Where a row stands; rows of the foot are not sorted.
#[derive(Clone, Copy)]
enum Place {
    Body,
    Foot,
}

/// A first column of words names its rows, unless there is only one thing to say of each.
fn name_of_cell(table: &Table, column: usize, order: Order) -> &'static str {
    let names_row =
        column == 0 && matches!(order, Order::Text | Order::Day) && table.columns.len() > 2;
    if names_row { "th scope=\"row\"" } else { "td" }
}

/// The look of the severities, from the mildest up.
const SEVERITY_CLASSES: [&str; 5] = [
    "severity info",
    "severity low",
    "severity medium",
    "severity high",
    "severity critical",
];

fn alignment_class(alignment: Alignment) -> &'static str {
    match alignment {
        Alignment::Left => "",
        Alignment::Centre => "centre",
        Alignment::Right => "right",
    }
}

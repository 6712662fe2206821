//! Asks for rows of a document, such as its exceptions, and changes or removes those there are.

use super::document;
use super::value::{Step, told_value, value};
use crate::assessment::document::{Recorded, Row};
use crate::cli::Failure;
use crate::cli::assess::ask::{Blank, Given};
use crate::cli::assess::session::Session;
use crate::cli::terminal::{Ask, Command, Menu, Reply, Tone, tell};
use crate::pack::document::{Column, Field};
use crate::pack::id::EvidenceId;
use crate::words::say;

/// Asks for rows until there is none left; each is saved as soon as it is whole.
pub(super) fn rows(
    session: &mut Session,
    id: &EvidenceId,
    (field, columns): (&Field, &[Column]),
) -> Result<Step, Failure> {
    loop {
        let rows = document(session, id).and_then(|held| held.rows(field.id.as_str()));
        let rows = rows.map_or(vec![], <[Row]>::to_vec);
        let (deeds, items) = row_deeds(session, columns, &rows);
        let words = session.said();
        let prompt = say!(words, "row-ask");
        let menu = Menu {
            ask: Ask::answer(&prompt),
            items: &items,
            at: Some(items.len() - 1),
        };
        let chosen = match session.prompter.select(&menu)? {
            Reply::Given(chosen) => chosen,
            Reply::Command(Command::Back) => return Ok(Step::Back),
            Reply::Command(Command::Stop) => return Ok(Step::Stop),
            Reply::Command(Command::Skip) => return Ok(Step::Next),
            Reply::Command(_) => return Ok(Step::Leave),
        };
        let mut changed = rows.clone();
        let told = match deeds[chosen] {
            RowDeed::Done => return Ok(Step::Next),
            RowDeed::Remove(at) => {
                changed.remove(at);
                say!(words, "row-removed")
            }
            RowDeed::Change(at) => match row(session, columns, rows[at].clone())? {
                Ok(row) => {
                    let told = row_words(session, columns, &row);
                    changed[at] = row;
                    told
                }
                Err(Step::Stop) => return Ok(Step::Stop),
                Err(_) => continue,
            },
            RowDeed::Add => match row(session, columns, Row::new())? {
                Ok(row) => {
                    let told = row_words(session, columns, &row);
                    changed.push(row);
                    told
                }
                Err(Step::Stop) => return Ok(Step::Stop),
                Err(_) => continue,
            },
        };
        let recorded = (!changed.is_empty()).then_some(Recorded::Rows(changed));
        session.change(
            |interview| interview.record_field(id, field, recorded),
            &told,
        )?;
    }
}

/// What can be done with rows.
#[derive(Clone, Copy)]
enum RowDeed {
    Add,
    Change(usize),
    Remove(usize),
    Done,
}

fn row_deeds(session: &Session, columns: &[Column], rows: &[Row]) -> (Vec<RowDeed>, Vec<String>) {
    let words = session.said();
    let there = rows.iter().enumerate().flat_map(|(at, row)| {
        let text = row_words(session, columns, row);
        [
            (RowDeed::Change(at), say!(words, "row-change", text = &text)),
            (RowDeed::Remove(at), say!(words, "row-remove", text)),
        ]
    });
    let (add, done) = match rows.is_empty() {
        true => (say!(words, "row-add"), say!(words, "row-none")),
        false => (say!(words, "row-add-another"), say!(words, "row-no-more")),
    };
    let ends = [(RowDeed::Add, add), (RowDeed::Done, done)];
    there.chain(ends).unzip()
}

fn row_words(session: &Session, columns: &[Column], row: &Row) -> String {
    let values = columns.iter().filter_map(|column| {
        let value = row.get(&column.id)?;
        Some(told_value(session, &column.kind, value))
    });
    values.collect::<Vec<_>>().join(" · ")
}

/// Asks for the columns of a row; a step where that was left.
fn row(
    session: &mut Session,
    columns: &[Column],
    mut row: Row,
) -> Result<Result<Row, Step>, Failure> {
    let mut at = 0;
    while let Some(column) = columns.get(at) {
        tell(session.prompter, Tone::Question, column.text.clone());
        let current = row.get(&column.id).cloned();
        let blank = match column.needed {
            true => Blank::Refused,
            false => Blank::Open,
        };
        let given = match value(session, &column.kind, (current.as_ref(), blank))? {
            Ok(given) => given,
            Err(Step::Back) if at > 0 => {
                at -= 1;
                continue;
            }
            Err(step) => return Ok(Err(step)),
        };
        match given {
            Given::Value(value) => drop(row.insert(column.id.clone(), value)),
            Given::Open => drop(row.remove(&column.id)),
            Given::Kept => {}
        }
        if column.needed && !row.contains_key(&column.id) {
            let text = say!(session.said(), "row-needed");
            tell(session.prompter, Tone::Refused, text);
            continue;
        }
        at += 1;
    }
    Ok(Ok(row))
}

//! Tables: columns that hold secrets by their name, and cells that hold them by their look.
//!
//! Every row stays on its line, so that places in the copy are those of the file.

use super::ids::Ids;
use super::names::{Keep, NAMING, by_name, is_value};
use super::packed::inside;
use super::seen::Seen;
use super::{GONE, Options, plain, tail};
use crate::evidence::input::columns::normal;
use crate::evidence::input::table::{Row, Table};

/// The table without secrets; none where it cannot be read to its end.
pub(super) fn copy(whole: &str, options: Options) -> Option<String> {
    let mut table = Table::text(whole)?;
    let head: Vec<String> = table.head().to_vec();
    if let [name] = head.as_slice()
        && (by_name(name) == Keep::All || name.contains([':', '=']))
    {
        // Lines without columns: a list of words, or no table at all.
        return Some(plain::copy(whole, options));
    }
    let mut copy = Copy {
        kept: head.iter().map(|name| of_column(name)).collect(),
        naming: (0..head.len())
            .filter(|at| NAMING.contains(&normal(&head[*at]).as_str()))
            .collect(),
        values: (0..head.len()).filter(|at| is_value(&head[*at])).collect(),
        head: &head,
        options,
        ids: Ids::default(),
        seen: Seen::default(),
        lines: Lines::default(),
    };
    let names: Vec<String> = head
        .iter()
        .map(|name| super::text_with(name, options).into_owned())
        .collect();
    copy.lines.write(1 + leading(whole), &names)?;
    while let Some(row) = table.next_row().ok()? {
        let fields = copy.fields(&row);
        copy.lines.write(row.line, &fields)?;
    }
    let text = String::from_utf8(copy.lines.out).ok()?;
    Some(copy.seen.scrub(text))
}

/// How many empty lines stand above the head.
fn leading(whole: &str) -> u64 {
    let blank = whole.len() - whole.trim_start_matches(['\r', '\n']).len();
    whole[..blank].matches('\n').count() as u64
}

/// What stays of a column. Inventories say by name which kind of credential an account has.
fn of_column(name: &str) -> Keep {
    match (by_name(name), normal(name).as_str()) {
        (Keep::NoText | Keep::Settings, "secret" | "token" | "password" | "pin" | "hash") => {
            Keep::NoText
        }
        (Keep::NoText, _) => Keep::Plain,
        (keep, _) => keep,
    }
}

struct Copy<'h> {
    kept: Vec<Keep>,
    naming: Vec<usize>,
    values: Vec<usize>,
    head: &'h [String],
    options: Options,
    ids: Ids,
    seen: Seen,
    lines: Lines,
}

impl Copy<'_> {
    fn fields(&mut self, row: &Row) -> Vec<String> {
        let named = self
            .naming
            .iter()
            .map(|at| by_name(row.field(*at)))
            .find(|keep| *keep != Keep::All);
        let secret = self.kept.iter().position(|keep| keep.is_strict());
        let is_shifted = row.width() > self.head.len();
        let mut fields = vec![];
        for at in 0..row.width() {
            let own = self.kept.get(at).copied().unwrap_or(Keep::Settings);
            let keep = match (own, named) {
                // A sign within an unquoted secret parts it, and moves what follows.
                _ if is_shifted && secret.is_some_and(|secret| at >= secret) => Keep::Settings,
                (Keep::All, Some(keep)) if self.values.contains(&at) => keep,
                (keep, _) => keep,
            };
            fields.push(self.field(row.field(at), keep));
        }
        fields
    }

    fn field(&mut self, field: &str, keep: Keep) -> String {
        let is_word = matches!(
            field.to_ascii_lowercase().as_str(),
            "" | "true" | "false" | "yes" | "no" | "n/a"
        );
        let is_kept = match keep {
            Keep::All => true,
            Keep::Tail if self.ids.is_id(field) => return self.ids.tail(field),
            Keep::Tail => return tail(field),
            Keep::Plain | Keep::NoRandom => keep.keeps(field),
            Keep::NoText | Keep::Settings | Keep::Nothing => is_word,
        };
        match is_kept || is_word {
            true => {
                let new = inside(field, self.options, 0, &mut self.seen);
                new.unwrap_or_else(|| field.to_owned())
            }
            false => super::token::redacted(field, self.options)
                .filter(|_| field.contains('.'))
                .unwrap_or_else(|| {
                    self.seen.add(field);
                    GONE.to_owned()
                }),
        }
    }
}

/// A row that is passed over and counted as a line, as an empty line is not.
const BLANK: &[u8] = b",\n";

/// Rows written each on its line.
#[derive(Default)]
struct Lines {
    out: Vec<u8>,
    ended: u64,
}

impl Lines {
    /// Writes a row that begins on a line, counted from 1.
    fn write(&mut self, line: u64, fields: &[String]) -> Option<()> {
        while self.ended + 1 < line {
            self.out.extend(BLANK);
            self.ended += 1;
        }
        let mut writer = csv::Writer::from_writer(vec![]);
        writer.write_record(fields).ok()?;
        let written = writer.into_inner().ok()?;
        self.ended += memchr::memchr_iter(b'\n', &written).count() as u64;
        self.out.extend(written);
        Some(())
    }
}

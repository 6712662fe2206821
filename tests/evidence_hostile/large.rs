//! Files that are long, or claim to be.

use std::io::{BufWriter, Write};

use super::AUDIT;
use super::program::Hostile;

/// A file of so many gigabytes that takes no room: after its beginning all is NUL.
fn sparse(name: &str, start: &str, gigabytes: u64) -> Hostile {
    Hostile::written(name, |file| {
        file.write_all(start.as_bytes())?;
        file.set_len(gigabytes << 30)
    })
}

const NEITHER: &str = "it is longer than 64 MiB and neither log nor table";

#[test]
fn five_gigabytes_of_nothing_are_refused() {
    sparse("a.json", "", 5).is_refused(NEITHER);
    sparse("a.json", "{\"Records\":[", 5).is_refused(NEITHER);
}

#[test]
fn a_table_that_has_no_second_line_is_refused_without_holding_it() {
    sparse("a.csv", AUDIT, 5).is_refused("a row is longer than 4 MiB");
}

#[test]
fn a_line_without_end_is_refused() {
    let line = |start: &str| {
        Hostile::written("line", |file| {
            file.write_all(start.as_bytes())?;
            let piece = vec![b'x'; 1 << 20];
            (0..100).try_for_each(|_| file.write_all(&piece))
        })
    };
    line("").is_refused(NEITHER);
    line("{\"a\":\"").is_refused(NEITHER);
    line(AUDIT).is_refused("a row is longer than 4 MiB");
}

#[test]
fn a_quote_that_is_not_closed_is_refused_where_it_takes_much_with_it() {
    let rows = "svc,ada,2026-01-01\n".repeat(400_000);
    let table = format!("{AUDIT}\"{rows}");
    Hostile::new("a.csv", table.as_bytes()).is_refused("look for a quote that is not closed");
}

#[test]
fn a_table_of_many_rows_is_read() {
    let table = Hostile::written("inventory.csv", |file| {
        let mut file = BufWriter::new(file);
        file.write_all(AUDIT.as_bytes())?;
        for at in 0..300_000 {
            writeln!(file, "svc-{at},owner-{at}@example.com,2026-01-01")?;
        }
        file.flush()
    });
    let read = table.is_read();
    assert!(read.contains("300000 items"), "{read}");
}

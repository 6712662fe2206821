//! Where things stand in a sheet: rows below the head, columns by number, references in formulas.

/// Row of the heads of the columns, from 0; above it stand the title and a line on the sheet.
pub const HEAD: u32 = 2;

/// The row of a sheet, from 1 as formulas count, that holds a row of data, from 0.
pub fn row(at: usize) -> usize {
    at + HEAD as usize + 2
}

/// The letter of a column, from 0; sheets here have at most 26.
pub fn letter(column: usize) -> char {
    char::from(b'A' + u8::try_from(column).expect("a sheet has at most 26 columns"))
}

/// A cell of a sheet, fixed: `Levels!$E$4`.
pub fn cell(sheet: &str, column: char, at: usize) -> String {
    format!("{sheet}!${column}${}", row(at))
}

/// Cells below each other in a sheet, fixed: `Levels!$E$4:$E$9`.
pub fn column(sheet: &str, column: char, rows: std::ops::Range<usize>) -> String {
    let last = row(rows.end.saturating_sub(1).max(rows.start));
    format!("{sheet}!${column}${}:${column}${last}", row(rows.start))
}

/// One cell or several below each other.
pub fn cells(sheet: &str, letter: char, rows: &std::ops::Range<usize>) -> String {
    match rows.len() {
        1 => cell(sheet, letter, rows.start),
        _ => column(sheet, letter, rows.clone()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_row_of_data_is_the_fourth() {
        assert_eq!(cell("Levels", 'E', 0), "Levels!$E$4");
        assert_eq!(column("Levels", letter(4), 0..2), "Levels!$E$4:$E$5");
        assert_eq!(column("Levels", 'E', 3..3), "Levels!$E$7:$E$7");
    }
}

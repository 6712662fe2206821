//! Headers and footers: lines that stand at the edge of many pages and say nothing of what is between them.

use std::collections::BTreeMap;

use super::pattern::patterns;

patterns! {
    PAGE_NUMBER = r"^(?:page |seite )?[0-9]{1,4}(?: ?(?:of|von|/|\|) ?[0-9]{1,4})?$|^- ?[0-9]{1,4} ?-$|^(?:page|seite) [ivxlc]{1,7}$";
    RESULT = r"\b(exceptions?|deviations?)\b";
}

/// How many written lines of a page are its upper and its lower edge.
const EDGE: i8 = 4;
/// A header stands on at least this many pages, and on at least two of five.
const FEWEST: usize = 3;
/// A sentence that is shorter than this, in characters, is no footer.
const SENTENCE: usize = 40;

/// Leaves out the headers and footers behind the first page, and page numbers; `is_kept` spares a line.
pub(super) fn without(
    mut pages: Vec<Vec<String>>,
    is_kept: impl Fn(&str) -> bool,
) -> Vec<Vec<String>> {
    let mut counts: BTreeMap<(i8, String), usize> = BTreeMap::new();
    for page in &pages {
        for (at, place) in edge(page) {
            *counts.entry((place, key(&page[at]))).or_default() += 1;
        }
    }
    let fewest = FEWEST.max((pages.len() * 2).div_ceil(5));
    for page in pages.iter_mut().skip(1) {
        let is_furniture = |line: &str, place: i8| {
            let count = counts.get(&(place, key(line)));
            let is_repeated = count.is_some_and(|count| *count >= fewest);
            PAGE_NUMBER.is_match(line.trim_start())
                || is_repeated && !is_body(line) && !is_kept(line.trim_start())
        };
        let places = edge(page).into_iter();
        let gone: Vec<usize> = places
            .filter(|(at, place)| is_furniture(&page[*at], *place))
            .map(|(at, _)| at)
            .collect();
        for at in gone {
            page[at].clear();
        }
        let first = page.iter().position(|line| !line.is_empty());
        page.drain(..first.unwrap_or(page.len()));
    }
    pages
}

/// Whether a line is text even where it is repeated: the header of a table, a result, a short sentence.
fn is_body(line: &str) -> bool {
    let is_table = line.matches('\t').count() > 1;
    let is_sentence = line.ends_with('.') && line.chars().count() < SENTENCE;
    is_table || is_sentence || RESULT.is_match(line)
}

/// The written lines at both edges of a page: where they are, and which they are from the top or the bottom.
fn edge(page: &[String]) -> Vec<(usize, i8)> {
    let written: Vec<usize> = (0..page.len()).filter(|at| !page[*at].is_empty()).collect();
    let top = written.iter().zip(1..=EDGE);
    let bottom = written.iter().rev().zip((-EDGE..0).rev());
    let mut edge: Vec<(usize, i8)> = top.chain(bottom).map(|(at, place)| (*at, place)).collect();
    edge.sort_unstable();
    edge
}

/// A line without its numbers and spaces.
fn key(line: &str) -> String {
    let mut key = String::new();
    for c in line.chars().filter(|c| !c.is_whitespace()) {
        match c {
            c if !c.is_ascii_digit() => key.push(c),
            _ if key.ends_with('0') => {}
            _ => key.push('0'),
        }
    }
    key
}

#[cfg(test)]
mod tests {
    use super::*;

    fn left(pages: &[&str]) -> Vec<String> {
        let lines = |page: &&str| page.lines().map(str::to_string).collect();
        let pages = without(pages.iter().map(lines).collect(), |_| false);
        pages.iter().map(|page| page.join("|")).collect()
    }

    #[test]
    fn what_stands_at_the_edge_of_every_page_is_left_out_but_on_the_first() {
        let pages = ["Acme\na\nPage 1", "Acme\nb\nPage 2", "Acme\n\nc\nPage 3"];
        assert_eq!(left(&pages), ["Acme|a|Page 1", "b|", "c|"]);
    }

    #[test]
    fn what_stands_on_two_pages_is_no_header() {
        assert_eq!(
            left(&["Acme\na", "Acme\nb", "c"]),
            ["Acme|a", "Acme|b", "c"]
        );
    }

    #[test]
    fn what_stands_on_few_pages_of_many_is_no_header() {
        let mut pages = vec!["text"; 8];
        for page in pages.iter_mut().take(4).skip(1) {
            *page = "Acme";
        }
        assert_eq!(left(&pages)[1], "Acme");
    }

    #[test]
    fn the_header_of_a_table_and_the_middle_of_a_page_stay() {
        let pages = ["A\tB\tC\nNo exceptions noted"; 4];
        let whole = "A\tB\tC|No exceptions noted";
        assert!(left(&pages).iter().all(|page| page == whole));
        let middle = "1st\n2nd\n3rd\n4th\nSame\n5th\n6th\n7th\n8th";
        assert!(left(&[middle; 4])[1].contains("Same"));
    }

    #[test]
    fn a_line_that_is_kept_stays() {
        let page = || vec!["Section IV".to_string(), "x".to_string()];
        let pages = without(vec![page(), page(), page()], |line| line.starts_with("Sec"));
        assert_eq!(pages[2][0], "Section IV");
    }
}

//! The criteria of the trust services that a text names.

use crate::checks::documents::held::Held;
use crate::pack::id::TopicId;

/// Letters that begin the id of a criterion.
const SERIES: [&str; 5] = ["CC", "A", "C", "PI", "P"];

/// The ids in a text, as the criteria write them: `CC6.2` for `cc 6.2`, `CC6` for `CC6.x`.
pub(in crate::checks::documents) fn criteria(text: &str) -> Vec<String> {
    let text = text.to_uppercase();
    let words = text.split(|letter: char| !letter.is_alphanumeric() && letter != '.');
    let (mut found, mut before) = (vec![], "");
    for word in words.filter(|word| !word.is_empty()) {
        let digit = word.find(|letter: char| letter.is_ascii_digit());
        let (letters, number) = word.split_at(digit.unwrap_or(word.len()));
        let series = if letters.is_empty() { before } else { letters };
        let end = number.find(|letter: char| !letter.is_ascii_digit() && letter != '.');
        let number = number[..end.unwrap_or(number.len())].trim_matches('.');
        if SERIES.contains(&series) && !number.is_empty() {
            found.push(format!("{series}{number}"));
        }
        before = if number.is_empty() { letters } else { "" };
    }
    if found.is_empty() && text.contains("CRITERIA") {
        // "Common criteria 6.1": only the common ones go by a number alone.
        let numbers = text.split(|letter: char| !letter.is_ascii_digit() && letter != '.');
        let numbers = numbers.map(|number| number.trim_matches('.'));
        found.extend(
            numbers
                .filter(|it| !it.is_empty())
                .map(|it| format!("CC{it}")),
        );
    }
    found
}

/// Whether a criterion is the one named, or of the series that is.
pub(in crate::checks::documents) fn is_in(criterion: &str, named: &str) -> bool {
    let rest = criterion.strip_prefix(named);
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
}

/// The topics that criteria touch; a whole series, such as `CC6`, is all of its criteria.
pub(super) fn topics(held: &Held, named: &[String]) -> Vec<TopicId> {
    let crosswalk = held.pack.catalogue.crosswalk.iter();
    let touched = crosswalk.filter(|(_, frameworks)| {
        let ids = frameworks.get("soc2_tsc").into_iter().flatten();
        ids.into_iter()
            .any(|id| named.iter().any(|named| is_in(id, named)))
    });
    touched.map(|(topic, _)| topic.clone()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn criteria_are_found_however_they_are_written() {
        for (text, found) in [
            ("CC6.2", &["CC6.2"][..]),
            (" cc6.2 ", &["CC6.2"]),
            ("CC 6.2 and CC7.1", &["CC6.2", "CC7.1"]),
            ("CC6.x", &["CC6"]),
            ("criteria CC6.1-04, A1.2.", &["CC6.1", "A1.2"]),
            ("Common Criteria 6.1 logical access", &["CC6.1"]),
            ("access", &[]),
            ("27001", &[]),
        ] {
            assert_eq!(criteria(text), found, "{text}");
        }
    }

    #[test]
    fn a_series_holds_its_criteria_and_no_longer_number() {
        assert!(is_in("CC6.2", "CC6") && is_in("CC6.2", "CC6.2"));
        assert!(!is_in("CC6.10", "CC6.1") && !is_in("CC6", "CC6.2"));
    }
}

//! Decisions of a review of Microsoft Entra, as Graph lists them for one instance of a review.

use super::FAMILY_ID;
use super::cycles::{Cycles, Review};
use super::decision::{self, Decision};
use super::items::{Item, Items, Told};
use crate::evidence::fact::{Basis, Place};
use crate::evidence::identity_list::bounded::Places;
use crate::evidence::identity_list::cell::{self, Principal, When};
use crate::evidence::input::json::{Document, Json};
use crate::evidence::input::{Input, No};
use crate::evidence::reading::{Context, Reading};
use crate::evidence::time;

const TOLD: Told = Told {
    principal: true,
    reviewer: true,
    applied: true,
    reason: true,
    same_names: true,
    items: Basis::CompleteList,
    // The first decisions are dated, the reviews themselves are not.
    gaps: Basis::Measured,
    all_reviews: None,
};

/// Reads the decisions.
pub(super) fn read(input: &mut Input<'_>, context: &Context) -> Result<Reading, No> {
    let document = input.json()?;
    let views = document.views().into_iter();
    let pages: Vec<&Json> = views
        .filter(|view| decisions(view).next().is_some())
        .collect();
    if pages.is_empty() {
        let what = "no `value` lists objects with `decision` and `applyResult`";
        return Err(No::not_mine(what));
    }
    let mut reading = context.reading(FAMILY_ID, "graph-decisions", None);
    for (key, place) in document.duplicates() {
        reading.odd(format!("the key `{key}` stands twice in one object"), place);
    }
    let mut items = Items::new(TOLD, Cycles::default(), reading.as_of);
    let mut places = Places::default();
    for page in &pages {
        mark(page, document, &mut reading);
        let ids = ids(page);
        for decision in decisions(page) {
            add(decision, ids, places.next(document, decision), &mut items);
        }
    }
    items.tell(&mut reading);
    Ok(reading.finished())
}

fn decisions<'j, 'c>(page: &'j Json<'c>) -> impl Iterator<Item = &'j Json<'c>> {
    let value = page.get("value").map_or(&[][..], Json::items);
    let is_decision = |item: &&Json| item.has("decision") && item.has("applyResult");
    value.iter().filter(is_decision)
}

/// Marks what shows that a page is not all.
fn mark(page: &Json, document: &Document, reading: &mut Reading) {
    let listed = page.get("value").map_or(0, |value| value.items().len());
    if page.has("@odata.nextLink") {
        reading.not_whole("`@odata.nextLink` names a further page");
    }
    if listed == 100 {
        reading.not_whole("a page has exactly 100 items, as many as Graph gives at once");
    }
    let Some(count) = page.get("@odata.count") else {
        return;
    };
    match count.number() {
        Some(number) if number == listed as f64 => {}
        Some(number) if number > listed as f64 => {
            reading.not_whole(format!(
                "`@odata.count` is {number}, and {listed} are listed"
            ));
        }
        _ => reading.odd(
            "`@odata.count` is not the number of items",
            document.place(count),
        ),
    }
}

/// The ids of the series and of the review, as the address of the list names them.
fn ids<'j>(page: &'j Json) -> Option<(&'j str, &'j str)> {
    let address = page.text_of("@odata.context")?;
    let id = |before: &str| {
        let (_, rest) = address.split_once(before)?;
        rest.split_once('\'')
            .map(|(id, _)| id)
            .filter(|id| !id.is_empty())
    };
    Some((id("definitions('")?, id("instances('")?))
}

fn add(value: &Json, ids: Option<(&str, &str)>, place: Place, items: &mut Items) {
    let date = |key: &str| match value.get(key) {
        None => When::Empty,
        Some(date) if date.is_null() => When::Empty,
        Some(date) => match date.text() {
            Some(text) => cell::when(text),
            None => time::of_json(date).map_or(When::Unclear("is no date"), When::At),
        },
    };
    let decided_on = items.past("the date of its decision", date("reviewedDateTime"), &place);
    let applied_on = items.past(
        "the date it was carried out",
        date("appliedDateTime"),
        &place,
    );
    let instance = value.text_of("accessReviewId").unwrap_or_default();
    let (series, key) = ids.unwrap_or((instance, instance));
    let principal = principal(value);
    let id = value.at(&["principal", "id"]).and_then(Json::text);
    let reviewer = value
        .at(&["reviewedBy", "id"])
        .and_then(Json::text)
        .and_then(cell::named);
    let decision = value.text_of("decision");
    let resource = value.get("resource").filter(|resource| resource.is_map());
    let kind = resource.and_then(|resource| resource.text_of("type"));
    items.add(Item {
        review: Review {
            series,
            title: series,
            key: key.to_owned(),
            began: decided_on,
            has_machine: principal == Principal::Machine,
            on_role: matches!(
                kind,
                Some("DirectoryRole" | "directoryRole" | "AzureRole" | "azureRole")
            ),
            place,
        },
        is_running: false,
        account: ["userPrincipalName", "displayName", "id"]
            .iter()
            .find_map(|key| value.at(&["principal", key])?.text())
            .filter(|name| !name.is_empty()),
        principal,
        decision: decision.map_or(Decision::Unknown, Decision::parse),
        reviewer,
        is_self: reviewer.is_some() && reviewer == id,
        decided_on,
        applied: value.text_of("applyResult").and_then(decision::applied),
        applied_on,
        has_reason: value
            .text_of("justification")
            .and_then(cell::named)
            .is_some(),
        has_right: resource.is_some() || value.text_of("resourceLink").is_some(),
    });
}

/// What is reviewed, by the type of the principal or of the target.
fn principal(value: &Json) -> Principal {
    let types = ["principal", "target"].map(|key| value.at(&[key, "@odata.type"]));
    for name in types.into_iter().flatten().filter_map(Json::text) {
        let name = name.to_ascii_lowercase();
        let holds = |word: &str| name.contains(word);
        match () {
            () if holds("serviceprincipal") => return Principal::Machine,
            () if holds("useridentity") || holds("usertarget") => return Principal::Person,
            () if holds("group") => return Principal::Group,
            () => {}
        }
    }
    Principal::Unknown
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evidence::fact::{Fact, FactValue};
    use crate::evidence::testing::read_on;
    use crate::evidence::time::DAY;

    fn result(text: &str) -> Result<Reading, No> {
        read_on("2026-11-22", read, text)
    }

    fn item(decision: &str, decided: &str, kind: &str) -> String {
        let reviewer = match decision {
            "NotReviewed" => "00000000-0000-0000-0000-000000000000",
            _ => "r-1",
        };
        format!(
            r##"{{"id": "d", "accessReviewId": "i", "decision": "{decision}", "applyResult": "New",
            "reviewedDateTime": {decided}, "appliedDateTime": null, "justification": "",
            "reviewedBy": {{"id": "{reviewer}"}},
            "principal": {{"@odata.type": "#microsoft.graph.{kind}Identity", "id": "p"}}}}"##
        )
    }

    fn page(instance: &str, head: &str, items: &[String]) -> String {
        let items = items.join(",");
        format!(
            r##"{{"@odata.context": "https://graph.example.com/$metadata#definitions('s')/instances('{instance}')/decisions", {head} "value": [{items}]}}"##
        )
    }

    fn fact<'r>(reading: &'r Reading, name: &str) -> Option<&'r Fact> {
        reading.facts.iter().find(|fact| fact.name == name)
    }

    #[test]
    fn an_id_of_zeros_is_nobody_and_not_reviewed_is_no_decision() {
        let reading = result(&page("i", "", &[item("NotReviewed", "null", "user")])).expect("one");
        let value = |name| fact(&reading, name).map(|fact| fact.value.clone());
        assert_eq!(
            value("review-decided"),
            Some(FactValue::Share { part: 0, of: 1 })
        );
        assert_eq!(value("review-reviewers"), None);
        assert_eq!(value("review-without-reviewer"), None);
        let cycles = fact(&reading, "review-cycles").expect("it is said");
        assert_eq!(
            (&cycles.value, cycles.basis),
            (&FactValue::Count(0), Basis::Sample)
        );
    }

    #[test]
    fn one_review_of_people_says_nothing_of_other_reviews() {
        let date = r#""2026-01-05T08:00:00Z""#;
        for (kind, wanted) in [
            ("user", None),
            ("servicePrincipal", Some(FactValue::Holds(true))),
        ] {
            let reading = result(&page("i", "", &[item("Approve", date, kind)])).expect("one");
            let covers = fact(&reading, "review-covers-machines").map(|fact| fact.value.clone());
            assert_eq!(covers, wanted, "{kind}");
            let cycles = fact(&reading, "review-cycles").expect("it is said");
            assert_eq!(
                (&cycles.value, cycles.basis),
                (&FactValue::Count(1), Basis::Sample)
            );
        }
    }

    #[test]
    fn instances_of_one_series_are_reviews_of_it() {
        let first = page(
            "i",
            "",
            &[item(
                "Approve",
                r#""2026-01-05T08:00:00Z""#,
                "servicePrincipal",
            )],
        );
        let second = page(
            "j",
            "",
            &[item(
                "Deny",
                r#""2026-04-05T08:00:00Z""#,
                "servicePrincipal",
            )],
        );
        let reading = result(&format!("{first}\n{second}")).expect("two");
        let gap = fact(&reading, "machine-review-gap").expect("there are two");
        assert_eq!(
            (&gap.value, gap.basis),
            (&FactValue::Duration(90.0 * DAY), Basis::Measured)
        );
        let applied = fact(&reading, "review-applied").map(|fact| fact.value.clone());
        assert_eq!(applied, Some(FactValue::Share { part: 0, of: 1 }));
    }

    #[test]
    fn a_further_page_makes_it_a_part() {
        for head in [
            r#""@odata.nextLink": "https://example.com/2","#,
            r#""@odata.count": 2,"#,
        ] {
            let reading =
                result(&page("i", head, &[item("Approve", "null", "user")])).expect("one");
            assert_eq!(reading.facts[0].basis, Basis::Sample, "{head}");
        }
    }

    #[test]
    fn a_decision_ahead_is_told() {
        let item = item("Approve", r#""2027-01-05T08:00:00Z""#, "user");
        let reading = result(&page("i", "", &[item])).expect("one");
        assert_eq!(reading.anomalies.len(), 1);
        assert_eq!(fact(&reading, "review-dates"), None);
    }

    #[test]
    fn other_lists_of_graph_are_not_taken() {
        let text = r#"{"value": [{"decision": "Approve"}]}"#;
        assert!(matches!(result(text), Err(No::NotMine(_))));
    }
}

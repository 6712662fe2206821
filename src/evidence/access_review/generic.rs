//! An access review as a table of any origin: SailPoint, Okta, a spreadsheet.
//!
//! Such a table names no series. Reviews are told apart by account: decisions on one account that lie
//! close together belong to one review, so the gap is the longest time an account went unreviewed.

mod words;

use self::words::{
    ACCOUNT, APPLIED, APPLIED_ON, BEGAN, CREATED, DECISION, KIND, PRIVILEGED, REASON, REVIEWED_ON,
    REVIEWER, RIGHT,
};
use super::FAMILY_ID;
use super::cycles::{Cycles, Review};
use super::decision::{self, Decision};
use super::items::{Item, Items, Told};
use crate::evidence::fact::Basis;
use crate::evidence::identity_list::cell::{self, Principal, When};
use crate::evidence::input::columns::Mapping;
use crate::evidence::input::table::{Row, Table};
use crate::evidence::input::{Input, No};
use crate::evidence::reading::{Context, Reading};

/// Days within which decisions on one account belong to one review; a judgement of ours.
const TOGETHER: f64 = 14.0;

/// Reads a review.
pub(super) fn read(input: &mut Input<'_>, context: &Context) -> Result<Reading, No> {
    let table = input.table()?;
    let columns = Columns::find(table, context.columns).ok_or_else(|| {
        No::not_mine(
            "no columns hold decisions and their reviewer or date; a mapping may name them",
        )
    })?;
    let mut reading = context.reading(FAMILY_ID, "generic", None);
    let cycles = Cycles::merged(TOGETHER);
    let mut items = Items::new(columns.told(), cycles, reading.as_of);
    items.read(table, |row, items| columns.add(row, items))?;
    items.tell(&mut reading);
    Ok(reading.finished())
}

struct Columns {
    decision: usize,
    /// How that column is called.
    asked: String,
    reviewer: Option<usize>,
    reviewed_on: Option<usize>,
    began: Option<usize>,
    account: Option<usize>,
    right: Option<usize>,
    kind: Option<usize>,
    privileged: Option<usize>,
    applied: Option<usize>,
    applied_on: Option<usize>,
    reason: Option<usize>,
    created: Option<usize>,
}

impl Columns {
    fn find(table: &Table, mapping: Option<&Mapping>) -> Option<Self> {
        let find = |id: &str, names: &[&str]| table.column(id, names, mapping);
        let decision = find("decision", DECISION)?;
        let columns = Self {
            decision,
            asked: table.head()[decision].clone(),
            reviewer: find("reviewer", REVIEWER),
            reviewed_on: find("reviewed_on", REVIEWED_ON),
            began: find("began", BEGAN),
            account: find("account", ACCOUNT),
            right: find("right", RIGHT),
            kind: find("principal_type", KIND),
            privileged: find("privileged", PRIVILEGED),
            applied: find("applied", APPLIED),
            applied_on: find("applied_on", APPLIED_ON),
            reason: find("justification", REASON),
            created: find("created", CREATED),
        };
        let is_review = columns.reviewer.or(columns.reviewed_on).is_some();
        is_review.then_some(columns)
    }

    fn told(&self) -> Told {
        Told {
            principal: self.kind.is_some(),
            reviewer: self.reviewer.is_some(),
            applied: self.applied.or(self.applied_on).is_some(),
            reason: self.reason.is_some(),
            same_names: false,
            items: Basis::CompleteList,
            gaps: Basis::Measured,
            all_reviews: Some(false),
        }
    }

    fn add(&self, row: &Row, items: &mut Items) {
        let place = row.place();
        let field = |column: Option<usize>| column.map_or("", |at| row.field(at));
        let when = |column: Option<usize>| cell::when(field(column));
        let decided_on = items.past("the date of its decision", when(self.reviewed_on), &place);
        let applied_on = items.past("the date it was carried out", when(self.applied_on), &place);
        let word = self.applied.map(|at| row.field(at));
        let began = match self.began {
            Some(at) => items.past("the start of its review", cell::when(row.field(at)), &place),
            None => decided_on,
        };
        if let (Some(decided), When::At(created)) = (decided_on, when(self.created))
            && decided.at.date_naive() < created.at.date_naive()
        {
            items
                .oddities
                .note("it was reviewed before it was created", place.clone());
        }
        let decision = Decision::answer(&self.asked, row.field(self.decision));
        let account = row.filled(self.account).and_then(cell::named);
        let reviewer = row.filled(self.reviewer).and_then(cell::named);
        let principal = self
            .kind
            .map_or(Principal::Unknown, |at| cell::principal(row.field(at)));
        items.add(Item {
            review: Review {
                series: account.unwrap_or_default(),
                title: account.unwrap_or("items without an account"),
                // What nobody decided yet bears no date, and hides no review.
                key: match (began, decision.is_made()) {
                    (Some(began), _) => began.at.date_naive().to_string(),
                    (None, true) => "undated".to_owned(),
                    (None, false) => "open".to_owned(),
                },
                began,
                has_machine: principal == Principal::Machine,
                on_role: cell::privileged(field(self.privileged)) == Some(true),
                place,
            },
            is_running: false,
            account,
            principal,
            decision,
            reviewer,
            is_self: account
                .zip(reviewer)
                .is_some_and(|(one, other)| one.to_lowercase() == other.to_lowercase()),
            decided_on,
            applied: decision::carried_out(when(self.applied_on), applied_on, word),
            applied_on,
            has_reason: cell::named(field(self.reason)).is_some(),
            has_right: row.filled(self.right).is_some(),
        });
    }
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;
    use crate::evidence::fact::{Fact, FactValue};
    use crate::evidence::input::content::Content;
    use crate::evidence::testing::read_on;
    use crate::evidence::time::DAY;

    fn result(text: &str) -> Result<Reading, No> {
        read_on("2026-11-22", read, text)
    }

    fn fact<'r>(reading: &'r Reading, name: &str) -> Option<&'r Fact> {
        reading.facts.iter().find(|fact| fact.name == name)
    }

    fn value(reading: &Reading, name: &str) -> Option<FactValue> {
        fact(reading, name).map(|fact| fact.value.clone())
    }

    #[test]
    fn an_account_that_went_unreviewed_longest_is_named() {
        let reading = result(
            "account,type,reviewer,decision,review_date\n\
            a,user,ann,KEEP,2026-01-10\na,user,ann,KEEP,2026-01-12\na,user,ann,KEEP,2026-04-10\n\
            b,user,ann,KEEP,2026-01-10\nb,user,ann,KEEP,2026-11-10\n",
        )
        .expect("a review");
        let gap = fact(&reading, "review-gap").expect("both were reviewed twice");
        assert_eq!(
            (&gap.value, gap.basis),
            (&FactValue::Duration(304.0 * DAY), Basis::Measured)
        );
        assert_eq!(gap.about.as_deref(), Some("b"));
        assert_eq!(value(&reading, "review-cycles"), Some(FactValue::Count(2)));
    }

    #[test]
    fn one_date_is_no_rhythm() {
        let reading = result("account,reviewer,decision,review_date\na,ann,KEEP,2026-01-10\n");
        let reading = reading.expect("a review");
        assert_eq!(value(&reading, "review-gap"), None);
        assert_eq!(
            fact(&reading, "review-cycles").map(|fact| fact.basis),
            Some(Basis::Sample)
        );
    }

    #[test]
    fn words_are_counted_as_what_they_mean() {
        let reading = result(
            "User;Reviewed By;Review Decision;Comments\n\
            a;ann;APPROVED.;\"needed, still\"\nb;ann;PENDING;\nc;;Certified;ok\nd;d;keep;\ne;ann;fine;\n",
        )
        .expect("a review");
        for (name, wanted) in [
            ("review-decisions", FactValue::Count(5)),
            ("review-decided", FactValue::Share { part: 3, of: 5 }),
            ("review-without-reviewer", FactValue::Count(1)),
            ("review-without-reason", FactValue::Count(1)),
            ("review-self", FactValue::Count(1)),
            ("review-reviewers", FactValue::Count(2)),
        ] {
            assert_eq!(value(&reading, name), Some(wanted), "{name}");
        }
        assert_eq!(reading.anomalies.len(), 1);
        assert!(fact(&reading, "review-self").is_some_and(|fact| !fact.is_whole));
    }

    #[test]
    fn impossible_dates_are_told() {
        let reading = result(
            "account,decision,reviewed_on,created\na,KEEP,2026-01-10,2026-02-01\n\
            b,KEEP,2027-01-10,2026-02-01\nc,KEEP,2026-03-01 02:35:09.752365,2026-03-01\n",
        )
        .expect("a review");
        let told: Vec<&str> = reading
            .anomalies
            .iter()
            .map(|odd| odd.what.as_str())
            .collect();
        assert_eq!(
            told,
            [
                "it was reviewed before it was created",
                "the date of its decision lies after the day of the file",
            ]
        );
    }

    #[test]
    fn the_mapping_names_columns_of_any_language() {
        let text = "Konto,Ergebnis,Prüfer\na,KEEP,ann\n";
        assert!(matches!(result(text), Err(No::NotMine(_))));
        let source = crate::source::Source::new(
            "columns.yaml",
            "{account: Konto, decision: Ergebnis, reviewer: Prüfer}",
        );
        let mapping = Mapping::read(&source).expect("a mapping");
        let day = NaiveDate::from_ymd_opt(2026, 11, 22).expect("a day");
        let context = Context {
            columns: Some(&mapping),
            ..Context::on(day)
        };
        let content = Content::Whole(text.to_owned());
        let mut input = content.input().expect("a table");
        let reading = read(&mut input, &context).expect("a review");
        assert_eq!(
            value(&reading, "review-decided"),
            Some(FactValue::Share { part: 1, of: 1 })
        );
    }

    #[test]
    fn inventories_and_findings_are_not_taken() {
        for text in [
            "account,owner,last_reviewed\na,b,2026-01-01\n",
            "user,decision\na,KEEP\n",
        ] {
            assert!(matches!(result(text), Err(No::NotMine(_))), "{text}");
        }
    }
}

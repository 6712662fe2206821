//! The review history report of Microsoft Entra: one row for each principal of each review.
//!
//! Columns as in Microsoft's documentation of the downloadable review history report.

use super::FAMILY_ID;
use super::cycles::{Cycles, Review};
use super::decision::{self, Decision};
use super::items::{Item, Items, Told};
use crate::evidence::fact::Basis;
use crate::evidence::identity_list::cell;
use crate::evidence::input::columns::normal;
use crate::evidence::input::table::{Row, Table};
use crate::evidence::input::{Input, No, Refusal};
use crate::evidence::reading::{Context, Reading};

/// Columns that only this report has side by side.
const MARKS: [&str; 3] = ["AccessReviewId", "AccessReviewSeriesId", "ReviewResult"];

/// Reads the report.
pub(super) fn read(input: &mut Input<'_>, context: &Context) -> Result<Reading, No> {
    let table = input.table()?;
    if MARKS
        .iter()
        .any(|mark| table.column("", &[mark], None).is_none())
    {
        let what = "no columns `AccessReviewId`, `AccessReviewSeriesId` and `ReviewResult`";
        return Err(No::not_mine(what));
    }
    let columns = Columns::find(table)?;
    let mut reading = context.reading(FAMILY_ID, "entra-history", None);
    let mut items = Items::new(columns.told(), Cycles::default(), reading.as_of);
    items.read(table, |row, items| columns.add(row, items))?;
    items.tell(&mut reading);
    Ok(reading.finished())
}

struct Columns {
    series: usize,
    result: usize,
    began: usize,
    review: Option<usize>,
    kind: Option<usize>,
    resource: Option<usize>,
    resource_name: Option<usize>,
    status: Option<usize>,
    principal: Option<usize>,
    principal_names: [Option<usize>; 2],
    principal_type: Option<usize>,
    decided_on: Option<usize>,
    reason: Option<usize>,
    reviewer: Option<usize>,
    reviewer_names: [Option<usize>; 3],
    applied_on: Option<usize>,
    applied: Option<usize>,
}

impl Columns {
    fn find(table: &Table) -> Result<Self, Refusal> {
        let find = |name: &str| table.column("", &[name], None);
        let need = |name: &str| {
            let help = "export the whole report again, with all its columns";
            find(name).ok_or_else(|| Refusal::new(format!("it has no column `{name}`"), help))
        };
        Ok(Self {
            series: need("AccessReviewSeriesId")?,
            result: need("ReviewResult")?,
            began: need("ReviewStartDate")?,
            review: find("ReviewName"),
            kind: find("ReviewType"),
            resource: find("ResourceId"),
            resource_name: find("ResourceDisplayName"),
            status: find("ReviewStatus"),
            principal: find("PrincipalId"),
            principal_names: [find("PrincipalUPN"), find("PrincipalName")],
            principal_type: find("PrincipalType"),
            decided_on: find("ReviewDate"),
            reason: find("Justification"),
            reviewer: find("ReviewerId"),
            reviewer_names: [
                find("ReviewerUPN"),
                find("ReviewerEmailAddress"),
                find("ReviewerName"),
            ],
            applied_on: find("AppliedDate"),
            applied: find("SubmissionResult"),
        })
    }

    fn told(&self) -> Told {
        Told {
            principal: self.principal_type.is_some(),
            reviewer: self.reviewer.is_some() || self.reviewer_names.iter().any(Option::is_some),
            applied: self.applied.or(self.applied_on).is_some(),
            reason: self.reason.is_some(),
            same_names: self.reviewer.and(self.principal).is_some(),
            items: Basis::CompleteList,
            gaps: Basis::CompleteList,
            all_reviews: Some(true),
        }
    }

    fn add(&self, row: &Row, items: &mut Items) {
        let place = row.place();
        let field = |column: Option<usize>| column.map_or("", |at| row.field(at));
        let when = |column: Option<usize>| cell::when(field(column));
        let word = self.applied.map(|at| row.field(at));
        let began = items.past(
            "the start of its review",
            cell::when(row.field(self.began)),
            &place,
        );
        let decided_on = items.past("the date of its decision", when(self.decided_on), &place);
        let applied_on = items.past("the date it was carried out", when(self.applied_on), &place);
        let principal = cell::principal(field(self.principal_type));
        let item = Item {
            review: Review {
                key: match began {
                    Some(began) => began.at.date_naive().to_string(),
                    None => row.field(self.began).to_owned(),
                },
                began,
                has_machine: principal == cell::Principal::Machine,
                on_role: normal(field(self.kind))
                    .trim_end_matches('s')
                    .ends_with("role"),
                place,
                ..self.series(row)
            },
            is_running: decision::is_running(field(self.status)),
            account: self.account(row),
            principal,
            decision: Decision::parse(row.field(self.result)),
            reviewer: self.reviewer(row),
            is_self: self.is_self(row),
            decided_on,
            applied: decision::carried_out(when(self.applied_on), applied_on, word),
            applied_on,
            has_reason: cell::named(field(self.reason)).is_some(),
            has_right: row.filled(self.resource_name.or(self.resource)).is_some(),
        };
        items.add(item);
    }

    /// What is reviewed again and again: the series, or for single reviews (whose series is all zeros) the
    /// resource.
    fn series<'r>(&self, row: &'r Row) -> Review<'r> {
        let resource = row.filled(self.resource).or(row.filled(self.resource_name));
        let title = row.filled(self.review).or(row.filled(self.resource_name));
        let series = cell::named(row.field(self.series)).or(resource);
        Review {
            series: series.unwrap_or_default(),
            title: title.or(series).unwrap_or_default(),
            key: String::new(),
            began: None,
            has_machine: false,
            on_role: false,
            place: row.place(),
        }
    }

    fn account<'r>(&self, row: &'r Row) -> Option<&'r str> {
        let mut names = self.principal_names.iter();
        names
            .find_map(|column| row.filled(*column))
            .or(row.filled(self.principal))
    }

    /// Who decided; an id of zeros is nobody, whatever name stands beside it.
    fn reviewer<'r>(&self, row: &'r Row) -> Option<&'r str> {
        let id = row.filled(self.reviewer);
        if id.is_some_and(|id| cell::named(id).is_none()) {
            return None;
        }
        id.or_else(|| {
            let mut names = self.reviewer_names.iter();
            names.find_map(|column| row.filled(*column).and_then(cell::named))
        })
    }

    fn is_self(&self, row: &Row) -> bool {
        let same = |one: Option<usize>, other: Option<usize>| {
            let pair = row.filled(one).and_then(cell::named).zip(row.filled(other));
            pair.is_some_and(|(one, other)| one.eq_ignore_ascii_case(other))
        };
        let ids = same(self.principal, self.reviewer);
        ids || same(self.principal_names[0], self.reviewer_names[0])
    }
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;
    use crate::evidence::fact::{Fact, FactValue};
    use crate::evidence::input::content::Content;
    use crate::evidence::time::DAY;

    const HEAD: &str = "AccessReviewId,AccessReviewSeriesId,ReviewType,ResourceDisplayName,ResourceId,\
        ReviewName,CreatedDateTime,ReviewStartDate,ReviewEndDate,ReviewStatus,PrincipalId,PrincipalName,\
        PrincipalUPN,PrincipalType,ReviewDate,ReviewResult,Justification,ReviewerId,ReviewerName,\
        ReviewerUPN,AppliedDate,SubmissionResult\n";
    const ZERO: &str = "00000000-0000-0000-0000-000000000000";

    /// What differs from row to row; the rest is the same everywhere.
    #[derive(Clone)]
    struct Line<'t> {
        series: &'t str,
        kind: &'t str,
        began: &'t str,
        status: &'t str,
        principal: &'t str,
        what: &'t str,
        decided: &'t str,
        result: &'t str,
        reason: &'t str,
        reviewer: &'t str,
        applied_on: &'t str,
        applied: &'t str,
    }

    const LINE: Line = Line {
        series: "s-1",
        kind: "Group",
        began: "2026-01-05T08:00:00Z",
        status: "Applied",
        principal: "u-1",
        what: "User",
        decided: "2026-01-06T09:00:00Z",
        result: "Approve",
        reason: "needed",
        reviewer: "r-1",
        applied_on: "",
        applied: "",
    };

    fn reading(lines: &[Line]) -> Reading {
        let rows = lines.iter().enumerate().map(|(at, line)| {
            format!(
                "ar-{at},{},{},Readers,res-1,Readers again,2026-01-01T00:00:00Z,{},2026-02-01T00:00:00Z,{},{},Jo,{}@example.com,{},{},{},{},{},Ann,ann@example.com,{},{}\n",
                line.series, line.kind, line.began, line.status, line.principal, line.principal,
                line.what, line.decided, line.result, line.reason, line.reviewer, line.applied_on,
                line.applied
            )
        });
        let content = Content::Whole(HEAD.to_owned() + &rows.collect::<String>());
        let mut input = content.input().expect("a table");
        let day = NaiveDate::from_ymd_opt(2026, 7, 1).expect("a day");
        read(&mut input, &Context::on(day)).expect("a history")
    }

    fn fact<'r>(reading: &'r Reading, name: &str) -> Option<&'r Fact> {
        reading.facts.iter().find(|fact| fact.name == name)
    }

    fn value(reading: &Reading, name: &str) -> Option<FactValue> {
        fact(reading, name).map(|fact| fact.value.clone())
    }

    #[test]
    fn not_reviewed_is_a_word_and_no_decision() {
        let open = Line {
            result: "Not reviewed",
            decided: "",
            reviewer: ZERO,
            ..LINE
        };
        let reading = reading(&[
            LINE,
            open.clone(),
            Line {
                result: "Don't know",
                ..open
            },
        ]);
        assert_eq!(
            value(&reading, "review-decided"),
            Some(FactValue::Share { part: 1, of: 3 })
        );
        assert_eq!(
            value(&reading, "review-reviewers"),
            Some(FactValue::Count(1))
        );
        assert_eq!(reading.anomalies, []);
    }

    #[test]
    fn two_cycles_make_a_gap_and_one_makes_none() {
        let one = reading(&[LINE]);
        assert_eq!(
            fact(&one, "review-cycles").map(|fact| fact.basis),
            Some(Basis::Sample)
        );
        assert_eq!(value(&one, "review-gap"), None);
        let two = reading(&[
            LINE,
            Line {
                began: "2026-04-05T08:00:00Z",
                ..LINE
            },
        ]);
        let gap = fact(&two, "review-gap").expect("there are two");
        assert_eq!(gap.value, FactValue::Duration(90.0 * DAY));
        assert_eq!((gap.basis, gap.is_whole), (Basis::CompleteList, true));
        assert_eq!(gap.about.as_deref(), Some("Readers again"));
        assert_eq!(value(&two, "review-cycles"), Some(FactValue::Count(2)));
    }

    #[test]
    fn single_reviews_of_one_resource_are_a_series() {
        let single = Line {
            series: ZERO,
            ..LINE
        };
        let reading = reading(&[
            single.clone(),
            Line {
                began: "2026-02-05T08:00:00Z",
                ..single
            },
        ]);
        assert_eq!(
            value(&reading, "review-gap"),
            Some(FactValue::Duration(31.0 * DAY))
        );
    }

    #[test]
    fn gaps_of_machines_and_roles_need_machines_and_roles() {
        let later = Line {
            began: "2026-02-05T08:00:00Z",
            ..LINE
        };
        let people = reading(&[LINE, later.clone()]);
        assert_eq!(value(&people, "machine-review-gap"), None);
        assert_eq!(value(&people, "privileged-review-gap"), None);
        let machine = Line {
            what: "ServicePrincipal",
            kind: "Azure AD role",
            ..LINE
        };
        let both = reading(&[
            machine.clone(),
            Line {
                began: later.began,
                ..machine
            },
        ]);
        let gap = Some(FactValue::Duration(31.0 * DAY));
        assert_eq!(value(&both, "machine-review-gap"), gap);
        assert_eq!(value(&both, "privileged-review-gap"), gap);
    }

    #[test]
    fn machines_are_left_out_only_where_all_items_are_people() {
        let group = Line {
            what: "Group",
            ..LINE
        };
        let machine = Line {
            what: "servicePrincipal",
            ..LINE
        };
        for (lines, wanted) in [
            (vec![LINE], Some(FactValue::Holds(false))),
            (vec![LINE, group], None),
            (vec![LINE, machine], Some(FactValue::Holds(true))),
        ] {
            let reading = reading(&lines);
            assert_eq!(value(&reading, "review-covers-machines"), wanted);
        }
    }

    #[test]
    fn as_many_rows_as_a_page_prove_no_absence_and_no_gap() {
        let later = Line {
            began: "2026-04-05T08:00:00Z",
            ..LINE
        };
        let mut lines = vec![LINE; 99];
        lines.push(later);
        let page = reading(&lines);
        assert_eq!(value(&page, "review-covers-machines"), None);
        assert_eq!(value(&page, "review-gap"), None);
        let more = reading(&[lines, vec![LINE]].concat());
        assert_eq!(
            value(&more, "review-covers-machines"),
            Some(FactValue::Holds(false))
        );
        assert_eq!(
            value(&more, "review-gap"),
            Some(FactValue::Duration(90.0 * DAY))
        );
    }

    #[test]
    fn a_removal_counts_when_it_is_carried_out() {
        let deny = Line {
            result: "Deny",
            ..LINE
        };
        let done = Line {
            applied_on: "2026-01-08T09:00:00Z",
            applied: "Applied",
            ..deny.clone()
        };
        let running = Line {
            status: "InProgress",
            ..deny.clone()
        };
        let reading = reading(&[deny, done, running]);
        assert_eq!(
            value(&reading, "review-applied"),
            Some(FactValue::Share { part: 1, of: 2 })
        );
        let slowest = fact(&reading, "review-slowest-removal").expect("one is dated");
        assert_eq!(slowest.value, FactValue::Duration(2.0 * DAY));
        assert!(!slowest.is_whole);
        assert_eq!(slowest.about.as_deref(), Some("u-1@example.com"));
    }

    #[test]
    fn approvals_without_reason_or_reviewer_and_of_oneself_are_counted() {
        let reading = reading(&[
            LINE,
            Line { reason: "", ..LINE },
            Line {
                reviewer: ZERO,
                ..LINE
            },
            Line {
                reviewer: "U-1",
                ..LINE
            },
        ]);
        for name in [
            "review-without-reason",
            "review-without-reviewer",
            "review-self",
        ] {
            assert_eq!(value(&reading, name), Some(FactValue::Count(1)), "{name}");
        }
    }

    #[test]
    fn dates_ahead_or_unclear_are_told_and_make_no_gap() {
        for began in ["2026-12-05T08:00:00Z", "04/05/2026 08:00:00", "soon"] {
            let reading = reading(&[LINE, Line { began, ..LINE }]);
            assert_eq!(value(&reading, "review-gap"), None, "{began}");
            assert_eq!(reading.anomalies.len(), 1, "{began}");
        }
    }

    #[test]
    fn a_report_without_the_start_of_reviews_is_broken() {
        let content =
            Content::Whole("AccessReviewId,AccessReviewSeriesId,ReviewResult\n".to_owned());
        let mut input = content.input().expect("a table");
        let day = NaiveDate::from_ymd_opt(2026, 7, 1).expect("a day");
        assert!(matches!(
            read(&mut input, &Context::on(day)),
            Err(No::Broken(_))
        ));
    }

    #[test]
    fn a_head_alone_proves_nothing() {
        let reading = reading(&[]);
        assert_eq!(reading.facts.len(), 1);
        assert_eq!(reading.facts[0].value, FactValue::Count(0));
        assert_eq!(reading.facts[0].basis, Basis::Sample);
    }
}

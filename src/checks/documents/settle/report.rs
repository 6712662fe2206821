//! What a SOC 2 report answers: its kind and age, opinion, scope, exceptions, tests, what it leaves
//! to others, and its auditor.

use super::{Told, days};
use crate::assessment::answer::Value;
use crate::assessment::calendar::months_between;
use crate::assessment::document::soc2::{
    Assertion, EntityControl, EntityStatus, Independence, Method, Opinion, PeerReview, Signature,
    Soc2, Subject, SubserviceReport,
};
use crate::assessment::document::topic::{Coverage, Procedure, TopicRow};
use crate::checks::documents::credit::is_read;
use crate::checks::documents::held::Held;
use crate::checks::documents::reach::MATRIX;
use crate::checks::documents::rules::{
    OLD, OUTDATED, criteria, dropped_since_last_year, is_frequent, is_identity, is_in,
    is_never_wrong, is_on_identity, is_repeated, is_unanswered, is_unplaced, shortness,
};
use crate::pack::id::OptionId;
use crate::pack::question::Severity;

/// Months after which a peer review is old.
const PEER_REVIEW: f64 = 36.0;

/// Tells what a report answers, once it can be judged and its subject is known.
pub(super) fn tell(told: &mut Told, report: &Soc2, held: &Held) {
    if is_read(report).is_some() {
        return;
    }
    let is_ours = match report.subject {
        Some(Subject::Other) => Some(false),
        Some(Subject::Vendor) | None => held.report_names_product(report),
    };
    match is_ours {
        Some(true) => {}
        Some(false) => {
            told.choice("Q.asr.03", "report", Some("other-subject"));
            return;
        }
        None => return,
    }
    standing(told, report, held);
    told.choice("Q.asr.05", "opinion", opinion(report));
    scope(told, report, held);
    told.choice("Q.asr.06", "worst", worst_exception(report, held));
    told.choice("Q.asr.08", "treatment", treatment(report));
    time(told, report, held);
    auditor(told, report, held);
    categories(told, report);
    tests(told, report);
    told.choice("Q.asr.07", "status", entity_controls(report));
}

fn standing(told: &mut Told, report: &Soc2, held: &Held) {
    told.choice("Q.asr.03", "report", line(report, held));
    told.part("Q.asr.03", "period", report.period.map(Value::Period));
    told.part(
        "Q.asr.03",
        "report-date",
        report.report_date.map(Value::Date),
    );
    let auditor = report.auditor.map(|name| Value::Text(name.to_owned()));
    told.part("Q.asr.03", "auditor", auditor);
}

/// The line that describes the report; where several fit, the worst.
fn line(report: &Soc2, held: &Held) -> Option<&'static str> {
    let end = report.end()?;
    let age = (held.as_of() - end).num_days();
    let dated_before = report.report_date.is_some_and(|dated| dated < end);
    let unsigned = matches!(
        report.signature,
        Some(Signature::Unsigned | Signature::Undated)
    );
    let unlicensed = report.licensed == Some(false);
    let no_security = report
        .categories
        .as_ref()
        .is_some_and(|known| !known.contains(&"security"));
    if age > OUTDATED {
        return Some("outdated");
    }
    if dated_before || unsigned || unlicensed || no_security {
        return Some("bad-form");
    }
    let Some(period) = report.period else {
        let started = report.first_year == Some(true) && report.type_two_begun == Some(true);
        return Some(if started { "t1-started" } else { "t1" });
    };
    // What counts must be known to be signed and dated.
    if report.signature != Some(Signature::Complete) {
        return None;
    }
    Some(match (shortness(period), age > OLD) {
        (Some(Severity::High), _) => "t2-brief",
        (_, true) => "t2-old",
        (Some(Severity::Medium), false) => "t2-short",
        (Some(_), false) => "t2-half",
        (None, false) => "t2-full",
    })
}

fn opinion(report: &Soc2) -> Option<&'static str> {
    Some(match report.opinion? {
        Opinion::Adverse => "adverse",
        Opinion::Disclaimer => "disclaimer",
        Opinion::Qualified if report.opinion_criteria.iter().any(|line| is_identity(line)) => {
            "qualified-access"
        }
        Opinion::Qualified => "qualified-other",
        Opinion::Unmodified if report.emphasis.is_some() => "emphasis",
        Opinion::Unmodified => "unmodified",
    })
}

fn scope(told: &mut Told, report: &Soc2, held: &Held) {
    let certificate = held
        .certificate()
        .filter(|held_one| held.counts(&held_one.document.id));
    let regions = certificate.and_then(|held| held.regions);
    let parts = [
        ("product", Some(true), None),
        ("control-plane", report.control_plane, None),
        ("regions", report.regions, regions),
        ("interfaces", report.interfaces, None),
        ("delegated-admin", report.delegated_admin, None),
        ("support-tools", report.support_tools, None),
    ];
    for (part, soc2, iso) in parts {
        let option = soc2.map(|named| match (named, iso) {
            (true, _) => "soc2",
            (false, Some(true)) => "iso-only",
            (false, _) => "neither",
        });
        told.choice("Q.asr.02", part, option);
    }
    let assertion = report
        .assertion
        .map(|assertion| assertion == Assertion::Present);
    told.yes_no("Q.asr.02", "assertion", assertion);
    if held.previous(report).is_some() {
        let dropped = dropped_since_last_year(report, held);
        let option = if dropped.is_empty() { "same" } else { "less" };
        told.choice("Q.asr.02", "last-year", Some(option));
        let dropped = (!dropped.is_empty()).then_some(Value::List(dropped));
        told.part("Q.asr.02", "dropped", dropped);
    }
}

/// The series of criteria that the question on exceptions is about.
const SERIES: [&str; 4] = ["CC6", "CC7", "CC8", "CC9.2"];

fn worst_exception(report: &Soc2, held: &Held) -> Option<&'static str> {
    let exceptions = report.exceptions.as_ref()?;
    let asked = exceptions.iter().filter(|exception| {
        let named = criteria(exception.criterion);
        let is_of = |series: &str| named.iter().any(|named| is_in(named, series));
        let is_asked = SERIES.iter().any(|series| is_of(series));
        let is_placed = is_asked || is_on_identity(exception) || is_unplaced(exception);
        exception.count > 0 && is_placed
    });
    let mut worst = 0;
    for exception in asked {
        let grave = is_frequent(exception, held) || is_repeated(exception, report, held);
        let unanswered = is_unanswered(exception);
        let rank = match (grave, unanswered, is_on_identity(exception)) {
            (true, _, true) | (_, true, true) => 4,
            (true, _, false) => 3,
            (false, true, false) => 2,
            (false, false, _) => 1,
        };
        worst = worst.max(rank);
    }
    let lines = ["none", "answered", "unanswered", "grave", "grave-identity"];
    lines.get(worst).copied()
}

fn treatment(report: &Soc2) -> Option<&'static str> {
    let organisations = report.subservice.as_ref()?;
    let leaned_on = organisations.iter().filter(|organisation| {
        let does = &organisation.does;
        does.is_empty()
            || ["hosting", "keys", "logging"]
                .iter()
                .any(|it| does.contains(it))
    });
    let mut worst = 0;
    for organisation in leaned_on {
        let rank = match (organisation.method?, organisation.csocs) {
            (Method::Inclusive, _) => 0,
            (Method::CarveOut, Some(false)) => 3,
            (Method::CarveOut, None) => return None,
            (Method::CarveOut, Some(true)) => match organisation.report? {
                SubserviceReport::Read => 0,
                SubserviceReport::VendorReview => 1,
                SubserviceReport::NotObtained => 2,
            },
        };
        worst = worst.max(rank);
    }
    let lines = ["followed", "vendor-review", "not-read", "unnamed"];
    lines.get(worst).copied()
}

fn time(told: &mut Told, report: &Soc2, held: &Held) {
    let Some(period) = report.period else {
        return;
    };
    let gap = (held.as_of() - period.to).num_days();
    told.part("Q.asr.09", "gap", days(gap));
    let before = held.previous(report).and_then(|previous| previous.period);
    let continuous = before.map(|before| (period.from - before.to).num_days() <= 1);
    told.yes_no("Q.asr.09", "continuous", continuous);
}

fn auditor(told: &mut Told, report: &Soc2, held: &Held) {
    told.yes_no("Q.asr.10", "licence", report.licensed);
    let old = report
        .peer_review_date
        .is_some_and(|date| months_between(date, held.as_of()) > PEER_REVIEW);
    let review = report.peer_review.map(|review| match review {
        PeerReview::Pass if !old => "pass",
        PeerReview::Pass | PeerReview::Deficiencies => "deficiencies",
        PeerReview::None => "none",
    });
    told.choice("Q.asr.10", "peer-review", review);
    let independence = report.independence.map(|independence| match independence {
        Independence::Independent => "independent",
        Independence::ToolPartner => "tool-partner",
        Independence::Doubt => "doubt",
        Independence::Tied => "tied",
    });
    told.choice("Q.asr.10", "independence", independence);
}

fn categories(told: &mut Told, report: &Soc2) {
    let chosen = report.categories.as_ref().map(|known| {
        let ids = known.iter().map(|&id| OptionId::new(id));
        Value::Several(ids.collect())
    });
    told.whole("Q.asr.04", chosen);
}

/// The populations of the question on machine identities, and the topics whose tests they are.
const POPULATIONS: [(&str, &str); 4] = [
    ("granting", "provisioning"),
    ("review", "access_review"),
    ("removal", "offboarding"),
    ("privileged", "privileged_jit"),
];

fn tests(told: &mut Told, report: &Soc2) {
    if !report.is_type_two() {
        let none = Value::Several(vec!["no-tests".into()]);
        told.whole("Q.asr.14", Some(none));
    }
    let Some(rows) = &report.topics else {
        return;
    };
    // Of the four, somebody noted who was in the sample of one at least.
    let is_one = |row: &TopicRow| {
        let mut four = POPULATIONS.iter();
        four.any(|(_, topic)| row.topic.as_str() == *topic)
    };
    let mut rows_of_four = rows.iter().filter(|row| is_one(row));
    if report.is_type_two() && rows_of_four.any(|row| row.population.is_some()) {
        let held_machines = |topic: &str| {
            let mut on = rows.iter().filter(|row| row.topic.as_str() == topic);
            on.any(|row| row.is_proof() && row.tests_machines() == Some(true))
        };
        let chosen = POPULATIONS
            .iter()
            .filter(|(_, topic)| held_machines(topic))
            .map(|(option, _)| OptionId::new(*option));
        let mut chosen: Vec<OptionId> = chosen.collect();
        if chosen.is_empty() {
            chosen.push("people-only".into());
        }
        told.whole("Q.asr.14", Some(Value::Several(chosen)));
    }
    for (part, topics) in MATRIX {
        let on = rows
            .iter()
            .filter(|row| topics.contains(&row.topic.as_str()));
        let best = on.map(|row| rank(report, row)).max();
        // Where no row is an own red flag (RF-S-40), it is an answer too.
        let best = best.or(is_never_wrong(topics).then_some(0));
        let lines = ["absent", "elsewhere", "declared", "inquiry", "tested"];
        let option = best.and_then(|rank| lines.get(rank).copied());
        told.choice("Q.asr.15", part, option);
    }
}

/// How far a row proves its topic, from not at all to tested.
fn rank(report: &Soc2, row: &TopicRow) -> usize {
    match row.coverage {
        Coverage::Tested if row.occurred == Some(false) => 0,
        Coverage::Tested if !row.is_proof() || !report.is_type_two() => 2,
        Coverage::Tested if row.procedure == Some(Procedure::Inquiry) => 3,
        Coverage::Tested => 4,
        Coverage::Declared => 2,
        Coverage::CarvedOut | Coverage::UserEntity => 1,
        Coverage::Absent => 0,
    }
}

fn entity_controls(report: &Soc2) -> Option<&'static str> {
    let controls = report.entity_controls.as_ref()?;
    if controls.is_empty() {
        return None;
    }
    let all = controls.len();
    let count = |holds: fn(&EntityControl) -> bool| {
        let held = controls.iter().filter(|control| holds(control));
        held.count()
    };
    let is_checked = |control: &EntityControl| {
        control.owner.is_some() && control.status == Some(EntityStatus::Checked)
    };
    let is_placed = |control: &EntityControl| {
        let placed = [EntityStatus::Checked, EntityStatus::InPlace];
        control.owner.is_some() && control.status.is_some_and(|it| placed.contains(&it))
    };
    let (owned, placed) = (count(|control| control.owner.is_some()), count(is_placed));
    Some(if count(is_checked) == all {
        "checked"
    } else if owned == all && 2 * placed > all {
        "most"
    } else if 2 * owned >= all {
        "half"
    } else {
        "listed"
    })
}

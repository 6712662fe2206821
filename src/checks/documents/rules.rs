//! The red flags on assurance documents: one table entry and one function each.
//!
//! A rule looks at one current document, or at all of them together. What an answer to the
//! questionnaire shows stands with the question in the pack (`red_flag:` of a bad answer).

mod auditor;
mod certificate;
mod criteria;
mod cross;
mod exceptions;
mod form;
mod opinion;
mod period;
mod scope;
mod soa;
mod subservice;
mod tests;

pub(super) use self::certificate::{AUDIT_WITH_GRACE, TERM, end_of_2013};
pub(super) use self::criteria::{criteria, is_in};
pub(super) use self::exceptions::{
    is_frequent, is_on_identity, is_repeated, is_unanswered, is_unplaced, touches,
};
pub(super) use self::opinion::is_identity;
pub(super) use self::period::{OLD, OUTDATED, UNSPOKEN, shortness};
pub(super) use self::scope::dropped_since_last_year;
pub(super) use self::soa::{CORE, SENSITIVE, is_one_of, is_other_version};
pub(super) use self::tests::{is_never_wrong, untested_topics};
use super::Raised;
use super::effect::Reach;
use super::held::Held;
use crate::assessment::document::certificate::Certificate;
use crate::assessment::document::soc2::{Soc2, Subject};
use crate::pack::id::{EvidenceId, TopicId};
use crate::pack::question::Severity;

/// A rule.
pub struct Rule {
    /// Id of its red flag.
    pub id: &'static str,
    check: Check,
}

/// What a rule looks at.
enum Check {
    /// Each current SOC 2 report.
    Report(fn(&Soc2, &Held) -> Vec<Found>),
    /// Each current certificate.
    Certificate(fn(&Certificate, &Held) -> Vec<Found>),
    /// All documents together.
    Whole(fn(&Held) -> Vec<Found>),
    /// An answer alone: the pack holds the rule.
    Answer,
}

/// What a rule found.
struct Found {
    severity: Severity,
    field: &'static str,
    message: String,
    reach: Reach,
    document: Option<EvidenceId>,
}

impl Found {
    fn new(severity: Severity, field: &'static str, message: String) -> Self {
        Self {
            severity,
            field,
            message,
            reach: Reach::All,
            document: None,
        }
    }

    /// Limits it to topics.
    fn about(self, topics: Vec<TopicId>) -> Self {
        let reach = Reach::Topics(topics);
        Self { reach, ..self }
    }

    /// Limits what it reaches.
    fn reaching(self, reach: Reach) -> Self {
        Self { reach, ..self }
    }

    /// Says which document it is about.
    fn in_document(self, id: &EvidenceId) -> Self {
        let document = Some(id.clone());
        Self { document, ..self }
    }
}

/// What is found where something holds.
fn when(holds: bool, found: impl FnOnce() -> Found) -> Vec<Found> {
    if holds { vec![found()] } else { vec![] }
}

/// A number of days, to be counted by.
fn counted(days: i64) -> usize {
    usize::try_from(days).unwrap_or(0)
}

macro_rules! rules {
    ($($id:literal => $($check:ident)::+ $(($rule:path))?,)+) => {
        &[$(Rule { id: $id, check: $($check)::+ $(($rule))? },)+]
    };
}

use Check::{Answer, Certificate as OnCertificate, Report, Whole};

/// Every rule, in the order of the red flags.
pub static RULES: &[Rule] = rules![
    "RF-S-01" => Whole(form::summary_instead),
    "RF-S-02" => Whole(form::other_company),
    "RF-S-03" => Whole(form::soc1_instead),
    "RF-S-04" => Report(form::type_one_only),
    "RF-S-05" => Report(period::short),
    "RF-S-06" => Report(period::old),
    "RF-S-07" => Report(period::hole),
    "RF-S-08" => Report(period::not_bridged),
    "RF-S-09" => Whole(period::weak_letter),
    "RF-S-10" => Report(opinion::qualified_on_identity),
    "RF-S-11" => Report(opinion::qualified_elsewhere),
    "RF-S-12" => Report(opinion::adverse),
    "RF-S-13" => Report(opinion::disclaimer),
    "RF-S-14" => Report(exceptions::on_identity),
    "RF-S-15" => Report(exceptions::unanswered),
    "RF-S-16" => Report(exceptions::repeated),
    "RF-S-17" => Report(scope::not_named),
    "RF-S-18" => Report(scope::support_outside),
    "RF-S-19" => Report(scope::no_availability),
    "RF-S-20" => Report(scope::no_confidentiality),
    "RF-S-21" => Report(subservice::entity_controls_unmapped),
    "RF-S-22" => Report(subservice::no_entity_controls),
    "RF-S-23" => Report(subservice::unnamed_controls),
    "RF-S-24" => Report(subservice::report_not_read),
    "RF-S-25" => Report(auditor::unlicensed),
    "RF-S-26" => Report(auditor::not_independent),
    "RF-S-27" => Report(auditor::too_clean),
    "RF-S-28" => Report(form::void),
    "RF-S-29" => Report(period::late),
    "RF-S-30" => Report(form::assertion_missing),
    "RF-S-31" => Report(tests::inquiry_only),
    "RF-S-32" => Report(tests::no_occurrence),
    "RF-S-33" => Report(tests::no_interval),
    "RF-S-34" => Report(tests::people_only),
    "RF-S-35" => Report(tests::unaudited),
    "RF-S-36" => Report(cross::incident_not_described),
    "RF-S-37" => Whole(cross::later_event),
    "RF-S-38" => Report(scope::dropped),
    "RF-S-39" => Report(form::not_complete),
    "RF-S-40" => Report(tests::untested),
    "RF-S-41" => Report(tests::old_points_of_focus),
    "RF-S-42" => Report(opinion::emphasis),
    "RF-I-01" => OnCertificate(certificate::old_edition),
    "RF-I-02" => OnCertificate(certificate::not_in_force),
    "RF-I-03" => OnCertificate(certificate::term),
    "RF-I-04" => OnCertificate(certificate::unaccredited),
    "RF-I-05" => OnCertificate(certificate::outside_accreditation),
    "RF-I-06" => OnCertificate(certificate::not_in_register),
    "RF-I-07" => OnCertificate(certificate::other_holder),
    "RF-I-08" => OnCertificate(certificate::not_named),
    "RF-I-09" => OnCertificate(certificate::partial),
    "RF-I-10" => OnCertificate(soa::refused),
    "RF-I-11" => OnCertificate(soa::other_version),
    "RF-I-12" => OnCertificate(soa::core_excluded),
    "RF-I-13" => OnCertificate(soa::sensitive_excluded),
    "RF-I-14" => OnCertificate(soa::no_reason),
    "RF-I-15" => OnCertificate(certificate::surveillance),
    "RF-I-16" => OnCertificate(certificate::nonconformity),
    "RF-I-17" => OnCertificate(certificate::hole),
    "RF-I-18" => Whole(cross::words_only),
    "RF-I-19" => OnCertificate(certificate::partial_body),
    "RF-I-20" => Answer,
    "RF-I-21" => Whole(cross::no_add_on),
    "RF-I-22" => OnCertificate(certificate::old_add_on),
    "RF-I-23" => OnCertificate(certificate::no_amendment),
    "RF-I-24" => OnCertificate(certificate::old_mark),
    "RF-I-25" => Whole(cross::certificate_alone),
    "RF-I-26" => OnCertificate(certificate::sites),
    "RF-X-01" => Whole(cross::no_overlap),
    "RF-X-02" => Whole(cross::in_neither),
    "RF-X-03" => Whole(cross::public_record),
    "RF-X-04" => Answer,
    "RF-X-05" => Whole(cross::no_right),
    "RF-X-06" => Whole(cross::self_assessment),
    "RF-X-07" => Whole(cross::contradiction),
    "RF-X-08" => Whole(cross::other_environment),
    "RF-X-09" => Whole(cross::closed_by_documents),
    "RF-X-10" => Whole(cross::penetration_test),
];

/// Runs every rule.
pub(super) fn raise(held: &Held) -> Vec<Raised> {
    RULES.iter().flat_map(|rule| rule.run(held)).collect()
}

impl Rule {
    fn run(&self, held: &Held) -> Vec<Raised> {
        let found: Vec<Found> = match &self.check {
            Check::Report(check) => {
                // One about something else is no flaw where another counts.
                let mut reports = held.current_reports();
                reports.retain(|report| {
                    let is_ours = report.subject != Some(Subject::Other)
                        && held.report_names_product(report) != Some(false);
                    is_ours || !held.another_counts(report.document)
                });
                let each = reports.iter().flat_map(|report| {
                    let found = check(report, held).into_iter();
                    found.map(|found| found.in_document(&report.document.id))
                });
                each.collect()
            }
            Check::Certificate(check) => {
                let each = held.current_certificates().flat_map(|certificate| {
                    let found = check(certificate, held).into_iter();
                    found.map(|found| found.in_document(&certificate.document.id))
                });
                each.collect()
            }
            Check::Whole(check) => check(held),
            Check::Answer => vec![],
        };
        let raised = found.into_iter().map(|found| Raised {
            flag: self.id,
            severity: found.severity,
            document: found.document,
            field: found.field,
            message: found.message,
            reach: found.reach,
            by_answer: false,
        });
        raised.collect()
    }

    /// Whether an answer alone raises it.
    pub fn is_of_answers(&self) -> bool {
        matches!(self.check, Check::Answer)
    }
}

//! Samples in which a control did not work.

use super::Found;
use super::criteria::{criteria, is_in, topics as topics_of};
use crate::assessment::document::soc2::{Exception, Soc2};
use crate::checks::documents::effect::Reach;
use crate::checks::documents::held::Held;
use crate::checks::documents::reach::IDENTITY;
use crate::pack::id::TopicId;
use crate::pack::question::Severity;
use crate::words::{Words, say};

/// Criteria whose exceptions reach tenants through the vendor's staff.
const IDENTITY_CRITERIA: [&str; 5] = ["CC6.1", "CC6.2", "CC6.3", "CC6.6", "CC7.2"];
/// Share of a sample above which exceptions are frequent (our cut).
const FREQUENT: f64 = 0.05;

/// Whether an exception is on leavers, reviews, privileged access, keys or log monitoring.
pub(in crate::checks::documents) fn is_on_identity(exception: &Exception) -> bool {
    let topic = exception.topic.as_ref();
    let named = criteria(exception.criterion);
    let is_named = |criterion: &str| named.iter().any(|named| is_in(criterion, named));
    topic.is_some_and(|topic| IDENTITY.contains(&topic.as_str()))
        || IDENTITY_CRITERIA
            .iter()
            .any(|criterion| is_named(criterion))
}

/// Whether an exception is frequent.
pub(in crate::checks::documents) fn is_frequent(exception: &Exception, held: &Held) -> bool {
    exception.rate(held.pack.model.evidence.default_sample) > FREQUENT
}

/// Whether an exception was there last year: as recorded, or by the report before.
pub(in crate::checks::documents) fn is_repeated(
    exception: &Exception,
    report: &Soc2,
    held: &Held,
) -> bool {
    let previous = held.previous(report);
    let earlier = previous.and_then(|previous| previous.exceptions.as_deref());
    // By topic or control where both name one; the criterion alone where they do not.
    let same = |earlier: &Exception| {
        earlier.count > 0
            && is_same_criterion(earlier.criterion, exception.criterion)
            && match (&earlier.topic, &exception.topic) {
                (Some(earlier), Some(this)) => earlier == this,
                _ => earlier
                    .control
                    .zip(exception.control)
                    .is_none_or(|(earlier, this)| earlier == this),
            }
    };
    exception.repeated || earlier.is_some_and(|earlier| earlier.iter().any(same))
}

fn is_same_criterion(one: &str, other: &str) -> bool {
    let named = criteria(one);
    one.trim() == other.trim() || !named.is_empty() && named == criteria(other)
}

/// Whether an exception has no response, or none with a date.
pub(in crate::checks::documents) fn is_unanswered(exception: &Exception) -> bool {
    exception.response.is_none() || exception.remedy.is_none()
}

/// The topics an exception touches: its own, or those of its criterion.
fn topics(exception: &Exception, held: &Held) -> Vec<TopicId> {
    match &exception.topic {
        Some(topic) => vec![topic.clone()],
        None => topics_of(held, &criteria(exception.criterion)),
    }
}

/// Whether an exception touches a topic; one that names neither topic nor criterion touches all.
pub(in crate::checks::documents) fn touches(
    exception: &Exception,
    topic: &TopicId,
    held: &Held,
) -> bool {
    is_unplaced(exception) || topics(exception, held).contains(topic)
}

/// Whether an exception names neither a topic nor a criterion.
pub(in crate::checks::documents) fn is_unplaced(exception: &Exception) -> bool {
    exception.topic.is_none() && criteria(exception.criterion).is_empty()
}

/// What an exception reaches.
fn reach(exception: &Exception, held: &Held) -> Reach {
    match is_unplaced(exception) {
        true => Reach::All,
        false => Reach::Topics(topics(exception, held)),
    }
}

fn each<'r, 'd>(report: &'r Soc2<'d>) -> impl Iterator<Item = &'r Exception<'d>> {
    let exceptions = report.exceptions.iter().flatten();
    exceptions.filter(|exception| exception.count > 0)
}

/// How many deviated, of how many, and where.
fn named(words: &Words, exception: &Exception) -> String {
    let count = exception.count as usize;
    let control = match exception.control {
        Some(control) => format!("{}, {control}", exception.criterion),
        None => exception.criterion.to_owned(),
    };
    match exception.sample {
        Some(sample) => {
            let sample = sample.to_string();
            say!(words, "exception-of-sample", count, sample, control)
        }
        None => say!(words, "exception-unsampled", count, control),
    }
}

/// RF-S-14: exceptions on identity.
pub(super) fn on_identity(report: &Soc2, held: &Held) -> Vec<Found> {
    let exceptions = each(report).filter(|exception| is_on_identity(exception));
    let found = exceptions.map(|exception| {
        let why = aggravating(exception, report, held);
        let named = named(held.words(), exception);
        let (severity, message) = match why.is_empty() {
            true => (Severity::Medium, named),
            false => (Severity::High, format!("{named}; {}", why.join(", "))),
        };
        Found::new(severity, "exceptions", message).reaching(reach(exception, held))
    });
    found.collect()
}

/// What makes an exception on identity worse.
fn aggravating(exception: &Exception, report: &Soc2, held: &Held) -> Vec<String> {
    let words = held.words();
    let reasons = [
        is_frequent(exception, held).then(|| say!(words, "rf-s-14-frequent")),
        is_repeated(exception, report, held).then(|| say!(words, "rf-s-14-repeated")),
        is_unanswered(exception).then(|| say!(words, "rf-s-14-unanswered")),
    ];
    reasons.into_iter().flatten().collect()
}

/// RF-S-15: no response, or no date of remedy.
pub(super) fn unanswered(report: &Soc2, held: &Held) -> Vec<Found> {
    let exceptions = each(report).filter(|exception| is_unanswered(exception));
    let found = exceptions.map(|exception| {
        let deviations = named(held.words(), exception);
        let message = match exception.response {
            Some(_) => say!(held.words(), "rf-s-15-no-date", deviations),
            None => say!(held.words(), "rf-s-15-no-response", deviations),
        };
        Found::new(Severity::Medium, "exceptions", message).reaching(reach(exception, held))
    });
    found.collect()
}

/// RF-S-16: the same exception as last year.
pub(super) fn repeated(report: &Soc2, held: &Held) -> Vec<Found> {
    let exceptions = each(report).filter(|exception| is_repeated(exception, report, held));
    let found = exceptions.map(|exception| {
        let deviations = named(held.words(), exception);
        let message = say!(held.words(), "rf-s-16", deviations);
        Found::new(Severity::High, "exceptions", message).reaching(reach(exception, held))
    });
    found.collect()
}

/// Whether a report is known to hold no exception.
pub(super) fn is_clean(report: &Soc2) -> bool {
    report.exceptions.is_some() && each(report).next().is_none()
}

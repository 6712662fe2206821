//! What a document counts as, or why it does not.

use crate::assessment::document::Document;
use crate::assessment::document::certificate::Certificate;
use crate::assessment::document::other::Authorisation;
use crate::assessment::document::soc2::{Soc2, Subject};
use crate::checks::documents::Raised;
use crate::checks::documents::credit::{Pending, credits, pending};
use crate::checks::documents::effect::{Effect, Reach, effect};
use crate::checks::documents::held::Scheme;
use crate::pack::document::DocumentKind;
use crate::report::{Material, terms};

/// What a document counts as.
pub struct CountsAs {
    /// The rung that it stands on with what its red flags leave of it, or why it counts for nothing.
    pub words: String,
    /// Whether time can take something from it.
    pub can_stop: bool,
}

/// Says what a document counts as.
pub fn counts_as(material: &Material, document: &Document) -> CountsAs {
    let nothing = |words: String| CountsAs {
        words,
        can_stop: false,
    };
    if let Some(pending) = pending(&material.reading.held, document) {
        let words = format!("does not count: {}", lacks(material, document, &pending));
        let is_letter = document.kind == DocumentKind::BridgeLetter && document.is_confirmed();
        return CountsAs {
            words,
            can_stop: is_letter,
        };
    }
    if let Some(follower) = material.follower(document) {
        return nothing(format!("history: followed by {follower}"));
    }
    let credits = credits(&material.reading.held);
    let credit = credits
        .iter()
        .find(|credit| credit.document.id == document.id);
    let Some(credit) = credit else {
        return nothing("does not count".to_owned());
    };
    let rung = terms::kind(material.words, credit.kind);
    let rung = match document.kind {
        DocumentKind::Soc2T2 | DocumentKind::Soc2T1 | DocumentKind::Iso27001 => rung.to_owned(),
        _ => format!("{rung}, generic at most"),
    };
    let scheme = Scheme::of_evidence(credit.kind);
    let meant = |raised: &&Raised| match &raised.document {
        Some(about) => *about == document.id,
        None => scheme.is_some_and(|scheme| scheme.is_meant_by(raised.flag)),
    };
    let raised: Vec<&Raised> = material.reading.raised.iter().filter(meant).collect();
    less(rung, &raised)
}

/// A rung with what the red flags take from it.
fn less(rung: String, raised: &[&Raised]) -> CountsAs {
    let flags = |takes: &dyn Fn(&Raised, Effect) -> bool| {
        let mut flags: Vec<&str> = raised
            .iter()
            .filter(|raised| takes(raised, effect(raised.flag, raised.severity)))
            .map(|raised| raised.flag)
            .collect();
        flags.sort_unstable();
        flags.dedup();
        (!flags.is_empty()).then(|| flags.join(", "))
    };
    let whole = |raised: &Raised| raised.reach == Reach::All;
    if let Some(by) = flags(&|raised, effect| whole(raised) && effect >= Effect::Uncovered) {
        return CountsAs {
            words: format!("no credit: {by}"),
            can_stop: false,
        };
    }
    let notes = [
        ("speaks less directly", Effect::Lower),
        ("under a qualified opinion", Effect::Qualified),
    ];
    let notes = notes.into_iter().filter_map(|(words, taken)| {
        let by = flags(&|raised, effect| whole(raised) && effect == taken)?;
        Some(format!("{words} ({by})"))
    });
    let part = flags(&|raised, effect| {
        !whole(raised) && raised.reach.is_any() && effect > Effect::Counted
    });
    let part = part.map(|by| format!("less on some topics ({by})"));
    let notes: Vec<String> = [rung].into_iter().chain(notes).chain(part).collect();
    CountsAs {
        words: notes.join("; "),
        can_stop: true,
    }
}

/// What keeps a document from counting.
fn lacks(material: &Material, document: &Document, pending: &Pending) -> String {
    match pending {
        Pending::NotConfirmed => "not confirmed by a person".to_owned(),
        Pending::CreditsNothing if document.kind == DocumentKind::BridgeLetter => {
            "a letter credits nothing; it only bridges the time after a report".to_owned()
        }
        Pending::CreditsNothing => "a document of this kind credits nothing".to_owned(),
        Pending::NotRead(fields) => format!("not read far enough: {}", fields.join(", ")),
        Pending::ScopeNotNamed => scope(material, document).to_owned(),
        Pending::NotInForce => "it is not in force".to_owned(),
    }
}

fn scope(material: &Material, document: &Document) -> &'static str {
    let held = &material.reading.held;
    let (report, certificate) = (Soc2::of(document), Certificate::of(document));
    if report.as_ref().and_then(|report| report.subject) == Some(Subject::Other) {
        return "it speaks about another company";
    }
    let report = report.and_then(|report| held.report_names_product(&report));
    let certificate =
        certificate.and_then(|certificate| held.certificate_names_product(&certificate));
    let authorisation = Authorisation::of(document)
        .and_then(|authorisation| held.authorisation_names_product(&authorisation));
    match report.or(certificate).or(authorisation) {
        Some(_) => "its scope does not name the product",
        None => "nobody has said whether its scope names the product",
    }
}

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
use crate::words::{Words, say};

/// What a document counts as.
pub struct CountsAs {
    /// The rung that it stands on with what its red flags leave of it, or why it counts for nothing.
    pub words: String,
    /// Whether time can take something from it.
    pub can_stop: bool,
}

/// Says what a document counts as.
pub fn counts_as(material: &Material, document: &Document) -> CountsAs {
    let words = material.words;
    let nothing = |words: String| CountsAs {
        words,
        can_stop: false,
    };
    if let Some(pending) = pending(&material.reading.held, document) {
        let why = lacks(material, document, &pending);
        return CountsAs {
            words: say!(words, "counts-not-because", why),
            can_stop: document.kind == DocumentKind::BridgeLetter && document.is_confirmed(),
        };
    }
    if let Some(follower) = material.follower(document) {
        let document = follower.as_str();
        return nothing(say!(words, "counts-history", document));
    }
    let credits = credits(&material.reading.held);
    let credit = credits
        .iter()
        .find(|credit| credit.document.id == document.id);
    let Some(credit) = credit else {
        return nothing(say!(words, "counts-not"));
    };
    let rung = terms::kind(words, credit.kind);
    let rung = match document.kind {
        DocumentKind::Soc2T2 | DocumentKind::Soc2T1 | DocumentKind::Iso27001 => rung,
        _ => say!(words, "counts-generic", rung),
    };
    let scheme = Scheme::of_evidence(credit.kind);
    let meant = |raised: &&Raised| match &raised.document {
        Some(about) => *about == document.id,
        None => scheme.is_some_and(|scheme| scheme.is_meant_by(raised.flag)),
    };
    let raised: Vec<&Raised> = material.reading.raised.iter().filter(meant).collect();
    less(words, rung, &raised)
}

/// A rung with what the red flags take from it.
fn less(words: &Words, rung: String, raised: &[&Raised]) -> CountsAs {
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
    if let Some(flags) = flags(&|raised, effect| whole(raised) && effect >= Effect::Uncovered) {
        return CountsAs {
            words: say!(words, "counts-no-credit", flags),
            can_stop: false,
        };
    }
    let under = |taken| flags(&|raised, effect| whole(raised) && effect == taken);
    let part = flags(&|raised, effect| {
        !whole(raised) && raised.reach.is_any() && effect > Effect::Counted
    });
    let lower = under(Effect::Lower).map(|flags| say!(words, "counts-lower", flags));
    let qualified = under(Effect::Qualified).map(|flags| say!(words, "counts-qualified", flags));
    let part = part.map(|flags| say!(words, "counts-in-part", flags));
    let notes = [Some(rung), lower, qualified, part].into_iter().flatten();
    let notes: Vec<String> = notes.collect();
    CountsAs {
        words: notes.join("; "),
        can_stop: true,
    }
}

/// What keeps a document from counting.
fn lacks(material: &Material, document: &Document, pending: &Pending) -> String {
    let words = material.words;
    match pending {
        Pending::NotConfirmed => say!(words, "lacks-confirmation"),
        Pending::CreditsNothing if document.kind == DocumentKind::BridgeLetter => {
            say!(words, "lacks-credit-letter")
        }
        Pending::CreditsNothing => say!(words, "lacks-credit"),
        Pending::NotRead(fields) => say!(words, "lacks-reading", fields = fields.join(", ")),
        Pending::ScopeNotNamed => scope(material, document),
        Pending::NotInForce => say!(words, "lacks-force"),
    }
}

fn scope(material: &Material, document: &Document) -> String {
    let (words, held) = (material.words, &material.reading.held);
    let (report, certificate) = (Soc2::of(document), Certificate::of(document));
    if report.as_ref().and_then(|report| report.subject) == Some(Subject::Other) {
        return say!(words, "lacks-company");
    }
    let report = report.and_then(|report| held.report_names_product(&report));
    let certificate =
        certificate.and_then(|certificate| held.certificate_names_product(&certificate));
    let authorisation = Authorisation::of(document)
        .and_then(|authorisation| held.authorisation_names_product(&authorisation));
    match report.or(certificate).or(authorisation) {
        Some(_) => say!(words, "lacks-product"),
        None => say!(words, "lacks-scope"),
    }
}

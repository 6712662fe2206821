//! Evidence behind an answer: recorded, linked and detached in the interview.
//!
//! What is asked follows from the kind of evidence; what contradicts itself is shown and asked
//! again before anything is recorded.

mod fill;

pub(super) use self::fill::ask_file;
use self::fill::fill;
use super::session::Session;
use super::words::kind;
use crate::assessment::evidence::{EvidenceRecord, Origin, Supports};
use crate::checks::claims::{Verdict, compare};
use crate::cli::Failure;
use crate::cli::evidence::artefact::Helpers;
use crate::cli::evidence::joined::Lists;
use crate::cli::terminal::{Ask, Menu, Reply, Tone, tell};
use crate::cli::visible::visible;
use crate::pack::id::EvidenceId;
use crate::pack::model::EvidenceKind;
use crate::pack::question::Question;
use crate::words::say;

/// What can be done with evidence at a question.
enum Deed {
    New,
    Link(EvidenceId),
    Detach(EvidenceId),
    /// As detaching, where the record supports nothing else.
    Remove(EvidenceId),
}

/// Offers to record evidence, or to link or detach what is recorded.
pub(super) fn menu<'p>(
    session: &mut Session<'_, 'p>,
    question: &'p Question,
) -> Result<(), Failure> {
    let words = session.said();
    let (deeds, items) = deeds(session, question);
    let chosen = match deeds.len() {
        1 => 0,
        _ => match select(session, &say!(words, "evidence-ask"), &items)? {
            Some(chosen) => chosen,
            None => return Ok(()),
        },
    };
    let done = match &deeds[chosen] {
        Deed::New => return new(session, question),
        Deed::Link(id) => session.interview.link(id),
        Deed::Detach(id) => session.interview.detach(id),
        Deed::Remove(id) => {
            let prompt = say!(words, "evidence-ask-remove");
            if session
                .prompter
                .confirm(Ask::detail(&prompt), Some(false))?
                != Reply::Given(true)
            {
                return Ok(());
            }
            session.interview.detach(id)
        }
    };
    match done {
        Ok(()) => {
            session.store()?;
            tell(
                session.prompter,
                Tone::Done,
                say!(words, "evidence-changed"),
            );
        }
        Err(refused) => tell(session.prompter, Tone::Refused, refused.to_string()),
    }
    Ok(())
}

/// A new record, and what can be done with each one there is.
fn deeds(session: &Session, question: &Question) -> (Vec<Deed>, Vec<String>) {
    let words = session.said();
    let records = session.interview.assessment().evidence.iter();
    let there = records.map(|record| {
        let id = record.id.clone();
        let what = format!("{id}: {}, {}", kind(words, record.kind), record.reference);
        match &record.supports {
            Supports::Questions(ids) if *ids == [question.id.clone()] => {
                (Deed::Remove(id), say!(words, "evidence-remove", what))
            }
            supports if supports.includes(&question.id) => {
                (Deed::Detach(id), say!(words, "evidence-detach", what))
            }
            _ => (Deed::Link(id), say!(words, "evidence-link", what)),
        }
    });
    let new = (Deed::New, say!(words, "evidence-new"));
    [new].into_iter().chain(there).unzip()
}

/// What is asked about a record, in this order, and asked again when it contradicts the rest.
const KEYS: [&str; 11] = [
    "kind",
    "from",
    "artefact",
    "date",
    "period",
    "exceptions",
    "qualified",
    "directness",
    "reference",
    "file",
    "supports",
];

fn new(session: &mut Session, question: &Question) -> Result<(), Failure> {
    let mut record = blank(session, question);
    for key in KEYS {
        if !fill(session, question, &mut record, key)? {
            return nothing(session);
        }
    }
    loop {
        let words = session.said();
        let (id, kind) = (record.id.as_str(), kind(words, record.kind));
        let told = say!(words, "evidence-saved", id, kind);
        let Err(found) = session.interview.attach(record.clone()) else {
            join(session, &record);
            session.store()?;
            tell(session.prompter, Tone::Done, told);
            tell_verdicts(session, question, &record.id);
            return Ok(());
        };
        for found in found {
            let text = format!("{}; {}", found.message, found.help);
            tell(session.prompter, Tone::Refused, text);
            let is_asked = KEYS.contains(&found.key);
            if !is_asked || !fill(session, question, &mut record, found.key)? {
                return nothing(session);
            }
        }
    }
}

/// Adds what the list of a new record shows together with those recorded before.
fn join(session: &mut Session, record: &EvidenceRecord) {
    let helpers = Helpers::plain(session.interview.today());
    let mut lists = Lists::none(session.folder(), &helpers);
    let before = session.interview.assessment().evidence.iter();
    for other in before.filter(|other| other.id != record.id) {
        lists.take(other, None);
    }
    for (id, fact) in lists.join(record, None) {
        session.interview.learn(&id, fact);
    }
}

/// Tells what a file that was read says to the answer of a question.
fn tell_verdicts(session: &mut Session, question: &Question, record: &EvidenceId) {
    let words = session.said();
    let compared = compare(session.interview.pack(), session.interview.assessment());
    let rows = compared
        .iter()
        .filter(|row| row.question == question.id && row.records.contains(record));
    for row in rows {
        let claim = row.claim.clone();
        let claim = claim.unwrap_or_else(|| say!(words, "file-no-claim"));
        let (found, why) = (&row.found, &row.why);
        let told = match row.verdict {
            Verdict::Refuted => say!(words, "file-refuted", claim, found, why),
            Verdict::Insufficient => say!(words, "file-insufficient", claim, found, why),
            Verdict::NotComparable => say!(words, "file-not-comparable", claim, found, why),
            Verdict::Consistent => say!(words, "file-consistent", claim, found, why),
            Verdict::Confirmed => say!(words, "file-confirmed", claim, found, why),
        };
        let tone = match row.verdict {
            Verdict::Refuted => Tone::Refused,
            _ => Tone::Text,
        };
        tell(session.prompter, tone, visible(&told));
    }
}

fn nothing(session: &mut Session) -> Result<(), Failure> {
    let told = say!(session.said(), "evidence-nothing");
    tell(session.prompter, Tone::Text, told);
    Ok(())
}

/// A record about which nothing is known yet but the question.
fn blank(session: &Session, question: &Question) -> EvidenceRecord {
    EvidenceRecord {
        id: session.interview.assessment().next_evidence_id(),
        kind: EvidenceKind::Assertion,
        origin: Origin::Vendor,
        date: session.interview.today(),
        period: None,
        sample: None,
        exceptions: 0,
        qualified: false,
        directness: None,
        tested_control: None,
        reference: String::new(),
        file: None,
        copy: None,
        read: None,
        planted: vec![],
        supports: Supports::Questions(vec![question.id.clone()]),
    }
}

fn select(session: &mut Session, prompt: &str, items: &[String]) -> Result<Option<usize>, Failure> {
    let menu = Menu {
        ask: Ask::detail(prompt),
        items,
        at: None,
    };
    Ok(match session.prompter.select(&menu)? {
        Reply::Given(chosen) => Some(chosen),
        Reply::Command(_) => None,
    })
}

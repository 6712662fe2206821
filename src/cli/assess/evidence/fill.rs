//! Asks for the keys of an evidence record, each where its kind has it.

use std::path::{Path, PathBuf};

use super::select;
use crate::assessment::evidence::{EvidenceFile, EvidenceRecord, MOST_SAMPLED, Origin, Supports};
use crate::assessment::typed;
use crate::assessment::value::{Refusal, count, period};
use crate::checks::claims::{place, told as told_value};
use crate::cli::assess::session::{Session, nothing_typed};
use crate::cli::assess::words::kind;
use crate::cli::evidence::artefact::{self, Artefact, Helpers};
use crate::cli::terminal::{Ask, Reply, Tone, tell};
use crate::cli::visible::visible;
use crate::cli::{Failure, store};
use crate::pack::id::QuestionId;
use crate::pack::model::{EvidenceKind, Relevance};
use crate::pack::question::Question;
use crate::words::{Words, say};

/// Asks for one key of a record, where its kind has it; false when that was left.
pub(super) fn fill(
    session: &mut Session,
    question: &Question,
    record: &mut EvidenceRecord,
    key: &str,
) -> Result<bool, Failure> {
    let is_document = record.kind.is_assurance_document();
    let is_tested = record.kind >= EvidenceKind::Soc2T1 && record.read.is_none();
    let is_shown = matches!(
        record.kind,
        EvidenceKind::ConfigExport | EvidenceKind::Verified
    );
    match key {
        "kind" => fill_kind(session, question, record),
        "from" if record.kind == EvidenceKind::Verified => {
            record.origin = Origin::Us;
            Ok(true)
        }
        "from" => fill_origin(session, record),
        "artefact" if is_shown => fill_artefact(session, question, record),
        "file" if is_shown => Ok(true),
        // The file says the day itself, and its facts find their questions.
        "date" | "directness" | "reference" | "supports" if record.read.is_some() => Ok(true),
        "date" => fill_date(session, record),
        "period" if record.kind == EvidenceKind::Soc2T2 => fill_period(session, record),
        "exceptions" if is_tested => fill_sample(session, record),
        "qualified" if is_document => fill_document(session, record),
        "directness" => fill_directness(session, record),
        "reference" => fill_reference(session, record),
        "file" => fill_file(session, record),
        "supports" => fill_supports(session, question, record),
        _ => Ok(true),
    }
}

fn fill_kind(
    session: &mut Session,
    question: &Question,
    record: &mut EvidenceRecord,
) -> Result<bool, Failure> {
    let words = session.said();
    let kinds = EvidenceKind::NAMES.iter().rev().map(|(_, kind)| *kind);
    let kinds: Vec<EvidenceKind> = kinds.collect();
    let items = kinds
        .iter()
        .map(|&rung| match question.evidence.contains(&rung) {
            true => say!(words, "evidence-asked-for", kind = kind(words, rung)),
            false => kind(words, rung),
        });
    let items: Vec<String> = items.collect();
    let Some(chosen) = select(session, &say!(words, "evidence-ask-kind"), &items)? else {
        return Ok(false);
    };
    record.kind = kinds[chosen];
    Ok(true)
}

fn fill_origin(session: &mut Session, record: &mut EvidenceRecord) -> Result<bool, Failure> {
    let words = session.said();
    let items = [
        say!(words, "evidence-from-vendor"),
        say!(words, "evidence-from-us"),
    ];
    let chosen = select(session, &say!(words, "evidence-ask-origin"), &items)?;
    record.origin = match chosen {
        Some(0) => Origin::Vendor,
        Some(_) => Origin::Us,
        None => return Ok(false),
    };
    Ok(true)
}

fn fill_date(session: &mut Session, record: &mut EvidenceRecord) -> Result<bool, Failure> {
    let words = session.said();
    let what = match record.kind {
        EvidenceKind::Verified | EvidenceKind::ConfigExport => say!(words, "day-of-test"),
        EvidenceKind::Soc2T1 | EvidenceKind::Soc2T2 => say!(words, "day-of-report"),
        EvidenceKind::Iso27001 => say!(words, "day-of-audit"),
        EvidenceKind::Policy => say!(words, "day-of-document"),
        EvidenceKind::Assertion => say!(words, "day-of-assertion"),
    };
    let is_test = matches!(
        record.kind,
        EvidenceKind::Verified | EvidenceKind::ConfigExport
    );
    // Enter is short for what was done just now; a document is seldom of the day it is recorded.
    let day = match record.origin {
        Origin::Us if is_test => session.day_or_today(&what)?,
        Origin::Us | Origin::Vendor => session.stated_day(&what)?,
    };
    Ok(day.map(|day| record.date = day).is_some())
}

fn fill_period(session: &mut Session, record: &mut EvidenceRecord) -> Result<bool, Failure> {
    let words = session.said();
    let prompt = say!(words, "evidence-ask-period");
    let period = session.detail(&prompt, |line| match line {
        "" => Err(nothing_typed(words, say!(words, "empty-period"))),
        line => period(words, line),
    })?;
    record.period = period;
    Ok(period.is_some())
}

fn fill_sample(session: &mut Session, record: &mut EvidenceRecord) -> Result<bool, Failure> {
    let words = session.said();
    let unstated = session.interview.pack().model.evidence.default_sample;
    loop {
        let prompt = say!(words, "evidence-ask-sample");
        let Some(sample) = session.detail(&prompt, |line| optional_count(words, line))? else {
            return Ok(false);
        };
        let tested = sample.unwrap_or(unstated);
        let prompt = say!(words, "evidence-ask-exceptions");
        // Back from here is back to the number tested, which may be what is wrong.
        if let Some(exceptions) = session.detail(&prompt, |line| deviated(words, line, tested))? {
            record.sample = sample;
            record.exceptions = exceptions;
            return Ok(true);
        }
    }
}

/// How many of the tested items deviated; none when nothing is typed.
fn deviated(words: &Words, line: &str, tested: u32) -> Result<u32, Refusal> {
    match optional_count(words, line)?.unwrap_or(0) {
        exceptions if exceptions > tested => Err(Refusal::new(
            say!(
                words,
                "refused-exceptions",
                exceptions = exceptions.to_string()
            ),
            say!(
                words,
                "refused-exceptions-help",
                tested = tested.to_string()
            ),
        )),
        exceptions => Ok(exceptions),
    }
}

fn optional_count(words: &Words, line: &str) -> Result<Option<u32>, Refusal> {
    if line.is_empty() {
        return Ok(None);
    }
    let number = count(words, line)?;
    let small = u32::try_from(number)
        .ok()
        .filter(|number| *number <= MOST_SAMPLED);
    small.map(Some).ok_or_else(|| {
        let (number, most) = (number.to_string(), MOST_SAMPLED.to_string());
        Refusal::new(
            say!(words, "refused-sample", number),
            say!(words, "refused-sample-help", most),
        )
    })
}

fn fill_document(session: &mut Session, record: &mut EvidenceRecord) -> Result<bool, Failure> {
    let words = session.said();
    let prompt = say!(words, "evidence-ask-opinion");
    let asked = session
        .prompter
        .confirm(Ask::detail(&prompt), Some(false))?;
    let Reply::Given(qualified) = asked else {
        return Ok(false);
    };
    record.qualified = qualified;
    let prompt = say!(words, "evidence-ask-control");
    let Some(control) = session.detail(&prompt, |line| Ok(line.to_string()))? else {
        return Ok(false);
    };
    record.tested_control = (!control.is_empty()).then_some(control);
    Ok(true)
}

fn fill_directness(session: &mut Session, record: &mut EvidenceRecord) -> Result<bool, Failure> {
    let words = session.said();
    let choices = [
        (None, say!(words, "evidence-direct-by-model")),
        (Some(Relevance::Direct), say!(words, "evidence-direct")),
        (Some(Relevance::Partial), say!(words, "evidence-partial")),
        (Some(Relevance::Generic), say!(words, "evidence-generic")),
        (Some(Relevance::None), say!(words, "evidence-not-at-all")),
    ];
    let (relevance, items): (Vec<Option<Relevance>>, Vec<String>) = choices.into_iter().unzip();
    let prompt = say!(words, "evidence-ask-directness");
    let Some(chosen) = select(session, &prompt, &items)? else {
        return Ok(false);
    };
    record.directness = relevance[chosen];
    Ok(true)
}

fn fill_reference(session: &mut Session, record: &mut EvidenceRecord) -> Result<bool, Failure> {
    let words = session.said();
    let prompt = say!(words, "evidence-ask-reference");
    let reference = session.text(&prompt, say!(words, "empty-reference"))?;
    Ok(reference.map(|text| record.reference = text).is_some())
}

/// Asks for the file of an export or test, and reads it where its kind is known.
fn fill_artefact(
    session: &mut Session,
    question: &Question,
    record: &mut EvidenceRecord,
) -> Result<bool, Failure> {
    let words = session.said();
    let Some(file) = ask_file(session, &say!(words, "ask-file"))? else {
        return Ok(false);
    };
    let Some(file) = file else {
        return Ok(true);
    };
    let known = session.interview.assessment();
    if let Some(known) = known.record_read(record.origin, &file.sha256) {
        let told = say!(words, "file-known", id = known.id.as_str());
        tell(session.prompter, Tone::Refused, told);
        return Ok(false);
    }
    let path = session.folder().join(&file.path);
    record.file = Some(file);
    let helpers = Helpers::plain(session.interview.today());
    match artefact::read(&path, None, &helpers) {
        Ok(read) => take(session, question, record, (&path, read)),
        Err(failure) => {
            let why = failure.summary();
            let why = why.lines().next().unwrap_or_default();
            let told = say!(words, "file-unread", why);
            tell(session.prompter, Tone::Text, visible(&told));
            Ok(true)
        }
    }
}

/// Takes what a file says into a record, and tells what of it speaks about the question.
fn take(
    session: &mut Session,
    question: &Question,
    record: &mut EvidenceRecord,
    (path, read): (&Path, Artefact),
) -> Result<bool, Failure> {
    let words = session.said();
    let date = read.reading.as_of.at.date_naive();
    if date > session.interview.today() {
        let told = say!(words, "file-of-the-future", day = words.date(date));
        tell(session.prompter, Tone::Refused, told);
        return Ok(false);
    }
    record.date = date;
    record.reference = path
        .file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned();
    let ending = path.extension().unwrap_or_default();
    if let Some(text) = read.copy {
        let copy = store::copy(session.home, text, ending);
        copy.write()?;
        record.copy = Some(copy.file);
    }
    let told = say!(
        words,
        "file-read",
        family = &read.reading.family,
        format = &read.reading.format,
        count = read.reading.facts.len()
    );
    tell(session.prompter, Tone::Done, told);
    let links = || question.facts.iter();
    for fact in &read.reading.facts {
        if links().any(|link| fact.name == link.fact.as_str()) {
            let title = session.interview.pack().fact(&fact.name.as_ref().into());
            let title = title.map_or(fact.name.as_ref(), |entry| entry.title.as_str());
            let told = format!(
                "{title}: {} ({})",
                told_value(words, &fact.value),
                place(words, &fact.place)
            );
            tell(session.prompter, Tone::Text, visible(&told));
        }
    }
    record.read = Some(read.reading);
    Ok(true)
}

fn fill_file(session: &mut Session, record: &mut EvidenceRecord) -> Result<bool, Failure> {
    let prompt = say!(session.said(), "ask-unread-file");
    let file = ask_file(session, &prompt)?;
    Ok(file.map(|file| record.file = file).is_some())
}

/// Asks for a file: none within where there is none, none at all where that was left.
pub(in crate::cli::assess) fn ask_file(
    session: &mut Session,
    prompt: &str,
) -> Result<Option<Option<EvidenceFile>>, Failure> {
    let (words, folder) = (session.said(), session.folder().to_path_buf());
    session.detail(prompt, |line| match line {
        "" => Ok(None),
        line => find_file(words, line, &folder).map(Some),
    })
}

/// Finds a file by a typed path, from here or from the folder of the assessment.
fn find_file(words: &Words, typed: &str, folder: &Path) -> Result<EvidenceFile, Refusal> {
    let typed = typed.trim_matches(['"', '\'']);
    let path = match (typed.strip_prefix("~/"), std::env::home_dir()) {
        (Some(rest), Some(home)) => home.join(rest),
        _ => PathBuf::from(typed),
    };
    let refusal = |message| Refusal::new(message, say!(words, "refused-file-help"));
    let candidates = [path.clone(), folder.join(&path)];
    let Some(path) = candidates.iter().find(|path| path.is_file()) else {
        return Err(refusal(say!(words, "refused-no-file", typed)));
    };
    store::recorded(path, folder).map_err(|failure| match failure {
        Failure::Usage { message, help } => Refusal { message, help },
        _ => refusal(say!(words, "refused-file", typed)),
    })
}

fn fill_supports(
    session: &mut Session,
    question: &Question,
    record: &mut EvidenceRecord,
) -> Result<bool, Failure> {
    let words = session.said();
    let prompt = match record.kind.is_assurance_document() {
        true => say!(words, "evidence-ask-supports-or-all"),
        false => say!(words, "evidence-ask-supports"),
    };
    let first = question.id.clone();
    let pack = session.interview.pack();
    let supports = session.detail(&prompt, |line| {
        if typed::is_all(words.language(), line) {
            return Ok(Supports::All);
        }
        let mut ids = vec![first.clone()];
        for name in line
            .split(',')
            .map(str::trim)
            .filter(|name| !name.is_empty())
        {
            let known = pack.questions().map(|question| question.id.as_str());
            let id = QuestionId::new(name);
            if pack.question(&id).is_none() {
                let help = match crate::source::nearest(name, known) {
                    Some(near) => say!(words, "refused-did-you-mean", near),
                    None => say!(words, "refused-question-ids"),
                };
                let message = say!(words, "refused-question", id = name);
                return Err(Refusal::new(message, help));
            }
            if !ids.contains(&id) {
                ids.push(id);
            }
        }
        Ok(Supports::Questions(ids))
    })?;
    Ok(supports
        .map(|supports| record.supports = supports)
        .is_some())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pack::language::Language;

    #[test]
    fn all_that_were_tested_can_deviate_and_no_more() {
        let words = Words::of(Language::English);
        assert_eq!(deviated(words, "25", 25), Ok(25));
        assert!(deviated(words, "26", 25).is_err());
        assert_eq!(deviated(words, "", 25), Ok(0));
    }
}

//! Asks for the keys of an evidence record, each where its kind has it.

use std::path::{Path, PathBuf};

use super::select;
use crate::assessment::answer::{Period, Value};
use crate::assessment::evidence::{EvidenceFile, EvidenceRecord, MOST_SAMPLED, Origin, Supports};
use crate::assessment::value::{Refusal, count, parse_line};
use crate::checks::claims::{place, told as told_value};
use crate::cli::assess::session::Session;
use crate::cli::assess::words::kind;
use crate::cli::evidence::artefact::{self, Artefact, Helpers};
use crate::cli::terminal::{Ask, Reply, Tone, say};
use crate::cli::visible::visible;
use crate::cli::{Failure, store};
use crate::pack::answer::AnswerKind;
use crate::pack::id::QuestionId;
use crate::pack::model::{EvidenceKind, Relevance};
use crate::pack::question::Question;
use crate::words::Words;

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
    let kinds = EvidenceKind::NAMES.iter().rev().map(|(_, kind)| *kind);
    let kinds: Vec<EvidenceKind> = kinds.collect();
    let items = kinds
        .iter()
        .map(|&rung| match question.evidence.contains(&rung) {
            true => format!("{} · asked for here", kind(rung)),
            false => kind(rung).to_string(),
        });
    let items: Vec<String> = items.collect();
    let Some(chosen) = select(session, "What is it? The strongest first", &items)? else {
        return Ok(false);
    };
    record.kind = kinds[chosen];
    Ok(true)
}

fn fill_origin(session: &mut Session, record: &mut EvidenceRecord) -> Result<bool, Failure> {
    let items = ["the vendor gave it to us", "we took it ourselves"].map(str::to_string);
    let chosen = select(session, "Who did it come from?", &items)?;
    record.origin = match chosen {
        Some(0) => Origin::Vendor,
        Some(_) => Origin::Us,
        None => return Ok(false),
    };
    Ok(true)
}

fn fill_date(session: &mut Session, record: &mut EvidenceRecord) -> Result<bool, Failure> {
    let what = match record.kind {
        EvidenceKind::Verified | EvidenceKind::ConfigExport => "Day of the test or export?",
        EvidenceKind::Soc2T1 | EvidenceKind::Soc2T2 => "Date of the report?",
        EvidenceKind::Iso27001 => "Day of the last audit?",
        EvidenceKind::Policy => "Date of the document?",
        EvidenceKind::Assertion => "Day it was said?",
    };
    let is_test = matches!(
        record.kind,
        EvidenceKind::Verified | EvidenceKind::ConfigExport
    );
    // Enter is short for what was done just now; a document is seldom of the day it is recorded.
    let day = match record.origin {
        Origin::Us if is_test => session.day_or_today(what)?,
        Origin::Us | Origin::Vendor => session.stated_day(what)?,
    };
    Ok(day.map(|day| record.date = day).is_some())
}

fn fill_period(session: &mut Session, record: &mut EvidenceRecord) -> Result<bool, Failure> {
    let prompt = "Period the report covers, such as `2025-01-01 to 2025-12-31`";
    let period = session.detail(prompt, period)?;
    record.period = period;
    Ok(period.is_some())
}

fn period(line: &str) -> Result<Period, Refusal> {
    if line.is_empty() {
        return Err(Refusal {
            message: "nothing is typed".to_string(),
            help: "write the period as the report states it, or `:b` to go back".to_string(),
        });
    }
    match parse_line(&AnswerKind::Period, line)? {
        Value::Period(period) => Ok(period),
        other => unreachable!("a period was read as {other:?}"),
    }
}

fn fill_sample(session: &mut Session, record: &mut EvidenceRecord) -> Result<bool, Failure> {
    let unstated = session.interview.pack().model.evidence.default_sample;
    loop {
        let prompt = "How many items were tested? Enter when it does not say";
        let Some(sample) = session.detail(prompt, optional_count)? else {
            return Ok(false);
        };
        let tested = sample.unwrap_or(unstated);
        let prompt = "How many of them deviated? Enter for none";
        // Back from here is back to the number tested, which may be what is wrong.
        if let Some(exceptions) = session.detail(prompt, |line| deviated(line, tested))? {
            record.sample = sample;
            record.exceptions = exceptions;
            return Ok(true);
        }
    }
}

/// How many of the tested items deviated; none when nothing is typed.
fn deviated(line: &str, tested: u32) -> Result<u32, Refusal> {
    match optional_count(line)?.unwrap_or(0) {
        exceptions if exceptions > tested => Err(Refusal {
            message: format!("`{exceptions}` are more than were tested"),
            help: format!("write a number up to {tested}, or `:b` to change how many were tested"),
        }),
        exceptions => Ok(exceptions),
    }
}

fn optional_count(line: &str) -> Result<Option<u32>, Refusal> {
    if line.is_empty() {
        return Ok(None);
    }
    let number = count(line)?;
    let small = u32::try_from(number)
        .ok()
        .filter(|number| *number <= MOST_SAMPLED);
    small.map(Some).ok_or_else(|| Refusal {
        message: format!("`{number}` items are more than can be recorded"),
        help: format!("write a number up to {MOST_SAMPLED}"),
    })
}

fn fill_document(session: &mut Session, record: &mut EvidenceRecord) -> Result<bool, Failure> {
    let ask = Ask::detail("Is the auditor's opinion qualified or adverse on what it supports?");
    let Reply::Given(qualified) = session.prompter.confirm(ask, Some(false))? else {
        return Ok(false);
    };
    record.qualified = qualified;
    let prompt = "Id of the tested control, such as `CC6.1-04`; Enter for none";
    let Some(control) = session.detail(prompt, |line| Ok(line.to_string()))? else {
        return Ok(false);
    };
    record.tested_control = (!control.is_empty()).then_some(control);
    Ok(true)
}

fn fill_directness(session: &mut Session, record: &mut EvidenceRecord) -> Result<bool, Failure> {
    let choices = [
        (None, "as the model takes it for this kind and control"),
        (Some(Relevance::Direct), "directly: about this very thing"),
        (Some(Relevance::Partial), "in part"),
        (
            Some(Relevance::Generic),
            "only as part of something general",
        ),
        (Some(Relevance::None), "not at all"),
    ];
    let items = choices.map(|(_, text)| text.to_string());
    let Some(chosen) = select(session, "How directly does it speak about this?", &items)? else {
        return Ok(false);
    };
    record.directness = choices[chosen].0;
    Ok(true)
}

fn fill_reference(session: &mut Session, record: &mut EvidenceRecord) -> Result<bool, Failure> {
    let reference = session.words("What is it, and where? Title, page, link", "a reference")?;
    Ok(reference.map(|text| record.reference = text).is_some())
}

/// Asks for the file of an export or test, and reads it where its kind is known.
fn fill_artefact(
    session: &mut Session,
    question: &Question,
    record: &mut EvidenceRecord,
) -> Result<bool, Failure> {
    let prompt =
        "Path of its file (token, key report, review, log, settings: it is read); Enter for none";
    let Some(file) = ask_file(session, prompt)? else {
        return Ok(false);
    };
    let Some(file) = file else {
        return Ok(true);
    };
    let known = session.interview.assessment();
    if let Some(known) = known.record_read(record.origin, &file.sha256) {
        let told = format!("the file is recorded already, as {}", known.id);
        say(session.prompter, Tone::Refused, told);
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
            let told = format!("{why}; only path and SHA-256 are kept");
            say(session.prompter, Tone::Text, visible(&told));
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
    let date = read.reading.as_of.at.date_naive();
    if date > session.interview.today() {
        let told = format!(
            "`{date}` lies in the future; the file says so itself: check the clock that made it"
        );
        say(session.prompter, Tone::Refused, told);
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
    let told = format!(
        "read as {} ({}), {} facts",
        read.reading.family,
        read.reading.format,
        read.reading.facts.len()
    );
    say(session.prompter, Tone::Done, told);
    let links = || question.facts.iter();
    let words = Words::of(session.interview.pack().language);
    for fact in &read.reading.facts {
        if links().any(|link| fact.name == link.fact.as_str()) {
            let title = session.interview.pack().fact(&fact.name.as_ref().into());
            let title = title.map_or(fact.name.as_ref(), |entry| entry.title.as_str());
            let told = format!(
                "{title}: {} ({})",
                told_value(words, &fact.value),
                place(words, &fact.place)
            );
            say(session.prompter, Tone::Text, visible(&told));
        }
    }
    record.read = Some(read.reading);
    Ok(true)
}

fn fill_file(session: &mut Session, record: &mut EvidenceRecord) -> Result<bool, Failure> {
    let file = ask_file(session, UNREAD)?;
    Ok(file.map(|file| record.file = file).is_some())
}

/// What asks for a file that is not read.
pub(in crate::cli::assess) const UNREAD: &str =
    "Path of its file, of which only path and SHA-256 are kept; Enter for none";

/// Asks for a file: none within where there is none, none at all where that was left.
pub(in crate::cli::assess) fn ask_file(
    session: &mut Session,
    prompt: &str,
) -> Result<Option<Option<EvidenceFile>>, Failure> {
    let folder = session.folder().to_path_buf();
    session.detail(prompt, |line| match line {
        "" => Ok(None),
        line => find_file(line, &folder).map(Some),
    })
}

/// Finds a file by a typed path, from here or from the folder of the assessment.
fn find_file(typed: &str, folder: &Path) -> Result<EvidenceFile, Refusal> {
    let typed = typed.trim_matches(['"', '\'']);
    let path = match (typed.strip_prefix("~/"), std::env::home_dir()) {
        (Some(rest), Some(home)) => home.join(rest),
        _ => PathBuf::from(typed),
    };
    let refusal = |message: String| Refusal {
        message,
        help: "write the path of a file, or nothing".to_string(),
    };
    let candidates = [path.clone(), folder.join(&path)];
    let Some(path) = candidates.iter().find(|path| path.is_file()) else {
        return Err(refusal(format!("there is no file `{typed}`")));
    };
    store::recorded(path, folder).map_err(|failure| match failure {
        Failure::Usage { message, help } => Refusal { message, help },
        _ => refusal(format!("cannot read `{typed}`")),
    })
}

fn fill_supports(
    session: &mut Session,
    question: &Question,
    record: &mut EvidenceRecord,
) -> Result<bool, Failure> {
    let prompt = match record.kind.is_assurance_document() {
        true => "Further questions it supports, by id with commas, or `all`; Enter for none",
        false => "Further questions it supports, by id with commas; Enter for none",
    };
    let first = question.id.clone();
    let pack = session.interview.pack();
    let supports = session.detail(prompt, |line| {
        if line == "all" {
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
                return Err(Refusal {
                    message: format!("unknown question `{name}`"),
                    help: match crate::source::nearest(name, known) {
                        Some(near) => format!("did you mean `{near}`?"),
                        None => "write ids such as `Q.tok.01`, with commas".to_string(),
                    },
                });
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

    #[test]
    fn all_that_were_tested_can_deviate_and_no_more() {
        assert_eq!(deviated("25", 25), Ok(25));
        assert!(deviated("26", 25).is_err());
        assert_eq!(deviated("", 25), Ok(0));
    }
}

//! `evidence requests`: what to ask for, grouped by who holds it, worded to be sent.

use std::fmt::Write;
use std::path::Path;

use crate::cli::visible::visible;
use crate::cli::{Failure, Surroundings, print, store};
use crate::report::requests::{Holder, Reason, Refuted, RequestGroup};
use crate::report::{Audience, Frame, Report};

/// Runs `evidence requests`.
pub(super) fn run(file: &Path, surroundings: Surroundings) -> Result<(), Failure> {
    let opened = store::read(file, surroundings.as_of)?;
    let frame = Frame::unsigned(Audience::Analyst);
    let report = Report::new(&opened.pack, &opened.assessment, &frame);
    let groups = report.requests.iter().flat_map(|requests| &requests.groups);
    let letters: Vec<String> = groups
        .map(|group| letter(group, &opened.assessment.product))
        .collect();
    if letters.is_empty() {
        surroundings.say("nothing is open, and every answer has evidence");
    }
    print(&letters.join("\n"))
}

/// One list, with the sentence that asks for it.
fn letter(group: &RequestGroup, product: &str) -> String {
    let asks = match group.holder {
        Holder::Vendor => "Please send us the following about",
        Holder::Auditor => {
            "Please ask your auditor or certification body to release the following about"
        }
        Holder::Us => "Please find or test the following about our use of",
    };
    let mut out = format!("{}\n\n", group.title);
    let _ = writeln!(
        out,
        "{asks} {}. Give each file the day it was made, whole and as exported. Leave out secret values: tokens \
         without their signature, keys without their secret.\n",
        visible(product)
    );
    let documents = group.documents.iter().map(|request| {
        let (text, why) = (asked(&request.text), ended(&capital(&request.why)));
        format!("{text} ({})\n   Reason: {why}", visible(&request.document))
    });
    let questions = group.requests.iter().map(|request| {
        let (attach, text) = (ended(&request.attach), ended(&request.text));
        let (find, why) = (ended(&request.find), ended(&told(&request.reason)));
        format!(
            "{attach} ({})\n   It answers: {text}\n   Where: {find}\n   Reason: {why}",
            request.question
        )
    });
    for (number, item) in (1..).zip(documents.chain(questions)) {
        let _ = writeln!(out, "{number}. {item}");
    }
    out
}

/// A request about a document as an item of a list that begins with "Please send us".
fn asked(text: &str) -> String {
    let rest = text.strip_prefix("Please send ").map(|rest| {
        let rest = rest.strip_prefix("or point out ").unwrap_or(rest);
        match rest.starts_with("the ") || rest.starts_with("a ") {
            true => capital(rest),
            // The name of a file keeps its letters.
            false => rest.to_owned(),
        }
    });
    let other = || capital(text.strip_prefix("Please ").unwrap_or(text));
    ended(&rest.unwrap_or_else(other))
}

/// The reason in whole sentences, for readers who do not know our words.
fn told(reason: &Reason) -> String {
    match reason {
        Reason::Open => "It is not answered yet.".to_owned(),
        Reason::Unknown(asked) => {
            format!(
                "It was not known when we asked on {} ({}).",
                asked.on, asked.who
            )
        }
        Reason::Unapproved => {
            "It was set aside as not applicable, and no second person has approved that yet."
                .to_owned()
        }
        Reason::Refuted(parts) => {
            let said: Vec<String> = parts.iter().map(contradiction).collect();
            let asks = match parts.len() {
                1 => "Which of the two is true, and since when?",
                _ => "Which is true in each case, and since when?",
            };
            format!("{} {asks}", said.join(" "))
        }
        Reason::Unsettled { files, why } => {
            format!("It is not settled by {}: {why}", files.reference)
        }
        Reason::InPart => "It is answered only in part.".to_owned(),
        Reason::Asserted => "So far there is only a statement.".to_owned(),
        Reason::Weak => "What we hold about it shows no more than a statement would.".to_owned(),
    }
}

fn contradiction(part: &Refuted) -> String {
    let Refuted {
        title,
        claim,
        shown,
    } = part;
    format!("{title}: the answer says {claim}, {shown}.")
}

/// The text on one line, with one mark at its end.
fn ended(text: &str) -> String {
    let text = visible(text);
    let text = text.trim_end();
    match text.ends_with(['.', '?', '!']) {
        true => text.to_owned(),
        false => format!("{text}."),
    }
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_text_ends_with_one_mark() {
        assert_eq!(ended("it is open"), "it is open.");
        assert_eq!(ended("it is open. "), "it is open.");
        assert_eq!(ended("since when?"), "since when?");
    }

    #[test]
    fn documents_are_asked_for_once() {
        assert_eq!(
            asked("Please send a bridge letter from May on."),
            "A bridge letter from May on."
        );
        assert_eq!(
            asked("Please send soc2.pdf complete."),
            "soc2.pdf complete."
        );
        assert_eq!(
            asked("Please send or point out the pages of R that answer: Who?"),
            "The pages of R that answer: Who?"
        );
        assert_eq!(asked("Please list the controls."), "List the controls.");
    }
}

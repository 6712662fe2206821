//! `evidence requests`: what to ask for, grouped by who holds it, worded to be sent.

use std::fmt::Write;
use std::path::Path;

use crate::cli::visible::visible;
use crate::cli::{Failure, Surroundings, print, store};
use crate::report::requests::{Holder, RequestGroup};
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
    let mut number = 0;
    for request in &group.documents {
        number += 1;
        let (text, why) = (visible(&request.text), visible(&request.why));
        let document = visible(&request.document);
        let _ = writeln!(out, "{number}. {text} ({document})\n   Reason: {why}.");
    }
    for request in &group.requests {
        number += 1;
        let (attach, text) = (visible(&request.attach), visible(&request.text));
        let _ = writeln!(
            out,
            "{number}. {attach} ({})\n   It answers: {text}\n   Reason: {}.",
            request.question,
            visible(&request.why)
        );
    }
    out
}

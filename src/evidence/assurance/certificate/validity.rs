//! The days of a certificate: issue of this cycle, expiry, last audit.
//!
//! Labels and days are read in their order. A label belongs to the day behind it, and a row of labels to a row
//! of as many days; whatever does not pair like that is left alone.

use std::ops::Range;

use chrono::NaiveDate;

use crate::evidence::assurance::dates;
use crate::evidence::assurance::document::{Document, Passage};
use crate::evidence::assurance::found::{Candidates, Found, Weight};
use crate::evidence::assurance::pattern::patterns;

patterns! {
    LABEL = r"\b(?:(?P<other>(?:original|initial|first)(?:ly)?(?: (?:issued?|issuance|registration|registered|certification|certified|certificate|approval|approved|audit))*(?: (?:date|on|since|by))?(?: of (?:issue|registration|certification|approval))?|certified since|(?:latest |last )?revis(?:ion|ed)(?: date)?|next (?:\w+ ){0,2}(?:audit|due)(?: date)?|(?:re-?certification|renewal|surveillance)(?: audit)? due(?: date)?|printed(?: on)?|decision date|statement of applicability)|(?P<audit>(?:last|latest|most recent) (?:\w+ ){0,2}audit(?: date)?|date of (?:the )?(?:last|latest|most recent) (?:\w+ ){0,2}audit|(?:surveillance|re-?certification) audit(?: date| completed(?: on)?| on)?)|(?P<expiry>expir(?:y|es|ation)(?: date)?(?: on)?|date of expir(?:y|ation)|valid (?:until|till|to|through|thru|up to)|g\x{fc}ltig bis|end of validity)|(?P<current>(?:current|latest) (?:issue|certification)(?: date)?|re-?issued?(?: date| on)?|date of re-?issue|re-?certification date|effective (?:date|from|as of)|valid (?:from|since)|g\x{fc}ltig (?:ab|von|vom)|validity(?: period)?|start of validity)|(?P<issue>(?:certificate )?issu(?:e|ed|ance)(?: date| on)?|date of (?:certificate )?(?:issue|issuance|certification|registration)|certification date|ausstellungsdatum))\b";
}

/// What a label says its day is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Label {
    /// Issue of this cycle.
    Current,
    /// Issue; perhaps the first one.
    Issue,
    Expiry,
    Audit,
    /// Another day, such as that of the first issue.
    Other,
}

#[derive(Debug, Clone)]
enum Token {
    Label(Label, Range<usize>),
    Day(NaiveDate, Range<usize>),
}

/// The days of a certificate.
pub(super) struct Validity {
    pub(super) issue: Option<Found<NaiveDate>>,
    pub(super) expiry: Option<Found<NaiveDate>>,
    pub(super) last_audit: Option<Found<NaiveDate>>,
}

/// How far behind its label a day may stand, in bytes.
const REACH: usize = 40;

pub(super) fn find(document: &Document) -> Validity {
    let mut issue = Candidates::new();
    let mut expiry = Candidates::new();
    let mut audit = Candidates::new();
    for passage in &document.passages {
        for (label, day, at) in pairs(passage) {
            let to = match label {
                Label::Current => (&mut issue, Weight::Stated),
                Label::Issue => (&mut issue, Weight::Said),
                Label::Expiry => (&mut expiry, Weight::Stated),
                Label::Audit => (&mut audit, Weight::Stated),
                Label::Other => continue,
            };
            to.0.add(passage.found(day, to.1, at));
        }
    }
    Validity {
        issue: issue.best(),
        expiry: expiry.best(),
        last_audit: audit.best(),
    }
}

fn pairs(passage: &Passage) -> Vec<(Label, NaiveDate, Range<usize>)> {
    let mut pairs = Vec::new();
    let mut labels: Vec<(Label, Range<usize>)> = Vec::new();
    let mut days: Vec<(NaiveDate, Range<usize>)> = Vec::new();
    let mut end = 0;
    for token in tokens(passage) {
        let (Token::Label(_, at) | Token::Day(_, at)) = &token;
        let is_far = at.start.saturating_sub(end) > REACH;
        end = at.end;
        if is_far || matches!(token, Token::Label(..)) && !days.is_empty() {
            pair(&mut labels, &mut days, &mut pairs);
        }
        match token {
            Token::Label(label, at) => labels.push((label, at)),
            Token::Day(day, at) if !labels.is_empty() => days.push((day, at)),
            Token::Day(..) => {}
        }
    }
    pair(&mut labels, &mut days, &mut pairs);
    pairs
}

/// Pairs what stands together, and forgets it.
fn pair(
    labels: &mut Vec<(Label, Range<usize>)>,
    days: &mut Vec<(NaiveDate, Range<usize>)>,
    pairs: &mut Vec<(Label, NaiveDate, Range<usize>)>,
) {
    match (labels.as_slice(), days.as_slice()) {
        // `Valid from ... to ...`.
        ([(Label::Current, at)], [(from, _), (to, end)]) if from < to => {
            pairs.push((Label::Current, *from, at.start..end.end));
            pairs.push((Label::Expiry, *to, at.start..end.end));
        }
        ([(label, at)], [(day, end), ..]) => pairs.push((*label, *day, at.start..end.end)),
        (labels, days) if labels.len() == days.len() => {
            for ((label, at), (day, end)) in labels.iter().zip(days) {
                pairs.push((*label, *day, at.start..end.end));
            }
        }
        _ => {}
    }
    labels.clear();
    days.clear();
}

/// Labels and days in their order.
fn tokens(passage: &Passage) -> Vec<Token> {
    let mut tokens: Vec<Token> = dates::days(&passage.flow)
        .map(|(at, day)| Token::Day(day, at))
        .collect();
    for found in passage.all(&LABEL) {
        let is = |name: &str| found.name(name).is_some();
        let label = if is("other") {
            Label::Other
        } else if is("audit") {
            Label::Audit
        } else if is("expiry") {
            Label::Expiry
        } else if is("current") {
            Label::Current
        } else {
            Label::Issue
        };
        let at = found.get(0).map_or(0..0, |whole| whole.range());
        tokens.push(Token::Label(label, at));
    }
    tokens.sort_by_key(|token| match token {
        Token::Label(_, at) | Token::Day(_, at) => at.start,
    });
    tokens
}

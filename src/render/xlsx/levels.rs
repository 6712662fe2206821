//! The sheet of the questions that are scored: what each answer is worth in every reading.
//!
//! Questions stand by control and id, so that the sheet of the controls names each control's rows.

use std::ops::Range;

use super::Work;
use super::address::{cell, column, row};
use super::cell::{Cell, Column, Sheet, Shown};
use crate::pack::id::{ControlId, QuestionId};
use crate::score::QuestionResult;
use crate::words::{Words, say};

/// Heads of the columns, with their widths in characters.
fn columns(words: &Words) -> Vec<Column> {
    vec![
        (say!(words, "col-question"), 12.0),
        (say!(words, "col-control"), 9.0),
        (say!(words, "col-gating"), 8.0),
        (say!(words, "col-share"), 8.0),
        (say!(words, "col-level"), 9.0),
        (say!(words, "col-answered"), 10.0),
        (say!(words, "col-credibility"), 11.0),
        (say!(words, "col-independent-credibility"), 13.0),
        (say!(words, "col-at-best"), 9.0),
        (say!(words, "col-claimed"), 9.0),
        (say!(words, "col-credited"), 9.0),
        (say!(words, "col-independent"), 12.0),
        (say!(words, "col-if-answered"), 10.0),
        (say!(words, "col-what-was-asked"), 70.0),
    ]
}

/// The column of what the model takes from a question, in each reading.
pub const READINGS: [char; 5] = ['I', 'J', 'K', 'L', 'M'];
pub const ANSWERED: char = 'F';

/// Where each scored question stands.
pub struct Levels {
    words: &'static Words,
    rows: Vec<(ControlId, QuestionResult)>,
}

impl Levels {
    /// Lays out the questions of the live controls.
    pub fn new(work: &Work) -> Self {
        let controls = work.result.score.controls.iter();
        let rows = controls.flat_map(|control| {
            let own = control.questions.iter();
            own.map(|question| (control.control.clone(), question.clone()))
        });
        Self {
            words: work.words,
            rows: rows.collect(),
        }
    }

    /// The rows of a control.
    pub fn of(&self, control: &ControlId) -> Range<usize> {
        let is_own = |(of, _): &&(ControlId, QuestionResult)| of == control;
        let start = self.rows.iter().position(|row| is_own(&row)).unwrap_or(0);
        start..start + self.rows.iter().filter(is_own).count()
    }

    /// The name of the sheet.
    fn name(&self) -> String {
        say!(self.words, "sheet-levels")
    }

    /// The shares of a control's questions.
    pub fn shares(&self, control: &ControlId) -> String {
        column(&self.name(), 'D', self.of(control))
    }

    /// A column of a control's questions.
    pub fn values(&self, control: &ControlId, letter: char) -> String {
        column(&self.name(), letter, self.of(control))
    }

    /// The cells of a control's gating questions in a column.
    pub fn gates(&self, control: &ControlId, letter: char) -> Vec<String> {
        self.of(control)
            .filter(|&at| self.rows[at].1.claim.gating)
            .map(|at| cell(&self.name(), letter, at))
            .collect()
    }

    /// The level and the credibility of a question as formulas that follow this sheet.
    pub fn linked(&self, question: &QuestionId) -> [Cell; 2] {
        let found = self
            .rows
            .iter()
            .position(|(_, row)| row.question == *question);
        let Some(at) = found else {
            return [Cell::Empty, Cell::Empty];
        };
        let claim = &self.rows[at].1.claim;
        [
            Cell::Formula(
                cell(&self.name(), 'E', at),
                claim.level.closed(),
                Shown::Level,
            ),
            Cell::Formula(
                cell(&self.name(), 'G', at),
                claim.credibility.credited,
                Shown::Level,
            ),
        ]
    }

    /// The sheet.
    pub fn sheet(&self, work: &Work) -> Sheet {
        let words = work.words;
        let rows = self.rows.iter().enumerate();
        let rows = rows.map(|(at, (control, question))| line(work, at, control, question));
        Sheet {
            frozen: 2,
            ..Sheet::grid(
                (say!(words, "sheet-levels"), say!(words, "about-levels")),
                columns(words),
                rows.collect(),
            )
        }
    }
}

fn line(work: &Work, at: usize, control: &ControlId, question: &QuestionResult) -> Vec<Cell> {
    let (n, claim) = (row(at), &question.claim);
    let (level, credibility) = (claim.level, claim.credibility);
    let formula = |text: String, value| Cell::Formula(text, value, Shown::Level);
    let scored = work.pack.questions_of(control);
    let mut scored = scored.filter(|(asked, _)| asked.id == question.question);
    let (text, share) = scored.next().map_or(("", claim.share), |(asked, scored)| {
        (&asked.text, scored.share)
    });
    // A question answered in part keeps its share; else a level says that it is answered.
    let answered = match level.answered() {
        whole if whole == 0.0 || whole == 1.0 => formula(format!("IF(ISNUMBER(E{n}),1,0)"), whole),
        part => Cell::Input(Some(part), Shown::Level),
    };
    let told = (level.answered() > 0.0).then(|| level.closed());
    vec![
        Cell::text(question.question.as_str()),
        Cell::text(control.as_str()),
        match claim.gating {
            true => Cell::text(say!(work.words, "yes")),
            false => Cell::Empty,
        },
        Cell::Number(share, Shown::Plain),
        Cell::Input(told, Shown::Level),
        answered,
        Cell::Input(Some(credibility.credited), Shown::Level),
        Cell::Input(Some(credibility.independent), Shown::Level),
        formula(format!("MIN(1,E{n}+1-F{n})"), level.at_best()),
        formula(format!("E{n}+0"), level.closed()),
        formula(format!("E{n}*G{n}"), claim.credited()),
        formula(format!("E{n}*H{n}"), claim.independent()),
        formula(format!("MIN(1,K{n}+1-F{n})"), claim.if_answered()),
        Cell::text(text),
    ]
}

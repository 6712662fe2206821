//! Does what a command says: help, back, skip, unknown, not applicable, note, jump, stop.

use super::session::{Flow, Session, answered};
use super::words::{answer, mark};
use super::{documents, evidence, help};
use crate::cli::Failure;
use crate::cli::terminal::{Ask, Command, Menu, Reply, Tone, tell};
use crate::interview::{Interview, Target};
use crate::pack::id::{QuestionId, SectionId};
use crate::pack::question::{Question, Section};
use crate::words::say;

impl<'p> Session<'_, 'p> {
    /// Does what a command says.
    pub(super) fn obey(
        &mut self,
        question: &'p Question,
        command: Command,
    ) -> Result<Flow, Failure> {
        match command {
            Command::More => {
                if let Some(command) = self.choose_command()? {
                    return self.obey(question, command);
                }
            }
            Command::Help => {
                let lines = help::lines(&self.interview, question);
                self.prompter.say(&lines);
            }
            Command::Back => {
                if !self.interview.back() {
                    let refused = say!(self.said(), "refused-first");
                    tell(self.prompter, Tone::Refused, refused);
                }
            }
            Command::Skip => self.interview.advance(),
            Command::Unknown => self.unknown(question)?,
            Command::NotApplicable => self.not_applicable(question)?,
            Command::Note => self.note(question)?,
            Command::Evidence => evidence::menu(self, question)?,
            Command::Documents => return documents::menu(self),
            Command::Jump(target) => self.jump(target)?,
            Command::Withdraw => {
                if self.may_replace(question)? {
                    let told = say!(self.said(), "told-open-again");
                    self.change(Interview::withdraw, &told)?;
                }
            }
            Command::Stop => return Ok(Flow::Stop),
        }
        Ok(Flow::On)
    }

    /// The list of all commands, behind Esc.
    pub(super) fn choose_command(&mut self) -> Result<Option<Command>, Failure> {
        let (commands, items): (Vec<Command>, Vec<String>) = Command::all(self.said()).unzip();
        let prompt = say!(self.said(), "ask-command");
        let menu = Menu {
            ask: Ask::detail(&prompt),
            items: &items,
            at: None,
        };
        Ok(match self.prompter.select(&menu)? {
            Reply::Given(chosen) => Some(commands[chosen].clone()),
            Reply::Command(Command::More | Command::Back) => None,
            Reply::Command(command) => Some(command),
        })
    }

    fn unknown(&mut self, question: &'p Question) -> Result<(), Failure> {
        if !self.may_replace(question)? {
            return Ok(());
        }
        let Some((who, on)) = self.who_was_asked()? else {
            return Ok(());
        };
        let words = self.said();
        let told = say!(words, "told-unknown", who = &who, on = words.date(on));
        if self.change(|interview| interview.unknown(&who, on), &told)? {
            self.interview.advance();
        }
        Ok(())
    }

    fn not_applicable(&mut self, question: &'p Question) -> Result<(), Failure> {
        if self.interview.always_applies(question).is_some() {
            // Refused before anybody has to think of a reason.
            self.change(|interview| interview.not_applicable(""), "")?;
            return Ok(());
        }
        if !self.may_replace(question)? {
            return Ok(());
        }
        let words = self.said();
        let (prompt, help) = (say!(words, "ask-reason"), say!(words, "empty-reason"));
        let Some(reason) = self.text(&prompt, help)? else {
            return Ok(());
        };
        let told = say!(words, "told-not-applicable");
        if self.change(|interview| interview.not_applicable(&reason), &told)? {
            self.interview.advance();
        }
        Ok(())
    }

    fn note(&mut self, question: &Question) -> Result<(), Failure> {
        let held = self.interview.response(&question.id);
        let has_note = held.is_some_and(|held| held.note.is_some());
        let words = self.said();
        let prompt = match has_note {
            true => say!(words, "ask-new-note"),
            false => say!(words, "ask-note"),
        };
        let Some(note) = self.detail(&prompt, |line| Ok(line.to_string()))? else {
            return Ok(());
        };
        let (note, told) = match note.as_str() {
            "" => return Ok(()),
            "-" => ("", say!(words, "told-no-note")),
            note => (note, say!(words, "told-note")),
        };
        self.change(|interview| interview.note(note), &told)?;
        Ok(())
    }

    fn jump(&mut self, target: Option<String>) -> Result<(), Failure> {
        let target = match target {
            Some(typed) => self.target(&typed),
            None => match self.choose_target()? {
                Some(target) => target,
                None => return Ok(()),
            },
        };
        if let Err(refused) = self.interview.jump(&target) {
            tell(self.prompter, Tone::Refused, refused.to_string());
        }
        Ok(())
    }

    /// What a typed target means: a section by id or title, else a question.
    fn target(&self, typed: &str) -> Target {
        let is_meant = |section: &&Section| {
            let title = section.title.to_lowercase();
            section.id.as_str() == typed || title == typed.to_lowercase()
        };
        let sections = &self.interview.pack().sections;
        if let Some(section) = sections.iter().find(is_meant) {
            return Target::Section(section.id.clone());
        }
        let same = |question: &&Question| question.id.as_str().eq_ignore_ascii_case(typed);
        match self.interview.pack().questions().find(same) {
            Some(question) => Target::Question(question.id.clone()),
            None if typed.contains('.') => Target::Question(QuestionId::new(typed)),
            None => Target::Section(SectionId::new(typed)),
        }
    }

    fn choose_target(&mut self) -> Result<Option<Target>, Failure> {
        let words = self.said();
        let sections: Vec<&'p Section> = self.interview.sections().collect();
        let current = self.interview.position().map(|(section, _)| &section.id);
        let items: Vec<String> = sections
            .iter()
            .map(|section| {
                let progress = self.interview.section_progress(section);
                let (done, asked) = (progress.done().to_string(), progress.asked().to_string());
                say!(words, "menu-section", title = &section.title, done, asked)
            })
            .collect();
        let prompt = say!(words, "ask-section");
        let menu = Menu {
            ask: Ask::detail(&prompt),
            items: &items,
            at: sections
                .iter()
                .position(|section| Some(&section.id) == current),
        };
        let Reply::Given(chosen) = self.prompter.select(&menu)? else {
            return Ok(None);
        };
        self.choose_question(sections[chosen])
    }

    fn choose_question(&mut self, section: &'p Section) -> Result<Option<Target>, Failure> {
        let questions: Vec<&Question> = self.interview.questions_of(section).collect();
        let words = self.said();
        let first = say!(words, "menu-through-section");
        let items = questions.iter().map(|question| {
            let mark = mark(words, self.interview.standing(question));
            format!("{mark}  {}  {}", question.id, brief(question.text.trim()))
        });
        let items: Vec<String> = [first].into_iter().chain(items).collect();
        let prompt = say!(words, "ask-where");
        let menu = Menu {
            ask: Ask::detail(&prompt),
            items: &items,
            at: None,
        };
        Ok(match self.prompter.select(&menu)? {
            Reply::Given(0) => Some(Target::Section(section.id.clone())),
            Reply::Given(at) => Some(Target::Question(questions[at - 1].id.clone())),
            Reply::Command(_) => None,
        })
    }

    /// Asks before an answer is replaced by its absence.
    fn may_replace(&mut self, question: &Question) -> Result<bool, Failure> {
        let Some(value) = answered(&self.interview, question) else {
            return Ok(true);
        };
        let words = self.said();
        let so_far = say!(
            words,
            "told-so-far",
            answer = answer(words, &question.form, value)
        );
        tell(self.prompter, Tone::Text, so_far);
        let prompt = say!(words, "ask-replace");
        Ok(self.prompter.confirm(Ask::detail(&prompt), None)? == Reply::Given(true))
    }
}

/// Characters of a question's text that a list shows.
const BRIEF: usize = 48;

/// The beginning of a text.
fn brief(text: &str) -> String {
    match text.char_indices().nth(BRIEF) {
        None => text.to_string(),
        Some((end, _)) => format!("{}…", text[..end].trim_end()),
    }
}

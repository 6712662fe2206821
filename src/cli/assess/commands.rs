//! Does what a command says: help, back, skip, unknown, not applicable, note, jump, stop.

use super::session::{Flow, Session, answered};
use super::words::{answer, mark};
use super::{documents, evidence, help};
use crate::cli::Failure;
use crate::cli::terminal::{Ask, Command, Menu, Reply, Tone, say};
use crate::interview::{Interview, Target};
use crate::pack::id::{QuestionId, SectionId};
use crate::pack::question::{Question, Section};

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
                    say(self.prompter, Tone::Refused, "this is the first question");
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
                    self.change(Interview::withdraw, "open again")?;
                }
            }
            Command::Stop => return Ok(Flow::Stop),
        }
        Ok(Flow::On)
    }

    /// The list of all commands, behind Esc.
    pub(super) fn choose_command(&mut self) -> Result<Option<Command>, Failure> {
        let (commands, items): (Vec<Command>, Vec<String>) = Command::all().unzip();
        let menu = Menu {
            ask: Ask::detail("What else?"),
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
        let told = format!("unknown, asked {who} on {on}");
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
        let Some(reason) = self.words("Why does it not apply?", "the reason")? else {
            return Ok(());
        };
        let told = "not applicable; it stays open in the score until a second person approves it";
        if self.change(|interview| interview.not_applicable(&reason), told)? {
            self.interview.advance();
        }
        Ok(())
    }

    fn note(&mut self, question: &Question) -> Result<(), Failure> {
        let held = self.interview.response(&question.id);
        let has_note = held.is_some_and(|held| held.note.is_some());
        let prompt = match has_note {
            true => "New note; Enter keeps the old one, `-` removes it",
            false => "Note",
        };
        let Some(note) = self.detail(prompt, |line| Ok(line.to_string()))? else {
            return Ok(());
        };
        match note.as_str() {
            "" => {}
            "-" => drop(self.change(|interview| interview.note(""), "no note")?),
            note => drop(self.change(|interview| interview.note(note), "the note")?),
        }
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
            say(self.prompter, Tone::Refused, refused.to_string());
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
        let sections: Vec<&'p Section> = self.interview.sections().collect();
        let current = self.interview.position().map(|(section, _)| &section.id);
        let items: Vec<String> = sections
            .iter()
            .map(|section| {
                let progress = self.interview.section_progress(section);
                format!(
                    "{} · {} of {}",
                    section.title,
                    progress.done(),
                    progress.asked()
                )
            })
            .collect();
        let menu = Menu {
            ask: Ask::detail("Which section?"),
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
        let first = "from its first unfinished question, or through all of it again".to_string();
        let items = questions.iter().map(|question| {
            let mark = mark(self.interview.standing(question));
            format!("{mark}  {}  {}", question.id, brief(question.text.trim()))
        });
        let items: Vec<String> = [first].into_iter().chain(items).collect();
        let menu = Menu {
            ask: Ask::detail("Where in it?"),
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
        let there = answer(&question.form, value);
        say(
            self.prompter,
            Tone::Text,
            format!("The answer so far: {there}"),
        );
        let ask = Ask::detail("Is it to be replaced?");
        Ok(self.prompter.confirm(ask, None)? == Reply::Given(true))
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

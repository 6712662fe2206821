//! Prompts with menus and colour, on dialoguer; Esc leads to the other commands.
//!
//! Menus are drawn again at each key, so every item is broken into lines that fit, and a menu that
//! is higher than the screen is turned into pages; what is too large would leave lines behind.

use console::{Term, style};
use dialoguer::theme::ColorfulTheme;
use dialoguer::{Completion, Input, MultiSelect, Select};

use super::ahead;
use super::interrupt::at_prompt;
use super::pages;
use super::text::{harmless, typed, wrap, wrap_bytes};
use super::ticks::Ticks;
use super::{Ask, Command, Exit, Line, Menu, Prompter, Reply, Tone};
use crate::cli::Failure;
use crate::source::Style;
use crate::words::{Words, say};

/// Widest column of text; longer lines are hard to read.
const MOST_COLUMNS: usize = 100;

/// Lines that a menu leaves free: its prompt, the page, and the line of the cursor.
const FREE_LINES: usize = 4;

/// Prompts with menus.
pub(super) struct Dialog {
    term: Term,
    theme: ColorfulTheme,
    /// Whether the hint stands on the screen already, with nothing but refusals below it.
    hinted: bool,
    words: &'static Words,
}

impl Dialog {
    /// Begins with the cursor shown: a sitting that was killed in a menu left it hidden.
    pub(super) fn open(colour: Style, words: &'static Words) -> Self {
        console::set_colors_enabled_stderr(colour == Style::Colour);
        let term = pages::term(words);
        // A terminal that is gone needs no cursor.
        let _ = term.show_cursor();
        Self {
            term,
            theme: ColorfulTheme {
                // What was given is only repeated here; whether it is taken is said below it.
                success_prefix: style("·".to_string()).for_stderr().dim(),
                ..ColorfulTheme::default()
            },
            hinted: false,
            words,
        }
    }

    fn columns(&self) -> usize {
        let (_, columns) = self.term.size();
        usize::from(columns)
            .saturating_sub(1)
            .clamp(20, MOST_COLUMNS)
    }

    fn print(&self, line: &str) {
        // A terminal that is gone shows nothing; the next prompt tells.
        let _ = self.term.write_line(line);
    }

    /// Tells how a question is answered or left, unless that stands on the screen already.
    fn hint(&mut self, how: String) {
        if !self.hinted {
            self.say(&[Line::new(Tone::Aside, how)]);
            self.hinted = true;
        }
    }

    /// A choice of one item; with none to begin at, Enter alone chooses nothing.
    fn one_of(&mut self, menu: &Menu) -> Result<Reply<usize>, Failure> {
        let mut items = menu.items.to_vec();
        let prompt = match menu.ask.exit {
            Exit::More => {
                items.push(say!(self.words, "menu-more"));
                menu.ask.prompt.to_string()
            }
            Exit::Back => say!(self.words, "menu-back", prompt = menu.ask.prompt),
        };
        let (shown, page) = self.items(&items, 2);
        let chosen = self.menu(|dialog| {
            let select = Select::with_theme(&dialog.theme)
                .with_prompt(dialog.prompt(&prompt))
                .items(&shown)
                .max_length(page)
                .report(false);
            let select = match menu.at {
                Some(at) => select.default(at),
                None => select,
            };
            select.interact_on_opt(&dialog.term)
        })?;
        if let (Some(at), Exit::Back) = (chosen, menu.ask.exit) {
            self.repeat(menu.ask.prompt, &items[at]);
        }
        Ok(reply(chosen.filter(|&at| at < menu.items.len())))
    }

    /// Repeats what was chosen; dialoguer would let the line run over the edge.
    fn repeat(&self, prompt: &str, item: &str) {
        let prompt = self.wrapped_prompt(prompt).pop().unwrap_or_default();
        let text = format!("{prompt} · {}", harmless(item));
        for (at, line) in wrap(&text, self.columns() - 2).iter().enumerate() {
            let mark = if at == 0 { "·" } else { " " };
            self.print(
                &style(format!("{mark} {line}"))
                    .for_stderr()
                    .dim()
                    .to_string(),
            );
        }
    }

    /// Runs a menu; again, when more keys follow the one that ended it.
    fn menu<T>(
        &mut self,
        show: impl Fn(&Self) -> dialoguer::Result<Option<T>>,
    ) -> Result<Option<T>, Failure> {
        loop {
            let chosen = at_prompt(|| show(self).map_err(io))?;
            if !ahead::discard() {
                return Ok(chosen);
            }
            let text = say!(self.words, "menu-pasted");
            self.say(&[Line::new(Tone::Refused, text)]);
        }
    }

    /// Reads one line.
    fn read(&self, ask: Ask, prompt: &str) -> Result<String, Failure> {
        let line: String = at_prompt(|| {
            Input::with_theme(&self.theme)
                .with_prompt(self.prompt(prompt))
                .allow_empty(true)
                .report(ask.exit == Exit::Back)
                .completion_with(&Tab)
                .interact_text_on(&self.term)
                .map_err(io)
        })?;
        Ok(typed(&line))
    }

    /// Items as dialoguer shows them, and how many of them make a page.
    fn items(&self, items: &[String], margin: usize) -> (Vec<String>, usize) {
        let width = self.columns().saturating_sub(margin);
        let indent = format!("\n{}", " ".repeat(margin));
        let shown: Vec<Vec<String>> = items
            .iter()
            .map(|item| wrap_bytes(&harmless(item).replace('\n', " "), width))
            .collect();
        let heights: Vec<usize> = shown.iter().map(Vec::len).collect();
        let (rows, _) = self.term.size();
        let page = page(&heights, usize::from(rows).saturating_sub(FREE_LINES));
        (
            shown.iter().map(|lines| lines.join(&indent)).collect(),
            page,
        )
    }

    /// A prompt that fits into one line; what is before its last line is printed.
    fn prompt(&self, prompt: &str) -> String {
        let mut lines = self.wrapped_prompt(prompt);
        let last = lines.pop().unwrap_or_default();
        for line in lines {
            self.print(&line);
        }
        last
    }

    /// A prompt in lines that leave room behind the last one.
    fn wrapped_prompt(&self, prompt: &str) -> Vec<String> {
        wrap(&harmless(prompt), self.columns().saturating_sub(16))
    }
}

/// What the tab key writes: a space, so that words pasted with tabs between them stay apart.
struct Tab;

impl Completion for Tab {
    fn get(&self, typed: &str) -> Option<String> {
        let is_apart = typed.is_empty() || typed.ends_with(' ');
        (!is_apart).then(|| format!("{typed} "))
    }
}

/// The most items a page can have so that each page is at most `rows` lines high; at least 1.
fn page(heights: &[usize], rows: usize) -> usize {
    let fits = |items: &usize| {
        let mut pages = heights.chunks(*items);
        pages.all(|page| page.iter().sum::<usize>() <= rows)
    };
    (1..=heights.len()).rev().find(fits).unwrap_or(1)
}

/// What dialoguer answers; Esc leads to the other commands.
fn reply<T>(given: Option<T>) -> Reply<T> {
    given.map_or(Reply::Command(Command::More), Reply::Given)
}

fn io(error: dialoguer::Error) -> std::io::Error {
    let dialoguer::Error::IO(error) = error;
    error
}

impl Prompter for Dialog {
    fn guide(&self) -> String {
        say!(self.words, "menu-guide")
    }

    fn say(&mut self, lines: &[Line]) {
        for line in lines {
            self.hinted &= line.tone == Tone::Refused;
            if line.tone == Tone::Heading {
                self.print("");
            }
            for (at, text) in wrap(&harmless(&line.text), self.columns() - 2)
                .iter()
                .enumerate()
            {
                let text = style(text).for_stderr();
                self.print(&match (line.tone, at) {
                    (Tone::Heading, _) => text.cyan().bold().to_string(),
                    (Tone::Question, _) => text.bold().to_string(),
                    (Tone::Text, _) => text.to_string(),
                    (Tone::Aside, _) => text.dim().to_string(),
                    (Tone::Done, 0) => format!("{} {text}", style("✔").for_stderr().green()),
                    (Tone::Refused, 0) => format!("{} {text}", style("✘").for_stderr().red()),
                    (Tone::Done | Tone::Refused, _) => format!("  {text}"),
                });
            }
        }
    }

    fn select(&mut self, menu: &Menu) -> Result<Reply<usize>, Failure> {
        // Nothing is chosen beforehand for an answer: Enter alone must not give one.
        let first = (menu.ask.exit == Exit::Back).then_some(0);
        let at = menu.at.or(first);
        self.one_of(&Menu { at, ..*menu })
    }

    fn several(&mut self, menu: &Menu, chosen: &[usize]) -> Result<Reply<Vec<usize>>, Failure> {
        self.hint(say!(self.words, "menu-several"));
        let (shown, page) = self.items(menu.items, 4);
        let ticked: Vec<bool> = (0..shown.len()).map(|at| chosen.contains(&at)).collect();
        let chosen = self.menu(|dialog| {
            MultiSelect::with_theme(&Ticks(&dialog.theme))
                .with_prompt(dialog.prompt(menu.ask.prompt))
                .items(&shown)
                .defaults(&ticked)
                .max_length(page)
                .report(false)
                .interact_on_opt(&dialog.term)
        })?;
        Ok(reply(chosen))
    }

    /// From a menu, where a command typed by habit answers nothing.
    fn confirm(&mut self, ask: Ask, default: Option<bool>) -> Result<Reply<bool>, Failure> {
        let chosen = self.one_of(&Menu {
            ask,
            items: &[say!(self.words, "menu-yes"), say!(self.words, "menu-no")],
            at: default.map(|yes| usize::from(!yes)),
        })?;
        Ok(match chosen {
            Reply::Given(at) => Reply::Given(at == 0),
            Reply::Command(command) => Reply::Command(command),
        })
    }

    fn line(&mut self, ask: Ask) -> Result<Reply<String>, Failure> {
        self.hint(match ask.exit {
            Exit::More => say!(self.words, "menu-line"),
            Exit::Back => say!(self.words, "plain-back"),
        });
        loop {
            let mut lines = vec![self.read(ask, ask.prompt)?];
            while ahead::is_waiting() {
                lines.push(self.read(ask, "…")?);
            }
            let line = lines.join("\n").trim().to_string();
            match Command::parse(self.words, &line) {
                None => return Ok(Reply::Given(line)),
                Some(Ok(command)) => return Ok(Reply::Command(command)),
                Some(Err(refused)) => self.say(&[Line::new(Tone::Refused, refused.to_string())]),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_holds_as_many_items_as_fit_on_every_page() {
        assert_eq!(page(&[1, 1, 1], 3), 3);
        assert_eq!(page(&[1, 1, 1], 2), 2);
        assert_eq!(page(&[1, 3, 1, 1], 4), 2);
        assert_eq!(page(&[9, 9], 4), 1);
    }
}

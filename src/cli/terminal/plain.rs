//! Prompts line by line: numbered choices and typed answers, nothing redrawn, no colour.
//!
//! For screen readers, and for pipes. The end of the input stops the sitting.

use std::io::{BufRead, Write};

use super::interrupt::at_prompt;
use super::text::{harmless, typed as typed_line};
use super::{Ask, Command, Exit, Line, Menu, Prompter, Reply, Tone};
use crate::assessment::typed;
use crate::cli::Failure;
use crate::words::{Words, say};

/// Prompts line by line.
pub(super) struct Plain<R, W> {
    input: R,
    output: W,
    words: &'static Words,
}

impl<R: BufRead, W: Write> Plain<R, W> {
    pub(super) fn new(input: R, output: W, words: &'static Words) -> Self {
        Self {
            input,
            output,
            words,
        }
    }

    fn print(&mut self, text: &str) {
        // Whoever closed the output sees nothing more; the answers count all the same.
        let _ = writeln!(self.output, "{}", harmless(text));
    }

    /// Reads a line; `None` when it was refused and has to be asked for again.
    fn read(&mut self, prompt: &str) -> Result<Option<Reply<String>>, Failure> {
        let _ = write!(self.output, "{}: ", harmless(prompt));
        let _ = self.output.flush();
        let mut line = String::new();
        let read = at_prompt(|| self.input.read_line(&mut line))?;
        if read == 0 {
            self.print("");
            return Ok(Some(Reply::Command(Command::Stop)));
        }
        let line = typed_line(&line);
        match Command::parse(self.words, &line) {
            None => Ok(Some(Reply::Given(line))),
            Some(Ok(command)) => Ok(Some(Reply::Command(command))),
            Some(Err(refused)) => {
                self.print(&format!("{refused}"));
                Ok(None)
            }
        }
    }

    /// Reads lines until one of them is understood.
    fn ask<T>(
        &mut self,
        ask: Ask,
        wants: &str,
        understand: impl Fn(&str) -> Result<T, String>,
    ) -> Result<Reply<T>, Failure> {
        let exit = match ask.exit {
            Exit::More => say!(self.words, "plain-more"),
            Exit::Back => say!(self.words, "plain-back"),
        };
        let ways = [wants, &exit].into_iter().filter(|way| !way.is_empty());
        let prompt = format!("{} ({})", ask.prompt, ways.collect::<Vec<_>>().join("; "));
        loop {
            match self.read(&prompt)? {
                Some(Reply::Command(command)) => return Ok(Reply::Command(command)),
                Some(Reply::Given(line)) => match understand(&line) {
                    Ok(given) => return Ok(Reply::Given(given)),
                    Err(help) => self.print(&help),
                },
                None => {}
            }
        }
    }

    fn list(&mut self, menu: &Menu, chosen: &[usize]) {
        for (at, item) in menu.items.iter().enumerate() {
            let number = (at + 1).to_string();
            self.print(&match chosen.contains(&at) {
                true => say!(self.words, "plain-chosen", number, item),
                false => format!("{number}. {item}"),
            });
        }
    }
}

impl<R: BufRead, W: Write> Prompter for Plain<R, W> {
    fn guide(&self) -> String {
        say!(self.words, "plain-guide")
    }

    fn say(&mut self, lines: &[Line]) {
        for line in lines {
            match line.tone {
                Tone::Heading => self.print(&format!("\n{}", line.text)),
                Tone::Refused => {
                    self.print(&say!(self.words, "plain-refused", why = &line.text));
                }
                Tone::Question | Tone::Text | Tone::Aside | Tone::Done => self.print(&line.text),
            }
        }
    }

    fn select(&mut self, menu: &Menu) -> Result<Reply<usize>, Failure> {
        self.list(menu, menu.at.as_slice());
        let (words, last) = (self.words, menu.items.len());
        let wants = say!(words, "plain-one-of", last = last.to_string());
        self.ask(menu.ask, &wants, |line| match (line.is_empty(), menu.at) {
            (true, Some(at)) => Ok(at),
            _ => place(words, line, last),
        })
    }

    fn several(&mut self, menu: &Menu, chosen: &[usize]) -> Result<Reply<Vec<usize>>, Failure> {
        self.list(menu, chosen);
        let (words, last) = (self.words, menu.items.len());
        let wants = say!(words, "plain-several");
        self.ask(menu.ask, &wants, |line| {
            if line.is_empty() && !chosen.is_empty() {
                return Ok(chosen.to_vec());
            }
            if typed::is_none(words.language(), line) {
                return Ok(vec![]);
            }
            let places = line
                .split(',')
                .map(|number| place(words, number.trim(), last));
            let mut places = places.collect::<Result<Vec<_>, _>>()?;
            places.sort_unstable();
            places.dedup();
            Ok(places)
        })
    }

    fn confirm(&mut self, ask: Ask, default: Option<bool>) -> Result<Reply<bool>, Failure> {
        let words = self.words;
        let wants = match default {
            Some(true) => say!(words, "plain-yes"),
            Some(false) => say!(words, "plain-no"),
            None => say!(words, "plain-yes-no"),
        };
        self.ask(ask, &wants, |line| match default {
            Some(default) if line.is_empty() => Ok(default),
            _ => typed::yes_no(words.language(), line)
                .ok_or_else(|| say!(words, "plain-yes-no-help")),
        })
    }

    fn line(&mut self, ask: Ask) -> Result<Reply<String>, Failure> {
        self.ask(ask, "", |line| Ok(line.to_string()))
    }
}

/// The place that a number from 1 means.
fn place(words: &Words, number: &str, last: usize) -> Result<usize, String> {
    let place = number
        .parse::<usize>()
        .ok()
        .filter(|place| (1..=last).contains(place));
    place
        .map(|place| place - 1)
        .ok_or_else(|| say!(words, "plain-one-of-help", last = last.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pack::language::Language;

    fn plain(input: &str) -> Plain<&[u8], Vec<u8>> {
        spoken(input, Language::English)
    }

    fn spoken(input: &str, language: Language) -> Plain<&[u8], Vec<u8>> {
        Plain::new(input.as_bytes(), Vec::new(), Words::of(language))
    }

    fn shown(plain: Plain<&[u8], Vec<u8>>) -> String {
        String::from_utf8(plain.output).expect("it writes text")
    }

    fn items() -> [String; 2] {
        ["first".to_string(), "second\u{1b}[31m".to_string()]
    }

    fn menu(items: &[String], at: Option<usize>) -> Menu<'_> {
        Menu {
            ask: Ask::answer("Answer"),
            items,
            at,
        }
    }

    #[test]
    fn a_choice_is_a_number_and_anything_else_is_asked_again() {
        let mut plain = plain("0\n3\nfirst\n2\n");
        let items = items();
        let reply = plain.select(&menu(&items, None)).expect("it is answered");
        assert_eq!(reply, Reply::Given(1));
        let shown = shown(plain);
        assert!(shown.contains("2. second\u{fffd}[31m\n"), "{shown}");
        assert_eq!(shown.matches("write a number from 1 to 2").count(), 3);
    }

    #[test]
    fn enter_keeps_what_was_chosen() {
        let items = items();
        let reply = plain("\n").select(&menu(&items, Some(1)));
        assert_eq!(reply.expect("it is answered"), Reply::Given(1));
        let reply = plain("\n").several(&menu(&items, None), &[0]);
        assert_eq!(reply.expect("it is answered"), Reply::Given(vec![0]));
    }

    #[test]
    fn several_are_numbers_with_commas_or_none() {
        let items = items();
        let several = |input| {
            plain(input)
                .several(&menu(&items, None), &[])
                .expect("answered")
        };
        assert_eq!(several("2, 1,2\n"), Reply::Given(vec![0, 1]));
        assert_eq!(several("none\n"), Reply::Given(vec![]));
        assert_eq!(several("\n1\n"), Reply::Given(vec![0]));
    }

    #[test]
    fn yes_and_none_are_also_words_of_the_language() {
        let confirmed = |input, language| {
            let mut plain = spoken(input, language);
            plain.confirm(Ask::answer("?"), None).expect("answered")
        };
        assert_eq!(confirmed("j\n", Language::German), Reply::Given(true));
        assert_eq!(confirmed("Nein\n", Language::German), Reply::Given(false));
        assert_eq!(confirmed("yes\n", Language::German), Reply::Given(true));
        assert_eq!(confirmed("j\nno\n", Language::English), Reply::Given(false));
        let items = items();
        let mut german = spoken("keine\n", Language::German);
        let none = german.several(&menu(&items, None), &[0]).expect("answered");
        assert_eq!(none, Reply::Given(vec![]));
        assert!(shown(german).contains("1. first (gewählt)"));
    }

    #[test]
    fn a_command_is_passed_on_and_the_end_of_input_stops() {
        let mut plain = plain(":b\n:bakc\n");
        let reply = plain.line(Ask::detail("Who")).expect("it is answered");
        assert_eq!(reply, Reply::Command(Command::Back));
        let reply = plain.line(Ask::detail("Who")).expect("it is answered");
        assert_eq!(reply, Reply::Command(Command::Stop));
        assert!(shown(plain).contains("unknown command `:bakc`; did you mean `:back`?"));
    }
}

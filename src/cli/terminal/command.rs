//! What can be asked for at any question besides answering it, and how it is typed.

use crate::assessment::value::Refusal;
use crate::source::nearest;
use crate::words::{Words, say};

/// Something wanted instead of an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::cli) enum Command {
    /// The list of all commands.
    More,
    /// Why the question is asked, and what counts.
    Help,
    /// The question before.
    Back,
    /// The next question, leaving this one open.
    Skip,
    /// Nobody knows.
    Unknown,
    /// It does not apply.
    NotApplicable,
    /// A note beside the answer.
    Note,
    /// Evidence behind the answer.
    Evidence,
    /// The assurance documents.
    Documents,
    /// Another section or question; asked for, when none is named.
    Jump(Option<String>),
    /// Take the answer back.
    Withdraw,
    /// End the sitting.
    Stop,
}

/// Key and word of each command, the same in every language.
const COMMANDS: &[(&str, &str, Command)] = &[
    ("?", "help", Command::Help),
    ("b", "back", Command::Back),
    ("s", "skip", Command::Skip),
    ("u", "unknown", Command::Unknown),
    ("n", "na", Command::NotApplicable),
    ("note", "note", Command::Note),
    ("e", "evidence", Command::Evidence),
    ("d", "documents", Command::Documents),
    ("j", "jump", Command::Jump(None)),
    ("clear", "clear", Command::Withdraw),
    ("q", "stop", Command::Stop),
];

impl Command {
    /// Every command that can be typed, as `stop (:q): everything is saved`.
    pub(in crate::cli) fn all(words: &Words) -> impl Iterator<Item = (Command, String)> {
        let commands = COMMANDS.iter().map(|(_, _, command)| command);
        commands.map(|command| (command.clone(), command.does(words)))
    }

    /// What it is called, how it is typed, and what it does.
    fn does(&self, words: &Words) -> String {
        match self {
            Self::More => say!(words, "command-more"),
            Self::Help => say!(words, "command-help"),
            Self::Back => say!(words, "command-back"),
            Self::Skip => say!(words, "command-skip"),
            Self::Unknown => say!(words, "command-unknown"),
            Self::NotApplicable => say!(words, "command-not-applicable"),
            Self::Note => say!(words, "command-note"),
            Self::Evidence => say!(words, "command-evidence"),
            Self::Documents => say!(words, "command-documents"),
            Self::Jump(_) => say!(words, "command-jump"),
            Self::Withdraw => say!(words, "command-withdraw"),
            Self::Stop => say!(words, "command-stop"),
        }
    }

    /// The command that a line begins with a colon for; `None` when it is no command at all.
    pub(super) fn parse(words: &Words, line: &str) -> Option<Result<Self, Refusal>> {
        let typed = line.trim().strip_prefix(':')?.trim();
        let (word, rest) = typed.split_once(char::is_whitespace).unwrap_or((typed, ""));
        if word.is_empty() {
            return Some(Ok(Self::More));
        }
        let is_meant = |(key, name, _): &&(&str, &str, Command)| *key == word || *name == word;
        let found = COMMANDS.iter().find(is_meant);
        let rest = rest.trim();
        Some(match found.map(|(_, _, command)| command) {
            Some(Self::Jump(_)) if !rest.is_empty() => Ok(Self::Jump(Some(rest.to_string()))),
            Some(command) => Ok(command.clone()),
            None => Err(unknown(words, word)),
        })
    }
}

fn unknown(words: &Words, word: &str) -> Refusal {
    let names = COMMANDS.iter().map(|(_, name, _)| *name);
    let help = match nearest(word, names) {
        Some(near) => say!(words, "refused-command-near", near),
        None => say!(words, "refused-command-help"),
    };
    Refusal::new(say!(words, "refused-command", word), help)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pack::language::Language;

    fn parse(line: &str) -> Option<Result<Command, Refusal>> {
        Command::parse(Words::of(Language::English), line)
    }

    #[test]
    fn a_command_is_known_by_its_key_and_by_its_word() {
        for line in [":b", " :back ", ": b"] {
            assert_eq!(parse(line), Some(Ok(Command::Back)), "{line}");
        }
        assert_eq!(parse(":"), Some(Ok(Command::More)));
    }

    #[test]
    fn an_answer_is_no_command() {
        assert_eq!(parse("b"), None);
        assert_eq!(parse("15 min: by policy"), None);
    }

    #[test]
    fn a_jump_may_name_its_target() {
        let target = Some("Q.tok.01".to_string());
        assert_eq!(parse(":j Q.tok.01"), Some(Ok(Command::Jump(target))));
        assert_eq!(parse(":jump"), Some(Ok(Command::Jump(None))));
    }

    #[test]
    fn an_unknown_command_is_answered_with_the_nearest() {
        let refused = parse(":skp").and_then(Result::err);
        assert_eq!(
            refused.map(|refused| refused.help),
            Some("did you mean `:skip`?".into())
        );
    }

    #[test]
    fn the_keys_are_the_same_in_german() {
        let german = Words::of(Language::German);
        assert_eq!(Command::parse(german, ":b"), Some(Ok(Command::Back)));
        let stop = Command::all(german).last().map(|(_, told)| told);
        assert_eq!(stop.as_deref(), Some("beenden (:q): alles ist gespeichert"));
    }
}

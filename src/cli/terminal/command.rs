//! What can be asked for at any question besides answering it, and how it is typed.

use crate::assessment::value::Refusal;
use crate::source::nearest;

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

/// Key and word of each command, and what it does.
const COMMANDS: &[(&str, &str, Command, &str)] = &[
    (
        "?",
        "help",
        Command::Help,
        "why it is asked, what good looks like, where to find it",
    ),
    ("b", "back", Command::Back, "the question before"),
    ("s", "skip", Command::Skip, "leave it open and go on"),
    (
        "u",
        "unknown",
        Command::Unknown,
        "say who was asked, and when",
    ),
    ("n", "na", Command::NotApplicable, "not applicable; say why"),
    ("note", "note", Command::Note, "beside the answer"),
    (
        "e",
        "evidence",
        Command::Evidence,
        "what stands behind the answer",
    ),
    (
        "d",
        "documents",
        Command::Documents,
        "SOC 2 reports, certificates and letters",
    ),
    ("j", "jump", Command::Jump(None), "to a section or question"),
    ("clear", "clear", Command::Withdraw, "take the answer back"),
    ("q", "stop", Command::Stop, "everything is saved"),
];

impl Command {
    /// Every command that can be typed, as `stop (:q): everything is saved`.
    pub(in crate::cli) fn all() -> impl Iterator<Item = (Command, String)> {
        COMMANDS
            .iter()
            .map(|(key, word, command, does)| (command.clone(), format!("{word} (:{key}): {does}")))
    }

    /// The command that a line begins with a colon for; `None` when it is no command at all.
    pub(super) fn parse(line: &str) -> Option<Result<Self, Refusal>> {
        let typed = line.trim().strip_prefix(':')?.trim();
        let (word, rest) = typed.split_once(char::is_whitespace).unwrap_or((typed, ""));
        if word.is_empty() {
            return Some(Ok(Self::More));
        }
        let is_meant =
            |(key, name, _, _): &&(&str, &str, Command, &str)| *key == word || *name == word;
        let found = COMMANDS.iter().find(is_meant);
        let rest = rest.trim();
        Some(match found.map(|(_, _, command, _)| command) {
            Some(Self::Jump(_)) if !rest.is_empty() => Ok(Self::Jump(Some(rest.to_string()))),
            Some(command) => Ok(command.clone()),
            None => Err(unknown(word)),
        })
    }
}

fn unknown(word: &str) -> Refusal {
    let names = COMMANDS.iter().map(|(_, name, _, _)| *name);
    let help = match nearest(word, names) {
        Some(near) => format!("did you mean `:{near}`?"),
        None => "`:` alone shows all commands".to_string(),
    };
    Refusal {
        message: format!("unknown command `:{word}`"),
        help,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_is_known_by_its_key_and_by_its_word() {
        for line in [":b", " :back ", ": b"] {
            assert_eq!(Command::parse(line), Some(Ok(Command::Back)), "{line}");
        }
        assert_eq!(Command::parse(":"), Some(Ok(Command::More)));
    }

    #[test]
    fn an_answer_is_no_command() {
        assert_eq!(Command::parse("b"), None);
        assert_eq!(Command::parse("15 min: by policy"), None);
    }

    #[test]
    fn a_jump_may_name_its_target() {
        let target = Some("Q.tok.01".to_string());
        assert_eq!(
            Command::parse(":j Q.tok.01"),
            Some(Ok(Command::Jump(target)))
        );
        assert_eq!(Command::parse(":jump"), Some(Ok(Command::Jump(None))));
    }

    #[test]
    fn an_unknown_command_is_answered_with_the_nearest() {
        let refused = Command::parse(":skp").and_then(Result::err);
        assert_eq!(
            refused.map(|refused| refused.help),
            Some("did you mean `:skip`?".into())
        );
    }
}

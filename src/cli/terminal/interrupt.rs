//! Ctrl-C at a prompt: the terminal is given back as it was, and every answer so far is on disk.
//!
//! A menu reads keys itself and comes back with an error when one of them is Ctrl-C. A signal that
//! comes at another moment, from another process, or while a whole line is read does not always
//! reach the prompt: then the watching thread gives it a moment and ends the process. It does so
//! only at a prompt, where nothing is being saved.

use std::io::{self, ErrorKind};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use console::Term;

use crate::cli::Failure;
use crate::pack::language::Language;
use crate::words::{Words, say};

/// Somebody wants to leave.
static INTERRUPTED: AtomicBool = AtomicBool::new(false);

/// A prompt is waiting.
static AT_PROMPT: AtomicBool = AtomicBool::new(false);

/// What the prompts speak.
static WORDS: OnceLock<&Words> = OnceLock::new();

/// How long a prompt has to come back by itself.
const GRACE: Duration = Duration::from_millis(150);

/// Watches for Ctrl-C from here on.
///
/// # Errors
///
/// When the system does not let us.
pub(super) fn watch(words: &'static Words) -> Result<(), Failure> {
    WORDS.get_or_init(|| words);
    let before = state::now();
    ctrlc::set_handler(move || leave(&before))
        .map_err(|error| Failure::machine("cannot watch for Ctrl-C", &error))
}

/// What is told after Ctrl-C, as the prompts spoke.
pub(in crate::cli) fn told() -> String {
    let words = WORDS.get_or_init(|| Words::of(Language::English));
    say!(words, "interrupted")
}

/// Runs a prompt; one that was interrupted leaves the cursor visible.
pub(super) fn at_prompt<T>(ask: impl FnOnce() -> io::Result<T>) -> Result<T, Failure> {
    AT_PROMPT.store(true, Ordering::SeqCst);
    let asked = match INTERRUPTED.load(Ordering::SeqCst) {
        true => Err(ErrorKind::Interrupted.into()),
        false => ask(),
    };
    AT_PROMPT.store(false, Ordering::SeqCst);
    asked.map_err(|error| match error.kind() {
        ErrorKind::Interrupted | ErrorKind::UnexpectedEof => {
            end_prompt();
            Failure::Interrupted
        }
        _ => Failure::machine("cannot ask in the terminal", &error),
    })
}

/// Ends the process for a prompt that did not come back by itself.
fn leave(before: &state::State) {
    INTERRUPTED.store(true, Ordering::SeqCst);
    std::thread::sleep(GRACE);
    if AT_PROMPT.load(Ordering::SeqCst) {
        state::restore(before);
        end_prompt();
        Failure::Interrupted.show(crate::source::Style::Plain);
        std::process::exit(130);
    }
}

/// Shows the cursor again, on a line of its own.
fn end_prompt() {
    let term = Term::stderr();
    // A terminal that is gone needs no cursor.
    let _ = term.show_cursor();
    let _ = term.write_line("");
}

/// How the terminal passes on what is typed.
#[cfg(unix)]
mod state {
    use rustix::termios::{OptionalActions, Termios, tcgetattr, tcsetattr};

    /// As it was before the first prompt; none where stdin is no terminal.
    pub(super) type State = Option<Termios>;

    pub(super) fn now() -> State {
        tcgetattr(std::io::stdin()).ok()
    }

    pub(super) fn restore(state: &State) {
        if let Some(state) = state {
            // A terminal that is gone needs no restoring.
            let _ = tcsetattr(std::io::stdin(), OptionalActions::Now, state);
        }
    }
}

/// Elsewhere prompts leave nothing behind that would need it.
#[cfg(not(unix))]
mod state {
    pub(super) type State = ();

    pub(super) fn now() -> State {}

    pub(super) fn restore(_: &State) {}
}

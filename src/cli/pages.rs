//! The text of a PDF, read by a process of its own.
//!
//! A file from outside can make any PDF library recurse, loop or allocate without bound, and a release build
//! ends at the first panic. So the program starts itself a second time, hands the file over as stdin and takes
//! the pages from stdout; that process limits its memory and time before it reads, and is killed when it takes
//! too long. Whatever happens to it, this one goes on.

mod limits;

use std::fs::File;
use std::io::Read;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::{Failure, print, store};
use crate::evidence::Pages;
use crate::evidence::pdf::{self, MAX_BYTES, MAX_TEXT, Refusal};
use crate::source::{Code, Problem};

/// Name of the hidden command that reads stdin.
pub(super) const COMMAND: &str = "read-pages";
/// How long the pages may take.
const PATIENCE: Duration = Duration::from_secs(30);
/// Longest answer: every byte of text escaped, and the frame around it.
const MAX_ANSWER: u64 = 6 * MAX_TEXT as u64 + (1 << 20);

/// What the process says.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Answer {
    Pages(Pages),
    Refused(Refusal),
}

/// The pages of a PDF file.
///
/// # Errors
///
/// When the file cannot be read, or has no text that can be.
pub(super) fn read(path: &Path) -> Result<Pages, Failure> {
    let file = store::open_document(path)?;
    let answer =
        ask(file).map_err(|error| Failure::machine("cannot start reading PDFs", &error))?;
    match answer {
        Answer::Pages(pages) => Ok(pages),
        Answer::Refused(refusal) => Err(refused(path, refusal)),
    }
}

fn refused(path: &Path, refusal: Refusal) -> Failure {
    let message = format!("cannot read `{}`: {refusal}", path.display());
    store::refuse(Problem::new(Code::BadPdf, message).help(refusal.help()))
}

fn ask(file: File) -> std::io::Result<Answer> {
    let length = file.metadata()?.len();
    if length > MAX_BYTES as u64 {
        return Ok(Answer::Refused(Refusal::TooLarge));
    }
    let mut child = Command::new(std::env::current_exe()?)
        .arg(COMMAND)
        .stdin(file)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()?;
    let answer = answer(&mut child, PATIENCE);
    // It has answered, or never will; that it was killed in the second case is no news.
    let _ = child.kill();
    child.wait()?;
    Ok(answer)
}

/// What the process answers within the time it has.
fn answer(child: &mut Child, patience: Duration) -> Answer {
    let (tell, told) = mpsc::channel();
    let stdout = child.stdout.take().expect("its stdout is a pipe");
    thread::spawn(move || {
        let mut text = Vec::new();
        let read = stdout.take(MAX_ANSWER).read_to_end(&mut text);
        // Nobody listens any more when the time is over.
        let _ = tell.send(read.map(|_| text));
    });
    match told.recv_timeout(patience) {
        Ok(read) => read
            .ok()
            .and_then(|text| serde_json::from_slice(&text).ok())
            .unwrap_or(Answer::Refused(Refusal::Damaged)),
        Err(_) => Answer::Refused(Refusal::TooSlow),
    }
}

/// Runs the hidden command: pages of the PDF on stdin, as JSON on stdout.
pub(super) fn run() -> Result<(), Failure> {
    limits::set();
    let mut bytes = Vec::new();
    std::io::stdin()
        .lock()
        .take(MAX_BYTES as u64 + 1)
        .read_to_end(&mut bytes)
        .map_err(|error| Failure::machine("cannot read stdin", &error))?;
    let answer = match pdf::read(bytes) {
        Ok(pages) => Answer::Pages(pages),
        Err(refusal) => Answer::Refused(refusal),
    };
    print(&serde_json::to_string(&answer).expect("texts and names are JSON"))
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    /// What is made of a process that runs `script`.
    fn told(script: &str, patience: Duration) -> Answer {
        let mut child = Command::new("sh")
            .args(["-c", script])
            .stdout(Stdio::piped())
            .spawn()
            .expect("there is a shell");
        let answer = answer(&mut child, patience);
        let _ = child.kill();
        child.wait().expect("it has ended");
        answer
    }

    #[test]
    fn a_process_that_ends_without_an_answer_met_a_damaged_file() {
        for script in ["exit 0", "kill -SEGV $$", "echo '{\"pages\": [\"half'"] {
            let answer = told(script, PATIENCE);
            assert!(
                matches!(answer, Answer::Refused(Refusal::Damaged)),
                "{script}: {answer:?}"
            );
        }
    }

    #[test]
    fn a_process_that_does_not_end_is_too_slow() {
        let answer = told("exec sleep 60", Duration::from_millis(50));
        assert!(matches!(answer, Answer::Refused(Refusal::TooSlow)));
    }

    #[test]
    fn an_answer_without_end_is_cut() {
        let answer = told("exec cat /dev/zero", PATIENCE);
        assert!(matches!(answer, Answer::Refused(Refusal::Damaged)));
    }

    #[test]
    fn pages_and_refusals_come_through() {
        let answer = told(r#"echo '{"pages": ["one", "two"]}'"#, PATIENCE);
        assert!(matches!(answer, Answer::Pages(pages) if pages.texts() == ["one\n", "two\n"]));
        let answer = told(r#"echo '{"refused": "scan"}'"#, PATIENCE);
        assert!(matches!(answer, Answer::Refused(Refusal::Scan)));
    }
}

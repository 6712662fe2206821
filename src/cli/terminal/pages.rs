//! The number of a menu's page in the language: dialoguer knows it in English only.

use console::Term;

use crate::words::Words;

/// What dialoguer writes before the number of a page.
#[cfg(unix)]
const PAGE: &str = "[Page ";

/// The terminal that prompts are drawn in.
#[cfg(unix)]
pub(super) fn term(words: &Words) -> Term {
    use crate::words::say;

    let page = format!("[{} ", say!(words, "menu-page"));
    match page == PAGE {
        true => Term::stderr(),
        false => Term::read_write_pair(std::io::stdin(), translated::Translated::new(page)),
    }
}

/// Elsewhere a terminal cannot be written through.
#[cfg(not(unix))]
pub(super) fn term(_: &Words) -> Term {
    Term::stderr()
}

#[cfg(unix)]
mod translated {
    use std::io::{Result, Stderr, Write, stderr};
    use std::os::fd::{AsRawFd, RawFd};

    /// Stderr, with the word for a page replaced; a prompt is written at once, its page with it.
    #[derive(Debug)]
    pub(super) struct Translated {
        output: Stderr,
        page: String,
    }

    impl Translated {
        pub(super) fn new(page: String) -> Self {
            let output = stderr();
            Self { output, page }
        }
    }

    impl Write for Translated {
        fn write(&mut self, bytes: &[u8]) -> Result<usize> {
            match std::str::from_utf8(bytes) {
                Ok(text) if text.contains(super::PAGE) => {
                    let text = text.replace(super::PAGE, &self.page);
                    self.output.write_all(text.as_bytes())?;
                }
                _ => self.output.write_all(bytes)?,
            }
            Ok(bytes.len())
        }

        fn flush(&mut self) -> Result<()> {
            self.output.flush()
        }
    }

    impl AsRawFd for Translated {
        fn as_raw_fd(&self) -> RawFd {
            self.output.as_raw_fd()
        }
    }
}

//! How far a long file is read, on a terminal.

use std::fs::File;
use std::io::{IsTerminal, Read};

use indicatif::{ProgressBar, ProgressStyle};

/// Files below this are read before anybody could look.
const LONG: u64 = 32 << 20;

/// A bar that fills while a file is read; nothing where nobody looks.
pub(in crate::cli) struct Progress(Option<ProgressBar>);

impl Progress {
    /// A bar for a file.
    pub(in crate::cli) fn new(file: &File, quiet: bool) -> Self {
        let length = file.metadata().map_or(0, |data| data.len());
        let is_shown = length >= LONG && !quiet && std::io::stderr().is_terminal();
        Self(is_shown.then(|| {
            let style = "{bar:40} {bytes} of {total_bytes}, {bytes_per_sec}, {eta} left";
            let style = ProgressStyle::with_template(style).expect("it is a template");
            ProgressBar::new(length).with_style(style)
        }))
    }

    /// The file, counted.
    pub(in crate::cli) fn reader(&self, file: File) -> Box<dyn Read> {
        match &self.0 {
            Some(bar) => Box::new(bar.wrap_read(file)),
            None => Box::new(file),
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if let Some(bar) = &self.0 {
            bar.finish_and_clear();
        }
    }
}

//! Documents that another process reads.

use std::fs::File;
use std::path::Path;

use super::{Failure, refuse, unreadable};

/// Opens a file to hand it over; a pipe or folder is none.
///
/// # Errors
///
/// A problem that names the file when it is missing, closed to us, or no file.
pub(crate) fn open_document(path: &Path) -> Result<File, Failure> {
    let name = path.display().to_string();
    let opened = match path.metadata() {
        Ok(data) if !data.is_file() => Err(std::io::Error::other("it is not a file")),
        Ok(_) => File::open(path),
        Err(error) => Err(error),
    };
    opened.map_err(|error| refuse(unreadable(&name, &error)))
}

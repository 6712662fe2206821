//! A file written beside its place and moved there all at once.
//!
//! Until it is moved nothing is seen of it; after that it is whole. The text is on the disk before
//! the move, and the move is made to last.

use std::fs::File;
use std::io::{self, Write};
use std::path::Path;

use tempfile::NamedTempFile;

use super::folder;

/// A whole file, not yet in its place.
pub(super) struct NewFile(NamedTempFile);

impl NewFile {
    /// Writes `bytes` to the disk, beside `path`.
    pub(super) fn write(path: &Path, bytes: &[u8]) -> io::Result<Self> {
        let mut builder = tempfile::Builder::new();
        builder.prefix(".idp-assay-");
        #[cfg(unix)]
        {
            use std::fs::Permissions;
            use std::os::unix::fs::PermissionsExt;
            // As any new file: the user's own mask takes away from it.
            builder.permissions(Permissions::from_mode(0o666));
        }
        let mut file = builder.tempfile_in(folder(path)).map_err(without_name)?;
        file.write_all(bytes).map_err(without_name)?;
        file.as_file().sync_all()?;
        Ok(Self(file))
    }

    /// The open file.
    pub(super) fn file(&self) -> &File {
        self.0.as_file()
    }

    /// Moves it to `path`, over what is there.
    pub(super) fn replace(self, path: &Path) -> io::Result<File> {
        let file = self
            .0
            .persist(path)
            .map_err(|error| without_name(error.error))?;
        sync_folder(path);
        Ok(file)
    }

    /// Moves it to `path`, if nothing is there.
    pub(super) fn place(self, path: &Path) -> io::Result<()> {
        let placed = self.0.persist_noclobber(path);
        placed.map_err(|error| without_name(error.error))?;
        sync_folder(path);
        Ok(())
    }
}

/// The error without the name of the temporary file, which tells nobody anything.
fn without_name(error: io::Error) -> io::Error {
    let source = error.get_ref().and_then(|error| error.source());
    let code = source
        .and_then(|source| source.downcast_ref::<io::Error>())
        .and_then(io::Error::raw_os_error);
    code.map_or(error, io::Error::from_raw_os_error)
}

/// Makes a move last; a file system that cannot do so has done what it can.
fn sync_folder(path: &Path) {
    if let Ok(folder) = File::open(folder(path)) {
        let _ = folder.sync_all();
    }
}

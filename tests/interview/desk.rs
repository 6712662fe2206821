//! A folder with a new assessment on the small pack, for tests that run the program.

use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;

/// The program under test.
pub const PROGRAM: &str = env!("CARGO_BIN_EXE_idp-assay");

/// The folder; it is gone when the test ends.
pub struct Desk {
    folder: TempDir,
}

impl Desk {
    /// Starts an assessment of 1 February 2026, by Ada.
    pub fn new() -> Self {
        Self::with(&["--assessor", "Ada"])
    }

    /// Starts an assessment of 1 February 2026, with more arguments to `new`.
    pub fn with(more: &[&str]) -> Self {
        let folder = tempfile::tempdir().expect("a folder for the test");
        let pack = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/interview");
        let desk = Self { folder };
        let status = Command::new(PROGRAM)
            .args(["--quiet", "--as-of", "2026-02-01", "new"])
            .arg(desk.file())
            .args(["--vendor", "Example", "--product", "Sign-in"])
            .args(more)
            .arg("--pack")
            .arg(pack)
            .status();
        assert!(status.expect("the program runs").success());
        desk
    }

    /// The folder.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// The assessment.
    pub fn file(&self) -> PathBuf {
        self.folder().join("example.yaml")
    }

    /// The text of the assessment.
    pub fn text(&self) -> String {
        std::fs::read_to_string(self.file()).expect("the assessment is there")
    }
}

//! The built program, let loose on one file: with a bound on its memory, and on the time until somebody would
//! stop it.

use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use tempfile::TempDir;

/// Longest that is waited, in seconds: no file here takes a tenth of it, and a machine may be slow.
const PATIENCE: u64 = 60;
/// Memory that the program may ask for, in KiB: a text of 64 MiB as JSON takes the most.
const MEMORY: u64 = 2 << 20;

const ASSESSMENT: &str = "format: 1\nvendor: Example Ltd\nproduct: Example Cloud\npacks: [{id: idp, version: 1.0.0}]\n\
                          model: irm-1.0.0\ndepth: quick\nas_of: 2026-11-20\n";

/// A file that the program is given, beside an assessment.
pub struct Hostile {
    folder: TempDir,
    path: PathBuf,
}

/// How a run ended, and what it said.
#[derive(Debug)]
pub struct Said {
    pub code: Option<i32>,
    pub out: String,
    pub error: String,
}

impl Hostile {
    /// A file of this name that holds these bytes.
    pub fn new(name: &str, bytes: &[u8]) -> Self {
        Self::written(name, |file| file.write_all(bytes))
    }

    /// A file of this name, written piece by piece.
    pub fn written(name: &str, write: impl FnOnce(&mut File) -> std::io::Result<()>) -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder can be made");
        let path = folder.path().join(name);
        let mut file = File::create(&path).expect("the file can be made");
        write(&mut file).expect("the disk takes it");
        fs::write(folder.path().join("home.yaml"), ASSESSMENT).expect("the file can be written");
        Self { folder, path }
    }

    /// Something that exists, or does not.
    pub fn at(path: impl Into<PathBuf>) -> Self {
        let hostile = Self::new("unused", b"");
        let path = path.into();
        Self { path, ..hostile }
    }

    /// A path in its folder.
    pub fn beside(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// `evidence read` of it.
    pub fn read(&self) -> Said {
        run(self.folder.path(), &["read".as_ref(), &self.path])
    }

    /// `evidence add` of it, and whether assessment and folder are as they were.
    pub fn add(&self) -> (Said, bool) {
        let home = self.beside("home.yaml");
        let said = run(
            self.folder.path(),
            &[
                "add".as_ref(),
                &home,
                &self.path,
                "--from".as_ref(),
                "vendor".as_ref(),
            ],
        );
        let is_same = fs::read(&home).expect("the file can be read") == ASSESSMENT.as_bytes();
        let has_copy = self.beside("home.yaml.evidence").exists();
        (said, is_same && !has_copy)
    }

    /// Asserts that both commands refuse it in these words, with help, and that nothing is changed.
    #[track_caller]
    pub fn is_refused(&self, why: &str) {
        self.is_rejected(why);
        let said = self.read();
        assert!(said.error.contains("help: "), "{said:?}");
    }

    /// Asserts that both commands refuse it in these words, and that nothing is changed.
    #[track_caller]
    pub fn is_rejected(&self, why: &str) {
        let (added, is_unchanged) = self.add();
        for said in [self.read(), added] {
            assert_eq!(said.code, Some(3), "{said:?}");
            assert!(said.out.is_empty(), "{said:?}");
            assert!(said.error.starts_with("error["), "{said:?}");
            assert!(said.error.contains(why), "{said:?}");
        }
        assert!(is_unchanged, "the assessment was touched");
    }

    /// Asserts that both commands take it, and gives what is read.
    #[track_caller]
    pub fn is_read(&self) -> String {
        let (added, is_unchanged) = self.add();
        assert_eq!(added.code, Some(0), "{added:?}");
        assert!(!is_unchanged, "nothing was recorded");
        let said = self.read();
        assert_eq!(said.code, Some(0), "{said:?}");
        said.out
    }
}

/// Runs `evidence` in a folder.
fn run(folder: &Path, arguments: &[&Path]) -> Said {
    let (out, error) = (folder.join("out"), folder.join("error"));
    let to = |path: &Path| Stdio::from(File::create(path).expect("the file can be made"));
    let child = Command::new("sh")
        .args(["-c", &format!("ulimit -v {MEMORY} && exec \"$0\" \"$@\"")])
        .args([
            env!("CARGO_BIN_EXE_idp-assay"),
            "--as-of",
            "2026-11-01",
            "evidence",
        ])
        .args(arguments)
        .stdin(Stdio::null())
        .stdout(to(&out))
        .stderr(to(&error))
        .spawn();
    let code = wait(child.expect("the program starts"));
    let text = |path: &Path| {
        let bytes = fs::read(path).expect("the file can be read");
        String::from_utf8(bytes).expect("it is text")
    };
    Said {
        code,
        out: text(&out),
        error: text(&error),
    }
}

/// The exit code of a program that ends; none where a signal ended it.
fn wait(mut child: Child) -> Option<i32> {
    let end = Instant::now() + Duration::from_secs(PATIENCE);
    loop {
        if let Some(status) = child.try_wait().expect("it can be waited for") {
            return status.code();
        }
        if Instant::now() > end {
            child.kill().expect("it is ours");
            child.wait().expect("it can be waited for");
            panic!("it does not end");
        }
        std::thread::sleep(Duration::from_millis(5));
    }
}

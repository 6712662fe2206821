//! Every command of the program, and all that it writes.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use tempfile::TempDir;

/// The day everything speaks about.
const DAY: &str = "2026-11-22";

/// What came out, by the name of the command or file.
pub struct Run {
    pub outputs: Vec<(String, String)>,
    /// Files that are of no known kind.
    pub refused: Vec<String>,
    folder: TempDir,
}

impl Run {
    /// Sends files through every command.
    pub fn of(files: &[PathBuf]) -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder can be made");
        let mut run = Self {
            outputs: vec![],
            refused: vec![],
            folder,
        };
        run.command(&[
            "new",
            "a.yaml",
            "--vendor",
            "Acme",
            "--product",
            "Acme Cloud",
        ]);
        let mut taken = vec![];
        for (number, file) in files.iter().enumerate() {
            let name = file.file_name().expect("a file has a name");
            let name = format!("{number}-{}", name.to_string_lossy());
            std::fs::copy(file, run.folder.path().join(&name)).expect("the file can be copied");
            run.command(&["evidence", "read", &name, "--format", "json"]);
            match run.command(&["evidence", "read", &name]) {
                true => taken.push(name),
                false => {
                    run.command(&["evidence", "add", "a.yaml", &name, "--from", "vendor"]);
                    run.command(&[
                        "evidence",
                        "add",
                        "a.yaml",
                        &name,
                        "--from",
                        "us",
                        "--supports",
                        "Q.rev.01",
                    ]);
                    run.refused.push(name);
                }
            }
        }
        run.add(&taken);
        run.show();
        run.collect();
        run
    }

    /// Records files: together, or one by one where one of them is refused.
    fn add(&mut self, names: &[String]) {
        let add = |names: &[String]| -> Vec<String> {
            let start = ["evidence", "add", "a.yaml", "--from", "vendor"].map(str::to_owned);
            start.into_iter().chain(names.iter().cloned()).collect()
        };
        let command = |run: &mut Self, words: Vec<String>| {
            let words: Vec<&str> = words.iter().map(String::as_str).collect();
            run.command(&words)
        };
        if names.is_empty() || command(self, add(names)) {
            return;
        }
        for name in names {
            command(self, add(std::slice::from_ref(name)));
        }
    }

    /// Runs every command that shows an assessment.
    fn show(&mut self) {
        for words in [
            "evidence list a.yaml",
            "evidence check a.yaml",
            "evidence check a.yaml --format json",
            "evidence requests a.yaml",
            "score a.yaml",
            "score a.yaml --format json",
            "score a.yaml --explain NC1",
            "whatif a.yaml",
            "recommend a.yaml",
            "recommend a.yaml --format json",
            "lint a.yaml",
            "report a.yaml -o a.md",
            "report a.yaml -o a.html",
            "report a.yaml -o a.json",
            "report a.yaml -o a.pdf",
            "report a.yaml -o b.md --audience analyst",
            "report a.yaml -o c.md --audience committee",
        ] {
            let words: Vec<&str> = words.split(' ').collect();
            self.command(&words);
        }
    }

    /// Runs a command; whether it went well.
    fn command(&mut self, words: &[&str]) -> bool {
        let Output {
            status,
            stdout,
            stderr,
        } = Command::new(env!("CARGO_BIN_EXE_idp-assay"))
            .args(words)
            .args(["--as-of", DAY])
            .current_dir(self.folder.path())
            .output()
            .expect("the program starts");
        let said = format!(
            "{}\n{}",
            String::from_utf8_lossy(&stdout),
            String::from_utf8_lossy(&stderr)
        );
        assert_ne!(status.code(), Some(101), "{words:?}: {said}");
        self.outputs.push((words.join(" "), said));
        status.success()
    }

    /// Takes in the files that were written.
    fn collect(&mut self) {
        let root = self.folder.path().to_path_buf();
        for name in [
            "a.yaml", "a.md", "b.md", "c.md", "a.html", "a.json", "a.pdf",
        ] {
            self.file(&root.join(name));
        }
        let copies = root.join("a.yaml.evidence");
        for entry in std::fs::read_dir(copies).into_iter().flatten() {
            self.file(&entry.expect("the entry can be read").path());
        }
    }

    fn file(&mut self, path: &Path) {
        let bytes = std::fs::read(path).expect("it was written");
        let text = if bytes.starts_with(b"%PDF-") {
            printed(&bytes)
        } else {
            String::from_utf8_lossy(&bytes).into_owned()
        };
        self.outputs.push((path.display().to_string(), text));
    }
}

/// What a PDF says and holds, unpacked; the outlines of its fonts are bytes of ours, in which anything may occur.
fn printed(bytes: &[u8]) -> String {
    let mut document = lopdf::Document::load_mem(bytes).expect("it is a PDF");
    let pages: Vec<u32> = document.get_pages().into_keys().collect();
    let text = document.extract_text(&pages).unwrap_or_default();
    for object in document.objects.values_mut() {
        if let Ok(stream) = object.as_stream_mut()
            && stream.dict.has(b"Length1")
        {
            stream.set_plain_content(vec![]);
        }
    }
    document.decompress();
    let mut plain = vec![];
    document.save_to(&mut plain).expect("memory takes it");
    text + &String::from_utf8_lossy(&plain)
}

//! The program as its users wait for it: whole processes, one answer saved, and the memory taken.
//!
//! Aims on two cores: `--help` 5 ms, `score` 15 ms, the PDF 150 ms and 60 MB, a save 10 ms.

use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use criterion::{Criterion, criterion_group};
use idp_assay::cli::store;
use nix::sys::resource::{UsageWho, getrusage};

/// A report of 25 pages, read for what it proposes.
const REPORT: &str = "examples/larkhaven/documents/soc2-type2-2025.pdf";

/// An assessment with documents.
const READ: &str = "examples/larkhaven/assessment.yaml";

fn example() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/brindlewick/assessment.yaml")
}

fn run(arguments: &[&str]) {
    let status = Command::new(env!("CARGO_BIN_EXE_idp-assay"))
        .args(arguments)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .expect("the program starts");
    assert!(status.success());
}

/// What is run, from the lightest to the heaviest.
fn commands<'a>(file: &'a str, pdf: &'a str) -> [(&'static str, Vec<&'a str>); 6] {
    [
        ("--help", vec!["--help"]),
        ("score", vec!["score", file]),
        ("score with documents", vec!["score", READ]),
        ("read a report", vec!["evidence", "read", REPORT]),
        (
            "committee PDF",
            vec!["report", file, "-o", pdf, "--audience", "committee"],
        ),
        ("full PDF", vec!["report", file, "-o", pdf]),
    ]
}

/// Prints the memory of each command, before anything else has run: the system tells only the most
/// that any child has taken so far, and a child begins with the memory of its parent.
fn memory() {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let pdf = folder.path().join("report.pdf");
    let (file, pdf) = (example(), pdf.to_string_lossy().into_owned());
    for (name, arguments) in commands(&file.to_string_lossy(), &pdf) {
        run(&arguments);
        let usage = getrusage(UsageWho::RUSAGE_CHILDREN).expect("the system tells");
        println!("process/{name}: at most {} MB", usage.max_rss() / 1024);
    }
}

fn processes(criterion: &mut Criterion) {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let pdf = folder.path().join("report.pdf");
    let (file, pdf) = (example(), pdf.to_string_lossy().into_owned());
    let mut group = criterion.benchmark_group("process");
    for (name, arguments) in commands(&file.to_string_lossy(), &pdf) {
        group.bench_function(name, |bencher| bencher.iter(|| run(&arguments)));
    }
    group.finish();
}

fn save(criterion: &mut Criterion) {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let path = folder.path().join("assessment.yaml");
    std::fs::copy(example(), &path).expect("the example can be copied");
    let (mut draft, opened) = store::Draft::open(&path).expect("the example can be opened");
    criterion.bench_function("save one answer", |bencher| {
        bencher.iter(|| {
            draft
                .save(black_box(&opened.assessment))
                .expect("it can be saved")
        });
    });
}

criterion_group!(benches, processes, save);

fn main() {
    memory();
    benches();
    Criterion::default().configure_from_args().final_summary();
}

//! A report of 500 pages: how long it takes to print, and how much memory.
//!
//! Aims on two cores: 2 s and 200 MB; the pages of an ordinary report in 120 ms.

use std::hint::black_box;

use criterion::{Criterion, criterion_group};
use idp_assay::render::pdf::{self, Paper};
use idp_assay::render::{Metadata, document};
use nix::sys::resource::{UsageWho, getrusage};

/// One section: running text, a list, a table with notes in it.
fn section(number: usize) -> String {
    let text = "A control is credited no better than any of its gating questions. ".repeat(9);
    let list = "- Several pieces of evidence count as their best, not as their sum.\n".repeat(12);
    let row = "| NL2 Service accounts are offboarded with their workload or owner | 7.5 | prove, by an export |\n";
    let table = format!(
        "| Control | Points | Helps most |\n|---|--:|---|\n{}",
        row.repeat(40)
    );
    format!("## Section {number}\n\n{text}[^{number}]\n\n{list}\n{table}\n[^{number}]: {text}\n\n")
}

fn report(sections: usize) -> String {
    let sections: String = (1..=sections).map(section).collect();
    format!("# Report\n\n```contents\n```\n\n{sections}")
}

fn printed(markdown: &str) -> Vec<u8> {
    let metadata = Metadata {
        title: "Report".to_owned(),
        language: "en",
        mark: Some("Draft".to_owned()),
        ..Metadata::default()
    };
    pdf::write(&document::parse(markdown), &metadata, Paper::A4).expect("it can be printed")
}

fn pages(criterion: &mut Criterion) {
    for sections in [28, 250] {
        let markdown = report(sections);
        let file = printed(&markdown);
        let pages = lopdf::Document::load_mem(&file)
            .expect("it can be read")
            .get_pages()
            .len();
        criterion.bench_function(&format!("print {pages} pages"), |bencher| {
            bencher.iter(|| printed(black_box(&markdown)));
        });
    }
}

/// Prints the memory that the large report takes, before anything else has run.
fn memory() {
    black_box(printed(&report(250)));
    let usage = getrusage(UsageWho::RUSAGE_SELF).expect("the system tells");
    println!("print/500 pages: at most {} MB", usage.max_rss() / 1024);
}

criterion_group! {
    name = benches;
    config = Criterion::default().sample_size(10);
    targets = pages
}

fn main() {
    memory();
    benches();
    Criterion::default().configure_from_args().final_summary();
}

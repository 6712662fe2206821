//! Any text as the pages of a document, parted by form feeds: proposals that a reader can check.

#![no_main]

use idp_assay::evidence::Pages;
use idp_assay::evidence::assurance::propose;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let pages = Pages::new(text.split('\u{c}').map(str::to_string));
    let reading = propose(&pages);
    assert!(reading.kind.is_some() || reading.proposals.is_empty());
    for proposal in &reading.proposals {
        assert!((1..=pages.texts().len()).contains(&proposal.page));
        assert!(proposal.words.chars().count() <= 160);
        assert!(!proposal.words.chars().any(char::is_control));
    }
});

//! Any bytes as a PDF: pages or a refusal, within the memory and time that libFuzzer allows.

#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let _ = idp_assay::evidence::pdf::read(bytes.to_vec());
});

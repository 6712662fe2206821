//! Any bytes as a file of the family `scanner`.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| idp_assay_fuzz::check("scanner", bytes));

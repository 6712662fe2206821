//! Any bytes as a file of the family `log-settings`.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| idp_assay_fuzz::check("log-settings", bytes));

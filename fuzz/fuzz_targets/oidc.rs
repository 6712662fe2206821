//! Any bytes as a file of the family `oidc`.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| idp_assay_fuzz::check("oidc", bytes));

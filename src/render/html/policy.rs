//! What the file may do in a browser: apply its own styles, run its own script, and nothing else.
//!
//! The policy names both by their digests, so whatever else an answer could smuggle into the page would
//! neither run nor load. A `style` attribute is refused as well: the look is the style sheet's alone.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

/// The look of the page.
pub(super) const STYLE: &str = include_str!("../../../templates/html/report.css");

/// Adds comfort where script may run; the page is whole without it.
pub(super) const SCRIPT: &str = include_str!("../../../templates/html/report.js");

/// The value of the page's `Content-Security-Policy`.
pub(super) fn policy() -> String {
    format!(
        "default-src 'none'; style-src '{style}'; script-src '{script}'; img-src data:; base-uri 'none'; \
         form-action 'none'; require-trusted-types-for 'script'",
        style = digest(STYLE),
        script = digest(SCRIPT),
    )
}

fn digest(text: &str) -> String {
    format!("sha256-{}", STANDARD.encode(Sha256::digest(text)))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The digest of the empty text, as in FIPS 180-4's example values.
    #[test]
    fn a_digest_is_sha_256_in_base_64() {
        let empty = "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";
        assert_eq!(digest(""), empty);
    }

    #[test]
    fn neither_can_end_its_own_element() {
        assert!(!STYLE.contains("</") && !SCRIPT.contains("</") && !SCRIPT.contains("<!--"));
    }

    #[test]
    fn nothing_of_it_asks_for_another_file() {
        for request in ["url(", "@import", "http:", "https:", "fetch(", "import("] {
            assert!(
                !STYLE.contains(request) && !SCRIPT.contains(request),
                "{request}"
            );
        }
    }
}

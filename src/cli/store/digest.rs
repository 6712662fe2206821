//! SHA-256 of files and texts, in lower-case hexadecimal digits.

use std::io::Read;
use std::path::Path;

use sha2::{Digest, Sha256};

use super::{Failure, open_document, refuse};
use crate::source::{Code, Problem};

/// Digest of a file; it is streamed.
///
/// # Errors
///
/// When it cannot be read.
pub fn digest(path: &Path) -> Result<String, Failure> {
    let failed = |error: std::io::Error| {
        let message = format!("cannot read `{}`: {error}", path.display());
        refuse(Problem::new(Code::Unreadable, message))
    };
    let mut file = open_document(path)?;
    let mut hash = Sha256::new();
    let mut buffer = vec![0; 1 << 16];
    loop {
        let read = file.read(&mut buffer).map_err(failed)?;
        if read == 0 {
            break;
        }
        hash.update(&buffer[..read]);
    }
    Ok(hexadecimal(&hash.finalize()))
}

/// Digest of bytes.
pub(crate) fn digest_of(bytes: &[u8]) -> String {
    hexadecimal(&Sha256::digest(bytes))
}

fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

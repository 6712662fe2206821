//! The files that are sent through the program.

use std::io::Read;
use std::path::{Path, PathBuf};

/// The folder of fixtures.
pub fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/artefacts")
}

/// The folder of samples, where it is named.
pub fn samples() -> Option<PathBuf> {
    std::env::var_os("IDP_ASSAY_SAMPLES").map(PathBuf::from)
}

/// Every file in a folder, those of one folder together.
pub fn files(root: &Path) -> Vec<PathBuf> {
    let mut entries: Vec<PathBuf> = std::fs::read_dir(root)
        .expect("the folder can be read")
        .map(|entry| entry.expect("the entry can be read").path())
        .collect();
    entries.sort();
    let (folders, files): (Vec<_>, Vec<_>) = entries.into_iter().partition(|path| path.is_dir());
    let mut found = files;
    for folder in folders {
        found.extend(self::files(&folder));
    }
    found
}

/// The text of a file, unpacked and decoded.
pub fn text(path: &Path) -> String {
    let bytes = std::fs::read(path).expect("the file can be read");
    let bytes = match bytes.starts_with(&[0x1f, 0x8b]) {
        true => {
            let mut out = vec![];
            flate2::read::MultiGzDecoder::new(bytes.as_slice())
                .read_to_end(&mut out)
                .expect("it unpacks");
            out
        }
        false => bytes,
    };
    let wide = |from: fn([u8; 2]) -> u16| {
        let units: Vec<u16> = bytes[2..]
            .chunks_exact(2)
            .map(|pair| from([pair[0], pair[1]]))
            .collect();
        String::from_utf16_lossy(&units)
    };
    match bytes.get(..2) {
        Some([0xff, 0xfe]) => wide(u16::from_le_bytes),
        Some([0xfe, 0xff]) => wide(u16::from_be_bytes),
        _ => String::from_utf8_lossy(&bytes)
            .trim_start_matches('\u{feff}')
            .to_owned(),
    }
}

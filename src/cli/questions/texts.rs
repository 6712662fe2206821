//! The texts of a pack as a file for translators: nested maps whose keys make the names.

use serde::ser::{Serialize, SerializeMap, Serializer};

use crate::pack::Pack;

/// A text, or texts below one name.
#[derive(Debug)]
enum Sheet {
    Text(String),
    Below(Vec<(String, Self)>),
}

impl Serialize for Sheet {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Text(text) => serializer.serialize_str(text),
            Self::Below(entries) => {
                let mut map = serializer.serialize_map(Some(entries.len()))?;
                for (name, sheet) in entries {
                    map.serialize_entry(name, sheet)?;
                }
                map.end()
            }
        }
    }
}

impl Sheet {
    fn insert(&mut self, name: &str, text: String) {
        let Self::Below(entries) = self else {
            return;
        };
        let Some((first, rest)) = name.split_once('/') else {
            entries.push((name.to_string(), Self::Text(text)));
            return;
        };
        let at = entries.iter().position(|(known, _)| known == first);
        let at = at.unwrap_or_else(|| {
            entries.push((first.to_string(), Self::Below(Vec::new())));
            entries.len() - 1
        });
        entries[at].1.insert(rest, text);
    }
}

/// All texts of the pack, in its order and in the language it speaks.
pub(super) fn sheet(pack: &Pack) -> String {
    let mut sheet = Sheet::Below(Vec::new());
    for (name, text) in pack.texts() {
        sheet.insert(&name, text);
    }
    let texts = serde_yaml::to_string(&sheet).expect("texts by name can be written");
    format!("format: 1\n{texts}")
}

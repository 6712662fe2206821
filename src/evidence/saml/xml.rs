//! The XML of SAML metadata, parsed with bounds: no DTD, no flood of nodes, attributes or prefixes.

use std::collections::BTreeSet;

use roxmltree::{Document, Error, ParsingOptions};

use crate::evidence::input::{No, Refusal};

/// The namespace of SAML 2.0 metadata.
pub(super) const METADATA: &str = "urn:oasis:names:tc:SAML:2.0:metadata";
/// Most nodes that are read; the largest file seen has 60,000.
const NODES: u32 = 4_000_000;
/// Most attributes, the squares of their numbers in each element added up. The parser compares those of an
/// element with each other.
const ATTRIBUTES: usize = 100_000_000;
/// Most namespace declarations, times the square of the number of different prefixes. For each element that
/// declares one, the parser compares those in force with each other.
const DECLARATIONS: usize = 1_000_000_000;
/// Longest prefix, in bytes.
const PREFIX: usize = 200;
const CUT: &str = "export it again; a text cut off in the middle cannot be read";

/// Parses metadata.
///
/// # Errors
///
/// When it is other XML, or broken, or beyond the bounds.
pub(super) fn parse(text: &str) -> Result<Document<'_>, No> {
    let not_mine =
        || No::not_mine("its root is no SAML 2.0 EntityDescriptor or EntitiesDescriptor");
    if !text.contains(METADATA) || !begins_as_metadata(text) {
        return Err(not_mine());
    }
    if !is_bounded(text) {
        let what = "it has too many attributes or namespaces to be metadata";
        return Err(Refusal::new(what, "export it again").into());
    }
    let options = ParsingOptions {
        allow_dtd: false,
        nodes_limit: NODES,
        ..ParsingOptions::default()
    };
    let document = Document::parse_with_options(text, options).map_err(|error| refused(&error))?;
    let root = document.root_element().tag_name();
    let is_metadata = root.namespace() == Some(METADATA) && is_root(root.name());
    match is_metadata {
        true => Ok(document),
        false => Err(not_mine()),
    }
}

fn is_root(name: &str) -> bool {
    matches!(name, "EntityDescriptor" | "EntitiesDescriptor")
}

/// Whether the first element is one of metadata, as far as that can be told of a text that may be broken.
fn begins_as_metadata(text: &str) -> bool {
    let mut rest = text;
    loop {
        rest = rest.trim_start();
        let end = match rest {
            _ if rest.starts_with("<?") => "?>",
            _ if rest.starts_with("<!--") => "-->",
            // A DTD may hold anything: the parser refuses it.
            _ if rest.starts_with("<!DOCTYPE") => return rest.contains("Descriptor"),
            _ => break,
        };
        match rest.split_once(end) {
            Some((_, behind)) => rest = behind,
            None => return false,
        }
    }
    let name = rest.strip_prefix('<').unwrap_or_default();
    let name = name.split(|c: char| c.is_whitespace() || c == '>' || c == '/');
    let name = name.take(1).next().unwrap_or_default();
    is_root(name.rsplit(':').next().unwrap_or_default())
}

fn is_bounded(text: &str) -> bool {
    // Each attribute has its sign; so may a text, rarely.
    let signs = |piece: &str| memchr::memchr_iter(b'=', piece.as_bytes()).count();
    let squares = text.split('<').map(|piece| signs(piece).saturating_pow(2));
    if squares.fold(0, usize::saturating_add) > ATTRIBUTES {
        return false;
    }
    let mut prefixes = BTreeSet::new();
    for (count, (at, declaration)) in text.match_indices("xmlns").enumerate() {
        let behind = &text.as_bytes()[at + declaration.len()..];
        let behind = &behind[..behind.len().min(PREFIX)];
        let Some(end) = memchr::memchr(b'=', behind) else {
            return false;
        };
        prefixes.insert(&behind[..end]);
        if (count + 1).saturating_mul(prefixes.len().pow(2)) > DECLARATIONS {
            return false;
        }
    }
    true
}

/// What a parser's error says, without words of the file.
fn refused(error: &Error) -> No {
    let refusal = match error {
        Error::DtdDetected => {
            let help = "metadata needs none: remove it if you trust the file";
            Refusal::new("it has a document type definition", help)
        }
        Error::NodesLimitReached => {
            let what = format!("it has more than {NODES} elements and texts");
            Refusal::new(what, "export the entity that is needed")
        }
        Error::UnclosedRootNode | Error::UnexpectedEndOfStream | Error::NoRootNode => {
            Refusal::new("its XML ends in the middle", CUT)
        }
        _ => Refusal::new("its XML is broken", CUT).on(error.pos().row.into()),
    };
    No::Broken(refusal)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused_for(text: &str) -> Refusal {
        match parse(text) {
            Err(No::Broken(refusal)) => refusal,
            other => panic!("it is refused: {other:?}"),
        }
    }

    fn entity(inner: &str) -> String {
        format!(
            "<?xml version='1.0'?>\n<!-- a -->\n<m:EntityDescriptor xmlns:m='{METADATA}'>{inner}</m:EntityDescriptor>"
        )
    }

    #[test]
    fn metadata_is_known_by_its_root() {
        assert!(parse(&entity("")).is_ok());
        let other = format!("<Response xmlns='{METADATA}'/>");
        let wrong = "<EntityDescriptor xmlns='urn:example'/>";
        let commented = format!("<a><!-- <EntityDescriptor xmlns='{METADATA}'/> --></a>");
        for text in [other.as_str(), wrong, &commented, "<", "<!--"] {
            assert!(matches!(parse(text), Err(No::NotMine(_))), "{text}");
        }
    }

    #[test]
    fn broken_metadata_is_refused_with_its_line() {
        let refusal = refused_for(&entity("</b>"));
        assert_eq!(refusal.line, Some(3));
        let whole = entity("");
        let refusal = refused_for(&whole[..whole.len() - 5]);
        assert!(refusal.what.contains("ends"), "{refusal}");
    }

    #[test]
    fn a_document_type_definition_is_refused() {
        let text = format!(
            "<!DOCTYPE a [<!ENTITY b 'c'>]><EntityDescriptor xmlns='{METADATA}'>&b;</EntityDescriptor>"
        );
        assert!(refused_for(&text).what.contains("document type"));
    }

    #[test]
    fn floods_are_refused() {
        let attributes: String = (0..10_001).map(|n| format!(" a{n}='b'")).collect();
        assert!(
            refused_for(&entity(&format!("<a{attributes}/>")))
                .what
                .contains("too many")
        );
        let prefixes: String = (0..1001).map(|n| format!("<a xmlns:p{n}='b'>")).collect();
        assert!(refused_for(&entity(&prefixes)).what.contains("too many"));
    }

    #[test]
    fn deep_nesting_does_not_overflow() {
        let deep = "<a>".repeat(200_000) + &"</a>".repeat(200_000);
        assert!(parse(&entity(&deep)).is_ok());
    }
}

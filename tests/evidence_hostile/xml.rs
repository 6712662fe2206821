//! XML made to cost a parser memory, time or its stack.

use std::fmt::Write;

use super::program::Hostile;

const NAMESPACE: &str = "urn:oasis:names:tc:SAML:2.0:metadata";

/// Metadata that holds something.
fn metadata(inner: &str) -> String {
    format!("<md:EntitiesDescriptor xmlns:md=\"{NAMESPACE}\">{inner}</md:EntitiesDescriptor>")
}

/// Elements within each other, each of which declares a prefix of its own.
fn prefixes(count: usize) -> String {
    let mut text = String::new();
    for at in 0..count {
        let _ = write!(text, "<p{at}:a xmlns:p{at}=\"u{at}\">x");
    }
    for at in (0..count).rev() {
        let _ = write!(text, "</p{at}:a>");
    }
    metadata(&text)
}

fn attributes(count: usize) -> String {
    let attributes: Vec<String> = (0..count).map(|at| format!("a{at}=\"{at}\"")).collect();
    metadata(&format!(
        "<md:EntityDescriptor entityID=\"e\" {}/>",
        attributes.join(" ")
    ))
}

fn xml(text: &str) -> Hostile {
    Hostile::new("metadata.xml", text.as_bytes())
}

#[test]
fn entities_are_not_expanded() {
    let mut entities = "<!ENTITY a0 \"haha\">".to_owned();
    for at in 1..10 {
        let many = format!("&a{};", at - 1).repeat(10);
        let _ = write!(entities, "<!ENTITY a{at} \"{many}\">");
    }
    let laughs = format!(
        "<?xml version=\"1.0\"?><!DOCTYPE x [{entities}]>{}",
        metadata("&a9;")
    );
    xml(&laughs).is_refused("it has a document type definition");
}

#[test]
fn files_outside_are_not_read() {
    let outside = "<!DOCTYPE x [<!ENTITY p SYSTEM \"file:///etc/passwd\">]>";
    let of_metadata = format!("{outside}{}", metadata("&p;"));
    xml(&of_metadata).is_refused("it has a document type definition");
    let of_none = xml(&format!("{outside}<x>&p;</x>"));
    of_none.is_refused("is no kind of artefact that is known");
    assert!(!of_none.read().error.contains("root:"));
}

#[test]
fn elements_within_elements_without_end_break_no_stack() {
    let (open, close) = ("<a>".repeat(100_000), "</a>".repeat(100_000));
    xml(&format!("{open}{close}")).is_refused("is no kind of artefact that is known");
    xml(&metadata(&format!("{open}x{close}"))).is_read();
    xml(&metadata(&open)).is_refused("its XML");
}

#[test]
fn texts_on_every_level_cost_no_square_of_time() {
    let (open, close) = ("<a>Zq7".repeat(50_000), "</a>".repeat(50_000));
    xml(&metadata(&format!("{open}{close}"))).is_read();
    let secret = "<NameID>Zq7".repeat(50_000) + &"</NameID>".repeat(50_000);
    xml(&metadata(&secret)).is_read();
}

#[test]
fn prefixes_without_number_are_refused() {
    xml(&prefixes(20_000)).is_refused("it has too many attributes or namespaces");
}

#[test]
fn the_most_prefixes_that_are_allowed_are_read_in_time() {
    xml(&prefixes(990)).is_read();
}

#[test]
fn attributes_without_number_are_refused() {
    xml(&attributes(100_000)).is_refused("it has too many attributes or namespaces");
}

#[test]
fn the_most_attributes_that_are_allowed_are_read_in_time() {
    xml(&attributes(9_900)).is_read();
}

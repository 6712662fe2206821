//! What the code reads of a document is what the pack asks, and the other way round.

use std::collections::BTreeSet;

use idp_assay::assessment::document::certificate::{
    Accreditation, BodySold, Grade, Holder, Register, Soa,
};
use idp_assay::assessment::document::other::{AuthorisationStatus, OfferedFor};
use idp_assay::assessment::document::soc2::{
    Assertion, EntityStatus, HeldCopy, Independence, Method, Opinion, PeerReview, Signature,
    Subject, SubserviceReport, Weight,
};
use idp_assay::assessment::document::topic::{Coverage, Procedure, Section};
use idp_assay::pack::answer::AnswerKind;
use idp_assay::pack::document::{DocumentKind, FieldKind, Holds};

use super::world::{Doc, PACK, World, certificate, fedramp, letter, report, summary, type_one};

/// The sources that read documents.
const VIEWS: &[&str] = &[
    include_str!("../../src/assessment/document/certificate.rs"),
    include_str!("../../src/assessment/document/other.rs"),
    include_str!("../../src/assessment/document/soc2.rs"),
    include_str!("../../src/assessment/document/soc2/rows.rs"),
    include_str!("../../src/assessment/document/topic.rs"),
    include_str!("../../src/checks/documents/rules/certificate.rs"),
];

/// Fields that are kept for readers and that no rule reads.
const FOR_READERS: [&str; 2] = ["accredited-by", "sites"];

/// Fields and columns of the forms.
fn asked() -> BTreeSet<&'static str> {
    let fields = PACK.documents.forms.iter().flat_map(|form| &form.fields);
    let ids = fields.flat_map(|field| {
        let columns: &[_] = match &field.holds {
            Holds::One(_) => &[],
            Holds::Rows(columns) => columns,
        };
        let columns = columns.iter().map(|column| column.id.as_str());
        std::iter::once(field.id.as_str()).chain(columns)
    });
    ids.collect()
}

/// The texts that the views hand to the functions that look up a field or a column.
fn read() -> BTreeSet<&'static str> {
    let calls = [
        ".text(\"",
        ".date(\"",
        ".yes(\"",
        ".count(\"",
        ".list(\"",
        ".period(\"",
        ".several(\"",
        ".one_of(\"",
        ".rows(\"",
        ".value(\"",
        ".get(\"",
        "several(\"",
        "yes(\"",
    ];
    let mut found = BTreeSet::new();
    for source in VIEWS {
        for call in calls {
            let uses = source.split(call).skip(1);
            found.extend(uses.filter_map(|rest| rest.split('"').next()));
        }
        for gated in source.split(".gated(\"").skip(1) {
            found.extend(gated.split('"').step_by(2).take(2));
        }
    }
    found
}

#[test]
fn every_field_is_read_and_every_field_that_is_read_is_asked() {
    let mut read = read();
    read.extend(FOR_READERS);
    assert_eq!(read, asked());
}

/// The options of every choice with that id, over all forms.
fn options(form: &str, id: &str) -> BTreeSet<&'static str> {
    let form = PACK.documents.forms.iter().find(|known| known.id == form);
    let fields = &form.expect("a form").fields;
    let kinds = fields.iter().flat_map(|field| match &field.holds {
        Holds::One(kind) => vec![(field.id.as_str(), kind)],
        Holds::Rows(columns) => {
            let columns = columns.iter();
            columns
                .map(|column| (column.id.as_str(), &column.kind))
                .collect()
        }
    });
    let mut of_id = kinds.filter(|(known, _)| *known == id);
    match of_id.find_map(|(_, kind)| match kind {
        FieldKind::Answer(AnswerKind::Choice(options)) => Some(options),
        _ => None,
    }) {
        Some(options) => options.iter().map(|option| option.id.as_str()).collect(),
        None => panic!("{id} is a choice"),
    }
}

fn names<T>(names: &'static [(&'static str, T)]) -> BTreeSet<&'static str> {
    names.iter().map(|(name, _)| *name).collect()
}

#[test]
fn names_of_the_views_are_the_options_of_the_forms() {
    let soc2 = |id| options("soc2", id);
    assert_eq!(soc2("subject"), names(Subject::NAMES));
    assert_eq!(options("summary", "subject"), names(Subject::NAMES));
    assert_eq!(soc2("signature"), names(Signature::NAMES));
    assert_eq!(soc2("opinion"), names(Opinion::NAMES));
    assert_eq!(soc2("copy"), names(HeldCopy::NAMES));
    assert_eq!(soc2("assertion"), names(Assertion::NAMES));
    assert_eq!(soc2("peer-review"), names(PeerReview::NAMES));
    assert_eq!(soc2("independence"), names(Independence::NAMES));
    assert_eq!(soc2("method"), names(Method::NAMES));
    assert_eq!(soc2("report"), names(SubserviceReport::NAMES));
    assert_eq!(soc2("status"), names(EntityStatus::NAMES));
    assert_eq!(soc2("weight"), names(Weight::NAMES));
    assert_eq!(options("letter", "weight"), names(Weight::NAMES));
    assert_eq!(soc2("procedure"), names(Procedure::NAMES));
    assert_eq!(soc2("section"), names(Section::NAMES));
    for form in ["soc2", "certificate", "authorisation"] {
        assert_eq!(options(form, "coverage"), names(Coverage::NAMES));
    }
    let certificate = |id| options("certificate", id);
    assert_eq!(certificate("holder-is"), names(Holder::NAMES));
    assert_eq!(certificate("accreditation"), names(Accreditation::NAMES));
    assert_eq!(certificate("body-sold"), names(BodySold::NAMES));
    assert_eq!(certificate("register"), names(Register::NAMES));
    assert_eq!(certificate("soa"), names(Soa::NAMES));
    assert_eq!(certificate("grade"), names(Grade::NAMES));
    assert_eq!(options("summary", "offered-for"), names(OfferedFor::NAMES));
    assert_eq!(
        options("authorisation", "status"),
        names(AuthorisationStatus::NAMES)
    );
}

#[test]
fn choices_of_two_are_told_apart() {
    let raised = |world: World, flag| !world.severities(flag).is_empty();
    for (id, document, field, flag, bad) in [
        ("R", report(), "wording", "RF-S-27", "generic"),
        ("R", report(), "points-of-focus", "RF-S-41", "original-2017"),
        ("C", certificate("iso27001"), "extent", "RF-I-09", "part"),
        ("F", fedramp(), "environment", "RF-X-08", "government"),
        ("C", certificate("iso27001"), "mark", "RF-I-24", "iaf"),
    ] {
        let kind = DocumentKind::NAMES
            .iter()
            .find(|(name, _)| *name == document.kind);
        let form = PACK
            .documents
            .form(kind.expect("a kind").1)
            .expect("a form");
        for option in options(&form.id, field) {
            let world = World::empty().add(id, document.clone().with(field, option));
            assert_eq!(raised(world, flag), option == bad, "{field} {option}");
        }
    }
}

#[test]
fn every_kind_has_a_form_and_a_document_that_fills_it() {
    let kinds: Vec<&str> = PACK
        .documents
        .kinds
        .iter()
        .map(|entry| entry.kind.name())
        .collect();
    assert_eq!(
        kinds.iter().collect::<BTreeSet<_>>(),
        names(DocumentKind::NAMES).iter().collect()
    );
    for kind in kinds {
        let document: Doc = match kind {
            "soc2_t2" => report(),
            "soc2_t1" => type_one(),
            "bridge_letter" => letter().without("report"),
            "fedramp" => fedramp(),
            "soc3" | "soc1" | "star_1" | "statement" => Doc {
                kind,
                ..summary("soc3", "soc2")
            },
            kind => certificate(kind),
        };
        World::empty().add("D", document).assessment();
    }
}

#[test]
fn a_red_flag_reads_fields_and_questions_that_are_there() {
    for flag in &PACK.documents.red_flags {
        for word in flag.reads.split([' ', ',', ';', '(', ')']) {
            if word.starts_with("Q.") {
                assert!(PACK.question(&word.into()).is_some(), "{}: {word}", flag.id);
            }
        }
        let documents = flag
            .reads
            .split(';')
            .filter(|part| part.contains("documents:"));
        let fields = documents.flat_map(|part| part.split([' ', ',', '(', ')']));
        let is_id = |word: &&str| {
            word.contains('-') && word.chars().all(|it| it == '-' || it.is_ascii_lowercase())
        };
        for field in fields.filter(is_id) {
            assert!(asked().contains(field), "{}: {field}", flag.id);
        }
    }
}

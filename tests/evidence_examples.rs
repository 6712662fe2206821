//! What the documents of `examples/larkhaven` propose, field by field, and that every id is one of the form.

use std::fs;
use std::path::Path;

use idp_assay::built_in;
use idp_assay::evidence::assurance::vocabulary::{FIELDS, Holds};
use idp_assay::evidence::assurance::{Proposed, propose};
use idp_assay::evidence::pdf;
use idp_assay::pack::answer::AnswerKind;
use idp_assay::pack::document::{self, DocumentKind, FieldKind};

fn shown(value: &Proposed) -> String {
    match value {
        Proposed::Choice(id) => (*id).to_string(),
        Proposed::Several(ids) => ids.join(", "),
        Proposed::YesNo(true) => "yes".to_string(),
        Proposed::YesNo(false) => "no".to_string(),
        Proposed::Date(day) => day.to_string(),
        Proposed::Period { from, to } => format!("{from} to {to}"),
        Proposed::Count(count) => count.to_string(),
        Proposed::Text(text) => text.clone(),
        Proposed::List(entries) => entries.join(" | "),
        Proposed::Row(values) => {
            let values = values
                .iter()
                .map(|(id, value)| format!("\n    {id}: {}", shown(value)));
            values.collect()
        }
    }
}

/// Everything that is proposed, with its pages.
fn proposals(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("examples/larkhaven/documents")
        .join(name);
    let bytes = fs::read(&path).expect("the document is there");
    let reading = propose(&pdf::read(bytes).expect("it is read"));
    let kind = reading.kind.expect("its kind is known");
    let mut lines = vec![format!("p{} kind: {}", kind.page, kind.kind.id())];
    lines.extend(reading.proposals.iter().map(|proposal| {
        let value = shown(&proposal.value);
        let gap = if value.starts_with('\n') { "" } else { " " };
        format!("p{} {}:{gap}{value}", proposal.page, proposal.field)
    }));
    lines.join("\n")
}

#[test]
fn the_report_of_2025() {
    insta::assert_snapshot!(proposals("soc2-type2-2025.pdf"));
}

#[test]
fn the_report_of_2024() {
    insta::assert_snapshot!(proposals("soc2-type2-2024.pdf"));
}

#[test]
fn the_bridge_letter() {
    insta::assert_snapshot!(proposals("bridge-letter-2026.pdf"));
}

#[test]
fn the_certificate() {
    insta::assert_snapshot!(proposals("iso27001-certificate.pdf"));
}

/// Whether a field of the form can hold what is proposed for it.
fn fits(holds: &Holds, field: &FieldKind) -> bool {
    match (holds, field) {
        (Holds::Topic(ids), FieldKind::Topic) => {
            let pack = built_in::pack();
            let topics = &pack.catalogue.topics;
            ids.iter()
                .all(|id| topics.iter().any(|topic| topic.id.as_str() == *id))
        }
        (Holds::Options(ids), FieldKind::Answer(AnswerKind::Choice(options)))
        | (Holds::Options(ids), FieldKind::Answer(AnswerKind::Several(options))) => ids
            .iter()
            .all(|id| options.iter().any(|option| option.id.as_str() == *id)),
        (Holds::YesNo, FieldKind::Answer(kind)) => matches!(kind, AnswerKind::YesNo(_)),
        (Holds::Date, FieldKind::Answer(kind)) => matches!(kind, AnswerKind::Date),
        (Holds::Period, FieldKind::Answer(kind)) => matches!(kind, AnswerKind::Period),
        (Holds::Count, FieldKind::Answer(kind)) => matches!(kind, AnswerKind::Count(_)),
        (Holds::Text, FieldKind::Answer(kind)) => matches!(kind, AnswerKind::Text),
        (Holds::List, FieldKind::Answer(kind)) => matches!(kind, AnswerKind::List),
        _ => false,
    }
}

#[test]
fn every_id_that_can_be_proposed_is_one_of_the_form() {
    let documents = built_in::pack().documents;
    for proposed in FIELDS {
        for kind in proposed.kinds {
            let names = DocumentKind::NAMES.iter();
            let mut same = names.filter(|(name, _)| *name == kind.id());
            let (name, kind) = same.next().expect("the kind is known");
            let form = documents.form(*kind).expect("the kind has a form");
            let at = format!("`{}` of {name}", proposed.id);
            let field = form.field(proposed.id).unwrap_or_else(|| panic!("no {at}"));
            assert!(field.is_of(*kind), "{at}");
            match (&proposed.holds, &field.holds) {
                (Holds::Rows(values), document::Holds::Rows(columns)) => {
                    for (id, holds) in *values {
                        let column = columns.iter().find(|column| column.id.as_str() == *id);
                        let column = column.unwrap_or_else(|| panic!("no `{id}` in {at}"));
                        assert!(fits(holds, &column.kind), "`{id}` in {at}");
                    }
                }
                (holds, document::Holds::One(field)) => assert!(fits(holds, field), "{at}"),
                (_, document::Holds::Rows(_)) => panic!("{at} has rows"),
            }
        }
    }
}

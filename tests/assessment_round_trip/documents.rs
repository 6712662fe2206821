//! Random assurance documents of every kind, with any of the fields of their forms.

use std::collections::BTreeMap;

use idp_assay::assessment::answer::Value;
use idp_assay::assessment::document::{Confirmation, Document, Excerpt, GATES, Recorded, Row};
use idp_assay::assessment::evidence::EvidenceFile;
use idp_assay::pack::Pack;
use idp_assay::pack::document::{Column, DocumentKind, Field, FieldKind, Holds};
use idp_assay::pack::id::{EvidenceId, PartId};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

use super::answers::single;
use super::simple::{day, text};

/// Id of the report that letters follow; it is always there.
const REPORT: &str = "report";

fn value(pack: &Pack, kind: &FieldKind) -> BoxedStrategy<Value> {
    match kind {
        FieldKind::Answer(kind) => single(kind),
        FieldKind::Document => Just(Value::Text(REPORT.to_owned())).boxed(),
        FieldKind::Topic => {
            let topics = pack.catalogue.topics.iter();
            let topics: Vec<String> = topics.map(|topic| topic.id.to_string()).collect();
            select(topics).prop_map(Value::Text).boxed()
        }
    }
}

fn row(pack: &Pack, columns: &[Column]) -> impl Strategy<Value = Row> + use<> {
    let each: Vec<_> = columns
        .iter()
        .map(|column| {
            let id = column.id.clone();
            let value = value(pack, &column.kind);
            let value = match column.needed {
                true => value.prop_map(Some).boxed(),
                false => option::weighted(0.6, value).boxed(),
            };
            value.prop_map(move |value| Some((id.clone(), value?)))
        })
        .collect();
    each.prop_map(|columns| columns.into_iter().flatten().collect())
}

fn recorded(pack: &Pack, field: &Field) -> BoxedStrategy<Recorded> {
    match &field.holds {
        Holds::One(kind) => value(pack, kind).prop_map(Recorded::One).boxed(),
        Holds::Rows(columns) => vec(row(pack, columns), 0..4)
            .prop_map(Recorded::Rows)
            .boxed(),
    }
}

fn says(
    pack: &Pack,
    kind: DocumentKind,
) -> impl Strategy<Value = BTreeMap<PartId, Recorded>> + use<> {
    let form = pack.documents.form(kind).expect("each kind has a form");
    let fields = form.fields.iter().filter(|field| field.is_of(kind));
    let each: Vec<_> = fields
        .map(|field| {
            let id = field.id.clone();
            option::weighted(0.5, recorded(pack, field))
                .prop_map(move |recorded| Some((id.clone(), recorded?)))
        })
        .collect();
    each.prop_map(|fields| {
        let mut says: BTreeMap<PartId, Recorded> = fields.into_iter().flatten().collect();
        // Where there is no row, none may stand.
        for (gate, rows) in GATES {
            if says.get(*gate) == Some(&Recorded::One(Value::YesNo(false))) {
                says.remove(*rows);
            }
        }
        says
    })
}

fn excerpts(pack: &Pack, kind: DocumentKind) -> impl Strategy<Value = Vec<Excerpt>> + use<> {
    let form = pack.documents.form(kind).expect("each kind has a form");
    let mut fields: Vec<PartId> = form.fields.iter().map(|field| field.id.clone()).collect();
    fields.push(PartId::new("kind"));
    let excerpt = (select(fields), 1_u32..=1_000_000, text());
    let excerpt = excerpt.prop_map(|(field, page, words)| Excerpt { field, page, words });
    vec(excerpt, 0..3)
}

fn document(pack: &Pack, kind: DocumentKind) -> BoxedStrategy<Document> {
    let file = (text(), "[0-9a-f]{64}").prop_map(|(path, sha256)| EvidenceFile { path, sha256 });
    let confirmed = (text(), day()).prop_map(|(by, on)| Confirmation { by, on });
    let about = (text(), option::of(file), option::of(confirmed));
    (about, says(pack, kind), excerpts(pack, kind))
        .prop_map(move |((reference, file, confirmed), says, read)| Document {
            id: EvidenceId::new(REPORT),
            kind,
            reference,
            file,
            confirmed,
            says,
            read,
        })
        .boxed()
}

/// A report, and up to three documents of any kind.
pub fn documents(pack: &Pack) -> impl Strategy<Value = Vec<Document>> + use<> {
    let kinds = DocumentKind::NAMES
        .iter()
        .map(|(_, kind)| document(pack, *kind));
    let any = vec(proptest::strategy::Union::new(kinds), 0..4);
    let report = document(pack, DocumentKind::Soc2T2);
    option::weighted(0.7, (report, any)).prop_map(|documents| {
        let Some((report, others)) = documents else {
            return vec![];
        };
        let others = others.into_iter().enumerate();
        let others = others.map(|(at, document)| Document {
            id: EvidenceId::new(format!("document {at}")),
            ..document
        });
        std::iter::once(report).chain(others).collect()
    })
}

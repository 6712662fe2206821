//! Reads evidence records and refuses those that contradict themselves.

use super::answer::period;
use super::{Ground, artefact, not_later};
use crate::assessment::evidence::{EvidenceFile, EvidenceRecord, MOST_SAMPLED, Origin, Supports};
use crate::pack::id::{EvidenceId, QuestionId};
use crate::pack::language::Language;
use crate::pack::model::{EvidenceKind, Relevance};
use crate::source::reader::{Fields, Reader};
use crate::source::tree::{Node, Value};
use crate::source::{Code, Problem};
use crate::words::Words;

/// A record and the node it was read from.
pub(super) type Placed<'n> = (EvidenceRecord, &'n Node);

/// Reads `evidence:`.
pub(super) fn read_all<'n>(
    reader: &Reader,
    node: &'n Node,
    ground: Ground,
) -> Option<Vec<Placed<'n>>> {
    reader.each(node, |node| Some((record(reader, node, ground)?, node)))
}

fn record(reader: &Reader, node: &Node, ground: Ground) -> Option<EvidenceRecord> {
    let fields = reader.map(node)?;
    let id = fields.text("id");
    let kind = fields
        .needed("kind")
        .and_then(|node| reader.one_of(node, EvidenceKind::NAMES));
    let origin = fields
        .needed("from")
        .and_then(|node| reader.one_of(node, Origin::NAMES));
    let date = fields.needed("date").and_then(|node| {
        let date = reader.date(node)?;
        not_later(reader, node, date, ground);
        Some(date)
    });
    let period = fields.optional("period").and_then(|node| {
        let period = period(reader, node)?;
        not_later(reader, node, period.to, ground);
        Some(period)
    });
    let whole = |key| {
        fields
            .optional(key)
            .and_then(|node| reader.whole(node, MOST_SAMPLED.into()))
    };
    let (sample, exceptions) = (whole("sample"), whole("exceptions"));
    let qualified = fields
        .optional("qualified")
        .and_then(|node| reader.boolean(node));
    let directness = fields.optional("directness");
    let directness = directness.and_then(|node| reader.one_of(node, Relevance::NAMES));
    let tested_control = fields.optional_text("tested_control");
    let reference = fields.text("reference");
    let file = fields.optional("file").and_then(|node| file(reader, node));
    let copy = fields.optional_value("copy", |node| self::file(reader, node));
    let read = fields.optional_value("read", |node| artefact::read(reader, node, ground));
    let planted = fields.optional_value("planted", |node| {
        reader.each(node, |node| reader.text(node))
    });
    let supports = fields
        .needed("supports")
        .and_then(|node| supports(reader, node, ground));
    let complete = || {
        Some(EvidenceRecord {
            id: EvidenceId::new(id?),
            kind: kind?,
            origin: origin?,
            date: date?,
            period,
            sample: sample.map(small),
            exceptions: exceptions.map_or(0, small),
            qualified: qualified.unwrap_or(false),
            directness,
            tested_control,
            reference: reference?,
            file,
            copy: copy?,
            read: read?,
            planted: planted?.unwrap_or_default(),
            supports: supports?,
        })
    };
    let record = complete();
    let unstated = ground.pack.model.evidence.default_sample;
    for refusal in record
        .iter()
        .flat_map(|record| record.contradictions(Words::of(Language::English), unstated))
    {
        let problem = Problem::new(Code::EvidenceRefused, refusal.message);
        refuse(reader, &fields, refusal.key, problem.help(refusal.help));
    }
    fields.done();
    record
}

fn small(number: u64) -> u32 {
    u32::try_from(number).expect("the range ends at 1 000 000")
}

fn refuse(reader: &Reader, fields: &Fields, key: &'static str, problem: Problem) {
    let node = fields.optional(key).unwrap_or(fields.node());
    reader.note_at(node, problem);
}

/// Reads `{path: …, sha256: …}`.
pub(super) fn file(reader: &Reader, node: &Node) -> Option<EvidenceFile> {
    let fields = reader.map(node)?;
    let path = fields.text("path");
    let sha256 = fields.needed("sha256").and_then(|node| {
        let digest = reader.text(node)?;
        let hex = |byte: u8| matches!(byte, b'0'..=b'9' | b'a'..=b'f');
        if digest.len() == 64 && digest.bytes().all(hex) {
            return Some(digest);
        }
        let message = "expected the SHA-256 of the file, 64 lower-case hexadecimal digits";
        reader.note_at(node, Problem::new(Code::WrongValue, message));
        None
    });
    fields.done();
    Some(EvidenceFile {
        path: path?,
        sha256: sha256?,
    })
}

fn supports(reader: &Reader, node: &Node, ground: Ground) -> Option<Supports> {
    if node.value == Value::Text("all".to_string()) {
        return Some(Supports::All);
    }
    let ids = reader.each(node, |node| {
        let id = QuestionId::new(reader.text(node)?);
        if ground.pack.question(&id).is_none() {
            let known: Vec<&str> = ground
                .pack
                .questions()
                .map(|known| known.id.as_str())
                .collect();
            reader.unknown(node, Code::UnknownQuestion, "question", id.as_str(), &known);
        }
        Some(id)
    })?;
    Some(Supports::Questions(ids))
}

//! Reads an assessment, or a file of answers, against the pack it was answered with.
//!
//! Everything is held against the pack at once: ids, kinds of answer, dates, evidence, and what
//! `not applicable` may set aside. All problems are reported together.

mod answer;
mod artefact;
mod document;
mod evidence;

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDate;

use super::answer::Response;
use super::document::Document;
use super::evidence::EvidenceRecord;
use super::{Assessment, PackReference};
use crate::pack::id::{EvidenceId, QuestionId};
use crate::pack::language::Language;
use crate::pack::question::Depth;
use crate::pack::{Pack, PackPart};
use crate::source::reader::{Fields, Reader};
use crate::source::tree::{self, Node};
use crate::source::{Code, Problem, Problems, Source};

/// Answers, documents and evidence from a file that is no assessment, such as `--answers` takes.
#[derive(Debug, Clone, PartialEq)]
pub struct Answers {
    /// What was answered, by question.
    pub answers: BTreeMap<QuestionId, Response>,
    /// Assurance documents.
    pub documents: Vec<Document>,
    /// What stands behind it.
    pub evidence: Vec<EvidenceRecord>,
}

/// Against what a file is read.
#[derive(Debug, Clone, Copy)]
struct Ground<'a> {
    pack: &'a Pack,
    /// The last day a record may bear.
    as_of: NaiveDate,
    /// Who asks for `not applicable` when the answer does not say.
    assessor: Option<&'a str>,
    /// Documents that are there already.
    held: &'a [Document],
}

/// An assessment file as a tree, not yet held against a pack.
#[derive(Debug)]
pub struct Parsed {
    source: Arc<Source>,
    tree: Node,
}

impl Parsed {
    /// Reads the text into a tree.
    ///
    /// # Errors
    ///
    /// The syntax error that ends all reading.
    pub fn parse(source: &Arc<Source>) -> Result<Self, Problems> {
        let tree = tree::parse(source)?;
        let source = Arc::clone(source);
        Ok(Self { source, tree })
    }

    /// The packs it was made with, so that they can be loaded before the rest is read.
    ///
    /// # Errors
    ///
    /// The problems of that part.
    pub fn packs(&self) -> Result<Vec<PackReference>, Problems> {
        let reader = Reader::new(&self.source);
        let packs = reader
            .map(&self.tree)
            .and_then(|fields| pack_references(&reader, fields.needed("packs")?));
        finish(packs, reader)
    }

    /// Whether it names a pack that lies in a folder, as far as its list of packs can be read.
    pub fn names_a_folder(&self) -> bool {
        let reader = Reader::new(&self.source);
        let named = reader.map(&self.tree).and_then(|fields| {
            reader.each(fields.optional("packs")?, |node| {
                Some(reader.map(node)?.optional("path").is_some())
            })
        });
        named.is_some_and(|named| named.contains(&true))
    }

    /// Holds it against its pack; `as_of` replaces the day it speaks about.
    ///
    /// # Errors
    ///
    /// Every problem of the file.
    pub fn read(&self, pack: &Pack, as_of: Option<NaiveDate>) -> Result<Assessment, Problems> {
        let reader = Reader::new(&self.source);
        let assessment = assessment(&reader, &self.tree, pack);
        let assessment = finish(assessment, reader)?;
        match as_of {
            Some(day) => as_if(assessment, pack, day),
            None => Ok(assessment),
        }
    }
}

/// Reads an assessment whose pack is known; `as_of` replaces the day it speaks about.
///
/// # Errors
///
/// Every problem of the file.
pub fn read(
    source: &Arc<Source>,
    pack: &Pack,
    as_of: Option<NaiveDate>,
) -> Result<Assessment, Problems> {
    Parsed::parse(source)?.read(pack, as_of)
}

/// The assessment as if it were another day, on which all its records must exist.
fn as_if(mut assessment: Assessment, pack: &Pack, day: NaiveDate) -> Result<Assessment, Problems> {
    let latest = assessment.latest_record(pack);
    if let Some(latest) = latest.filter(|latest| *latest > day) {
        let message = format!(
            "on `{day}` the file's records were not yet there; the latest is of `{latest}`"
        );
        let help = format!("ask for `{latest}` or a later day");
        return Err(Problem::new(Code::LaterThanAsOf, message).help(help).into());
    }
    assessment.as_of = day;
    Ok(assessment)
}

/// Reads answers meant for `assessment`, with records dated up to `today`.
///
/// # Errors
///
/// Every problem of the file.
pub fn answers(
    source: &Arc<Source>,
    pack: &Pack,
    assessment: &Assessment,
    today: NaiveDate,
) -> Result<Answers, Problems> {
    let node = tree::parse(source)?;
    let reader = Reader::new(source);
    let ground = Ground {
        pack,
        as_of: today,
        assessor: assessment.assessor.as_deref(),
        held: &assessment.documents,
    };
    let answers = reader.map(&node).and_then(|fields| {
        fields.format_one();
        let answers = body(&reader, &fields, ground);
        fields.done();
        answers
    });
    finish(answers, reader)
}

fn finish<T>(read: Option<T>, reader: Reader) -> Result<T, Problems> {
    match (read, Problems::collect(reader.into_problems())) {
        (_, Some(problems)) => Err(problems),
        (Some(read), None) => Ok(read),
        (None, None) => unreachable!("a reader that gives nothing has noted why"),
    }
}

fn assessment(reader: &Reader, node: &Node, pack: &Pack) -> Option<Assessment> {
    let fields = reader.map(node)?;
    fields.format_one();
    let (vendor, product) = (fields.text("vendor"), fields.text("product"));
    let assessor = fields.optional_text("assessor");
    let language = fields.optional_value("language", |node| reader.one_of(node, Language::NAMES));
    let packs_node = fields.needed("packs");
    let packs = packs_node.and_then(|node| pack_references(reader, node));
    if let (Some(node), Some(packs)) = (packs_node, &packs) {
        same_packs(reader, node, packs, pack);
    }
    let model = fields
        .needed("model")
        .and_then(|node| model(reader, node, pack));
    let depth = fields
        .needed("depth")
        .and_then(|node| reader.one_of(node, Depth::NAMES));
    let as_of = fields.needed("as_of").and_then(|node| reader.date(node));
    let ground = Ground {
        pack,
        as_of: as_of.unwrap_or(NaiveDate::MAX),
        assessor: assessor.as_deref(),
        held: &[],
    };
    let body = body(reader, &fields, ground);
    fields.done();
    let Answers {
        answers,
        documents,
        evidence,
    } = body?;
    Some(Assessment {
        vendor: vendor?,
        product: product?,
        assessor,
        language: language?.unwrap_or_default(),
        packs: packs?,
        model: model?,
        depth: depth?,
        as_of: as_of?,
        answers,
        documents,
        evidence,
    })
}

fn body(reader: &Reader, fields: &Fields, ground: Ground) -> Option<Answers> {
    let answers = match fields.optional("answers") {
        Some(node) => answer::read_all(reader, node, ground),
        None => Some(BTreeMap::new()),
    };
    let documents = match fields.optional("documents") {
        Some(node) => document::read_all(reader, node, ground),
        None => Some(vec![]),
    };
    let evidence = match fields.optional("evidence") {
        Some(node) => evidence::read_all(reader, node, ground),
        None => Some(vec![]),
    };
    let (documents, evidence) = (documents?, evidence?);
    let ids = documents
        .iter()
        .map(|(document, node)| (&document.id, *node));
    let ids = ids.chain(evidence.iter().map(|(record, node)| (&record.id, *node)));
    recorded_once(reader, &ids.collect::<Vec<_>>());
    Some(Answers {
        answers: answers?,
        documents: documents
            .into_iter()
            .map(|(document, _)| document)
            .collect(),
        evidence: evidence.into_iter().map(|(record, _)| record).collect(),
    })
}

/// Notes every id that two documents or records bear.
fn recorded_once(reader: &Reader, ids: &[(&EvidenceId, &Node)]) {
    for (at, (id, node)) in ids.iter().enumerate() {
        if let Some((_, first)) = ids[..at].iter().find(|(earlier, _)| earlier == id) {
            let message = format!("evidence `{id}` is recorded twice");
            let problem = Problem::new(Code::DuplicateId, message);
            reader.note_at(
                node,
                problem.also(reader.place(first), "first recorded here"),
            );
        }
    }
}

fn pack_references(reader: &Reader, node: &Node) -> Option<Vec<PackReference>> {
    let packs = reader.each(node, |node| pack_reference(reader, node))?;
    if packs.is_empty() {
        let problem = Problem::new(Code::PackMismatch, "the file names no pack");
        reader.note_at(
            node,
            problem.help("write `packs: [{id: idp, version: 1.0.0}]`"),
        );
        return None;
    }
    Some(packs)
}

fn pack_reference(reader: &Reader, node: &Node) -> Option<PackReference> {
    let fields = reader.map(node)?;
    let (id, version) = (fields.text("id"), fields.text("version"));
    let path = fields.optional_text("path");
    fields.done();
    Some(PackReference {
        part: PackPart {
            id: id?,
            version: version?,
        },
        path,
    })
}

fn same_packs(reader: &Reader, node: &Node, packs: &[PackReference], pack: &Pack) {
    let written: Vec<&PackPart> = packs.iter().map(|pack| &pack.part).collect();
    if written == pack.parts.iter().collect::<Vec<_>>() {
        return;
    }
    let label = |parts: &[&PackPart]| {
        let labels: Vec<String> = parts.iter().map(|part| part.label()).collect();
        labels.join(", ")
    };
    let loaded: Vec<&PackPart> = pack.parts.iter().collect();
    let message = format!(
        "the file was answered with {}, and {} is loaded",
        label(&written),
        label(&loaded)
    );
    let help =
        "use the version of idp-assay it was made with, or give the pack the `path` where it lies";
    reader.note_at(node, Problem::new(Code::PackMismatch, message).help(help));
}

fn model(reader: &Reader, node: &Node, pack: &Pack) -> Option<String> {
    let version = reader.text(node)?;
    if version != pack.model.version {
        let loaded = &pack.model.version;
        let message = format!("the file was scored with `{version}`, and `{loaded}` is loaded");
        let help = "results compare only within one version of the model; use the version it was made with";
        reader.note_at(node, Problem::new(Code::ModelMismatch, message).help(help));
    }
    Some(version)
}

/// Notes a day that lies after the day the assessment speaks about.
fn not_later(reader: &Reader, node: &Node, date: NaiveDate, ground: Ground) {
    if date > ground.as_of {
        let as_of = ground.as_of;
        let message = format!("`{date}` lies after `{as_of}`, the day the assessment speaks about");
        let help = "correct the date, or move `as_of` forward";
        reader.note_at(node, Problem::new(Code::LaterThanAsOf, message).help(help));
    }
}

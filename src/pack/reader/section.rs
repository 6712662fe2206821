//! Reads a section and its questions, with the places the checks of the whole pack need.

use std::cell::RefCell;
use std::collections::BTreeMap;

use super::answer::{self, Named};
use super::bad_answer::{self, BadPlaces};
use super::condition::{self, TestPlaces};
use super::fact;
use crate::pack::document::DocumentKind;
use crate::pack::id::{
    ClaimId, ControlId, FrameworkId, QuestionId, SectionId, ThresholdId, TopicId,
};
use crate::pack::model::EvidenceKind;
use crate::pack::question::{ContextInput, Criterion, Depth, Question, Role, Scored};
use crate::source::reader::{Fields, Reader};
use crate::source::tree::Node;
use crate::source::{Code, Place, Problem};

/// A section as it was read; its questions are not yet checked against the whole.
pub(super) struct Draft {
    pub(super) id: SectionId,
    pub(super) title: String,
    pub(super) intro: String,
    pub(super) documents: Vec<DocumentKind>,
    pub(super) questions: Vec<QuestionDraft>,
    /// Ids of questions that could not be read, so that references to them are no second problem.
    pub(super) broken: Vec<QuestionId>,
}

/// A question and where its words stand.
pub(super) struct QuestionDraft {
    pub(super) question: Question,
    pub(super) places: Places,
}

/// Where the words of a question stand.
pub(super) struct Places {
    pub(super) id: Place,
    pub(super) topic: Place,
    pub(super) control: Option<Place>,
    pub(super) answer: Place,
    pub(super) tests: Vec<TestPlaces>,
    pub(super) frameworks: Vec<(FrameworkId, Option<String>, Place)>,
    pub(super) thresholds: Vec<(ThresholdId, Place)>,
    pub(super) facts: Vec<Place>,
    pub(super) findings: Vec<BadPlaces>,
}

/// Reads one section file.
pub(super) fn read(reader: &Reader, node: &Node) -> Option<Draft> {
    let fields = reader.map(node)?;
    let head = fields.needed("section").and_then(|node| head(reader, node));
    let mut draft_questions = Vec::new();
    let mut broken = Vec::new();
    let items = fields
        .needed("questions")
        .and_then(|node| reader.list(node));
    for node in items.unwrap_or(&[]) {
        match question(reader, node) {
            Ok(draft) => draft_questions.push(draft),
            Err(id) => broken.extend(id),
        }
    }
    fields.done();
    let (id, title, intro, documents) = head?;
    Some(Draft {
        id,
        title,
        intro,
        documents,
        questions: draft_questions,
        broken,
    })
}

type Head = (SectionId, String, String, Vec<DocumentKind>);

fn head(reader: &Reader, node: &Node) -> Option<Head> {
    let fields = reader.map(node)?;
    let (id, title, intro) = (
        fields.text("id"),
        fields.text("title"),
        fields.text("intro"),
    );
    let documents = fields.optional_value("documents", |node| {
        reader.each(node, |node| reader.one_of(node, DocumentKind::NAMES))
    });
    fields.done();
    let documents = documents?.unwrap_or_default();
    Some((SectionId::new(id?), title?, intro?, documents))
}

/// A question, or its id if at least that could be read.
fn question(reader: &Reader, node: &Node) -> Result<QuestionDraft, Option<QuestionId>> {
    let fields = reader.map(node).ok_or(None)?;
    let id = fields.text("id").map(QuestionId::new);
    let draft = body(reader, &fields, id.clone());
    fields.done();
    draft.ok_or(id)
}

fn body(reader: &Reader, fields: &Fields, id: Option<QuestionId>) -> Option<QuestionDraft> {
    let named: Named = RefCell::default();
    let mut tests = Vec::new();
    let texts = ["text", "why", "good", "find", "attach"].map(|key| fields.text(key));
    let topic = fields.text("topic");
    let evidence = fields
        .needed("evidence")
        .and_then(|node| reader.each(node, |node| reader.one_of(node, EvidenceKind::NAMES)));
    let role = role(reader, fields);
    let depth = fields
        .needed("depth")
        .and_then(|node| reader.one_of(node, Depth::NAMES));
    let when = fields.optional_value("when", |node| condition::read(reader, node, &mut tests));
    let form = fields
        .needed("answer")
        .and_then(|node| answer::form(reader, node, &named));
    let references = references(reader, fields, &named);
    let facts = fields.optional_value("facts", |node| {
        reader.each(node, |node| fact::link(reader, node))
    });
    let bad = fields.optional_value("bad", |node| {
        reader.each(node, |node| bad_answer::read(reader, node))
    });
    let places = places(reader, fields, named, tests);
    let [text, why, good, find, attach] = texts;
    let references = references?;
    let (facts, fact_places) = facts?.unwrap_or_default().into_iter().unzip();
    let (bad, finding_places) = bad?.unwrap_or_default().into_iter().unzip();
    Some(QuestionDraft {
        question: Question {
            id: id?,
            topic: TopicId::new(topic?),
            text: text?,
            why: why?,
            good: good?,
            find: find?,
            attach: attach?,
            evidence: evidence?,
            form: form?,
            role: role?,
            depth: depth?,
            when: when?,
            frameworks: references.frameworks,
            claims: references.claims,
            thresholds: references.thresholds,
            facts,
            bad,
        },
        places: Places {
            frameworks: references.framework_places,
            facts: fact_places,
            findings: finding_places,
            ..places?
        },
    })
}

/// What a question refers to outside the pack's own questions.
struct References {
    frameworks: BTreeMap<FrameworkId, Vec<String>>,
    framework_places: Vec<(FrameworkId, Option<String>, Place)>,
    claims: Vec<ClaimId>,
    thresholds: Vec<ThresholdId>,
}

fn references(reader: &Reader, fields: &Fields, named: &Named) -> Option<References> {
    let frameworks = fields
        .needed("frameworks")
        .and_then(|node| frameworks(reader, node));
    let claims = fields
        .needed("claims")
        .and_then(|node| reader.each(node, |node| reader.text(node).map(ClaimId::new)));
    let thresholds =
        fields.optional_value("thresholds", |node| answer::thresholds(reader, node, named));
    let (frameworks, framework_places) = frameworks?;
    Some(References {
        frameworks,
        framework_places,
        claims: claims?,
        thresholds: thresholds?.unwrap_or_default(),
    })
}

fn places(
    reader: &Reader,
    fields: &Fields,
    named: Named,
    tests: Vec<TestPlaces>,
) -> Option<Places> {
    let place = |key| fields.optional(key).map(|node| reader.place(node));
    Some(Places {
        id: place("id")?,
        topic: place("topic")?,
        control: control_place(reader, fields),
        answer: place("answer")?,
        tests,
        frameworks: vec![],
        thresholds: named.into_inner(),
        facts: vec![],
        findings: vec![],
    })
}

/// Where the control of a scored question is named.
fn control_place(reader: &Reader, fields: &Fields) -> Option<Place> {
    let scored = reader.map(fields.optional("scored")?)?;
    scored.optional("control").map(|node| reader.place(node))
}

fn role(reader: &Reader, fields: &Fields) -> Option<Role> {
    let scored = fields.optional("scored");
    let context = fields.optional("context");
    let criterion = fields.optional("criterion");
    match (scored, context, criterion) {
        (Some(node), None, None) => self::scored(reader, node).map(Role::Scored),
        (None, Some(node), None) => reader.one_of(node, ContextInput::NAMES).map(Role::Context),
        (None, None, Some(node)) => reader.one_of(node, Criterion::NAMES).map(Role::Criterion),
        (None, None, None) => Some(Role::Record),
        _ => {
            let problem = Problem::new(
                Code::WrongValue,
                "expected at most one of `scored`, `context` and `criterion`",
            );
            reader.note_at(scored.or(context)?, problem);
            None
        }
    }
}

fn scored(reader: &Reader, node: &Node) -> Option<Scored> {
    let fields = reader.map(node)?;
    let control = fields.text("control");
    let share = fields
        .needed("share")
        .and_then(|node| reader.positive(node));
    let gating = match fields.optional("gating") {
        Some(node) => reader.boolean(node),
        None => Some(false),
    };
    fields.done();
    Some(Scored {
        control: ControlId::new(control?),
        share: share?,
        gating: gating?,
    })
}

type Frameworks = (
    BTreeMap<FrameworkId, Vec<String>>,
    Vec<(FrameworkId, Option<String>, Place)>,
);

fn frameworks(reader: &Reader, node: &Node) -> Option<Frameworks> {
    let fields = reader.map(node)?;
    let mut places = Vec::new();
    let mut frameworks = BTreeMap::new();
    for (name, key, node) in fields.ids() {
        let framework = FrameworkId::new(name);
        places.push((framework.clone(), None, reader.place(key)));
        let ids = reader.each(node, |node| Some((reader.text(node)?, reader.place(node))))?;
        for (id, place) in &ids {
            places.push((framework.clone(), Some(id.clone()), place.clone()));
        }
        frameworks.insert(framework, ids.into_iter().map(|(id, _)| id).collect());
    }
    Some((frameworks, places))
}

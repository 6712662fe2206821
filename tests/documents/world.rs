//! A vendor with good documents, and what a test changes about it.
//!
//! The vendor holds a SOC 2 Type II report `R`, an ISO/IEC 27001 certificate `C` and two add-ons,
//! with nothing to say against any of them on the day assessed.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use idp_assay::assessment::{Assessment, reader};
use idp_assay::built_in;
use idp_assay::checks::answers;
use idp_assay::checks::documents::settle::settle;
use idp_assay::checks::documents::{Raised, Reading};
use idp_assay::pack::Pack;
use idp_assay::pack::question::Severity;
use idp_assay::score::credibility::EvidenceItem;
use idp_assay::score::{AssessmentScore, score_assessment};
use idp_assay::source::Source;

/// The built-in pack.
pub static PACK: LazyLock<Pack> = LazyLock::new(built_in::pack);

/// Every topic on which the good report records a test.
const TESTED: &[&str] = &[
    "inventory",
    "ownership",
    "provisioning",
    "offboarding",
    "access_review",
    "privileged_jit",
    "strong_auth",
    "secret_storage",
    "rotation",
    "token_ttl",
    "revocation_at_scale",
    "environment_isolation",
    "delegated_admin",
    "logging",
    "monitoring",
    "change_mgmt",
    "dormancy_detection",
    "federation_scim",
];

/// A row of the topics of a report: tested, with machine identities, unless the rest says otherwise.
pub fn row(topic: &str, rest: &str) -> String {
    let mut columns = BTreeMap::from([
        ("coverage", "tested"),
        ("control", "CC-1"),
        ("procedure", "inspection"),
        ("occurred", "yes"),
        ("population", "[people, machines]"),
        ("interval", "yes"),
        ("section", "examined"),
    ]);
    for column in rest.split(';').filter(|column| !column.trim().is_empty()) {
        let (name, value) = column.split_once('=').expect("name=value");
        match value {
            "" => columns.remove(name.trim()),
            value => columns.insert(name.trim(), value),
        };
    }
    let columns = columns
        .iter()
        .map(|(name, value)| format!(", {name}: {value}"));
    format!("{{topic: {topic}{}}}", columns.collect::<String>())
}

/// The good rows, but for one topic.
pub fn rows_but(topic: &str, rest: &str) -> String {
    let rows = TESTED.iter().map(|&known| {
        let rest = if known == topic { rest } else { "" };
        row(known, rest)
    });
    format!("[{}]", rows.collect::<Vec<_>>().join(", "))
}

/// The good rows without a topic.
pub fn rows_without(topics: &[&str]) -> String {
    let rows = TESTED.iter().filter(|topic| !topics.contains(topic));
    let rows: Vec<_> = rows.map(|topic| row(topic, "")).collect();
    format!("[{}]", rows.join(", "))
}

/// A document: its kind, and its fields as YAML.
#[derive(Debug, Clone)]
pub struct Doc {
    pub kind: &'static str,
    pub fields: BTreeMap<String, String>,
    pub is_confirmed: bool,
}

impl Doc {
    pub fn new(kind: &'static str, fields: &[(&str, &str)]) -> Self {
        let fields = fields.iter();
        Self {
            kind,
            fields: fields
                .map(|(field, value)| ((*field).to_owned(), (*value).to_owned()))
                .collect(),
            is_confirmed: true,
        }
    }

    pub fn without(mut self, field: &str) -> Self {
        self.fields.remove(field).expect("the field is recorded");
        self
    }

    pub fn with(mut self, field: &str, value: &str) -> Self {
        self.record(field, value);
        self
    }

    /// Records a field; where there is no row, none is left behind.
    pub fn record(&mut self, field: &str, value: &str) {
        if let (Some(rows), "no") = (field.strip_prefix("has-"), value) {
            self.fields.remove(rows);
        }
        let gate = format!("has-{field}");
        if value != "[]" && self.fields.contains_key(&gate) {
            self.fields.insert(gate, "yes".to_owned());
        }
        self.fields.insert(field.to_owned(), value.to_owned());
    }
}

pub fn report() -> Doc {
    Doc::new(
        "soc2_t2",
        &[
            ("subject", "vendor"),
            ("period", "{from: 2025-11-01, to: 2026-10-31}"),
            ("report-date", "2026-11-10"),
            ("signature", "complete"),
            ("opinion", "unmodified"),
            ("categories", "[security, availability, confidentiality]"),
            ("system", "[Larkhaven Access Cloud]"),
            ("product", "yes"),
            ("control-plane", "yes"),
            ("regions", "yes"),
            ("interfaces", "yes"),
            ("delegated-admin", "yes"),
            ("support-tools", "yes"),
            ("copy", "complete"),
            ("assertion", "present"),
            ("auditor", "Example Auditors"),
            ("licensed", "yes"),
            ("peer-review", "pass"),
            ("peer-review-date", "2025-06-01"),
            ("independence", "independent"),
            ("wording", "specific"),
            ("has-exceptions", "no"),
            ("has-entity-controls", "yes"),
            (
                "entity-controls",
                "[{control: Enforce sign-in with two factors, owner: Ops, status: checked}]",
            ),
            ("has-subservice", "yes"),
            (
                "subservice",
                "[{name: Cloud, does: [hosting], method: carve-out, csocs: yes, report: read}]",
            ),
            ("topics", &rows_but("", "")),
            ("has-incidents", "yes"),
            ("incidents", "[{what: An outage}]"),
            ("points-of-focus", "revised-2022"),
        ],
    )
}

pub fn type_one() -> Doc {
    let mut type_one = report();
    type_one.kind = "soc2_t1";
    for field in ["period", "topics"] {
        type_one.fields.remove(field);
    }
    type_one.with("as-of", "2026-10-31")
}

pub fn certificate(kind: &'static str) -> Doc {
    let mut certificate = Doc::new(
        kind,
        &[
            ("edition", "2022"),
            ("holder", "Larkhaven"),
            ("holder-is", "vendor"),
            ("body", "Example Body"),
            ("accreditation", "recognised"),
            ("accredited-for", "yes"),
            ("body-sold", "nothing"),
            ("number", "N-1"),
            ("register", "valid"),
            ("issue", "2025-03-01"),
            ("expiry", "2028-02-29"),
            ("last-audit", "2026-03-01"),
            ("scope", "Operation of the Larkhaven Access Cloud"),
            ("product", "yes"),
            ("operation", "yes"),
            ("regions", "yes"),
            ("extent", "service"),
            ("admin-sites", "yes"),
        ],
    );
    match kind {
        "iso27001" => {
            for (field, value) in [
                ("soa", "read"),
                ("soa-version", "\"4\""),
                ("soa-cited", "\"4\""),
                ("soa-date", "2026-01-15"),
                ("soa-cited-date", "2026-01-15"),
                ("has-exclusions", "no"),
                ("amendment", "yes"),
                ("mark", "current"),
            ] {
                certificate = certificate.with(field, value);
            }
        }
        _ => certificate = certificate.with("edition", "2025"),
    }
    certificate
}

pub fn letter() -> Doc {
    Doc::new(
        "bridge_letter",
        &[
            ("report", "R"),
            ("signed", "2026-11-15"),
            ("covers", "{from: 2026-11-01, to: 2026-11-15}"),
            ("changes", "yes"),
            ("incidents", "yes"),
        ],
    )
}

pub fn summary(kind: &'static str, offered: &str) -> Doc {
    Doc::new(
        kind,
        &[
            ("subject", "vendor"),
            ("date", "2026-06-01"),
            ("offered-for", offered),
        ],
    )
}

pub fn fedramp() -> Doc {
    Doc::new(
        "fedramp",
        &[
            ("date", "2026-06-01"),
            ("status", "authorised"),
            ("environment", "ours"),
            ("system", "[Larkhaven Access Cloud]"),
            ("product", "yes"),
        ],
    )
}

/// An assessment in the making.
#[derive(Debug, Clone)]
pub struct World {
    pub docs: BTreeMap<String, Doc>,
    pub answers: BTreeMap<String, String>,
    pub evidence: Vec<String>,
    pub as_of: String,
}

impl World {
    /// No document and no answer.
    pub fn empty() -> Self {
        Self {
            docs: BTreeMap::new(),
            answers: BTreeMap::new(),
            evidence: vec![],
            as_of: "2026-11-20".to_owned(),
        }
    }

    /// The good documents and no answer.
    pub fn good() -> Self {
        Self::empty()
            .add("R", report())
            .add("C", certificate("iso27001"))
            .add("C17", certificate("iso27017"))
            .add("C18", certificate("iso27018"))
    }

    /// No document, and the answers that open the questions about them.
    pub fn told() -> Self {
        Self::empty().answer("Q.asr.01", "[soc2_t2, iso]")
    }

    pub fn add(mut self, id: &str, doc: Doc) -> Self {
        self.docs.insert(id.to_owned(), doc);
        self
    }

    pub fn without(mut self, id: &str) -> Self {
        self.docs.remove(id).expect("the document is there");
        self
    }

    pub fn set(mut self, id: &str, field: &str, value: &str) -> Self {
        let doc = self.docs.get_mut(id).expect("the document is there");
        doc.record(field, value);
        self
    }

    pub fn unset(mut self, id: &str, field: &str) -> Self {
        let doc = self.docs.get_mut(id).expect("the document is there");
        doc.fields.remove(field).expect("the field is recorded");
        self
    }

    pub fn unconfirmed(mut self) -> Self {
        for doc in self.docs.values_mut() {
            doc.is_confirmed = false;
        }
        self
    }

    pub fn answer(mut self, question: &str, value: &str) -> Self {
        let answer = format!("{{value: {value}}}");
        self.answers.insert(question.to_owned(), answer);
        self
    }

    pub fn state(mut self, question: &str, state: &str) -> Self {
        self.answers.insert(question.to_owned(), state.to_owned());
        self
    }

    pub fn evidence(mut self, record: &str) -> Self {
        self.evidence.push(record.to_owned());
        self
    }

    pub fn on(mut self, day: &str) -> Self {
        self.as_of = day.to_owned();
        self
    }

    /// The assessment as a file.
    pub fn text(&self) -> String {
        let mut text = format!(
            "format: 1\nvendor: Larkhaven\nproduct: Larkhaven Access Cloud\nassessor: A. Analyst\n\
             packs: [{{id: idp, version: {}}}]\nmodel: {}\ndepth: full\nas_of: {}\nanswers:\n",
            PACK.parts[0].version, PACK.model.version, self.as_of
        );
        for (question, answer) in &self.answers {
            text += &format!("  {question}: {answer}\n");
        }
        text += "documents:\n";
        for (id, doc) in &self.docs {
            text += &format!(
                "  - id: {id}\n    kind: {}\n    reference: {id}\n",
                doc.kind
            );
            if doc.is_confirmed {
                text += &format!("    confirmed: {{by: A. Analyst, on: {}}}\n", self.as_of);
            }
            text += "    says:\n";
            for (field, value) in &doc.fields {
                text += &format!("      {field}: {value}\n");
            }
        }
        text += "evidence:\n";
        for record in &self.evidence {
            text += &format!("  - {record}\n");
        }
        for (key, rest) in [("answers:\n", "documents:"), ("documents:\n", "evidence:")] {
            text = text.replace(&format!("{key}{rest}"), rest);
        }
        match text.strip_suffix("evidence:\n") {
            Some(text) => text.to_owned(),
            None => text,
        }
    }

    pub fn assessment(&self) -> Assessment {
        let text = self.text();
        let source = Source::new("assessment.yaml", text);
        reader::read(&source, &PACK, None).unwrap_or_else(|problems| panic!("{problems}"))
    }

    pub fn score(&self) -> AssessmentScore {
        score_assessment(&PACK, &self.assessment())
    }

    /// Red flags of the documents, as findings and as prompts.
    pub fn raised(&self) -> Vec<Raised> {
        let given = self.assessment();
        let settled = settle(&PACK, &given).unwrap_or_else(|| given.clone());
        let live = idp_assay::assessment::live::Live::new(&PACK, &settled);
        let by_hand = answers::findings(&PACK, &given, &live);
        Reading::new(&PACK, &settled, &by_hand).raised
    }

    /// The severities at which a red flag is raised, the worst first.
    pub fn severities(&self, flag: &str) -> Vec<Severity> {
        let raised = self.raised();
        let raised = raised.iter().filter(|raised| raised.flag == flag);
        let mut severities: Vec<_> = raised.map(|raised| raised.severity).collect();
        severities.sort();
        severities.reverse();
        severities
    }

    /// What stands behind the answer to a question from a document.
    pub fn item(&self, question: &str, id: &str) -> Option<EvidenceItem> {
        let score = self.score();
        let questions = score
            .controls
            .iter()
            .flat_map(|control| control.questions());
        let mut questions = questions.filter(|input| input.question.as_str() == question);
        let input = questions.next().expect("the question is live");
        let mut items = input.evidence.iter();
        let is_of = |item: &&EvidenceItem| item.record.as_ref().is_some_and(|of| of.as_str() == id);
        items.find(is_of).cloned()
    }
}

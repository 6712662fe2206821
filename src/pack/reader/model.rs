//! Reads the numbers of the model and the catalogue of controls.

use std::collections::BTreeMap;

use crate::pack::id::{ControlId, DomainId};
use crate::pack::model::{
    Band, BandEdge, BlastDimension, Control, Domain, EvidenceKind, EvidenceModel, Factor,
    InherentModel, Limits, Model, Relevance, Rung, Shape, Subject,
};
use crate::source::reader::Reader;
use crate::source::tree::Node;
use crate::source::{Code, Place, Problem};

/// The model and where its controls stand.
pub(super) struct ModelDraft {
    pub(super) model: Model,
    pub(super) controls: BTreeMap<ControlId, Place>,
}

const SUBJECTS: &[(&str, Subject)] = &[
    ("nhi", Subject::Nhi),
    ("human", Subject::Human),
    ("platform", Subject::Platform),
];

const DIMENSIONS: &[(&str, BlastDimension)] = &[
    ("scope", BlastDimension::Scope),
    ("duration", BlastDimension::Duration),
    ("reuse", BlastDimension::Reuse),
];

/// Reads `model.yaml`.
pub(super) fn read(reader: &Reader, node: &Node) -> Option<ModelDraft> {
    let fields = reader.map(node)?;
    fields.format_one();
    let version = fields.text("version");
    let shape = fields.needed("shape").and_then(|node| shape(reader, node));
    let evidence = fields
        .needed("evidence")
        .and_then(|node| evidence(reader, node));
    let inherent = fields
        .needed("inherent")
        .and_then(|node| inherent(reader, node));
    let limits = fields
        .needed("limits")
        .and_then(|node| limits(reader, node));
    let bands = fields.needed("bands").and_then(|node| bands(reader, node));
    let domains = fields
        .needed("domains")
        .and_then(|node| domains(reader, node));
    let controls = fields.needed("controls").and_then(|node| {
        reader.each(node, |node| {
            Some((control(reader, node, domains.as_deref())?, node))
        })
    });
    let sources = fields
        .needed("sources")
        .and_then(|node| sources(reader, node));
    fields.done();
    let controls = controls?;
    let places = unique_controls(reader, &controls);
    let mut controls: Vec<Control> = controls.into_iter().map(|(control, _)| control).collect();
    controls.sort_by(|left, right| left.id.cmp(&right.id));
    Some(ModelDraft {
        model: Model {
            version: version?,
            shape: shape?,
            evidence: evidence?,
            inherent: inherent?,
            limits: limits?,
            bands: bands?,
            domains: domains?,
            controls,
            sources: sources?,
        },
        controls: places,
    })
}

fn shape(reader: &Reader, node: &Node) -> Option<Shape> {
    let fields = reader.map(node)?;
    let number = |key, least| {
        let node = fields.needed(key)?;
        reader.number(node, least..=f64::INFINITY)
    };
    let (p, q) = (number("p", 1.0), number("q", 1.0));
    let (kappa, eta0) = (number("kappa", 0.0), number("eta0", 0.0));
    let eta_blast = number("eta_blast", 0.0);
    fields.done();
    Some(Shape {
        p: p?,
        q: q?,
        kappa: kappa?,
        eta0: eta0?,
        eta_blast: eta_blast?,
    })
}

fn evidence(reader: &Reader, node: &Node) -> Option<EvidenceModel> {
    let fields = reader.map(node)?;
    let ladder = fields.needed("ladder");
    let ladder = ladder.and_then(|node| named(reader, node, EvidenceKind::NAMES, rung));
    let relevance = fields.needed("relevance");
    let relevance = relevance.and_then(|node| named(reader, node, Relevance::NAMES, Reader::share));
    let full = fields
        .needed("full_period_months")
        .and_then(|node| reader.positive(node));
    let sample = fields
        .needed("default_sample")
        .and_then(|node| reader.whole(node, 100_000));
    let cap = fields
        .needed("qualified_cap")
        .and_then(|node| reader.share(node));
    fields.done();
    Some(EvidenceModel {
        ladder: ladder?,
        relevance: relevance?,
        full_period_months: full?,
        default_sample: u32::try_from(sample?).expect("the range ends at 100 000"),
        qualified_cap: cap?,
    })
}

/// A map with exactly the named keys.
fn named<K: Copy + Ord, V>(
    reader: &Reader,
    node: &Node,
    names: &'static [(&'static str, K)],
    read: impl Fn(&Reader, &Node) -> Option<V>,
) -> Option<BTreeMap<K, V>> {
    let fields = reader.map(node)?;
    let values: Vec<Option<(K, V)>> = names
        .iter()
        .map(|&(name, key)| {
            Some((
                key,
                fields.needed(name).and_then(|node| read(reader, node))?,
            ))
        })
        .collect();
    fields.done();
    values.into_iter().collect()
}

fn rung(reader: &Reader, node: &Node) -> Option<Rung> {
    let fields = reader.map(node)?;
    let share = |key| fields.needed(key).and_then(|node| reader.share(node));
    let (credibility, independence) = (share("credibility"), share("independence"));
    let months = |key| fields.optional_value(key, |node| reader.number(node, 0.0..=1200.0));
    let (grace, half_life) = (months("grace_months"), months("half_life_months"));
    fields.done();
    Some(Rung {
        credibility: credibility?,
        independence: independence?,
        grace_months: grace?,
        half_life_months: half_life?,
    })
}

fn inherent(reader: &Reader, node: &Node) -> Option<InherentModel> {
    const FACTORS: &[(&str, Factor)] = &[
        ("data", Factor::Data),
        ("criticality", Factor::Criticality),
        ("regulatory", Factor::Regulatory),
        ("nhi", Factor::Nhi),
        ("cicd", Factor::Cicd),
        ("blast", Factor::Blast),
    ];
    let fields = reader.map(node)?;
    let beta = fields.needed("beta");
    let beta = beta.and_then(|node| named(reader, node, FACTORS, Reader::positive));
    let full = fields
        .needed("nhi_log10_full")
        .and_then(|node| reader.positive(node));
    fields.done();
    Some(InherentModel {
        beta: beta?,
        nhi_log10_full: full?,
    })
}

fn limits(reader: &Reader, node: &Node) -> Option<Limits> {
    let fields = reader.map(node)?;
    let share = |key| fields.needed(key).and_then(|node| reader.share(node));
    let (effectiveness, inherent) = (share("gate_effectiveness"), share("gate_min_inherent"));
    let (rated, provisional) = (share("rated"), share("provisional"));
    let confident = share("confident");
    fields.done();
    Some(Limits {
        gate_effectiveness: effectiveness?,
        gate_min_inherent: inherent?,
        rated: rated?,
        provisional: provisional?,
        confident: confident?,
    })
}

fn bands(reader: &Reader, node: &Node) -> Option<Vec<BandEdge>> {
    let edges = reader.each(node, |node| {
        let fields = reader.map(node)?;
        let from = fields
            .needed("from")
            .and_then(|node| reader.number(node, 0.0..=100.0));
        let band = fields
            .needed("band")
            .and_then(|node| reader.one_of(node, Band::NAMES));
        fields.done();
        Some(BandEdge {
            from: from?,
            band: band?,
        })
    })?;
    let rising = edges
        .windows(2)
        .all(|pair| pair[0].from < pair[1].from && pair[0].band < pair[1].band);
    if edges.first().is_none_or(|edge| edge.from != 0.0) || !rising {
        let problem = Problem::new(Code::WrongValue, "bands must start at 0 and rise")
            .help("list them from low to critical, each with a higher `from`");
        reader.note_at(node, problem);
        return None;
    }
    Some(edges)
}

fn domains(reader: &Reader, node: &Node) -> Option<Vec<Domain>> {
    let mut domains = reader.each(node, |node| {
        let fields = reader.map(node)?;
        let (id, title) = (fields.text("id"), fields.text("title"));
        let budget = fields
            .needed("budget")
            .and_then(|node| reader.positive(node));
        fields.done();
        Some(Domain {
            id: DomainId::new(id?),
            title: title?,
            budget: budget?,
        })
    })?;
    domains.sort_by(|left, right| left.id.cmp(&right.id));
    for pair in domains.windows(2).filter(|pair| pair[0].id == pair[1].id) {
        let problem = Problem::new(
            Code::DuplicateId,
            format!("domain `{}` is given twice", pair[0].id),
        );
        reader.note_at(node, problem);
    }
    Some(domains)
}

fn control(reader: &Reader, node: &Node, domains: Option<&[Domain]>) -> Option<Control> {
    let fields = reader.map(node)?;
    let (id, title) = (fields.text("id"), fields.text("title"));
    let domain = fields.needed("domain").and_then(|node| {
        let id = reader.text(node)?;
        let known: Vec<&str> = domains?.iter().map(|domain| domain.id.as_str()).collect();
        if !known.contains(&id.as_str()) {
            reader.unknown(node, Code::UnknownDomain, "domain", &id, &known);
        }
        Some(DomainId::new(id))
    });
    let weight = fields
        .needed("weight")
        .and_then(|node| reader.positive(node));
    let subject = fields
        .needed("subject")
        .and_then(|node| reader.one_of(node, SUBJECTS));
    let knockout = fields
        .needed("knockout")
        .and_then(|node| reader.share(node));
    let blast = fields.optional_value("blast", |node| reader.one_of(node, DIMENSIONS));
    let na_allowed = fields
        .needed("na_allowed")
        .and_then(|node| reader.boolean(node));
    let relevance = |key| {
        let node = fields.needed(key)?;
        reader.one_of(node, Relevance::NAMES)
    };
    let (soc2, iso27001) = (relevance("soc2"), relevance("iso27001"));
    fields.done();
    Some(Control {
        id: ControlId::new(id?),
        domain: domain?,
        title: title?,
        weight: weight?,
        subject: subject?,
        knockout: knockout?,
        blast: blast?,
        na_allowed: na_allowed?,
        soc2: soc2?,
        iso27001: iso27001?,
    })
}

fn unique_controls(reader: &Reader, controls: &[(Control, &Node)]) -> BTreeMap<ControlId, Place> {
    let mut places: BTreeMap<ControlId, Place> = BTreeMap::new();
    for (control, node) in controls {
        let place = reader.place(node);
        if let Some(first) = places.get(&control.id) {
            let message = format!("control `{}` is given twice", control.id);
            let problem = Problem::new(Code::DuplicateId, message);
            reader.note_at(node, problem.also(first.clone(), "first given here"));
        } else {
            places.insert(control.id.clone(), place);
        }
    }
    places
}

/// Where the numbers come from, by key; a judgement says that it is one.
fn sources(reader: &Reader, node: &Node) -> Option<BTreeMap<String, String>> {
    let fields = reader.map(node)?;
    let text =
        |(key, _, node): &(&str, &Node, &Node)| Some(((*key).to_string(), reader.text(node)?));
    let sources = fields.ids().iter().map(text).collect();
    fields.done();
    sources
}

//! Everything a reader sees, ordered and worded, as one value.
//!
//! A [`Report`] holds no number that a renderer would have to compute and no choice it would have
//! to make: Markdown, HTML, PDF and JSON say the same. Strings are plain text, never markup;
//! whoever renders them escapes them, because many come from outside.

pub mod advice;
mod ageing;
mod answers;
mod basis;
pub mod claims;
mod conditions;
mod coverage;
pub mod documents;
pub(crate) mod drivers;
mod edition;
mod entity;
mod figures;
mod findings;
mod front;
#[cfg(test)]
mod german;
mod inherent;
mod material;
mod method;
mod nhi;
mod outlook;
pub(crate) mod print;
mod reasons;
mod red_flags;
mod register;
pub mod requests;
mod risk;
pub(crate) mod said;
pub(crate) mod summary;
pub mod terms;
mod validation;
mod wanted;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use self::advice::Advice;
use self::answers::Answers;
use self::claims::Claims;
use self::conditions::Conditions;
use self::coverage::Coverage;
use self::documents::Documents;
use self::drivers::Drivers;
use self::edition::Edition;
use self::entity::EntityControls;
use self::figures::{Figures, figures};
use self::findings::{Findings, Plan};
use self::front::Front;
use self::inherent::Inherent;
use self::material::{Material, Versions};
use self::method::Method;
use self::nhi::NhiChecks;
use self::outlook::Outlook;
use self::register::Register;
use self::requests::Requests;
use self::risk::{BandEnd, RiskPicture};
use self::summary::Summary;
use crate::assessment::Assessment;
use crate::checks::documents::settle::settle;
use crate::pack::Pack;
use crate::words::say;

/// Who a report is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Audience {
    /// The risk committee: page one, the conditions in full, the drivers, what would change the result.
    Committee,
    /// The security architect: everything.
    Architect,
    /// The procurement analyst: what is still to be done.
    Analyst,
}

/// What surrounds a report and stands in no answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Frame {
    /// Who it is for.
    pub audience: Audience,
    /// Digest of the assessment that a signature would cover, when it was taken.
    pub digest: Option<String>,
    /// Who signed.
    pub signed: Signed,
}

impl Frame {
    /// A report for `audience` that nobody has signed.
    pub fn unsigned(audience: Audience) -> Self {
        Self {
            audience,
            digest: None,
            signed: Signed::default(),
        }
    }
}

/// The signatures under an assessment, as far as there are any.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Signed {
    /// Whoever answered.
    pub assessor: Option<SignOff>,
    /// Whoever reviewed it; never the assessor.
    pub reviewer: Option<SignOff>,
    /// Whoever decided.
    pub committee: Option<SignOff>,
}

/// A signature.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignOff {
    /// The name.
    pub name: String,
    /// The day.
    pub on: NaiveDate,
}

/// A report on one assessment. Sections that its audience does not get are none.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Report {
    /// Who it is for.
    pub audience: Audience,
    /// The language it is written in, as a BCP 47 tag.
    pub language: &'static str,
    /// What this edition holds, and what the others do.
    pub edition: Edition,
    /// What was assessed.
    pub subject: Subject,
    /// Page one.
    pub summary: Summary,
    /// Its texts as far as they fit.
    pub front: Front,
    /// How to read it.
    pub reading: Reading,
    /// The pictures of the sections.
    pub figures: Figures,
    /// The conditions of the verdict in full.
    pub conditions: Option<Conditions>,
    /// The inherent risk.
    pub inherent: Option<Inherent>,
    /// Domains and drivers.
    pub drivers: Option<Drivers>,
    /// The risk picture.
    pub risk: Option<RiskPicture>,
    /// Claims against facts, where artefacts were read.
    pub claims: Option<Claims>,
    /// The checks on machine identities.
    pub nhi: Option<NhiChecks>,
    /// The assurance documents.
    pub documents: Option<Documents>,
    /// What the assurance documents cover.
    pub coverage: Option<Coverage>,
    /// Findings and red flags.
    pub findings: Option<Findings>,
    /// User-entity controls and our own validation.
    pub entity_controls: Option<EntityControls>,
    /// ISO/IEC 27001 or SOC 2, in full.
    pub advice: Option<Advice>,
    /// What would change the result.
    pub outlook: Option<Outlook>,
    /// The remediation plan and contract clauses.
    pub plan: Option<Plan>,
    /// The evidence register.
    pub register: Option<Register>,
    /// Evidence requests by holder.
    pub requests: Option<Requests>,
    /// All answers.
    pub answers: Option<Answers>,
    /// Method and sources.
    pub method: Option<Method>,
}

/// What was assessed.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Subject {
    /// Who sells the service.
    pub vendor: String,
    /// The service.
    pub product: String,
    /// Who answered.
    pub assessor: String,
    /// The day it speaks about.
    pub as_of: String,
    /// How deep it asked.
    pub depth: String,
    /// The packs it was answered with.
    pub packs: Vec<String>,
    /// Version of the scoring model.
    pub model: String,
    /// Digest of the model's parameters.
    pub fingerprint: String,
    /// Digest of the assessment.
    pub digest: Option<String>,
}

/// What a reader needs to know of the scale.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Reading {
    /// The bands.
    pub bands: Vec<BandEnd>,
    /// Credited effectiveness below which a knock-out fails.
    pub gate: String,
    /// Coverage from which a result is rated.
    pub rated: String,
    /// Coverage from which a result is provisional.
    pub provisional: String,
    /// What was not asked, and why.
    pub skipped: Vec<String>,
}

impl Report {
    /// Writes the report on an assessment that was read with `pack`.
    pub fn new(pack: &Pack, assessment: &Assessment, frame: &Frame) -> Self {
        let settled = settle(pack, assessment);
        let versions = Versions {
            given: assessment,
            settled: settled.as_ref().unwrap_or(assessment),
        };
        let material = Material::new(pack, versions, frame);
        let all = frame.audience == Audience::Architect;
        let decides = all || frame.audience == Audience::Committee;
        let works = all || frame.audience == Audience::Analyst;
        let drivers = decides.then(|| drivers::drivers(&material));
        let coverage = all.then(|| coverage::coverage(&material));
        let parts = figures::Parts {
            drivers: drivers.as_ref(),
            coverage: coverage.as_ref(),
        };
        let (subject, summary) = (subject(&material), summary::summary(&material));
        Self {
            audience: frame.audience,
            language: pack.language.tag(),
            figures: figures(&material, &parts),
            edition: edition::edition(material.words, frame.audience),
            front: Front::new(&subject, &summary),
            subject,
            summary,
            reading: reading(&material),
            conditions: decides.then(|| conditions::in_full(&material)).flatten(),
            inherent: decides.then(|| inherent::inherent(&material)),
            drivers,
            risk: decides.then(|| risk::risk_picture(&material)),
            claims: works.then(|| claims::claims(&material)).flatten(),
            nhi: all.then(|| nhi::nhi_checks(&material)),
            documents: works.then(|| documents::documents(&material)),
            coverage,
            findings: works.then(|| findings::findings(&material)),
            entity_controls: works.then(|| entity::entity_controls(&material)),
            advice: all.then(|| advice::advice(&material)),
            outlook: decides.then(|| outlook::outlook(&material)),
            plan: works.then(|| findings::plan(&material)),
            register: all.then(|| register::register(&material)),
            requests: works.then(|| requests::requests(&material)),
            answers: all.then(|| answers::answers(&material)),
            method: all.then(|| method::method(&material)),
        }
    }
}

fn subject(material: &Material) -> Subject {
    let assessment = material.assessment;
    let (words, assessor) = (material.words, assessment.assessor.clone());
    Subject {
        vendor: assessment.vendor.clone(),
        product: assessment.product.clone(),
        assessor: assessor.unwrap_or_else(|| say!(words, "subject-not-named")),
        as_of: words.date(assessment.as_of),
        depth: terms::depth(words, assessment.depth),
        packs: material.packs(),
        model: material.pack.model.version.clone(),
        fingerprint: material.result.fingerprint.clone(),
        digest: material.frame.digest.clone(),
    }
}

fn reading(material: &Material) -> Reading {
    let limits = &material.pack.model.limits;
    Reading {
        bands: risk::bands(material.words, &material.pack.model),
        gate: print::number(material.words, limits.gate_effectiveness),
        rated: print::percent(material.words, limits.rated),
        provisional: print::percent(material.words, limits.provisional),
        skipped: answers::skipped(material),
    }
}

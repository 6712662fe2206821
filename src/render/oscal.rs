//! OSCAL 1.2.1 as JSON: assessment results, and a plan of action and milestones.
//!
//! `docs/oscal.md` tells what becomes what, and what cannot be said in OSCAL. Both documents are written for
//! programs, so they hold everything whatever the audience of the report: their parts refer to one another.
//! The same assessment gives the same bytes: names of objects come from the assessment, days from `as_of`.

mod assets;
mod common;
mod controls;
mod findings;
mod ids;
mod metadata;
mod milestones;
mod observations;
mod resources;
mod results;
mod risks;
mod text;

use std::borrow::Cow;

use uuid::{Uuid, uuid};

use self::ids::Ids;
use self::milestones::PlanDocument;
use self::results::ResultsDocument;
use crate::assessment::Assessment;
use crate::checks::documents::settle::settle;
use crate::pack::Pack;
use crate::report::{Audience, Frame, Report};
use crate::score::{AssessmentScore, score_assessment};

/// The version of OSCAL that is written.
const VERSION: &str = "1.2.1";
/// The namespace of our names: a URN, because it has to be ours for ever and lead nowhere.
const NAMESPACE: &str = "urn:uuid:43023a6d-ba53-5a7a-b0e2-eaf5d8649b1e";
/// The same as a UUID, from which all others descend.
const NAMESPACE_ID: Uuid = uuid!("43023a6d-ba53-5a7a-b0e2-eaf5d8649b1e");

/// The assessment results of `assessment`, which was read with `pack`.
pub fn assessment_results(pack: &Pack, assessment: &Assessment, frame: &Frame) -> String {
    super::json::text(&ResultsDocument::new(&Case::new(pack, assessment, frame)))
}

/// The plan of action and milestones that follows from `assessment`, which was read with `pack`.
pub fn plan_of_action(pack: &Pack, assessment: &Assessment, frame: &Frame) -> String {
    super::json::text(&PlanDocument::new(&Case::new(pack, assessment, frame)))
}

/// What both documents are written from.
struct Case<'a> {
    pack: &'a Pack,
    /// As it stands in the file.
    given: &'a Assessment,
    /// With the answers that its documents give.
    assessment: Cow<'a, Assessment>,
    frame: &'a Frame,
    /// Everything in words.
    report: Report,
    /// Everything in numbers.
    result: AssessmentScore,
    ids: Ids,
}

impl<'a> Case<'a> {
    fn new(pack: &'a Pack, given: &'a Assessment, frame: &'a Frame) -> Self {
        let whole = Frame {
            audience: Audience::Architect,
            ..frame.clone()
        };
        let result = score_assessment(pack, given);
        Self {
            pack,
            given,
            assessment: settle(pack, given).map_or(Cow::Borrowed(given), Cow::Owned),
            frame,
            report: Report::new(pack, given, &whole),
            ids: Ids::new(given, frame.digest.as_deref(), &result.fingerprint),
            result,
        }
    }

    /// Vendor and product in one line.
    fn subject(&self) -> String {
        format!("{} {}", self.given.vendor, self.given.product)
    }
}

/// A key of a list that may hold the same id more than once: the id, then `id 2`, `id 3`.
fn counted(taken: &[String], id: String) -> String {
    let again = taken.iter().filter(|other| **other == id).count();
    match again {
        0 => id,
        again => format!("{id} {}", again + 1),
    }
}

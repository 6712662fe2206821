//! A SOC 2 report, typed.

mod rows;

use chrono::NaiveDate;

pub(super) use self::rows::later_events;
pub use self::rows::{EntityControl, Exception, LaterEvent, Subservice};
use super::topic::{TopicRow, topics};
use super::{Document, Row};
use crate::assessment::answer::Period;
use crate::pack::document::DocumentKind;

/// What is recorded of a SOC 2 report; what is none is not known.
#[derive(Debug, Clone, PartialEq)]
pub struct Soc2<'d> {
    /// The record.
    pub document: &'d Document,
    /// Whose controls it speaks about.
    pub subject: Option<Subject>,
    /// The period of a Type II.
    pub period: Option<Period>,
    /// The day a Type I speaks about.
    pub as_of: Option<NaiveDate>,
    /// Date of the auditor's report.
    pub report_date: Option<NaiveDate>,
    /// Whether it is signed and dated.
    pub signature: Option<Signature>,
    /// The opinion.
    pub opinion: Option<Opinion>,
    /// The criteria a qualification names.
    pub opinion_criteria: &'d [String],
    /// What the auditor emphasises.
    pub emphasis: Option<&'d str>,
    /// The categories, by option.
    pub categories: Option<Vec<&'d str>>,
    /// The services the description lists.
    pub system: Option<&'d [String]>,
    /// Whether the description names the product.
    pub product: Option<bool>,
    /// Whether it names the control plane.
    pub control_plane: Option<bool>,
    /// Whether it names our regions.
    pub regions: Option<bool>,
    /// Whether it names the interfaces we call.
    pub interfaces: Option<bool>,
    /// Whether it names delegated administration.
    pub delegated_admin: Option<bool>,
    /// Whether it names support tooling.
    pub support_tools: Option<bool>,
    /// How much of it we hold.
    pub copy: Option<HeldCopy>,
    /// Management's assertion.
    pub assertion: Option<Assertion>,
    /// The audit firm.
    pub auditor: Option<&'d str>,
    /// Whether the firm was found as licensed.
    pub licensed: Option<bool>,
    /// The firm's last peer review.
    pub peer_review: Option<PeerReview>,
    /// Its date.
    pub peer_review_date: Option<NaiveDate>,
    /// Whether the firm is independent.
    pub independence: Option<Independence>,
    /// Whether the text would fit any company.
    pub is_generic: Option<bool>,
    /// Test exceptions.
    pub exceptions: Option<Vec<Exception<'d>>>,
    /// Controls it leaves to us.
    pub entity_controls: Option<Vec<EntityControl<'d>>>,
    /// The companies it builds on.
    pub subservice: Option<Vec<Subservice<'d>>>,
    /// What it says about each topic.
    pub topics: Option<Vec<TopicRow<'d>>>,
    /// How many incidents of the period it names.
    pub incidents: Option<usize>,
    /// What happened after the period.
    pub later_events: Vec<LaterEvent<'d>>,
    /// Whether it refers to the points of focus of 2017 only.
    pub has_old_points_of_focus: Option<bool>,
    /// Whether this is the vendor's first year.
    pub first_year: Option<bool>,
    /// Whether the Type II period has begun.
    pub type_two_begun: Option<bool>,
}

impl<'d> Soc2<'d> {
    /// The view of a record; none for other kinds.
    pub fn of(document: &'d Document) -> Option<Self> {
        if !document.kind.is_soc2() {
            return None;
        }
        let several = |field| {
            let chosen = document.several(field)?;
            Some(chosen.iter().map(|id| id.as_str()).collect())
        };
        let exceptions = document.gated("has-exceptions", "exceptions");
        let entity_controls = document.gated("has-entity-controls", "entity-controls");
        let subservice = document.gated("has-subservice", "subservice");
        let incidents = document.gated("has-incidents", "incidents");
        Some(Self {
            document,
            subject: document.one_of("subject", Subject::NAMES),
            period: document.period("period").filter(|_| is_type_two(document)),
            as_of: document.date("as-of").filter(|_| !is_type_two(document)),
            report_date: document.date("report-date"),
            signature: document.one_of("signature", Signature::NAMES),
            opinion: document.one_of("opinion", Opinion::NAMES),
            opinion_criteria: document.list("opinion-criteria").unwrap_or(&[]),
            emphasis: document.text("emphasis"),
            categories: several("categories"),
            system: document.list("system"),
            product: document.yes("product"),
            control_plane: document.yes("control-plane"),
            regions: document.yes("regions"),
            interfaces: document.yes("interfaces"),
            delegated_admin: document.yes("delegated-admin"),
            support_tools: document.yes("support-tools"),
            copy: document.one_of("copy", HeldCopy::NAMES),
            assertion: document.one_of("assertion", Assertion::NAMES),
            auditor: document.text("auditor"),
            licensed: document.yes("licensed"),
            peer_review: document.one_of("peer-review", PeerReview::NAMES),
            peer_review_date: document.date("peer-review-date"),
            independence: document.one_of("independence", Independence::NAMES),
            is_generic: document.one_of("wording", WORDING),
            exceptions: exceptions.map(|rows| rows.iter().filter_map(Exception::of).collect()),
            entity_controls: entity_controls
                .map(|rows| rows.iter().filter_map(EntityControl::of).collect()),
            subservice: subservice.map(|rows| rows.iter().filter_map(Subservice::of).collect()),
            topics: topics(document),
            incidents: incidents.map(<[Row]>::len),
            later_events: later_events(document),
            has_old_points_of_focus: document.one_of("points-of-focus", POINTS_OF_FOCUS),
            first_year: document.yes("first-year"),
            type_two_begun: document.yes("type-two-begun"),
        })
    }

    /// Whether it is a Type II.
    pub fn is_type_two(&self) -> bool {
        is_type_two(self.document)
    }

    /// The last day that was examined: the end of the period, or the day of a Type I.
    pub fn end(&self) -> Option<NaiveDate> {
        match self.period {
            Some(period) => Some(period.to),
            None => self.as_of,
        }
    }
}

fn is_type_two(document: &Document) -> bool {
    document.kind == DocumentKind::Soc2T2
}

macro_rules! named {
    ($($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident = $text:literal,)+ })+) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum $name {
            $($(#[$variant_doc])* $variant,)+
        }

        impl $name {
            /// Names as YAML writes them.
            pub const NAMES: &'static [(&'static str, Self)] = &[$(($text, Self::$variant),)+];
        }
    )+};
}
pub(super) use named;

named! {
    /// Whose controls a document speaks about.
    Subject {
        /// The vendor's.
        Vendor = "vendor",
        /// Another company's.
        Other = "other",
    }
    /// The form of the auditor's report.
    Signature {
        /// Signed and dated.
        Complete = "complete",
        /// Without signature.
        Unsigned = "unsigned",
        /// Without date.
        Undated = "undated",
    }
    /// The auditor's opinion.
    Opinion {
        /// No modification.
        Unmodified = "unmodified",
        /// Except for some criteria.
        Qualified = "qualified",
        /// Not effective as a whole.
        Adverse = "adverse",
        /// None could be given.
        Disclaimer = "disclaimer",
    }
    /// How much of a report we hold.
    HeldCopy {
        /// All of it.
        Complete = "complete",
        /// With lines blacked out.
        Redacted = "redacted",
        /// A part.
        Extract = "extract",
    }
    /// Management's assertion.
    Assertion {
        /// There, about the same system.
        Present = "present",
        /// About another system.
        OtherSystem = "other-system",
        /// Missing.
        Missing = "missing",
    }
    /// The last peer review of an audit firm.
    PeerReview {
        /// Pass.
        Pass = "pass",
        /// Pass with deficiencies.
        Deficiencies = "deficiencies",
        /// Fail, or none found.
        None = "none",
    }
    /// Independence of an audit firm.
    Independence {
        /// No tie found.
        Independent = "independent",
        /// A partner of the vendor's tool.
        ToolPartner = "tool-partner",
        /// In doubt.
        Doubt = "doubt",
        /// Tied.
        Tied = "tied",
    }
    /// How a subservice organisation is treated.
    Method {
        /// Its controls were not tested here.
        CarveOut = "carve-out",
        /// Its controls were tested here.
        Inclusive = "inclusive",
    }
    /// Whether the report of a subservice organisation was read.
    SubserviceReport {
        /// By us.
        Read = "read",
        /// The vendor showed its review.
        VendorReview = "vendor-review",
        /// It was not obtained.
        NotObtained = "not-obtained",
    }
    /// State of a control that is left to us.
    EntityStatus {
        /// In place and checked by us.
        Checked = "checked",
        /// In place.
        InPlace = "in-place",
        /// Planned.
        Planned = "planned",
        /// Not in place.
        Open = "open",
    }
    /// How much an event matters for identities.
    Weight {
        /// It touches identities, keys or tokens.
        Grave = "grave",
        /// It does not.
        Other = "other",
    }
}

const WORDING: &[(&str, bool)] = &[("specific", false), ("generic", true)];
const POINTS_OF_FOCUS: &[(&str, bool)] = &[("revised-2022", false), ("original-2017", true)];

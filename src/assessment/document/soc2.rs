//! A SOC 2 report, typed.

use chrono::NaiveDate;

use super::topic::{TopicRow, topics};
use super::{Document, Row, as_count, as_date, as_one_of, as_several, as_text, as_yes};
use crate::assessment::answer::Period;
use crate::pack::document::DocumentKind;
use crate::pack::id::TopicId;

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
        if !matches!(document.kind, DocumentKind::Soc2T1 | DocumentKind::Soc2T2) {
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

/// A sample in which a control did not work.
#[derive(Debug, Clone, PartialEq)]
pub struct Exception<'d> {
    /// Criterion, such as `CC6.2`.
    pub criterion: &'d str,
    /// Number of the control.
    pub control: Option<&'d str>,
    /// Topic it is about.
    pub topic: Option<TopicId>,
    /// Items tested.
    pub sample: Option<u32>,
    /// Items that deviated.
    pub count: u32,
    /// Management's response.
    pub response: Option<&'d str>,
    /// Date of the remedy.
    pub remedy: Option<NaiveDate>,
    /// Whether it was there last year.
    pub repeated: bool,
}

/// Most items that a sample counts as; nobody tests more by hand.
const MOST_ITEMS: u64 = 1_000_000;

impl<'d> Exception<'d> {
    fn of(row: &'d Row) -> Option<Self> {
        let small = |value: u64| u32::try_from(value.min(MOST_ITEMS)).unwrap_or(u32::MAX);
        let filled = |text: &&str| !text.trim().is_empty();
        let topic = row.get("topic").and_then(as_text);
        Some(Self {
            criterion: as_text(row.get("criterion")?)?,
            control: row.get("control").and_then(as_text).filter(filled),
            topic: topic.map(TopicId::new),
            sample: row.get("sample").and_then(as_count).map(small),
            count: small(as_count(row.get("count")?)?),
            response: row.get("response").and_then(as_text).filter(filled),
            remedy: row.get("remedy").and_then(as_date),
            repeated: row.get("repeated").and_then(as_yes).unwrap_or(false),
        })
    }

    /// Share of the sample that deviated, 0 to 1; an unstated sample counts as `default` items.
    pub fn rate(&self, default: u32) -> f64 {
        let sample = self.sample.filter(|sample| *sample > 0).unwrap_or(default);
        (f64::from(self.count) / f64::from(sample)).min(1.0)
    }
}

/// A control that the vendor expects us to run.
#[derive(Debug, Clone, PartialEq)]
pub struct EntityControl<'d> {
    /// The control.
    pub control: &'d str,
    /// Topic it is about.
    pub topic: Option<TopicId>,
    /// Who owns it at our side.
    pub owner: Option<&'d str>,
    /// How far it is.
    pub status: Option<EntityStatus>,
    /// Day of our last check.
    pub checked: Option<NaiveDate>,
}

impl<'d> EntityControl<'d> {
    fn of(row: &'d Row) -> Option<Self> {
        let owner = row.get("owner").and_then(as_text);
        Some(Self {
            control: as_text(row.get("control")?)?,
            topic: row.get("topic").and_then(as_text).map(TopicId::new),
            owner: owner.filter(|owner| !owner.trim().is_empty()),
            status: row
                .get("status")
                .and_then(|value| as_one_of(value, EntityStatus::NAMES)),
            checked: row.get("checked").and_then(as_date),
        })
    }
}

/// A company whose services the vendor builds on.
#[derive(Debug, Clone, PartialEq)]
pub struct Subservice<'d> {
    /// Its name.
    pub name: &'d str,
    /// What it does, by option.
    pub does: Vec<&'d str>,
    /// How it is treated.
    pub method: Option<Method>,
    /// Whether the controls it must run are listed.
    pub csocs: Option<bool>,
    /// Whether its report was read.
    pub report: Option<SubserviceReport>,
}

impl<'d> Subservice<'d> {
    fn of(row: &'d Row) -> Option<Self> {
        let does = row.get("does").and_then(as_several).unwrap_or(&[]);
        Some(Self {
            name: as_text(row.get("name")?)?,
            does: does.iter().map(|id| id.as_str()).collect(),
            method: row
                .get("method")
                .and_then(|value| as_one_of(value, Method::NAMES)),
            csocs: row.get("csocs").and_then(as_yes),
            report: row
                .get("report")
                .and_then(|value| as_one_of(value, SubserviceReport::NAMES)),
        })
    }
}

/// Something that happened after the period.
#[derive(Debug, Clone, PartialEq)]
pub struct LaterEvent<'d> {
    /// When.
    pub date: Option<NaiveDate>,
    /// What happened.
    pub what: &'d str,
    /// Topic it is about.
    pub topic: Option<TopicId>,
    /// How much it matters.
    pub weight: Weight,
}

impl<'d> LaterEvent<'d> {
    fn of(row: &'d Row) -> Option<Self> {
        Some(Self {
            date: row.get("date").and_then(as_date),
            what: as_text(row.get("what")?)?,
            topic: row.get("topic").and_then(as_text).map(TopicId::new),
            weight: as_one_of(row.get("weight")?, Weight::NAMES)?,
        })
    }
}

pub(super) fn later_events(document: &Document) -> Vec<LaterEvent<'_>> {
    let rows = document.rows("later-events").unwrap_or(&[]);
    rows.iter().filter_map(LaterEvent::of).collect()
}

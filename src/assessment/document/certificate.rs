//! A certificate of a management system, typed: ISO/IEC 27001 and its relatives, CSA STAR Level 2.

use chrono::NaiveDate;

use super::soc2::named;
use super::topic::{TopicRow, topics};
use super::{Document, Row, as_one_of, as_text, as_yes};
use crate::pack::document::DocumentKind;

/// What is recorded of a certificate; what is none is not known.
#[derive(Debug, Clone, PartialEq)]
pub struct Certificate<'d> {
    /// The record.
    pub document: &'d Document,
    /// Year of the edition.
    pub edition: Option<u64>,
    /// To whom it was issued.
    pub holder: Option<&'d str>,
    /// Who that is.
    pub holder_is: Option<Holder>,
    /// Which body issued it.
    pub body: Option<&'d str>,
    /// Whether the body is accredited.
    pub accreditation: Option<Accreditation>,
    /// Whether the accreditation covers the standard and the certificate bears the mark.
    pub accredited_for: Option<bool>,
    /// What else the body sold.
    pub body_sold: Option<BodySold>,
    /// Its number.
    pub number: Option<&'d str>,
    /// What a register says.
    pub register: Option<Register>,
    /// Date of issue.
    pub issue: Option<NaiveDate>,
    /// Date of expiry.
    pub expiry: Option<NaiveDate>,
    /// Whether the certificate states its expiry.
    pub expiry_stated: Option<bool>,
    /// Date of the last audit.
    pub last_audit: Option<NaiveDate>,
    /// The words of the scope.
    pub scope: Option<&'d str>,
    /// Whether the scope names the service.
    pub product: Option<bool>,
    /// Whether it includes its operation.
    pub operation: Option<bool>,
    /// Whether it includes our regions.
    pub regions: Option<bool>,
    /// Whether it is limited to a part of the company.
    pub is_part: Option<bool>,
    /// Whether all sites that administer the service are listed.
    pub admin_sites: Option<bool>,
    /// What we know of the Statement of Applicability.
    pub soa: Option<Soa>,
    /// Its version.
    pub soa_version: Option<&'d str>,
    /// Its date.
    pub soa_date: Option<NaiveDate>,
    /// The version that the certificate names.
    pub soa_cited: Option<&'d str>,
    /// The date that the certificate names.
    pub soa_cited_date: Option<NaiveDate>,
    /// Excluded controls.
    pub exclusions: Option<Vec<Exclusion<'d>>>,
    /// Nonconformities of the last audit.
    pub nonconformities: Vec<Nonconformity<'d>>,
    /// What it says about each topic.
    pub topics: Option<Vec<TopicRow<'d>>>,
}

impl<'d> Certificate<'d> {
    /// The view of a record; none for other kinds.
    pub fn of(document: &'d Document) -> Option<Self> {
        let is_certificate = matches!(
            document.kind,
            DocumentKind::Iso27001
                | DocumentKind::Iso27017
                | DocumentKind::Iso27018
                | DocumentKind::Iso27701
                | DocumentKind::Star2
        );
        if !is_certificate {
            return None;
        }
        let exclusions = document.gated("has-exclusions", "exclusions");
        let nonconformities = document.rows("nonconformities").unwrap_or(&[]);
        Some(Self {
            document,
            edition: document.count("edition"),
            holder: document.text("holder"),
            holder_is: document.one_of("holder-is", Holder::NAMES),
            body: document.text("body"),
            accreditation: document.one_of("accreditation", Accreditation::NAMES),
            accredited_for: document.yes("accredited-for"),
            body_sold: document.one_of("body-sold", BodySold::NAMES),
            number: document.text("number"),
            register: document.one_of("register", Register::NAMES),
            issue: document.date("issue"),
            expiry: document.date("expiry"),
            expiry_stated: document.yes("expiry-stated"),
            last_audit: document.date("last-audit"),
            scope: document.text("scope"),
            product: document.yes("product"),
            operation: document.yes("operation"),
            regions: document.yes("regions"),
            is_part: document.one_of("extent", EXTENT),
            admin_sites: document.yes("admin-sites"),
            soa: document.one_of("soa", Soa::NAMES),
            soa_version: document.text("soa-version"),
            soa_date: document.date("soa-date"),
            soa_cited: document.text("soa-cited"),
            soa_cited_date: document.date("soa-cited-date"),
            exclusions: exclusions.map(|rows| rows.iter().filter_map(Exclusion::of).collect()),
            nonconformities: nonconformities
                .iter()
                .filter_map(Nonconformity::of)
                .collect(),
            topics: topics(document),
        })
    }

    /// Whether it is an ISO/IEC 27001 certificate.
    pub fn is_iso27001(&self) -> bool {
        self.document.kind == DocumentKind::Iso27001
    }

    /// Whether it is an ISO/IEC 27001 certificate of an edition before that of 2022.
    pub fn is_of_old_edition(&self) -> bool {
        self.is_iso27001() && self.edition.is_some_and(|edition| edition < 2022)
    }

    /// The day of the last audit behind it, as far as it is recorded.
    pub fn audited(&self) -> Option<NaiveDate> {
        self.issue.max(self.last_audit)
    }
}

const EXTENT: &[(&str, bool)] = &[("service", false), ("part", true)];

named! {
    /// Who holds a certificate.
    Holder {
        /// The vendor.
        Vendor = "vendor",
        /// Another company of its group.
        Group = "group",
        /// Somebody else.
        Other = "other",
    }
    /// Whether a certification body is accredited.
    Accreditation {
        /// Inside the mutual recognition.
        Recognised = "recognised",
        /// By a body outside of it.
        Unrecognised = "unrecognised",
        /// Not at all.
        None = "none",
    }
    /// What a certification body sold besides the certification.
    BodySold {
        /// Nothing.
        Nothing = "nothing",
        /// It is a training company.
        Training = "training",
        /// The consultancy.
        Consultancy = "consultancy",
    }
    /// What a register says about a certificate.
    Register {
        /// Found and valid.
        Valid = "valid",
        /// Not found.
        NotFound = "not-found",
        /// Suspended.
        Suspended = "suspended",
        /// Withdrawn.
        Withdrawn = "withdrawn",
    }
    /// What we know of a Statement of Applicability.
    Soa {
        /// We read it.
        Read = "read",
        /// A summary of the vendor.
        Summary = "summary",
        /// It was refused.
        Refused = "refused",
    }
    /// Grade of a nonconformity.
    Grade {
        /// Major.
        Major = "major",
        /// Minor.
        Minor = "minor",
    }
}

/// A control that the Statement of Applicability leaves out.
#[derive(Debug, Clone, PartialEq)]
pub struct Exclusion<'d> {
    /// Number in Annex A.
    pub control: &'d str,
    /// The reason that is given.
    pub reason: Option<&'d str>,
}

impl<'d> Exclusion<'d> {
    fn of(row: &'d Row) -> Option<Self> {
        let reason = row.get("reason").and_then(as_text);
        Some(Self {
            control: as_text(row.get("control")?)?.trim(),
            reason: reason.filter(|reason| !reason.trim().is_empty()),
        })
    }
}

/// Something the audit found not to conform.
#[derive(Debug, Clone, PartialEq)]
pub struct Nonconformity<'d> {
    /// Its grade.
    pub grade: Grade,
    /// Clause or control it is about.
    pub control: Option<&'d str>,
    /// Whether it is about access control.
    pub access: bool,
    /// Whether it is still open.
    pub open: bool,
    /// Whether it was there at the audit before.
    pub repeated: bool,
}

impl<'d> Nonconformity<'d> {
    fn of(row: &'d Row) -> Option<Self> {
        let yes = |column: &str| row.get(column).and_then(as_yes).unwrap_or(false);
        Some(Self {
            grade: as_one_of(row.get("grade")?, Grade::NAMES)?,
            control: row.get("control").and_then(as_text),
            access: yes("access"),
            open: yes("open"),
            repeated: yes("repeated"),
        })
    }
}

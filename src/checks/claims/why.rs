//! Why a verdict is no better and no worse: what the judge gives as its reason, and how that is said.

use chrono::NaiveDate;

use super::wording::length;
use crate::words::{Words, say};

/// A reason. Names in it are ids of options, one after the other.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Why {
    /// The file is older than the period that is looked at, and one of this day is newer.
    Superseded(NaiveDate),
    /// The file does not set the limit.
    NotSet,
    /// The file sets it to something that cannot be read.
    NotReadable,
    /// There is nothing in the list.
    EmptyList,
    /// Claim and fact stand on no common scale.
    OtherKind,
    /// The difference may be emergency accounts.
    Emergency,
    /// A share of some is not that of all.
    ShareOfSome,
    /// One case disproves it.
    OneCase,
    /// One case disproves that it is all.
    OneCaseOfAll,
    /// The setting allows more.
    AllowsMore,
    /// The setting gives less.
    GivesLess,
    /// The list shows more.
    ListsMore,
    /// The list shows less.
    ListsLess,
    /// There may be more elsewhere.
    MoreElsewhere,
    /// Another copy may be kept longer.
    OtherCopy,
    /// Both are possible, within so many seconds.
    Within(f64),
    /// The setting agrees, and nothing is against it.
    SetSo,
    /// The setting agrees, and what overrides it may be missing.
    SetSoInPart,
    /// The whole list agrees.
    ListAgrees,
    /// The list agrees and is not whole.
    ListInPart,
    /// The case that was measured agrees.
    CaseAgrees,
    /// What was seen agrees.
    SampleAgrees,
    /// It is supported.
    Supported,
    /// Somebody says so.
    Attested,
    /// The service could do otherwise.
    CouldDiffer,
    /// Somebody says otherwise.
    SaidOtherwise,
    /// The file does not say that it can do these.
    NotSupported(String),
    /// These were not seen.
    NotSeen(String),
    /// These are not there.
    NotThere(String),
    /// These were brought about and not logged.
    NotLogged(String),
    /// The file does not rule it out.
    NotRuledOut,
    /// It rests on a date without a time zone.
    NoZone,
    /// It was not seen in a part of all.
    NotSeenInPart,
    /// The file shows otherwise.
    ShownOtherwise,
    /// The vendor does not know.
    VendorUnsure,
    /// The question is set aside.
    SetAside,
    /// Nothing is claimed.
    NothingClaimed,
    /// Nothing in the file speaks against it.
    NothingAgainst,
    /// Another fact refutes it.
    RefutedElsewhere,
    /// The same file leaves the rest open.
    OpenInPart,
}

impl Why {
    /// The reason in words, without a final stop.
    pub(super) fn said(&self, words: &Words) -> String {
        match self {
            Self::Superseded(newer) => say!(words, "why-superseded", newer = words.date(*newer)),
            Self::NotSet => say!(words, "why-not-set"),
            Self::NotReadable => say!(words, "why-not-readable"),
            Self::EmptyList => say!(words, "why-empty-list"),
            Self::OtherKind => say!(words, "why-other-kind"),
            Self::Emergency => say!(words, "why-emergency"),
            Self::ShareOfSome => say!(words, "why-share-of-some"),
            Self::OneCase => say!(words, "why-one-case"),
            Self::OneCaseOfAll => say!(words, "why-one-case-of-all"),
            Self::AllowsMore => say!(words, "why-allows-more"),
            Self::GivesLess => say!(words, "why-gives-less"),
            Self::ListsMore => say!(words, "why-lists-more"),
            Self::ListsLess => say!(words, "why-lists-less"),
            Self::MoreElsewhere => say!(words, "why-more-elsewhere"),
            Self::OtherCopy => say!(words, "why-other-copy"),
            Self::Within(seconds) => {
                say!(words, "why-within", length = length(words, *seconds))
            }
            Self::SetSo => say!(words, "why-set-so"),
            Self::SetSoInPart => say!(words, "why-set-so-in-part"),
            Self::ListAgrees => say!(words, "why-list-agrees"),
            Self::ListInPart => say!(words, "why-list-in-part"),
            Self::CaseAgrees => say!(words, "why-case-agrees"),
            Self::SampleAgrees => say!(words, "why-sample-agrees"),
            Self::Supported => say!(words, "why-supported"),
            Self::Attested => say!(words, "why-attested"),
            Self::CouldDiffer => say!(words, "why-could-differ"),
            Self::SaidOtherwise => say!(words, "why-said-otherwise"),
            Self::NotSupported(names) => say!(words, "why-not-supported", names),
            Self::NotSeen(names) => say!(words, "why-not-seen", names),
            Self::NotThere(names) => say!(words, "why-not-there", names),
            Self::NotLogged(names) => say!(words, "why-not-logged", names),
            Self::NotRuledOut => say!(words, "why-not-ruled-out"),
            Self::NoZone => say!(words, "why-no-zone"),
            Self::NotSeenInPart => say!(words, "why-not-seen-in-part"),
            Self::ShownOtherwise => say!(words, "why-shown-otherwise"),
            Self::VendorUnsure => say!(words, "why-vendor-unsure"),
            Self::SetAside => say!(words, "why-set-aside"),
            Self::NothingClaimed => say!(words, "why-nothing-claimed"),
            Self::NothingAgainst => say!(words, "why-nothing-against"),
            Self::RefutedElsewhere => say!(words, "why-refuted-elsewhere"),
            Self::OpenInPart => say!(words, "why-open-in-part"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pack::language::Language;

    #[test]
    fn a_reason_is_said_with_its_day_and_length() {
        let german = Words::of(Language::German);
        let day = NaiveDate::from_ymd_opt(2026, 1, 2).expect("a day");
        let superseded = Why::Superseded(day).said(german);
        assert!(superseded.ends_with("eine Datei vom 02.01.2026 ist neuer"));
        let within = Why::Within(86_400.0).said(german);
        assert!(within.contains("auf 24 h genau"), "{within}");
    }
}

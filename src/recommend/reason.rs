//! Why a row of the decision table points where it does, and where that comes from, in words.

use crate::words::{Words, say};

/// Why a row gives its points.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// Identity governance must be shown as a lasting system.
    LastingSystem,
    /// Named controls of one service must be shown.
    NamedControls,
    /// A management system can grow over several entities.
    SeveralEntities,
    /// A report speaks about the very service.
    ThisService,
    /// Many controls fit many duties.
    ManyDuties,
    /// Buyers in North America read reports.
    NorthAmerica,
    /// Buyers in Europe and Asia-Pacific, and the public hand, expect a certificate.
    Europe,
    /// Each region asks for its own.
    EachRegion,
    /// A Type II report alone shows tests over a period.
    TestsOverTime,
    /// Governance lives in a management system.
    LivesInSystem,
    /// A Type I report can exist soon.
    FastTypeI,
    /// A product boundary would leave identities outside.
    BeyondProduct,
    /// A product boundary holds all identities.
    WholeProduct,
    /// There is capacity for risk treatment.
    Capacity,
    /// Testable controls are rewarded.
    Testable,
    /// A certificate can be shown to anybody.
    Shown,
    /// Further standards extend the management system.
    AddOns,
}

impl Reason {
    /// The reason, in one sentence for the report.
    pub fn text(self, words: &Words) -> String {
        match self {
            Self::LastingSystem => say!(words, "reason-lasting-system"),
            Self::NamedControls => say!(words, "reason-named-controls"),
            Self::SeveralEntities => say!(words, "reason-several-entities"),
            Self::ThisService => say!(words, "reason-this-service"),
            Self::ManyDuties => say!(words, "reason-many-duties"),
            Self::NorthAmerica => say!(words, "reason-north-america"),
            Self::Europe => say!(words, "reason-europe"),
            Self::EachRegion => say!(words, "reason-each-region"),
            Self::TestsOverTime => say!(words, "reason-tests-over-time"),
            Self::LivesInSystem => say!(words, "reason-lives-in-system"),
            Self::FastTypeI => say!(words, "reason-fast-type-i"),
            Self::BeyondProduct => say!(words, "reason-beyond-product"),
            Self::WholeProduct => say!(words, "reason-whole-product"),
            Self::Capacity => say!(words, "reason-capacity"),
            Self::Testable => say!(words, "reason-testable"),
            Self::Shown => say!(words, "reason-shown"),
            Self::AddOns => say!(words, "reason-add-ons"),
        }
    }
}

/// Statements of the texts (S…), corrections of them (W…), or public pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source {
    /// These statements.
    Texts(&'static str),
    /// All statements from the one to the other.
    Range(&'static str, &'static str),
    /// A statement that a correction qualifies.
    Qualified(&'static str, &'static str),
    /// A statement that a correction replaces.
    Corrected(&'static str, &'static str),
    /// Public pages, which are secondary.
    Pages(&'static str),
    /// A statement, what qualifies it, and public pages.
    QualifiedAndPages(&'static str, &'static str, &'static str),
}

impl Source {
    /// The source as a reader is told it.
    pub fn text(self, words: &Words) -> String {
        match self {
            Self::Texts(texts) => texts.to_owned(),
            Self::Range(from, to) => say!(words, "source-range", from, to),
            Self::Qualified(text, by) => say!(words, "source-qualified", text, by),
            Self::Corrected(text, by) => say!(words, "source-corrected", text, by),
            Self::Pages(pages) => say!(words, "source-pages", pages),
            Self::QualifiedAndPages(text, by, pages) => {
                say!(words, "source-qualified-and-pages", text, by, pages)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pack::language::Language;

    #[test]
    fn a_source_is_told_in_the_language_and_its_ids_stay() {
        let source = Source::QualifiedAndPages("S2-49", "W17", "example.com");
        let [english, german] =
            [Language::English, Language::German].map(|language| source.text(Words::of(language)));
        assert_eq!(english, "S2-49, qualified by W17; example.com (secondary)");
        assert_eq!(
            german,
            "S2-49, eingeschränkt durch W17; example.com (sekundär)"
        );
    }
}

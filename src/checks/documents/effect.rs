//! What a red flag does to the credibility of which controls.
//!
//! Effects only take away: they lower how directly a document speaks (a step is direct, partial,
//! generic, none), or put it under the cap of a qualified opinion. Which effect a flag has is
//! judgement, after the column "effect in the tool" of the fact base; it is printed with the flag.

use crate::pack::id::TopicId;
use crate::pack::model::{Relevance, Subject};
use crate::pack::question::Severity;
use crate::words::{Words, say};

/// What a red flag takes from a document, from nothing to all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Effect {
    /// It is noted, and read by a person.
    Noted,
    /// The model counts it already: by age, by length of period, or as design only.
    Counted,
    /// The opinion counts as qualified there: no more than a policy.
    Qualified,
    /// The document speaks one step less directly there.
    Lower,
    /// The document says nothing there.
    Uncovered,
    /// The document is worth no more than the vendor's word.
    Void,
}

impl Effect {
    /// What it does, as a reader is told.
    pub fn text(self, words: &Words) -> String {
        match self {
            Self::Noted => say!(words, "effect-noted"),
            Self::Counted => say!(words, "effect-counted"),
            Self::Qualified => say!(words, "effect-qualified"),
            Self::Lower => say!(words, "effect-lower"),
            Self::Uncovered => say!(words, "effect-uncovered"),
            Self::Void => say!(words, "effect-void"),
        }
    }

    /// What it does where it reaches all that the document speaks about.
    pub fn text_everywhere(self, words: &Words) -> String {
        match self {
            Self::Noted | Self::Counted | Self::Void => self.text(words),
            Self::Qualified => say!(words, "effect-qualified-everywhere"),
            Self::Lower => say!(words, "effect-lower-everywhere"),
            Self::Uncovered => say!(words, "effect-uncovered-everywhere"),
        }
    }
}

/// What a red flag reaches.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reach {
    /// Everything the document speaks about.
    All,
    /// These topics.
    Topics(Vec<TopicId>),
    /// Machine identities, in every topic.
    Machines,
    /// Machine identities, in these topics.
    MachinesIn(Vec<TopicId>),
}

impl Reach {
    /// These topics, by id.
    pub fn topics(ids: &[&str]) -> Self {
        Self::Topics(ids.iter().map(|&id| id.into()).collect())
    }

    /// Whether it reaches anything at all.
    pub fn is_any(&self) -> bool {
        match self {
            Self::All | Self::Machines => true,
            Self::Topics(topics) | Self::MachinesIn(topics) => !topics.is_empty(),
        }
    }

    /// Whether it reaches a question on a topic that feeds a control on a subject.
    pub fn includes(&self, topic: &TopicId, subject: Subject) -> bool {
        match self {
            Self::All => true,
            Self::Topics(topics) => topics.contains(topic),
            Self::Machines => subject == Subject::Nhi,
            Self::MachinesIn(topics) => subject == Subject::Nhi && topics.contains(topic),
        }
    }
}

/// The effect of a red flag at a severity; a flag that is not listed is only noted.
pub fn effect(flag: &str, severity: Severity) -> Effect {
    match flag {
        "RF-S-01" | "RF-S-02" | "RF-S-03" | "RF-S-12" | "RF-S-13" | "RF-S-25" | "RF-S-26"
        | "RF-S-28" | "RF-I-01" | "RF-I-02" | "RF-I-04" | "RF-I-06" | "RF-I-08" | "RF-I-18"
        | "RF-I-19" | "RF-X-04" | "RF-X-06" | "RF-X-08" => Effect::Void,
        "RF-S-10" | "RF-S-17" | "RF-S-18" | "RF-S-23" | "RF-S-32" | "RF-S-34" | "RF-S-35"
        | "RF-S-40" | "RF-I-10" | "RF-I-12" | "RF-I-20" | "RF-X-02" => Effect::Uncovered,
        "RF-S-15" | "RF-S-16" | "RF-S-22" | "RF-S-24" | "RF-S-30" | "RF-S-31" | "RF-S-36"
        | "RF-S-37" | "RF-S-38" | "RF-S-39" | "RF-I-03" | "RF-I-05" | "RF-I-07" | "RF-I-09"
        | "RF-I-13" | "RF-I-14" | "RF-I-16" | "RF-I-26" | "RF-X-03" => Effect::Lower,
        "RF-S-11" => Effect::Qualified,
        "RF-S-06" if severity == Severity::Critical => Effect::Void,
        "RF-I-15" if severity >= Severity::High => Effect::Lower,
        "RF-S-04" | "RF-S-05" | "RF-S-06" | "RF-S-14" | "RF-I-25" => Effect::Counted,
        _ => Effect::Noted,
    }
}

/// What all red flags together take from a document, for one question.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Weakening {
    steps: u8,
    silent: bool,
    qualified: bool,
    by: Vec<&'static str>,
}

impl Weakening {
    /// Adds what a red flag does at a severity.
    pub fn add(&mut self, flag: &'static str, severity: Severity) {
        let effect = effect(flag, severity);
        if effect > Effect::Counted && !self.by.contains(&flag) {
            self.by.push(flag);
        }
        match effect {
            Effect::Noted | Effect::Counted => {}
            Effect::Qualified => self.qualified = true,
            Effect::Lower => self.steps = self.steps.saturating_add(1),
            Effect::Uncovered | Effect::Void => self.silent = true,
        }
    }

    /// How directly the document still speaks.
    pub fn relevance(&self, stated: Relevance) -> Relevance {
        if self.silent {
            return Relevance::None;
        }
        (0..self.steps).fold(stated, |relevance, _| match relevance {
            Relevance::Direct => Relevance::Partial,
            Relevance::Partial => Relevance::Generic,
            Relevance::Generic | Relevance::None => Relevance::None,
        })
    }

    /// Whether the opinion counts as qualified.
    pub fn is_qualified(&self) -> bool {
        self.qualified
    }

    /// The red flags that took something, in the order of the rules.
    pub fn by(&self) -> &[&'static str] {
        &self.by
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_flag_on_no_topic_reaches_nothing() {
        assert!(Reach::All.is_any() && Reach::Machines.is_any());
        assert!(Reach::topics(&["rotation"]).is_any());
        assert!(!Reach::Topics(vec![]).is_any() && !Reach::MachinesIn(vec![]).is_any());
    }

    #[test]
    fn each_step_is_one_relevance_less_and_none_is_the_end() {
        let mut weakening = Weakening::default();
        let mut seen = vec![weakening.relevance(Relevance::Direct)];
        for _ in 0..4 {
            weakening.add("RF-S-39", Severity::Medium);
            seen.push(weakening.relevance(Relevance::Direct));
        }
        let expected = [
            Relevance::Direct,
            Relevance::Partial,
            Relevance::Generic,
            Relevance::None,
            Relevance::None,
        ];
        assert_eq!(seen, expected);
    }

    #[test]
    fn an_uncovered_topic_says_nothing_whatever_else_is_found() {
        let mut weakening = Weakening::default();
        weakening.add("RF-S-40", Severity::High);
        weakening.add("RF-S-41", Severity::Info);
        assert_eq!(weakening.relevance(Relevance::Direct), Relevance::None);
        assert_eq!(weakening.by(), ["RF-S-40"]);
    }

    #[test]
    fn an_old_report_is_aged_by_the_model_until_it_is_void() {
        assert_eq!(effect("RF-S-06", Severity::High), Effect::Counted);
        assert_eq!(effect("RF-S-06", Severity::Critical), Effect::Void);
    }
}

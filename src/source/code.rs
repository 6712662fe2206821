//! The stable codes of problems, each with what it means.

macro_rules! codes {
    ($($name:ident = $text:literal: $description:literal,)+) => {
        /// What kind of problem it is; the text of a code never changes.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code {
            $(#[doc = $description] $name,)+
        }

        impl Code {
            /// Every code, in the order of this file.
            pub const ALL: &'static [Self] = &[$(Self::$name,)+];

            /// The code as messages show it.
            pub fn as_str(self) -> &'static str {
                match self {
                    $(Self::$name => $text,)+
                }
            }

            /// What it means.
            pub fn description(self) -> &'static str {
                match self {
                    $(Self::$name => $description,)+
                }
            }
        }
    };
}

codes! {
    Syntax = "syntax": "the text is not valid YAML",
    OverLimit = "over-limit": "the text is larger, deeper or more self-referring than is read",
    NotText = "not-text": "the file is not UTF-8 text",
    BadArtefact = "bad-artefact": "an evidence file is of no known kind, broken, hostile or too large",
    BadPdf = "bad-pdf": "a PDF is protected, damaged, too large or holds no text",
    Unreadable = "unreadable": "the file is missing or cannot be read",
    WrongType = "wrong-type": "a value is of another kind than the key wants",
    WrongValue = "wrong-value": "a value is none of those the key allows",
    OutOfRange = "out-of-range": "a number lies outside its range",
    MissingKey = "missing-key": "a key that is needed is not there",
    UnknownKey = "unknown-key": "a key has no meaning here",
    DuplicateKey = "duplicate-key": "a key stands twice in one map",
    DuplicateId = "duplicate-id": "an id is given to two things",
    UnknownQuestion = "unknown-question": "a question is named that the pack does not define",
    UnknownPart = "unknown-part": "a part is named that the question does not have",
    UnknownOption = "unknown-option": "an option is named that the question does not have",
    UnknownControl = "unknown-control": "a control is named that the model does not define",
    UnknownDomain = "unknown-domain": "a domain is named that the model does not define",
    UnknownTopic = "unknown-topic": "a topic is named that the catalogue does not define",
    UnknownFramework = "unknown-framework": "a framework or an id in it is not in the catalogue",
    UnknownThreshold = "unknown-threshold": "a threshold is named that the catalogue does not define",
    UnknownRedFlag = "unknown-red-flag": "a red flag is named that the pack does not define",
    UnknownFact = "unknown-fact": "a fact is named that the catalogue does not define",
    UnknownEvidence = "unknown-evidence": "an evidence record is named that the file does not hold",
    ConditionCycle = "condition-cycle": "conditions of questions depend on each other in a circle",
    Unreachable = "unreachable-question": "no answers can ever open the question",
    DeeperCondition = "deeper-condition": "a condition rests on a question asked only at a greater depth",
    DeepGate = "deep-gate": "a gating question is not asked at every depth",
    NoGatingQuestion = "no-gating-question": "a control has no gating question without a condition",
    NoLevel = "no-level": "a scored question has no answer with a level",
    NoQuestion = "no-question": "a control is fed by no question",
    PackMismatch = "pack-mismatch": "the file was made with another pack or version",
    ModelMismatch = "model-mismatch": "the file was made with another version of the scoring model",
    BadDate = "bad-date": "a date does not exist or is not written as year-month-day",
    LaterThanAsOf = "later-than-as-of": "a record is dated after the day the assessment speaks about",
    NotApplicableRefused = "not-applicable-refused": "the control does not allow to set its questions aside",
    SamePerson = "same-person": "an approval was given by the person who asked for it",
    TemplateSyntax = "template-syntax": "a template of one's own is not written as templates are",
    TemplateCycle = "template-cycle": "templates include each other in a circle",
    TemplateValue = "template-value": "a template does with a value what cannot be done with it",
    UnknownTemplate = "unknown-template": "a template is named that there is not, or never used",
    UnknownVariable = "unknown-variable": "a template prints something that the report does not have",
    UnknownFilter = "unknown-filter": "a template uses a filter, test or function that there is not",
    RefusedFilter = "refused-filter": "a template uses a filter that would print text unescaped",
    UnknownMessage = "unknown-message": "a template says a message that the catalogue of words does not have",
    MessageVariable = "message-variable": "a template says a message with other variables than it has",
    FigureForm = "figure-form": "a figure block does not follow its form and is shown as code",
    EvidenceRefused = "evidence-refused": "an evidence record contradicts itself",
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_code_has_its_own_text_in_kebab_case() {
        let texts: BTreeSet<&str> = Code::ALL.iter().map(|code| code.as_str()).collect();
        assert_eq!(texts.len(), Code::ALL.len());
        let kebab = |text: &str| {
            text.bytes()
                .all(|byte| byte.is_ascii_lowercase() || byte == b'-')
        };
        assert!(texts.iter().all(|text| kebab(text)));
    }
}

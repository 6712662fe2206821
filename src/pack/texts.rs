//! The texts of a pack by name, and what they are in another language.
//!
//! A name is the path of ids that leads to a text: `Q.tok.01/why`, `Q.tok.01/option/never`,
//! `control/NL1/title`. One walk (`Pack::each_text`) gives all of them; applying a translation, finding
//! what is missing and writing a sheet for translators are that walk with different errands.
//! Names of frameworks are the same in every language and stand in none. A source that is nothing but a name may
//! stay as it is.

use std::collections::{BTreeMap, BTreeSet};

use super::Pack;
use super::answer::{AnswerKind, Choice, Form};
use super::catalogue::Catalogue;
use super::document::{DocumentCatalogue, FieldKind, Holds, RedFlag};
use super::language::Language;
use super::model::Model;
use super::question::Question;

/// Texts in another language, by name.
pub type Translation = BTreeMap<String, String>;

/// What is done with each text: its name, and the text to read or replace.
type Errand<'a> = dyn FnMut(&str, &mut String) + 'a;

impl Pack {
    /// The pack as it speaks in `language`; a text without a translation stays as it was written.
    #[must_use]
    pub fn in_language(mut self, language: Language) -> Self {
        if let Some(translation) = self.translations.remove(&language) {
            self.each_text(&mut |name, text| {
                if let Some(translated) = translation.get(name) {
                    text.clone_from(translated);
                }
            });
        }
        self.translations.clear();
        self.language = language;
        self
    }

    /// The pack with a translation, in place of what it has.
    #[cfg(test)]
    pub(crate) fn translated(mut self, language: Language, texts: Translation) -> Self {
        self.translations.insert(language, texts);
        self
    }

    /// Every text with its name, in the order of the pack.
    pub fn texts(&self) -> Vec<(String, String)> {
        let mut texts = Vec::new();
        self.clone().each_text(&mut |name, text| {
            texts.push((name.to_string(), std::mem::take(text)));
        });
        texts
    }

    /// Names of the texts that have no translation into `language`.
    pub fn untranslated(&self, language: Language) -> BTreeSet<String> {
        let names = self.texts().into_iter().map(|(name, _)| name);
        let translation = self.translations.get(&language);
        let is_missing = |name: &String| !translation.is_some_and(|texts| texts.contains_key(name));
        let names = names.filter(|name| !may_stay(name));
        names.filter(is_missing).collect()
    }

    fn each_text(&mut self, errand: &mut Errand) {
        errand("pack/title", &mut self.title);
        for section in &mut self.sections {
            let name = format!("section/{}", section.id);
            errand(&format!("{name}/title"), &mut section.title);
            errand(&format!("{name}/intro"), &mut section.intro);
            for question in &mut section.questions {
                question.each_text(errand);
            }
        }
        self.model.each_text(errand);
        self.catalogue.each_text(errand);
        self.documents.each_text(errand);
        for fact in &mut self.facts {
            errand(&format!("fact/{}/title", fact.id), &mut fact.title);
        }
    }
}

/// Whether a text may be left as it is written: the source of a threshold or red flag.
fn may_stay(name: &str) -> bool {
    let is_sourced = name.starts_with("threshold/") || name.starts_with("flag/");
    is_sourced && name.ends_with("/source")
}

/// Hands over fields of one thing under their names; an empty text needs no other.
macro_rules! fields {
    ($errand:ident, $name:expr, $of:expr, $($field:ident),+) => {
        $(if !$of.$field.is_empty() {
            $errand(&format!("{}/{}", $name, stringify!($field)), &mut $of.$field);
        })+
    };
}

impl Question {
    fn each_text(&mut self, errand: &mut Errand) {
        let name = self.id.to_string();
        fields!(errand, name, self, text, why, good, find, attach);
        match &mut self.form {
            Form::Single(kind) => kind.each_text(&name, errand),
            Form::Parts(parts) => {
                for part in parts {
                    let name = format!("{name}/part/{}", part.id);
                    fields!(errand, name, part, text);
                    part.kind.each_text(&name, errand);
                }
            }
        }
        for bad in &mut self.bad {
            let name = format!("{name}/finding/{}", bad.finding);
            fields!(errand, name, bad, message, remediation, clause);
        }
    }
}

impl AnswerKind {
    fn each_text(&mut self, name: &str, errand: &mut Errand) {
        match self {
            Self::Choice(options) | Self::Several(options) => {
                for Choice { id, text, .. } in options {
                    errand(&format!("{name}/option/{id}"), text);
                }
            }
            Self::YesNo(_)
            | Self::Duration(_)
            | Self::Count(_)
            | Self::Percent(_)
            | Self::Date
            | Self::Period
            | Self::List
            | Self::Text => {}
        }
    }
}

impl Model {
    fn each_text(&mut self, errand: &mut Errand) {
        for domain in &mut self.domains {
            fields!(errand, format!("domain/{}", domain.id), domain, title);
        }
        for control in &mut self.controls {
            fields!(errand, format!("control/{}", control.id), control, title);
        }
        for (id, source) in &mut self.sources {
            errand(&format!("number/{id}/source"), source);
        }
    }
}

impl Catalogue {
    fn each_text(&mut self, errand: &mut Errand) {
        for topic in &mut self.topics {
            let name = format!("topic/{}", topic.id);
            fields!(errand, name, topic, name, good, assurance_gap);
        }
        for (id, framework) in &mut self.frameworks {
            for item in &mut framework.items {
                fields!(errand, format!("framework/{id}/{}", item.id), item, title);
            }
        }
        for (id, threshold) in &mut self.thresholds {
            let name = format!("threshold/{id}");
            fields!(errand, name, threshold, metric, value, applies_to, source);
            if let Some(note) = &mut threshold.note {
                errand(&format!("{name}/note"), note);
            }
        }
    }
}

impl DocumentCatalogue {
    fn each_text(&mut self, errand: &mut Errand) {
        for kind in &mut self.kinds {
            fields!(
                errand,
                format!("document/{}", kind.kind.name()),
                kind,
                title
            );
        }
        for form in &mut self.forms {
            for field in &mut form.fields {
                let name = format!("form/{}/{}", form.id, field.id);
                fields!(errand, name, field, text, find);
                match &mut field.holds {
                    Holds::One(kind) => kind.each_text(&name, errand),
                    Holds::Rows(columns) => {
                        for column in columns {
                            let name = format!("{name}/column/{}", column.id);
                            fields!(errand, name, column, text);
                            column.kind.each_text(&name, errand);
                        }
                    }
                }
            }
        }
        for flag in &mut self.red_flags {
            flag.each_text(errand);
        }
    }
}

impl RedFlag {
    fn each_text(&mut self, errand: &mut Errand) {
        let name = format!("flag/{}", self.id);
        fields!(errand, name, self, title, why, remediation, clause);
        // One that says no more than how the rule is known is told by its standing.
        if self.source != self.standing.name() {
            fields!(errand, name, self, source);
        }
    }
}

impl FieldKind {
    fn each_text(&mut self, name: &str, errand: &mut Errand) {
        match self {
            Self::Answer(kind) => kind.each_text(name, errand),
            Self::Topic | Self::Document => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_built_in_pack_speaks_german_throughout() {
        let missing = crate::built_in::pack().untranslated(Language::German);
        assert_eq!(missing, BTreeSet::new());
    }

    #[test]
    fn each_text_of_the_built_in_pack_has_a_name_of_its_own() {
        let texts = crate::built_in::pack().texts();
        let names: BTreeSet<&String> = texts.iter().map(|(name, _)| name).collect();
        assert_eq!(names.len(), texts.len());
    }

    #[test]
    fn a_translated_text_takes_the_place_of_the_written_one_and_the_rest_stays() {
        let mut pack = crate::built_in::pack();
        let written = pack.texts();
        let translation = Translation::from([("pack/title".into(), "Titel".into())]);
        pack.translations = BTreeMap::from([(Language::German, translation)]);
        let spoken = pack.in_language(Language::German).texts();
        assert!(spoken.contains(&("pack/title".into(), "Titel".into())));
        let changed = spoken.iter().zip(&written).filter(|(new, old)| new != old);
        assert_eq!(changed.count(), 1);
    }
}

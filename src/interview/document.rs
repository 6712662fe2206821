//! Assurance documents in the interview: recorded field by field, confirmed, removed.
//!
//! Each change is saved like an answer. A document that is changed after it was confirmed has to be
//! confirmed again, because whoever confirmed it saw something else.

use super::{Change, Interview};
use crate::assessment::answer::Value;
use crate::assessment::document::{Confirmation, Document, GATES, Recorded};
use crate::assessment::value::Refusal;
use crate::pack::document::Field;
use crate::pack::id::EvidenceId;
use crate::words::say;

/// Field that names the document a letter follows.
const FOLLOWED: &str = "report";

impl<'p> Interview<'p> {
    /// Puts a document in, or in the place of the one with its id.
    pub fn put_document(&mut self, document: Document) -> Change<'p> {
        let documents = &mut self.assessment.documents;
        match documents.iter_mut().find(|held| held.id == document.id) {
            Some(held) => *held = document,
            None => documents.push(document),
        }
        self.touch();
        self.refresh()
    }

    /// Records a field of a document, or takes it back; the document has to be confirmed anew.
    ///
    /// # Errors
    ///
    /// When there is no such document, or a day that must have been lies in the future.
    pub fn record_field(
        &mut self,
        id: &EvidenceId,
        field: &Field,
        recorded: Option<Recorded>,
    ) -> Result<Change<'p>, Refusal> {
        if let (true, Some(Recorded::One(Value::Date(day)))) = (field.past, &recorded) {
            self.not_future(*day)?;
        }
        let document = self.document_mut(id)?;
        document.confirmed = None;
        // Where there is none, no row is left behind.
        let is_no = recorded == Some(Recorded::One(Value::YesNo(false)));
        let gate = GATES.iter().find(|(gate, _)| *gate == field.id.as_str());
        if let (true, Some((_, rows))) = (is_no, gate) {
            document.says.remove(*rows);
            document
                .read
                .retain(|excerpt| excerpt.field.as_str() != *rows);
        }
        // What was read there is no longer what is recorded.
        document.read.retain(|excerpt| excerpt.field != field.id);
        match recorded {
            Some(recorded) => drop(document.says.insert(field.id.clone(), recorded)),
            None => drop(document.says.remove(&field.id)),
        }
        self.touch();
        Ok(self.refresh())
    }

    /// Confirms a document: from now on it counts.
    ///
    /// # Errors
    ///
    /// When there is no such document, or nobody is named.
    pub fn confirm_document(&mut self, id: &EvidenceId, by: &str) -> Result<Change<'p>, Refusal> {
        let by = by.trim().to_owned();
        if by.is_empty() {
            return Err(Refusal::new(
                say!(self.words(), "refused-nobody"),
                say!(self.words(), "refused-nobody-read"),
            ));
        }
        let on = self.today();
        self.document_mut(id)?.confirmed = Some(Confirmation { by, on });
        self.touch();
        Ok(self.refresh())
    }

    /// Removes a document. Letters that followed it follow nothing now, and have to be confirmed anew.
    ///
    /// # Errors
    ///
    /// When there is no such document.
    pub fn remove_document(&mut self, id: &EvidenceId) -> Result<Change<'p>, Refusal> {
        self.document_mut(id)?;
        let documents = &mut self.assessment.documents;
        documents.retain(|held| held.id != *id);
        let named = Value::Text(id.to_string());
        for letter in documents.iter_mut() {
            if letter.value(FOLLOWED) == Some(&named) {
                letter.says.remove(FOLLOWED);
                letter.confirmed = None;
            }
        }
        self.touch();
        Ok(self.refresh())
    }

    fn document_mut(&mut self, id: &EvidenceId) -> Result<&mut Document, Refusal> {
        let words = self.words();
        let documents = self.assessment.documents.iter_mut();
        let mut found = documents.filter(|document| document.id == *id);
        found.next().ok_or_else(|| {
            Refusal::new(
                say!(words, "refused-no-document", id = id.as_str()),
                say!(words, "refused-not-recorded"),
            )
        })
    }
}

//! Assurance documents in the interview: recorded field by field, confirmed, removed.
//!
//! Each change is saved like an answer. A document that is changed after it was confirmed has to be
//! confirmed again, because whoever confirmed it saw something else.

use super::{Change, Interview};
use crate::assessment::answer::Value;
use crate::assessment::document::{Confirmation, Document, Recorded};
use crate::assessment::value::Refusal;
use crate::pack::document::Field;
use crate::pack::id::EvidenceId;

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
            return Err(Refusal {
                message: "nobody is named".to_owned(),
                help: "write who read the document".to_owned(),
            });
        }
        let on = self.today();
        self.document_mut(id)?.confirmed = Some(Confirmation { by, on });
        self.touch();
        Ok(self.refresh())
    }

    /// Removes a document.
    ///
    /// # Errors
    ///
    /// When there is no such document.
    pub fn remove_document(&mut self, id: &EvidenceId) -> Result<Change<'p>, Refusal> {
        self.document_mut(id)?;
        self.assessment.documents.retain(|held| held.id != *id);
        self.touch();
        Ok(self.refresh())
    }

    fn document_mut(&mut self, id: &EvidenceId) -> Result<&mut Document, Refusal> {
        let documents = self.assessment.documents.iter_mut();
        let mut found = documents.filter(|document| document.id == *id);
        found.next().ok_or_else(|| Refusal {
            message: format!("there is no document `{id}`"),
            help: "record it first".to_owned(),
        })
    }
}

//! Evidence behind the answers: records that are attached, linked to further questions, detached.

use super::Interview;
use crate::assessment::evidence::{Contradiction, EvidenceRecord, Supports};
use crate::assessment::value::Refusal;
use crate::evidence::fact::Fact;
use crate::pack::id::{EvidenceId, QuestionId};
use crate::words::say;

impl Interview<'_> {
    /// The records that support a question, in the order recorded.
    pub fn evidence_of(&self, question: &QuestionId) -> impl Iterator<Item = &EvidenceRecord> {
        let records = self.assessment().evidence.iter();
        records.filter(|record| record.supports.includes(question))
    }

    /// Everything that keeps a record from being attached.
    fn contradictions(&self, record: &EvidenceRecord) -> Vec<Contradiction> {
        let words = self.words();
        let mut found = record.contradictions(words, self.pack.model.evidence.default_sample);
        let mut refuse = |key, message, help| {
            found.push(Contradiction { key, message, help });
        };
        let period_end = record.period.map(|period| ("period", period.to));
        let days = [("date", record.date)].into_iter().chain(period_end);
        for (key, day) in days.filter(|(_, day)| *day > self.today()) {
            let message = say!(words, "refused-future", day = words.date(day));
            refuse(key, message, say!(words, "refused-future-evidence"));
        }
        let same_id = |other: &EvidenceRecord| other.id == record.id;
        if self.assessment().evidence.iter().any(same_id) {
            let message = say!(words, "refused-same-evidence", id = record.id.as_str());
            refuse("id", message, say!(words, "refused-same-evidence-help"));
        }
        if let Supports::Questions(ids) = &record.supports {
            for id in ids.iter().filter(|id| self.pack.question(id).is_none()) {
                let message = say!(words, "refused-question", id = id.as_str());
                refuse("supports", message, say!(words, "refused-question-help"));
            }
        }
        found
    }

    /// Attaches a new record.
    ///
    /// # Errors
    ///
    /// Everything in the record that contradicts itself or the assessment.
    pub fn attach(&mut self, record: EvidenceRecord) -> Result<(), Vec<Contradiction>> {
        let found = self.contradictions(&record);
        if !found.is_empty() {
            return Err(found);
        }
        self.assessment.evidence.push(record);
        self.touch();
        Ok(())
    }

    /// Adds to what the file of a record says; nothing is said twice.
    pub fn learn(&mut self, id: &EvidenceId, fact: Fact) {
        if self.assessment.learn(id, fact) {
            self.touch();
        }
    }

    /// Lets a record support the current question too.
    ///
    /// # Errors
    ///
    /// When no question is current, or there is no such record.
    pub fn link(&mut self, id: &EvidenceId) -> Result<(), Refusal> {
        let question = self.asking()?.id.clone();
        let record = self.evidence_mut(id)?;
        match &mut record.supports {
            Supports::Questions(ids) if !ids.contains(&question) => ids.push(question),
            Supports::Questions(_) | Supports::All => {}
        }
        self.touch();
        Ok(())
    }

    /// Lets a record no longer support the current question; one that supported nothing else is
    /// removed.
    ///
    /// # Errors
    ///
    /// When there is no such record here, or it supports every question.
    pub fn detach(&mut self, id: &EvidenceId) -> Result<(), Refusal> {
        let (words, question) = (self.words(), self.asking()?.id.clone());
        let record = self.evidence_mut(id)?;
        let Supports::Questions(ids) = &mut record.supports else {
            return Err(Refusal::new(
                say!(words, "refused-supports-all", id = id.as_str()),
                say!(words, "refused-supports-all-help"),
            ));
        };
        ids.retain(|supported| *supported != question);
        let nothing = Supports::Questions(vec![]);
        // A file that is read may support nothing by name: only this record goes.
        self.assessment
            .evidence
            .retain(|record| record.id != *id || record.supports != nothing);
        self.touch();
        Ok(())
    }

    fn evidence_mut(&mut self, id: &EvidenceId) -> Result<&mut EvidenceRecord, Refusal> {
        let words = self.words();
        let records = self.assessment.evidence.iter_mut();
        let mut found = records.filter(|record| record.id == *id);
        found.next().ok_or_else(|| {
            Refusal::new(
                say!(words, "refused-no-evidence", id = id.as_str()),
                say!(words, "refused-not-recorded"),
            )
        })
    }
}

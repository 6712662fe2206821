//! Topics, frameworks and thresholds that questions name.

use super::{Checker, unknown};
use crate::pack::id::FrameworkId;
use crate::pack::question::Question;
use crate::pack::reader::section::Places;
use crate::source::{Code, Place, Problem};

impl Checker<'_> {
    pub(super) fn references(
        &self,
        question: &Question,
        places: &Places,
        problems: &mut Vec<Problem>,
    ) {
        let catalogue = &self.whole.catalogue;
        let topics = || catalogue.topics.iter().map(|topic| topic.id.as_str());
        if !topics().any(|topic| topic == question.topic.as_str()) {
            let id = question.topic.as_str();
            problems.push(unknown(
                Code::UnknownTopic,
                "topic",
                id,
                &places.topic,
                topics(),
            ));
        }
        for (framework, item, place) in &places.frameworks {
            problems.extend(self.framework(framework, item.as_deref(), place));
        }
        for (threshold, place) in &places.thresholds {
            if !catalogue.thresholds.contains_key(threshold) {
                let known = catalogue.thresholds.keys().map(|id| id.as_str());
                let id = threshold.as_str();
                problems.push(unknown(
                    Code::UnknownThreshold,
                    "threshold",
                    id,
                    place,
                    known,
                ));
            }
        }
    }

    fn framework(&self, id: &FrameworkId, item: Option<&str>, place: &Place) -> Option<Problem> {
        let frameworks = &self.whole.catalogue.frameworks;
        match (frameworks.get(id), item) {
            (None, None) => {
                let known = frameworks.keys().map(FrameworkId::as_str);
                let id = id.as_str();
                Some(unknown(
                    Code::UnknownFramework,
                    "framework",
                    id,
                    place,
                    known,
                ))
            }
            (Some(framework), Some(item)) => framework.refuse(item).map(|help| {
                let message = format!("`{item}` is no id of {}", framework.name);
                let problem = Problem::new(Code::UnknownFramework, message);
                problem.at(place.clone()).help(help)
            }),
            _ => None,
        }
    }
}

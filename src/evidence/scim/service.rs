//! What a SCIM service says it supports (RFC 7643, section 5).
//!
//! It says so of patch, bulk, filters and the like. Whether users or groups can be made and deleted, it
//! does not say: that stands in the list of resource types and in the permissions of the client.

use std::collections::BTreeSet;

use super::{CONFIG, FAMILY_ID, is_of, refusal};
use crate::evidence::fact::{Basis, Fact, FactValue};
use crate::evidence::input::{Input, No};
use crate::evidence::reading::{Context, Reading};

/// Reads the configuration of a service.
pub(super) fn read(input: &mut Input<'_>, context: &Context) -> Result<Reading, No> {
    let document = input.json()?;
    let views = document.views().into_iter();
    let resources = views.flat_map(|view| match view.get("Resources") {
        Some(list) => list.items().iter().collect(),
        None => vec![view],
    });
    let mut configs = resources.filter(|view| is_of(view, CONFIG));
    let Some(config) = configs.next() else {
        let what = "no object has the schema of a ServiceProviderConfig";
        return Err(refusal(document, what));
    };
    let mut reading = context.reading(FAMILY_ID, "service-provider-config", None);
    reading.items = 1;
    for (key, place) in document.duplicates() {
        reading.odd(format!("the key `{key}` stands twice in one object"), place);
    }
    let supported = |key: &str| config.get(key)?.truth_of("supported");
    // Patch changes one value, and so a state or a membership; that either is used to end access, nobody
    // says here. Without patch a service still takes whole replacements (RFC 7644, section 3.5).
    match supported("patch") {
        Some(true) => {}
        Some(false) => {
            reading.not_whole("without patch, it does not say what can be changed");
            return Ok(reading.finished());
        }
        None => {
            reading.not_whole("it does not say whether patch is supported");
            return Ok(reading.finished());
        }
    }
    let place = document.place(config.get("patch").unwrap_or(config));
    let operations = FactValue::Set(BTreeSet::from(["change".to_owned()]));
    let fact = Fact::new("scim-operations", operations, Basis::Capability, place);
    reading.say(fact.in_part());
    Ok(reading.finished())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evidence::testing::read_on;

    fn result(text: &str) -> Result<Reading, No> {
        read_on("2026-11-22", read, text)
    }

    fn config(patch: &str) -> String {
        format!(
            r#"{{"schemas": ["{CONFIG}"], "documentationUri": null, {patch} "bulk": {{"supported": true}}}}"#
        )
    }

    #[test]
    fn patch_is_a_change_and_nothing_more() {
        let reading = result(&config(r#""patch": {"supported": "True"},"#)).expect("a config");
        let fact = &reading.facts[0];
        assert_eq!(fact.value, FactValue::Set(["change".to_owned()].into()));
        assert_eq!((fact.basis, fact.is_whole), (Basis::Capability, false));
        assert_eq!(fact.place.path, "/patch");
    }

    #[test]
    fn without_patch_nothing_is_shown() {
        for patch in [r#""patch": {"supported": false},"#, r#""patch": {},"#, ""] {
            let reading = result(&config(patch)).expect("a config");
            assert_eq!(
                (reading.facts.len(), reading.partial.len()),
                (0, 1),
                "{patch}"
            );
        }
    }

    #[test]
    fn a_schema_that_describes_one_is_none() {
        let schema = format!(r#"{{"id": "{CONFIG}", "attributes": [{{"name": "patch"}}]}}"#);
        assert!(matches!(result(&schema), Err(No::NotMine(_))));
    }
}

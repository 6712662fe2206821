//! SAML 2.0 metadata: whose keys a partner trusts, how old they are, and when they end.
//!
//! Several certificates of one entity are a change of keys under way, so the newest one tells the end. A
//! certificate past its end is told and disproves nothing by itself: many partners go on trusting it.

pub(super) mod certificate;
mod metadata;
pub(super) mod signing;
mod xml;

use self::metadata::Metadata;
use super::families::{Family, Format};
use super::input::{Input, No};
use super::reading::{Context, Reading};

/// SAML metadata.
pub const FAMILY: Family = Family {
    id: "saml",
    title: "SAML",
    formats: &[Format {
        id: "metadata",
        title: "SAML 2.0 metadata",
        read,
    }],
};

/// The key under which AWS answers with metadata in a text (GetSAMLProvider).
const NESTED: &str = "SAMLMetadataDocument";

fn read(input: &mut Input<'_>, context: &Context) -> Result<Reading, No> {
    let Input::Json(document) = input else {
        let text = input.xml()?;
        return Ok(Metadata::parse(text, None)?.read(context).finished());
    };
    let views = document.views();
    let nested = views.iter().find_map(|view| view.get(NESTED));
    let Some((value, text)) = nested.and_then(|value| Some((value, value.text()?))) else {
        let why = format!("it is not XML, and no object has `{NESTED}`");
        return Err(No::NotMine(why));
    };
    let place = document.place(value);
    let metadata = Metadata::parse(text, Some(place.clone())).map_err(|no| match no {
        No::Broken(refusal) => No::Broken(refusal.on(place.line.unwrap_or(1))),
        other => other,
    })?;
    let mut reading = metadata.read(context);
    for (key, place) in document.duplicates() {
        reading.odd(format!("key `{key}` stands twice"), place);
    }
    Ok(reading.finished())
}

#[cfg(test)]
mod tests {
    use super::certificate::made;
    use super::metadata::{PUBLICATION, SIGNATURE};
    use super::xml::METADATA;
    use super::*;
    use crate::evidence::fact::FactValue;
    use crate::evidence::testing::read_on;

    fn key(use_: &str, certificate: &str) -> String {
        format!(
            "<md:KeyDescriptor {use_}><ds:KeyInfo xmlns:ds='{SIGNATURE}'><ds:X509Data>\
             <ds:X509Certificate>\n {certificate}\n</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>"
        )
    }

    fn entity(attributes: &str, inner: &str) -> String {
        format!(
            "<md:EntityDescriptor xmlns:md='{METADATA}' entityID='https://idp.example.com' {attributes}>\
             \n<md:IDPSSODescriptor>{inner}</md:IDPSSODescriptor></md:EntityDescriptor>"
        )
    }

    fn tried(text: &str) -> Result<Reading, No> {
        read_on("2026-11-22", read, text)
    }

    fn said(text: &str) -> Reading {
        tried(text).expect("it is metadata")
    }

    fn value(reading: &Reading, name: &str) -> Option<FactValue> {
        let fact = reading.facts.iter().find(|fact| fact.name == name);
        fact.map(|fact| fact.value.clone())
    }

    #[test]
    fn signing_keys_are_counted_once_and_others_not_at_all() {
        let keys = [
            key("use='signing'", made::IDP),
            key("use='encryption'", made::OLD),
            key("", made::FAR),
            key("use='signing'", made::IDP),
        ];
        let reading = said(&entity("", &keys.concat()));
        assert_eq!(value(&reading, "signing-keys"), Some(FactValue::Count(2)));
        assert_eq!(value(&reading, "entities"), Some(FactValue::Count(1)));
        assert_eq!(
            value(&reading, "signing-certificates-expired"),
            Some(FactValue::Count(0))
        );
    }

    #[test]
    fn a_fact_names_its_entity_its_element_and_its_line() {
        let reading = said(&entity("", &key("", made::IDP)));
        let fact = reading
            .facts
            .iter()
            .find(|fact| fact.name == "signing-certificate-end");
        let fact = fact.expect("it is said");
        assert_eq!(fact.about.as_deref(), Some("https://idp.example.com"));
        let place = "line 2, EntityDescriptor/IDPSSODescriptor/KeyDescriptor";
        assert_eq!(fact.place.to_string(), place);
    }

    #[test]
    fn the_signature_around_the_metadata_is_no_key_of_it() {
        let signature = key("", made::IDP).replace("md:KeyDescriptor", "ds:Signature");
        let signature = signature.replace(
            "<ds:Signature ",
            &format!("<ds:Signature xmlns:ds='{SIGNATURE}' "),
        );
        let reading = said(&entity("", &signature));
        assert_eq!(value(&reading, "signing-keys"), Some(FactValue::Count(0)));
    }

    #[test]
    fn a_placeholder_instead_of_a_certificate_is_odd() {
        let reading = said(&entity("", &key("use='signing'", "CERTIFICATE_HERE")));
        assert_eq!(reading.anomalies[0].what, "a certificate cannot be read");
        assert_eq!(value(&reading, "signing-keys"), Some(FactValue::Count(1)));
        assert_eq!(value(&reading, "signing-certificate-end"), None);
        assert_eq!(value(&reading, "signing-keys-weak"), None);
    }

    #[test]
    fn a_bare_modulus_tells_its_strength() {
        let key = |length: usize| {
            let modulus = "/".repeat(length);
            let reading = said(&entity(
                "",
                &format!(
                    "<md:KeyDescriptor><KeyInfo xmlns='{SIGNATURE}'><KeyValue><RSAKeyValue><Modulus>{modulus}</Modulus></RSAKeyValue></KeyValue></KeyInfo></md:KeyDescriptor>"
                ),
            ));
            value(&reading, "signing-keys-weak")
        };
        assert_eq!(key(172), Some(FactValue::Count(1)));
        assert_eq!(key(344), Some(FactValue::Count(0)));
    }

    #[test]
    fn the_earliest_end_counts_also_a_thousand_years_ahead() {
        let far = entity("validUntil='3001-01-01T00:00:00Z'", "");
        let end = |text: &str| match value(&said(text), "metadata-end") {
            Some(FactValue::Date(date)) => date.to_rfc3339(),
            other => panic!("it is a date: {other:?}"),
        };
        assert_eq!(end(&far), "3001-01-01T00:00:00+00:00");
        let near = entity("validUntil='2027-01-01T00:00:00Z'", "");
        let both =
            format!("<EntitiesDescriptor xmlns='{METADATA}'>{far}{near}</EntitiesDescriptor>");
        assert_eq!(end(&both), "2027-01-01T00:00:00+00:00");
    }

    #[test]
    fn an_end_that_is_no_moment_is_odd() {
        let reading = said(&entity("validUntil='soon'", ""));
        assert_eq!(value(&reading, "metadata-end"), None);
        assert_eq!(reading.anomalies[0].what, "`validUntil` is no moment");
    }

    #[test]
    fn a_federation_tells_its_own_day() {
        let text = format!(
            "<EntitiesDescriptor xmlns='{METADATA}'><Extensions><PublicationInfo xmlns='{PUBLICATION}' \
             creationInstant='2024-06-01T00:00:00Z'/></Extensions>{}</EntitiesDescriptor>",
            entity("", &key("", made::OLD))
        );
        let reading = said(&text);
        assert_eq!(
            reading.as_of.by,
            crate::evidence::reading::AsOfSource::Artefact
        );
        assert_eq!(
            value(&reading, "signing-certificates-expired"),
            Some(FactValue::Count(0))
        );
    }

    #[test]
    fn an_empty_federation_proves_nothing() {
        let reading = said(&format!("<EntitiesDescriptor xmlns='{METADATA}'/>"));
        assert_eq!(reading.facts.len(), 1);
        assert_eq!(reading.partial, ["the list of entities is empty"]);
    }

    #[test]
    fn metadata_in_an_answer_of_aws_are_read() {
        let inner = entity("", &key("", made::IDP)).replace('\n', "\\n");
        let text = format!("{{\"status_code\": 200, \"data\": {{\"{NESTED}\": \"{inner}\"}}}}");
        let reading = said(&text);
        let place = &reading.facts[0].place;
        assert_eq!(place.path, format!("/data/{NESTED} EntityDescriptor"));
    }

    #[test]
    fn other_files_are_left_alone() {
        for text in [
            "{\"keys\": []}",
            "{\"SAMLMetadataDocument\": 1}",
            "<samlp:Response xmlns:samlp='urn:oasis:names:tc:SAML:2.0:protocol'/>",
            "a,b\n1,2\n",
        ] {
            assert!(matches!(tried(text), Err(No::NotMine(_))), "{text}");
        }
    }
}

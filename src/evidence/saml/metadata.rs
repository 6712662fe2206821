//! What SAML metadata say: how many entities, until when, and with which keys they sign.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use roxmltree::{Document, Node};

use super::certificate::{self, Strength};
use super::signing::{Held, SigningKey, SigningKeys};
use super::xml::METADATA;
use crate::evidence::fact::{Basis, Fact, FactValue, Place};
use crate::evidence::input::No;
use crate::evidence::reading::{Context, MOST_ANOMALIES, Reading};
use crate::evidence::time;

/// The namespace of XML signatures.
pub(super) const SIGNATURE: &str = "http://www.w3.org/2000/09/xmldsig#";
/// The namespace that tells when a federation published its metadata.
pub(super) const PUBLICATION: &str = "urn:oasis:names:tc:SAML:metadata:rpi";
/// A parsed text of metadata.
pub(super) struct Metadata<'c> {
    document: Document<'c>,
    /// Where the text stands, when it is not the file itself.
    within: Option<Place>,
}

impl<'c> Metadata<'c> {
    /// Parses it; `within` tells where the text stands, when it is not the file itself.
    ///
    /// # Errors
    ///
    /// When it is other XML, or broken.
    pub fn parse(text: &'c str, within: Option<Place>) -> Result<Self, No> {
        let document = super::xml::parse(text)?;
        Ok(Self { document, within })
    }

    /// Everything it says.
    pub fn read(&self, context: &Context) -> Reading {
        let mut reading = context.reading(super::FAMILY.id, "metadata", self.published());
        let entities = self.elements("EntityDescriptor");
        reading.items = entities.clone().count() as u64;
        let place = entities.clone().next().map(|node| self.place(node));
        reading.say(Fact::new(
            "entities",
            FactValue::Count(reading.items),
            Basis::CompleteList,
            place.unwrap_or_default(),
        ));
        if reading.items == 0 {
            reading.not_whole("the list of entities is empty");
            return reading;
        }
        self.say_end(&mut reading);
        let (nodes, keys) = self.keys(&mut reading);
        let place = |at: usize| self.place(nodes[at]);
        SigningKeys {
            keys,
            place: &place,
        }
        .say(&mut reading);
        reading
    }

    fn elements(&self, name: &'static str) -> impl Iterator<Item = Node<'_, 'c>> + Clone {
        let all = self.document.descendants();
        all.filter(move |node| node.has_tag_name((METADATA, name)))
    }

    /// When the federation published the whole, where it says so.
    fn published(&self) -> Option<DateTime<Utc>> {
        let root = self.document.root_element();
        let extensions = child(root, METADATA, "Extensions")?;
        let publication = child(extensions, PUBLICATION, "PublicationInfo")?;
        let moment = time::moment(publication.attribute("creationInstant")?)?;
        Some(moment.at)
    }

    /// Says when the metadata end: the earliest end of the whole or of any part.
    fn say_end(&self, reading: &mut Reading) {
        let mut first: Option<(time::Moment, Node)> = None;
        for node in self.document.descendants() {
            let is_metadata = node.tag_name().namespace() == Some(METADATA);
            let Some(text) = node.attribute("validUntil").filter(|_| is_metadata) else {
                continue;
            };
            match time::moment(text) {
                Some(moment) if first.is_none_or(|(held, _)| moment.at < held.at) => {
                    first = Some((moment, node));
                }
                Some(_) => {}
                None => self.odd(reading, "`validUntil` is no moment", node),
            }
        }
        let Some((moment, node)) = first else {
            return;
        };
        let date = FactValue::Date(moment.at);
        let fact = Fact::new("metadata-end", date, Basis::CompleteList, self.place(node))
            .uncertain_by(moment.doubt());
        let name = node.attribute("entityID").or(node.attribute("Name"));
        reading.say(match name {
            Some(name) => fact.about(short(name)),
            None => fact,
        });
    }

    /// The signing keys, and the elements they stand in. Each counts once for an entity, whose roles mostly
    /// share them. One walk finds them all: entities within entities would cost a walk each.
    fn keys(&self, reading: &mut Reading) -> (Vec<Node<'_, 'c>>, Vec<SigningKey<'_>>) {
        let (mut nodes, mut keys) = (vec![], vec![]);
        let (mut owner, mut seen) = (None, BTreeSet::new());
        for node in self.document.descendants() {
            if node.has_tag_name((METADATA, "EntityDescriptor")) {
                owner = node.attribute("entityID").map(short);
                seen.clear();
            }
            let is_key = node.has_tag_name((METADATA, "KeyDescriptor"));
            // Without a use it is for both (SAML metadata, 2.4.1.1).
            if !is_key || node.attribute("use").is_some_and(|what| what != "signing") {
                continue;
            }
            let material = Material::of(node);
            if material.is_some() && !seen.insert(material.clone()) {
                continue;
            }
            let key = self.key(owner, material, nodes.len(), node, reading);
            nodes.push(node);
            keys.push(key);
        }
        (nodes, keys)
    }

    fn key<'n>(
        &self,
        owner: Option<&'n str>,
        material: Option<Material>,
        at: usize,
        node: Node,
        reading: &mut Reading,
    ) -> SigningKey<'n> {
        match material {
            Some(Material::Certificate(text)) => {
                let held = certificate::parse(&text).map_or(Held::Unread, Held::Certificate);
                if held == Held::Unread {
                    self.odd(reading, "a certificate cannot be read", node);
                }
                SigningKey::certified(owner, held, at)
            }
            Some(Material::Modulus(text)) => SigningKey {
                strength: certificate::bytes(&text)
                    .map_or(Strength::Unknown, |bytes| Strength::of_rsa(&bytes)),
                ..SigningKey::certified(owner, Held::Nothing, at)
            },
            None => SigningKey::certified(owner, Held::Nothing, at),
        }
    }

    fn odd(&self, reading: &mut Reading, what: &str, node: Node) {
        // Places take time to find, and nobody sees those beyond the most that are kept.
        let place = match reading.anomalies.len() <= MOST_ANOMALIES {
            true => self.place(node),
            false => Place::default(),
        };
        reading.odd(what, place);
    }

    /// The element with those around it, and its line.
    fn place(&self, node: Node) -> Place {
        let mut names: Vec<&str> = node
            .ancestors()
            .filter(Node::is_element)
            .take(8)
            .map(|node| node.tag_name().name())
            .collect();
        names.reverse();
        let path = names.join("/");
        match &self.within {
            Some(place) => Place::new(format!("{} {path}", place.path), place.line),
            None => {
                let line = self.document.text_pos_at(node.range().start).row;
                Place::new(path, Some(line.into()))
            }
        }
    }
}

fn short(name: &str) -> &str {
    &name[..name.floor_char_boundary(200)]
}

fn child<'n, 'c>(node: Node<'n, 'c>, namespace: &str, name: &str) -> Option<Node<'n, 'c>> {
    let mut children = node.children();
    children.find(|child| child.has_tag_name((namespace, name)))
}

/// How a key is written, without spaces.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Material {
    /// A certificate: the first of a chain.
    Certificate(String),
    /// The modulus of an RSA key that stands alone.
    Modulus(String),
}

impl Material {
    fn of(descriptor: Node) -> Option<Self> {
        let info = child(descriptor, SIGNATURE, "KeyInfo")?;
        let mut data = info.children();
        let certificate = data.find_map(|data| child(data, SIGNATURE, "X509Certificate"));
        if let Some(certificate) = certificate {
            return Some(Self::Certificate(text(certificate)));
        }
        let value = child(info, SIGNATURE, "KeyValue")?;
        let value = child(value, SIGNATURE, "RSAKeyValue")?;
        Some(Self::Modulus(text(child(value, SIGNATURE, "Modulus")?)))
    }
}

fn text(element: Node) -> String {
    let texts = element.children().filter_map(|node| node.text());
    texts.flat_map(str::split_whitespace).collect()
}

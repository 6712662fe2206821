//! Values of a record as a log may hold them: of whatever kind, and never a reason to drop the record.
//!
//! A record is read straight into the few values that are asked for; everything else is skipped without
//! being built. Two spellings of a key are one: some archives write all keys in lower case.

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;
use std::ops::Deref;

use serde::Deserialize;
use serde::de::value::MapAccessDeserializer;
use serde::de::{Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};

/// Most items of a list that are looked at.
const ITEMS: usize = 50;

/// A value, or that there is none: `null`, the empty text and the empty list say nothing either.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) enum Held<'r> {
    /// Nothing is said.
    #[default]
    Nothing,
    /// A text that is not empty.
    Text(Cow<'r, str>),
    /// A number.
    Number(f64),
    /// A truth value.
    Truth(bool),
    /// An object or list that is not empty.
    Thing,
}

impl Held<'_> {
    /// The text; empty where it is none.
    pub fn text(&self) -> &str {
        match self {
            Self::Text(text) => text,
            _ => "",
        }
    }

    /// Whether anything is said.
    pub fn is_there(&self) -> bool {
        *self != Self::Nothing
    }

    /// Whether it is a text that is not empty.
    pub fn is_text(&self) -> bool {
        matches!(self, Self::Text(_))
    }

    /// The number, also where it is written as a text.
    pub fn number(&self) -> Option<f64> {
        match self {
            Self::Number(number) => Some(*number),
            Self::Text(text) => text.parse().ok(),
            _ => None,
        }
    }

    /// Whether it is true, also where it is written as a text.
    pub fn is_true(&self) -> bool {
        match self {
            Self::Truth(truth) => *truth,
            Self::Text(text) => text.eq_ignore_ascii_case("true"),
            _ => false,
        }
    }
}

/// The first of several values that says anything.
pub(super) fn first<'a, 'r>(values: &[&'a Held<'r>]) -> &'a Held<'r> {
    let said = values.iter().find(|value| value.is_there());
    said.or(values.last()).expect("callers name at least one")
}

impl<'de: 'r, 'r> Deserialize<'de> for Held<'r> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(OfAnyKind)
    }
}

struct OfAnyKind;

impl<'de> Visitor<'de> for OfAnyKind {
    type Value = Held<'de>;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "a value")
    }

    fn visit_unit<E: Error>(self) -> Result<Self::Value, E> {
        Ok(Held::Nothing)
    }

    fn visit_bool<E: Error>(self, truth: bool) -> Result<Self::Value, E> {
        Ok(Held::Truth(truth))
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Self::Value, E> {
        Ok(Held::Number(number as f64))
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<Self::Value, E> {
        Ok(Held::Number(number as f64))
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<Self::Value, E> {
        Ok(Held::Number(number))
    }

    fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<Self::Value, E> {
        Ok(match text.is_empty() {
            true => Held::Nothing,
            false => Held::Text(Cow::Borrowed(text)),
        })
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Self::Value, E> {
        Ok(match text.is_empty() {
            true => Held::Nothing,
            false => Held::Text(Cow::Owned(text.to_owned())),
        })
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Self::Value, A::Error> {
        let mut held = Held::Nothing;
        while list.next_element::<IgnoredAny>()?.is_some() {
            held = Held::Thing;
        }
        Ok(held)
    }

    /// Some interfaces wrap a value: `{"value": "...", "localizedValue": "..."}`.
    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut held = Held::Nothing;
        while let Some(key) = map.next_key::<Key>()? {
            let inner = match key {
                Key::Value => map.next_value()?,
                Key::Other => map.next_value::<IgnoredAny>().map(|_| Held::Thing)?,
            };
            if !held.is_text() {
                held = match inner {
                    Held::Text(text) => Held::Text(text),
                    _ => Held::Thing,
                };
            }
        }
        Ok(held)
    }
}

/// A key of an object that stands where a value was expected.
#[derive(Deserialize)]
#[serde(rename_all = "lowercase")]
enum Key {
    Value,
    #[serde(other)]
    Other,
}

/// What an object holds; as if it were empty where there is none.
#[derive(Debug, Default)]
pub(super) struct Inner<T> {
    value: T,
    is_held: bool,
}

impl<T> Deref for Inner<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.value
    }
}

/// The objects of a list, or the one that stands in its place; the first of very many.
#[derive(Debug)]
pub(super) struct Several<T>(Vec<T>);

impl<T> Default for Several<T> {
    fn default() -> Self {
        Self(vec![])
    }
}

impl<T> Deref for Several<T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        &self.0
    }
}

/// Takes objects, as many as it wants.
trait Holder<T>: Default {
    fn is_full(&self) -> bool;
    fn hold(&mut self, one: T);
}

impl<T: Default> Holder<T> for Inner<T> {
    fn is_full(&self) -> bool {
        self.is_held
    }

    fn hold(&mut self, value: T) {
        let is_held = true;
        *self = Self { value, is_held };
    }
}

impl<T> Holder<T> for Several<T> {
    fn is_full(&self) -> bool {
        self.0.len() == ITEMS
    }

    fn hold(&mut self, one: T) {
        self.0.push(one);
    }
}

impl<'de, T: Deserialize<'de> + Default> Deserialize<'de> for Inner<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Objects::default())
    }
}

impl<'de, T: Deserialize<'de> + Default> Deserialize<'de> for Several<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Objects::default())
    }
}

/// Gives a holder the objects of a value, one or in a list, and nothing of any other value.
struct Objects<H, T>(PhantomData<(H, T)>);

impl<H, T> Default for Objects<H, T> {
    fn default() -> Self {
        Self(PhantomData)
    }
}

impl<'de, H: Holder<T>, T: Deserialize<'de> + Default> Visitor<'de> for Objects<H, T> {
    type Value = H;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "a value")
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<H, A::Error> {
        let mut held = H::default();
        held.hold(T::deserialize(MapAccessDeserializer::new(map))?);
        Ok(held)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<H, A::Error> {
        let mut held = H::default();
        while !held.is_full() {
            match list.next_element::<Inner<T>>()? {
                Some(one) => held.hold(one.value),
                None => return Ok(held),
            }
        }
        while list.next_element::<IgnoredAny>()?.is_some() {}
        Ok(held)
    }

    fn visit_unit<E: Error>(self) -> Result<H, E> {
        Ok(H::default())
    }

    fn visit_bool<E: Error>(self, _: bool) -> Result<H, E> {
        Ok(H::default())
    }

    fn visit_u64<E: Error>(self, _: u64) -> Result<H, E> {
        Ok(H::default())
    }

    fn visit_i64<E: Error>(self, _: i64) -> Result<H, E> {
        Ok(H::default())
    }

    fn visit_f64<E: Error>(self, _: f64) -> Result<H, E> {
        Ok(H::default())
    }

    fn visit_str<E: Error>(self, _: &str) -> Result<H, E> {
        Ok(H::default())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, Default, Deserialize)]
    #[serde(default, bound(deserialize = "'de: 'r"))]
    struct Record<'r> {
        a: Held<'r>,
        b: Inner<Part<'r>>,
        c: Several<Part<'r>>,
    }

    #[derive(Debug, Default, Deserialize)]
    #[serde(default, bound(deserialize = "'de: 'r"))]
    struct Part<'r> {
        x: Held<'r>,
    }

    fn read(text: &str) -> Record<'_> {
        serde_json::from_str(text).expect("it is JSON")
    }

    #[test]
    fn a_value_may_be_of_any_kind() {
        for (text, held) in [
            ("null", Held::Nothing),
            ("\"\"", Held::Nothing),
            ("{}", Held::Nothing),
            ("[]", Held::Nothing),
            ("\"x\"", Held::Text("x".into())),
            ("\"\\u0078\"", Held::Text("x".into())),
            ("-3", Held::Number(-3.0)),
            ("1e2", Held::Number(100.0)),
            ("true", Held::Truth(true)),
            ("[null]", Held::Thing),
            ("{\"k\": 1}", Held::Thing),
            ("{\"value\": {\"value\": 1}}", Held::Thing),
            (
                "{\"l\": 1, \"value\": \"x\", \"m\": 2}",
                Held::Text("x".into()),
            ),
        ] {
            let record = format!("{{\"z\": [{text}], \"a\": {text}}}");
            assert_eq!(read(&record).a, held, "{text}");
        }
        assert_eq!(read("{}").a, Held::Nothing);
    }

    #[test]
    fn an_object_that_is_none_is_empty() {
        for text in ["null", "1", "-1", "1.5", "true", "\"x\"", "[]", "[1]", "{}"] {
            let record = format!("{{\"b\": {text}, \"c\": {text}}}");
            let record = read(&record);
            assert!(!record.b.x.is_there(), "{text}");
            assert!(record.c.iter().all(|part| !part.x.is_there()), "{text}");
        }
        assert_eq!(read("{\"b\": {\"x\": \"y\"}}").b.x.text(), "y");
        assert_eq!(read("{\"b\": [{\"x\": \"y\"}, {}]}").b.x.text(), "y");
    }

    #[test]
    fn one_object_stands_for_a_list_and_long_lists_are_cut() {
        assert_eq!(read("{\"c\": {\"x\": 1}}").c.len(), 1);
        assert_eq!(read("{\"c\": [{\"x\": 1}, 7, {\"x\": 2}]}").c.len(), 3);
        let many = format!("{{\"c\": [{}{{}}]}}", "{\"x\": 1},".repeat(ITEMS));
        assert_eq!(read(&many).c.len(), ITEMS);
    }
}

//! What the tokens of a file say together: of each kind the longest, and where that one stands.

use std::collections::{BTreeMap, BTreeSet};

use super::claims::Claims;
use super::instant::Instant;
use super::jwt::{self, Jwt, Signature};
use super::kind::{Kind, Role};
use crate::evidence::fact::{Basis, Fact, FactValue, Limit, Place};
use crate::evidence::input::json::Document;
use crate::evidence::reading::{MOST_ANOMALIES, Reading};

/// Most algorithms and scopes that are kept.
const NAMES: usize = 1000;

/// The tokens read so far.
pub(super) struct Tokens<'p> {
    /// What is said of them besides.
    pub reading: Reading,
    place: &'p dyn Fn(usize) -> Place,
    longest: BTreeMap<Kind, Longest>,
    scopes: BTreeMap<Kind, Scopes>,
    algorithms: Option<(BTreeSet<String>, usize)>,
    audiences: Option<(u64, usize)>,
    is_bound: Option<(bool, usize)>,
    has_end: Option<(bool, usize)>,
}

struct Longest {
    limit: Limit,
    client: Option<String>,
    at: usize,
}

struct Scopes {
    names: BTreeSet<String>,
    /// Their client, while there is one only.
    client: Option<String>,
    at: usize,
}

impl<'p> Tokens<'p> {
    /// None yet; `place` tells where the token of a number stands.
    pub fn new(reading: Reading, place: &'p dyn Fn(usize) -> Place) -> Self {
        Self {
            reading,
            place,
            longest: BTreeMap::new(),
            scopes: BTreeMap::new(),
            algorithms: None,
            audiences: None,
            is_bound: None,
            has_end: None,
        }
    }

    /// Reads a token and takes in everything but its lifetime; its claims, where they can be read.
    pub fn read(&mut self, text: &str, role: Role, at: usize) -> Option<Claims> {
        let (algorithm, kind, signature, text) = match jwt::parse(text)? {
            Jwt::Open {
                algorithm,
                kind,
                signature,
                claims,
            } => (algorithm, kind, signature, claims),
            Jwt::Encrypted => {
                let why = "a token is encrypted: only its header can be read";
                self.reading.not_whole(why);
                return None;
            }
        };
        let document = Document::parse(&text).ok()?;
        let claims = Claims::of(document.roots().first()?, kind.as_deref(), role);
        for (key, _) in document.duplicates() {
            let key = &key[..key.floor_char_boundary(60)];
            self.odd(&format!("the claim `{key}` stands twice in a token"), at);
        }
        match (signature, algorithm.eq_ignore_ascii_case("none")) {
            (_, true) => self.odd("a token is not signed: its algorithm is `none`", at),
            (Signature::Absent, false) => self.odd("the signature of a token is cut off", at),
            (Signature::Present, false) => {}
        }
        let (algorithms, _) = self.algorithms.get_or_insert((BTreeSet::new(), at));
        if algorithms.len() < NAMES {
            algorithms.insert(algorithm);
        }
        self.add(&claims, at);
        if claims.kind.is_access() {
            self.add_end(!matches!(claims.end, Instant::Absent | Instant::Never), at);
            self.add_bound(claims.is_bound, at);
        }
        Some(claims)
    }

    /// Takes in scopes and audiences, and tells odd times.
    pub fn add(&mut self, claims: &Claims, at: usize) {
        let as_of = self.reading.as_of.at.timestamp() as f64;
        for what in claims.oddities(as_of) {
            self.odd(&format!("a token: {what}"), at);
        }
        if !claims.kind.is_access() {
            return;
        }
        let client = claims.client.as_deref();
        self.add_scopes(claims.kind, &claims.scopes, client, at);
        if let Some(count) = claims.audiences
            && self.audiences.is_none_or(|(most, _)| count > most)
        {
            self.audiences = Some((count, at));
        }
    }

    /// Takes in scopes of a token.
    pub fn add_scopes(
        &mut self,
        kind: Kind,
        names: &BTreeSet<String>,
        client: Option<&str>,
        at: usize,
    ) {
        if names.is_empty() {
            return;
        }
        let held = self.scopes.entry(kind).or_insert_with(|| Scopes {
            names: BTreeSet::new(),
            client: client.map(str::to_owned),
            at,
        });
        if held.client.as_deref() != client {
            held.client = None;
        }
        let room = NAMES.saturating_sub(held.names.len());
        held.names.extend(names.iter().take(room).cloned());
    }

    /// Takes in how long a token holds.
    pub fn add_lifetime(&mut self, kind: Kind, limit: Limit, client: Option<&str>, at: usize) {
        let is_longer = |held: &Longest| held.limit != limit && held.limit.longer(limit) == limit;
        if self.longest.get(&kind).is_none_or(is_longer) {
            let client = client.map(str::to_owned);
            let longest = Longest { limit, client, at };
            self.longest.insert(kind, longest);
        }
    }

    /// Takes in whether an access token has an end.
    pub fn add_end(&mut self, has: bool, at: usize) {
        all_have(&mut self.has_end, has, at);
    }

    /// Takes in whether an access token is bound to its holder.
    pub fn add_bound(&mut self, is: bool, at: usize) {
        all_have(&mut self.is_bound, is, at);
    }

    /// Tells an oddity of a token.
    pub fn odd(&mut self, what: &str, at: usize) {
        // Places take time to find, and nobody sees those beyond the most that are kept.
        let place = match self.reading.anomalies.len() <= MOST_ANOMALIES {
            true => (self.place)(at),
            false => Place::default(),
        };
        self.reading.odd(what, place);
    }

    /// The reading, with the facts of all tokens.
    pub fn finished(mut self) -> Reading {
        let facts = self.facts();
        self.reading.facts.extend(facts);
        self.reading.finished()
    }

    fn facts(&self) -> Vec<Fact> {
        let fact = |name: &'static str, value, at: usize, part: &str| {
            let place = (self.place)(at);
            let path = format!("{} {part}", place.path);
            let place = Place::new(path.trim(), place.line);
            Fact::new(name, value, Basis::Measured, place)
        };
        let mut facts = vec![];
        for (kind, held) in &self.longest {
            let name = match kind {
                Kind::Machine => "machine-token-lifetime",
                Kind::Person => "user-token-lifetime",
                Kind::Id => "id-token-lifetime",
                Kind::Refresh => "refresh-token-lifetime",
                Kind::Other => continue,
            };
            let value = match held.limit {
                Limit::Finite(seconds) => FactValue::Duration(seconds),
                limit => FactValue::Limit(limit),
            };
            facts.push(about(&held.client, fact(name, value, held.at, "")));
        }
        for held in self.scopes.values() {
            let names = FactValue::Set(held.names.clone());
            facts.push(about(
                &held.client,
                fact("token-scopes", names, held.at, ""),
            ));
        }
        if let Some((most, at)) = self.audiences {
            let count = FactValue::Count(most);
            facts.push(fact("token-audiences", count, at, "claim aud"));
        }
        if let Some((is, at)) = self.is_bound {
            let holds = FactValue::Holds(is);
            facts.push(fact("token-sender-constrained", holds, at, ""));
        }
        if let Some((has, at)) = self.has_end {
            facts.push(fact(
                "token-expires",
                FactValue::Holds(has),
                at,
                "claim exp",
            ));
        }
        if let Some((names, at)) = &self.algorithms {
            let names = FactValue::Set(names.clone());
            facts.push(fact("token-algorithms", names, *at, "header alg"));
        }
        facts
    }
}

/// One that has not is enough.
fn all_have(held: &mut Option<(bool, usize)>, has: bool, at: usize) {
    match held {
        Some((true, _)) if !has => *held = Some((false, at)),
        Some(_) => {}
        None => *held = Some((has, at)),
    }
}

fn about(client: &Option<String>, fact: Fact) -> Fact {
    match client {
        Some(client) => fact.about(client),
        None => fact,
    }
}

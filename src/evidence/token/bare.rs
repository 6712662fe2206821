//! Tokens as people save them: the text alone, one a line, or under a key of a small JSON.

use super::jwt;
use super::kind::Role;
use super::tokens::Tokens;
use super::{FAMILY, with_duplicates};
use crate::evidence::fact::Place;
use crate::evidence::input::columns::normal;
use crate::evidence::input::json::{Document, Json};
use crate::evidence::input::table::Table;
use crate::evidence::input::{Input, No, Refusal};
use crate::evidence::reading::{Context, Reading};

/// Most tokens that are read.
const MOST: usize = 10_000;

pub(super) fn read(input: &mut Input<'_>, context: &Context) -> Result<Reading, No> {
    match input {
        Input::Json(document) => json(document, context),
        Input::Text(text) => {
            let lines = text.lines().zip(1..);
            let lines = lines.filter(|(line, _)| !line.trim().is_empty());
            match lines.clone().next() {
                Some((first, _)) if token(first).is_some() => lines_of(lines, context),
                _ => Err(not_mine()),
            }
        }
        Input::Table(table) => rows(table, context),
        Input::Xml(_) => Err(No::not_mine("it is XML")),
    }
}

/// Lines look like a table of one column, which the first token heads.
fn rows(table: &mut Table, context: &Context) -> Result<Reading, No> {
    let [head] = table.head() else {
        return Err(not_mine());
    };
    if token(head).is_none() {
        return Err(not_mine());
    }
    let mut lines = vec![(head.clone(), 1)];
    while let Some(row) = table.next_row()? {
        if lines.len() > MOST {
            break;
        }
        // What has a comma in it is no token; the row stays, to be told.
        let fields: Vec<&str> = (0..row.width()).map(|at| row.field(at)).collect();
        lines.push((fields.join(","), row.line));
    }
    lines_of(lines.iter().map(|(line, at)| (line.as_str(), *at)), context)
}

fn not_mine() -> No {
    No::not_mine("no text is a token: parts of base64url, the first a JSON object with `alg`")
}

/// Reads lines that are tokens, each of them.
fn lines_of<'t>(
    lines: impl Iterator<Item = (&'t str, u64)>,
    context: &Context,
) -> Result<Reading, No> {
    let mut words = vec![];
    for (line, at) in lines.take(MOST + 1) {
        let word = token(line).ok_or_else(|| {
            let what = "a line between tokens is none";
            Refusal::new(what, "keep one token a line, each whole").on(at)
        })?;
        words.push((word, at));
    }
    let place = |at: usize| Place::new("", Some(words[at].1));
    let found = words.iter().map(|(word, _)| (*word, Role::Unsaid));
    Ok(tokens(found.collect(), &place, context).finished())
}

/// The token on a line, without what stands in front of it in a call.
fn token(line: &str) -> Option<&str> {
    let line = line.trim().trim_matches(['"', '\'', ',']);
    let line = match line.get(..14) {
        Some(start) if start.eq_ignore_ascii_case("authorization:") => &line[14..],
        _ => line,
    };
    jwt::parse(line).map(|_| line)
}

fn json(document: &Document, context: &Context) -> Result<Reading, No> {
    let found = found(document);
    if found.is_empty() {
        let why = "no key of a small JSON holds a token, and no list is of tokens alone";
        return Err(No::not_mine(why));
    }
    let place = |at: usize| document.place(found[at].0);
    let texts = found
        .iter()
        .map(|(value, role)| (value.text().unwrap_or_default(), *role));
    let tokens = tokens(texts.collect(), &place, context);
    Ok(with_duplicates(tokens, document).finished())
}

fn tokens<'p>(
    mut texts: Vec<(&str, Role)>,
    place: &'p dyn Fn(usize) -> Place,
    context: &Context,
) -> Tokens<'p> {
    // A token tells when it was issued, not when it was shown, so the day is never its own.
    let mut tokens = Tokens::new(context.reading(FAMILY.id, "jwt", None), place);
    if texts.len() > MOST {
        texts.truncate(MOST);
        tokens
            .reading
            .not_whole(format!("only the first {MOST} tokens are read"));
    }
    tokens.reading.items = texts.len() as u64;
    for (at, (text, role)) in texts.into_iter().enumerate() {
        let Some(claims) = tokens.read(text, role, at) else {
            continue;
        };
        if let Some(limit) = claims.lifetime() {
            tokens.add_lifetime(claims.kind, limit, claims.client.as_deref(), at);
        }
    }
    tokens
}

/// A token, and what its key says that it is.
type Found<'d, 'c> = Vec<(&'d Json<'c>, Role)>;

/// The tokens of a file that is about them; a log or an export with a token somewhere in it is not.
fn found<'d, 'c>(document: &'d Document<'c>) -> Found<'d, 'c> {
    match document.roots() {
        [root] if root.is_map() => {
            let mut views = document.views().into_iter().map(within);
            views.find(|found| !found.is_empty()).unwrap_or_default()
        }
        roots => {
            let each: Vec<_> = roots.iter().map(within).collect();
            match each.iter().all(|found| !found.is_empty()) {
                true => each.concat(),
                false => vec![],
            }
        }
    }
}

/// The tokens of a value, of its items when each has one, or of what stands directly in it.
fn within<'d, 'c>(value: &'d Json<'c>) -> Found<'d, 'c> {
    let mut found = direct(value);
    if found.is_empty() {
        found = items(value);
    }
    if found.is_empty() {
        for (_, held) in value.entries() {
            found.extend(match held.is_list() {
                true => items(held),
                false if held.is_map() => direct(held),
                false => vec![],
            });
        }
    }
    found
}

fn items<'d, 'c>(value: &'d Json<'c>) -> Found<'d, 'c> {
    let mut found = vec![];
    for item in value.items() {
        let held = direct(item);
        if held.is_empty() {
            return vec![];
        }
        found.extend(held);
    }
    found
}

fn direct<'d, 'c>(value: &'d Json<'c>) -> Found<'d, 'c> {
    let is_token = |value: &Json| value.text().is_some_and(|text| jwt::parse(text).is_some());
    if value.is_text() && is_token(value) {
        return vec![(value, Role::Unsaid)];
    }
    let entries = value.entries().iter();
    let tokens = entries.filter_map(|(key, held)| Some((held, role(key)?)));
    tokens.filter(|(held, _)| is_token(held)).collect()
}

/// What a key says of the token under it; nothing where it is no key for one.
fn role(key: &str) -> Option<Role> {
    let key = normal(key);
    let has = |word: &str| key.contains(word);
    let words = [
        "token",
        "jwt",
        "assertion",
        "authorization",
        "bearer",
        "credential",
        "compact",
    ];
    match () {
        () if has("assertion") => Some(Role::Assertion),
        () if has("refreshtoken") => Some(Role::Refresh),
        () if has("idtoken") => Some(Role::Id),
        () if has("accesstoken") => Some(Role::Access),
        () if words.iter().any(|word| has(word)) => Some(Role::Unsaid),
        () => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{fact, tried_with, value};
    use super::*;
    use crate::evidence::fact::{Basis, FactValue, Limit};

    fn tried(text: &str) -> Result<Reading, No> {
        tried_with(read, text)
    }

    fn said(text: &str) -> Reading {
        tried(text).expect("it is a token")
    }

    fn made(claims: &str) -> String {
        jwt::made(r#"{"alg":"RS256"}"#, claims)
    }

    fn lasting(seconds: u64) -> String {
        let end = 1_700_000_000 + seconds;
        made(&format!(
            r#"{{"sub":"job","client_id":"job","iat":1700000000,"exp":{end}}}"#
        ))
    }

    #[test]
    fn a_token_tells_everything_it_holds() {
        let claims = r#"{"sub":"job","client_id":"job","aud":["a","b"],"scope":"read write",
            "iat":1700000000,"exp":1700000900,"cnf":{"jkt":"x"}}"#;
        let reading = said(&format!("Bearer {}", made(claims)));
        let lifetime = fact(&reading, "machine-token-lifetime");
        assert_eq!(lifetime.value, FactValue::Duration(900.0));
        assert_eq!(
            (lifetime.basis, lifetime.about.as_deref()),
            (Basis::Measured, Some("job"))
        );
        assert_eq!(
            value(&reading, "token-audiences"),
            Some(FactValue::Count(2))
        );
        assert_eq!(
            value(&reading, "token-sender-constrained"),
            Some(FactValue::Holds(true))
        );
        assert_eq!(
            value(&reading, "token-expires"),
            Some(FactValue::Holds(true))
        );
        let names = |names: [&str; 2]| FactValue::Set(names.map(str::to_owned).into());
        assert_eq!(
            value(&reading, "token-scopes"),
            Some(names(["read", "write"]))
        );
        let algorithms = FactValue::Set(["RS256".to_owned()].into());
        assert_eq!(value(&reading, "token-algorithms"), Some(algorithms));
        assert_eq!(reading.anomalies, []);
    }

    #[test]
    fn each_kind_of_token_has_its_own_lifetime() {
        let cases = [
            (r#""email":"a@example.com""#, "user-token-lifetime"),
            (
                r#""email":"a@example.com","nonce":"n""#,
                "id-token-lifetime",
            ),
            (r#""typ":"Refresh""#, "refresh-token-lifetime"),
            (r#""sub":"a""#, "machine-token-lifetime"),
        ];
        for (claims, name) in cases {
            let text = made(&format!(
                r#"{{{claims},"iat":1700000000,"exp":1700000060}}"#
            ));
            let reading = said(&text);
            let lifetimes = reading
                .facts
                .iter()
                .filter(|fact| fact.name.ends_with("lifetime"));
            let names: Vec<&str> = lifetimes.map(|fact| fact.name.as_ref()).collect();
            assert_eq!(names, [name]);
        }
    }

    #[test]
    fn a_token_without_an_end_never_ends() {
        let reading = said(&made(r#"{"sub":"a","iat":1700000000}"#));
        let unlimited = FactValue::Limit(Limit::Unlimited);
        assert_eq!(value(&reading, "machine-token-lifetime"), Some(unlimited));
        assert_eq!(
            value(&reading, "token-expires"),
            Some(FactValue::Holds(false))
        );
    }

    #[test]
    fn a_token_without_issue_has_no_lifetime() {
        let reading = said(&made(r#"{"sub":"a","exp":1700000900}"#));
        assert_eq!(value(&reading, "machine-token-lifetime"), None);
        assert_eq!(
            value(&reading, "token-expires"),
            Some(FactValue::Holds(true))
        );
    }

    #[test]
    fn of_several_the_longest_counts_with_its_line() {
        for text in [
            format!("{}\n{}\n{}\n", lasting(60), lasting(600), lasting(300)),
            format!(
                "[\"{}\",\n\"{}\",\n\"{}\"]",
                lasting(60),
                lasting(600),
                lasting(300)
            ),
        ] {
            let reading = said(&text);
            let fact = fact(&reading, "machine-token-lifetime");
            assert_eq!(
                (&fact.value, fact.place.line),
                (&FactValue::Duration(600.0), Some(2))
            );
            assert_eq!(reading.items, 3);
        }
    }

    #[test]
    fn a_key_names_the_token_under_it() {
        let text = format!("{{\"id_token\": \"{}\"}}", lasting(60));
        let reading = said(&text);
        assert_eq!(fact(&reading, "id-token-lifetime").place.path, "/id_token");
        let text = format!("{{\"status\": {{\"token\": \"{}\"}}}}", lasting(60));
        let place = &fact(&said(&text), "machine-token-lifetime")
            .place
            .path
            .clone();
        assert_eq!(place, "/status/token");
        let text = format!(
            "{{\"cases\": [{{\"name\": \"a\", \"token\": \"{}\"}}]}}",
            lasting(60)
        );
        assert_eq!(said(&text).items, 1);
    }

    #[test]
    fn an_unsigned_token_is_read_and_odd() {
        let token = jwt::made(r#"{"alg":"none"}"#, r#"{"sub":"a"}"#);
        let reading = said(token.trim_end_matches("c2ln"));
        assert!(reading.anomalies[0].what.contains("not signed"));
        let algorithms = FactValue::Set(["none".to_owned()].into());
        assert_eq!(value(&reading, "token-algorithms"), Some(algorithms));
    }

    #[test]
    fn an_encrypted_token_tells_only_that() {
        let header = jwt::made(r#"{"alg":"RSA-OAEP","enc":"A256GCM"}"#, "{}");
        let header = header.split('.').next().expect("it has a header");
        let reading = said(&format!("{header}.a2V5.aXY.dGV4dA.dGFn"));
        assert_eq!(reading.facts, []);
        assert!(reading.partial[0].contains("encrypted"));
    }

    #[test]
    fn claims_that_stand_twice_are_told() {
        let reading = said(&made(r#"{"sub":"a","exp":1700000900,"exp":1}"#));
        assert!(
            reading
                .anomalies
                .iter()
                .any(|odd| odd.what.contains("`exp` stands twice"))
        );
    }

    #[test]
    fn nothing_of_a_person_or_a_signature_leaves() {
        let claims = r#"{"sub":"hunter2","email":"hunter2@example.com","sid":"hunter2","jti":"hunter2",
            "iat":1700000000,"exp":1700000900}"#;
        let told = format!("{:?}", said(&made(claims)));
        assert!(
            !told.contains("hunter2") && !told.contains("c2ln"),
            "{told}"
        );
    }

    #[test]
    fn a_token_from_a_call_is_read() {
        for text in [
            format!("Authorization: Bearer {}\n", lasting(60)),
            format!("\"{}\"", lasting(60)),
        ] {
            assert_eq!(said(&text).items, 1, "{text}");
        }
    }

    #[test]
    fn a_line_that_is_no_token_is_refused() {
        let text = format!("{}\nhunter2\n", lasting(60));
        let Err(No::Broken(refusal)) = tried(&text) else {
            panic!("it is refused");
        };
        assert_eq!(refusal.line, Some(2));
    }

    #[test]
    fn other_files_are_left_alone() {
        let token = lasting(60);
        for text in [
            "some words".to_owned(),
            "a,b\n1,2".to_owned(),
            format!("{{\"note\": \"{token}\"}}"),
            format!("[{{\"token\": \"{token}\"}}, {{\"user\": \"a\"}}]"),
            format!("{{\"a\": {{\"b\": {{\"token\": \"{token}\"}}}}}}"),
            format!("{{\"token\": \"{token}\"}}\n{{\"event\": \"a\"}}"),
            "{\"token\": \"opaque\"}".to_owned(),
        ] {
            assert!(matches!(tried(&text), Err(No::NotMine(_))), "{text}");
        }
    }
}

//! Applications and service principals with their secrets and certificates.
//!
//! An application and its service principals can each hold credentials of their own, so a file with one kind
//! only never shows that something is absent. A date in the year 2299 is how Entra writes "never".

mod credential;
mod facts;

use std::collections::{BTreeMap, BTreeSet};

use self::credential::{Credential, End, Kind, credentials};
use self::facts::Facts;
use super::{Counted, Objects, field, odd, tell, word};
use crate::evidence::input::json::{Document, Json};
use crate::evidence::input::{Input, No};
use crate::evidence::reading::{Context, Reading};

/// What the objects of one application id hold together.
struct App<'d> {
    json: &'d Json<'d>,
    /// Whether each of its objects lists both its secrets and its certificates.
    lists_all: bool,
    holds_secret: bool,
    holds_certificate: bool,
    /// Whether it trusts another provider instead; none where the file does not tell.
    is_federated: Option<bool>,
    /// Whether it has an owner; none where the file does not tell.
    is_owned: Option<bool>,
}

/// Reads applications and service principals.
pub(super) fn read(input: &mut Input<'_>, context: &Context) -> Result<Reading, No> {
    let document = input.json()?;
    let found = Objects::find(document, is_app, &["#applications", "#servicePrincipals"]);
    let found = found.ok_or_else(|| {
        No::not_mine("no object has `appId` beside `passwordCredentials` or `keyCredentials`")
    })?;
    let mut reading = found.reading(document, "applications", context);
    if found.all.is_empty() {
        return Ok(found.nothing(reading, document, "active-keys"));
    }
    if !found.is_list {
        reading.not_whole("it holds single applications: the others are missing");
    }
    let (principals, applications): (Vec<&Json>, Vec<&Json>) =
        found.all.iter().partition(|app| is_principal(app));
    let is_whole = !principals.is_empty()
        && !applications.is_empty()
        && found.all.iter().all(|app| lists_all(app));
    let tally = tally(&found, document, &mut reading);
    let facts = Facts {
        document,
        holder: found.holder,
        tally: &tally,
    };
    facts.say(&mut reading);
    for fact in &mut reading.facts {
        fact.is_whole &= is_whole;
    }
    Ok(reading.finished())
}

/// Where secrets and certificates stand.
const LISTS: [&str; 2] = ["passwordCredentials", "keyCredentials"];

fn lists(object: &Json, key: &str) -> bool {
    field(object, key).is_some_and(Json::is_list)
}

fn is_app(object: &Json) -> bool {
    word(object, "appId").is_some() && LISTS.iter().any(|key| lists(object, key))
}

/// Whether an object has both lists: a reply can leave one out.
fn lists_all(object: &Json) -> bool {
    LISTS.iter().all(|key| lists(object, key))
}

fn is_principal(object: &Json) -> bool {
    let keys = [
        "servicePrincipalType",
        "servicePrincipalNames",
        "appOwnerOrganizationId",
    ];
    word(object, "@odata.type").is_some_and(|kind| kind.ends_with("servicePrincipal"))
        || keys.iter().any(|key| field(object, key).is_some())
}

/// Everything that is counted.
struct Tally<'d> {
    /// Those that have not ended, as far as the file says.
    valid: Vec<Credential<'d>>,
    expired: Counted<'d>,
    apps: BTreeMap<String, App<'d>>,
    /// Whether any object lists its secrets.
    lists_secrets: bool,
}

fn tally<'d>(found: &Objects<'d>, document: &Document, reading: &mut Reading) -> Tally<'d> {
    let mut tally = Tally {
        valid: vec![],
        expired: Counted::default(),
        apps: BTreeMap::new(),
        lists_secrets: found.all.iter().any(|app| lists(app, LISTS[0])),
    };
    let mut seen = BTreeSet::new();
    let mut odds = Odds::default();
    for json in found.all.iter().copied() {
        if word(json, "id").is_some_and(|id| !seen.insert(id)) {
            odd(reading, document, "an application stands twice", json);
            continue;
        }
        let id = word(json, "appId").unwrap_or_default().to_ascii_lowercase();
        let app = tally.apps.entry(id).or_insert_with(|| App::new(json));
        app.join(json);
        for credential in credentials(json) {
            odds.see(&credential, reading);
            let is_valid = match credential.end {
                End::At(end) => end.at > reading.as_of.at,
                End::Never | End::Unknown => true,
            };
            if !is_valid {
                tally.expired.add(credential.json);
                continue;
            }
            app.holds_secret |= credential.kind == Kind::Secret;
            app.holds_certificate |= credential.kind == Kind::Certificate;
            tally.valid.push(credential);
        }
    }
    odds.tell(document, reading);
    tally
}

impl<'d> App<'d> {
    fn new(json: &'d Json<'d>) -> Self {
        Self {
            json,
            lists_all: true,
            holds_secret: false,
            holds_certificate: false,
            is_federated: None,
            is_owned: None,
        }
    }

    /// Adds what another object of the same application holds.
    fn join(&mut self, json: &Json) {
        let has = |key: &str| {
            let list = field(json, key).filter(|list| list.is_list())?;
            Some(!list.items().is_empty())
        };
        let either = |a: Option<bool>, b: Option<bool>| a.max(b);
        self.is_federated = either(self.is_federated, has("federatedIdentityCredentials"));
        self.is_owned = either(self.is_owned, has("owners"));
        self.lists_all &= lists_all(json);
    }

    /// Whether it can sign in: what is past its end lets nobody in.
    fn signs_in(&self) -> bool {
        self.holds_secret || self.holds_certificate || self.is_federated == Some(true)
    }
}

/// What is odd about credentials.
#[derive(Default)]
struct Odds<'d> {
    endless: Counted<'d>,
    startless: Counted<'d>,
    early: Counted<'d>,
    turned: Counted<'d>,
}

impl<'d> Odds<'d> {
    fn see(&mut self, credential: &Credential<'d>, reading: &Reading) {
        let json = credential.json;
        match credential.start {
            None => self.startless.add(json),
            Some(start) if start.at > reading.as_of.at => self.early.add(json),
            Some(_) => {}
        }
        match (credential.start, credential.end) {
            (_, End::Unknown) => self.endless.add(json),
            (Some(start), End::At(end)) if end.at <= start.at => self.turned.add(json),
            _ => {}
        }
    }

    fn tell(&self, document: &Document, reading: &mut Reading) {
        for (of, what) in [
            (&self.endless, "without a readable end, counted as valid"),
            (&self.startless, "without a readable start"),
            (&self.early, "starting after the day of the file"),
            (&self.turned, "ending before it starts"),
        ] {
            tell(reading, document, of, "credential", what);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{fact, read, value};
    use super::*;
    use crate::evidence::fact::{FactValue, Limit};
    use crate::evidence::time::DAY;

    /// An application with these secrets and keys, each from a start to an end.
    fn app(id: &str, secrets: &[(&str, &str)], keys: &[(&str, &str)]) -> String {
        let list = |kind: &str, held: &[(&str, &str)]| {
            let held = held.iter().enumerate().map(|(at, (start, end))| {
                format!(
                    r#"{{"keyId": "{id}-{kind}-0000{at}", "startDateTime": "{start}", "endDateTime": {end}}}"#
                )
            });
            held.collect::<Vec<_>>().join(",")
        };
        format!(
            r#"{{"id": "o-{id}", "appId": "{id}", "displayName": "App {id}",
              "passwordCredentials": [{}], "keyCredentials": [{}]}}"#,
            list("s", secrets),
            list("k", keys)
        )
    }

    fn list(apps: &[String]) -> Reading {
        let text = format!(r#"{{"value": [{}]}}"#, apps.join(","));
        read("applications", &text).expect("applications")
    }

    fn principal(id: &str) -> String {
        app(id, &[], &[]).replace(
            r#""id": "o-"#,
            r#""servicePrincipalType": "Application", "id": "s-"#,
        )
    }

    const START: &str = "2026-01-01T00:00:00.5789369Z";
    const LATER: &str = r#""2027-01-01T00:00:00.5789369Z""#;
    const PAST: &str = r#""2026-06-01T00:00:00Z""#;
    const NEVER: &str = r#""2299-12-31T00:00:00Z""#;

    fn limit(reading: &Reading, name: &str) -> Option<Limit> {
        match value(reading, name)? {
            FactValue::Limit(limit) => Some(limit),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn the_year_2299_is_never() {
        let reading = list(&[app(
            "a",
            &[(START, NEVER), (START, LATER)],
            &[(START, LATER)],
        )]);
        assert_eq!(
            limit(&reading, "longest-secret-life"),
            Some(Limit::Unlimited)
        );
        let year = Limit::Finite(365.0 * DAY);
        assert_eq!(limit(&reading, "longest-certificate-life"), Some(year));
        let share = FactValue::Share { part: 1, of: 2 };
        assert_eq!(value(&reading, "secrets-with-expiry"), Some(share));
        assert_eq!(
            value(&reading, "keys-without-expiry"),
            Some(FactValue::Count(1))
        );
        let fact = fact(&reading, "longest-secret-life").expect("it is said");
        assert_eq!(fact.about.as_deref(), Some("App a, key …0000"));
        assert_eq!(fact.place.path, "/value/0/passwordCredentials/0");
    }

    #[test]
    fn a_credential_ends_on_its_last_second() {
        // The day of the file counts to 23:59:59.
        for (end, expired) in [("23:59:59", 1), ("23:59:59.5", 0)] {
            let end = format!(r#""2026-11-22T{end}Z""#);
            let reading = list(&[app("a", &[(START, &end)], &[])]);
            assert_eq!(
                value(&reading, "expired-credentials"),
                Some(FactValue::Count(expired))
            );
            assert_eq!(
                value(&reading, "active-keys"),
                Some(FactValue::Count(1 - expired))
            );
        }
    }

    #[test]
    fn applications_that_use_a_secret_are_a_share_of_those_with_a_credential() {
        let reading = list(&[
            app("a", &[(START, LATER)], &[(START, LATER)]),
            app("b", &[(START, PAST)], &[(START, LATER)]),
            app("c", &[], &[]),
            app("d", &[(START, PAST)], &[]),
        ]);
        let share = FactValue::Share { part: 1, of: 2 };
        assert_eq!(value(&reading, "apps-with-secrets"), Some(share));
    }

    #[test]
    fn a_missing_end_is_no_pass() {
        for end in ["null", r#""soon""#] {
            let reading = list(&[app("a", &[(START, end)], &[]), principal("a")]);
            assert_eq!(
                limit(&reading, "longest-secret-life"),
                Some(Limit::Unknown),
                "{end}"
            );
            assert_eq!(value(&reading, "secrets-with-expiry"), None, "{end}");
            assert_eq!(
                value(&reading, "active-keys"),
                Some(FactValue::Count(1)),
                "{end}"
            );
            assert!(
                reading.anomalies[0].what.contains("without a readable end"),
                "{end}"
            );
        }
        let known = list(&[
            app("a", &[(START, LATER), (START, "null")], &[]),
            principal("a"),
        ]);
        let longest = fact(&known, "longest-secret-life").expect("it is said");
        assert_eq!(longest.value, FactValue::Limit(Limit::Finite(365.0 * DAY)));
        assert!(!longest.is_whole);
    }

    #[test]
    fn ages_count_from_the_start_and_a_later_start_is_odd() {
        let old = app(
            "a",
            &[
                ("2026-08-24T00:00:00Z", LATER),
                ("2026-08-23T23:59:59Z", LATER),
            ],
            &[],
        );
        let reading = list(&[old, principal("a")]);
        let oldest = fact(&reading, "oldest-active-key-age").expect("it is said");
        assert_eq!(oldest.value, FactValue::Duration(90.0 * DAY + 1.0));
        assert_eq!(
            value(&reading, "keys-over-90-days"),
            Some(FactValue::Count(1))
        );
        assert!(oldest.is_whole);

        let future = list(&[
            app("a", &[("2026-12-01T00:00:00Z", LATER)], &[]),
            principal("a"),
        ]);
        assert_eq!(value(&future, "oldest-active-key-age"), None);
        assert!(
            !fact(&future, "keys-over-90-days")
                .expect("it is said")
                .is_whole
        );
        assert!(future.anomalies[0].what.contains("starting after the day"));
    }

    #[test]
    fn an_end_before_the_start_is_odd_and_no_life() {
        let reading = list(&[app("a", &[("2027-06-01T00:00:00Z", LATER)], &[])]);
        assert_eq!(limit(&reading, "longest-secret-life"), Some(Limit::Unknown));
        assert!(
            reading
                .anomalies
                .iter()
                .any(|odd| odd.what.contains("ending before"))
        );
    }

    #[test]
    fn one_kind_of_object_is_a_part() {
        let one = app("a", &[(START, LATER)], &[]);
        assert!(
            list(std::slice::from_ref(&one))
                .facts
                .iter()
                .all(|fact| !fact.is_whole)
        );
        let both = list(&[one, principal("a")]);
        assert!(
            both.facts.iter().all(|fact| fact.is_whole),
            "{:?}",
            both.facts
        );
        assert_eq!(
            value(&both, "apps-with-secrets"),
            Some(FactValue::Share { part: 1, of: 1 })
        );
    }

    #[test]
    fn the_password_of_a_signing_certificate_signs_nobody_in() {
        let text = r#"[{"appId": "a", "servicePrincipalType": "Application",
            "passwordCredentials": [{"keyId": "k1", "endDateTime": "2029-01-01T00:00:00Z"}],
            "keyCredentials": [{"keyId": "k1", "usage": "Sign", "endDateTime": "2029-01-01T00:00:00Z"},
                               {"keyId": "k2", "usage": "Verify", "endDateTime": "2029-01-01T00:00:00Z"}]}]"#;
        let share = |text: &str| {
            let reading = read("applications", text).expect("applications");
            value(&reading, "apps-with-secrets")
        };
        assert_eq!(share(text), Some(FactValue::Share { part: 0, of: 1 }));
        let other = text.replacen("k1", "k9", 1);
        assert_eq!(share(&other), Some(FactValue::Share { part: 1, of: 1 }));
    }

    #[test]
    fn owners_and_federation_count_where_the_reply_expands_them() {
        let silent = list(&[app("a", &[(START, LATER)], &[])]);
        assert_eq!(value(&silent, "identities-owned"), None);
        assert_eq!(value(&silent, "federated-identities"), None);

        let expand = |app: String, more: &str| app.replacen('{', &format!("{{{more},"), 1);
        let reading = list(&[
            expand(
                app("a", &[], &[]),
                r#""owners": [{"id": "o"}], "federatedIdentityCredentials": [{"id": "f"}]"#,
            ),
            expand(
                app("b", &[(START, LATER)], &[]),
                r#""owners": [], "federatedIdentityCredentials": [{"id": "f"}]"#,
            ),
        ]);
        let half = Some(FactValue::Share { part: 1, of: 2 });
        assert_eq!(value(&reading, "identities-owned"), half);
        assert_eq!(value(&reading, "federated-identities"), half);
        assert_eq!(
            value(&reading, "identities-without-owner"),
            Some(FactValue::Count(1))
        );
    }

    #[test]
    fn doubled_keys_and_doubled_applications_are_odd() {
        let one = app("a", &[(START, LATER)], &[]);
        let doubled = one.replacen(r#""displayName""#, r#""appId": "a", "displayName""#, 1);
        let reading = list(&[doubled, one]);
        assert_eq!(value(&reading, "active-keys"), Some(FactValue::Count(1)));
        let odd: Vec<_> = reading
            .anomalies
            .iter()
            .map(|odd| odd.what.as_str())
            .collect();
        assert_eq!(
            odd,
            [
                "key `appId` stands twice in one object",
                "an application stands twice"
            ]
        );
    }

    #[test]
    fn a_list_that_the_reply_leaves_out_is_not_empty() {
        let whole = app("a", &[(START, LATER)], &[(START, LATER)]);
        let secrets = list(&[whole.replace("keyCredentials", "other")]);
        assert_eq!(value(&secrets, "apps-with-secrets"), None);
        assert_eq!(value(&secrets, "active-keys"), Some(FactValue::Count(1)));
        let keys = list(&[whole.replace("passwordCredentials", "other")]);
        assert_eq!(value(&keys, "active-keys"), None);
        assert!(limit(&keys, "longest-certificate-life").is_some());
    }

    #[test]
    fn names_as_powershell_writes_them_are_read() {
        let text =
            r#"{"AppId": "a", "PasswordCredentials": [{"EndDateTime": "2027-01-01T00:00:00Z"}]}"#;
        let reading = read("applications", text).expect("an application");
        assert_eq!(value(&reading, "active-keys"), Some(FactValue::Count(1)));
    }

    #[test]
    fn secrets_in_the_file_are_in_no_fact() {
        let one = app("a", &[(START, LATER)], &[]);
        let one = one.replace(
            r#""keyId""#,
            r#""secretText": "hunter22~hunter22", "keyId""#,
        );
        let reading = list(&[one]);
        assert!(!format!("{reading:?}").contains("hunter22"));
    }
}

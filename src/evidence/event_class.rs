//! Which events of which provider belong to which class, and what they say of credentials and changes.
//!
//! The map is data with a version, `questionnaires/event-classes.yaml`, so that whoever knows more events
//! adds them in a file. A pattern is the name of an event, where `*` stands for anything and case does not
//! count; the first that fits decides, and those of an extra file come before the built-in ones.

mod reader;

use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};

use crate::source::reader::Reader;
use crate::source::tree::parse;
use crate::source::{Problems, Source};

/// The providers whose events are classed by name. OCSF and ECS records bring their class along.
pub const PROVIDERS: [&str; 9] = [
    "okta",
    "cloudtrail",
    "entra",
    "auth0",
    "gcp",
    "github",
    "google-workspace",
    "kubernetes",
    "keycloak",
];

/// The map as it is shipped.
static SHIPPED: &str = include_str!("../../questionnaires/event-classes.yaml");

static BUILT_IN: LazyLock<EventClasses> = LazyLock::new(|| {
    let source = Source::new("questionnaires/event-classes.yaml", SHIPPED);
    EventClasses::parse(&source).expect("the shipped map is sound, as its test shows")
});

/// The map from event names to classes.
#[derive(Debug, Clone, Default)]
pub struct EventClasses {
    version: String,
    rules: BTreeMap<String, Vec<Rule>>,
}

#[derive(Debug, Clone)]
struct Rule {
    patterns: Vec<String>,
    meaning: Meaning,
}

/// What an event is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Meaning {
    /// Its class.
    pub class: Class,
    /// What it means in the life of a credential or token.
    pub life: Option<Life>,
    /// What kind of change it records.
    pub change: Option<Change>,
}

impl Meaning {
    /// An event of a class, and no more.
    pub const fn of(class: Class) -> Self {
        Self {
            class,
            life: None,
            change: None,
        }
    }
}

/// A class of events.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Class {
    /// Sign-ins, their refusal and their end.
    Auth,
    /// Life of accounts, people's passwords and factors.
    Account,
    /// Groups, roles and who has them.
    GroupRole,
    /// Life of keys, secrets and certificates.
    Credential,
    /// Issue, refresh, exchange and revocation of tokens.
    Token,
    /// Policies for access, sign-in, sessions and tokens.
    Policy,
    /// Other settings of the tenant, its trusts and its applications.
    AdminConfig,
    /// Somebody acts for somebody else, support staff among them.
    Delegation,
    /// What is logged, where to, and for how long.
    LogControl,
    /// What machine identities do.
    Workload,
    /// Use of the service by people or machines: calls that change none of the above.
    Activity,
}

impl Class {
    /// Names as YAML and facts write them.
    pub const NAMES: &'static [(&'static str, Self)] = &[
        ("auth", Self::Auth),
        ("account", Self::Account),
        ("group-role", Self::GroupRole),
        ("credential", Self::Credential),
        ("token", Self::Token),
        ("policy", Self::Policy),
        ("admin-config", Self::AdminConfig),
        ("delegation", Self::Delegation),
        ("log-control", Self::LogControl),
        ("workload", Self::Workload),
        ("activity", Self::Activity),
    ];
}

/// An event in the life of a credential or token.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Life {
    /// A new secret, key or certificate of an application or account.
    NewCredential,
    /// A token is issued; to whom, the actor of the event tells.
    Issue,
    /// A token is issued to a machine.
    MachineIssue,
    /// A token is issued on a person's sign-in.
    UserIssue,
    /// A refresh token is used.
    Refresh,
    /// A token or credential is revoked.
    Revoke,
    /// A token request or the authentication of a client is refused.
    Refusal,
}

impl Life {
    /// Names as YAML and facts write them; facts never hold `issue`.
    pub const NAMES: &'static [(&'static str, Self)] = &[
        ("new-credential", Self::NewCredential),
        ("issue", Self::Issue),
        ("machine-issue", Self::MachineIssue),
        ("user-issue", Self::UserIssue),
        ("refresh", Self::Refresh),
        ("revoke", Self::Revoke),
        ("refusal", Self::Refusal),
    ];
}

/// A kind of change by which access is won without a sign-in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Change {
    /// Sign-in, session, token and access policies.
    Policy,
    /// Role definitions and assignments.
    Role,
    /// Federation trust, signing keys, domains.
    Trust,
    /// Consent and permissions of applications.
    Consent,
}

impl Change {
    /// Names as YAML and facts write them.
    pub const NAMES: &'static [(&'static str, Self)] = &[
        ("policy", Self::Policy),
        ("role", Self::Role),
        ("trust", Self::Trust),
        ("consent", Self::Consent),
    ];
}

impl EventClasses {
    /// The map that is shipped; it is read on first use.
    pub fn built_in() -> &'static Self {
        &BUILT_IN
    }

    /// The shipped map, with the rules of a file before its own.
    ///
    /// # Errors
    ///
    /// Every problem of the file.
    pub fn extended(source: &Arc<Source>) -> Result<Self, Problems> {
        let mut extended = Self::parse(source)?;
        let own = Self::built_in();
        for (provider, rules) in &own.rules {
            let all = extended.rules.entry(provider.clone()).or_default();
            all.extend(rules.iter().cloned());
        }
        extended.version = format!("{}, with {}", own.version, extended.version);
        Ok(extended)
    }

    /// The version of the map, and that of the file that extends it.
    pub fn version(&self) -> &str {
        &self.version
    }

    /// What an event of a provider is about; none for a name that no pattern fits.
    pub fn meaning(&self, provider: &str, name: &str) -> Option<Meaning> {
        let fits = |rule: &&Rule| rule.patterns.iter().any(|pattern| fits(pattern, name));
        let rule = self.rules.get(provider)?.iter().find(fits)?;
        Some(rule.meaning)
    }

    fn parse(source: &Arc<Source>) -> Result<Self, Problems> {
        let tree = parse(source)?;
        let reader = Reader::new(source);
        let map = reader::read(&reader, &tree);
        match Problems::collect(reader.into_problems()) {
            Some(problems) => Err(problems),
            None => Ok(map.expect("a reader that gives nothing has noted why")),
        }
    }
}

/// Whether a pattern fits the whole of a name.
///
/// On a mismatch it goes back to the last `*` only, so the time is at most the product of both lengths.
fn fits(pattern: &str, name: &str) -> bool {
    let (pattern, name) = (pattern.as_bytes(), name.as_bytes());
    let (mut p, mut n) = (0, 0);
    let mut star: Option<(usize, usize)> = None;
    while n < name.len() {
        match pattern.get(p) {
            Some(b'*') => {
                star = Some((p, n));
                p += 1;
            }
            Some(byte) if byte.eq_ignore_ascii_case(&name[n]) => {
                p += 1;
                n += 1;
            }
            _ => match &mut star {
                Some((at, from)) => {
                    *from += 1;
                    (p, n) = (*at + 1, *from);
                }
                None => return false,
            },
        }
    }
    pattern[p..].iter().all(|byte| *byte == b'*')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Style;

    fn class(provider: &str, name: &str) -> Option<Class> {
        let meaning = EventClasses::built_in().meaning(provider, name);
        meaning.map(|meaning| meaning.class)
    }

    #[test]
    fn a_star_stands_for_anything_and_case_does_not_count() {
        for (pattern, name) in [
            ("user.session.*", "user.session.start"),
            ("*SetIamPolicy", "google.iam.admin.v1.SetIAMPolicy"),
            ("*", ""),
            ("a*b*c", "aXbXbc"),
            ("a*", "a"),
        ] {
            assert!(fits(pattern, name), "{pattern} {name}");
        }
        for (pattern, name) in [
            ("user.session", "user.session.start"),
            ("a*b", "abc"),
            ("a", ""),
            ("", "a"),
            ("a*bc", "abcb"),
        ] {
            assert!(!fits(pattern, name), "{pattern} {name}");
        }
    }

    #[test]
    fn the_shipped_map_knows_every_provider() {
        let map = EventClasses::built_in();
        let known: Vec<&str> = map.rules.keys().map(String::as_str).collect();
        let mut all = PROVIDERS;
        all.sort_unstable();
        assert_eq!(known, all);
        assert!(!map.version().is_empty());
    }

    #[test]
    fn the_events_that_matter_most_have_their_class() {
        for (provider, name, expected) in [
            ("okta", "user.session.start", Class::Auth),
            ("okta", "system.api_token.create", Class::Credential),
            (
                "okta",
                "system.log_stream.lifecycle.delete",
                Class::LogControl,
            ),
            ("cloudtrail", "iam:CreateAccessKey", Class::Credential),
            ("cloudtrail", "iam:CreateUser", Class::Account),
            ("cloudtrail", "iam:AttachUserPolicy", Class::Policy),
            ("cloudtrail", "sts:AssumeRole", Class::Token),
            ("cloudtrail", "cloudtrail:StopLogging", Class::LogControl),
            (
                "entra",
                "AuditLogs:Add service principal credentials",
                Class::Credential,
            ),
            ("entra", "AuditLogs:Add member to role", Class::GroupRole),
            (
                "entra",
                "AuditLogs:Update conditional access policy",
                Class::Policy,
            ),
            (
                "entra",
                "Administrative:MICROSOFT.INSIGHTS/DIAGNOSTICSETTINGS/DELETE",
                Class::LogControl,
            ),
            ("auth0", "seccft", Class::Token),
            ("auth0", "sapi:Create a role", Class::GroupRole),
            (
                "gcp",
                "google.iam.admin.v1.CreateServiceAccountKey",
                Class::Credential,
            ),
            (
                "gcp",
                "google.logging.v2.ConfigServiceV2.DeleteSink",
                Class::LogControl,
            ),
            (
                "github",
                "personal_access_token.access_granted",
                Class::Credential,
            ),
            (
                "google-workspace",
                "admin:USER_SETTINGS:CREATE_USER",
                Class::Account,
            ),
            ("kubernetes", "create:serviceaccounts/token", Class::Token),
            ("keycloak", "CLIENT_LOGIN", Class::Token),
        ] {
            assert_eq!(class(provider, name), Some(expected), "{provider} {name}");
        }
        assert_eq!(class("okta", "core.surprise"), None);
        assert_eq!(class("unheard-of", "user.session.start"), None);
    }

    #[test]
    fn the_patterns_of_an_extra_file_go_first() {
        let text = "format: 1\nversion: own 3\nproviders:\n  okta:\n    - {class: delegation, events: [user.session.*]}\n";
        let map = EventClasses::extended(&Source::new("own.yaml", text)).expect("it is sound");
        let class = |name| map.meaning("okta", name).map(|meaning| meaning.class);
        assert_eq!(class("user.session.start"), Some(Class::Delegation));
        assert_eq!(class("system.api_token.create"), Some(Class::Credential));
        assert!(map.version().ends_with("own 3"), "{}", map.version());
    }

    #[test]
    fn every_problem_of_an_extra_file_is_told_at_once() {
        let text = "format: 1\nversion: own\nproviders:\n  otka:\n    - {class: auth, events: [a]}\n  okta:\n    - {class: login, events: []}\n";
        let problems = EventClasses::extended(&Source::new("own.yaml", text)).expect_err("three");
        insta::assert_snapshot!(problems.show(Style::Plain), @r"
        error[wrong-value]: unknown provider `otka`
         --> own.yaml:4:3
          |
        4 |   otka:
          |   ^^^^
          |
          = help: did you mean `okta`?

        error[wrong-value]: unknown value `login`
         --> own.yaml:7:15
          |
        7 |     - {class: login, events: []}
          |               ^^^^^
          |
          = help: use one of: auth, account, group-role, credential, token, policy, admin-config, delegation, log-control, workload, activity

        error[wrong-value]: expected names of events, found none
         --> own.yaml:7:30
          |
        7 |     - {class: login, events: []}
          |                              ^
          |
          = help: name at least one, such as `user.session.*`
        ");
    }
}

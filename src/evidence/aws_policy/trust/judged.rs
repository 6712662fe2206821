//! What a trust lets in, and what that says of who uses the role.

use crate::evidence::aws_keys::found::Found;
use crate::evidence::aws_policy::statement::{Condition, Policy, Principal, Statement};
use crate::evidence::fact::{Basis, Place};
use crate::evidence::reading::Reading;

/// Who uses a role, a user or a group.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::evidence::aws_policy) enum Holder {
    /// A workload, a service or another account's software.
    Machine,
    /// People.
    Person,
    /// The file does not tell.
    Unknown,
}

/// What a trust lets in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::evidence::aws_policy) struct Trust {
    is_open: bool,
    is_narrowed: bool,
    lacks_subject: bool,
    /// Who uses the role.
    pub holder: Holder,
}

/// Actions that give a role away, in small letters.
const ASSUME: [&str; 3] = ["sts:assumerole", WEB, "sts:assumerolewithsaml"];
const WEB: &str = "sts:assumerolewithwebidentity";

impl Trust {
    /// Judges a trust policy.
    pub(in crate::evidence::aws_policy) fn of(policy: &Policy) -> Self {
        let mut trust = Self {
            is_open: false,
            is_narrowed: false,
            lacks_subject: false,
            holder: Holder::Unknown,
        };
        let gives = |one: &&Statement| ASSUME.iter().any(|action| one.covers(action));
        for statement in policy.allowing().filter(gives) {
            if statement.principals.contains(&Principal::Anyone) {
                trust.is_open |= !statement.is_narrowed();
                trust.is_narrowed |= statement.is_narrowed();
            }
            let is_federated = statement.principals.iter().any(is_web);
            trust.lacks_subject |= is_federated && statement.covers(WEB) && !has_subject(statement);
            trust.holder = trust.holder.min(holder(statement));
        }
        trust
    }
}

/// Whether it is a provider of web identities: any but SAML.
fn is_web(principal: &Principal) -> bool {
    matches!(principal, Principal::Federated(name) if !name.contains(":saml-provider/"))
}

/// Whether a condition asks for a subject: under a key that names one, with a comparison that fails for
/// others, and a pattern that not everybody matches.
fn has_subject(statement: &Statement) -> bool {
    // Login with Amazon and Facebook name the subject otherwise than OpenID Connect does.
    let is_key = |key: &str| {
        key.ends_with(":sub") || ["www.amazon.com:user_id", "graph.facebook.com:id"].contains(&key)
    };
    let mut conditions = statement.conditions.iter();
    conditions.any(|one| is_key(&one.key) && compares(one))
}

fn compares(condition: &Condition) -> bool {
    let operator = condition.operator.trim_end_matches("ifexists");
    let operator = operator.rsplit(':').next().unwrap_or_default();
    let is_exact = matches!(operator, "stringequals" | "stringequalsignorecase");
    let is_pattern = operator == "stringlike";
    // `repo:*` is every repository of a public forge.
    let is_anybody = |value: &String| {
        let value = value.strip_prefix("repo:").unwrap_or(value);
        value.is_empty() || value.starts_with('*') && value.bytes().all(|b| b"*?/:".contains(&b))
    };
    let is_open = is_pattern && condition.values.iter().any(is_anybody);
    (is_exact || is_pattern) && !condition.values.is_empty() && !is_open
}

/// Who comes through a statement: people come through SAML, or have to show a second factor.
fn holder(statement: &Statement) -> Holder {
    let is_mfa = |one: &Condition| one.key.starts_with("aws:multifactorauth");
    let with_mfa = statement.conditions.iter().any(is_mfa);
    let of = |principal: &Principal| match principal {
        Principal::Service => Holder::Machine,
        Principal::Federated(name) if name.starts_with("cognito-identity") => Holder::Unknown,
        Principal::Federated(_) if is_web(principal) => Holder::Machine,
        Principal::Federated(_) => Holder::Person,
        Principal::Aws if with_mfa => Holder::Person,
        Principal::Aws => Holder::Machine,
        Principal::Anyone | Principal::Other => Holder::Unknown,
    };
    let holders = statement.principals.iter().map(of);
    holders.min().unwrap_or(Holder::Unknown)
}

/// The trusts of the roles of a file.
#[derive(Debug, Default)]
pub(in crate::evidence::aws_policy) struct Trusts {
    open: Found,
    without_subject: Found,
}

impl Trusts {
    /// Counts the trust of a role that stands there.
    pub(in crate::evidence::aws_policy) fn add(
        &mut self,
        trust: &Trust,
        place: &Place,
        reading: &mut Reading,
    ) {
        if trust.is_open {
            self.open.add(place);
        }
        if trust.lacks_subject {
            self.without_subject.add(place);
        }
        if trust.is_narrowed {
            let what = "a trust open to anybody is narrowed by a condition; it is not counted";
            reading.odd(what, place.clone());
        }
    }

    /// Says it.
    pub(in crate::evidence::aws_policy) fn say(
        &self,
        basis: Basis,
        is_part: bool,
        whole: &Place,
        reading: &mut Reading,
    ) {
        for (name, found) in [
            ("trusts-without-subject", &self.without_subject),
            ("trusts-open", &self.open),
        ] {
            let fact = found.fact(name, basis, whole);
            reading.say(match is_part {
                true => fact.in_part(),
                false => fact,
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evidence::input::json::Document;

    fn trust(statement: &str) -> Trust {
        let text = format!("{{\"Statement\": [{{\"Effect\": \"Allow\", {statement}}}]}}");
        let document = Document::parse(&text).expect("it is JSON");
        Trust::of(&Policy::of(&document.roots()[0]).expect("a policy"))
    }

    #[test]
    fn a_trust_without_principal_or_condition_is_open() {
        for (statement, is_open, is_narrowed) in [
            (
                r#""Principal": "*", "Action": "sts:AssumeRole""#,
                true,
                false,
            ),
            (
                r#""Principal": {"AWS": ["*"]}, "Action": "sts:*""#,
                true,
                false,
            ),
            (
                r#""NotPrincipal": {"AWS": "1"}, "Action": "sts:AssumeRole""#,
                true,
                false,
            ),
            (
                r#""Principal": "*", "Action": "sts:TagSession""#,
                false,
                false,
            ),
            (
                r#""Principal": {"AWS": "111122223333"}, "Action": "sts:AssumeRole""#,
                false,
                false,
            ),
            (
                r#""Principal": "*", "Action": "sts:AssumeRole", "Condition": {"StringEquals": {"aws:PrincipalOrgID": "o-1"}}"#,
                false,
                true,
            ),
        ] {
            let trust = trust(statement);
            assert_eq!(
                (trust.is_open, trust.is_narrowed),
                (is_open, is_narrowed),
                "{statement}"
            );
        }
    }

    #[test]
    fn a_federated_trust_needs_a_subject_that_not_everybody_has() {
        let web = |condition: &str| {
            let condition = format!("\"Condition\": {{{condition}}}");
            trust(&format!(
                "\"Principal\": {{\"Federated\": \"arn:aws:iam::1:oidc-provider/ci.example.com\"}},\
                 \"Action\": \"sts:AssumeRoleWithWebIdentity\", {condition}"
            ))
            .lacks_subject
        };
        for (condition, lacks) in [
            ("", true),
            (r#""StringEquals": {"ci.example.com:aud": "sts"}"#, true),
            (
                r#""StringEquals": {"ci.example.com:sub": "repo:a/b:ref"}"#,
                false,
            ),
            (
                r#""StringLike": {"CI.example.com:SUB": ["repo:a/*"]}"#,
                false,
            ),
            (
                r#""ForAnyValue:StringLikeIfExists": {"ci.example.com:sub": "repo:a/*"}"#,
                false,
            ),
            (r#""StringLike": {"ci.example.com:sub": "*"}"#, true),
            (
                r#""StringLike": {"ci.example.com:sub": ["repo:a/*", "repo:*/*"]}"#,
                true,
            ),
            (
                r#""StringNotEquals": {"ci.example.com:sub": "repo:a/b"}"#,
                true,
            ),
            (r#""Null": {"ci.example.com:sub": "false"}"#, true),
            (r#""StringEquals": {"ci.example.com:sub": []}"#, true),
        ] {
            assert_eq!(web(condition), lacks, "{condition}");
        }
    }

    #[test]
    fn saml_needs_no_subject_and_is_for_people() {
        let saml = trust(
            r#""Principal": {"Federated": "arn:aws:iam::1:saml-provider/idp"}, "Action": "sts:AssumeRoleWithSAML""#,
        );
        assert_eq!((saml.lacks_subject, saml.holder), (false, Holder::Person));
    }

    #[test]
    fn the_trust_tells_who_uses_the_role() {
        for (statement, holder) in [
            (
                r#""Principal": {"Service": "ec2.amazonaws.com"}"#,
                Holder::Machine,
            ),
            (
                r#""Principal": {"AWS": "arn:aws:iam::1:root"}"#,
                Holder::Machine,
            ),
            (
                r#""Principal": {"AWS": "1"}, "Condition": {"Bool": {"aws:MultiFactorAuthPresent": "true"}}"#,
                Holder::Person,
            ),
            (
                r#""Principal": {"Federated": "cognito-identity.amazonaws.com"}"#,
                Holder::Unknown,
            ),
            (r#""Principal": "*""#, Holder::Unknown),
        ] {
            let trust = trust(&format!("\"Action\": \"sts:AssumeRole*\", {statement}"));
            assert_eq!(trust.holder, holder, "{statement}");
        }
    }
}

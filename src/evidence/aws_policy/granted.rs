//! What a policy grants, in the words of the facts, and how many policies grant it.

use super::statement::{Named, Policy};
use crate::evidence::aws_keys::found::Found;
use crate::evidence::fact::{Basis, Place};
use crate::evidence::reading::Reading;

/// What a policy grants.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Grants {
    /// Every action on every resource.
    pub everything: bool,
    /// Every action of a service on every resource.
    pub service: bool,
    /// Every action but a list on every resource, or every action on every resource but a list.
    pub all_but: bool,
    /// One of these, but only under a condition.
    pub narrowed: bool,
}

impl Grants {
    /// What a policy grants before boundaries. What it denies is left out: it takes away from other
    /// statements in ways that only the whole account shows.
    pub(super) fn of(policy: &Policy) -> Self {
        let mut grants = Self::default();
        for statement in policy.allowing().filter(|one| one.principals.is_empty()) {
            let everywhere = statement.resources.is_everything();
            let almost = match (&statement.actions, &statement.resources) {
                (Named::AllBut(_), Named::AllBut(_)) => true,
                (Named::AllBut(_), _) => everywhere,
                (actions, Named::AllBut(_)) => actions.is_everything(),
                _ => false,
            };
            let everything = everywhere && statement.actions.is_everything();
            let service = everywhere && statement.actions.is_service();
            if statement.is_narrowed() {
                grants.narrowed |= everything || service || almost;
                continue;
            }
            grants.everything |= everything;
            grants.service |= service;
            grants.all_but |= almost;
        }
        grants
    }
}

/// How many policies grant it.
#[derive(Debug, Default)]
pub(super) struct Granted {
    everything: Found,
    service: Found,
    all_but: Found,
}

impl Granted {
    /// Counts a policy that stands there.
    pub(super) fn add(&mut self, grants: Grants, place: &Place, reading: &mut Reading) {
        let counts = [
            (grants.everything, &mut self.everything),
            (grants.service, &mut self.service),
            (grants.all_but, &mut self.all_but),
        ];
        for (_, found) in counts.into_iter().filter(|(holds, _)| *holds) {
            found.add(place);
        }
        if grants.narrowed {
            let what = "a statement that allows everything, or nearly, is narrowed by a condition; it is not counted";
            reading.odd(what, place.clone());
        }
    }

    /// Says it: before permission boundaries and policies of the organisation.
    pub(super) fn say(&self, basis: Basis, whole: &Place, reading: &mut Reading) {
        for (name, found) in [
            ("wildcard-policies", &self.everything),
            ("service-wildcards", &self.service),
            ("not-action-policies", &self.all_but),
        ] {
            reading.say(found.fact(name, basis, whole).in_part());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evidence::input::json::Document;

    fn grants(statement: &str) -> Grants {
        let text = format!("{{\"Statement\": [{{{statement}}}]}}");
        let document = Document::parse(&text).expect("it is JSON");
        Grants::of(&Policy::of(&document.roots()[0]).expect("a policy"))
    }

    #[test]
    fn each_way_to_grant_too_much_is_its_own() {
        let none = Grants::default();
        let everything = Grants {
            everything: true,
            ..none
        };
        let service = Grants {
            service: true,
            ..none
        };
        let all_but = Grants {
            all_but: true,
            ..none
        };
        let narrowed = Grants {
            narrowed: true,
            ..none
        };
        for (statement, expected) in [
            (
                r#""Effect":"Allow","Action":"*","Resource":"*""#,
                everything,
            ),
            (
                r#""Effect":"Allow","Action":["*:*"],"Resource":["arn:aws:s3:::a","*"]"#,
                everything,
            ),
            (
                r#""Effect":"Allow","Action":"*","Resource":"arn:aws:s3:::a""#,
                none,
            ),
            (r#""Effect":"Deny","Action":"*","Resource":"*""#, none),
            (
                r#""Effect":"Allow","Action":"iam:*","Resource":"*""#,
                service,
            ),
            (
                r#""Effect":"Allow","Action":"iam:*","Resource":"arn:aws:iam::1:user/a""#,
                none,
            ),
            (
                r#""Effect":"Allow","NotAction":"iam:*","Resource":"*""#,
                all_but,
            ),
            (
                r#""Effect":"Allow","NotAction":"iam:*","Resource":"arn:aws:s3:::a""#,
                none,
            ),
            (
                r#""Effect":"Allow","Action":"*","NotResource":"arn:aws:s3:::a""#,
                all_but,
            ),
            (
                r#""Effect":"Deny","NotAction":"iam:*","Resource":"*""#,
                none,
            ),
            (
                r#""Effect":"Allow","Action":"*","Resource":"*","Condition":{"Bool":{"aws:MultiFactorAuthPresent":"true"}}"#,
                narrowed,
            ),
            (
                r#""Effect":"Allow","Action":"kms:*","Resource":"*","Principal":"*""#,
                none,
            ),
        ] {
            assert_eq!(grants(statement), expected, "{statement}");
        }
    }
}

//! The statements of a policy, as IAM understands them: one or several of everything, in any case.

use crate::evidence::input::json::Json;

/// A policy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Policy {
    /// Its statements, in their order.
    pub statements: Vec<Statement>,
}

/// A statement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Statement {
    /// Whether it allows; else it denies.
    pub is_allow: bool,
    /// Which actions, in small letters.
    pub actions: Named,
    /// Which resources; those of a trust are none.
    pub resources: Named,
    /// Whom it names; none where it stands in a policy of an identity.
    pub principals: Vec<Principal>,
    /// What it asks for besides.
    pub conditions: Vec<Condition>,
}

/// Things that a statement names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Named {
    /// Those that match one of these patterns.
    These(Vec<String>),
    /// All but those.
    AllBut(Vec<String>),
}

/// Somebody whom a statement names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Principal {
    /// Anybody, also anybody but some.
    Anyone,
    /// An account, a user or a role.
    Aws,
    /// A service of AWS.
    Service,
    /// A provider of identities, by its ARN or name.
    Federated(String),
    /// Something else.
    Other,
}

/// A condition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Condition {
    /// How it compares, such as `StringLike`, in small letters.
    pub operator: String,
    /// What it compares, such as `token.example.com:sub`, in small letters.
    pub key: String,
    /// With what.
    pub values: Vec<String>,
}

impl Policy {
    /// The policy of an object; none where it is no policy or a statement cannot be read.
    pub(super) fn of(document: &Json) -> Option<Self> {
        let statements = document.get("Statement")?.one_or_more();
        let statements: Vec<_> = statements
            .iter()
            .map(Statement::of)
            .collect::<Option<_>>()?;
        (!statements.is_empty()).then_some(Self { statements })
    }

    /// Whether it names principals: it is the policy of a resource, or a trust.
    pub(super) fn names_principals(&self) -> bool {
        let mut statements = self.statements.iter();
        statements.any(|statement| !statement.principals.is_empty())
    }

    /// The statements that allow.
    pub(super) fn allowing(&self) -> impl Iterator<Item = &Statement> {
        self.statements
            .iter()
            .filter(|statement| statement.is_allow)
    }
}

impl Statement {
    fn of(statement: &Json) -> Option<Self> {
        let is_allow = match statement.text_of("Effect")? {
            effect if effect.eq_ignore_ascii_case("allow") => true,
            effect if effect.eq_ignore_ascii_case("deny") => false,
            _ => return None,
        };
        let resources = match statement.has("Resource") || statement.has("NotResource") {
            true => named(statement, "Resource", "NotResource")?,
            false => Named::These(vec![]),
        };
        Some(Self {
            is_allow,
            actions: named(statement, "Action", "NotAction")?.lowered(),
            resources,
            principals: principals(statement)?,
            conditions: conditions(statement)?,
        })
    }

    /// Whether it covers an action, written in small letters.
    pub(super) fn covers(&self, action: &str) -> bool {
        match &self.actions {
            Named::These(patterns) => patterns.iter().any(|pattern| matches(pattern, action)),
            Named::AllBut(patterns) => !patterns.iter().any(|pattern| matches(pattern, action)),
        }
    }

    /// Whether its condition narrows it; an empty one does not.
    pub(super) fn is_narrowed(&self) -> bool {
        !self.conditions.is_empty()
    }
}

impl Named {
    /// Whether these are all there are: one of the patterns is `*`, or `*:*`.
    pub(super) fn is_everything(&self) -> bool {
        match self {
            Self::These(patterns) => patterns.iter().any(|pattern| is_everything(pattern)),
            Self::AllBut(_) => false,
        }
    }

    /// Whether they are all actions of one service, such as `s3:*`.
    pub(super) fn is_service(&self) -> bool {
        let of_service = |pattern: &String| {
            pattern.split_once(':').is_some_and(|(service, action)| {
                !service.is_empty() && !service.contains(['*', '?']) && is_everything(action)
            })
        };
        match self {
            Self::These(patterns) => patterns.iter().any(of_service),
            Self::AllBut(_) => false,
        }
    }

    /// Whether they are some, and all begin so; for actions, in small letters.
    pub(super) fn are_of(&self, service: &str) -> bool {
        match self {
            Self::These(patterns) => {
                !patterns.is_empty() && patterns.iter().all(|one| one.starts_with(service))
            }
            Self::AllBut(_) => false,
        }
    }

    fn lowered(self) -> Self {
        let lower = |patterns: Vec<String>| patterns.iter().map(|p| p.to_lowercase()).collect();
        match self {
            Self::These(patterns) => Self::These(lower(patterns)),
            Self::AllBut(patterns) => Self::AllBut(lower(patterns)),
        }
    }
}

/// Whether a pattern of actions or resources matches all of them.
fn is_everything(pattern: &str) -> bool {
    matches!(pattern, "*" | "*:*")
        || (!pattern.is_empty() && pattern.bytes().all(|byte| byte == b'*'))
}

fn named(statement: &Json, these: &str, all_but: &str) -> Option<Named> {
    match (statement.get(these), statement.get(all_but)) {
        (Some(value), None) => Some(Named::These(texts(value)?)),
        (None, Some(value)) => Some(Named::AllBut(texts(value)?)),
        _ => None,
    }
}

/// One text or several; none where something else is among them.
fn texts(value: &Json) -> Option<Vec<String>> {
    let texts = value.one_or_more().iter();
    texts
        .map(|item| item.text().map(|text| text.trim().to_owned()))
        .collect()
}

fn principals(statement: &Json) -> Option<Vec<Principal>> {
    // `NotPrincipal` with `Allow` lets everybody in but some.
    if statement.has("NotPrincipal") {
        return Some(vec![Principal::Anyone]);
    }
    let Some(principal) = statement.get("Principal") else {
        return Some(vec![]);
    };
    if let Some(text) = principal.text() {
        let is_anyone = text == "*";
        return Some(vec![if is_anyone {
            Principal::Anyone
        } else {
            Principal::Other
        }]);
    }
    let mut found = vec![];
    for (kind, names) in principal.entries() {
        for name in texts(names)? {
            found.push(match kind.as_ref() {
                _ if name == "*" => Principal::Anyone,
                "AWS" => Principal::Aws,
                "Service" => Principal::Service,
                "Federated" => Principal::Federated(name),
                _ => Principal::Other,
            });
        }
    }
    (!found.is_empty()).then_some(found)
}

fn conditions(statement: &Json) -> Option<Vec<Condition>> {
    let mut found = vec![];
    let operators = statement.get("Condition").map_or(&[][..], Json::entries);
    for (operator, keys) in operators {
        for (key, values) in keys.entries() {
            let values = values.one_or_more().iter();
            let values = values.map(|value| value.text().unwrap_or_default().to_owned());
            found.push(Condition {
                operator: operator.to_lowercase(),
                key: key.to_lowercase(),
                values: values.collect(),
            });
        }
    }
    Some(found)
}

/// Whether a text matches a pattern with `*` for any characters and `?` for one.
fn matches(pattern: &str, text: &str) -> bool {
    let (pattern, text) = (pattern.as_bytes(), text.as_bytes());
    let (mut p, mut t) = (0, 0);
    // Where the last star is, and how much of the text it has taken.
    let mut star: Option<(usize, usize)> = None;
    while t < text.len() {
        match pattern.get(p) {
            Some(b'*') => {
                star = Some((p, t));
                p += 1;
            }
            Some(byte) if *byte == text[t] || *byte == b'?' => {
                p += 1;
                t += 1;
            }
            _ => {
                let Some((at, taken)) = star else {
                    return false;
                };
                star = Some((at, taken + 1));
                p = at + 1;
                t = taken + 1;
            }
        }
    }
    pattern[p..].iter().all(|byte| *byte == b'*')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evidence::input::json::Document;

    fn statement(text: &str) -> Option<Statement> {
        let document = Document::parse(text).expect("it is JSON");
        Statement::of(&document.roots()[0])
    }

    #[test]
    fn everything_is_written_in_several_ways() {
        for (action, everything, service) in [
            ("\"*\"", true, false),
            ("[\"s3:GetObject\", \"*:*\"]", true, false),
            ("\"**\"", true, false),
            ("\"S3:*\"", false, true),
            ("[\"s3:Get*\"]", false, false),
            ("\"s3:*Object\"", false, false),
            ("\":*\"", false, false),
            ("[]", false, false),
        ] {
            let text =
                format!("{{\"Effect\": \"Allow\", \"Action\": {action}, \"Resource\": \"*\"}}");
            let statement = statement(&text).expect("a statement");
            assert_eq!(statement.actions.is_everything(), everything, "{action}");
            assert_eq!(statement.actions.is_service(), service, "{action}");
        }
    }

    #[test]
    fn what_is_no_statement_is_none() {
        for text in [
            r#"{"Action": "*", "Resource": "*"}"#,
            r#"{"Effect": "Perhaps", "Action": "*"}"#,
            r#"{"Effect": "Allow", "Resource": "*"}"#,
            r#"{"Effect": "Allow", "Action": 1}"#,
            r#"{"Effect": "Allow", "Action": "a:b", "NotAction": "a:b"}"#,
        ] {
            assert_eq!(statement(text), None, "{text}");
        }
    }

    #[test]
    fn patterns_match_as_iam_does() {
        for (pattern, text, holds) in [
            ("sts:assumerole*", "sts:assumerolewithsaml", true),
            ("sts:*", "sts:assumerole", true),
            ("*role", "sts:assumerole", true),
            ("sts:assumerol?", "sts:assumerole", true),
            ("sts:assumerole", "sts:assumerolewithsaml", false),
            ("*a*b", "acb", true),
            ("*a*b", "ac", false),
            ("", "", true),
        ] {
            assert_eq!(matches(pattern, text), holds, "{pattern} {text}");
        }
    }

    #[test]
    fn an_empty_condition_narrows_nothing() {
        let with = |condition: &str| {
            let text =
                format!("{{\"Effect\": \"Allow\", \"Action\": \"*\", \"Condition\": {condition}}}");
            statement(&text).expect("a statement").is_narrowed()
        };
        assert!(!with("{}"));
        assert!(!with("{\"Bool\": {}}"));
        assert!(with(
            "{\"Bool\": {\"aws:MultiFactorAuthPresent\": \"true\"}}"
        ));
    }
}

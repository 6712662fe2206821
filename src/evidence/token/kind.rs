//! Whose token it is, and what for: the lifetimes of people and machines are different promises.

use crate::evidence::input::json::Json;

/// Whose token it is, and what for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    /// A machine's access token; also one that names nobody.
    Machine,
    /// A person's access token.
    Person,
    /// It tells an application who signed in.
    Id,
    /// It is exchanged for access tokens.
    Refresh,
    /// It proves or reports something else: a client assertion, a proof of possession, a logout.
    Other,
}

impl Kind {
    /// Whether it opens an interface.
    pub fn is_access(self) -> bool {
        matches!(self, Self::Machine | Self::Person)
    }
}

/// Which token of several the place where it stands says that it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// Nothing is said.
    Unsaid,
    /// An access token.
    Access,
    /// An ID token.
    Id,
    /// A refresh token.
    Refresh,
    /// An assertion.
    Assertion,
}

/// The keys under which a token names its client.
const CLIENT: [&str; 4] = ["client_id", "azp", "cid", "appid"];

/// The client a token was issued to.
pub(super) fn client<'d>(claims: &'d Json) -> Option<&'d str> {
    CLIENT.iter().find_map(|key| claims.text_of(key))
}

/// What a token is for; `header` is the type in its header, `role` what its place says.
pub(super) fn kind(claims: &Json, header: Option<&str>, role: Role) -> Kind {
    let header = header.unwrap_or_default().to_ascii_lowercase();
    let header = header.strip_prefix("application/").unwrap_or(&header);
    let word = |key: &str| claims.text_of(key).unwrap_or_default().to_ascii_lowercase();
    let (typ, token_use) = (word("typ"), word("token_use"));
    let is_refresh = typ == "refresh" || typ == "offline" || word("token_type").contains("refresh");
    if role == Role::Refresh || is_refresh {
        return Kind::Refresh;
    }
    let is_access = role == Role::Access
        || header == "at+jwt"
        || typ == "bearer"
        || token_use == "access"
        || ["scope", "scp"].iter().any(|key| claims.has(key));
    if is_access {
        return whose(claims);
    }
    let id_marks = ["nonce", "at_hash", "c_hash"];
    if role == Role::Id
        || typ == "id"
        || token_use == "id"
        || id_marks.iter().any(|key| claims.has(key))
    {
        return Kind::Id;
    }
    // Whoever issues a token about itself signs in with it (RFC 7523, 3).
    let is_own = claims.has("iss") && claims.text_of("iss") == claims.text_of("sub");
    if role == Role::Assertion || is_own || header.ends_with("+jwt") {
        return Kind::Other;
    }
    whose(claims)
}

/// Claims about a person, or about a sign-in that only a person does.
const PERSONAL: [&str; 19] = [
    "email",
    "given_name",
    "family_name",
    "middle_name",
    "nickname",
    "name",
    "preferred_username",
    "upn",
    "unique_name",
    "username",
    "cognito:username",
    "phone_number",
    "birthdate",
    "amr",
    "auth_time",
    "sid",
    "nonce",
    "acr",
    "login_hint",
];

fn whose(claims: &Json) -> Kind {
    let is_personal = PERSONAL.iter().any(|key| claims.has(key));
    match is_personal && !is_machine(claims) {
        true => Kind::Person,
        false => Kind::Machine,
    }
}

/// Whether the claims say that a machine got the token for itself.
fn is_machine(claims: &Json) -> bool {
    let word = |key: &str| claims.text_of(key).unwrap_or_default();
    let subject = word("sub");
    let grants = ["gty", "grant_type", "grant"].map(word);
    let accounts = [subject, word("preferred_username"), word("username")];
    let is_account = |name: &str| {
        name.starts_with("service-account-") || name.starts_with("system:serviceaccount:")
    };
    (!subject.is_empty() && CLIENT.iter().any(|key| word(key) == subject))
        || grants
            .iter()
            .any(|grant| grant.replace('_', "-") == "client-credentials")
        || word("idtyp") == "app"
        || subject.ends_with("@clients")
        || word("email").ends_with(".gserviceaccount.com")
        || accounts.into_iter().any(is_account)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evidence::input::json::Document;

    fn kind_of(header: Option<&str>, text: &str, role: Role) -> Kind {
        let document = Document::parse(text).expect("it is JSON");
        kind(&document.roots()[0], header, role)
    }

    #[test]
    fn claims_tell_whose_token_it_is() {
        let cases = [
            (r#"{"sub": "a"}"#, Kind::Machine),
            (
                r#"{"sub": "app", "client_id": "app", "acr": "1"}"#,
                Kind::Machine,
            ),
            (
                r#"{"sub": "a@clients", "gty": "client-credentials"}"#,
                Kind::Machine,
            ),
            (
                r#"{"sub": "x", "idtyp": "app", "name": "Example"}"#,
                Kind::Machine,
            ),
            (
                r#"{"typ": "Bearer", "acr": "1", "preferred_username": "service-account-job"}"#,
                Kind::Machine,
            ),
            (
                r#"{"sub": "system:serviceaccount:default:job"}"#,
                Kind::Machine,
            ),
            (
                r#"{"sub": "u", "azp": "web", "email": "a@example.com"}"#,
                Kind::Person,
            ),
            (
                r#"{"sub": "u", "scp": ["read"], "auth_time": 1}"#,
                Kind::Person,
            ),
            (r#"{"typ": "Bearer", "nonce": "n"}"#, Kind::Person),
            (r#"{"token_use": "access", "username": "a"}"#, Kind::Person),
            (
                r#"{"sub": "u", "nonce": "n", "email": "a@example.com"}"#,
                Kind::Id,
            ),
            (r#"{"typ": "ID", "email": "a@example.com"}"#, Kind::Id),
            (r#"{"token_use": "id"}"#, Kind::Id),
            (r#"{"typ": "Refresh", "scope": "openid"}"#, Kind::Refresh),
            (r#"{"typ": "Offline"}"#, Kind::Refresh),
            (r#"{"iss": "app", "sub": "app"}"#, Kind::Other),
        ];
        for (text, expected) in cases {
            assert_eq!(kind_of(None, text, Role::Unsaid), expected, "{text}");
        }
    }

    #[test]
    fn header_and_place_tell_what_a_token_is_for() {
        let person = r#"{"email": "a@example.com", "nonce": "n"}"#;
        assert_eq!(kind_of(Some("at+jwt"), person, Role::Unsaid), Kind::Person);
        assert_eq!(
            kind_of(Some("application/AT+JWT"), "{}", Role::Unsaid),
            Kind::Machine
        );
        assert_eq!(kind_of(None, person, Role::Access), Kind::Person);
        assert_eq!(kind_of(None, "{}", Role::Id), Kind::Id);
        assert_eq!(kind_of(None, "{}", Role::Refresh), Kind::Refresh);
        assert_eq!(kind_of(None, "{}", Role::Assertion), Kind::Other);
        assert_eq!(kind_of(Some("dpop+jwt"), "{}", Role::Unsaid), Kind::Other);
    }
}

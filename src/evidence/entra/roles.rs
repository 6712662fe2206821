//! The directory roles that give power over others, by the ids that are the same in every tenant.
//!
//! Source: "Microsoft Entra built-in roles" of Microsoft, the roles it labels privileged; Exchange and
//! SharePoint administrators are added, because they read and send everybody's mail and files.

/// How much power a role gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Power {
    /// It can give itself every other right.
    Top,
    /// It can change identities, credentials or what protects them, or read all of them.
    Privileged,
}

/// The highest roles, by id.
const TOP: &[(&str, &str)] = &[
    (
        "62e90394-69f5-4237-9190-012177145e10",
        "Global Administrator",
    ),
    (
        "e8611ab8-c189-46e8-94e1-60213ab1f814",
        "Privileged Role Administrator",
    ),
];

/// The other privileged roles, by id.
const PRIVILEGED: &[(&str, &str)] = &[
    (
        "db506228-d27e-4b7d-95e5-295956d6615f",
        "Agent ID Administrator",
    ),
    ("d2562ede-74db-457e-a7b6-544e236ebb61", "AI Administrator"),
    (
        "9b895d92-2cd3-44c7-9d02-a6ac2d5ea5c3",
        "Application Administrator",
    ),
    (
        "cf1c38e5-3621-4004-a7cb-879624dced7c",
        "Application Developer",
    ),
    (
        "ecb2c6bf-0ab6-418e-bd87-7986f8d63bbe",
        "Attribute Provisioning Administrator",
    ),
    (
        "422218e4-db15-4ef9-bbe0-8afb41546d79",
        "Attribute Provisioning Reader",
    ),
    (
        "c4e39bd9-1100-46d3-8c65-fb160da0071f",
        "Authentication Administrator",
    ),
    (
        "25a516ed-2fa0-40ea-a2d0-12923a21473a",
        "Authentication Extensibility Administrator",
    ),
    (
        "aaf43236-0c0d-4d5f-883a-6955382ac081",
        "B2C IEF Keyset Administrator",
    ),
    (
        "158c047a-c907-4556-b7ef-446551a6b5f7",
        "Cloud Application Administrator",
    ),
    (
        "7698a772-787b-4ac8-901f-60d6b08affd2",
        "Cloud Device Administrator",
    ),
    (
        "b1be1c3e-b65d-4f19-8427-f6fa0d97feb9",
        "Conditional Access Administrator",
    ),
    ("9360feb5-f418-4baa-8175-e2a00bac4301", "Directory Writers"),
    (
        "8329153b-31d0-4727-b945-745eb3bc5f31",
        "Domain Name Administrator",
    ),
    (
        "29232cdf-9323-42fd-ade2-1d097af3e4de",
        "Exchange Administrator",
    ),
    (
        "be2f45a1-457d-42af-a067-6ec1fa63bc45",
        "External Identity Provider Administrator",
    ),
    ("f2ef992c-3afb-46b9-b7cf-a126ee74c451", "Global Reader"),
    (
        "729827e3-9c14-49f7-bb1b-9608f156bbb8",
        "Helpdesk Administrator",
    ),
    (
        "8ac3fc64-6eca-42ea-9e69-59f4c7b60eb2",
        "Hybrid Identity Administrator",
    ),
    (
        "3a2c62db-5318-420d-8d74-23affee5d9d5",
        "Intune Administrator",
    ),
    (
        "59d46f88-662b-457b-bceb-5c3809e5908f",
        "Lifecycle Workflows Administrator",
    ),
    (
        "4ba39ca4-527c-499a-b93d-d9b492c50246",
        "Partner Tier1 Support",
    ),
    (
        "e00e864a-17c5-4a4b-9c06-f5b95a8d5bd8",
        "Partner Tier2 Support",
    ),
    (
        "966707d0-3269-4727-9be2-8c3a10f19b9d",
        "Password Administrator",
    ),
    (
        "7be44c8a-adaf-4e2a-84d6-ab2649e08a13",
        "Privileged Authentication Administrator",
    ),
    (
        "194ae4cb-b126-40b2-bd5b-6091b380977d",
        "Security Administrator",
    ),
    ("5f2222b1-57c3-48ba-8ad5-d4759f1fde6f", "Security Operator"),
    ("5d6b6bb7-de71-4623-b4af-96380a352509", "Security Reader"),
    (
        "f28a1f50-f6e7-4571-818b-6a12f2af6b6c",
        "SharePoint Administrator",
    ),
    ("fe930be7-5e62-47db-91af-98c3a49a38b1", "User Administrator"),
];

/// The power of a role and its name, by its id in any case; none for roles without power over others and
/// for those that a tenant made itself.
pub(super) fn power(id: &str) -> Option<(Power, &'static str)> {
    let find = |roles: &[(&str, &'static str)]| {
        let found = roles
            .iter()
            .find(|(known, _)| known.eq_ignore_ascii_case(id.trim()));
        found.map(|(_, name)| *name)
    };
    let top = find(TOP).map(|name| (Power::Top, name));
    top.or_else(|| Some((Power::Privileged, find(PRIVILEGED)?)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_role_stands_once() {
        let mut ids: Vec<_> = TOP.iter().chain(PRIVILEGED).collect();
        let all = ids.len();
        ids.sort();
        ids.dedup_by_key(|(id, _)| id.to_lowercase());
        assert_eq!(ids.len(), all);
    }

    #[test]
    fn an_id_is_known_in_any_case() {
        let id = "62E90394-69F5-4237-9190-012177145E10";
        assert_eq!(power(id), Some((Power::Top, "Global Administrator")));
        let id = "29232cdf-9323-42fd-ade2-1d097af3e4de";
        assert_eq!(
            power(id),
            Some((Power::Privileged, "Exchange Administrator"))
        );
        // Directory Readers.
        assert_eq!(power("88d8e3e3-8f55-4a1e-953a-9b9898b8876b"), None);
    }
}

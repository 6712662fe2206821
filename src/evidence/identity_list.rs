//! Lists of identities: inventories of machine identities, people who left, accounts that exist.
//!
//! They are tables of any origin, so their columns are found by many names, or by the analyst's mapping.
//! What two of them say together is in [`super::roster`].

mod accounts;
pub(in crate::evidence) mod bounded;
pub(in crate::evidence) mod cell;
pub(in crate::evidence) mod columns;
mod directory;
mod entra_users;
mod inventory;
mod leavers;
mod share;

pub(in crate::evidence) use self::directory::users as directory_users;
pub(in crate::evidence) use self::entra_users::users as entra_users;

use super::families::{Family, Format};

const FAMILY_ID: &str = "identity-list";

/// Lists of identities.
pub const FAMILY: Family = Family {
    id: FAMILY_ID,
    title: "Lists of identities",
    formats: &[
        Format {
            id: "inventory",
            title: "Inventory of machine identities (table)",
            read: inventory::read,
        },
        Format {
            id: "leavers",
            title: "List of people who left (table)",
            read: leavers::read,
        },
        Format {
            id: "accounts",
            title: "List of accounts (table)",
            read: accounts::read,
        },
        Format {
            id: "entra-users",
            title: "Users of Microsoft Entra (JSON of Graph)",
            read: entra_users::read,
        },
        Format {
            id: "directory-users",
            title: "Users of Okta, Google Workspace, Auth0 or Keycloak (JSON of their interfaces)",
            read: directory::read,
        },
    ],
};

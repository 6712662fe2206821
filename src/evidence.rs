//! What the files say: artefacts read into facts, and the text of assurance documents into proposals.
//!
//! An artefact is recognised by its content as one of the [`families`] and read into a
//! [`reading::Reading`]: facts with their places, oddities, and what shows that it is not all there is.
//! Nothing secret gets out of here ([`redact`]). Of a document, [`pdf`] turns bytes into [`Pages`] and
//! [`assurance`] turns pages into proposals; nothing of those counts until a person confirms it.

pub mod access_review;
pub mod assurance;
pub mod aws_keys;
pub mod aws_policy;
pub mod entra;
pub mod event_class;
pub mod fact;
pub mod families;
pub mod gcp;
pub mod identity_list;
pub mod idp_config;
pub mod input;
pub mod log;
pub mod log_settings;
pub mod oidc;
mod pages;
pub mod pdf;
pub mod reading;
pub mod redact;
pub mod roster;
pub mod saml;
pub mod scanner;
pub mod scim;
pub mod tally;
#[cfg(test)]
mod testing;
pub mod time;
pub mod token;

pub use self::pages::Pages;

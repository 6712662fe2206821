//! The families of artefacts, and how one is recognised: by its content, never by its name.

use super::input::content::{Content, too_large};
use super::input::{Input, No, Refusal};
use super::reading::{Context, Reading};
use super::{
    access_review, aws_keys, aws_policy, entra, gcp, identity_list, idp_config, log, log_settings,
    oidc, saml, scanner, scim, token,
};

/// A family of artefacts.
pub struct Family {
    /// Id, such as `token`.
    pub id: &'static str,
    /// Name for readers.
    pub title: &'static str,
    /// Its formats, in the order they are tried.
    pub formats: &'static [Format],
}

/// One format of a family.
pub struct Format {
    /// Id, such as `jwt`.
    pub id: &'static str,
    /// Name for readers.
    pub title: &'static str,
    /// Reads a file, or says why it is none of this format.
    pub read: fn(&mut Input<'_>, &Context) -> Result<Reading, No>,
}

/// Every family but logs, in the order they are tried: those with the narrowest marks first.
pub static FAMILIES: &[&Family] = &[
    &token::FAMILY,
    &aws_keys::FAMILY,
    &access_review::FAMILY,
    &identity_list::FAMILY,
    &log_settings::FAMILY,
    &idp_config::FAMILY,
    &entra::FAMILY,
    &oidc::FAMILY,
    &saml::FAMILY,
    &aws_policy::FAMILY,
    &gcp::FAMILY,
    &scim::FAMILY,
    &scanner::FAMILY,
];

/// Why a file gives no facts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unread {
    /// It cannot be read at all.
    Refused(Refusal),
    /// It is none of the kinds known: what was tried, and why each said no.
    Unknown(Vec<Tried>),
}

/// A format that did not take a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tried {
    /// Name of the family.
    pub family: &'static str,
    /// Name of the format.
    pub format: &'static str,
    /// Why.
    pub why: String,
}

impl From<Refusal> for Unread {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

/// Reads the facts of a file.
///
/// # Errors
///
/// Why there are none.
pub fn read(content: &Content, context: &Context) -> Result<Reading, Unread> {
    let mut tried = vec![];
    let mut note = |family, format, no| match no {
        No::NotMine(why) => {
            tried.push(Tried {
                family,
                format,
                why,
            });
            Ok(())
        }
        No::Broken(refusal) => Err(Unread::Refused(refusal)),
    };
    match log::read(content, context) {
        Ok(reading) => return Ok(reading),
        Err(no) => note(log::FAMILY.title, "events", no)?,
    }
    let mut input = content.input()?;
    for family in FAMILIES {
        for format in family.formats {
            match (format.read)(&mut input, context) {
                Ok(reading) => return Ok(reading),
                Err(no) => note(family.title, format.title, no)?,
            }
        }
    }
    match content {
        Content::Whole(_) => Err(Unread::Unknown(tried)),
        Content::Stream(_) => Err(Unread::Refused(too_large())),
    }
}

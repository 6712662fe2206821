//! The questionnaire that is compiled in.

use crate::pack::Pack;

/// The checked form of `questionnaires/idp`, made by the build.
static IDP: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/idp.pack"));

/// The built-in pack.
pub fn pack() -> Pack {
    postcard::from_bytes(IDP).expect("the build wrote the pack with this very code")
}

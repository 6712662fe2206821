//! What an assurance document says of itself: the text of its pages, and what that text proposes to record.
//!
//! Nothing here counts until a person confirms it: every proposal names the page and the words it came from.
//! [`pdf`] turns bytes into [`Pages`], [`assurance`] turns pages into proposals.

pub mod assurance;
mod pages;
pub mod pdf;

pub use self::pages::Pages;

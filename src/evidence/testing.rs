//! What the tests of formats share: a text read as one of them.

use super::input::content::Content;
use super::input::{Input, No};
use super::reading::{Context, Reading};

/// How a format reads.
pub(super) type Read = fn(&mut Input<'_>, &Context) -> Result<Reading, No>;

/// What a format says of a text that was attached on a day, such as `2026-11-22`.
pub(super) fn read_on(day: &str, read: Read, text: &str) -> Result<Reading, No> {
    let content = Content::Whole(text.to_owned());
    let mut input = content.input().expect("the text has a shape");
    read(&mut input, &Context::on(day.parse().expect("it is a day")))
}

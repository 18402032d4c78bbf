//! Text as people type it, made fit to be stored and shown. What is wrong is a message, without the field:
//! whoever asked adds the place where it was typed, and the locale adds the words.

use super::i18n::Message;
use crate::text::clean;

/// Whether what is asked for must be there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Completeness {
    /// Fields may be empty or short; what is there must be right.
    Draft,
    /// Everything that readers need.
    Complete,
}

/// A single line, with its white space tidied and without what nobody sees.
///
/// # Errors
/// A message where letters of it were lost, or it has more than `longest` characters.
pub fn line(typed: &str, longest: usize) -> Result<String, Message> {
    let tidy = clean::line(whole(typed)?);
    check_longest(&tidy, longest)?;
    Ok(tidy)
}

/// A text of several lines.
///
/// # Errors
/// Those of [`line`].
pub fn text(typed: &str, longest: usize) -> Result<String, Message> {
    let text = clean::lines(whole(typed)?);
    check_longest(&text, longest)?;
    Ok(text)
}

/// `typed`, if no letter of it was lost on the way.
fn whole(typed: &str) -> Result<&str, Message> {
    if clean::is_damaged(typed) {
        Err(Message::new("platform-typed-damaged"))
    } else {
        Ok(typed)
    }
}

/// `value`, if it has `shortest` characters or may have fewer.
///
/// # Errors
/// `empty` where it is, or a message that it is too short.
pub fn at_least(
    value: String,
    shortest: usize,
    completeness: Completeness,
    empty: Message,
) -> Result<String, Message> {
    match value.chars().count() {
        _ if completeness == Completeness::Draft => Ok(value),
        0 => Err(empty),
        length if length < shortest => {
            Err(Message::new("platform-typed-short").with("min", shortest))
        }
        _ => Ok(value),
    }
}

fn check_longest(value: &str, longest: usize) -> Result<(), Message> {
    match value.chars().count() {
        length if length <= longest => Ok(()),
        length => Err(Message::new("platform-typed-long")
            .with("max", longest)
            .with("length", length)),
    }
}

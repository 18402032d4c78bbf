//! Text as people type it, made fit to be stored and shown. What is wrong is a message, without the field:
//! whoever asked adds the place where it was typed, and the locale adds the words.

use super::i18n::Message;

/// Whether what is asked for must be there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Completeness {
    /// Fields may be empty or short; what is there must be right.
    Draft,
    /// Everything that readers need.
    Complete,
}

/// A single line, with its white space tidied.
///
/// # Errors
/// A message where it holds what cannot be shown, or has more than `longest` characters.
pub fn line(typed: &str, longest: usize) -> Result<String, Message> {
    check_characters(typed, false)?;
    let tidy = typed.split_whitespace().collect::<Vec<_>>().join(" ");
    check_longest(&tidy, longest)?;
    Ok(tidy)
}

/// A text of several lines.
///
/// # Errors
/// Those of [`line`].
pub fn text(typed: &str, longest: usize) -> Result<String, Message> {
    check_characters(typed, true)?;
    let text = typed.trim();
    check_longest(text, longest)?;
    Ok(text.to_owned())
}

/// `value`, if it has `shortest` characters or may have fewer.
///
/// # Errors
/// A message where it is empty or too short.
pub fn at_least(
    value: String,
    shortest: usize,
    completeness: Completeness,
) -> Result<String, Message> {
    match value.chars().count() {
        _ if completeness == Completeness::Draft => Ok(value),
        0 => Err(Message::new("platform-typed-empty")),
        length if length < shortest => {
            Err(Message::new("platform-typed-short").with("min", shortest))
        }
        _ => Ok(value),
    }
}

fn check_characters(typed: &str, lines: bool) -> Result<(), Message> {
    match typed.chars().find(|c| is_unusable(*c, lines)) {
        None => Ok(()),
        Some(bad) => Err(Message::new("platform-typed-character")
            .with("character", format!("U+{:04X}", bad as u32))),
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

/// Control characters, what an invalid byte becomes, what is no character or only the program's own, and
/// characters that change how their neighbours read without being seen. Line breaks and tabs are usable in a text of several `lines`.
pub fn is_unusable(c: char, lines: bool) -> bool {
    match c {
        '\n' | '\t' => !lines,
        '\u{fffd}' | '\u{200b}' | '\u{2060}' | '\u{feff}' => true,
        '\u{fffe}' | '\u{ffff}' | '\u{e000}' | '\u{e001}' => true,
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => true,
        c => c.is_control(),
    }
}

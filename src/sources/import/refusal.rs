//! Why a record becomes no job, and what every one must have.

use crate::text::imported;

/// Longest web address, in bytes.
pub const LONGEST_ADDRESS: usize = 2_000;

/// Why a line was not imported, as a sentence.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct Refusal(pub String);

/// The text of the property `name` as one line.
///
/// # Errors
/// Where there is none, or it is too long.
pub fn required(name: &str, raw: &str, longest: usize) -> Result<String, Refusal> {
    let value = imported::line(raw);
    match value.chars().count() {
        0 => Err(Refusal(format!("has no {name}"))),
        length if length > longest => Err(Refusal(format!(
            "has a {name} of {length} characters; {longest} is the most"
        ))),
        _ => Ok(value),
    }
}

/// The beginning of `text`, so many characters long at most.
pub fn cut(text: &str, longest: usize) -> String {
    text.chars()
        .take(longest)
        .collect::<String>()
        .trim_end()
        .to_owned()
}

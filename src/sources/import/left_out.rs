//! What a posting says and a job here has no place for.

use std::fmt;

/// Longest text that is told, in characters.
const LONGEST: usize = 80;

/// Something that was left out of a job that was imported.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct LeftOut {
    /// The property, as the posting calls it.
    pub what: &'static str,
    /// What it says.
    pub text: String,
}

impl LeftOut {
    pub fn new(what: &'static str, text: &str) -> Self {
        let mut words: String = text.chars().take(LONGEST).collect();
        if words.len() < text.len() {
            words.push('…');
        }
        Self { what, text: words }
    }
}

impl fmt::Display for LeftOut {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {:?}", self.what, self.text)
    }
}

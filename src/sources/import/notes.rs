//! What is told of a posting that was taken: what a job here has no place for, and what was assumed.

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

/// Something that a posting does not say, and that was read into what it says.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Assumed {
    /// The property and what was assumed of it, as `baseSalary is per year`.
    pub what: &'static str,
    /// What the posting says.
    pub text: String,
}

/// All that is told of one posting.
#[derive(Debug, Default)]
pub struct Notes {
    pub left_out: Vec<LeftOut>,
    pub assumed: Vec<Assumed>,
}

impl Notes {
    pub fn leave_out(&mut self, what: &'static str, text: &str) {
        let text = shortened(text);
        self.left_out.push(LeftOut { what, text });
    }

    /// Notes what is `stated`, unless it is kept.
    pub fn check(&mut self, what: &'static str, stated: &str, is_kept: bool) {
        if !is_kept && !stated.is_empty() {
            self.leave_out(what, stated);
        }
    }

    pub fn assume(&mut self, what: &'static str, text: &str) {
        let text = shortened(text);
        self.assumed.push(Assumed { what, text });
    }
}

fn shortened(text: &str) -> String {
    let mut words: String = text.chars().take(LONGEST).collect();
    if words.len() < text.len() {
        words.push('…');
    }
    words
}

impl fmt::Display for LeftOut {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {:?}", self.what, self.text)
    }
}

impl fmt::Display for Assumed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {:?}", self.what, self.text)
    }
}

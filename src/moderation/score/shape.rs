//! How a job is written, whatever it says.

use super::{
    posting::Posting,
    reason::{Reason, Signal},
};

/// A description with fewer words says too little to judge.
const FEWEST_WORDS: usize = 15;

/// Fewer letters are not asked for capitals: a title may be an abbreviation.
const FEWEST_LETTERS: usize = 60;

/// Ads have so many exclamation marks without meaning anything.
const USUAL_EXCLAMATIONS: usize = 6;

pub fn reasons(posting: &Posting<'_>) -> Vec<Reason> {
    let mut reasons = Vec::new();
    let words = posting
        .description
        .split_whitespace()
        .take(FEWEST_WORDS)
        .count();
    if words < FEWEST_WORDS {
        reasons.push(Reason::new(15, Signal::Short { words }));
    }
    if is_shouted(posting.description) {
        reasons.push(Reason::new(10, Signal::Capitals));
    }
    let count = exclamations(posting.title) + exclamations(posting.description);
    let has_rows = posting.title.contains("!!") || posting.description.contains("!!!");
    if count > USUAL_EXCLAMATIONS || has_rows {
        reasons.push(Reason::new(10, Signal::Exclamations { count }));
    }
    reasons
}

/// Whether more than half of the letters are capitals.
fn is_shouted(text: &str) -> bool {
    let cased = text
        .chars()
        .filter(|c| c.is_uppercase() || c.is_lowercase())
        .count();
    let capitals = text.chars().filter(|c| c.is_uppercase()).count();
    cased >= FEWEST_LETTERS && capitals * 2 > cased
}

fn exclamations(text: &str) -> usize {
    text.matches('!').count()
}

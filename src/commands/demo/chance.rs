//! Choices that look random and are the same for a job on every run.

use xxhash_rust::xxh3::xxh3_64_with_seed;

#[derive(Clone, Copy)]
pub struct Chance(pub u64);

impl Chance {
    /// A number below `limit`, which is at least 1, for the question `what`.
    pub fn below(self, what: &str, limit: usize) -> usize {
        let limit = limit.max(1) as u64;
        (xxh3_64_with_seed(what.as_bytes(), self.0) % limit) as usize
    }

    /// One of `choices`, or nothing where there is none.
    pub fn one_of<'a>(self, what: &str, choices: &[&'a str]) -> &'a str {
        choices
            .get(self.below(what, choices.len()))
            .copied()
            .unwrap_or_default()
    }
}

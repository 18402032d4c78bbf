//! Why records became no jobs, counted.

use std::collections::BTreeMap;

use crate::text::imported::line;

/// Reasons that are counted each for itself.
const MOST: usize = 20;

/// Longest reason, in characters: a part of it may come from the source.
const LONGEST: usize = 200;

/// How often each reason was met.
#[derive(Clone, Debug, Default)]
pub struct Tally(BTreeMap<String, usize>);

impl Tally {
    pub fn count(&mut self, reason: &str) {
        let reason: String = line(reason).chars().take(LONGEST).collect();
        let is_room = self.0.len() < MOST || self.0.contains_key(&reason);
        let counted = if is_room { reason } else { "…".to_owned() };
        *self.0.entry(counted).or_default() += 1;
    }

    /// The reasons with their numbers, the most frequent first.
    pub fn sorted(&self) -> Vec<(usize, &str)> {
        let mut all: Vec<(usize, &str)> = self
            .0
            .iter()
            .map(|(reason, count)| (*count, reason.as_str()))
            .collect();
        all.sort_by(|(a, _), (b, _)| b.cmp(a));
        all
    }

    /// As a run keeps it.
    pub fn to_json(&self) -> String {
        serde_json::to_string(&self.sorted()).unwrap_or_default()
    }
}

/// What [`Tally::to_json`] kept.
pub fn read(json: &str) -> Vec<(usize, String)> {
    serde_json::from_str(json).unwrap_or_default()
}

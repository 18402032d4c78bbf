//! What became of the lines of an import.

use std::{collections::BTreeMap, fmt};

use crate::{
    sources::import::{Outcome, Posting, Refusal},
    text::imported::line,
};

/// Reasons that are counted each for itself.
const MOST_REASONS: usize = 50;

/// Longest reason told, in characters: a part of it may come from the file.
const LONGEST_REASON: usize = 300;

/// Why jobs that a file lacks were left open.
#[derive(Debug)]
pub enum LeftOpen {
    /// They are more than half of those that are open.
    Most { gone: usize, open: usize },
    /// So many records could be any of them.
    Unreadable(usize),
}

#[derive(Debug, Default)]
pub struct Summary {
    pub added: usize,
    pub updated: usize,
    pub unchanged: usize,
    pub refused: usize,
    /// Jobs that the file lacks, and that were closed.
    pub closed: usize,
    /// Why no job that it lacks was closed.
    pub left_open: Option<LeftOpen>,
    /// How many lines were refused for each reason.
    reasons: BTreeMap<String, usize>,
    /// How many jobs were passed over for each reason.
    passed_over: BTreeMap<&'static str, usize>,
    /// How often each property was left out.
    left_out: BTreeMap<&'static str, usize>,
    /// How often each thing was assumed.
    assumed: BTreeMap<&'static str, usize>,
    /// Columns of which nothing was read.
    pub unused: Vec<String>,
    /// Whether nothing is written.
    pub is_preview: bool,
}

impl Summary {
    pub fn count(&mut self, posting: &Posting, outcome: Outcome) {
        match outcome {
            Outcome::Added => self.added += 1,
            Outcome::Updated => self.updated += 1,
            Outcome::Unchanged => self.unchanged += 1,
        }
        for left_out in &posting.left_out {
            *self.left_out.entry(left_out.what).or_default() += 1;
        }
        for assumed in &posting.assumed {
            *self.assumed.entry(assumed.what).or_default() += 1;
        }
    }

    /// Counts a job that means to be none.
    pub fn pass_over(&mut self, reason: &'static str) {
        *self.passed_over.entry(reason).or_default() += 1;
    }

    /// Counts a refusal, and gives its reason as it is told.
    pub fn refuse(&mut self, refusal: &Refusal) -> String {
        let text = line(&refusal.to_string());
        let mut reason: String = text.chars().take(LONGEST_REASON).collect();
        if reason.len() < text.len() {
            reason.push('…');
        }
        self.refused += 1;
        let is_room = self.reasons.len() < MOST_REASONS || self.reasons.contains_key(&reason);
        let counted = if is_room { &reason } else { "other reasons" };
        *self.reasons.entry(counted.to_owned()).or_default() += 1;
        reason
    }
}

impl fmt::Display for Summary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{} added, {} updated, {} unchanged, {} refused",
            self.added, self.updated, self.unchanged, self.refused
        )?;
        if self.closed > 0 {
            write!(f, ", {} closed", self.closed)?;
        }
        let passed_over: usize = self.passed_over.values().sum();
        if passed_over > 0 {
            write!(f, ", {passed_over} passed over")?;
        }
        if self.is_preview {
            f.write_str("; this was a dry run, and nothing was written")?;
        }
        if let Some(left_open) = &self.left_open {
            write!(f, "\n  {left_open}")?;
        }
        if !self.unused.is_empty() {
            let columns = self.unused.join(", ");
            write!(f, "\n  columns that are not used: {columns}")?;
        }
        for (reason, count) in &self.reasons {
            write!(f, "\n  {count} refused: {reason}")?;
        }
        for (reason, count) in &self.passed_over {
            write!(f, "\n  {count} passed over: {reason}")?;
        }
        for (what, count) in &self.left_out {
            write!(f, "\n  {count} left out: {what}")?;
        }
        for (what, count) in &self.assumed {
            write!(f, "\n  {count} assumed: {what}")?;
        }
        Ok(())
    }
}

impl fmt::Display for LeftOpen {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Most { gone, open } => write!(
                f,
                "{gone} of {open} open jobs are not in the file. None was closed, because that is more than half: use \
                 --close-most if the file is right"
            ),
            Self::Unreadable(count) => write!(
                f,
                "no job was closed, because {count} of the records could not be read at all"
            ),
        }
    }
}

//! What else the board has that bears on a job.

use serde::{Deserialize, Serialize};

use super::reason::{Reason, Signal};

/// What a look at the other jobs of the board gave.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct Surroundings {
    /// The job of another company that has this text; see [`crate::text::fingerprint`].
    pub copied: Option<Copied>,
}

/// A text that stands in another company's job.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub struct Copied {
    pub job: i64,
    /// Whether it is the same word by word.
    pub is_exact: bool,
}

impl Surroundings {
    pub(super) fn reason(&self) -> Option<Reason> {
        let copied = self.copied?;
        let points = if copied.is_exact { 40 } else { 30 };
        Some(Reason::new(points, Signal::Copied(copied)))
    }
}

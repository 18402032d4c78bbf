//! What a board calls a job of its own. Host and number are not enough: another board, or a copy of this
//! one, has other jobs with the same numbers at the same host.

use std::fmt;

use crate::jobs::Job;

/// Unlike that of any other job of any board: written `BOARD-NUMBER-SECONDS`, where the seconds are
/// those of its creation, counted from 1970.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
pub struct Identity(String);

/// Longest identity, in bytes.
const LONGEST: usize = 100;

impl Identity {
    /// Of a job that was posted on the board with this id.
    pub fn of(board_id: &str, job: &Job) -> Self {
        let created = job.created_at.and_utc().timestamp();
        Self(format!("{board_id}-{}-{created}", job.id))
    }

    /// As an export states it.
    pub fn parse(text: &str) -> Option<Self> {
        let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
        let fits = (1..=LONGEST).contains(&text.len()) && text.bytes().all(is_plain);
        fits.then(|| Self(text.to_owned()))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The job's number, if the board with this id gave it.
    pub fn number_on(&self, board_id: &str) -> Option<i64> {
        let rest = self.0.strip_prefix(board_id)?.strip_prefix('-')?;
        let (number, _) = rest.split_once('-')?;
        number.parse().ok()
    }
}

impl fmt::Display for Identity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

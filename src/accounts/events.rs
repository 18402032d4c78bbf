//! What happens to accounts, for whoever follows it.

use crate::platform::events::Event;

/// An administrator takes everything of an account off the board.
pub struct ContentRemoved {
    pub account_id: i64,
}

impl Event for ContentRemoved {}

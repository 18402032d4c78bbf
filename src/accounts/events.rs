//! What happens to accounts, for whoever follows it.

use crate::platform::events::Event;

/// An administrator takes everything of an account off the board.
pub struct ContentRemoved {
    pub account_id: i64,
}

impl Event for ContentRemoved {}

/// An account takes over what a guest has, because it has moved to the guest's address. The guest goes.
pub struct GuestInherited {
    pub guest_id: i64,
    pub account_id: i64,
}

impl Event for GuestInherited {}

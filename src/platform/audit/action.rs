//! What can be done that somebody may have to answer for.

use crate::platform::i18n::Message;

/// Something that is done. Each feature names its own.
#[derive(Clone, Copy, Debug)]
pub struct Action {
    /// What the audit log and the security log call it. Never changed: old entries have it.
    pub name: &'static str,
    label: fn() -> Message,
}

impl Action {
    pub const fn new(name: &'static str, label: fn() -> Message) -> Self {
        Self { name, label }
    }

    /// What somebody did, after who it was: "signed in".
    pub fn label(self) -> Message {
        (self.label)()
    }
}

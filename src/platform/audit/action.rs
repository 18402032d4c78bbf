//! What can be done that somebody may have to answer for.

use crate::platform::i18n::Message;

/// Something that is done. Each feature names its own.
#[derive(Clone, Copy, Debug)]
pub struct Action {
    /// What the audit log and the security log call it. Never changed: old entries have it.
    pub name: &'static str,
    label: fn() -> Message,
    /// What the detail of an entry means, where it is the program's own word.
    detail: fn(&str) -> Option<Message>,
}

impl Action {
    pub const fn new(name: &'static str, label: fn() -> Message) -> Self {
        Self {
            name,
            label,
            detail: |_| None,
        }
    }

    /// The same, with entries whose detail is made a sentence by `detail`.
    pub const fn telling(self, detail: fn(&str) -> Option<Message>) -> Self {
        Self { detail, ..self }
    }

    /// What somebody did, after who it was: "signed in".
    pub fn label(self) -> Message {
        (self.label)()
    }

    /// What an entry says besides, where it is the program's own word and nothing that somebody typed.
    pub fn detail(self, detail: &str) -> Option<Message> {
        (self.detail)(detail)
    }
}

//! What is done in this feature that somebody may have to answer for.

use crate::platform::{audit::Action, i18n::Message};

pub const SETTINGS_CHANGED: Action = Action::new("settings_changed", || {
    Message::new("settings-action-changed")
});
pub const SEARCH_WORDS_CHANGED: Action = Action::new("search_words_changed", || {
    Message::new("settings-action-words-changed")
});

/// All of them.
pub const ALL: &[Action] = &[SETTINGS_CHANGED, SEARCH_WORDS_CHANGED];

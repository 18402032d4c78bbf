//! What is done in this feature that somebody may have to answer for.

use crate::platform::{audit::Action, i18n::Message};

pub const SETTINGS_CHANGED: Action = Action::new("settings_changed", || {
    Message::new("settings-action-changed")
})
.telling(told);

pub const SEARCH_WORDS_CHANGED: Action = Action::new("search_words_changed", || {
    Message::new("settings-action-words-changed")
});

/// All of them.
pub const ALL: &[Action] = &[SETTINGS_CHANGED, SEARCH_WORDS_CHANGED];

/// The settings that were changed, by the names that the form gives them.
fn told(detail: &str) -> Option<Message> {
    let mut labels = detail.split(", ").filter_map(label);
    let first = labels.next()?;
    Some(labels.fold(first, |before, label| {
        Message::new("settings-audit-and")
            .with("before", before)
            .with("label", label)
    }))
}

fn label(name: &str) -> Option<Message> {
    Some(match name {
        "site_name" => Message::new("settings-name"),
        "color" => Message::new("settings-color"),
        "introduction" => Message::new("settings-introduction"),
        "links" => Message::new("settings-links"),
        "contact" => Message::new("settings-contact-email"),
        "logo" => Message::new("settings-logo"),
        "pay_rules" => Message::new("settings-pay-rules"),
        "name_beside_logo" => Message::new("settings-header"),
        _ => return None,
    })
}

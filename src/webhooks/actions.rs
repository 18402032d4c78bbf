//! What is done in this feature that somebody may have to answer for.

use crate::platform::{audit::Action, i18n::Message};

pub const WEBHOOK_MADE: Action = Action::new("webhook_made", || {
    Message::new("webhooks-action-webhook-made")
});
pub const WEBHOOK_DELETED: Action = Action::new("webhook_deleted", || {
    Message::new("webhooks-action-webhook-deleted")
});

/// All of them.
pub const ALL: &[Action] = &[WEBHOOK_MADE, WEBHOOK_DELETED];

//! What is said on the next page, after something was done.

use crate::{http::flash::Notice, platform::i18n::Message};

pub const WEBHOOK_DELETED: Notice = Notice::new("webhook-deleted", || {
    Message::new("webhooks-notice-webhook-deleted")
});
pub const WEBHOOK_TESTED: Notice = Notice::new("webhook-tested", || {
    Message::new("webhooks-notice-webhook-tested")
});

/// All of them.
pub const ALL: &[Notice] = &[WEBHOOK_DELETED, WEBHOOK_TESTED];

//! What is said on the next page, after something was done.

use crate::{http::flash::Notice, platform::i18n::Message};

pub const ADDED: Notice = Notice::new("source-added", || Message::new("sources-notice-added"));
pub const CHANGED: Notice =
    Notice::new("source-changed", || Message::new("sources-notice-changed"));
pub const QUEUED: Notice = Notice::new("source-queued", || Message::new("sources-notice-queued"));
pub const PAUSED: Notice = Notice::new("source-paused", || Message::new("sources-notice-paused"));
pub const RESUMED: Notice =
    Notice::new("source-resumed", || Message::new("sources-notice-resumed"));
pub const CLOSED: Notice = Notice::new("source-closed", || Message::new("sources-notice-closed"));
pub const KEPT: Notice = Notice::new("source-kept", || Message::new("sources-notice-kept"));
pub const DELETED: Notice =
    Notice::new("source-deleted", || Message::new("sources-notice-deleted"));

/// All of them.
pub const ALL: &[Notice] = &[
    ADDED, CHANGED, QUEUED, PAUSED, RESUMED, CLOSED, KEPT, DELETED,
];

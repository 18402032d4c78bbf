//! What is said on the next page, after something was done.

use crate::{http::flash::Notice, platform::i18n::Message};

pub const DRAFT_SAVED: Notice =
    Notice::new("draft-saved", || Message::new("jobs-notice-draft-saved"));
pub const PUBLISHED: Notice = Notice::new("published", || Message::new("jobs-notice-published"));
pub const UNPUBLISHED: Notice =
    Notice::new("unpublished", || Message::new("jobs-notice-unpublished"));
pub const CLOSED: Notice = Notice::new("closed", || Message::new("jobs-notice-closed"));
pub const DELETED: Notice = Notice::new("deleted", || Message::new("jobs-notice-deleted"));
pub const REMOVED: Notice = Notice::new("removed", || Message::new("jobs-notice-removed"));

/// All of them.
pub const ALL: &[Notice] = &[
    DRAFT_SAVED,
    PUBLISHED,
    UNPUBLISHED,
    CLOSED,
    DELETED,
    REMOVED,
];

//! What is said on the next page, after something was done.

use crate::{http::flash::Notice, platform::i18n::Message};

pub const REPORTED: Notice = Notice::new("reported", || Message::new("moderation-notice-reported"));
pub const DISMISSED: Notice = Notice::new("reports-dismissed", || {
    Message::new("moderation-notice-dismissed")
});
pub const UPHELD: Notice = Notice::undoable(
    "reports-upheld",
    |_| Message::new("moderation-notice-upheld"),
    |id| format!("/jobs/{id}/removal/delete"),
);

/// All of them.
pub const ALL: &[Notice] = &[REPORTED, DISMISSED, UPHELD];

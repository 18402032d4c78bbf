//! What is said on the next page, after something was done.

use crate::{http::flash::Notice, platform::i18n::Message};

pub const DRAFT_SAVED: Notice =
    Notice::new("draft-saved", || Message::new("jobs-notice-draft-saved"));
pub const PUBLISHED: Notice = Notice::new("published", || Message::new("jobs-notice-published"));
pub const UNPUBLISHED: Notice = Notice::undoable(
    "unpublished",
    || Message::new("jobs-notice-unpublished"),
    publication,
);
pub const CLOSED: Notice =
    Notice::undoable("closed", || Message::new("jobs-notice-closed"), publication);
pub const DELETED: Notice = Notice::new("deleted", || Message::new("jobs-notice-deleted"));
pub const REMOVED: Notice = Notice::new("removed", || Message::new("jobs-notice-removed"));

/// Published from a list, to which one returns.
pub const PUBLISHED_FROM_LIST: Notice = Notice::undoable(
    "published-from-list",
    || Message::new("jobs-notice-published"),
    |id| format!("/jobs/{id}/publication/delete"),
);

pub const NOTHING_SELECTED: Notice =
    Notice::new("nothing-selected", || Message::new("jobs-bulk-nothing"));
pub const PUBLISHED_MANY: Notice = Notice::counting("published-many", |changed, left| {
    besides(
        left,
        Message::new("jobs-bulk-published").with("changed", changed),
    )
});
pub const UNPUBLISHED_MANY: Notice = Notice::counting("unpublished-many", |changed, left| {
    besides(
        left,
        Message::new("jobs-bulk-unpublished").with("changed", changed),
    )
});
pub const CLOSED_MANY: Notice = Notice::counting("closed-many", |changed, left| {
    besides(
        left,
        Message::new("jobs-bulk-closed").with("changed", changed),
    )
});
pub const DELETED_MANY: Notice = Notice::counting("deleted-many", |changed, left| {
    besides(
        left,
        Message::new("jobs-bulk-deleted").with("changed", changed),
    )
});
pub const REMOVED_MANY: Notice = Notice::counting("removed-many", |changed, left| {
    besides(
        left,
        Message::new("jobs-bulk-removed").with("changed", changed),
    )
});

/// All of them.
pub const ALL: &[Notice] = &[
    DRAFT_SAVED,
    PUBLISHED,
    UNPUBLISHED,
    CLOSED,
    DELETED,
    REMOVED,
    PUBLISHED_FROM_LIST,
    NOTHING_SELECTED,
    PUBLISHED_MANY,
    UNPUBLISHED_MANY,
    CLOSED_MANY,
    DELETED_MANY,
    REMOVED_MANY,
];

/// Where a form puts a job on the board again.
fn publication(id: u64) -> String {
    format!("/jobs/{id}/publication")
}

/// What was done, and how many jobs were left as they are.
fn besides(left: u64, done: Message) -> Message {
    if left == 0 {
        return done;
    }
    Message::new("jobs-bulk-left")
        .with("done", done)
        .with("left", left)
}

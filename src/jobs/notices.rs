//! What is said on the next page, after something was done.

use super::managing::tally::told;
use crate::{
    http::flash::{Notice, quoted},
    platform::i18n::Message,
};

/// Where many jobs are changed at once.
const BULK: &str = "/jobs/bulk";

pub const DRAFT_SAVED: Notice =
    Notice::new("draft-saved", || Message::new("jobs-notice-draft-saved"));
pub const PUBLISHED: Notice = Notice::naming("published", published);
pub const UNPUBLISHED: Notice = Notice::undoable(
    "unpublished",
    |title| Message::new("jobs-notice-unpublished").with("job", job(title)),
    publication,
);
pub const CLOSED: Notice = Notice::undoable(
    "closed",
    |title| Message::new("jobs-notice-closed").with("job", job(title)),
    publication,
);
pub const DELETED: Notice = Notice::naming("deleted", |title| {
    Message::new("jobs-notice-deleted").with("job", job(title))
});
pub const REMOVED: Notice = Notice::undoable(
    "removed",
    |title| Message::new("jobs-notice-removed").with("job", job(title)),
    |id| format!("/jobs/{id}/removal/delete"),
);
pub const RESTORED: Notice = Notice::naming("restored", |title| {
    Message::new("jobs-notice-restored").with("job", job(title))
});

pub const PAUSED: Notice = Notice::undoable(
    "paused",
    |title| Message::new("jobs-notice-paused").with("job", job(title)),
    publication,
);
pub const RENEWED: Notice = Notice::dated("renewed", |title, until| match until {
    "" => Message::new("jobs-notice-renewed").with("job", job(title)),
    until => Message::new("jobs-notice-renewed-until")
        .with("job", job(title))
        .with("day", until.to_owned()),
});
pub const CONFIRMED: Notice = Notice::naming("confirmed", |title| {
    Message::new("jobs-notice-confirmed").with("job", job(title))
});
pub const SCHEDULED: Notice = Notice::naming("scheduled", |title| {
    Message::new("jobs-notice-scheduled").with("job", job(title))
});
pub const UNSCHEDULED: Notice = Notice::naming("unscheduled", |title| {
    Message::new("jobs-notice-unscheduled").with("job", job(title))
});
pub const REPOSTED: Notice = Notice::naming("reposted", |title| {
    Message::new("jobs-notice-reposted").with("job", job(title))
});

/// Published from a list, to which one returns.
pub const PUBLISHED_FROM_LIST: Notice = Notice::undoable("published-from-list", published, |id| {
    format!("/jobs/{id}/publication/delete")
});

pub const NOTHING_SELECTED: Notice =
    Notice::new("nothing-selected", || Message::new("jobs-bulk-nothing"));
pub const PUBLISHED_MANY: Notice = Notice::counting_undoable(
    "published-many",
    |numbers| {
        told(
            |changed| Message::new("jobs-bulk-published").with("changed", changed),
            numbers,
        )
    },
    (BULK, "unpublish", "job"),
);
pub const UNPUBLISHED_MANY: Notice = Notice::counting_undoable(
    "unpublished-many",
    |numbers| {
        told(
            |changed| Message::new("jobs-bulk-unpublished").with("changed", changed),
            numbers,
        )
    },
    (BULK, "publish", "job"),
);
pub const CLOSED_MANY: Notice = Notice::counting_undoable(
    "closed-many",
    |numbers| {
        told(
            |changed| Message::new("jobs-bulk-closed").with("changed", changed),
            numbers,
        )
    },
    (BULK, "publish", "job"),
);
pub const DELETED_MANY: Notice = Notice::counting("deleted-many", |numbers| {
    told(
        |changed| Message::new("jobs-bulk-deleted").with("changed", changed),
        numbers,
    )
});
pub const REMOVED_MANY: Notice = Notice::counting_undoable(
    "removed-many",
    |numbers| {
        told(
            |changed| Message::new("jobs-bulk-removed").with("changed", changed),
            numbers,
        )
    },
    (BULK, "restore", "job"),
);
pub const RESTORED_MANY: Notice = Notice::counting("restored-many", |numbers| {
    told(
        |changed| Message::new("jobs-bulk-restored").with("changed", changed),
        numbers,
    )
});
pub const RENEWED_MANY: Notice = Notice::counting("renewed-many", |numbers| {
    told(
        |changed| Message::new("jobs-bulk-renewed").with("changed", changed),
        numbers,
    )
});
pub const CONFIRMED_MANY: Notice = Notice::counting("confirmed-many", |numbers| {
    told(
        |changed| Message::new("jobs-bulk-confirmed").with("changed", changed),
        numbers,
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
    RESTORED,
    PAUSED,
    RENEWED,
    CONFIRMED,
    SCHEDULED,
    UNSCHEDULED,
    REPOSTED,
    PUBLISHED_FROM_LIST,
    NOTHING_SELECTED,
    PUBLISHED_MANY,
    UNPUBLISHED_MANY,
    CLOSED_MANY,
    DELETED_MANY,
    REMOVED_MANY,
    RESTORED_MANY,
    RENEWED_MANY,
    CONFIRMED_MANY,
];

fn published(title: &str) -> Message {
    Message::new("jobs-notice-published").with("job", job(title))
}

/// Where a form puts a job on the board again.
fn publication(id: u64) -> String {
    format!("/jobs/{id}/publication")
}

/// A job in a sentence.
fn job(title: &str) -> Message {
    quoted(title, Message::new("jobs-notice-a-job"))
}

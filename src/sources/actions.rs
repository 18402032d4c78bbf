//! What is done in this feature that somebody may have to answer for.

use crate::platform::{audit::Action, i18n::Message};

pub const JOBS_IMPORTED: Action =
    Action::new("jobs_imported", || Message::new("sources-action-imported")).telling(told);
pub const JOBS_CLOSED: Action = Action::new("source_jobs_closed", || {
    Message::new("sources-action-closed")
})
.telling(told_closed);
pub const SOURCE_ADDED: Action =
    Action::new("source_added", || Message::new("sources-action-added"));
pub const SOURCE_CHANGED: Action =
    Action::new("source_changed", || Message::new("sources-action-changed"));
pub const SOURCE_PAUSED: Action =
    Action::new("source_paused", || Message::new("sources-action-paused"));
pub const SOURCE_RESUMED: Action =
    Action::new("source_resumed", || Message::new("sources-action-resumed"));
pub const SOURCE_JOBS_KEPT: Action =
    Action::new("source_jobs_kept", || Message::new("sources-action-kept"));
pub const SOURCE_DELETED: Action =
    Action::new("source_deleted", || Message::new("sources-action-deleted"));

/// All of them.
pub const ALL: &[Action] = &[
    JOBS_IMPORTED,
    JOBS_CLOSED,
    SOURCE_ADDED,
    SOURCE_CHANGED,
    SOURCE_PAUSED,
    SOURCE_RESUMED,
    SOURCE_JOBS_KEPT,
    SOURCE_DELETED,
];

/// The detail of an entry: how many jobs were added, and how many updated; and where they are from, if a source
/// was read.
pub fn detail(added: usize, updated: usize, source: &str) -> String {
    format!("{added} {updated} {source}").trim_end().to_owned()
}

/// The detail of an entry: how many jobs were closed, and which source had them, if one did.
pub fn detail_of_closed(closed: usize, source: &str) -> String {
    format!("{closed} {source}").trim_end().to_owned()
}

fn told(detail: &str) -> Option<Message> {
    let mut parts = detail.splitn(3, ' ');
    let added: i64 = parts.next()?.parse().ok()?;
    let updated: i64 = parts.next()?.parse().ok()?;
    let numbers = Message::new("sources-imported")
        .with("added", added)
        .with("updated", updated);
    Some(of_source(numbers, parts.next()))
}

fn told_closed(detail: &str) -> Option<Message> {
    let mut parts = detail.splitn(2, ' ');
    let closed: i64 = parts.next()?.parse().ok()?;
    let numbers = Message::new("sources-closed").with("count", closed);
    Some(of_source(numbers, parts.next()))
}

fn of_source(numbers: Message, source: Option<&str>) -> Message {
    match source {
        Some(source) => Message::new("sources-of-source")
            .with("source", source.to_owned())
            .with("numbers", numbers),
        None => numbers,
    }
}

//! What is done in this feature that somebody may have to answer for.

use crate::platform::{audit::Action, i18n::Message};

pub const JOBS_IMPORTED: Action =
    Action::new("jobs_imported", || Message::new("sources-action-imported")).telling(told);

/// All of them.
pub const ALL: &[Action] = &[JOBS_IMPORTED];

/// The detail of an entry: how many jobs were added, and how many updated.
pub fn detail(added: usize, updated: usize) -> String {
    format!("{added} {updated}")
}

fn told(detail: &str) -> Option<Message> {
    let (added, updated) = detail.split_once(' ')?;
    let added: i64 = added.parse().ok()?;
    let updated: i64 = updated.parse().ok()?;
    Some(
        Message::new("sources-imported")
            .with("added", added)
            .with("updated", updated),
    )
}

//! The mails about a job.

use std::collections::BTreeMap;

use diesel::prelude::*;

use super::{job::Job, ownership};
use crate::{
    accounts::guest,
    http::{board::Board, error::Error},
    platform::{db::Db, i18n::Message, mail::Letter, schema::accounts},
};

/// Most titles in one letter.
const MOST_TITLES: usize = 20;

/// Queues a letter to each owner of jobs that an administrator removed, with the reason.
///
/// # Errors
/// Those of the database.
pub fn tell_owners(board: &Board, db: &mut Db, removed: &[Job], reason: &str) -> Result<(), Error> {
    let mut by_owner: BTreeMap<(i64, String), Vec<&str>> = BTreeMap::new();
    for job in removed {
        let owners = ownership::owners(db, job)?;
        let owners: Vec<(i64, String)> = accounts::table
            .filter(accounts::id.eq_any(owners))
            .select((accounts::id, accounts::email))
            .load(db)?;
        for owner in owners {
            by_owner.entry(owner).or_default().push(&job.fields.title);
        }
    }
    for ((account_id, address), titles) in by_owner {
        let letter = self::removed(board, &titles, reason);
        let letter = guest::with_way_in(db, board, account_id, letter)?;
        board.mail.write(Some(address), &letter)?.queue(db)?;
    }
    Ok(())
}

/// To the owner of jobs that were removed. It holds the owner's own titles and an administrator's reason.
fn removed(board: &Board, titles: &[&str], reason: &str) -> Letter {
    let mut paragraphs = vec![Message::new("jobs-mail-removed").with("count", titles.len())];
    let each = titles.iter().take(MOST_TITLES);
    paragraphs.extend(
        each.map(|title| Message::new("jobs-mail-removed-job").with("title", (*title).to_owned())),
    );
    if !reason.is_empty() {
        paragraphs.push(Message::new("jobs-mail-removed-reason").with("reason", reason.to_owned()));
    }
    Letter {
        locale: board.config.locale,
        subject: Message::new("jobs-mail-removed-subject")
            .with("count", titles.len())
            .with("site", &board.brand().site_name),
        heading: None,
        paragraphs,
        action: Some((
            Message::new("jobs-mail-removed-action"),
            format!("{}dashboard?tab=closed", board.config.base_url),
        )),
        closing: vec![Message::new("jobs-mail-removed-closing")],
    }
}

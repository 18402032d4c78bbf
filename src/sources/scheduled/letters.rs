//! The mails about a source, to administrators.

use diesel::prelude::*;

use super::{fetch::Problem, run::Run, source::Source};
use crate::{
    accounts::Role,
    http::{board::Board, error::Error},
    platform::{
        db::{Db, text_enum::TextEnum},
        i18n::Message,
        mail::Letter,
        schema::accounts,
    },
};

/// Most administrators who are written to.
const MOST: i64 = 20;

/// Most of a source's jobs are gone.
pub fn held(board: &Board, source: &Source, held: i32) -> Letter {
    letter(
        board,
        source,
        Message::new("sources-mail-held-subject").with("source", source.name()),
        vec![
            Message::new("sources-mail-held").with("count", held),
            Message::new("sources-mail-held-decide"),
        ],
    )
}

/// A source failed again and again.
pub fn failing(board: &Board, source: &Source, run: &Run) -> Letter {
    let why = match Problem::from_text(&run.trouble) {
        Some(problem) => problem.message(),
        None => run.outcome.label(),
    };
    let why = board.config.locale.text(&why);
    letter(
        board,
        source,
        Message::new("sources-mail-failing-subject").with("source", source.name()),
        vec![
            Message::new("sources-mail-failing").with("times", source.failures + 1),
            Message::new("sources-mail-failing-why").with("why", why),
            Message::new("sources-mail-failing-on"),
        ],
    )
}

fn letter(board: &Board, source: &Source, subject: Message, paragraphs: Vec<Message>) -> Letter {
    Letter {
        locale: board.config.locale,
        subject,
        heading: None,
        paragraphs,
        action: Some((
            Message::new("sources-mail-action"),
            format!("{}admin/sources/{}", board.config.base_url, source.id),
        )),
        closing: Vec::new(),
    }
}

/// Queues `letter` for each administrator.
///
/// # Errors
/// Those of the database.
pub fn send(board: &Board, db: &mut Db, letter: &Letter) -> Result<(), Error> {
    let addresses: Vec<String> = accounts::table
        .filter(accounts::role.eq(Role::Admin.as_str()))
        .filter(accounts::disabled_at.is_null())
        .order(accounts::id)
        .limit(MOST)
        .select(accounts::email)
        .load(db)?;
    for address in addresses {
        board.mail.write(Some(address), letter)?.queue(db)?;
    }
    Ok(())
}

//! The mails about reports. Whoever reported a job may have typed any address, and its title is a stranger's: mails to
//! them name the job by its number.

use diesel::prelude::*;

use super::report::{Decision, Report};
use crate::{
    accounts::guest,
    http::{board::Board, error::Error},
    jobs::{Job, ownership},
    platform::{db::Db, i18n::Message, mail::Letter, schema::accounts},
};

/// Says that a report has arrived.
pub fn received(board: &Board, job_id: i64) -> Letter {
    Letter {
        locale: board.config.locale,
        subject: Message::new("moderation-mail-received-subject")
            .with("number", job_id.to_string()),
        heading: None,
        paragraphs: vec![Message::new("moderation-mail-received")],
        action: None,
        closing: vec![Message::new("moderation-mail-not-you")],
    }
}

/// Queues what was decided, for each who left an address.
///
/// # Errors
/// Those of the database.
pub fn tell_reporters(
    board: &Board,
    db: &mut Db,
    reports: &[Report],
    decision: Decision,
) -> Result<(), Error> {
    for report in reports {
        let Some(email) = &report.email else { continue };
        let paragraph = match decision {
            Decision::Dismissed => Message::new("moderation-mail-dismissed"),
            Decision::Upheld => Message::new("moderation-mail-upheld"),
        };
        let letter = Letter {
            locale: board.config.locale,
            subject: Message::new("moderation-mail-decided-subject")
                .with("number", report.job_id.to_string()),
            heading: None,
            paragraphs: vec![paragraph],
            action: None,
            closing: vec![Message::new("moderation-mail-not-you")],
        };
        board.mail.write(Some(email.clone()), &letter)?.queue(db)?;
    }
    Ok(())
}

/// Queues a letter to everybody whom a job belongs to that was taken off the lists until somebody looks at it.
///
/// # Errors
/// Those of the database.
pub fn tell_held(board: &Board, db: &mut Db, job: &Job) -> Result<(), Error> {
    tell_owners(board, db, job, |title| {
        (
            Message::new("moderation-mail-held-subject").with("title", title.to_owned()),
            Message::new("moderation-mail-held").with("title", title.to_owned()),
        )
    })
}

/// Queues a letter to them that it is back.
///
/// # Errors
/// Those of the database.
pub fn tell_released(board: &Board, db: &mut Db, job: &Job) -> Result<(), Error> {
    tell_owners(board, db, job, |title| {
        (
            Message::new("moderation-mail-released-subject").with("title", title.to_owned()),
            Message::new("moderation-mail-released").with("title", title.to_owned()),
        )
    })
}

fn tell_owners(
    board: &Board,
    db: &mut Db,
    job: &Job,
    says: impl Fn(&str) -> (Message, Message),
) -> Result<(), Error> {
    let owners = ownership::owners(db, job)?;
    let owners: Vec<(i64, String)> = accounts::table
        .filter(accounts::id.eq_any(owners))
        .filter(accounts::disabled_at.is_null())
        .select((accounts::id, accounts::email))
        .load(db)?;
    for (account_id, email) in owners {
        let (subject, paragraph) = says(&job.fields.title);
        let letter = Letter {
            locale: board.config.locale,
            subject,
            heading: None,
            paragraphs: vec![paragraph],
            action: None,
            closing: Vec::new(),
        };
        let letter = guest::with_way_in(db, board, account_id, letter)?;
        board.mail.write(Some(email), &letter)?.queue(db)?;
    }
    Ok(())
}

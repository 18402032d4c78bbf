//! The mails of a job's life, to everybody whom the job belongs to and whose address is known to be theirs: they
//! hold words that somebody typed, which must not be sent to whomever that somebody names.

use std::sync::Arc;

use chrono::NaiveDate;
use diesel::prelude::*;

use super::{
    digest::{self, MOST_LISTED},
    due::ANSWERED_WITHIN,
    link,
    reminder::Kind,
};
use crate::{
    accounts::guest,
    http::{board::Board, error::Error},
    jobs::{job::Job, ownership},
    platform::{db::Db, i18n::Message, mail::Letter, schema::accounts, zone::Moment},
};

/// Those who are written to about a job: their accounts, and their addresses.
///
/// # Errors
/// Those of the database.
pub fn recipients(db: &mut Db, job: &Job) -> QueryResult<Vec<(i64, String)>> {
    let owners = ownership::owners(db, job)?;
    accounts::table
        .filter(accounts::id.eq_any(owners))
        .filter(accounts::disabled_at.is_null())
        .filter(accounts::verified_at.is_not_null())
        .order(accounts::id)
        .select((accounts::id, accounts::email))
        .load(db)
}

/// A job, its company called as lists call it, and the reminder of it that was noted.
#[derive(Clone)]
pub struct Reminded {
    pub reminder_id: i64,
    pub job: Arc<Job>,
}

/// Queues one mail of this kind to a person about all of these jobs, with links of their own.
///
/// # Errors
/// Those of the database.
pub fn remind(
    board: &Board,
    db: &mut Db,
    (account_id, address): (i64, String),
    kind: Kind,
    reminded: &[Reminded],
    now: Moment,
) -> Result<(), Error> {
    let link = |reminded: &Reminded| {
        link::address(board, reminded.reminder_id, account_id).map_err(Error::internal)
    };
    let letter = match reminded {
        [] => return Ok(()),
        [one] => match kind {
            Kind::Week | Kind::Day => ending(board, &one.job, link(one)?, now),
            Kind::Confirm | Kind::ConfirmAgain => asking(board, &one.job, kind, link(one)?, now),
        },
        many => {
            let shown = many.iter().take(MOST_LISTED);
            let shown: Result<Vec<_>, Error> =
                shown.map(|one| Ok((&*one.job, link(one)?))).collect();
            digest::of_many(board, kind, &shown?, many.len(), now)
        }
    };
    let letter = guest::with_way_in(db, board, account_id, letter)?;
    board.mail.write(Some(address), &letter)?.queue(db)?;
    Ok(())
}

/// Its last day is near.
fn ending(board: &Board, job: &Job, link: String, now: Moment) -> Letter {
    let locale = board.config.locale;
    let day = |day: Option<NaiveDate>| day.map(|day| locale.date(day)).unwrap_or_default();
    let last = day(job.fields.valid_through);
    let until = day(job.renewed_until(now.today()));
    Letter {
        locale,
        subject: Message::new("jobs-mail-ending-subject")
            .with("title", &job.fields.title)
            .with("day", last.clone()),
        heading: None,
        paragraphs: vec![
            Message::new("jobs-mail-ending")
                .with("title", &job.fields.title)
                .with("company", &job.fields.company)
                .with("day", last)
                .with("zone", now.zone.label(locale)),
            Message::new("jobs-mail-ending-ask"),
        ],
        action: Some((
            Message::new("jobs-mail-ending-action").with("day", until),
            link,
        )),
        closing: closing(board, job),
    }
}

/// Nobody has said for a while that it is open.
fn asking(board: &Board, job: &Job, kind: Kind, link: String, now: Moment) -> Letter {
    let locale = board.config.locale;
    let known = job.known_open_on(now.zone);
    let answer_by = now
        .today()
        .checked_add_days(chrono::Days::new(ANSWERED_WITHIN));
    let day = |day: Option<NaiveDate>| day.map(|day| locale.date(day)).unwrap_or_default();
    let what_follows = match kind {
        Kind::ConfirmAgain => Message::new("jobs-mail-asking-last").with("day", day(answer_by)),
        _ => Message::new("jobs-mail-asking-first").with("day", day(answer_by)),
    };
    Letter {
        locale,
        subject: Message::new("jobs-mail-asking-subject").with("title", &job.fields.title),
        heading: None,
        paragraphs: vec![
            Message::new("jobs-mail-asking")
                .with("title", &job.fields.title)
                .with("company", &job.fields.company)
                .with("day", day(known)),
            what_follows,
        ],
        action: Some((Message::new("jobs-mail-asking-action"), link)),
        closing: closing(board, job),
    }
}

/// What the link does not do.
fn closing(board: &Board, job: &Job) -> Vec<Message> {
    let closure = format!("{}jobs/{}/closure", board.config.base_url, job.id);
    vec![
        Message::new("jobs-mail-life-link"),
        Message::new("jobs-mail-life-close").with("address", closure),
    ]
}

/// Queues a letter that a scheduled job could not be published.
///
/// # Errors
/// Those of the database.
pub fn not_published(board: &Board, db: &mut Db, job: &Job) -> Result<(), Error> {
    let letter = Letter {
        locale: board.config.locale,
        subject: Message::new("jobs-mail-not-published-subject").with("title", &job.fields.title),
        heading: None,
        paragraphs: vec![Message::new("jobs-mail-not-published").with("title", &job.fields.title)],
        action: Some((
            Message::new("jobs-mail-not-published-action"),
            format!("{}jobs/{}/edit", board.config.base_url, job.id),
        )),
        closing: Vec::new(),
    };
    for (account_id, address) in recipients(db, job)? {
        let letter = guest::with_way_in(db, board, account_id, letter.clone())?;
        board.mail.write(Some(address), &letter)?.queue(db)?;
    }
    Ok(())
}

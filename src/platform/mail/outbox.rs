//! The letters that wait to be sent: rows, so that a letter is queued if and only if the change that
//! causes it is kept, and survives whatever happens to the process.

use chrono::{Duration, NaiveDateTime};
use diesel::prelude::*;

use url::Url;

use super::{
    LetterError,
    letter::{Body, Letter},
};
use crate::platform::{
    db::Db,
    schema::outbox,
    secrets::{Keys, Seal, random_text},
    templates::Templates,
};

/// Minutes for which a letter belongs to the worker that took it. After that the worker is thought
/// dead, and another may send the letter.
const LEASE_MINUTES: i64 = 5;

/// Minutes to wait after the first failure; doubled by each further one.
const FIRST_RETRY_MINUTES: i64 = 1;

/// The longest wait between tries, in hours.
const LONGEST_RETRY_HOURS: i64 = 6;

/// A letter is given up after this many tries: two days.
const MOST_ATTEMPTS: i32 = 16;

/// What waits: mails for the mail server, or events for webhooks. Each has its own workers.
#[derive(Clone, Copy, Debug)]
pub enum Lane<'a> {
    Mail,
    /// But for those that these webhooks would get.
    Webhooks {
        busy: &'a [i64],
    },
}

/// A letter, rendered and sealed, ready to be stored.
#[derive(Debug, Insertable)]
#[diesel(table_name = outbox)]
pub struct Outgoing {
    message_id: String,
    recipient: Option<String>,
    subject: String,
    sealed_body: String,
    created_at: NaiveDateTime,
    due_at: Option<NaiveDateTime>,
}

/// A letter taken out to be sent.
#[derive(Clone, Debug, Queryable, Selectable)]
#[diesel(table_name = outbox)]
pub struct Queued {
    pub id: i64,
    /// Without angle brackets. The same at each try, so that a receiver can drop a second copy.
    pub message_id: String,
    /// Nobody, where the letter was only written to take as long as another.
    pub recipient: Option<String>,
    pub subject: String,
    sealed_body: String,
    pub created_at: NaiveDateTime,
    /// Tries before this one.
    pub attempts: i32,
    /// The webhook that it is for, where it is no letter.
    pub webhook_id: Option<i64>,
}

impl Outgoing {
    pub(super) fn new(
        letter: &Letter,
        recipient: Option<String>,
        base_url: &Url,
        now: NaiveDateTime,
        keys: &Keys,
        templates: &Templates,
    ) -> Result<Self, LetterError> {
        let host = base_url.host_str().unwrap_or("localhost");
        let sealing =
            |error: &dyn std::fmt::Display| LetterError::Sealing(error.to_string().into());
        let id = random_text(18).map_err(|error| sealing(&error))?;
        let body = serde_json::to_string(&letter.render(base_url, templates)?)?;
        let sealed_body = keys.seal(Seal::Mail, &body);
        Ok(Self {
            message_id: format!("{id}@{host}"),
            recipient,
            subject: letter.subject(),
            sealed_body: sealed_body.map_err(|error| sealing(&error))?,
            created_at: now,
            due_at: Some(now),
        })
    }

    /// Stores the letter; call it in the transaction that causes it.
    pub fn queue(&self, db: &mut Db) -> QueryResult<()> {
        diesel::insert_into(outbox::table)
            .values(self)
            .execute(db)?;
        Ok(())
    }
}

impl Queued {
    /// Takes the letter that is due longest. An update that counts the try is what takes it: of
    /// several workers only one changes the row.
    pub fn take(db: &mut Db, lane: Lane<'_>, now: NaiveDateTime) -> QueryResult<Option<Self>> {
        loop {
            let due = outbox::table
                .filter(outbox::due_at.le(now))
                .order((outbox::due_at, outbox::id))
                .select(Self::as_select())
                .into_boxed();
            let is_mail = outbox::webhook_id.is_null();
            let due = match lane {
                Lane::Mail => due.filter(is_mail.eq(true)),
                Lane::Webhooks { busy } => due
                    .filter(is_mail.eq(false))
                    .filter(outbox::webhook_id.ne_all(busy)),
            };
            let found = due.first::<Self>(db).optional()?;
            let Some(letter) = found else {
                return Ok(None);
            };
            let free = outbox::table
                .find(letter.id)
                .filter(outbox::attempts.eq(letter.attempts))
                .filter(outbox::due_at.le(now));
            let taken = diesel::update(free)
                .set((
                    outbox::attempts.eq(outbox::attempts + 1),
                    outbox::due_at.eq(now + Duration::minutes(LEASE_MINUTES)),
                ))
                .execute(db)?;
            if taken == 1 {
                // An event may have been replaced by a later one until it was taken.
                let taken = outbox::table.find(letter.id).select(Self::as_select());
                return Ok(Some(Self {
                    attempts: letter.attempts,
                    ..taken.first(db)?
                }));
            }
        }
    }

    /// The words; `None` where the key they were sealed with is gone.
    pub fn body(&self, keys: &Keys) -> Option<Body> {
        let body = keys.open(Seal::Mail, &self.sealed_body)?;
        serde_json::from_str(&body).ok()
    }

    /// What an event's webhook is told of; it is not sealed, because it is on the board.
    pub fn snapshot(&self) -> &str {
        &self.sealed_body
    }

    /// Puts off what else is due for a webhook until `due`.
    pub fn postpone_others(db: &mut Db, webhook_id: i64, due: NaiveDateTime) -> QueryResult<()> {
        let sooner = outbox::table
            .filter(outbox::webhook_id.eq(webhook_id))
            .filter(outbox::due_at.lt(due));
        diesel::update(sooner)
            .set(outbox::due_at.eq(due))
            .execute(db)?;
        Ok(())
    }

    /// Strikes it off: it was sent.
    pub fn settle(&self, db: &mut Db) -> QueryResult<()> {
        diesel::delete(outbox::table.find(self.id)).execute(db)?;
        Ok(())
    }

    /// Puts it back, to be tried again later and later; `None` when it is given up.
    pub fn postpone(
        &self,
        db: &mut Db,
        error: &str,
        now: NaiveDateTime,
    ) -> QueryResult<Option<NaiveDateTime>> {
        let wait = Duration::minutes(FIRST_RETRY_MINUTES << self.attempts.clamp(0, 20))
            .min(Duration::hours(LONGEST_RETRY_HOURS));
        let due = (self.attempts + 1 < MOST_ATTEMPTS).then(|| now + wait);
        match due {
            Some(due) => self.keep(db, error, Some(due))?,
            None => self.give_up(db, error)?,
        }
        Ok(due)
    }

    /// Keeps the row for the operator to see, without the words.
    pub fn give_up(&self, db: &mut Db, error: &str) -> QueryResult<()> {
        self.keep(db, error, None)?;
        diesel::update(outbox::table.find(self.id))
            .set(outbox::sealed_body.eq(""))
            .execute(db)?;
        Ok(())
    }

    fn keep(&self, db: &mut Db, error: &str, due: Option<NaiveDateTime>) -> QueryResult<()> {
        diesel::update(outbox::table.find(self.id))
            .set((outbox::due_at.eq(due), outbox::last_error.eq(error)))
            .execute(db)?;
        Ok(())
    }
}

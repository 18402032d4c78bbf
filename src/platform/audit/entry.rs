//! One entry of the audit log, and how it is written.

use chrono::{NaiveDate, NaiveDateTime};
use diesel::prelude::*;

use super::action::Action;
use crate::platform::{
    db::Db,
    events::Events,
    schema::audit_log,
    zone::{Moment, Zone},
};

/// Longest detail kept, in characters.
const DETAIL_LENGTH: usize = 200;

/// Where the operator's doings come from.
pub const COMMAND_LINE: &str = "command line";

/// Where the doings of the board itself come from.
pub const SCHEDULE: &str = "schedule";

/// What an action was done to.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Subject {
    Account(i64),
    Job(i64),
    Company(i64),
    /// The whole board.
    Board,
}

/// Who does something, when, and from where.
#[derive(Clone, Debug, Default)]
pub struct Origin {
    /// Nobody who is signed in, or the operator on the command line.
    pub actor_id: Option<i64>,
    /// The client's address, or `command line`.
    pub address: String,
    pub request_id: String,
    /// In UTC.
    pub at: NaiveDateTime,
    /// Where its day is counted.
    pub zone: Zone,
    /// Who is told of what is done.
    pub events: Events,
    /// One of thousands at once, as in an import: the audit log has one entry for all of them, which whoever
    /// does it records.
    pub is_bulk: bool,
}

#[derive(Clone, Debug, Queryable, Selectable)]
#[diesel(table_name = audit_log)]
pub struct Entry {
    pub id: i64,
    pub at: NaiveDateTime,
    pub actor_id: Option<i64>,
    /// The name of an [`Action`]; one of an earlier version may be unknown.
    pub action: String,
    pub subject_kind: String,
    pub subject_id: i64,
    pub detail: String,
    pub address: String,
}

#[derive(Debug, Insertable)]
#[diesel(table_name = audit_log)]
struct NewEntry<'a> {
    at: NaiveDateTime,
    actor_id: Option<i64>,
    action: &'static str,
    subject_kind: &'static str,
    subject_id: i64,
    detail: String,
    address: &'a str,
    request_id: &'a str,
}

impl Subject {
    fn parts(self) -> (&'static str, i64) {
        match self {
            Self::Account(id) => ("account", id),
            Self::Job(id) => ("job", id),
            Self::Company(id) => ("company", id),
            Self::Board => ("board", 0),
        }
    }
}

impl Origin {
    /// The operator, at a terminal.
    pub fn command_line(now: Moment, events: Events) -> Self {
        Self {
            address: COMMAND_LINE.into(),
            at: now.at,
            zone: now.zone,
            events,
            ..Self::default()
        }
    }

    /// The board itself, at its own time.
    pub fn schedule(now: Moment, events: Events) -> Self {
        Self {
            address: SCHEDULE.into(),
            ..Self::command_line(now, events)
        }
    }

    /// When it is done, and on which day.
    pub fn moment(&self) -> Moment {
        Moment {
            at: self.at,
            zone: self.zone,
        }
    }

    /// The day on which it is done.
    pub fn today(&self) -> NaiveDate {
        self.moment().today()
    }

    /// The same, for one of thousands of changes.
    pub fn in_bulk(mut self) -> Self {
        self.is_bulk = true;
        self
    }

    /// The same request, now known to come from this account.
    pub fn by(mut self, account_id: i64) -> Self {
        self.actor_id = Some(account_id);
        self
    }

    /// Tells the security log, and only it, that something was refused: there can be too much of
    /// that for the database.
    pub fn refused(&self, event: &'static str) {
        tracing::warn!(
            target: "security",
            event,
            actor = self.actor_id,
            address = self.address,
            id = self.request_id,
        );
    }

    /// Writes an entry; call it in the transaction of what was done. `detail` is for people, a job's
    /// title for example.
    pub fn record(
        &self,
        db: &mut Db,
        action: Action,
        subject: Subject,
        detail: &str,
    ) -> QueryResult<()> {
        let (subject_kind, subject_id) = subject.parts();
        diesel::insert_into(audit_log::table)
            .values(NewEntry {
                at: self.at,
                actor_id: self.actor_id,
                action: action.name,
                subject_kind,
                subject_id,
                detail: detail.chars().take(DETAIL_LENGTH).collect(),
                address: &self.address,
                request_id: &self.request_id,
            })
            .execute(db)?;
        tracing::info!(
            target: "security",
            event = action.name,
            actor = self.actor_id,
            subject = subject_kind,
            subject_id,
            address = self.address,
            id = self.request_id,
        );
        Ok(())
    }
}

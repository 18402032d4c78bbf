//! The link in a reminder. Whoever reads the mail says with it that the job is open, without signing in; it
//! does nothing else. It names the reminder and the account that it was mailed to, sealed, so that nobody can
//! make one up.

use chrono::{Days, NaiveDate};

use super::reminder::{Kind, Reminder};
use crate::{
    accounts::Account,
    http::board::Board,
    jobs::{error::Error, job::Job, ownership, status::Status},
    platform::{
        audit::Origin,
        db::Db,
        secrets::{Keys, KeysError, Seal},
        zone::Moment,
    },
};

/// Days after its reminder was sent for which a link works.
const WORKS_FOR: u64 = 90;

/// A link that may be used, and what it is about.
pub struct Link {
    pub job: Job,
    pub kind: Kind,
    reminder: Reminder,
    /// Whom it was mailed to.
    pub account_id: i64,
}

/// What can be done with a link now.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Standing {
    /// The job can be renewed until this day.
    CanRenew(NaiveDate),
    CanConfirm,
    /// Somebody has said that the job is open, or gave it another last day.
    Answered,
    /// The job is closed, or no longer published.
    NotOpen,
}

/// The address of the page that a reminder leads to.
///
/// # Errors
/// When it cannot be sealed.
pub fn address(board: &Board, reminder_id: i64, account_id: i64) -> Result<String, KeysError> {
    let named = format!("{reminder_id} {account_id}");
    let token = board.keys.seal(Seal::Reminder, &named)?;
    Ok(format!("{}reminder?token={token}", board.config.base_url))
}

impl Link {
    /// What `token` leads to; nothing where it is none, is too old, or is of somebody who does not look after
    /// the job any more.
    ///
    /// # Errors
    /// Those of the database.
    pub fn find(db: &mut Db, keys: &Keys, token: &str, now: Moment) -> Result<Option<Self>, Error> {
        let Some((reminder_id, account_id)) = open(keys, token) else {
            return Ok(None);
        };
        let Some(reminder) = Reminder::find(db, reminder_id)? else {
            return Ok(None);
        };
        let (Some(kind), Some(sent_at)) = (reminder.kind(), reminder.sent_at) else {
            return Ok(None);
        };
        let job = match Job::find(db, reminder.job_id) {
            Err(Error::NotFound) => return Ok(None),
            found => found?,
        };
        let account = Account::find(db, account_id)?;
        let is_theirs = account.is_some_and(|account| account.disabled_at.is_none())
            && ownership::is_own(db, account_id, &job)?
            && *job.status != Status::Removed;
        let is_recent = now.zone.day_of(sent_at) + Days::new(WORKS_FOR) >= now.today();
        Ok((is_theirs && is_recent).then_some(Self {
            job,
            kind,
            reminder,
            account_id,
        }))
    }

    /// What can be done with it on `today`.
    pub fn standing(&self, today: NaiveDate) -> Standing {
        if *self.job.status != Status::Published {
            return Standing::NotOpen;
        }
        if self.reminder.answered_at.is_some() {
            return Standing::Answered;
        }
        match self.kind {
            Kind::Week | Kind::Day if self.job.fields.valid_through != Some(self.reminder.day) => {
                Standing::Answered
            }
            Kind::Week | Kind::Day => match self.job.renewed_until(today) {
                Some(until) => Standing::CanRenew(until),
                None => Standing::NotOpen,
            },
            Kind::Confirm | Kind::ConfirmAgain if self.job.can_confirm(today) => {
                Standing::CanConfirm
            }
            Kind::Confirm | Kind::ConfirmAgain => Standing::NotOpen,
        }
    }

    /// Does what can be done with it. What somebody did a moment ago stays as it is.
    ///
    /// # Errors
    /// Those of the database.
    pub fn follow(&self, db: &mut Db, origin: &Origin) -> Result<(), Error> {
        let done = match self.standing(origin.today()) {
            Standing::CanRenew(_) => self.job.renew(db, origin),
            Standing::CanConfirm => self.job.confirm(db, origin),
            Standing::Answered | Standing::NotOpen => Ok(()),
        };
        match done {
            Err(Error::ChangedMeanwhile | Error::Refused(_)) => Ok(()),
            done => done,
        }
    }
}

/// The ids of the reminder and the account that `token` names.
fn open(keys: &Keys, token: &str) -> Option<(i64, i64)> {
    let named = keys.open(Seal::Reminder, token)?;
    let (reminder_id, account_id) = named.split_once(' ')?;
    Some((reminder_id.parse().ok()?, account_id.parse().ok()?))
}

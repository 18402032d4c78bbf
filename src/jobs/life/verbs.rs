//! Saying that a job is still open: for some time more, or as of today; and what becomes of it where nobody
//! says so.

use chrono::{Days, NaiveDate, NaiveDateTime};
use diesel::prelude::*;

use crate::{
    jobs::{actions, error::Error, job::Job, status::Status},
    platform::{
        audit::Origin,
        db::Db,
        i18n::Message,
        schema::jobs,
        zone::{Moment, Zone},
    },
    text::calendar,
};

/// Days that a renewal adds.
const RENEWED_BY: u64 = 30;

impl Job {
    /// The last day that a renewal on `today` gives it: counted from the last day it has, or from today where
    /// that is over. Nothing where there is no last day to move.
    pub fn renewed_until(&self, today: NaiveDate) -> Option<NaiveDate> {
        let last = self.fields.valid_through?;
        let until = last.max(today).checked_add_days(Days::new(RENEWED_BY))?;
        (*self.status == Status::Published && calendar::is_usable(until)).then_some(until)
    }

    /// The day as of which it is known to be open: when it was posted, or last confirmed.
    pub fn known_open_on(&self, zone: Zone) -> Option<NaiveDate> {
        let known = self.confirmed_at.max(self.date_posted);
        known.map(|known| zone.day_of(known))
    }

    /// Whether somebody may say that it is open.
    pub fn can_confirm(&self, today: NaiveDate) -> bool {
        *self.status == Status::Published && self.fields.is_valid_on(today)
    }

    /// Whether that would be news.
    pub fn wants_confirmation(&self, now: Moment) -> bool {
        let known = self.known_open_on(now.zone);
        let is_news = self.is_unconfirmed() || known.is_none_or(|known| known < now.today());
        is_news && self.can_confirm(now.today())
    }

    /// Whether it was on the board and is over, so that it can be posted again as another.
    pub fn can_repost(&self, today: NaiveDate) -> bool {
        self.date_posted.is_some() && self.status.is_public() && !self.is_open(today)
    }

    /// Moves its last day, which says that it is open, too. The date of publication stays, and with it the
    /// place in the lists.
    ///
    /// # Errors
    /// [`Error::Refused`], [`Error::ChangedMeanwhile`].
    pub fn renew(&self, db: &mut Db, origin: &Origin) -> Result<(), Error> {
        let Some(until) = self.renewed_until(origin.today()) else {
            let is_at_the_end =
                *self.status == Status::Published && self.fields.valid_through.is_some();
            return Err(Error::Refused(match is_at_the_end {
                true => Message::new("jobs-cannot-renew-later"),
                false => Message::new("jobs-cannot-renew"),
            }));
        };
        self.note_open(db, origin)?;
        diesel::update(jobs::table.find(self.id))
            .set(jobs::valid_through.eq(until))
            .execute(db)?;
        self.settle(db, origin, actions::JOB_RENEWED)
    }

    /// Says that it is open today, and puts it back on the lists where it had left them for want of that.
    /// Said twice on a day it is said once.
    ///
    /// # Errors
    /// [`Error::Refused`], [`Error::ChangedMeanwhile`].
    pub fn confirm(&self, db: &mut Db, origin: &Origin) -> Result<(), Error> {
        if !self.can_confirm(origin.today()) {
            return Err(Error::Refused(Message::new("jobs-cannot-confirm")));
        }
        if !self.wants_confirmation(origin.moment()) {
            return Ok(());
        }
        self.note_open(db, origin)?;
        self.settle(db, origin, actions::JOB_CONFIRMED)
    }

    /// Takes it off the lists until somebody confirms that it is open.
    ///
    /// # Errors
    /// [`Error::ChangedMeanwhile`].
    pub fn leave_unconfirmed(&self, db: &mut Db, origin: &Origin) -> Result<(), Error> {
        if !self.is_open(origin.today()) {
            return Ok(());
        }
        self.set_status(db, Status::Published, origin.at)?;
        diesel::update(jobs::table.find(self.id))
            .set(jobs::unconfirmed_at.eq(origin.at))
            .execute(db)?;
        self.settle(db, origin, actions::JOB_UNCONFIRMED)
    }

    fn note_open(&self, db: &mut Db, origin: &Origin) -> Result<(), Error> {
        self.set_status(db, Status::Published, origin.at)?;
        diesel::update(jobs::table.find(self.id))
            .set((
                jobs::confirmed_at.eq(origin.at),
                jobs::unconfirmed_at.eq(None::<NaiveDateTime>),
            ))
            .execute(db)?;
        Ok(())
    }
}

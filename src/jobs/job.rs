//! A job, and the verbs that change it.

use chrono::{NaiveDate, NaiveDateTime};
use diesel::prelude::*;
use serde::{Deserialize, Serialize};

use super::{fields::JobFields, status::Status};
use crate::{
    accounts::Account,
    http::error::Error,
    platform::{
        audit::{Action, Origin, Subject},
        db::{
            Db,
            text_enum::{Stored, TextEnum},
            version,
        },
        schema::jobs,
    },
    search::search_entry,
    text::dates,
    webhooks::event,
};

#[derive(Clone, Debug, Deserialize, Queryable, Selectable, Serialize)]
#[diesel(table_name = jobs)]
pub struct Job {
    pub id: i64,
    /// Nobody's, where it was imported or its owner's account is gone.
    pub owner_id: Option<i64>,
    pub status: Stored<Status>,
    #[diesel(embed)]
    pub fields: JobFields,
    /// When it was first published; never changes.
    pub date_posted: Option<NaiveDateTime>,
    /// Grows with each change, so that a change made to an older version is noticed.
    pub version: i32,
    /// When it was filled or withdrawn.
    pub closed_at: Option<NaiveDateTime>,
    pub created_at: NaiveDateTime,
    pub updated_at: NaiveDateTime,
}

impl Job {
    /// Its address, readable part and all.
    pub fn path(&self) -> String {
        path(self.id, &self.fields.title)
    }

    /// Whether it is on the board on `day`: published, and not expired.
    pub fn is_open(&self, day: NaiveDate) -> bool {
        *self.status == Status::Published && self.fields.is_valid_on(day)
    }

    /// The day since which it is closed or expired, as of `day`.
    pub fn closed_since(&self, day: NaiveDate) -> Option<NaiveDate> {
        if self.status.is_closed() {
            return Some(self.closed_at.unwrap_or(self.updated_at).date());
        }
        self.fields.valid_through.filter(|last| *last < day)
    }

    /// Its status in a word; a published job past its last day is expired.
    pub fn status_label(&self, day: NaiveDate) -> &'static str {
        if *self.status == Status::Published && !self.is_open(day) {
            "Expired"
        } else {
            self.status.label()
        }
    }

    pub fn find(db: &mut Db, id: i64) -> Result<Self, Error> {
        Ok(jobs::table.find(id).select(Self::as_select()).first(db)?)
    }

    /// The job, if `account` may change it: its owner, or an administrator. Anyone else's is not
    /// found, the same as one that does not exist.
    pub fn find_managed(db: &mut Db, account: &Account, id: i64) -> Result<Self, Error> {
        let job = Self::find(db, id)?;
        if job.is_managed_by(account) {
            Ok(job)
        } else {
            Err(Error::NotFound)
        }
    }

    pub fn is_managed_by(&self, account: &Account) -> bool {
        account.is_admin() || (self.owner_id == Some(account.id) && *self.status != Status::Removed)
    }

    /// Stores `fields`, if nobody changed the job since `version` was read.
    ///
    /// Returns whether it was stored.
    pub fn update(
        &self,
        db: &mut Db,
        version: i32,
        fields: &JobFields,
        origin: &Origin,
    ) -> Result<bool, Error> {
        let unchanged = jobs::table.find(self.id).filter(jobs::version.eq(version));
        let changed = diesel::update(unchanged)
            .set((
                fields,
                jobs::version.eq(jobs::version + 1),
                jobs::updated_at.eq(origin.at),
            ))
            .execute(db)?;
        if changed == 1 {
            self.settle(db, origin, Action::JobChanged)?;
        }
        Ok(changed == 1)
    }

    /// Puts it on the board. The date of a first publication stays.
    pub fn publish(&self, db: &mut Db, origin: &Origin) -> Result<(), Error> {
        if !self.status.can_publish() {
            return Err(Error::Conflict(
                "This job cannot be published as it stands.",
            ));
        }
        self.set_status(db, Status::Published, origin.at)?;
        diesel::update(
            jobs::table
                .find(self.id)
                .filter(jobs::date_posted.is_null()),
        )
        .set(jobs::date_posted.eq(origin.at))
        .execute(db)?;
        self.settle(db, origin, Action::JobPublished)
    }

    /// Makes it a draft again.
    pub fn unpublish(&self, db: &mut Db, origin: &Origin) -> Result<(), Error> {
        if !self.status.can_unpublish() {
            return Err(Error::Conflict("This job is not published."));
        }
        self.set_status(db, Status::Draft, origin.at)?;
        self.settle(db, origin, Action::JobUnpublished)
    }

    /// Closes it as filled or withdrawn.
    pub fn close(&self, db: &mut Db, how: Status, origin: &Origin) -> Result<(), Error> {
        if !self.status.can_close() || !how.is_closed() {
            return Err(Error::Conflict("Only a published job can be closed."));
        }
        self.set_status(db, how, origin.at)?;
        diesel::update(jobs::table.find(self.id))
            .set(jobs::closed_at.eq(origin.at))
            .execute(db)?;
        self.settle(db, origin, Action::JobClosed)
    }

    /// Takes it off the board for good, and keeps it for the record.
    pub fn remove(&self, db: &mut Db, origin: &Origin) -> Result<(), Error> {
        self.set_status(db, Status::Removed, origin.at)?;
        self.settle(db, origin, Action::JobRemoved)
    }

    /// Takes every job of an account off the board, the pages of closed ones included, and returns how
    /// many there were.
    pub fn remove_all_of(db: &mut Db, owner_id: i64, origin: &Origin) -> Result<usize, Error> {
        let public = Status::ALL.iter().filter(|status| status.is_public());
        let public: Vec<&str> = public.map(|status| status.as_str()).collect();
        let shown: Vec<Self> = jobs::table
            .filter(jobs::owner_id.eq(owner_id))
            .filter(jobs::status.eq_any(public))
            .select(Self::as_select())
            .load(db)?;
        for job in &shown {
            job.remove(db, origin)?;
        }
        Ok(shown.len())
    }

    pub fn delete(&self, db: &mut Db, origin: &Origin) -> Result<(), Error> {
        diesel::delete(jobs::table.find(self.id)).execute(db)?;
        self.settle(db, origin, Action::JobDeleted)
    }

    /// Ends a change: puts it on the record, and the job on the lists or off them, and queues what
    /// webhooks are told.
    pub(crate) fn settle(&self, db: &mut Db, origin: &Origin, action: Action) -> Result<(), Error> {
        let now = jobs::table
            .find(self.id)
            .select(Self::as_select())
            .first::<Self>(db)
            .optional()?;
        if let Some(now) = &now {
            search_entry::relist(db, now)?;
        }
        if let Some(event) = event::of_change(action, self, now.as_ref()) {
            event::queue(db, event, now.as_ref().unwrap_or(self), origin.at)?;
        }
        let is_public = now.is_some_and(|now| now.status.is_public());
        if is_public || self.status.is_public() {
            version::raise(db)?;
        }
        Ok(origin.record(db, action, Subject::Job(self.id), &self.fields.title)?)
    }

    fn set_status(&self, db: &mut Db, to: Status, now: NaiveDateTime) -> Result<(), Error> {
        let unchanged = jobs::table
            .find(self.id)
            .filter(jobs::version.eq(self.version));
        let changed = diesel::update(unchanged)
            .set((
                jobs::status.eq(to.as_str()),
                jobs::version.eq(jobs::version + 1),
                jobs::updated_at.eq(now),
            ))
            .execute(db)?;
        if changed == 1 {
            Ok(())
        } else {
            Err(Error::Conflict(
                "Somebody changed this job in the meantime. Go back, reload, and look at it again.",
            ))
        }
    }
}

/// The address of job `id` with this title.
pub fn path(id: i64, title: &str) -> String {
    format!("/jobs/{id}-{}", dates::slug(title))
}

//! A job, and the verbs that change it.

use chrono::{NaiveDate, NaiveDateTime};
use diesel::{dsl::exists, prelude::*};
use serde::{Deserialize, Serialize};

use super::{actions, error::Error, events::JobChanged, fields::JobFields, status::Status};
use crate::{
    companies,
    platform::{
        audit::{Action, Origin},
        db::{
            Db,
            text_enum::{Stored, TextEnum},
            version,
        },
        i18n::Message,
        schema::{gone_jobs, jobs},
        zone::Moment,
    },
    text::title_slug,
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
    /// When somebody last said that it is open, other than by posting it.
    #[serde(default)]
    pub confirmed_at: Option<NaiveDateTime>,
    /// Since when it is off the lists, because nobody confirmed that it is open.
    #[serde(default)]
    pub unconfirmed_at: Option<NaiveDateTime>,
    pub created_at: NaiveDateTime,
    pub updated_at: NaiveDateTime,
    /// The company whose team looks after it, in place of its owner.
    #[serde(default)]
    pub company_id: Option<i64>,
}

impl Job {
    /// Its address, readable part and all.
    pub fn path(&self) -> String {
        path(self.id, &self.fields.title)
    }

    /// Whether it is on the board on `day`: on the lists, and not expired.
    pub fn is_open(&self, day: NaiveDate) -> bool {
        self.is_listed() && self.fields.is_valid_on(day)
    }

    /// Whether it is on the lists until its last day.
    pub fn is_listed(&self) -> bool {
        *self.status == Status::Published && self.unconfirmed_at.is_none()
    }

    /// Whether it is published, but off the lists until somebody confirms that it is open.
    pub fn is_unconfirmed(&self) -> bool {
        *self.status == Status::Published && self.unconfirmed_at.is_some()
    }

    /// The day since which it is closed, expired or not confirmed, as of `now`.
    pub fn closed_since(&self, now: Moment) -> Option<NaiveDate> {
        if self.status.is_closed() {
            return Some(now.zone.day_of(self.closed_at.unwrap_or(self.updated_at)));
        }
        if let Some(since) = self.unconfirmed_at.filter(|_| self.is_unconfirmed()) {
            return Some(now.zone.day_of(since));
        }
        self.fields.valid_through.filter(|last| *last < now.today())
    }

    /// Its status in a word; a published job past its last day is expired.
    pub fn status_label(&self, day: NaiveDate) -> Message {
        if self.is_unconfirmed() {
            Message::new("jobs-status-unconfirmed")
        } else if *self.status == Status::Published && !self.is_open(day) {
            Message::new("jobs-status-expired")
        } else {
            self.status.label()
        }
    }

    /// # Errors
    /// [`Error::NotFound`].
    pub fn find(db: &mut Db, id: i64) -> Result<Self, Error> {
        jobs::table
            .find(id)
            .select(Self::as_select())
            .first(db)
            .optional()?
            .ok_or(Error::NotFound)
    }

    /// The address of its picture, as it stands.
    pub fn picture_path(&self) -> String {
        format!("/jobs/{}/picture.png?v={}", self.id, self.version)
    }

    /// Stores `fields`, if nobody changed the job since `version` was read. What is the same is no change.
    ///
    /// Returns whether the job has them now.
    pub fn update(
        &self,
        db: &mut Db,
        version: i32,
        fields: &JobFields,
        origin: &Origin,
    ) -> Result<bool, Error> {
        if self.version == version && self.fields == *fields {
            return Ok(true);
        }
        let company_id = match self.fields.company == fields.company {
            true => self.company_id,
            // What a team looks after stays with it, unless it is another team's from now on.
            false => companies::team_of(db, &fields.company, self.owner_id)?.or(self.company_id),
        };
        let unchanged = jobs::table.find(self.id).filter(jobs::version.eq(version));
        let changed = diesel::update(unchanged)
            .set((
                fields,
                jobs::company_id.eq(company_id),
                jobs::version.eq(jobs::version + 1),
                jobs::updated_at.eq(origin.at),
            ))
            .execute(db)?;
        if changed == 1 {
            self.settle(db, origin, actions::JOB_CHANGED)?;
        }
        Ok(changed == 1)
    }

    /// Puts it on the board. The date of a first publication stays; a later one confirms that it is open.
    pub fn publish(&self, db: &mut Db, origin: &Origin) -> Result<(), Error> {
        if !self.status.can_publish() {
            return Err(Error::Refused(Message::new("jobs-cannot-publish")));
        }
        let company_id = self.company_to_publish_for(db)?;
        self.set_status(db, Status::Published, origin.at)?;
        diesel::update(jobs::table.find(self.id))
            .set((
                jobs::company_id.eq(company_id),
                jobs::date_posted.eq(self.date_posted.unwrap_or(origin.at)),
                jobs::confirmed_at.eq(self.date_posted.map(|_| origin.at)),
                jobs::unconfirmed_at.eq(None::<NaiveDateTime>),
            ))
            .execute(db)?;
        self.settle(db, origin, actions::JOB_PUBLISHED)
    }

    /// The team that it belongs to on the board: the company may have got one since it was written.
    ///
    /// # Errors
    /// [`Error::Refused`], where that is not its owner's.
    fn company_to_publish_for(&self, db: &mut Db) -> Result<Option<i64>, Error> {
        let company = &self.fields.company;
        if let (None, Some(owner)) = (self.company_id, self.owner_id)
            && companies::keepers_of(db, company)?.is_some_and(|team| !team.contains(&owner))
        {
            let taken =
                Message::new("jobs-field-company-of-others").with("company", company.clone());
            return Err(Error::Refused(taken));
        }
        let team = companies::team_of(db, company, self.owner_id)?;
        Ok(team.or(self.company_id))
    }

    /// Makes it a draft again.
    pub fn unpublish(&self, db: &mut Db, origin: &Origin) -> Result<(), Error> {
        if !self.status.can_unpublish() {
            return Err(Error::Refused(Message::new("jobs-not-published")));
        }
        self.set_status(db, Status::Draft, origin.at)?;
        self.settle(db, origin, actions::JOB_UNPUBLISHED)
    }

    /// Closes it as filled or withdrawn.
    pub fn close(&self, db: &mut Db, how: Status, origin: &Origin) -> Result<(), Error> {
        if !self.status.can_close() || !how.is_closed() {
            return Err(Error::Refused(Message::new("jobs-cannot-close")));
        }
        self.set_status(db, how, origin.at)?;
        diesel::update(jobs::table.find(self.id))
            .set(jobs::closed_at.eq(origin.at))
            .execute(db)?;
        self.settle(db, origin, actions::JOB_CLOSED)
    }

    /// Deletes it. Where it was on the board once, its address goes on saying so.
    pub fn delete(&self, db: &mut Db, origin: &Origin) -> Result<(), Error> {
        if self.date_posted.is_some() {
            remember_gone(db, self.id)?;
        }
        diesel::delete(jobs::table.find(self.id)).execute(db)?;
        self.settle(db, origin, actions::JOB_DELETED)
    }

    /// Ends a change: whoever follows jobs is told, and the board has changed if anybody sees it.
    pub(super) fn settle(&self, db: &mut Db, origin: &Origin, action: Action) -> Result<(), Error> {
        let after = jobs::table
            .find(self.id)
            .select(Self::as_select())
            .first::<Self>(db)
            .optional()?;
        let change = JobChanged {
            action,
            before: Some(self.clone()),
            after,
        };
        tell(db, origin, &change)
    }

    pub(super) fn set_status(
        &self,
        db: &mut Db,
        to: Status,
        now: NaiveDateTime,
    ) -> Result<(), Error> {
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
            Err(Error::ChangedMeanwhile)
        }
    }
}

/// Whether job `id` was on the board once and is deleted.
pub fn is_gone(db: &mut Db, id: i64) -> QueryResult<bool> {
    diesel::select(exists(gone_jobs::table.find(id))).get_result(db)
}

fn remember_gone(db: &mut Db, id: i64) -> QueryResult<()> {
    let insert = diesel::insert_into(gone_jobs::table)
        .values(gone_jobs::job_id.eq(id))
        .on_conflict_do_nothing();
    // `ON CONFLICT` is spelled by each backend for itself.
    match db {
        Db::Postgres(pg) => insert.execute(pg),
        Db::Sqlite(sqlite) => insert.execute(sqlite),
    }?;
    Ok(())
}

/// Tells a change to whoever follows jobs.
pub fn tell(db: &mut Db, origin: &Origin, change: &JobChanged) -> Result<(), Error> {
    if change.is_public() {
        version::raise(db)?;
    }
    Ok(origin.publish(db, change)?)
}

/// The address of job `id` with this title.
pub fn path(id: i64, title: &str) -> String {
    format!("/jobs/{id}-{}", title_slug::slug(title))
}

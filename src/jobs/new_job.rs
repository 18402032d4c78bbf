//! A job that is not stored yet, and how a form that is sent twice stays one job.

use chrono::NaiveDateTime;
use diesel::prelude::*;

use super::{
    actions,
    error::Error,
    events::JobChanged,
    fields::JobFields,
    job::{self, Job},
    ownership::belongs_to,
    status::Status,
};
use crate::{
    companies,
    platform::{
        audit::Origin,
        db::{Db, text_enum::Stored},
        schema::jobs,
    },
};

/// A job that is not stored yet.
#[derive(Debug, Insertable)]
#[diesel(table_name = jobs)]
pub struct NewJob {
    pub owner_id: Option<i64>,
    pub status: Stored<Status>,
    #[diesel(embed)]
    pub fields: JobFields,
    pub date_posted: Option<NaiveDateTime>,
    pub version: i32,
    /// Sent with the form: the same form sent twice is one job.
    pub submission_key: Option<String>,
    pub created_at: NaiveDateTime,
    pub updated_at: NaiveDateTime,
    /// Known once it is stored.
    pub company_id: Option<i64>,
}

impl NewJob {
    /// A draft, or with `publish` a job that everybody sees.
    pub fn new(
        owner_id: Option<i64>,
        fields: JobFields,
        publish: bool,
        now: NaiveDateTime,
    ) -> Self {
        Self {
            owner_id,
            status: Stored(if publish {
                Status::Published
            } else {
                Status::Draft
            }),
            fields,
            date_posted: publish.then_some(now),
            version: 1,
            submission_key: None,
            created_at: now,
            updated_at: now,
            company_id: None,
        }
    }

    /// The job that it becomes under `id`.
    pub fn into_job(self, id: i64) -> Job {
        Job {
            id,
            owner_id: self.owner_id,
            status: self.status,
            fields: self.fields,
            date_posted: self.date_posted,
            version: self.version,
            closed_at: None,
            confirmed_at: None,
            unconfirmed_at: None,
            created_at: self.created_at,
            updated_at: self.updated_at,
            company_id: self.company_id,
        }
    }

    /// Stores it, or finds the job that the same form made before. Also returns whether it is new.
    pub fn insert(&mut self, db: &mut Db) -> Result<(Job, bool), Error> {
        self.company_id = companies::team_of(db, &self.fields.company, self.owner_id)?;
        let statement = diesel::insert_into(jobs::table)
            .values(&*self)
            .on_conflict_do_nothing()
            .returning(jobs::id);
        // `ON CONFLICT` is spelled by each backend for itself.
        let inserted = match db {
            Db::Postgres(pg) => statement.get_result(pg),
            Db::Sqlite(sqlite) => statement.get_result(sqlite),
        };
        if let Some(id) = inserted.optional()? {
            return Ok((Job::find(db, id)?, true));
        }
        let before = jobs::table
            .filter(jobs::owner_id.eq(self.owner_id))
            .filter(jobs::submission_key.eq(&self.submission_key))
            .select(Job::as_select())
            .first(db)?;
        Ok((before, false))
    }

    /// Stores it, whatever was stored before: for what comes without a form.
    pub fn add(mut self, db: &mut Db, origin: &Origin) -> Result<Job, Error> {
        self.company_id = companies::team_of(db, &self.fields.company, self.owner_id)?;
        let id = diesel::insert_into(jobs::table)
            .values(&self)
            .returning(jobs::id)
            .get_result(db)?;
        tell_of_new(db, self.into_job(id), origin)
    }

    /// Stores it. Where its form was sent before, a draft that nobody changed since becomes what the
    /// form says now.
    ///
    /// # Errors
    /// Inside, the job as it stands, where it reads differently and was changed since or is no draft.
    pub fn submit(&mut self, db: &mut Db, origin: &Origin) -> Result<Result<Job, Job>, Error> {
        let publish = *self.status == Status::Published;
        let (job, is_new) = self.insert(db)?;
        if is_new {
            return Ok(Ok(tell_of_new(db, job, origin)?));
        }
        if job.fields == self.fields && !(publish && job.status.can_publish()) {
            return Ok(Ok(job));
        }
        if *job.status != Status::Draft {
            return Ok(Err(job));
        }
        if !job.update(db, self.version, &self.fields, origin)? {
            return Ok(Err(job));
        }
        let updated = Job::find(db, job.id)?;
        if publish && updated.status.can_publish() {
            updated.publish(db, origin)?;
        }
        Ok(Ok(Job::find(db, job.id)?))
    }
}

/// What the newest job of this owner says.
pub fn last_of(db: &mut Db, owner_id: i64) -> QueryResult<Option<JobFields>> {
    jobs::table
        .filter(jobs::owner_id.eq(owner_id))
        .filter(belongs_to(owner_id))
        .order(jobs::id.desc())
        .select(JobFields::as_select())
        .first(db)
        .optional()
}

/// The job that the form with `key` made.
pub fn find_submitted(db: &mut Db, owner_id: i64, key: &str) -> QueryResult<Option<Job>> {
    jobs::table
        .filter(jobs::owner_id.eq(owner_id))
        .filter(jobs::submission_key.eq(key))
        .select(Job::as_select())
        .first(db)
        .optional()
}

fn tell_of_new(db: &mut Db, job: Job, origin: &Origin) -> Result<Job, Error> {
    let action = if *job.status == Status::Published {
        actions::JOB_PUBLISHED
    } else {
        actions::JOB_POSTED
    };
    let change = JobChanged {
        action,
        before: None,
        after: Some(job.clone()),
    };
    job::tell(db, origin, &change)?;
    Ok(job)
}

//! A form of a job that waits until the link to it is used.

use chrono::{NaiveDateTime, TimeDelta};
use diesel::prelude::*;

use crate::{
    accounts::mail_token::{self, MailToken},
    http::form::Form,
    platform::{
        audit::Origin,
        db::{self, Db},
        schema::guest_postings,
    },
};

/// Hours for which a link works, and for which it says what became of the job.
pub const HOURS_KEPT: i64 = 48;

/// Forms that wait for one address; the oldest go first.
const MOST: i64 = 10;

/// A form of a job, and the address that its link went to.
#[derive(Debug, Insertable, Queryable, Selectable)]
#[diesel(table_name = guest_postings)]
pub struct Waiting {
    pub hash: String,
    pub email: String,
    form: String,
    created_at: NaiveDateTime,
    /// The job, once it was posted.
    pub job_id: Option<i64>,
}

impl Waiting {
    /// `form`, for a link with `token` to `email`.
    pub fn new(token: &MailToken, email: &str, form: &Form, now: NaiveDateTime) -> Self {
        Self {
            hash: mail_token::hash(token.as_str()),
            email: email.to_owned(),
            form: form.encode(),
            created_at: now,
            job_id: None,
        }
    }

    pub fn insert(&self, db: &mut Db) -> QueryResult<()> {
        diesel::insert_into(guest_postings::table)
            .values(self)
            .execute(db)?;
        let too_many: Vec<String> = guest_postings::table
            .filter(guest_postings::email.eq(&self.email))
            .order(guest_postings::created_at.desc())
            .offset(MOST)
            .limit(MOST)
            .select(guest_postings::hash)
            .load(db)?;
        diesel::delete(guest_postings::table.filter(guest_postings::hash.eq_any(too_many)))
            .execute(db)?;
        Ok(())
    }

    /// What `token` stands for, if it still counts.
    pub fn find(db: &mut Db, token: &str, now: NaiveDateTime) -> QueryResult<Option<Self>> {
        guest_postings::table
            .find(mail_token::hash(token))
            .filter(guest_postings::created_at.gt(now - TimeDelta::hours(HOURS_KEPT)))
            .select(Self::as_select())
            .first(db)
            .optional()
    }

    /// Uses the link: of those who do at once, one succeeds. What was typed is kept no longer.
    pub fn take(&self, db: &mut Db) -> QueryResult<bool> {
        let unused = guest_postings::table
            .find(&self.hash)
            .filter(guest_postings::form.ne(""));
        let taken = diesel::update(unused)
            .set(guest_postings::form.eq(""))
            .execute(db)?;
        Ok(taken == 1)
    }

    /// Notes what became of it.
    pub fn became(&self, db: &mut Db, job_id: i64) -> QueryResult<()> {
        diesel::update(guest_postings::table.find(&self.hash))
            .set(guest_postings::job_id.eq(job_id))
            .execute(db)?;
        Ok(())
    }

    /// The form as it was typed.
    pub fn form(&self) -> Form {
        Form::decode(&self.form)
    }
}

/// Forgets forms whose links have expired.
pub fn sweep(db: &mut Db, origin: &Origin) -> Result<usize, db::Error> {
    let oldest = origin.at - TimeDelta::hours(HOURS_KEPT);
    let old = guest_postings::table.filter(guest_postings::created_at.le(oldest));
    Ok(diesel::delete(old).execute(db)?)
}

//! Forms of jobs that somebody looks at before they save them.

use actix_web::HttpResponse;
use chrono::{NaiveDateTime, TimeDelta};
use diesel::prelude::*;

use super::{form, place::STATED_FOR};
use crate::{
    http::{error::Error, form::Form, page::Page},
    platform::{
        audit::Origin,
        db::{self, Db},
        schema::previews,
        secrets::random_text,
    },
};

/// Longest value of any other field than the description, in bytes: what the form would refuse.
const LONGEST_VALUE: usize = 4_000;

/// Days for which a preview can be gone back to.
const DAYS_KEPT: i64 = 2;

/// Previews kept of one account; the oldest go first.
const MOST: i64 = 20;

/// A form that was filled in, and is not saved yet.
#[derive(Debug, Insertable, Queryable, Selectable)]
#[diesel(table_name = previews)]
pub struct Preview {
    key: String,
    account_id: i64,
    /// Nothing where it is a new job.
    pub job_id: Option<i64>,
    pub form: String,
    created_at: NaiveDateTime,
}

/// Keeps what was typed and leads to its page.
pub async fn keep(
    page: Page,
    account_id: i64,
    job_id: Option<i64>,
    form: &Form,
) -> Result<HttpResponse, Error> {
    let preview = Preview {
        key: random_text(16).map_err(Error::internal)?,
        account_id,
        job_id,
        form: kept(form).encode(),
        created_at: page.board.clock.now(),
    };
    let address = format!("/previews/{}", preview.key);
    page.board.write(move |db| Ok(preview.insert(db)?)).await?;
    Ok(page.redirect(&address, None))
}

/// The fields that the form has, as far as they can be meant.
pub fn kept(form: &Form) -> Form {
    let names =
        form::ORDER
            .iter()
            .chain(&[form::PAY_SURE, STATED_FOR, "submission_key", "version"]);
    let values = names.map(|name| (*name, form.value(name).to_owned()));
    Form::from_values(
        values.filter(|(name, value)| *name == "description" || value.len() <= LONGEST_VALUE),
    )
}

/// Forgets what is too old to be gone back to.
pub fn sweep(db: &mut Db, origin: &Origin) -> Result<usize, db::Error> {
    let oldest = origin.at - TimeDelta::days(DAYS_KEPT);
    let old = previews::table.filter(previews::created_at.lt(oldest));
    Ok(diesel::delete(old).execute(db)?)
}

impl Preview {
    fn insert(&self, db: &mut Db) -> QueryResult<()> {
        diesel::insert_into(previews::table)
            .values(self)
            .execute(db)?;
        let newest: Vec<i64> = previews::table
            .filter(previews::account_id.eq(self.account_id))
            .order(previews::id.desc())
            .limit(MOST)
            .select(previews::id)
            .load(db)?;
        if let Some(oldest) = newest.last() {
            let too_many = previews::table
                .filter(previews::account_id.eq(self.account_id))
                .filter(previews::id.lt(*oldest));
            diesel::delete(too_many).execute(db)?;
        }
        Ok(())
    }

    pub fn find(db: &mut Db, account_id: i64, key: &str) -> QueryResult<Option<Self>> {
        previews::table
            .filter(previews::key.eq(key))
            .filter(previews::account_id.eq(account_id))
            .select(Self::as_select())
            .first(db)
            .optional()
    }
}

//! Claims that were refused, for those whose they were: the reason and what they wrote are kept for a while, so that
//! they can ask again.

use chrono::{Duration, NaiveDateTime};
use diesel::prelude::*;
use serde::Serialize;

use super::{company::Company, members};
use crate::platform::{audit::Origin, db::Db, schema::company_refusals};

/// Days for which a refusal is remembered.
const DAYS: i64 = 180;

#[derive(Clone, Debug, Queryable, Selectable, Serialize)]
#[diesel(table_name = company_refusals)]
pub struct Refusal {
    pub id: i64,
    pub slug: String,
    pub name: String,
    pub website: Option<String>,
    pub note: String,
    pub reason: String,
    pub asked_at: NaiveDateTime,
    pub refused_at: NaiveDateTime,
}

impl Refusal {
    /// Remembers that the claim of `company` is refused, for everybody who made it.
    pub fn note(db: &mut Db, company: &Company, reason: &str, origin: &Origin) -> QueryResult<()> {
        for account_id in members::accounts(db, company.id)? {
            diesel::insert_into(company_refusals::table)
                .values((
                    company_refusals::account_id.eq(account_id),
                    company_refusals::slug.eq(&company.slug),
                    company_refusals::name.eq(&company.profile.name),
                    company_refusals::website.eq(&company.profile.website),
                    company_refusals::note.eq(&company.note),
                    company_refusals::reason.eq(reason),
                    company_refusals::asked_at.eq(company.created_at),
                    company_refusals::refused_at.eq(origin.at),
                ))
                .execute(db)?;
        }
        Ok(())
    }

    /// The one with this id, if it is the account's.
    pub fn find(db: &mut Db, account_id: i64, id: i64) -> QueryResult<Option<Self>> {
        company_refusals::table
            .find(id)
            .filter(company_refusals::account_id.eq(account_id))
            .select(Self::as_select())
            .first(db)
            .optional()
    }

    /// Those of an account, the newest first.
    pub fn of(db: &mut Db, account_id: i64) -> QueryResult<Vec<Self>> {
        company_refusals::table
            .filter(company_refusals::account_id.eq(account_id))
            .order(company_refusals::id.desc())
            .select(Self::as_select())
            .load(db)
    }
}

/// Forgets the old ones.
pub fn sweep(db: &mut Db, now: NaiveDateTime) -> QueryResult<usize> {
    let old = company_refusals::refused_at.le(now - Duration::days(DAYS));
    diesel::delete(company_refusals::table.filter(old)).execute(db)
}

//! What reports keep about an account.

use chrono::NaiveDateTime;
use diesel::prelude::*;
use serde::Serialize;

use super::report::Report;
use crate::platform::{
    audit::Origin,
    db::{self, Db, text_enum::TextEnum},
    personal_data::PersonalData,
    schema::reports,
};

/// Reports read at a time.
const BATCH: i64 = 200;

#[derive(Serialize)]
struct Exported {
    job: i64,
    reason: &'static str,
    text: String,
    email: Option<String>,
    created_at: NaiveDateTime,
}

/// Adds what the account has reported to what its owner takes along.
pub fn export(db: &mut Db, account_id: i64, data: &mut PersonalData) -> Result<(), db::Error> {
    let mut after = 0;
    data.add_list("reports", || {
        let batch: Vec<Report> = reports::table
            .filter(reports::account_id.eq(account_id))
            .filter(reports::id.gt(after))
            .order(reports::id)
            .limit(BATCH)
            .select(Report::as_select())
            .load(db)?;
        after = batch.last().map_or(after, |last| last.id);
        let exported = batch.into_iter().map(|report| Exported {
            job: report.job_id,
            reason: report.reason.as_str(),
            text: report.text,
            email: report.email,
            created_at: report.created_at,
        });
        Ok(exported.collect())
    })
}

/// What somebody reported stays without their address, for whoever has to decide about it.
pub fn forget(db: &mut Db, account_id: i64, _: &Origin) -> Result<(), crate::http::error::Error> {
    let own = reports::table.filter(reports::account_id.eq(account_id));
    diesel::update(own)
        .set(reports::email.eq(None::<String>))
        .execute(db)?;
    Ok(())
}

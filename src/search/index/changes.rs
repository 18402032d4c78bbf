//! Which jobs changed on the lists, in the order in which they did: what the index follows.

use std::collections::HashMap;

use diesel::prelude::*;

use crate::{
    jobs::JobFields,
    platform::{
        db::Db,
        schema::{board_version, jobs, listing_changes, listings},
    },
    search::search_entry::SearchEntry,
};

/// Where the board stands: the number of public changes, and of changes of the lists.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct State {
    pub version: i64,
    pub change: i64,
}

/// A job whose listing changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Queryable)]
pub struct Change {
    pub job_id: i64,
    pub number: i64,
    pub stamp: i64,
}

/// A job that is listed now.
pub struct Listed {
    pub entry: SearchEntry,
    pub fields: JobFields,
}

pub fn state(db: &mut Db) -> QueryResult<State> {
    let (version, change) = board_version::table
        .select((board_version::version, board_version::listing_change))
        .first(db)?;
    Ok(State { version, change })
}

/// The first `most` changes after the one with number `after`.
pub fn after(db: &mut Db, after: i64, most: usize) -> QueryResult<Vec<Change>> {
    listing_changes::table
        .filter(listing_changes::number.gt(after))
        .order(listing_changes::number)
        .limit(i64::try_from(most).unwrap_or(i64::MAX))
        .load(db)
}

/// The first `most` listed jobs whose id is above `after`, with the number and stamp of their latest change,
/// in the order of their ids.
pub fn listed_after(db: &mut Db, after: i64, most: usize) -> QueryResult<Vec<Change>> {
    listings::table
        .inner_join(listing_changes::table.on(listing_changes::job_id.eq(listings::job_id)))
        .filter(listings::job_id.gt(after))
        .order(listings::job_id)
        .limit(i64::try_from(most).unwrap_or(i64::MAX))
        .select(listing_changes::all_columns)
        .load(db)
}

/// Those of these jobs that are listed, by their ids.
pub fn listed(db: &mut Db, job_ids: &[i64]) -> QueryResult<HashMap<i64, Listed>> {
    let found: Vec<(SearchEntry, JobFields)> = listings::table
        .inner_join(jobs::table)
        .filter(listings::job_id.eq_any(job_ids))
        .select((SearchEntry::as_select(), JobFields::as_select()))
        .load(db)?;
    let listed = found
        .into_iter()
        .map(|(entry, fields)| (entry.job_id, Listed { entry, fields }));
    Ok(listed.collect())
}

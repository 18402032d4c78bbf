//! The jobs whose owners are to be reminded. Each question gives as many as one turn takes.

use chrono::{Days, NaiveDate, NaiveDateTime};
use diesel::{
    dsl::{exists, not},
    prelude::*,
};

use super::reminder::Kind;
use crate::{
    jobs::{ownership::belongs_to_somebody, status::Status},
    platform::{
        db::{Db, text_enum::TextEnum},
        schema::{job_sources, jobs, reminders},
        zone::Moment,
    },
};

/// Jobs in one turn.
const MOST: i64 = 10_000;

/// A job for which something is due.
#[derive(Clone, Copy, Debug, Queryable)]
pub struct Due {
    pub job_id: i64,
    /// The version that it is due for.
    pub version: i32,
    /// Whom it belongs to.
    pub owners: (Option<i64>, Option<i64>),
}

type Columns = (jobs::id, jobs::version, (jobs::company_id, jobs::owner_id));
const DUE: Columns = (jobs::id, jobs::version, (jobs::company_id, jobs::owner_id));

/// The same in parts of `most` at most, those of one owner or team in one part where it holds them.
pub fn in_parts(mut due: Vec<Due>, most: usize) -> Vec<Vec<Due>> {
    due.sort_by_key(|due| (due.owners, due.job_id));
    let mut parts: Vec<Vec<Due>> = Vec::new();
    for of_one in due.chunk_by(|one, other| one.owners == other.owners) {
        for some in of_one.chunks(most) {
            match parts.last_mut() {
                Some(part) if part.len() + some.len() <= most => part.extend(some),
                _ => parts.push(some.to_vec()),
            }
        }
    }
    parts
}

/// Days after which somebody is asked whether a job is still open. One that ends sooner is not asked about.
const ASKED_AFTER: u64 = 30;

/// Days that there are for an answer.
pub const ANSWERED_WITHIN: u64 = 7;

/// Those whose last day is as near as `kind` says, and whose owners were not told. After a pause of the board a
/// reminder is late, but no two are due on one day.
pub fn ending(db: &mut Db, kind: Kind, today: NaiveDate) -> QueryResult<Vec<Due>> {
    let (first, last) = match kind {
        Kind::Week => (2, 7),
        _ => (0, 1),
    };
    let told = reminders::table
        .filter(reminders::job_id.eq(jobs::id))
        .filter(reminders::kind.eq(kind.as_str()))
        .filter(reminders::day.nullable().eq(jobs::valid_through));
    jobs::table
        .filter(jobs::status.eq(Status::Published.as_str()))
        .filter(jobs::unconfirmed_at.is_null())
        .filter(jobs::valid_through.between(today + Days::new(first), today + Days::new(last)))
        .filter(belongs_to_somebody())
        .filter(jobs::id.ne_all(job_sources::table.select(job_sources::job_id)))
        .filter(not(exists(told)))
        .order(jobs::id)
        .limit(MOST)
        .select(DUE)
        .load(db)
}

/// Those without a near end of which nobody said for a month that they are open, and whose owners were not
/// asked since.
pub fn quiet(db: &mut Db, now: Moment) -> QueryResult<Vec<Due>> {
    let before = long_ago(now, ASKED_AFTER);
    let asked = reminders::table
        .filter(reminders::job_id.eq(jobs::id))
        .filter(reminders::kind.eq(Kind::Confirm.as_str()))
        .filter(reminders::answered_at.is_null());
    jobs::table
        .filter(jobs::status.eq(Status::Published.as_str()))
        .filter(jobs::unconfirmed_at.is_null())
        .filter(
            jobs::valid_through
                .is_null()
                .or(jobs::valid_through.gt(near_end(now))),
        )
        .filter(jobs::date_posted.lt(before))
        .filter(
            jobs::confirmed_at
                .is_null()
                .or(jobs::confirmed_at.lt(before)),
        )
        .filter(belongs_to_somebody())
        .filter(jobs::id.ne_all(job_sources::table.select(job_sources::job_id)))
        .filter(not(exists(asked)))
        .order(jobs::id)
        .limit(MOST)
        .select(DUE)
        .load(db)
}

/// Those about which `kind` was asked long enough ago, and not answered.
pub fn unanswered(db: &mut Db, kind: Kind, now: Moment) -> QueryResult<Vec<Due>> {
    reminders::table
        .inner_join(jobs::table)
        .filter(reminders::kind.eq(kind.as_str()))
        .filter(reminders::answered_at.is_null())
        .filter(reminders::sent_at.lt(long_ago(now, ANSWERED_WITHIN)))
        .filter(jobs::status.eq(Status::Published.as_str()))
        .filter(jobs::unconfirmed_at.is_null())
        .filter(
            jobs::valid_through
                .is_null()
                .or(jobs::valid_through.gt(near_end(now))),
        )
        .order(jobs::id)
        .limit(MOST)
        .select(DUE)
        .load(db)
}

/// The last of the days that are near.
fn near_end(now: Moment) -> NaiveDate {
    now.today() + Days::new(ASKED_AFTER)
}

/// What is before this moment was so many days ago, or more.
fn long_ago(now: Moment, days: u64) -> NaiveDateTime {
    now.zone.start_of(now.today() - Days::new(days - 1))
}

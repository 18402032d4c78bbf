//! The jobs whose owners are to be reminded. Each question gives some of them at a time, in the order of their
//! ids.

use chrono::{Days, NaiveDate, NaiveDateTime};
use diesel::{
    dsl::{exists, not},
    prelude::*,
};

use super::reminder::Kind;
use crate::{
    jobs::{job::Job, ownership::belongs_to_somebody, status::Status},
    platform::{
        db::{Db, text_enum::TextEnum},
        schema::{job_sources, jobs, reminders},
        zone::Moment,
    },
};

/// Jobs in one transaction.
pub const BATCH: i64 = 50;

/// Days after which somebody is asked whether a job is still open. One that ends sooner is not asked about.
const ASKED_AFTER: u64 = 30;

/// Days that there are for an answer.
pub const ANSWERED_WITHIN: u64 = 7;

/// Those after the job with the id `after` whose last day is as near as `kind` says, and whose owners were not
/// told. After a pause of the board a reminder is late, but no two are due on one day.
pub fn ending(db: &mut Db, kind: Kind, today: NaiveDate, after: i64) -> QueryResult<Vec<Job>> {
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
        .filter(jobs::id.gt(after))
        .order(jobs::id)
        .limit(BATCH)
        .select(Job::as_select())
        .load(db)
}

/// Those without a near end of which nobody said for a month that they are open, and whose owners were not
/// asked since.
pub fn quiet(db: &mut Db, now: Moment, after: i64) -> QueryResult<Vec<Job>> {
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
        .filter(jobs::id.gt(after))
        .order(jobs::id)
        .limit(BATCH)
        .select(Job::as_select())
        .load(db)
}

/// Those about which `kind` was asked long enough ago, and not answered, each with the day that it names.
pub fn unanswered(
    db: &mut Db,
    kind: Kind,
    now: Moment,
    after: i64,
) -> QueryResult<Vec<(Job, NaiveDate)>> {
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
        .filter(jobs::id.gt(after))
        .order(jobs::id)
        .limit(BATCH)
        .select((Job::as_select(), reminders::day))
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

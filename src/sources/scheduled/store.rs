//! Bringing the jobs of a source to where its postings are, a batch in one transaction.

use std::collections::HashMap;

use diesel::prelude::*;

use super::{
    own::OwnJobs,
    posting::{self, Key, Remembered, State},
};
use crate::{
    jobs::{Job, Status, error::Error},
    platform::{
        audit::Origin,
        db::{Db, text_enum::TextEnum},
        schema::{job_sources, jobs},
    },
    sources::import::{self, Posting},
};

/// Postings stored in one transaction: pages do not wait long for it.
pub const BATCH: usize = 50;

/// What was changed.
#[derive(Clone, Copy, Debug, Default)]
pub struct Changes {
    pub added: i32,
    pub updated: i32,
    pub reopened: i32,
    pub closed: i32,
    /// Copies of jobs that employers posted here.
    pub own: i32,
    /// Jobs that another source has, or an account.
    pub foreign: i32,
    /// Jobs that were deleted here.
    pub deleted: i32,
    /// New jobs that were not added, since somebody must decide about others.
    pub waiting: i32,
    /// New jobs that were not added, since their last day is over.
    pub expired: i32,
    /// Jobs that somebody closed or removed here.
    pub shut: i32,
}

impl std::ops::AddAssign for Changes {
    fn add_assign(&mut self, other: Self) {
        self.added += other.added;
        self.updated += other.updated;
        self.reopened += other.reopened;
        self.closed += other.closed;
        self.own += other.own;
        self.foreign += other.foreign;
        self.deleted += other.deleted;
        self.waiting += other.waiting;
        self.expired += other.expired;
        self.shut += other.shut;
    }
}

/// A posting that is to be stored.
struct Wanted<'a> {
    posting: &'a Posting,
    before: Option<Remembered>,
    /// Whether its employer's own post is closed, or about something else now.
    is_freed: bool,
}

/// Stores `postings` of a source; new ones only with `adds`. Call inside a transaction.
///
/// # Errors
/// Those of the verbs of a job.
pub fn store(
    db: &mut Db,
    source_id: i64,
    postings: &[Posting],
    adds: bool,
    origin: &Origin,
) -> Result<Changes, Error> {
    let mut changes = Changes::default();
    let wanted = sort_out(db, source_id, postings, adds, origin, &mut changes)?;
    let stored: Vec<&Posting> = wanted.iter().map(|wanted| wanted.posting).collect();
    for outcome in import::store(db, &stored, None, origin)? {
        match outcome {
            import::Outcome::Added => changes.added += 1,
            import::Outcome::Updated => changes.updated += 1,
            import::Outcome::Unchanged => {}
        }
    }
    let keys: Vec<&Key> = stored.iter().map(|posting| &posting.source).collect();
    let ids = job_ids(db, &keys)?;
    for wanted in wanted {
        let reopened = match (&wanted.before, ids.get(&wanted.posting.source)) {
            (Some(before), _) => seen(db, before, origin)?,
            (None, Some(job_id)) => {
                let key = &wanted.posting.source;
                posting::remember(db, source_id, key, *job_id, State::Open)?;
                wanted.is_freed && reopen(db, *job_id, origin)?
            }
            (None, None) => false,
        };
        changes.reopened += i32::from(reopened);
    }
    changes.shut = count_shut(db, ids.into_values().collect())?;
    Ok(changes)
}

/// Those of `postings` that are to be stored; what becomes of the others is counted in `changes`.
fn sort_out<'a>(
    db: &mut Db,
    source_id: i64,
    postings: &'a [Posting],
    adds: bool,
    origin: &Origin,
    changes: &mut Changes,
) -> Result<Vec<Wanted<'a>>, Error> {
    let keys: Vec<&Key> = postings.iter().map(|posting| &posting.source).collect();
    let (mut known, others) = posting::load(db, source_id, &keys)?;
    let owned = owned_by_accounts(db, &keys)?;
    let own_jobs = OwnJobs::of(db, postings)?;
    let mut all = Vec::new();
    for posting in postings {
        let original = own_jobs.original(posting);
        let before = known.remove(&posting.source);
        let was_copy = |before: &Remembered| *before.state == State::Own;
        let is_freed = original.is_none() && before.as_ref().is_some_and(was_copy);
        let before = match before {
            Some(copy) if is_freed => {
                posting::forget(db, copy.id)?;
                None
            }
            before => before,
        };
        let is_elsewhere =
            || others.contains(&posting.source) || owned.contains_key(&posting.source);
        match (&before, original) {
            (Some(copy), Some(original)) if was_copy(copy) => {
                if copy.job_id != Some(original) {
                    posting::link(db, copy.id, original)?;
                }
                changes.own += 1;
            }
            (Some(Remembered { job_id: None, .. }), _) => changes.deleted += 1,
            (before, Some(original)) => {
                let before = before.as_ref();
                let is_closed = give_way(db, source_id, posting, before, original, origin)?;
                changes.own += 1;
                changes.closed += i32::from(is_closed);
            }
            (None, None) if is_elsewhere() => changes.foreign += 1,
            (None, None) if !posting.fields.is_valid_on(origin.today()) => changes.expired += 1,
            (None, None) if !adds => changes.waiting += 1,
            (_, None) => all.push(Wanted {
                posting,
                before,
                is_freed,
            }),
        }
    }
    Ok(all)
}

/// How many of these jobs somebody closed or removed here.
fn count_shut(db: &mut Db, ids: Vec<i64>) -> QueryResult<i32> {
    let shut: i64 = jobs::table
        .filter(jobs::id.eq_any(ids))
        .filter(jobs::status.ne(Status::Published.as_str()))
        .count()
        .get_result(db)?;
    Ok(i32::try_from(shut).unwrap_or(i32::MAX))
}

/// Lets the employer's own post stand instead of the source's copy, for as long as it is open and the same job.
/// Returns whether a copy was closed.
fn give_way(
    db: &mut Db,
    source_id: i64,
    posting: &Posting,
    before: Option<&Remembered>,
    original: i64,
    origin: &Origin,
) -> Result<bool, Error> {
    let Some(before) = before else {
        posting::remember(db, source_id, &posting.source, original, State::Own)?;
        return Ok(false);
    };
    posting::link(db, before.id, original)?;
    let Some(copy) = before.job_id else {
        return Ok(false);
    };
    let copy = Job::find(db, copy)?;
    let is_open = copy.status.can_close();
    if is_open {
        copy.close(db, Status::Withdrawn, origin)?;
    }
    Ok(is_open)
}

/// Notes that a posting is there. One that was lost, and closed for that, is opened again; returns whether it was.
fn seen(db: &mut Db, before: &Remembered, origin: &Origin) -> Result<bool, Error> {
    if *before.state == State::Open && before.missing == 0 {
        return Ok(false);
    }
    posting::set_state(db, before.id, State::Open)?;
    let Some(job_id) = before.job_id.filter(|_| *before.state == State::Closed) else {
        return Ok(false);
    };
    reopen(db, job_id, origin)
}

/// Puts a closed job on the board again. Returns whether it was closed.
fn reopen(db: &mut Db, job_id: i64, origin: &Origin) -> Result<bool, Error> {
    let job = Job::find(db, job_id)?;
    let is_closed = job.status.is_closed();
    if is_closed {
        job.publish(db, origin)?;
    }
    Ok(is_closed)
}

/// The imported jobs with these identifiers.
fn job_ids(db: &mut Db, keys: &[&Key]) -> QueryResult<HashMap<Key, i64>> {
    let values: Vec<&str> = keys.iter().map(|(_, value)| value.as_str()).collect();
    let rows: Vec<(String, String, i64)> = job_sources::table
        .filter(job_sources::value.eq_any(values))
        .filter(job_sources::identity.is_null())
        .select((job_sources::name, job_sources::value, job_sources::job_id))
        .load(db)?;
    Ok(rows
        .into_iter()
        .map(|(name, value, id)| ((name, value), id))
        .collect())
}

/// Those of them that belong to an account, which a source does not take over.
fn owned_by_accounts(db: &mut Db, keys: &[&Key]) -> QueryResult<HashMap<Key, i64>> {
    let mut ids = job_ids(db, keys)?;
    let owned: Vec<i64> = jobs::table
        .filter(jobs::id.eq_any(ids.values().copied().collect::<Vec<_>>()))
        .filter(jobs::owner_id.is_not_null())
        .select(jobs::id)
        .load(db)?;
    ids.retain(|_, id| owned.contains(id));
    Ok(ids)
}

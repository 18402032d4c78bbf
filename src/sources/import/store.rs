//! Storing postings, a batch in one transaction: new ones are added, changed ones updated, and what
//! is the same is left alone.

use std::{
    collections::HashMap,
    hash::{DefaultHasher, Hash, Hasher},
};

use diesel::prelude::*;

use super::{
    identity::Identity,
    posting::{Posting, fingerprint},
};
use crate::{
    jobs::{Job, Status, error::Error, new_job::NewJob},
    platform::{
        audit::Origin,
        db::{Db, board_id, text_enum::Stored},
        schema::{job_sources, jobs},
    },
    sources::{edited, pay_left_out},
};

/// What became of a posting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    Added,
    Updated,
    Unchanged,
}

#[derive(Insertable)]
#[diesel(table_name = job_sources)]
struct NewSource<'a> {
    job_id: i64,
    name: &'a str,
    value: &'a str,
    digest: &'a str,
    identity: Option<&'a str>,
    pay_left_out: &'a str,
}

/// What tells a posting from every other.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
enum Key {
    Identity(String),
    Identifier(String, String),
}

impl Key {
    fn of(posting: &Posting) -> Self {
        match &posting.identity {
            Some(identity) => Self::Identity(identity.to_string()),
            None => Self::Identifier(posting.source.0.clone(), posting.source.1.clone()),
        }
    }
}

/// Stores `postings`, which belong to `owner_id` or to nobody. Call inside a transaction. The
/// outcomes are in the order of the postings.
pub fn store(
    db: &mut Db,
    postings: &[&Posting],
    owner_id: Option<i64>,
    origin: &Origin,
) -> Result<Vec<Outcome>, Error> {
    let mut known = load_known(db, postings)?;
    known.extend(load_own(db, postings)?);
    let mut outcomes = Vec::with_capacity(postings.len());
    for posting in postings {
        let key = Key::of(posting);
        let outcome = match known.get(&key) {
            Some((job_id, kept)) if kept.digest == posting.digest => {
                // What cannot be kept is no part of the digest.
                if kept.pay_left_out != posting.pay_left_out() {
                    pay_left_out::note(db, *job_id, posting.pay_left_out())?;
                }
                Outcome::Unchanged
            }
            Some((job_id, _)) => {
                update(db, *job_id, posting, origin)?;
                Outcome::Updated
            }
            None => {
                let job_id = add(db, posting, owner_id, origin)?;
                known.insert(key.clone(), (job_id, Kept::of(posting)));
                Outcome::Added
            }
        };
        if let (Outcome::Updated, Some(entry)) = (outcome, known.get_mut(&key)) {
            entry.1 = Kept::of(posting);
        }
        outcomes.push(outcome);
    }
    Ok(outcomes)
}

/// What [`store`] would make of `postings`, with nothing written. `before` holds the digests of postings that
/// earlier calls looked at, by what identifies them.
pub fn preview(
    db: Option<&mut Db>,
    postings: &[&Posting],
    before: &mut HashMap<u64, u64>,
) -> Result<Vec<Outcome>, Error> {
    let known = match db {
        Some(db) => {
            let mut known = load_known(db, postings)?;
            known.extend(load_own(db, postings)?);
            known
        }
        None => Known::new(),
    };
    let outcomes = postings.iter().map(|posting| {
        let key = Key::of(posting);
        let digest = hash(&posting.digest);
        let kept = known.get(&key).map(|(_, kept)| hash(&kept.digest));
        match before.insert(hash(&key), digest).or(kept) {
            Some(kept) if kept == digest => Outcome::Unchanged,
            Some(_) => Outcome::Updated,
            None => Outcome::Added,
        }
    });
    Ok(outcomes.collect())
}

fn hash(value: &impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    value.hash(&mut hasher);
    hasher.finish()
}

/// The job behind each key, and what is kept of its posting.
type Known = HashMap<Key, (i64, Kept)>;

/// What tells whether a posting has changed.
struct Kept {
    digest: String,
    pay_left_out: String,
}

impl Kept {
    fn of(posting: &Posting) -> Self {
        Self {
            digest: posting.digest.clone(),
            pay_left_out: posting.pay_left_out().to_owned(),
        }
    }
}

/// A row of `job_sources`.
type Source = (Option<String>, String, String, i64, String, String);

fn load_known(db: &mut Db, postings: &[&Posting]) -> Result<Known, Error> {
    let identities = identities(postings).map(Identity::as_str);
    let values = postings.iter().map(|posting| posting.source.1.as_str());
    let by_identity = job_sources::identity.eq_any(identities.collect::<Vec<_>>());
    let by_identifier = job_sources::value.eq_any(values.collect::<Vec<_>>());
    let rows: Vec<Source> = job_sources::table
        .filter(
            by_identity.or(job_sources::identity
                .is_null()
                .and(by_identifier)
                .nullable()),
        )
        .select((
            job_sources::identity,
            job_sources::name,
            job_sources::value,
            job_sources::job_id,
            job_sources::digest,
            job_sources::pay_left_out,
        ))
        .load(db)?;
    Ok(rows
        .into_iter()
        .map(|(identity, name, value, job_id, digest, pay_left_out)| {
            let identifier = Key::Identifier(name, value);
            let kept = Kept {
                digest,
                pay_left_out,
            };
            (identity.map_or(identifier, Key::Identity), (job_id, kept))
        })
        .collect())
}

/// The jobs that were posted here, as an export of this board calls them.
fn load_own(db: &mut Db, postings: &[&Posting]) -> Result<Known, Error> {
    let board_id = board_id::read(db)?;
    let ids: Vec<i64> = identities(postings)
        .filter_map(|identity| identity.number_on(&board_id))
        .collect();
    if ids.is_empty() {
        return Ok(Known::new());
    }
    let imported = job_sources::table.select(job_sources::job_id);
    let own: Vec<Job> = jobs::table
        .filter(jobs::id.eq_any(ids))
        .filter(jobs::id.ne_all(imported))
        .select(Job::as_select())
        .load(db)?;
    Ok(own
        .into_iter()
        .map(|job| {
            let key = Key::Identity(Identity::of(&board_id, &job).to_string());
            let kept = Kept {
                digest: fingerprint(&job.fields, job.date_posted),
                pay_left_out: String::new(),
            };
            (key, (job.id, kept))
        })
        .collect())
}

fn identities<'a>(postings: &[&'a Posting]) -> impl Iterator<Item = &'a Identity> {
    postings
        .iter()
        .filter_map(|posting| posting.identity.as_ref())
}

fn add(
    db: &mut Db,
    posting: &Posting,
    owner_id: Option<i64>,
    origin: &Origin,
) -> Result<i64, Error> {
    let is_published = posting.status == Status::Published;
    let new = NewJob {
        status: Stored(posting.status),
        date_posted: posting.date_posted.or(is_published.then_some(origin.at)),
        ..NewJob::new(owner_id, posting.fields.clone(), true, origin.at)
    };
    let job_id = new.add(db, origin)?.id;
    let source = NewSource {
        job_id,
        name: &posting.source.0,
        value: &posting.source.1,
        digest: &posting.digest,
        identity: posting.identity.as_ref().map(Identity::as_str),
        pay_left_out: posting.pay_left_out(),
    };
    diesel::insert_into(job_sources::table)
        .values(&source)
        .execute(db)?;
    Ok(job_id)
}

/// The status stays: a job that was closed here is not opened by an import. So do the fields that somebody
/// changed here.
fn update(db: &mut Db, job_id: i64, posting: &Posting, origin: &Origin) -> Result<(), Error> {
    loop {
        let job = Job::find(db, job_id)?;
        let edited = edited::read(db, job_id)?;
        let kept = edited.clone().unwrap_or_default();
        let fields = edited::merge(&posting.fields, &job.fields, &kept)?;
        // Else somebody edited it between the two.
        if job.update(db, job.version, &fields, origin)? {
            if let Some(edited) = edited {
                // What the source changed, nobody changed here.
                edited::write(db, job_id, &edited)?;
            }
            break;
        }
    }
    diesel::update(job_sources::table.find(job_id))
        .set(job_sources::digest.eq(&posting.digest))
        .execute(db)?;
    Ok(pay_left_out::note(db, job_id, posting.pay_left_out())?)
}

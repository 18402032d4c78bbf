//! A file that has all jobs: those that were imported before and that it lacks are closed, unless that is most of
//! them.

use std::collections::{BTreeSet, HashSet};

use diesel::prelude::*;

use super::posting::Posting;
use crate::{
    jobs::{Job, Status, error::Error},
    platform::{
        audit::Origin,
        db::{Db, text_enum::TextEnum},
        schema::{job_sources, jobs, source_postings},
    },
};

/// Jobs that are looked for in one query.
const AT_ONCE: usize = 500;

/// What a file has.
#[derive(Debug, Default)]
pub struct Contents {
    /// The names of its identifiers: what was imported under others is none of its business.
    names: BTreeSet<String>,
    keys: HashSet<(String, String)>,
    identities: HashSet<String>,
    /// The titles of records that could not be read: their jobs are not missing.
    refused_titles: HashSet<String>,
    /// How many records could not be read at all: any job may be one of them.
    unreadable: usize,
}

/// The open jobs that a file might have, and those of them that it lacks.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Lacking {
    pub open: usize,
    pub ids: Vec<i64>,
}

impl Lacking {
    /// Whether more than half would be closed, which is more likely a fault of the file.
    pub fn is_most(&self) -> bool {
        self.ids.len() * 2 > self.open
    }
}

impl Contents {
    pub fn add(&mut self, posting: &Posting) {
        self.names.insert(posting.source.0.clone());
        self.keys.insert(posting.source.clone());
        if let Some(identity) = &posting.identity {
            self.identities.insert(identity.to_string());
        }
    }

    /// A record that could not be read; without a title nobody knows which job it was.
    pub fn add_refused(&mut self, title: &str) {
        if title.is_empty() {
            self.unreadable += 1;
        } else {
            self.refused_titles.insert(title.to_owned());
        }
    }

    /// How many records could be any job.
    pub fn unreadable(&self) -> usize {
        self.unreadable
    }

    /// The open jobs that were imported for `owner_id`, or for nobody, under the names of this file's identifiers,
    /// and that it lacks. Those that a scheduled source has are left to it.
    pub fn lacking(&self, db: &mut Db, owner_id: Option<i64>) -> QueryResult<Lacking> {
        let mut lacking = Lacking::default();
        let names: Vec<&str> = self.names.iter().map(String::as_str).collect();
        for names in names.chunks(AT_ONCE) {
            let scheduled = source_postings::table
                .filter(source_postings::job_id.is_not_null())
                .select(source_postings::job_id.assume_not_null());
            let mut rows = job_sources::table
                .inner_join(jobs::table)
                .filter(job_sources::name.eq_any(names))
                .filter(jobs::status.eq(Status::Published.as_str()))
                .filter(jobs::id.ne_all(scheduled))
                .select((
                    jobs::id,
                    jobs::title,
                    job_sources::name,
                    job_sources::value,
                    job_sources::identity,
                ))
                .into_boxed();
            rows = match owner_id {
                Some(owner_id) => rows.filter(jobs::owner_id.eq(owner_id)),
                None => rows.filter(jobs::owner_id.is_null()),
            };
            let rows: Vec<(i64, String, String, String, Option<String>)> = rows.load(db)?;
            lacking.open += rows.len();
            let gone = rows
                .into_iter()
                .filter(|(_, title, name, value, identity)| {
                    let is_here = match identity {
                        Some(identity) => self.identities.contains(identity),
                        None => self.keys.contains(&(name.clone(), value.clone())),
                    };
                    !is_here && !self.refused_titles.contains(title)
                });
            lacking.ids.extend(gone.map(|(id, ..)| id));
        }
        Ok(lacking)
    }
}

/// Closes these jobs. Call inside a transaction.
///
/// # Errors
/// Those of the verbs of a job.
pub fn close(db: &mut Db, ids: &[i64], origin: &Origin) -> Result<(), Error> {
    for id in ids {
        let job = Job::find(db, *id)?;
        if job.status.can_close() {
            job.close(db, Status::Withdrawn, origin)?;
        }
    }
    Ok(())
}

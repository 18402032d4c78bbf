//! Jobs that have most of the words of a search, shown where few have all of them.

use super::{Found, JobQuery, answer::scanned};
use crate::{
    http::error::Error,
    search::{
        fold,
        index::ask::{Asked, Order},
        lists::Lists,
        search_entry::{self, SearchEntry},
    },
};

/// Jobs that are few.
const FEW: usize = 5;

/// Jobs that are shown besides.
const SHOWN: usize = 10;

impl JobQuery {
    /// The best of the jobs that have all of its words but one, where it found so few on its first page
    /// that somebody may look further.
    ///
    /// # Errors
    /// Those of the database and of the index.
    pub fn find_nearly(&self, found: &Found, lists: &mut Lists) -> Result<Vec<SearchEntry>, Error> {
        if !self.is_first_page() || found.jobs.len() >= FEW || !found.more.is_empty() {
            return Ok(Vec::new());
        }
        let Some(words) = self.expression_of_most(lists.words) else {
            return Ok(Vec::new());
        };
        let hits = lists.index.ask(&Asked {
            words,
            order: Order::BestFirst,
            most: FEW + fold::SCANNED,
            ..self.asking(lists)
        })?;
        let mut besides = scanned(&hits);
        besides.retain(|hit| found.jobs.iter().all(|job| job.position != hit.position));
        let (share, _) = fold::share(besides, SHOWN);
        let (positions, _) = share.fold();
        let mut jobs = search_entry::at(lists.db, &positions)?;
        jobs.sort_by_key(|job| {
            positions
                .iter()
                .position(|position| *position == job.position)
        });
        Ok(jobs)
    }
}

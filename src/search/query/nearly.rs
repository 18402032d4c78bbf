//! Jobs that have some of the words of a search, shown where few have all of them.

use super::{Found, JobQuery, answer::scanned};
use crate::{
    http::error::Error,
    search::{
        fold::{self, Scanned},
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
    /// The best of the jobs that have all of its words but one, or, where there are none, any of them; where it
    /// found so few on its first page that somebody may look further.
    ///
    /// # Errors
    /// Those of the database and of the index.
    pub fn find_nearly(&self, found: &Found, lists: &mut Lists) -> Result<Vec<SearchEntry>, Error> {
        if !self.is_first_page() || found.jobs.len() >= FEW || !found.more.is_empty() {
            return Ok(Vec::new());
        }
        let is_new = |hit: &Scanned| found.jobs.iter().all(|job| job.position != hit.position);
        for words in self.expressions_of_some(lists.words) {
            let hits = lists.index.ask(&Asked {
                words,
                order: Order::BestFirst,
                most: FEW + fold::SCANNED,
                ..self.asking(lists)
            })?;
            let besides: Vec<Scanned> = scanned(&hits).into_iter().filter(is_new).collect();
            if besides.is_empty() {
                continue;
            }
            let (share, _) = fold::share(besides, SHOWN);
            let (positions, _) = share.fold();
            let mut jobs = search_entry::at(lists.db, &positions)?;
            jobs.sort_by_key(|job| {
                let mut positions = positions.iter();
                positions.position(|position| *position == job.position)
            });
            return Ok(jobs);
        }
        Ok(Vec::new())
    }
}

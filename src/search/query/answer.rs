//! The answer to a search, page by page.

use std::collections::HashMap;

use diesel::QueryResult;

use super::{Cursor, JobQuery, MOST_COUNTED, PAGE_SIZE, Sort, Window};
use crate::{
    platform::{db::Db, zone::Moment},
    search::{
        fold::{self, More, Share},
        index::{
            find::{Order, Scanned},
            relevance::{self, CANDIDATES},
        },
        search_entry::{self, SearchEntry},
    },
};

/// One page of the answer.
#[derive(Debug)]
pub struct Found {
    pub jobs: Vec<SearchEntry>,
    /// What has no row of its own, so that one employer does not fill the page.
    pub more: Vec<More>,
    /// Which of the search's jobs these are, the first and the last, counted from one; nothing where that
    /// is too far down to be counted.
    pub range: Option<(usize, usize)>,
    /// The next page, if there is one.
    pub older: Option<JobQuery>,
    pub newer: Option<JobQuery>,
    /// Behind the last page of the best matches: those that were not ranked, the newest first.
    pub unranked: Option<JobQuery>,
}

impl JobQuery {
    /// One page of the jobs that are open at `now`, each with a row.
    pub fn find(&self, db: &mut Db, now: Moment) -> QueryResult<Found> {
        self.answer(db, now, false)
    }

    /// The same for people: of a company that would fill the page, a few jobs are shown, and the page
    /// says which part of the list it is.
    pub fn find_folded(&self, db: &mut Db, now: Moment) -> QueryResult<Found> {
        // Whoever asks for one company wants to see all of it.
        let mut found = self.answer(db, now, self.filters.company.is_none())?;
        let before = match (self.window, found.jobs.first()) {
            (Window::First | Window::Page(_), _) | (_, None) => return Ok(found),
            (Window::OlderThan(Cursor(before)), _) => self.count_above(before - 1, db, now)?,
            (Window::NewerThan(_), Some(first)) => self.count_above(first.position, db, now)?,
        };
        let length = found.range.map_or(0, |(first, last)| last + 1 - first);
        found.range = (before + length <= MOST_COUNTED).then_some((before + 1, before + length));
        Ok(found)
    }

    fn answer(&self, db: &mut Db, now: Moment, folds: bool) -> QueryResult<Found> {
        if self.sorts_by_relevance() {
            return self.best(db, now, folds);
        }
        let condition = self.condition(now);
        let order = match self.window {
            Window::NewerThan(_) => Order::OldestFirst,
            _ => Order::NewestFirst,
        };
        let mut entries = condition.listed(db, order, PAGE_SIZE + 1)?;
        let companies = entries.iter().map(|entry| entry.company_slug.as_str());
        let is_flooded = folds && entries.len() > PAGE_SIZE && fold::is_flooded(companies);
        let (share, has_more) = if is_flooded {
            let mut scanned = condition.scan(db, order, fold::SCANNED + 1)?;
            let is_cut = scanned.len() > fold::SCANNED;
            scanned.truncate(fold::SCANNED);
            let (share, rest) = take(scanned, true);
            (share, is_cut || !rest.is_empty())
        } else {
            let (share, rest) = take(entries.iter().map(Scanned::from).collect(), false);
            (share, !rest.is_empty())
        };
        let (share, has_older, has_newer) = match self.window {
            Window::OlderThan(_) => (share, has_more, true),
            Window::NewerThan(_) => (share.reversed(), true, has_more),
            Window::First | Window::Page(_) => (share, has_more, false),
        };
        let at = |job: Option<&Scanned>, window: fn(Cursor) -> Window| {
            Some(self.at(window(Cursor(job?.position))))
        };
        let older = has_older.then(|| at(share.jobs.last(), Window::OlderThan));
        let newer = has_newer.then(|| at(share.jobs.first(), Window::NewerThan));
        let mut found = Found::of(&share, 0, |positions| {
            entries.retain(|entry| positions.contains(&entry.position));
            let missing = |position: &i64| !entries.iter().any(|entry| entry.position == *position);
            let missing: Vec<i64> = positions.iter().copied().filter(missing).collect();
            entries.extend(search_entry::at(db, &missing)?);
            Ok(entries)
        })?;
        (found.older, found.newer) = (older.flatten(), newer.flatten());
        Ok(found)
    }

    /// The best of the newest matches. They are ranked anew for each page: which they are changes only
    /// when a job does.
    fn best(&self, db: &mut Db, now: Moment, folds: bool) -> QueryResult<Found> {
        let mut newest = self
            .condition(now)
            .listed(db, Order::NewestFirst, CANDIDATES + 1)?;
        let has_unranked = newest.len() > CANDIDATES;
        newest.truncate(CANDIDATES);
        let oldest = newest.last().map(|job| job.position);
        let page = match self.window {
            Window::Page(page) => page,
            _ => 1,
        };
        let mut before = 0;
        let ranked = relevance::ranked(newest, &self.terms);
        let (mut share, mut rest) = take(ranked.iter().map(Scanned::from).collect(), folds);
        for _ in 1..page {
            before += share.jobs.len();
            (share, rest) = take(rest, folds);
        }
        let older = (!rest.is_empty()).then(|| self.at(Window::Page(page + 1)));
        let unranked = oldest.filter(|_| has_unranked && rest.is_empty());
        let found = Found::of(&share, before, |_| Ok(ranked))?;
        Ok(Found {
            older,
            newer: (page > 1).then(|| {
                self.at(match page {
                    2 => Window::First,
                    page => Window::Page(page - 1),
                })
            }),
            unranked: unranked.map(|oldest| {
                self.sorted(Sort::Newest)
                    .at(Window::OlderThan(Cursor(oldest)))
            }),
            ..found
        })
    }

    /// How many jobs of this search stand above `position`, up to one more than is counted.
    fn count_above(&self, position: i64, db: &mut Db, now: Moment) -> QueryResult<usize> {
        let mut condition = self.at(Window::First).condition(now);
        condition.above = condition.above.max(position);
        condition.count(db, MOST_COUNTED + 1)
    }

    fn at(&self, window: Window) -> Self {
        Self {
            window,
            ..self.clone()
        }
    }
}

impl Found {
    /// A page of these jobs, of which `before` stand on the pages before it. `entries` gives those at some
    /// positions, among others and in any order.
    fn of(
        share: &Share,
        before: usize,
        entries: impl FnOnce(&[i64]) -> QueryResult<Vec<SearchEntry>>,
    ) -> QueryResult<Self> {
        let taken = share.jobs.len();
        let (positions, more) = share.fold();
        let entries = entries(&positions)?;
        let mut entries: HashMap<i64, SearchEntry> = entries
            .into_iter()
            .map(|entry| (entry.position, entry))
            .collect();
        let shown = positions.iter();
        Ok(Self {
            jobs: shown
                .filter_map(|position| entries.remove(position))
                .collect(),
            more,
            range: (taken > 0).then_some((before + 1, before + taken)),
            older: None,
            newer: None,
            unranked: None,
        })
    }
}

fn take(jobs: Vec<Scanned>, folds: bool) -> (Share, Vec<Scanned>) {
    if folds {
        fold::share(jobs, PAGE_SIZE)
    } else {
        fold::whole(jobs, PAGE_SIZE)
    }
}

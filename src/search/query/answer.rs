//! The answer to a search, page by page.

use std::collections::HashMap;

use super::{Cursor, JobQuery, PAGE_SIZE, Sort, Window, newest::Newest};
use crate::{
    http::error::Error,
    search::{
        fold::{self, More, Scanned, Share},
        index::ask::{Asked, Counts, Hits, Order},
        lists::Lists,
        search_entry::{self, SearchEntry},
    },
};

/// The best matches that have pages: 50 of them.
pub const MOST_RANKED: usize = 1000;

/// One page of the answer.
#[derive(Debug)]
pub struct Found {
    pub jobs: Vec<SearchEntry>,
    /// What has no row of its own, so that one employer does not fill the page.
    pub more: Vec<More>,
    /// Which of the search's jobs these are, the first and the last, counted from one; nothing where there
    /// are none, or they were not counted.
    pub range: Option<(usize, usize)>,
    /// How many jobs the search finds, and how many are behind each value of each filter, where that was
    /// asked and could be counted.
    pub numbers: Option<Numbers>,
    /// The next page, if there is one.
    pub older: Option<JobQuery>,
    pub newer: Option<JobQuery>,
    /// Where a page that is behind the last one, or before the first, leads to instead.
    pub nearest: Option<JobQuery>,
    /// Behind the last page of the best matches, where there are more of them: all, the newest first.
    pub unranked: Option<JobQuery>,
}

#[derive(Clone, Debug)]
pub struct Numbers {
    pub total: usize,
    pub counts: Counts,
}

/// What is wanted besides the jobs of a page.
#[derive(Clone, Copy, Debug, Default)]
pub struct Wanted {
    /// Of a company that would fill the page, a few jobs are shown.
    pub folded: bool,
    /// The numbers beside the list.
    pub numbers: bool,
}

impl JobQuery {
    /// One page of the jobs that are open now.
    ///
    /// # Errors
    /// Those of the database, and of the index where one is needed: without words and filters it is not.
    pub fn find(&self, lists: &mut Lists, wanted: Wanted) -> Result<Found, Error> {
        let wanted = Wanted {
            // Whoever asks for one company wants to see all of it.
            folded: wanted.folded && self.filters.company.is_none(),
            ..wanted
        };
        if self.sorts_by_relevance() {
            return self.best(lists, wanted);
        }
        let order = match self.window {
            Window::NewerThan(_) => Order::OldestFirst,
            _ => Order::NewestFirst,
        };
        let most = if wanted.folded {
            fold::SCANNED
        } else {
            PAGE_SIZE
        };
        let (hits, mut scanned) = if self.is_search() {
            let hits = lists.index.ask(&Asked {
                order,
                most: most + 1,
                counts: wanted.numbers,
                ..self.asking(lists)
            })?;
            let scanned = scanned(&hits);
            (Some(hits), scanned)
        } else {
            let numbers = self.numbers_of_all(lists, wanted)?;
            let (above, below) = self.between();
            let today = lists.now.today();
            let newest = Newest {
                today,
                above,
                below,
            };
            (
                numbers,
                newest.scan(lists.db, order, PAGE_SIZE + 1, most + 1)?,
            )
        };
        let is_cut = scanned.len() > most;
        scanned.truncate(most);
        let (share, rest) = take(scanned, wanted.folded);
        let has_more = is_cut || !rest.is_empty();
        let (share, has_older, has_newer) = match self.window {
            Window::OlderThan(_) => (share, has_more, true),
            Window::NewerThan(_) => {
                let has_older = hits.as_ref().is_none_or(|hits| hits.total > hits.inside);
                (share.reversed(), has_older, has_more)
            }
            Window::First | Window::Page(_) => (share, has_more, false),
        };
        let before = match (self.window, &hits) {
            (Window::First, _) => Some(0),
            (Window::NewerThan(_), Some(hits)) => {
                Some(hits.inside.saturating_sub(share.jobs.len()))
            }
            (_, Some(hits)) => Some(hits.total - hits.inside),
            (_, None) => None,
        };
        let at = |job: Option<&Scanned>, window: fn(Cursor) -> Window| {
            Some(self.at(window(Cursor(job?.position))))
        };
        let older = has_older.then(|| at(share.jobs.last(), Window::OlderThan));
        let newer = has_newer.then(|| at(share.jobs.first(), Window::NewerThan));
        let mut found = Found::of(&share, before, lists)?;
        found.numbers = numbers(hits, wanted);
        if let (false, Some(numbers), Some((_, last))) =
            (self.is_search(), &mut found.numbers, found.range)
        {
            // The database may be a moment ahead of the index.
            numbers.total = numbers.total.max(last);
        }
        (found.older, found.newer) = (older.flatten(), newer.flatten());
        if found.jobs.is_empty() {
            found.nearest = match self.window {
                Window::OlderThan(Cursor(number)) => {
                    Some(self.at(Window::NewerThan(Cursor((number - 1).max(1)))))
                }
                Window::NewerThan(_) => Some(self.first_page()),
                Window::First | Window::Page(_) => None,
            };
        }
        Ok(found)
    }

    /// How many jobs this search finds.
    ///
    /// # Errors
    /// Those of the index.
    pub fn count(&self, lists: &mut Lists) -> Result<usize, Error> {
        let asking = self.first_page().asking(lists);
        Ok(lists.index.ask(&asking)?.total)
    }

    /// The numbers beside the list of all jobs, where they are needed: every job is looked at for them. The
    /// list is shown while the index is not there yet, too.
    fn numbers_of_all(&self, lists: &mut Lists, wanted: Wanted) -> Result<Option<Hits>, Error> {
        let are_needed = wanted.numbers || wanted.folded && !self.is_first_page();
        if !are_needed || !lists.index.is_complete() {
            return Ok(None);
        }
        let asked = Asked {
            counts: wanted.numbers,
            ..self.asking(lists)
        };
        Ok(Some(lists.index.ask(&asked)?))
    }

    /// The best matches. They are ranked anew for each page: which they are changes only when a job does.
    fn best(&self, lists: &mut Lists, wanted: Wanted) -> Result<Found, Error> {
        let page = match self.window {
            Window::Page(page) => page,
            _ => 1,
        };
        // Each page is chosen from so many of what the pages before it leave.
        let each = if wanted.folded {
            fold::SCANNED
        } else {
            PAGE_SIZE
        };
        let most = (page * each).min(MOST_RANKED);
        let mut hits = lists.index.ask(&Asked {
            order: Order::BestFirst,
            most: most + 1,
            counts: wanted.numbers,
            ..self.asking(lists)
        })?;
        let is_cut = hits.first.len() > most;
        hits.first.truncate(most);
        let mut before = 0;
        let mut share = Share::default();
        let mut rest = scanned(&hits);
        // How many pages there are, up to this one.
        let mut pages = 0;
        for _ in 0..page {
            pages += usize::from(!rest.is_empty());
            before += share.jobs.len();
            let behind = rest.split_off(rest.len().min(each));
            (share, rest) = take(rest, wanted.folded);
            rest.extend(behind);
        }
        let has_older = !rest.is_empty() || is_cut && most < MOST_RANKED;
        let mut found = Found::of(&share, Some(before), lists)?;
        found.numbers = numbers(Some(hits), wanted);
        found.older = has_older.then(|| self.at(Window::Page(page + 1)));
        let to = |page: usize| {
            self.at(match page {
                0 | 1 => Window::First,
                page => Window::Page(page),
            })
        };
        found.newer = (page > 1).then(|| to(page - 1));
        if found.jobs.is_empty() && page > 1 {
            found.nearest = Some(to(pages.min(page - 1)));
        }
        found.unranked = (is_cut && !has_older).then(|| self.sorted(Sort::Newest));
        Ok(found)
    }

    fn at(&self, window: Window) -> Self {
        Self {
            window,
            ..self.clone()
        }
    }
}

impl Found {
    /// A page of these jobs, with so many on the pages before it, where that is known. A job that has left
    /// the board since the index was written is left out.
    fn of(share: &Share, before: Option<usize>, lists: &mut Lists) -> Result<Self, Error> {
        let taken = share.jobs.len();
        let (positions, folded) = share.fold();
        let entries = search_entry::at(lists.db, &positions)?;
        let mut entries: HashMap<i64, SearchEntry> = entries
            .into_iter()
            .map(|entry| (entry.position, entry))
            .collect();
        let shown = positions.iter();
        let jobs: Vec<SearchEntry> = shown
            .filter_map(|position| entries.remove(position))
            .collect();
        Ok(Self {
            more: More::of(&folded, &jobs),
            jobs,
            range: before
                .filter(|_| taken > 0)
                .map(|before| (before + 1, before + taken)),
            numbers: None,
            older: None,
            newer: None,
            nearest: None,
            unranked: None,
        })
    }
}

pub(super) fn scanned(hits: &Hits) -> Vec<Scanned> {
    let first = hits.first.iter();
    first
        .map(|hit| Scanned {
            position: hit.position,
            company: hit.company,
        })
        .collect()
}

fn numbers(hits: Option<Hits>, wanted: Wanted) -> Option<Numbers> {
    hits.filter(|_| wanted.numbers).map(|hits| Numbers {
        total: hits.total,
        counts: hits.counts,
    })
}

fn take(jobs: Vec<Scanned>, folds: bool) -> (Share, Vec<Scanned>) {
    if folds {
        fold::share(jobs, PAGE_SIZE)
    } else {
        fold::whole(jobs, PAGE_SIZE)
    }
}

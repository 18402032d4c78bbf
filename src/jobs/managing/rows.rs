//! The jobs of a table: which they are, how many are in each tab, and those of one page.

use std::collections::{HashMap, HashSet};

use chrono::{NaiveDate, NaiveDateTime};
use diesel::{dsl::count_star, prelude::*};

use super::tab::Tab;
use crate::{
    companies::naming::Names,
    http::listing::{Listing, count_of},
    jobs::{
        job::Job,
        life::{
            outcome::{self, Outcome},
            schedule,
        },
        ownership::belongs_to,
        removal,
        status::Status,
        views,
    },
    platform::{
        db::{
            Db,
            contains::{ESCAPE, lower, pattern},
            text_enum::{Stored, TextEnum},
        },
        schema::{accounts, companies, job_schedules, jobs},
    },
};

/// Most jobs that a search in a table finds, the newest of them. Any substring counts, so no index helps: the
/// database reads the titles of all jobs once, and what it finds is counted and paged here.
pub const MOST_FOUND: i64 = 10_000;

/// Which jobs a table shows.
#[derive(Clone, Debug)]
pub struct Wanted {
    /// The account whose jobs they are, or everybody's.
    pub owner: Option<i64>,
    /// Of those of `owner`: only the jobs of this company's team, and only those that this account posted.
    pub company: Option<i64>,
    pub poster: Option<i64>,
    pub tab: Tab,
    /// Part of a title, a company or, among everybody's jobs, the owner's address; may be empty.
    pub text: String,
    pub today: NaiveDate,
}

/// What a table shows.
pub struct Loaded {
    /// The jobs of the page.
    pub jobs: Vec<JobRow>,
    /// How many jobs are in each tab.
    pub counts: Vec<(Tab, i64)>,
}

/// A job, its company called as lists call it, and what else a table shows of it.
pub struct JobRow {
    pub job: Job,
    /// The owner's address.
    pub owner: Option<String>,
    /// How often its page was opened.
    pub views: i64,
    /// Why it was removed.
    pub reason: Option<String>,
    /// When it is published by itself.
    pub publish_at: Option<NaiveDate>,
    /// What came of it.
    pub outcome: Option<Outcome>,
}

/// What decides in which tab a job is: its status, its last day, and since when it is off the lists for want of
/// a confirmation.
type State = (Stored<Status>, Option<NaiveDate>, Option<NaiveDateTime>);

/// Those rows of a boxed query that are of the company and the poster asked for. A macro, since each query has another type.
macro_rules! narrowed {
    ($query:expr, $wanted:expr) => {{
        let mut query = $query;
        if let Some(company) = $wanted.company {
            query = query.filter(jobs::company_id.eq(company));
        }
        if let Some(poster) = $wanted.poster {
            query = query.filter(jobs::owner_id.eq(poster));
        }
        query
    }};
}

impl Wanted {
    /// Whether all jobs are meant, whatever their tab.
    pub fn is_everything(&self) -> bool {
        self.text.is_empty() && self.company.is_none() && self.poster.is_none()
    }

    fn has(&self, tab: Tab, (status, valid_through, unconfirmed_at): State) -> bool {
        let end = (valid_through, unconfirmed_at.is_some());
        tab.has(self.owner.is_some(), *status, end, self.today)
    }

    /// The same of the job `id`, which may be scheduled.
    fn has_job(&self, tab: Tab, id: i64, state: State, scheduled: &HashSet<i64>) -> bool {
        let is_meant = match tab {
            Tab::Scheduled => scheduled.contains(&id),
            Tab::Drafts => !scheduled.contains(&id),
            _ => true,
        };
        is_meant && self.has(tab, state)
    }

    /// Reads the page that `listing` asks for.
    pub fn load(&self, db: &mut Db, listing: &Listing) -> QueryResult<Loaded> {
        let found = match self.text.as_str() {
            "" => None,
            _ => Some(self.find(db)?),
        };
        let scheduled = self.scheduled(db)?;
        let counts = match &found {
            None => self.counts(&self.count(db)?, scheduled.len()),
            Some(found) => Tab::of(self.owner)
                .iter()
                .map(|tab| {
                    let within = found
                        .iter()
                        .filter(|(id, state)| self.has_job(*tab, *id, *state, &scheduled));
                    (*tab, i64::try_from(within.count()).unwrap_or(i64::MAX))
                })
                .collect(),
        };
        let window = listing.window(count_of(&counts, self.tab));
        let ids: Vec<i64> = match found {
            None => self.ids(db, window.offset, window.limit)?,
            Some(found) => found
                .into_iter()
                .filter(|(id, state)| self.has_job(self.tab, *id, *state, &scheduled))
                .map(|(id, _)| id)
                .skip(window.offset.try_into().unwrap_or(0))
                .take(window.limit.try_into().unwrap_or(0))
                .collect(),
        };
        Ok(Loaded {
            jobs: read(db, &ids)?,
            counts,
        })
    }

    /// How many jobs there are of each state, by an index that has both.
    fn count(&self, db: &mut Db) -> QueryResult<Vec<(State, i64)>> {
        let state = (jobs::status, jobs::valid_through, jobs::unconfirmed_at);
        let grouped = jobs::table.group_by(state).select((state, count_star()));
        match self.owner {
            Some(owner) => narrowed!(grouped.filter(belongs_to(owner)).into_boxed(), self).load(db),
            None => grouped.load(db),
        }
    }

    /// How many are in each tab, of so many of each state. The drafts that are scheduled are not in theirs.
    fn counts(&self, states: &[(State, i64)], scheduled: usize) -> Vec<(Tab, i64)> {
        let scheduled = i64::try_from(scheduled).unwrap_or(i64::MAX);
        let sum = |tab: &Tab| {
            let within = states.iter().filter(|(state, _)| self.has(*tab, *state));
            let count: i64 = within.map(|(_, count)| count).sum();
            match tab {
                Tab::Scheduled => (*tab, scheduled),
                Tab::Drafts => (*tab, count - scheduled),
                _ => (*tab, count),
            }
        };
        Tab::of(self.owner).iter().map(sum).collect()
    }

    /// The drafts that are published by themselves.
    fn scheduled(&self, db: &mut Db) -> QueryResult<HashSet<i64>> {
        let days = job_schedules::table
            .filter(job_schedules::is_on)
            .select(job_schedules::job_id);
        let scheduled = jobs::table
            .filter(jobs::status.eq(Status::Draft.as_str()))
            .filter(jobs::id.eq_any(days))
            .select(jobs::id);
        let ids: Vec<i64> = match self.owner {
            Some(owner) => {
                narrowed!(scheduled.filter(belongs_to(owner)).into_boxed(), self).load(db)?
            }
            None => scheduled.load(db)?,
        };
        Ok(ids.into_iter().collect())
    }

    /// The jobs that have the text, in their order.
    fn find(&self, db: &mut Db) -> QueryResult<Vec<(i64, State)>> {
        let has = pattern(&self.text);
        // What a company is called by now is in no job.
        let called = companies::table
            .filter(lower(companies::name).like(has.clone()).escape(ESCAPE))
            .select(companies::id.nullable());
        let is_meant = lower(jobs::title)
            .like(has.clone())
            .escape(ESCAPE)
            .or(lower(jobs::company).like(has.clone()).escape(ESCAPE))
            .or(jobs::company_id.eq_any(called));
        let state = (jobs::status, jobs::valid_through, jobs::unconfirmed_at);
        let selected = (jobs::id, state);
        let found = jobs::table.select(selected).limit(MOST_FOUND);
        let Some(owner) = self.owner else {
            let owners = accounts::table
                .filter(lower(accounts::email).like(has).escape(ESCAPE))
                .select(accounts::id.nullable());
            return found
                .filter(is_meant.or(jobs::owner_id.eq_any(owners)))
                .order(jobs::id.desc())
                .load(db);
        };
        narrowed!(
            found
                .filter(belongs_to(owner))
                .filter(is_meant)
                .into_boxed(),
            self
        )
        .order((jobs::updated_at.desc(), jobs::id.desc()))
        .load(db)
    }

    /// The jobs of one page of the tab.
    fn ids(&self, db: &mut Db, offset: i64, limit: i64) -> QueryResult<Vec<i64>> {
        let mut query = jobs::table
            .select(jobs::id)
            .offset(offset)
            .limit(limit)
            .into_boxed();
        if let Some(statuses) = self.tab.statuses(self.owner.is_some()) {
            let names: Vec<&str> = statuses.iter().map(|status| status.as_str()).collect();
            query = query.filter(jobs::status.eq_any(names));
        }
        let scheduled = job_schedules::table
            .filter(job_schedules::is_on)
            .select(job_schedules::job_id);
        query = match self.tab {
            Tab::Scheduled => query.filter(jobs::id.eq_any(scheduled)),
            Tab::Drafts => query.filter(jobs::id.ne_all(scheduled)),
            Tab::Open => query.filter(jobs::unconfirmed_at.is_null()).filter(
                jobs::valid_through
                    .is_null()
                    .or(jobs::valid_through.ge(self.today)),
            ),
            Tab::Expired => query.filter(
                jobs::unconfirmed_at
                    .is_not_null()
                    .or(jobs::valid_through.lt(self.today)),
            ),
            _ => query,
        };
        match self.owner {
            Some(owner) => narrowed!(query.filter(belongs_to(owner)), self)
                .order((jobs::updated_at.desc(), jobs::id.desc()))
                .load(db),
            None => query.order(jobs::id.desc()).load(db),
        }
    }
}

/// These jobs, in this order.
fn read(db: &mut Db, ids: &[i64]) -> QueryResult<Vec<JobRow>> {
    let mut rows: Vec<(Job, Option<String>)> = jobs::table
        .left_join(accounts::table)
        .filter(jobs::id.eq_any(ids))
        .select((Job::as_select(), accounts::email.nullable()))
        .load(db)?;
    let names = Names::of_these(db, rows.iter().map(|(job, _)| job.fields.company.as_str()))?;
    for (job, _) in &mut rows {
        job.fields.company = names.of(&job.fields.company).name;
    }
    let views = views::of(db, ids)?;
    let reasons = removal::reasons(db, ids)?;
    let scheduled = schedule::days(db, ids)?;
    let outcomes = outcome::of(db, ids)?;
    let mut rows: HashMap<i64, _> = rows.into_iter().map(|row| (row.0.id, row)).collect();
    let in_order = ids.iter().filter_map(|id| rows.remove(id));
    Ok(in_order
        .map(|(job, owner)| JobRow {
            owner,
            views: views.get(&job.id).copied().unwrap_or_default(),
            reason: reasons.get(&job.id).cloned(),
            publish_at: scheduled.get(&job.id).copied(),
            outcome: outcomes.get(&job.id).copied(),
            job,
        })
        .collect())
}

//! The figures of jobs, summed by the database.

use std::collections::{BTreeMap, HashMap};

use chrono::{NaiveDate, NaiveDateTime};
use diesel::{
    dsl::{min, sql},
    prelude::*,
    sql_types::BigInt,
};

use super::{
    kind::Kind,
    scope::{Scope, load_within},
};
use crate::{
    companies::naming::Names,
    jobs::{ownership::belongs_to, visits::Event},
    platform::{
        db::{
            Db,
            text_enum::{Stored, TextEnum},
        },
        schema::{job_statistics, jobs},
    },
};

/// The same in both databases, which differ in the type of a sum.
const SUM: &str = "CAST(SUM(visits) AS BIGINT)";

/// Most rows of sources and of jobs that are read.
const MOST: i64 = 1_000;

/// How often something was viewed and applied for.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct Sums {
    pub views: i64,
    pub applies: i64,
}

#[derive(Clone, Copy, Debug, Default)]
pub struct DaySums {
    pub people: Sums,
    pub bots: Sums,
}

#[derive(Debug)]
pub struct Figures {
    /// When the first of the jobs was made, unless they are all jobs of the board.
    pub since: Option<NaiveDateTime>,
    /// Each day on which anything was counted.
    pub days: BTreeMap<NaiveDate, DaySums>,
    /// Of people where they come from; of programs the rules by which they are known. The most first.
    pub sources: Vec<(String, Sums)>,
    pub bots: Vec<(String, Sums)>,
    /// Jobs that people visited, the most viewed first.
    pub jobs: Vec<JobSums>,
}

#[derive(Debug)]
pub struct JobSums {
    pub id: i64,
    pub title: String,
    pub company: String,
    pub sums: Sums,
}

impl Sums {
    pub fn add(&mut self, event: Event, visits: i64) {
        match event {
            Event::View => self.views += visits,
            Event::Apply => self.applies += visits,
        }
    }
}

impl std::ops::AddAssign for Sums {
    fn add_assign(&mut self, other: Self) {
        self.views += other.views;
        self.applies += other.applies;
    }
}

impl Figures {
    /// Those from the day `first` on.
    pub fn load(db: &mut Db, scope: Scope, first: NaiveDate) -> QueryResult<Self> {
        Ok(Self {
            since: since(db, scope)?,
            days: by_day(db, scope, first)?,
            sources: by_source(db, scope, first, Kind::Person)?,
            bots: by_source(db, scope, first, Kind::Bot)?,
            jobs: match scope {
                Scope::Job(_) => Vec::new(),
                Scope::Of(_) | Scope::All => by_job(db, scope, first)?,
            },
        })
    }

    /// Of all days.
    pub fn total(&self) -> DaySums {
        let mut total = DaySums::default();
        for day in self.days.values() {
            total.people += day.people;
            total.bots += day.bots;
        }
        total
    }
}

fn since(db: &mut Db, scope: Scope) -> QueryResult<Option<NaiveDateTime>> {
    match scope {
        Scope::Job(id) => jobs::table
            .find(id)
            .select(jobs::created_at)
            .first(db)
            .optional(),
        Scope::Of(account_id) => jobs::table
            .filter(belongs_to(account_id))
            .select(min(jobs::created_at))
            .first(db),
        Scope::All => Ok(None),
    }
}

fn by_day(
    db: &mut Db,
    scope: Scope,
    first: NaiveDate,
) -> QueryResult<BTreeMap<NaiveDate, DaySums>> {
    let by = (
        job_statistics::day,
        job_statistics::event,
        job_statistics::visitor,
    );
    let query = job_statistics::table
        .filter(job_statistics::day.ge(first))
        .group_by(by)
        .select((by, sql::<BigInt>(SUM)));
    let rows: Vec<(Kept, i64)> = load_within!(query, scope, db)?;
    let mut days: BTreeMap<NaiveDate, DaySums> = BTreeMap::new();
    for ((day, event, kind), visits) in rows {
        let sums = days.entry(day).or_default();
        match *kind {
            Kind::Person => sums.people.add(*event, visits),
            Kind::Bot => sums.bots.add(*event, visits),
        }
    }
    Ok(days)
}

/// What a sum of visits is of.
type Kept = (NaiveDate, Stored<Event>, Stored<Kind>);

fn by_source(
    db: &mut Db,
    scope: Scope,
    first: NaiveDate,
    kind: Kind,
) -> QueryResult<Vec<(String, Sums)>> {
    let by = (job_statistics::source, job_statistics::event);
    let query = job_statistics::table
        .filter(job_statistics::day.ge(first))
        .filter(job_statistics::visitor.eq(kind.as_str()))
        .group_by(by)
        .select((by, sql::<BigInt>(SUM)))
        .order(sql::<BigInt>("3 DESC"))
        .limit(MOST);
    let rows: Vec<((String, Stored<Event>), i64)> = load_within!(query, scope, db)?;
    Ok(summed(rows))
}

fn by_job(db: &mut Db, scope: Scope, first: NaiveDate) -> QueryResult<Vec<JobSums>> {
    let by = (job_statistics::job_id, job_statistics::event);
    let query = job_statistics::table
        .filter(job_statistics::day.ge(first))
        .filter(job_statistics::visitor.eq(Kind::Person.as_str()))
        .group_by(by)
        .select((by, sql::<BigInt>(SUM)))
        .order(sql::<BigInt>("3 DESC"))
        .limit(MOST);
    let rows: Vec<((i64, Stored<Event>), i64)> = load_within!(query, scope, db)?;
    let sums = summed(rows);
    let ids: Vec<i64> = sums.iter().map(|(id, _)| *id).collect();
    let names: Vec<(i64, (String, String))> = jobs::table
        .filter(jobs::id.eq_any(ids))
        .select((jobs::id, (jobs::title, jobs::company)))
        .load(db)?;
    let companies = Names::of_these(db, names.iter().map(|(_, (_, company))| company.as_str()))?;
    let mut names: HashMap<i64, (String, String)> = names.into_iter().collect();
    let named = sums.into_iter().filter_map(|(id, sums)| {
        let (title, company) = names.remove(&id)?;
        Some(JobSums {
            id,
            title,
            company: companies.of(&company).name,
            sums,
        })
    });
    Ok(named.collect())
}

/// The sums of each, the most first.
fn summed<T: Ord>(rows: Vec<((T, Stored<Event>), i64)>) -> Vec<(T, Sums)> {
    let mut sums: BTreeMap<T, Sums> = BTreeMap::new();
    for ((of, event), visits) in rows {
        sums.entry(of).or_default().add(*event, visits);
    }
    let mut sums: Vec<(T, Sums)> = sums.into_iter().collect();
    sums.sort_by_key(|(_, sums)| std::cmp::Reverse((sums.views, sums.applies)));
    sums
}

//! The jobs that are on the board, as lists show them: a row for each, in the order of the lists, written in the transaction that changes the job. The search index follows them.

use std::{
    collections::HashMap,
    hash::{DefaultHasher, Hash, Hasher},
};

use chrono::{NaiveDate, NaiveDateTime};
use diesel::prelude::*;

use iso_currency::Currency;

use super::{index::entry_words::yearly, query::cursor::Cursor};
use crate::{
    companies::naming::{self, Named},
    jobs::{
        EmploymentType, Job, Pay, PayPeriod, Workplace,
        events::{JobChanged, JobsExpired},
        job, location,
    },
    platform::{
        audit::Origin,
        db::{
            self, Db,
            text_enum::{Stored, TextEnum},
            version,
        },
        i18n::Locale,
        schema::{jobs, listings},
    },
};

/// Lists are read with so many positions, or a multiple of that.
const PADDED_TO: usize = 8;

/// A job on the board.
#[derive(Clone, Debug, Insertable, Queryable, QueryableByName, Selectable)]
#[diesel(table_name = listings)]
pub struct SearchEntry {
    pub position: i64,
    pub job_id: i64,
    pub title: String,
    pub company: String,
    pub company_slug: String,
    /// The place that is shown.
    pub location: Option<String>,
    pub workplace: Stored<Workplace>,
    pub employment_type: Option<Stored<EmploymentType>>,
    pub category: Option<String>,
    /// Separated by commas.
    pub tags: String,
    /// In hundredths.
    pub pay_min: Option<i64>,
    pub pay_max: Option<i64>,
    pub pay_currency: Option<String>,
    pub pay_period: Option<Stored<PayPeriod>>,
    /// What a year of it comes to, in hundredths; 0 where no pay is stated.
    pub pay_yearly: i64,
    pub valid_through: Option<NaiveDate>,
    /// The hash of its company's logo.
    pub logo: Option<String>,
}

impl SearchEntry {
    /// How lists show `job`, if it is on them.
    ///
    /// `company` is what its company is called.
    pub fn of(job: &Job, company: Named) -> Option<Self> {
        let date_posted = job.date_posted.filter(|_| job.is_listed())?;
        let fields = &job.fields;
        let pay = fields.pay();
        Some(Self {
            // A date to come, which earlier versions imported, would stay on top of every list.
            position: Cursor::new(date_posted.min(job.updated_at), job.id).0,
            job_id: job.id,
            title: fields.title.clone(),
            company: company.name,
            company_slug: company.slug,
            location: Some(location::shown(fields).to_owned()),
            workplace: fields.workplace,
            employment_type: fields.employment_type,
            category: fields.category.clone(),
            tags: fields.tags.clone(),
            pay_min: pay.and_then(|pay| pay.min),
            pay_max: pay.and_then(|pay| pay.max),
            pay_currency: pay.map(|pay| pay.currency.code().to_owned()),
            pay_period: pay.map(|pay| Stored(pay.period)),
            pay_yearly: pay.as_ref().map(yearly).unwrap_or_default(),
            valid_through: fields.valid_through,
            // The job of somebody else under the same name does not look like the company's own.
            logo: company.logo.filter(|_| job.company_id.is_some()),
        })
    }

    pub fn date_posted(&self) -> NaiveDateTime {
        Cursor(self.position).date_posted()
    }

    pub fn path(&self) -> String {
        job::path(self.job_id, &self.title)
    }

    /// A number that changes with anything a card shows.
    pub fn content(&self) -> u64 {
        let mut hasher = DefaultHasher::new();
        let kind = self.employment_type.map(|kind| kind.as_str());
        (
            &self.title,
            &self.company,
            &self.location,
            self.workplace.as_str(),
            &self.tags,
            (self.pay_min, self.pay_max, &self.pay_currency),
            self.pay_period.map(|period| period.as_str()),
            kind,
            &self.logo,
        )
            .hash(&mut hasher);
        hasher.finish()
    }

    /// Where it is, in words: `Hybrid · London`.
    pub fn place(&self, locale: Locale) -> String {
        let location = self.location.as_deref().unwrap_or_default();
        location::in_words(*self.workplace, location, locale)
    }

    /// The same in few words, with the place that is `first` of many: `Remote · Paris + 4 more`.
    pub fn place_in_short(&self, first: usize, locale: Locale) -> String {
        let location = self.location.as_deref().unwrap_or_default();
        let short = location::shortened(location, first, locale);
        location::in_words(*self.workplace, &short, locale)
    }

    /// What it pays, where that is stated.
    pub fn pay(&self) -> Option<Pay> {
        let pay = Pay {
            min: self.pay_min,
            max: self.pay_max,
            currency: Currency::from_code(self.pay_currency.as_deref()?)?,
            period: *self.pay_period?,
        };
        (pay.min.is_some() || pay.max.is_some()).then_some(pay)
    }

    pub fn tags(&self) -> impl Iterator<Item = &str> {
        self.tags.split(',').filter(|tag| !tag.is_empty())
    }

    fn insert(&self, db: &mut Db) -> QueryResult<()> {
        let place = self.location.as_deref().unwrap_or_default();
        diesel::insert_into(listings::table)
            .values((self, listings::place.eq(place)))
            .execute(db)?;
        Ok(())
    }
}

/// Puts a job that changed on the lists, or takes it off, as its status says.
///
/// # Errors
/// Those of the database.
pub fn follow(db: &mut Db, change: &JobChanged, origin: &Origin) -> Result<(), db::Error> {
    if let Some(before) = &change.before {
        let own = listings::table.filter(listings::job_id.eq(before.id));
        let was_listed = diesel::delete(own).execute(db)? > 0;
        let is_over = before.closed_since(origin.moment()).is_some();
        if was_listed && is_over {
            origin.publish(db, &JobsExpired(vec![before.clone()]))?;
        }
    }
    if let Some(after) = &change.after {
        let company = naming::named(db, &after.fields.company)?;
        list(db, after, company)?;
    }
    Ok(())
}

/// Puts a job on the lists that is on none, if it is published.
pub(super) fn list(db: &mut Db, job: &Job, company: Named) -> QueryResult<()> {
    match SearchEntry::of(job, company) {
        Some(listed) => listed.insert(db),
        None => Ok(()),
    }
}

/// The entries at these positions, in any order.
pub fn at(db: &mut Db, positions: &[i64]) -> QueryResult<Vec<SearchEntry>> {
    if positions.is_empty() {
        return Ok(Vec::new());
    }
    match db {
        Db::Postgres(pg) => listings::table
            .filter(listings::position.eq_any(positions))
            .select(SearchEntry::as_select())
            .load(pg),
        // Here a list of values is a statement of its own, which is prepared each time: of these there are few.
        Db::Sqlite(sqlite) => {
            let entries = listings::table.select(SearchEntry::as_select());
            padded(positions)
                .fold(entries.into_boxed(), |entries, position| {
                    entries.or_filter(listings::position.eq(position))
                })
                .load(sqlite)
        }
    }
}

/// The positions, with the last of them again until there is a round number.
fn padded(positions: &[i64]) -> impl Iterator<Item = i64> {
    let last = positions.last().copied();
    let missing = positions.len().next_multiple_of(PADDED_TO) - positions.len();
    let again = last.into_iter().cycle().take(missing);
    positions.iter().copied().chain(again)
}

/// The entries of those of these jobs that are open on `today`, in the order of `ids`.
pub fn open(db: &mut Db, ids: &[i64], today: NaiveDate) -> QueryResult<Vec<SearchEntry>> {
    let mut found: Vec<SearchEntry> = listings::table
        .filter(listings::job_id.eq_any(ids))
        .filter(
            listings::valid_through
                .is_null()
                .or(listings::valid_through.ge(today)),
        )
        .select(SearchEntry::as_select())
        .load(db)?;
    found.sort_by_key(|entry| ids.iter().position(|id| *id == entry.job_id));
    Ok(found)
}

/// The jobs that `listed` are, in its order, their companies called as lists call them.
pub fn whole(db: &mut Db, listed: &[SearchEntry]) -> QueryResult<Vec<Job>> {
    let ids: Vec<i64> = listed.iter().map(|listed| listed.job_id).collect();
    let found: Vec<Job> = jobs::table
        .filter(jobs::id.eq_any(&ids))
        .select(Job::as_select())
        .load(db)?;
    let mut found: HashMap<i64, Job> = found.into_iter().map(|job| (job.id, job)).collect();
    let whole = listed.iter().filter_map(|listed| {
        let mut job = found.remove(&listed.job_id)?;
        job.fields.company.clone_from(&listed.company);
        Some(job)
    });
    Ok(whole.collect())
}

/// Takes off the lists what took its last applications before today. Queries leave it out anyway; this
/// keeps the index small, and tells whoever follows jobs.
///
/// # Errors
/// Those of the database and of the listeners.
pub fn sweep(db: &mut Db, origin: &Origin) -> Result<usize, db::Error> {
    let over = listings::table.filter(listings::valid_through.lt(origin.today()));
    let swept: Vec<i64> = diesel::delete(over)
        .returning(listings::job_id)
        .get_results(db)?;
    if !swept.is_empty() {
        let expired = jobs::table
            .filter(jobs::id.eq_any(&swept))
            .select(Job::as_select())
            .load(db)?;
        origin.publish(db, &JobsExpired(expired))?;
        version::raise(db)?;
    }
    Ok(swept.len())
}

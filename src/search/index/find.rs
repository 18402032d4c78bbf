//! Asking the database: which jobs on the board meet a condition, newest first. What differs between
//! the two databases is here.

mod window;

use chrono::NaiveDate;
use diesel::{
    prelude::*,
    sql_query,
    sql_types::{BigInt, Date, Text},
};

use self::window::Window;
use super::expression::Expression;
use crate::{
    jobs::{EmploymentType, Workplace},
    platform::{
        db::{Db, text_enum::Stored},
        schema::listings,
    },
    search::search_entry::SearchEntry,
};

/// The columns of [`SearchEntry`].
const COLUMNS: &str = "listings.position, listings.job_id, listings.title, listings.company, \
    listings.company_slug, listings.location, listings.workplace, listings.employment_type, \
    listings.category, listings.tags, listings.pay_min, listings.pay_max, \
    listings.pay_currency, listings.pay_period, listings.pay_yearly, \
    listings.valid_through";

/// What must hold beside words and position.
const CONDITIONS: &str = "AND (listings.valid_through IS NULL OR listings.valid_through >= $4) \
    AND listings.pay_yearly >= $5";

/// What must hold of a listing.
#[derive(Clone, Debug)]
pub struct Condition {
    /// Nothing where every job is wanted.
    pub words: Option<Expression>,
    /// Open on this day.
    pub today: NaiveDate,
    /// At least so much a year, in hundredths.
    pub yearly: i64,
    /// Above the first position and below the second.
    pub above: i64,
    pub below: i64,
}

/// What the numbers beside filters are counted from.
#[derive(Clone, Debug, QueryableByName)]
#[diesel(table_name = listings)]
pub struct Sampled {
    pub position: i64,
    pub workplace: Stored<Workplace>,
    pub employment_type: Option<Stored<EmploymentType>>,
    pub category: Option<String>,
}

/// What is read of a job to decide whether a page has a row for it.
#[derive(Clone, Debug, QueryableByName)]
#[diesel(table_name = listings)]
pub struct Scanned {
    pub position: i64,
    pub company_slug: String,
}

impl From<&SearchEntry> for Scanned {
    fn from(entry: &SearchEntry) -> Self {
        Self {
            position: entry.position,
            company_slug: entry.company_slug.clone(),
        }
    }
}

#[derive(QueryableByName)]
struct Place {
    #[diesel(sql_type = BigInt)]
    position: i64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    NewestFirst,
    OldestFirst,
}

impl Condition {
    pub fn listed(&self, db: &mut Db, order: Order, most: usize) -> QueryResult<Vec<SearchEntry>> {
        if self.words.is_some() {
            return self.load(db, COLUMNS, order, most);
        }
        // The most frequent question, in words that Diesel need not have parsed each time.
        let query = listings::table
            .filter(listings::position.gt(self.above))
            .filter(listings::position.lt(self.below))
            .filter(
                listings::valid_through
                    .is_null()
                    .or(listings::valid_through.ge(self.today)),
            )
            .filter(listings::pay_yearly.ge(self.yearly))
            .limit(i64::try_from(most).unwrap_or(i64::MAX))
            .select(SearchEntry::as_select());
        match order {
            Order::NewestFirst => query.order(listings::position.desc()).load(db),
            Order::OldestFirst => query.order(listings::position.asc()).load(db),
        }
    }

    /// Which meet the condition, without what lists show of them.
    pub fn scan(&self, db: &mut Db, order: Order, most: usize) -> QueryResult<Vec<Scanned>> {
        let columns = "listings.position, listings.company_slug";
        self.load(db, columns, order, most)
    }

    /// The newest that meet the condition, up to `most`, for counting; and whether that is all.
    pub fn sample(&self, db: &mut Db, most: usize) -> QueryResult<(Vec<Sampled>, bool)> {
        let words = self.words.as_ref();
        let most = match db {
            // Whether words are next to each other, PostgreSQL has to read in each job.
            Db::Postgres(_) if words.is_some_and(Expression::has_phrase) => most / 4,
            _ => most,
        };
        let columns =
            "listings.position, listings.workplace, listings.employment_type, listings.category";
        let mut rows: Vec<Sampled> = self.load(db, columns, Order::NewestFirst, most + 1)?;
        let is_all = rows.len() <= most;
        rows.truncate(most);
        Ok((rows, is_all))
    }

    /// How many meet the condition, up to `most`.
    pub fn count(&self, db: &mut Db, most: usize) -> QueryResult<usize> {
        let found: Vec<Place> = self.load(db, "listings.position", Order::NewestFirst, most)?;
        Ok(found.iter().filter(|place| place.position > 0).count())
    }

    fn load<T>(&self, db: &mut Db, columns: &str, order: Order, most: usize) -> QueryResult<Vec<T>>
    where
        T: QueryableByName<<Db as Connection>::Backend> + 'static,
    {
        if let (Some(words), Db::Postgres(_)) = (&self.words, &*db) {
            return self.load_by_windows(db, words, columns, order, most);
        }
        let (from, position, matches, words) = match &self.words {
            None => ("listings", "listings.position", "$1 = ''", String::new()),
            Some(words) => (
                "listing_words JOIN listings ON listings.position = listing_words.rowid",
                "listing_words.rowid",
                "listing_words MATCH $1",
                words.fts5(),
            ),
        };
        let direction = order.direction();
        let statement = format!(
            "SELECT {columns} FROM {from} \
             WHERE {matches} AND {position} > $2 AND {position} < $3 {CONDITIONS} \
             ORDER BY {position} {direction} LIMIT $6"
        );
        self.ask(db, statement, words, most)
    }

    /// PostgreSQL's index knows which jobs have the words, but not in which order. So it is asked for
    /// those of the newest few thousand jobs, then of more, until there are enough.
    fn load_by_windows<T>(
        &self,
        db: &mut Db,
        words: &Expression,
        columns: &str,
        order: Order,
        most: usize,
    ) -> QueryResult<Vec<T>>
    where
        T: QueryableByName<<Db as Connection>::Backend> + 'static,
    {
        // The sum keeps the planner from walking along the positions, reading every job's words.
        let direction = order.direction();
        let statement = format!(
            "SELECT {columns} FROM listings \
             WHERE listings.words @@ $1::text::tsquery \
             AND listings.position > $2 AND listings.position < $3 {CONDITIONS} \
             ORDER BY listings.position + 0 {direction} LIMIT $6"
        );
        let mut window = Window::first(db, self, order)?;
        loop {
            let query = window.narrow(words).tsquery();
            let found: Vec<T> = self.ask(db, statement.clone(), query, most)?;
            if found.len() >= most || window.is_last() {
                return Ok(found);
            }
            window = window.wider(db, self, order, found.len(), most)?;
        }
    }

    fn ask<T>(
        &self,
        db: &mut Db,
        statement: String,
        words: String,
        most: usize,
    ) -> QueryResult<Vec<T>>
    where
        T: QueryableByName<<Db as Connection>::Backend> + 'static,
    {
        sql_query(statement)
            .bind::<Text, _>(words)
            .bind::<BigInt, _>(self.above)
            .bind::<BigInt, _>(self.below)
            .bind::<Date, _>(self.today)
            .bind::<BigInt, _>(self.yearly)
            .bind::<BigInt, _>(i64::try_from(most).unwrap_or(i64::MAX))
            .load(db)
    }
}

impl Order {
    fn direction(self) -> &'static str {
        match self {
            Self::NewestFirst => "DESC",
            Self::OldestFirst => "ASC",
        }
    }
}

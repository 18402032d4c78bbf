//! The list of all jobs, newest first: read from the database alone, so that it is there while the index
//! is not.

use chrono::NaiveDate;
use diesel::prelude::*;

use crate::{
    platform::{db::Db, schema::listings},
    search::{
        companies::is_open,
        fold::{self, Scanned},
        index::{ask::Order, document},
    },
};

/// A part of the list.
#[derive(Clone, Copy, Debug)]
pub struct Newest {
    /// Open on this day.
    pub today: NaiveDate,
    /// Above the first position and below the second.
    pub above: i64,
    pub below: i64,
}

impl Newest {
    /// Its first `page` jobs, and more of them, up to `most`, where one company has too many of these.
    pub fn scan(
        self,
        db: &mut Db,
        order: Order,
        page: usize,
        most: usize,
    ) -> QueryResult<Vec<Scanned>> {
        let first = self.first(db, order, page)?;
        if most > page && first.len() == page && fold::is_flooded(&first) {
            return self.first(db, order, most);
        }
        Ok(first)
    }

    fn first(self, db: &mut Db, order: Order, most: usize) -> QueryResult<Vec<Scanned>> {
        let query = listings::table
            .filter(listings::position.gt(self.above))
            .filter(listings::position.lt(self.below))
            .filter(is_open(self.today))
            .limit(i64::try_from(most).unwrap_or(i64::MAX))
            .select((listings::position, listings::company_slug));
        let found: Vec<(i64, String)> = match order {
            Order::OldestFirst => query.order(listings::position.asc()).load(db),
            Order::NewestFirst | Order::BestFirst => {
                query.order(listings::position.desc()).load(db)
            }
        }?;
        let scanned = found.into_iter().map(|(position, slug)| Scanned {
            position,
            company: document::company(&slug),
        });
        Ok(scanned.collect())
    }
}

//! The part of the lists that a search on PostgreSQL looks at: so many jobs from where it starts, told
//! to the index as the days on which they were posted.

use diesel::{prelude::*, sql_query, sql_types::BigInt};

use super::{Condition, Order};
use crate::{
    platform::db::Db,
    search::{
        index::{entry_words, expression::Expression},
        query::cursor::Cursor,
    },
};

/// Jobs in the first window: every other search is answered from it.
const FIRST: usize = 4_000;

/// A window of more jobs than this costs more than all jobs that have the words.
const LARGEST: usize = 100_000;

/// The index is asked for no more days than this.
const MOST_DAYS: i64 = 400;

/// Wider than it need be by this much, so that it seldom must be widened again.
const SPARE: f64 = 1.3;

pub struct Window {
    jobs: usize,
    /// The first and the last; nothing where every job is looked at.
    days: Option<(i64, i64)>,
    is_last: bool,
}

#[derive(QueryableByName)]
struct Reach {
    #[diesel(sql_type = BigInt)]
    lowest: i64,
    #[diesel(sql_type = BigInt)]
    highest: i64,
    #[diesel(sql_type = BigInt)]
    jobs: i64,
}

impl Window {
    pub fn first(db: &mut Db, condition: &Condition, order: Order) -> QueryResult<Self> {
        Self::of(FIRST, db, condition, order)
    }

    /// A window that is likely to hold `most` hits, where this one holds `found`.
    pub fn wider(
        &self,
        db: &mut Db,
        condition: &Condition,
        order: Order,
        found: usize,
        most: usize,
    ) -> QueryResult<Self> {
        let times = most as f64 / found.max(1) as f64 * SPARE;
        let jobs = (self.jobs as f64 * times) as usize;
        if found == 0 || jobs > LARGEST {
            return Ok(Self {
                jobs,
                days: None,
                is_last: true,
            });
        }
        Self::of(jobs, db, condition, order)
    }

    /// Nothing is left outside.
    pub fn is_last(&self) -> bool {
        self.is_last
    }

    /// `words`, posted within the window.
    pub fn narrow(&self, words: &Expression) -> Expression {
        match self.days {
            None => words.clone(),
            Some((first, last)) => Expression::All(vec![
                words.clone(),
                Expression::OneOf((first..=last).map(entry_words::day).collect()),
            ]),
        }
    }

    fn of(jobs: usize, db: &mut Db, condition: &Condition, order: Order) -> QueryResult<Self> {
        let direction = order.direction();
        let reach: Reach = sql_query(format!(
            "SELECT coalesce(min(position), 0) AS lowest, coalesce(max(position), 0) AS highest, \
             count(*) AS jobs FROM (SELECT position FROM listings \
             WHERE position > $1 AND position < $2 ORDER BY position {direction} LIMIT $3) AS reached"
        ))
        .bind::<BigInt, _>(condition.above)
        .bind::<BigInt, _>(condition.below)
        .bind::<BigInt, _>(i64::try_from(jobs).unwrap_or(i64::MAX))
        .get_result(db)?;
        let (first, last) = (Cursor(reach.lowest).day(), Cursor(reach.highest).day());
        let is_short = last - first < MOST_DAYS;
        Ok(Self {
            jobs,
            days: is_short.then_some((first, last)),
            is_last: !is_short || usize::try_from(reach.jobs).is_ok_and(|reached| reached < jobs),
        })
    }
}

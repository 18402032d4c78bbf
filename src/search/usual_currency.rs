//! In which currency pay is asked for where a search does not say it.

use diesel::{dsl::count_star, prelude::*};
use iso_currency::Currency;

use super::query::JobQuery;
use crate::platform::{db::Db, schema::listings};

/// Jobs that are asked what they pay in: the newest.
const ASKED: i64 = 10_000;

/// That of the country where the search looks, else the one that most jobs state.
///
/// # Errors
/// Those of the database.
pub fn of(query: &JobQuery, db: &mut Db) -> QueryResult<Currency> {
    let stated = match query.filters.place.currency() {
        Some(currency) => Some(currency),
        None => most_stated(db)?,
    };
    Ok(stated.unwrap_or(Currency::USD))
}

fn most_stated(db: &mut Db) -> QueryResult<Option<Currency>> {
    let oldest: Option<i64> = listings::table
        .order(listings::position.desc())
        .offset(ASKED)
        .select(listings::position)
        .first(db)
        .optional()?;
    let stated: Option<Option<String>> = listings::table
        .filter(listings::position.gt(oldest.unwrap_or_default()))
        .filter(listings::pay_currency.is_not_null())
        .group_by(listings::pay_currency)
        .order((count_star().desc(), listings::pay_currency))
        .select(listings::pay_currency)
        .first(db)
        .optional()?;
    Ok(stated.flatten().and_then(|code| Currency::from_code(&code)))
}

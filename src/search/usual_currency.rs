//! In which currency pay is asked for where a search does not say it, and where a job is new.

use iso_currency::Currency;

use super::{
    index::{SearchIndex, entry_words},
    query::JobQuery,
};
use crate::{http::board::Board, jobs::pay::COMMON_CURRENCIES};

/// That of the country where the search looks, else the common one that most jobs state.
pub fn of(query: &JobQuery, index: &SearchIndex) -> Currency {
    let of_place = query.filters.place.currency();
    let stated = of_place.or_else(|| most_stated(index));
    stated.unwrap_or(Currency::USD)
}

/// The common one that most jobs of this board state.
pub fn on(board: &Board) -> Option<Currency> {
    most_stated(board.state::<SearchIndex>().ok()?)
}

fn most_stated(index: &SearchIndex) -> Option<Currency> {
    let counted = COMMON_CURRENCIES.iter().rev().map(|code| {
        let jobs = index.frequency(&entry_words::pays_in(code));
        (jobs, code)
    });
    let stated = counted.filter(|(jobs, _)| *jobs > 0);
    let (_, code) = stated.max_by_key(|(jobs, _)| *jobs)?;
    Currency::from_code(code)
}

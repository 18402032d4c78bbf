//! In which currency pay is asked for where a search does not say it, and where a job is new.

use iso_currency::Currency;

use super::{index::SearchIndex, query::JobQuery};
use crate::http::board::Board;

/// That of the country where the search looks, else the common one that most jobs state.
pub fn of(query: &JobQuery, index: &SearchIndex) -> Currency {
    let of_place = query.filters.place.currency();
    let stated = of_place.or_else(|| index.usual_currency());
    stated.unwrap_or(Currency::USD)
}

/// The common one that most jobs of this board state.
pub fn on(board: &Board) -> Option<Currency> {
    board.state::<SearchIndex>().ok()?.usual_currency()
}

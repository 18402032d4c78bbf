//! The currency that most jobs state. It is counted when searches begin to see other jobs, not by each search.

use std::sync::PoisonError;

use iso_currency::Currency;

use super::{SearchIndex, entry_words};
use crate::jobs::pay::COMMON_CURRENCIES;

impl SearchIndex {
    /// The common one that most jobs state, if some do.
    pub fn usual_currency(&self) -> Option<Currency> {
        *self.currency.read().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn count_currencies(&self) {
        let counted = COMMON_CURRENCIES.iter().rev().map(|code| {
            let jobs = self.frequency(&entry_words::pays_in(code));
            (jobs, code)
        });
        let stated = counted.filter(|(jobs, _)| *jobs > 0);
        let most = stated.max_by_key(|(jobs, _)| *jobs);
        let usual = most.and_then(|(_, code)| Currency::from_code(code));
        *self
            .currency
            .write()
            .unwrap_or_else(PoisonError::into_inner) = usual;
    }
}

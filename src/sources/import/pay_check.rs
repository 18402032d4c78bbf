//! Whether pay can be meant as it is stated, and for what it can only be.

use std::ops::RangeInclusive;

use iso_currency::Currency;

use crate::jobs::{Pay, PayPeriod};

/// Hundredths that people earn in a year and nobody in a month, in [`BY_YEAR`].
const ONLY_YEARS: RangeInclusive<i64> = 2_000_000..=50_000_000;

/// Hundredths that people earn in an hour and nobody in a day, in [`BY_HOUR`].
const ONLY_HOURS: RangeInclusive<i64> = 1_250..=9_000;

/// Currencies of countries where such pay is stated by the year or by the month.
const BY_YEAR: [Currency; 7] = [
    Currency::USD,
    Currency::EUR,
    Currency::GBP,
    Currency::CAD,
    Currency::AUD,
    Currency::NZD,
    Currency::CHF,
];

/// Currencies in which an hour's pay is known from a day's.
const BY_HOUR: [Currency; 5] = [
    Currency::USD,
    Currency::EUR,
    Currency::GBP,
    Currency::CAD,
    Currency::AUD,
];

/// Whether both ends lie where dollars for that period do. Some sources mark hourly pay, or pay in
/// another currency, as dollars a year: 35 to 50, or 23 million. Other currencies are taken as they
/// are, since nothing says what is usual in them.
pub fn is_plausible(pay: &Pay) -> bool {
    if pay
        .min
        .is_some_and(|min| pay.max.is_some_and(|max| min > max))
    {
        return false;
    }
    if pay.currency != Currency::USD {
        return true;
    }
    let usual = pay.period.usual_dollars();
    [pay.min, pay.max]
        .into_iter()
        .flatten()
        .all(|hundredths| usual.contains(&(hundredths / 100)))
}

/// The only period that pay of these hundredths can be for; nothing where it can be for several, or nothing is known
/// of the currency.
pub fn only_period(hundredths: &[i64], currency: Currency) -> Option<PayPeriod> {
    let are_in = |range: RangeInclusive<i64>| hundredths.iter().all(|end| range.contains(end));
    if BY_YEAR.contains(&currency) && are_in(ONLY_YEARS) {
        Some(PayPeriod::Year)
    } else if BY_HOUR.contains(&currency) && are_in(ONLY_HOURS) {
        Some(PayPeriod::Hour)
    } else {
        None
    }
}

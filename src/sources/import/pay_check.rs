//! Whether pay can be meant as it is stated.

use iso_currency::Currency;

use crate::jobs::Pay;

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

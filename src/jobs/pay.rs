//! What a job pays (schema.org `baseSalary`): a range in one currency for one period.

use std::ops::RangeInclusive;

use iso_currency::Currency;

use super::vocabulary::PayPeriod;
use crate::platform::{
    db::text_enum::TextEnum,
    i18n::{Locale, Message},
};

/// Amounts are in hundredths of the currency's unit. At least one of them is there.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Pay {
    pub min: Option<i64>,
    pub max: Option<i64>,
    pub currency: Currency,
    pub period: PayPeriod,
}

/// The common currencies, for a form's list of suggestions.
pub const COMMON_CURRENCIES: &[&str] = &[
    "USD", "EUR", "GBP", "CAD", "AUD", "CHF", "SEK", "NOK", "DKK", "PLN", "CZK", "INR", "JPY",
    "SGD", "BRL", "MXN", "ZAR",
];

/// What people in a country, named by its code, are paid in.
pub fn currency_of(country: &str) -> Option<Currency> {
    let country = country.parse().ok()?;
    let known = Currency::from_country(country).into_iter();
    known
        .into_iter()
        .find(|currency| currency.flags().is_empty())
}

/// Currencies in which people earn about as many units as they do dollars.
const LIKE_DOLLARS: [Currency; 9] = [
    Currency::USD,
    Currency::EUR,
    Currency::GBP,
    Currency::CHF,
    Currency::CAD,
    Currency::AUD,
    Currency::NZD,
    Currency::SGD,
    Currency::BND,
];

impl PayPeriod {
    /// The dollars that people earn in it, by and large: less or more is more likely a slip.
    pub fn usual_dollars(self) -> RangeInclusive<i64> {
        match self {
            Self::Hour => 2..=2_000,
            Self::Day => 15..=15_000,
            Self::Week => 75..=75_000,
            Self::Month => 300..=300_000,
            Self::Year => 4_000..=4_000_000,
        }
    }
}

impl PayPeriod {
    /// Less than this nobody earns in it, in any currency: that of Kuwait has the largest unit.
    fn least_units(self) -> i64 {
        match self {
            Self::Hour => 0,
            Self::Day => 3,
            Self::Week => 15,
            Self::Month => 60,
            Self::Year => 1_000,
        }
    }
}

/// Whether anybody is paid so many hundredths, as far as that is known of the currency. Nothing is: work
/// may be unpaid.
pub fn is_usual(hundredths: i64, currency: Currency, period: PayPeriod) -> bool {
    let units = hundredths / 100;
    if hundredths == 0 {
        true
    } else if LIKE_DOLLARS.contains(&currency) {
        period.usual_dollars().contains(&units)
    } else {
        units >= period.least_units()
    }
}

impl Pay {
    /// Whether both ends are usual.
    pub fn is_usual(&self) -> bool {
        let ends = [self.min, self.max].into_iter().flatten();
        let mut ends = ends.map(|end| is_usual(end, self.currency, self.period));
        ends.all(|is_usual| is_usual)
    }

    /// For example `$52,000 – $68,000 a year`, `€40+ an hour`, `up to CAD 90,000 a year`.
    pub fn in_words(&self, locale: Locale) -> String {
        let money = |hundredths| money(self.currency, hundredths, locale);
        let period = self.period.label();
        locale.text(&match (self.min, self.max) {
            (Some(min), Some(max)) if min == max => Message::new("jobs-pay-exactly")
                .with("amount", money(min))
                .with("period", period),
            (Some(min), Some(max)) => Message::new("jobs-pay-between")
                .with("min", money(min))
                .with("max", money(max))
                .with("period", period),
            (Some(min), None) => Message::new("jobs-pay-from")
                .with("amount", money(min))
                .with("period", period),
            (None, Some(max)) => Message::new("jobs-pay-up-to")
                .with("amount", money(max))
                .with("period", period),
            (None, None) => return String::new(),
        })
    }
}

/// An amount in hundredths, for people: `$52,000`, `CAD 18.75`.
pub fn money(currency: Currency, hundredths: i64, locale: Locale) -> String {
    let amount = locale.hundredths(hundredths);
    let sign = match currency {
        Currency::USD => "$",
        Currency::EUR => "€",
        Currency::GBP => "£",
        other => {
            let message = Message::new("jobs-money-code")
                .with("code", other.code())
                .with("amount", amount);
            return locale.text(&message);
        }
    };
    let message = Message::new("jobs-money-sign")
        .with("sign", sign)
        .with("amount", amount);
    locale.text(&message)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_range_reads_like_a_sentence() {
        let pay = Pay {
            min: Some(5_200_000),
            max: Some(6_800_000),
            currency: Currency::USD,
            period: PayPeriod::Year,
        };
        assert_eq!(pay.in_words(Locale::English), "$52,000 – $68,000 a year");
        let hourly = Pay {
            min: Some(1_875),
            max: None,
            currency: Currency::CAD,
            period: PayPeriod::Hour,
        };
        assert_eq!(hourly.in_words(Locale::English), "CAD 18.75+ an hour");
    }
}

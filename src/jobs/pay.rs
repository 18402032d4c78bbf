//! What a job pays (schema.org `baseSalary`): a range in one currency for one period.

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

/// The largest amount taken, in hundredths: a trillion of any currency.
pub const LARGEST: i64 = 100_000_000_000_000;

/// Reads an amount as people write it: `52000`, `52,000`, `52 000.50`, `52k`. The result is in
/// hundredths; `None` where it is not an amount.
pub fn parse_amount(text: &str) -> Option<i64> {
    let text: String = text
        .trim()
        .chars()
        .filter(|c| !c.is_whitespace() && !matches!(c, ',' | '_' | '\'' | '’'))
        .collect();
    let (number, factor) = match text.strip_suffix(['k', 'K']) {
        Some(number) => (number, 1000),
        None => (text.as_str(), 1),
    };
    let (whole, fraction) = number.split_once('.').unwrap_or((number, ""));
    let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || !digits(whole) || !digits(fraction) || fraction.len() > 2 {
        return None;
    }
    let hundredths = whole
        .parse::<i64>()
        .ok()?
        .checked_mul(100)?
        .checked_add(format!("{fraction:0<2}").parse().ok()?)?
        .checked_mul(factor)?;
    (hundredths <= LARGEST).then_some(hundredths)
}

/// An amount in hundredths, as a form field holds it: no separators, no needless fraction.
pub fn plain_amount(hundredths: i64) -> String {
    match hundredths % 100 {
        0 => (hundredths / 100).to_string(),
        cents => format!("{}.{cents:02}", hundredths / 100),
    }
}

/// The common currencies, for a form's list of suggestions.
pub const COMMON_CURRENCIES: &[&str] = &[
    "USD", "EUR", "GBP", "CAD", "AUD", "CHF", "SEK", "NOK", "DKK", "PLN", "CZK", "INR", "JPY",
    "SGD", "BRL", "MXN", "ZAR",
];

impl Pay {
    /// For example `$52,000 – $68,000 a year`, `from €40 an hour`, `up to CAD 90,000 a year`.
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
fn money(currency: Currency, hundredths: i64, locale: Locale) -> String {
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
    fn amounts_are_read_as_people_write_them() {
        for (text, hundredths) in [
            ("52000", 5_200_000),
            ("52,000", 5_200_000),
            ("52 000.5", 5_200_050),
            ("52k", 5_200_000),
            ("18.75", 1_875),
            ("0", 0),
        ] {
            assert_eq!(parse_amount(text), Some(hundredths), "{text}");
        }
        for text in [
            "",
            "-5",
            "1.234",
            "1e5",
            "abc",
            "k",
            ".",
            "99999999999999999999",
        ] {
            assert_eq!(parse_amount(text), None, "{text}");
        }
    }

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
        assert_eq!(hourly.in_words(Locale::English), "from CAD 18.75 an hour");
    }
}

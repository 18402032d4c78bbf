//! Pay as other systems state it: two numbers, a text with a sign, or a range in one text.

use iso_currency::Currency;
use regex::{Regex, regex};

use super::{pay_check, raw::Raw, vocabulary};
use crate::jobs::{
    Pay, PayPeriod, amount,
    typed::{self, Amount},
};

/// What a posting says of pay.
#[derive(Debug, PartialEq)]
pub enum Stated {
    Nothing,
    Known(Pay),
    /// Something that cannot be kept, in the posting's words.
    Unclear(String),
}

/// What stands between the two ends of a range.
fn between() -> &'static Regex {
    regex!(r"(?i)\s*(?:[-–—]|\bto\b|\bbis\b|\band\b)\s*")
}

/// A number, with what stands between its groups, and its thousands.
fn number() -> &'static Regex {
    regex!(r"\d(?:[\d.,'’_\u{a0}\u{202f} ]*\d)?\s?[kK]?\b")
}

/// Three letters that may be those of a currency.
fn code() -> &'static Regex {
    regex!(r"\b[A-Z]{3}\b")
}

/// The pay of `raw`, whose country is known by its two letters.
pub fn stated(raw: &Raw, country: Option<&str>) -> Stated {
    let texts = [raw.pay_min.as_str(), raw.pay_max.as_str()];
    let said = texts.map(str::trim);
    if said.iter().all(|text| is_nothing(text)) {
        return Stated::Nothing;
    }
    let unclear = || {
        let words = [said[0], said[1], &raw.pay_currency, &raw.pay_period];
        let words: Vec<&str> = words.into_iter().filter(|word| !word.is_empty()).collect();
        Stated::Unclear(words.join(" "))
    };
    let (first, second) = match said {
        // Not a minus sign before a number.
        [range, ""] if between().find(range).is_some_and(|dash| dash.start() > 0) => {
            let mut ends = between().splitn(range, 2);
            let (first, second) = (ends.next(), ends.next());
            (first.unwrap_or_default(), second.unwrap_or_default())
        }
        [first, second] => (first, second),
    };
    let (Some(min), Some(max)) = (end(first), end(second)) else {
        return unclear();
    };
    if min.is_none() && max.is_none() {
        return unclear();
    }
    let currency = currency(&raw.pay_currency, &said, country);
    let (Some(currency), Some(period)) = (currency, period(&raw.pay_period, &said)) else {
        return unclear();
    };
    let pay = Pay {
        min: min.map(|min| in_thousands_as(min, second)),
        max,
        currency,
        period,
    };
    match pay_check::is_plausible(&pay) {
        true => Stated::Known(pay),
        false => unclear(),
    }
}

/// Zero is what programs write where nothing is known.
fn is_nothing(text: &str) -> bool {
    text.is_empty() || text.parse::<f64>().is_ok_and(|number| number == 0.0)
}

/// One end of a range, in hundredths; nothing inside where nothing is stated, and nothing at all where it is no
/// amount.
fn end(text: &str) -> Option<Option<i64>> {
    if is_nothing(text) {
        return Some(None);
    }
    let typed = Amount::parse(text).ok().flatten();
    let whole = typed
        .map(|amount| amount.hundredths)
        .or_else(|| decimal(text));
    let inside = || {
        let mut numbers = number().find_iter(text);
        let only = numbers.next().filter(|_| numbers.next().is_none())?;
        let amount = Amount::parse(only.as_str()).ok().flatten()?;
        Some(amount.hundredths)
    };
    let hundredths = whole.or_else(inside)?;
    (hundredths > 0).then_some(Some(hundredths))
}

/// `60` of `60-80k` is as many thousands.
fn in_thousands_as(hundredths: i64, other: &str) -> i64 {
    let is_in_thousands = regex!(r"\d\s?[kK]\b").is_match(other);
    match hundredths < 100_000 && is_in_thousands {
        true => hundredths * 1000,
        false => hundredths,
    }
}

/// The hundredths of a number as programs write it: `1e5`, `18.333`.
fn decimal(text: &str) -> Option<i64> {
    let hundredths = (text.parse::<f64>().ok()? * 100.0).round();
    (0.0..=amount::LARGEST as f64)
        .contains(&hundredths)
        .then_some(hundredths as i64)
}

/// As it is stated, or as a sign or three letters in the amounts say it. Which dollar is meant, the country says.
fn currency(stated: &str, amounts: &[&str], country: Option<&str>) -> Option<Currency> {
    if let Ok(currency) = typed::currency(stated) {
        return Some(currency);
    }
    let texts: Vec<&str> = amounts.iter().copied().chain([stated]).collect();
    let codes = texts.iter().flat_map(|text| code().find_iter(text));
    let by_code = codes
        .into_iter()
        .find_map(|code| Currency::from_code(code.as_str()));
    if by_code.is_some() {
        return by_code;
    }
    let has = |sign: char| texts.iter().any(|text| text.contains(sign));
    let code = match country {
        _ if has('€') => "EUR",
        _ if has('₹') => "INR",
        _ if has('₩') => "KRW",
        Some("GB") | None if has('£') => "GBP",
        Some("US") | None if has('$') => "USD",
        Some("CA") if has('$') => "CAD",
        Some("AU") if has('$') => "AUD",
        Some("NZ") if has('$') => "NZD",
        Some("SG") if has('$') => "SGD",
        Some("HK") if has('$') => "HKD",
        Some("JP") if has('¥') => "JPY",
        Some("CN") if has('¥') => "CNY",
        _ => return None,
    };
    Currency::from_code(code)
}

/// As it is stated, or as the words behind an amount say it: `$30 an hour`, `80k p.a.`.
fn period(stated: &str, amounts: &[&str]) -> Option<PayPeriod> {
    if let Some(period) = vocabulary::pay_period(stated) {
        return Some(period);
    }
    let mut behind = amounts.iter().filter_map(|text| {
        let last = number().find_iter(text).last()?;
        let words = text[last.end()..].trim_matches(|c: char| !c.is_alphabetic());
        let words = words
            .strip_prefix("an ")
            .or(words.strip_prefix("a "))
            .unwrap_or(words);
        vocabulary::pay_period(words)
    });
    behind.next_back()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::platform::db::text_enum::TextEnum;

    fn read(min: &str, max: &str, currency: &str, period: &str, country: Option<&str>) -> String {
        let raw = Raw {
            pay_min: min.into(),
            pay_max: max.into(),
            pay_currency: currency.into(),
            pay_period: period.into(),
            ..Raw::default()
        };
        match stated(&raw, country) {
            Stated::Nothing => "nothing".into(),
            Stated::Unclear(words) => format!("? {words}"),
            Stated::Known(pay) => {
                let end = |end: Option<i64>| end.map(amount::plain).unwrap_or_default();
                let (min, max) = (end(pay.min), end(pay.max));
                format!(
                    "{min}-{max} {} {}",
                    pay.currency.code(),
                    pay.period.as_str()
                )
            }
        }
    }

    #[test]
    fn pay_is_read_as_it_is_found() {
        for ((min, max, currency, period, country), expected) in [
            (("100000", "", "USD", "YEAR", None), "100000- USD YEAR"),
            (
                ("$100,000", "$120,000", "", "ANNUAL", None),
                "100000-120000 USD YEAR",
            ),
            (("50.000", "", "EUR", "yearly", None), "50000- EUR YEAR"),
            (("1e5", "", "USD", "YEAR", None), "100000- USD YEAR"),
            (
                ("$90k - $110k", "", "", "per year", None),
                "90000-110000 USD YEAR",
            ),
            (("60-80k €", "", "", "YEAR", None), "60000-80000 EUR YEAR"),
            (("$30 an hour", "", "", "", Some("US")), "30- USD HOUR"),
            (("$30", "", "", "HOUR", Some("CA")), "30- CAD HOUR"),
            (("CHF 120'000", "", "", "YEAR", None), "120000- CHF YEAR"),
            (("0", "0", "", "", None), "nothing"),
            (("", "", "USD", "YEAR", None), "nothing"),
            (("$30", "", "", "HOUR", Some("MX")), "? $30 HOUR"),
            (
                ("competitive", "", "USD", "YEAR", None),
                "? competitive USD YEAR",
            ),
            (("50000", "", "USD", "", None), "? 50000 USD"),
            (("23000000", "", "USD", "YEAR", None), "? 23000000 USD YEAR"),
        ] {
            let read = read(min, max, currency, period, country);
            assert_eq!(read, expected, "{min} {max} {currency} {period}");
        }
    }
}

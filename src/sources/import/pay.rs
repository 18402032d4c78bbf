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
    /// Pay of which something was assumed: what that is, and the posting's words.
    Assumed(Pay, &'static str, String),
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
    let words = || {
        let words = [said[0], said[1], &raw.pay_currency, &raw.pay_period];
        let words: Vec<&str> = words.into_iter().filter(|word| !word.is_empty()).collect();
        words.join(" ")
    };
    let unclear = || Stated::Unclear(words());
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
    let Some(currency) = currency else {
        return unclear();
    };
    let min = min.map(|min| in_thousands_as(min, second));
    let pay = |period| {
        let pay = Pay {
            min,
            max,
            currency,
            period,
        };
        pay_check::is_plausible(&pay).then_some(pay)
    };
    if let Some(period) = period(&raw.pay_period, &said) {
        return pay(period).map_or_else(unclear, Stated::Known);
    }
    let is_unsaid = raw.pay_period.trim().is_empty() && !said.iter().any(|text| has_words(text));
    let assumed = [min, max].into_iter().flatten().collect::<Vec<_>>();
    let assumed = pay_check::only_period(&assumed, currency).filter(|_| is_unsaid);
    let assumed = assumed.and_then(|period| Some((pay(period)?, told(period)?)));
    assumed.map_or_else(unclear, |(pay, what)| Stated::Assumed(pay, what, words()))
}

/// How it is told that pay was taken to be for `period`.
fn told(period: PayPeriod) -> Option<&'static str> {
    match period {
        PayPeriod::Year => Some("baseSalary is per year"),
        PayPeriod::Hour => Some("baseSalary is per hour"),
        _ => None,
    }
}

/// Whether a text says more than amounts, a range and a currency.
fn has_words(text: &str) -> bool {
    let text = number().replace_all(text, " ");
    let text = between().replace_all(&text, " ");
    let words = text.split_whitespace();
    let mut words = words.map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()));
    words.any(|word| !word.is_empty() && Currency::from_code(word).is_none())
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
        let words = code().replace_all(&text[last.end()..], " ");
        let words = words.trim_matches(|c: char| !c.is_alphabetic());
        let spoken = words
            .strip_prefix("an ")
            .or(words.strip_prefix("a "))
            .unwrap_or(words);
        // `2.400 € brutto/Monat`, `12.50 EUR gross per hour`; a short word may be another.
        let is_long = |word: &&str| word.chars().count() > 2 || *word == "h";
        let each = words.rsplit(|c: char| !c.is_alphabetic()).filter(is_long);
        vocabulary::pay_period(spoken).or_else(|| each.into_iter().find_map(vocabulary::pay_period))
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
            Stated::Known(pay) => shown(&pay),
            Stated::Assumed(pay, what, _) => format!("{} ({what})", shown(&pay)),
        }
    }

    fn shown(pay: &Pay) -> String {
        let end = |end: Option<i64>| end.map(amount::plain).unwrap_or_default();
        let (min, max) = (end(pay.min), end(pay.max));
        let (currency, period) = (pay.currency.code(), pay.period.as_str());
        format!("{min}-{max} {currency} {period}")
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
            (
                ("$1,000 a week, full time", "", "", "", Some("US")),
                "1000- USD WEEK",
            ),
            (("80k p.a. EUR", "", "", "", None), "80000- EUR YEAR"),
            (("2400 EUR pro Monat", "", "", "", None), "2400- EUR MONTH"),
            (
                ("2.400 € brutto/Monat", "", "", "", None),
                "2400- EUR MONTH",
            ),
            (("14,50 €/h", "", "", "", None), "14.50- EUR HOUR"),
            (("2500 € par mois", "", "", "", None), "2500- EUR MONTH"),
            (("$30", "", "", "HOUR", Some("CA")), "30- CAD HOUR"),
            (("CHF 120'000", "", "", "YEAR", None), "120000- CHF YEAR"),
            (("0", "0", "", "", None), "nothing"),
            (("", "", "USD", "YEAR", None), "nothing"),
            (("$30", "", "", "HOUR", Some("MX")), "? $30 HOUR"),
            (
                ("competitive", "", "USD", "YEAR", None),
                "? competitive USD YEAR",
            ),
            (
                ("$40,000 - $50,000", "", "", "", None),
                "40000-50000 USD YEAR (baseSalary is per year)",
            ),
            (
                ("40-60k €", "", "", "", None),
                "40000-60000 EUR YEAR (baseSalary is per year)",
            ),
            (
                ("50000", "", "USD", "", None),
                "50000- USD YEAR (baseSalary is per year)",
            ),
            (
                ("18,50", "24", "EUR", "", None),
                "18.50-24 EUR HOUR (baseSalary is per hour)",
            ),
            // A month as well as a year, a day as well as an hour, or nobody knows what is usual.
            (("9000", "12000", "EUR", "", None), "? 9000 12000 EUR"),
            (("80", "120", "USD", "", None), "? 80 120 USD"),
            (("18", "50000", "USD", "", None), "? 18 50000 USD"),
            (("50000", "40000", "USD", "", None), "? 50000 40000 USD"),
            (("50000", "60000", "INR", "", None), "? 50000 60000 INR"),
            (("20", "30", "CHF", "", None), "? 20 30 CHF"),
            (("50000", "60000", "", "", None), "? 50000 60000"),
            (
                ("50000", "60000", "USD", "project", None),
                "? 50000 60000 USD project",
            ),
            (
                ("$50,000 per project", "", "", "", None),
                "? $50,000 per project",
            ),
            (
                ("up to $50,000 in all", "", "", "", None),
                "? up to $50,000 in all",
            ),
            (("23000000", "", "USD", "YEAR", None), "? 23000000 USD YEAR"),
        ] {
            let read = read(min, max, currency, period, country);
            assert_eq!(read, expected, "{min} {max} {currency} {period}");
        }
    }
}

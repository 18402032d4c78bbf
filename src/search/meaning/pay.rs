//! Pay that is said in words: `$150k`, `over 80.000 eur`, `$25 an hour`.

use std::ops::Range;

use regex::regex;

use crate::jobs::amount::{self, Reading};

/// The least pay, as the filter takes it.
#[derive(Debug, PartialEq, Eq)]
pub struct Stated {
    pub amount: String,
    pub currency: &'static str,
    pub period: &'static str,
}

/// Without a currency and a period, less is another number, and so is more.
const LEAST: i64 = 20_000;
const MOST: i64 = 2_000_000;

/// What people ask for is a multiple of this; `27001` is a standard, and `90210` a postcode.
const ROUND: i64 = 500;

/// What is not more is meant for an hour; what is not less, for a year.
const MOST_AN_HOUR: i64 = 300;
const LEAST_A_YEAR: i64 = 10_000;

/// Words that stand before an amount.
const BEFORE: &[&str] = &[
    "over", "above", "from", "least", "at", "min", "minimum", "paying", "pay", "salary", "more",
    "than", ">", ">=", "ab", "mehr", "als",
];

/// The first amount in these words that can be pay, with the words that belong to it.
pub fn first(typed: &[&str]) -> Option<(Range<usize>, Stated)> {
    (0..typed.len()).find_map(|at| read(typed, at))
}

fn read(typed: &[&str], at: usize) -> Option<(Range<usize>, Stated)> {
    let word = least(&typed[at].to_lowercase());
    let parts = regex!(
        r"^(?<before>[$£€¥]|[a-z]{3})?(?<number>[0-9][0-9.,']*)(?<k>k)?\+?(?<after>[$£€¥]|[a-z]{3})?(?:/(?<per>[a-z]+))?$"
    );
    let parts = parts.captures(&word)?;
    let part = |name: &str| parts.name(name).map(|part| part.as_str());
    let number = part("number")?.trim_end_matches(['.', ',']);
    let in_thousands = part("k").is_some();
    let with_k = if in_thousands { "k" } else { "" };
    let Some(Reading::One(hundredths)) = amount::read(&format!("{number}{with_k}")) else {
        return None;
    };
    let mut end = at + 1;
    let beside = part("before").or(part("after")).and_then(currency);
    // Letters that are no currency make it another word.
    if beside.is_none() && (part("before").is_some() || part("after").is_some()) {
        return None;
    }
    let next = |at: usize| typed.get(at).map(|word| word.to_lowercase());
    let currency = beside.or_else(|| {
        let stated = currency(&next(end)?)?;
        end += 1;
        Some(stated)
    });
    let units = hundredths / 100;
    let period = match part("per").map(period) {
        Some(stated) => Some(stated?),
        None => {
            let is_of = next(end).is_some_and(|word| matches!(word.as_str(), "a" | "an" | "per"));
            let named = next(end + usize::from(is_of));
            // `12 hour shifts` and `4 day week` are no pay.
            let is_rate = |word: &String| currency.is_some() || is_of || word.ends_with("ly");
            let stated = named.filter(is_rate).and_then(|word| period(&word));
            end += stated.map_or(0, |_| 1 + usize::from(is_of));
            stated
        }
    };
    let is_pay = match (currency, period) {
        (None, None) if in_thousands => (LEAST..=MOST).contains(&units) && units != 401_000,
        (None, None) => (LEAST..=MOST).contains(&units) && units % ROUND == 0,
        _ => units > 0,
    };
    let period = period.or(match units {
        ..=MOST_AN_HOUR => Some("HOUR"),
        LEAST_A_YEAR.. => Some("YEAR"),
        _ => None,
    })?;
    let eaten = typed[..at].iter().rev();
    let begin = at
        - eaten
            .take_while(|word| BEFORE.contains(&word.to_lowercase().as_str()))
            .count();
    let stated = Stated {
        amount: amount::plain(hundredths),
        currency: currency.unwrap_or("USD"),
        period,
    };
    is_pay.then_some((begin..end, stated))
}

/// The lower end of a range: `60k` of `60k-80k`, `100k` of `100-150k`.
fn least(word: &str) -> String {
    let Some((low, high)) = word.split_once(['-', '–']) else {
        return word.to_owned();
    };
    let has_number = |end: &str| end.contains(|c: char| c.is_ascii_digit());
    if !has_number(low) || !has_number(high) {
        return word.to_owned();
    }
    let in_thousands = high.contains('k') && !low.contains('k');
    format!("{low}{}", if in_thousands { "k" } else { "" })
}

fn currency(word: &str) -> Option<&'static str> {
    Some(match word {
        "$" | "usd" | "dollar" | "dollars" => "USD",
        "€" | "eur" | "euro" | "euros" => "EUR",
        "£" | "gbp" | "pound" | "pounds" => "GBP",
        "¥" | "jpy" | "yen" => "JPY",
        "chf" => "CHF",
        "cad" => "CAD",
        "aud" => "AUD",
        "inr" => "INR",
        _ => return None,
    })
}

fn period(word: &str) -> Option<&'static str> {
    Some(match word {
        "h" | "hr" | "hour" | "hourly" => "HOUR",
        "day" | "daily" => "DAY",
        "week" | "weekly" => "WEEK",
        "month" | "monthly" | "mo" => "MONTH",
        "y" | "yr" | "year" | "yearly" | "annum" | "annually" => "YEAR",
        _ => return None,
    })
}

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

/// In bytes: `eur` and `€` stand before an amount, `euro` does not.
const LONGEST_SIGN: usize = 3;

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
    // What looks like a range, or like groups of digits, may be several numbers.
    let (range, end_of_range) = range(typed, at);
    let (number, end_of_number) = grouped(typed, at);
    let ways = [
        (range, end_of_range),
        (number, end_of_number),
        (typed[at].to_lowercase(), at + 1),
    ];
    let mut ways = ways.iter();
    ways.find_map(|(word, end)| read_amount(typed, at, &least(word), *end))
}

/// The amount that `word` is, which stands for the words from `at` to `end`, with the words around that belong to it.
fn read_amount(
    typed: &[&str],
    at: usize,
    word: &str,
    end: usize,
) -> Option<(Range<usize>, Stated)> {
    let mut end = end;
    let parts = regex!(
        r"^(?<before>[$£€¥]|[a-z]{3})?(?<number>[0-9][0-9., '’]*)(?:[.,][-–])?(?<k>k)?\+?(?<after>[$£€¥]|[a-z]{3})?(?:/(?<per>[a-z]+))?$"
    );
    let parts = parts.captures(word)?;
    let part = |name: &str| parts.name(name).map(|part| part.as_str());
    let number = part("number")?.trim_end_matches(['.', ',']);
    let in_thousands = part("k").is_some();
    let with_k = if in_thousands { "k" } else { "" };
    let Some(Reading::One(hundredths)) = amount::read(&format!("{number}{with_k}")) else {
        return None;
    };
    let beside = part("before").or(part("after")).and_then(currency);
    // Letters that are no currency make it another word.
    if beside.is_none() && (part("before").is_some() || part("after").is_some()) {
        return None;
    }
    let next = |at: usize| typed.get(at).map(|word| word.to_lowercase());
    let mut begin = at;
    let currency = beside
        .or_else(|| {
            let stated = currency(&next(end)?)?;
            end += 1;
            Some(stated)
        })
        .or_else(|| {
            let before = next(at.checked_sub(1)?)?;
            let stated = currency(&before).filter(|_| before.len() <= LONGEST_SIGN)?;
            begin -= 1;
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
    let eaten = typed[..begin].iter().rev();
    let begin = begin
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

/// The word at `at` in small letters, with the groups of three digits behind it, as in `80 000`; and where it ends.
fn grouped(typed: &[&str], at: usize) -> (String, usize) {
    let mut number = typed[at].to_lowercase();
    let mut end = at + 1;
    while let Some(next) = typed.get(end) {
        let last = number.len() - number.trim_end_matches(is_digit).len();
        let group = next.len() - next.trim_start_matches(is_digit).len();
        if !(1..=3).contains(&last) || group != 3 {
            break;
        }
        number = format!("{number} {}", next.to_lowercase());
        end += 1;
    }
    (number, end)
}

/// The same with the other end of a range behind it, where a sign of its own parts them: `60k - 80k`.
fn range(typed: &[&str], at: usize) -> (String, usize) {
    let (low, end) = grouped(typed, at);
    let is_parted = typed
        .get(end)
        .is_some_and(|sign| matches!(*sign, "-" | "–" | "to" | "bis"));
    if !is_parted || end + 1 >= typed.len() {
        return (low, end);
    }
    let (high, end) = grouped(typed, end + 1);
    (format!("{low}-{high}"), end)
}

/// The lower end of a range: `60k` of `60k-80k`, `100k` of `100-150k`, `60k€` of `60k-80k€`.
fn least(word: &str) -> String {
    let Some((low, high)) = word.split_once(['-', '–']) else {
        return word.to_owned();
    };
    if !low.contains(is_digit) || !high.contains(is_digit) {
        return word.to_owned();
    }
    let in_thousands = high.contains('k') && !low.contains('k');
    let behind = high.trim_start_matches(|c| !is_digit(c));
    let behind = behind.trim_start_matches(|c| is_digit(c) || matches!(c, '.' | ',' | ' ' | '\''));
    let behind = behind.trim_start_matches('k');
    let low = low.trim_end_matches(|c| !is_digit(c) && c != 'k');
    format!("{low}{}{behind}", if in_thousands { "k" } else { "" })
}

fn is_digit(c: char) -> bool {
    c.is_ascii_digit()
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

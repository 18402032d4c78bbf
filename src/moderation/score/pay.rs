//! Pay that is too good to be true: compared with what is high for the title, by `pay.txt`.

use std::sync::LazyLock;

use super::{
    posting::Posting,
    reason::{Reason, Signal},
};
use crate::text::words;

/// The file, read once.
struct File {
    /// What is high, in dollars a year, and the words of a title; no words for any title.
    high: Vec<(f64, Vec<String>)>,
    senior: Vec<Vec<String>>,
    rates: Vec<(&'static str, f64)>,
}

static FILE: LazyLock<File> = LazyLock::new(|| {
    let mut file = File {
        high: Vec::new(),
        senior: Vec::new(),
        rates: Vec::new(),
    };
    for line in include_str!("pay.txt").lines() {
        match line.split_once(' ') {
            Some(("dollars", rest)) => {
                if let Some((dollars, titles)) = rest.split_once(' ') {
                    let dollars = dollars.parse().unwrap_or(f64::INFINITY);
                    file.high.extend(
                        titles
                            .split(',')
                            .map(|title| (dollars, words::plain(title))),
                    );
                }
            }
            Some(("senior", titles)) => file.senior.extend(titles.split(',').map(words::plain)),
            Some(("rate", rest)) => {
                if let Some((code, rate)) = rest.split_once(' ') {
                    file.rates
                        .push((code, rate.parse().unwrap_or(f64::INFINITY)));
                }
            }
            _ => {}
        }
    }
    file
});

pub fn reason(posting: &Posting<'_>) -> Option<Reason> {
    let pay = posting.pay?;
    let hundredths = pay.max.or(pay.min)?;
    let stated = hundredths.checked_mul(pay.period.times_a_year())? / 100;
    let code = pay.currency.code();
    let (_, rate) = FILE.rates.iter().find(|(known, _)| *known == code)?;
    let title = words::plain(posting.title);
    let has = |words: &Vec<String>| {
        title
            .windows(words.len().max(1))
            .any(|part| part == words.as_slice())
    };
    let is_senior = FILE.senior.iter().any(has);
    let meant = FILE
        .high
        .iter()
        .filter(|(_, words)| words.is_empty() || (!is_senior && has(words)));
    let usual = meant
        .map(|(dollars, _)| dollars * rate)
        .fold(f64::INFINITY, f64::min);
    let times = stated as f64 / usual;
    let points = match times {
        ..1.0 => return None,
        ..1.5 => 20,
        _ => 30,
    };
    let usual = usual as i64;
    Some(Reason::new(points, Signal::Pay { stated, usual }))
}

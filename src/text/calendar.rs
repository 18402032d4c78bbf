//! Days as files and programs state them, and those that a job may name.

pub mod numbers;

use std::ops::RangeInclusive;

use chrono::{DateTime, Datelike, FixedOffset, NaiveDate};
use regex::{Regex, regex};

/// Years that both databases, and every program that reads a date, take for what they are.
const YEARS: RangeInclusive<i32> = 1..=9999;

/// ISO 8601 beyond RFC 3339: without seconds, with a space, with an offset that has no colon.
const TIMES: [&str; 4] = [
    "%Y-%m-%dT%H:%M:%S%.f%#z",
    "%Y-%m-%d %H:%M:%S%.f%#z",
    "%Y-%m-%dT%H:%M%#z",
    "%Y-%m-%d %H:%M%#z",
];

/// A day, or the moment that stands for one.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Stated {
    /// Wherever it is read.
    Day(NaiveDate),
    /// A day only where it is read: at the same moment it is another one elsewhere.
    Moment(DateTime<FixedOffset>),
}

/// Reads a date, or a date with a time. A time without an offset leaves the day as it is written.
pub fn read(text: &str) -> Option<Stated> {
    let text = text.trim();
    if let Ok(day) = text.parse() {
        return Some(Stated::Day(day));
    }
    let moment = DateTime::parse_from_rfc3339(text).ok().or_else(|| {
        TIMES
            .iter()
            .find_map(|format| DateTime::parse_from_str(text, format).ok())
    });
    if let Some(moment) = moment {
        return Some(Stated::Moment(moment));
    }
    let (day, rest) = text.split_at_checked(10)?;
    day.parse()
        .ok()
        .filter(|_| time().is_match(rest))
        .map(Stated::Day)
}

/// A time of day that says nothing of where.
fn time() -> &'static Regex {
    regex!(r"^[Tt ](?:[01]\d|2[0-4]):[0-5]\d(?::[0-6]\d(?:\.\d+)?)?$")
}

/// Whether a date can be stored and shown.
pub fn is_usable(day: NaiveDate) -> bool {
    YEARS.contains(&day.year())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_and_times_are_read_as_they_are_found() {
        let day = |text: &str| text.parse().ok().map(Stated::Day);
        let moment = |text: &str| text.parse().ok().map(Stated::Moment);
        for (text, read_as) in [
            ("2026-01-31", day("2026-01-31")),
            (" 2026-01-31T12:00:00 ", day("2026-01-31")),
            ("2026-01-31 12:00", day("2026-01-31")),
            ("2026-01-31T23:59:59Z", moment("2026-01-31T23:59:59Z")),
            (
                "2026-01-31T23:59:59-08:00",
                moment("2026-01-31T23:59:59-08:00"),
            ),
            (
                "2026-01-31T23:59:59.000+0100",
                moment("2026-01-31T23:59:59+01:00"),
            ),
            (
                "2026-01-31T23:59+01:00",
                moment("2026-01-31T23:59:00+01:00"),
            ),
            ("2026-02-30", None),
            ("2026-01-31T24:00", day("2026-01-31")),
            ("2026-01-31 or later", None),
            ("2026-01-31T23:59+99:99", None),
            ("2026-01-31Té", None),
            ("2026-01-311", None),
            ("soon", None),
            ("2026-01-3é1", None),
        ] {
            assert_eq!(read(text), read_as, "{text}");
        }
    }
}

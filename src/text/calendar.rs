//! The days that a job may name.

use std::ops::RangeInclusive;

use chrono::{Datelike, NaiveDate};

/// Years that both databases, and every program that reads a date, take for what they are.
const YEARS: RangeInclusive<i32> = 1..=9999;

/// Whether a date can be stored and shown.
pub fn is_usable(day: NaiveDate) -> bool {
    YEARS.contains(&day.year())
}

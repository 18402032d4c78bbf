//! Where a job stands in the lists.

use crate::platform::zone::Moment;
use chrono::{DateTime, Days, NaiveDateTime};

/// Bits of a cursor that hold the job's id.
const ID_BITS: u32 = 31;

const SECONDS_A_DAY: i64 = 24 * 60 * 60;

/// A job's place in the lists, newest first: the second of its publication, and among equals its id,
/// in one number that both databases order by.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub struct Cursor(pub i64);

impl Cursor {
    pub fn new(date_posted: NaiveDateTime, job_id: i64) -> Self {
        // Nobody posted before 1970; a date that says so counts as the first second.
        let seconds = date_posted.and_utc().timestamp().max(0);
        Self((seconds << ID_BITS) | job_id)
    }

    /// Before every job posted at `moment` or later.
    pub fn since(moment: NaiveDateTime) -> Self {
        Self(moment.and_utc().timestamp() << ID_BITS)
    }

    /// Before every job posted today, seen at `now`, or up to so many days before.
    pub fn days_ago(days: i64, now: Moment) -> Self {
        let first = now.today().checked_sub_days(Days::new(days.unsigned_abs()));
        first.map_or(Self(0), |day| Self::since(now.zone.start_of(day)))
    }

    /// When the job was first published.
    pub fn date_posted(self) -> NaiveDateTime {
        DateTime::from_timestamp(self.second(), 0)
            .unwrap_or_default()
            .naive_utc()
    }

    /// The second of its publication, counted from 1970.
    pub fn second(self) -> i64 {
        self.0 >> ID_BITS
    }

    /// The day of its publication, counted from 1970.
    pub fn day(self) -> i64 {
        self.second() / SECONDS_A_DAY
    }

    /// As it stands in an address.
    pub fn parse(text: &str) -> Option<Self> {
        text.parse().ok().filter(|number| *number > 0).map(Self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn later_is_higher_and_among_equals_the_higher_id() {
        let moment = |text: &str| text.parse::<NaiveDateTime>().unwrap_or_default();
        let (early, late) = (moment("2001-09-09T01:46:40"), moment("2026-11-24T12:00:00"));
        assert!(Cursor::new(late, 1) > Cursor::new(early, 2_000_000_000));
        assert!(Cursor::new(late, 2) > Cursor::new(late, 1));
        assert_eq!(Cursor::new(late, 7).date_posted(), late);
        assert!(Cursor::since(late) < Cursor::new(late, 1));
        assert_eq!(Cursor::parse("-1"), None);
        assert_eq!(Cursor::parse("99999999999999999999"), None);
    }
}

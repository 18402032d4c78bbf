//! Days where people live: the board's time zone says when each begins and ends. Moments are stored and
//! compared in UTC; a day is made of one only here.

use std::fmt;

use chrono::{DateTime, Days, FixedOffset, NaiveDate, NaiveDateTime, Offset, TimeDelta, TimeZone};
use chrono_tz::Tz;

use super::i18n::{Locale, Message};
use crate::text::calendar::Stated;

/// Longest gap that a change of clocks leaves at the beginning of a day, in half hours: a whole day, where
/// the date line moved.
const LONGEST_GAP: i64 = 48;

/// A time zone by its IANA name, with its changes of clocks.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct Zone(Option<Tz>);

/// A moment, and the days as they are counted where the board is.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct Moment {
    /// In UTC.
    pub at: NaiveDateTime,
    pub zone: Zone,
}

impl Zone {
    /// # Errors
    /// The rest of a sentence, where no zone has this name.
    pub fn parse(name: &str) -> Result<Self, String> {
        match name.parse() {
            Ok(Tz::UTC) => Ok(Self(None)),
            Ok(zone) => Ok(Self(Some(zone))),
            Err(_) => Err(format!(
                "must be the name of a time zone, like Europe/Berlin or America/New_York, not {name:?}"
            )),
        }
    }

    fn tz(self) -> Tz {
        self.0.unwrap_or(Tz::UTC)
    }

    /// The day on which a moment in UTC falls.
    pub fn day_of(self, moment: NaiveDateTime) -> NaiveDate {
        match self.0 {
            None => moment.date(),
            Some(zone) => zone.from_utc_datetime(&moment).date_naive(),
        }
    }

    /// The day that somebody states.
    pub fn day(self, stated: Stated) -> NaiveDate {
        match stated {
            Stated::Day(day) => day,
            Stated::Moment(moment) => self.day_of(moment.naive_utc()),
        }
    }

    /// The first moment of `day`, in UTC.
    pub fn start_of(self, day: NaiveDate) -> NaiveDateTime {
        let midnight = NaiveDateTime::from(day);
        let local = (0..LONGEST_GAP).find_map(|half_hours| {
            let time = midnight + TimeDelta::minutes(30 * half_hours);
            self.tz().from_local_datetime(&time).earliest()
        });
        local.map_or(midnight, |local| local.naive_utc())
    }

    /// The last second of `day`, with the offset that holds then.
    pub fn end_of(self, day: NaiveDate) -> DateTime<FixedOffset> {
        let next = day.checked_add_days(Days::new(1)).unwrap_or(day);
        let last = self.start_of(next) - TimeDelta::seconds(1);
        let local = self.tz().from_utc_datetime(&last);
        let offset = local.offset().fix();
        local.with_timezone(&offset)
    }

    /// What people call it: `Los Angeles time`, `UTC`.
    pub fn label(self, locale: Locale) -> String {
        match self.0 {
            None => locale.text(&Message::new("platform-zone-utc")),
            Some(zone) => {
                let city = zone.name().rsplit('/').next().unwrap_or_default();
                let city = city.replace('_', " ");
                locale.text(&Message::new("platform-zone").with("city", city))
            }
        }
    }
}

/// Its IANA name.
impl fmt::Display for Zone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.tz().name())
    }
}

impl Moment {
    pub fn today(self) -> NaiveDate {
        self.zone.day_of(self.at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn zone(name: &str) -> Zone {
        Zone::parse(name).unwrap_or_else(|error| panic!("{error}"))
    }

    fn moment(text: &str) -> NaiveDateTime {
        text.parse()
            .unwrap_or_else(|error| panic!("{text}: {error}"))
    }

    fn day(text: &str) -> NaiveDate {
        text.parse()
            .unwrap_or_else(|error| panic!("{text}: {error}"))
    }

    #[test]
    fn a_day_begins_and_ends_where_people_live() {
        for (name, date, start, end) in [
            (
                "UTC",
                "2026-01-31",
                "2026-01-31T00:00:00",
                "2026-01-31T23:59:59+00:00",
            ),
            (
                "America/Los_Angeles",
                "2026-01-31",
                "2026-01-31T08:00:00",
                "2026-01-31T23:59:59-08:00",
            ),
            (
                "Asia/Kolkata",
                "2026-01-31",
                "2026-01-30T18:30:00",
                "2026-01-31T23:59:59+05:30",
            ),
            (
                "Pacific/Kiritimati",
                "2026-01-31",
                "2026-01-30T10:00:00",
                "2026-01-31T23:59:59+14:00",
            ),
            // 23 and 25 hours long.
            (
                "Europe/Berlin",
                "2026-03-29",
                "2026-03-28T23:00:00",
                "2026-03-29T23:59:59+02:00",
            ),
            (
                "Europe/Berlin",
                "2026-10-25",
                "2026-10-24T22:00:00",
                "2026-10-25T23:59:59+01:00",
            ),
            // Clocks go from midnight to one, and a day was left out.
            (
                "Africa/Cairo",
                "2026-04-24",
                "2026-04-23T22:00:00",
                "2026-04-24T23:59:59+03:00",
            ),
            (
                "Pacific/Apia",
                "2011-12-31",
                "2011-12-30T10:00:00",
                "2011-12-31T23:59:59+14:00",
            ),
        ] {
            let zone = zone(name);
            let date = day(date);
            assert_eq!(zone.start_of(date), moment(start), "{name} {date}");
            assert_eq!(zone.end_of(date).to_rfc3339(), end, "{name} {date}");
            assert_eq!(zone.day_of(moment(start)), date, "{name}");
            let before = moment(start) - TimeDelta::seconds(1);
            assert!(zone.day_of(before) < date, "{name}");
        }
    }

    #[test]
    fn a_zone_has_a_name_that_people_know() {
        assert_eq!(
            zone("America/Los_Angeles").label(Locale::English),
            "Los Angeles time"
        );
        assert_eq!(zone("UTC").label(Locale::English), "UTC");
        assert!(Zone::parse("Berlin").is_err());
        assert!(Zone::parse("GMT+25").is_err());
    }
}

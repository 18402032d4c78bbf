//! The languages there are.

use chrono::{NaiveDate, NaiveDateTime};

use super::{Message, catalogue};
use crate::platform::zone::Moment;

/// Days for which a date is told as "… days ago".
const RECENT_DAYS: i64 = 30;

/// A language, and how dates and numbers are written in it.
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
pub enum Locale {
    #[default]
    English,
    /// English with accents and longer: shows what is in no `.ftl` file, and what has no room to grow.
    Accented,
    /// English from right to left: shows what a stylesheet does not turn around.
    Mirrored,
}

impl Locale {
    pub const ALL: [Self; 3] = [Self::English, Self::Accented, Self::Mirrored];

    /// Its BCP 47 tag, for `<html lang>`. `XA` and `XB` are private regions.
    pub const fn lang(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Accented => "en-XA",
            Self::Mirrored => "en-XB",
        }
    }

    /// The direction it is written in, for `<html dir>`.
    pub const fn dir(self) -> &'static str {
        match self {
            Self::English | Self::Accented => "ltr",
            Self::Mirrored => "rtl",
        }
    }

    /// The folder in `locales/`.
    pub(super) const fn folder(self) -> &'static str {
        "en"
    }

    /// The locale whose dates and numbers it has: the spelling is American, so the dates are too.
    pub(super) const fn formats(self) -> &'static str {
        "en-US"
    }

    /// What `message` says.
    pub fn text(self, message: &Message) -> String {
        catalogue::text(self, message)
    }

    /// For example `Jan 10, 2026`.
    pub fn date(self, date: NaiveDate) -> String {
        let formatted = catalogue::with(self, |words| words?.date(date));
        formatted.unwrap_or_else(|| date.to_string())
    }

    /// How many days ago, for what is recent; else the date.
    pub fn ago(self, then: NaiveDateTime, now: Moment) -> String {
        let day = now.zone.day_of(then);
        let days = (now.today() - day).num_days();
        if days > RECENT_DAYS {
            return self.date(day);
        }
        self.text(&Message::new("platform-days-ago").with("days", days.max(0)))
    }

    /// With separators: `1,234,567`.
    pub fn number(self, number: i64) -> String {
        let formatted = catalogue::with(self, |words| words?.formats.number(number));
        formatted.unwrap_or_else(|| number.to_string())
    }

    /// An amount in hundredths, with separators: `1,234`, `18.50`.
    pub fn hundredths(self, hundredths: i64) -> String {
        let formatted = catalogue::with(self, |words| words?.formats.hundredths(hundredths));
        formatted.unwrap_or_else(|| (hundredths as f64 / 100.0).to_string())
    }
}

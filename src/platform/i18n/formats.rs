//! How dates and numbers are written, from the Unicode CLDR as it is compiled into ICU4X.

use chrono::{Datelike, NaiveDate};
use fixed_decimal::Decimal;
use icu_calendar::{Date, Gregorian};
use icu_datetime::{FixedCalendarDateTimeFormatter, fieldsets::YMD};
use icu_decimal::DecimalFormatter;
use icu_locale_core::Locale as IcuLocale;

/// The formatters of one locale. Making one reads its data; using one is cheap.
pub struct Formats {
    date: Option<FixedCalendarDateTimeFormatter<Gregorian, YMD>>,
    number: Option<DecimalFormatter>,
}

impl Formats {
    pub fn new(locale: &str) -> Self {
        let locale: Option<IcuLocale> = locale.parse().ok();
        let made = locale.map(|locale| {
            (
                FixedCalendarDateTimeFormatter::try_new(locale.clone().into(), YMD::medium()).ok(),
                DecimalFormatter::try_new(locale.into(), Default::default()).ok(),
            )
        });
        let (date, number) = made.unwrap_or_default();
        Self { date, number }
    }

    /// For example `Jan 10, 2026`.
    pub fn date(&self, date: NaiveDate) -> Option<String> {
        let month = date.month().try_into().ok()?;
        let day = date.day().try_into().ok()?;
        let known = Date::try_new_gregorian(date.year(), month, day).ok()?;
        Some(self.date.as_ref()?.format(&known).to_string())
    }

    /// For example `1,234`, `18.50`: without a fraction where there is none.
    pub fn hundredths(&self, hundredths: i64) -> Option<String> {
        let formatter = self.number.as_ref()?;
        let number = match hundredths % 100 {
            0 => Decimal::from(hundredths / 100),
            _ => {
                let mut number = Decimal::from(hundredths);
                number.multiply_pow10(-2);
                number
            }
        };
        Some(formatter.format(&number).to_string())
    }

    /// For example `1,234,567`.
    pub fn number(&self, number: i64) -> Option<String> {
        let formatter = self.number.as_ref()?;
        Some(formatter.format(&Decimal::from(number)).to_string())
    }
}

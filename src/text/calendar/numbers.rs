//! Dates of three numbers, as `31/12/2026`. Whether the day or the month is first, the number above 12 says, or
//! somebody who knows.

use std::str::FromStr;

use chrono::NaiveDate;
use regex::regex;

/// Which of the first two numbers of a date is the day.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Order {
    DayFirst,
    MonthFirst,
}

impl FromStr for Order {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text {
            "day-first" => Ok(Self::DayFirst),
            "month-first" => Ok(Self::MonthFirst),
            _ => Err("is neither day-first nor month-first"),
        }
    }
}

/// The numbers of a date, as it has them.
#[derive(Clone, Copy, Debug)]
pub struct Numbers {
    first: u32,
    second: u32,
    year: i32,
}

impl Numbers {
    /// Reads numbers with slashes or dashes between, the year at the end; a time of day may follow.
    pub fn read(text: &str) -> Option<Self> {
        let pattern = regex!(
            r"^(\d{1,2})[/-](\d{1,2})[/-](\d{4})(?:,? \d{1,2}:\d\d(?::\d\d)?(?: ?[APap][Mm])?)?$"
        );
        let found = pattern.captures(text.trim())?;
        let number = |at: usize| found.get(at)?.as_str().parse().ok();
        Some(Self {
            first: number(1)?,
            second: number(2)?,
            year: i32::try_from(number(3)?).ok()?,
        })
    }

    /// The order that the numbers leave no choice about.
    pub fn order(self) -> Option<Order> {
        match (self.first > 12, self.second > 12) {
            (true, false) => Some(Order::DayFirst),
            (false, true) => Some(Order::MonthFirst),
            _ => None,
        }
    }

    /// The day, where the numbers or `order` say which it is.
    pub fn day(self, order: Option<Order>) -> Option<NaiveDate> {
        let same = (self.first == self.second).then_some(Order::DayFirst);
        let (day, month) = match self.order().or(same).or(order)? {
            Order::DayFirst => (self.first, self.second),
            Order::MonthFirst => (self.second, self.first),
        };
        NaiveDate::from_ymd_opt(self.year, month, day)
    }

    /// Whether the numbers are those of two days.
    pub fn are_two_days(self) -> bool {
        let day = |order| self.day(Some(order));
        let (first, second) = (day(Order::DayFirst), day(Order::MonthFirst));
        first.is_some() && second.is_some() && first != second
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_day_is_known_where_only_one_number_can_be_it_or_somebody_says_so() {
        let day = |text: &str, order| {
            let day = Numbers::read(text).and_then(|numbers| numbers.day(order));
            day.map(|day| day.to_string()).unwrap_or_default()
        };
        for (text, unsaid, day_first, month_first) in [
            ("31/12/2026", "2026-12-31", "2026-12-31", "2026-12-31"),
            ("12-31-2026", "2026-12-31", "2026-12-31", "2026-12-31"),
            ("2/2/2026", "2026-02-02", "2026-02-02", "2026-02-02"),
            ("01/02/2026", "", "2026-02-01", "2026-01-02"),
            ("1/2/2026 9:30 AM", "", "2026-02-01", "2026-01-02"),
            ("31/31/2026", "", "", ""),
            ("30/02/2026", "", "", ""),
            ("2026-02-01", "", "", ""),
            ("01/02/26", "", "", ""),
        ] {
            assert_eq!(day(text, None), unsaid, "{text}");
            assert_eq!(day(text, Some(Order::DayFirst)), day_first, "{text}");
            assert_eq!(day(text, Some(Order::MonthFirst)), month_first, "{text}");
        }
        let are_two = |text| Numbers::read(text).is_some_and(Numbers::are_two_days);
        assert!(are_two("01/02/2026") && !are_two("02/02/2026") && !are_two("31/12/2026"));
    }
}

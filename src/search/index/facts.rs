//! What the numbers beside filters are counted by, in one number: a search reads it for each hit.

use chrono::{Datelike, NaiveDate};

use crate::{
    jobs::{EmploymentType, Workplace},
    platform::db::text_enum::TextEnum,
};

/// Bits for the workplace, and then for the employment type; the rest is the last day.
const WORKPLACE_BITS: u32 = 4;
const TYPE_BITS: u32 = 4;

const WORKPLACES: u32 = (1 << WORKPLACE_BITS) - 1;
const TYPES: u32 = (1 << TYPE_BITS) - 1;

/// Says that none is stated.
const NO_TYPE: u32 = TYPES;

/// How many values either may have, counted from 0.
pub const MOST_VALUES: usize = 16;

/// Later than any last day.
const NO_END: u32 = (1 << (u32::BITS - WORKPLACE_BITS - TYPE_BITS)) - 1;

/// Workplace, employment type and last day of a job.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Facts(pub u32);

impl Facts {
    /// How many pairs of workplace and employment type there may be.
    pub const VALUES: usize = 1 << (WORKPLACE_BITS + TYPE_BITS);

    pub fn new(
        workplace: Workplace,
        kind: Option<EmploymentType>,
        valid_through: Option<NaiveDate>,
    ) -> Self {
        let end = valid_through.map_or(NO_END, day);
        let kind = kind.map_or(NO_TYPE, ordinal);
        Self((end << (WORKPLACE_BITS + TYPE_BITS)) | (kind << WORKPLACE_BITS) | ordinal(workplace))
    }

    /// Workplace and employment type as one number.
    #[inline]
    pub fn values(self) -> usize {
        self.0 as usize % Self::VALUES
    }

    /// Which workplace it is, among all.
    #[inline]
    pub fn workplace(self) -> usize {
        (self.0 & WORKPLACES) as usize
    }

    /// Which employment type it is, among all; above them where none is stated.
    #[inline]
    pub fn employment_type(self) -> usize {
        ((self.0 >> WORKPLACE_BITS) & TYPES) as usize
    }

    /// Whether it is open on a day that [`day`] gave.
    #[inline]
    pub fn is_open(self, today: u32) -> bool {
        self.0 >> (WORKPLACE_BITS + TYPE_BITS) >= today
    }
}

/// A day as a number that grows.
pub fn day(day: NaiveDate) -> u32 {
    u32::try_from(day.num_days_from_ce())
        .unwrap_or_default()
        .min(NO_END)
}

/// Which of all values of its type this is.
pub fn ordinal<T: TextEnum>(value: T) -> u32 {
    let known = T::ALL.iter().position(|known| *known == value);
    known.unwrap_or_default() as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn facts_come_out_as_they_went_in() {
        let end = NaiveDate::from_ymd_opt(2026, 12, 24).unwrap_or_default();
        for workplace in Workplace::ALL {
            for kind in EmploymentType::ALL {
                let facts = Facts::new(*workplace, Some(*kind), Some(end));
                assert_eq!(Workplace::ALL[facts.workplace()], *workplace);
                assert_eq!(EmploymentType::ALL[facts.employment_type()], *kind);
                assert!(facts.is_open(day(end)) && !facts.is_open(day(end) + 1));
            }
        }
        let facts = Facts::new(Workplace::Remote, None, None);
        assert!(facts.employment_type() >= EmploymentType::ALL.len());
        assert!(facts.is_open(day(NaiveDate::MAX)));
        assert!(EmploymentType::ALL.len() < MOST_VALUES && Workplace::ALL.len() < MOST_VALUES);
    }
}

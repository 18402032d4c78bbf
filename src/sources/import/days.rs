//! Days of a posting.

use chrono::NaiveDate;

use super::refusal::{Refusal, cut};
use crate::{
    platform::zone::Zone,
    text::calendar::{self, numbers::Numbers},
};

/// The day of `raw` where the board is; nothing where there is none.
pub fn read(name: &str, raw: &str, zone: Zone) -> Result<Option<NaiveDate>, Refusal> {
    if raw.trim().is_empty() {
        return Ok(None);
    }
    let stated = calendar::read(raw).ok_or_else(|| {
        let shown = cut(raw, 60);
        if Numbers::read(raw).is_some_and(Numbers::are_two_days) {
            return Refusal(format!(
                "has a {name} that can be two days: {shown:?}; write it as YYYY-MM-DD, or say --dates day-first or \
                 --dates month-first"
            ));
        }
        Refusal(format!("has a {name} that is no date: {shown:?}"))
    })?;
    usable(name, zone.day(stated)).map(Some)
}

/// `day`, if it can be stored.
pub fn usable(name: &str, day: NaiveDate) -> Result<NaiveDate, Refusal> {
    if calendar::is_usable(day) {
        Ok(day)
    } else {
        Err(Refusal(format!(
            "has a {name} beyond the years 1 to 9999: {day}"
        )))
    }
}

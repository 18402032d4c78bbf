//! The one place that asks for the time, so that tests can move it.

use std::sync::{
    Arc,
    atomic::{AtomicI64, Ordering},
};

use chrono::{DateTime, Duration, NaiveDate, NaiveDateTime, Utc};

use super::zone::{Moment, Zone};

/// The current time in UTC, cut to whole seconds: what both databases store alike.
#[derive(Clone, Debug, Default)]
pub struct Clock {
    ahead_seconds: Arc<AtomicI64>,
    zone: Zone,
}

impl Clock {
    /// A clock whose days are those of `zone`.
    pub fn of(zone: Zone) -> Self {
        Self {
            zone,
            ..Self::default()
        }
    }

    /// Now, and what day it is.
    pub fn moment(&self) -> Moment {
        Moment {
            at: self.now(),
            zone: self.zone,
        }
    }

    /// Today, where the board is.
    pub fn today(&self) -> NaiveDate {
        self.moment().today()
    }

    pub fn zone(&self) -> Zone {
        self.zone
    }

    /// Now, in UTC, without fractions of a second.
    pub fn now(&self) -> NaiveDateTime {
        let ahead = Duration::seconds(self.ahead_seconds.load(Ordering::Relaxed));
        let now = Utc::now() + ahead;
        DateTime::from_timestamp(now.timestamp(), 0)
            .unwrap_or(now)
            .naive_utc()
    }

    /// Moves this clock, and every clone of it, ahead of the machine's.
    pub fn advance(&self, by: Duration) {
        self.ahead_seconds
            .fetch_add(by.num_seconds(), Ordering::Relaxed);
    }
}

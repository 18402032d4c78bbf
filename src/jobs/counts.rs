//! How many jobs there are, for Prometheus.

use std::{
    sync::{Arc, Mutex, PoisonError},
    time::{Duration, Instant},
};

use chrono::NaiveDateTime;
use diesel::{dsl::count_star, prelude::*};
use prometheus_client::{
    encoding::EncodeLabelSet,
    metrics::{
        family::Family,
        gauge::{ConstGauge, Gauge},
    },
    registry::Registry,
};

use super::status::Status;
use crate::{
    http::board::Board,
    platform::{
        db::{Db, text_enum::TextEnum},
        schema::{jobs, listings},
    },
};

/// Counting every job takes a second on a large board: the numbers are kept for this long.
const COUNT_EVERY: Duration = Duration::from_secs(60);

#[derive(Clone, Debug, EncodeLabelSet, Eq, Hash, PartialEq)]
struct Label {
    status: String,
}

/// The jobs of the board, counted.
struct Counts {
    by_status: Vec<(String, i64)>,
    listed: i64,
}

/// The last count, and when it was made.
#[derive(Default)]
pub struct LastCount(Mutex<Option<(Instant, Arc<Counts>)>>);

impl LastCount {
    fn read(&self, db: &mut Db) -> QueryResult<Arc<Counts>> {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((counted, jobs)) = &*kept
            && counted.elapsed() < COUNT_EVERY
        {
            return Ok(jobs.clone());
        }
        let by_status = jobs::table
            .group_by(jobs::status)
            .select((jobs::status, count_star()))
            .load(db)?;
        let jobs = Arc::new(Counts {
            by_status,
            listed: listings::table.count().get_result(db)?,
        });
        *kept = Some((Instant::now(), jobs.clone()));
        Ok(jobs)
    }
}

/// Adds the numbers to those that Prometheus reads.
pub fn register(
    board: &Board,
    db: &mut Db,
    _: NaiveDateTime,
    registry: &mut Registry,
) -> QueryResult<()> {
    let Ok(last) = board.state::<LastCount>() else {
        return Ok(());
    };
    let counted = last.read(db)?;
    let jobs = Family::<Label, Gauge>::default();
    for status in Status::ALL {
        let status = status.as_str().to_owned();
        drop(jobs.get_or_create(&Label { status }));
    }
    for (status, count) in &counted.by_status {
        let status = status.clone();
        jobs.get_or_create(&Label { status }).set(*count);
    }
    let about = "Jobs, by status, counted once a minute";
    registry.register("jobs", about, jobs);
    let about = "Jobs on the lists, counted once a minute";
    registry.register("jobs_listed", about, ConstGauge::new(counted.listed));
    Ok(())
}

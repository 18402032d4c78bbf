//! What the board does for itself: forgetting what no longer counts, whatever feature it belongs to.

use std::time::Duration;

use actix_web::{rt::spawn, web::Data};
use chrono::TimeDelta;

use super::outbox;
use crate::{
    http::{board::Board, feature::Feature},
    platform::{
        audit::Origin,
        db,
        tasks::{Attempt, Lane, Outcome, Retry, Task, UPKEEP, Worker},
    },
};

pub const FEATURE: Feature = Feature {
    name: "upkeep",
    tasks: |board| vec![Worker::new(Sweep(board.clone()))],
    background: |board| vec![spawn(outbox::run(board.clone()))],
    ..Feature::EMPTY
};

/// Sweeps every feature once an hour.
struct Sweep(Data<Board>);

impl Task for Sweep {
    const KIND: &'static str = "sweep";
    const LANE: Lane = UPKEEP;
    const RETRY: Retry = Retry::FOR_EVER;
    const PATIENCE: Duration = Duration::from_secs(60 * 60);
    type Payload = ();

    fn standing() -> Option<()> {
        Some(())
    }

    async fn run(&self, (): (), _: Attempt) -> Outcome {
        let Self(board) = self;
        let mut failed = None;
        for feature in board.features {
            let origin = Origin {
                at: board.clock.now(),
                zone: board.clock.zone(),
                events: board.events.clone(),
                ..Origin::default()
            };
            let database = board.db.unhurried();
            let swept = database.write::<_, db::Error, _>(move |db| (feature.sweep)(db, &origin));
            match swept.await {
                Ok(0) => {}
                Ok(rows) => tracing::info!(rows, feature = feature.name, "forgot what ended"),
                Err(error) => failed = Some(format!("{}: {error}", feature.name)),
            }
        }
        match failed {
            None => Outcome::again(TimeDelta::hours(1)),
            Some(error) => Outcome::failed(error),
        }
    }
}

//! Forgetting what no longer counts, whatever feature it belongs to.

use std::time::Duration;

use actix_web::web::Data;

use crate::{
    http::board::Board,
    platform::{audit::Origin, db},
};

const EVERY: Duration = Duration::from_secs(60 * 60);

/// Sweeps now and once an hour; several replicas may do it at once.
pub async fn run(board: Data<Board>) {
    loop {
        for feature in board.features {
            let origin = Origin {
                at: board.clock.now(),
                events: board.events.clone(),
                ..Origin::default()
            };
            let database = board.db.unhurried();
            let swept = database.write::<_, db::Error, _>(move |db| (feature.sweep)(db, &origin));
            match swept.await {
                Ok(0) => {}
                Ok(rows) => tracing::info!(rows, feature = feature.name, "forgot what ended"),
                Err(error) => tracing::warn!(%error, "what ended could not be forgotten"),
            }
        }
        tokio::time::sleep(EVERY).await;
    }
}

//! Forgetting what no longer counts: sessions that ended by themselves, links that expired, and on the
//! lists the jobs past their last day.

use std::time::Duration;

use actix_web::web::Data;

use super::{mail_token::Grant, passwords::tries, sessions::session::Session};
use crate::{app::Board, search::search_entry, webhooks::Delivery};

const EVERY: Duration = Duration::from_secs(60 * 60);

/// Sweeps now and once an hour; several replicas may do it at once.
pub async fn run(board: Data<Board>) {
    loop {
        let now = board.clock.now();
        let swept = board
            .db
            .unhurried()
            .write(move |db| {
                let forgotten =
                    Session::sweep(db, now)? + Grant::sweep(db, now)? + tries::sweep(db, now)?;
                let tries = Delivery::sweep(db, now)?;
                Ok(forgotten + tries + search_entry::sweep(db, now)?)
            })
            .await;
        match swept {
            Ok(0) => {}
            Ok(rows) => tracing::info!(rows, "forgot what ended or expired"),
            Err(error) => tracing::warn!(%error, "what expired could not be forgotten"),
        }
        tokio::time::sleep(EVERY).await;
    }
}

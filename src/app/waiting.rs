//! A database that is down when the board starts: it is tried until it can be used, while the board
//! answers that it is not ready.

use std::time::Duration;

use actix_web::web::{Data, block};

use super::{StartError, prepare};
use crate::{
    accounts::missing_keys,
    http::board::Board,
    platform::{
        config::Config,
        db::{self, MigrateError},
    },
};

/// How often a database is tried that was down when the board started.
const TRY_EVERY: Duration = Duration::from_secs(1);

/// Tries the database until it can be used, if it could not when the board started.
pub async fn wait_for_database(board: Data<Board>) {
    while !board.db.is_ready() {
        tokio::time::sleep(TRY_EVERY).await;
        let trying = board.clone();
        let tried = block(move || prepare(&trying.db, &trying.config)).await;
        match tried {
            Ok(Ok(())) => {
                tracing::info!("the database is there");
                compare_keys(&board).await;
            }
            Ok(Err(error)) => tracing::warn!(%error, "still waiting for the database"),
            Err(error) => tracing::error!(%error, "the database could not be tried"),
        }
    }
}

/// The board serves already: what is missing can only be told.
async fn compare_keys(board: &Board) {
    let keys = board.keys.clone();
    let compared = board
        .read(move |db| missing_keys::check(db, Some(&keys)))
        .await;
    match compared {
        Ok(Ok(())) => {}
        Ok(Err(missing)) => tracing::error!("JWT_KEYS {missing}"),
        Err(error) => tracing::warn!(%error, "the keys could not be compared"),
    }
}

/// Whether waiting may help: a server may come up; a file, a folder, a newer schema will not.
pub fn may_heal(error: &StartError, config: &Config) -> bool {
    let is_out_of_reach = matches!(
        error,
        StartError::Connect(_)
            | StartError::Migrate(MigrateError::Query(_))
            | StartError::Database(db::Error::Unavailable(_))
    );
    config.database_url.is_postgres() && is_out_of_reach
}

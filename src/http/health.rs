//! Whether the board lives, and whether it can do its work: for load balancers and orchestrators.

use std::time::Duration;

use actix_web::{
    HttpResponse,
    http::{StatusCode, header},
    web::Data,
};
use chrono::{NaiveDateTime, TimeDelta};
use diesel::prelude::*;
use serde::Serialize;

use super::error::Error;
use crate::{
    accounts::missing_keys,
    app::{self, Board, StartError},
    platform::{
        config::Config,
        db::{Db, MigrateError, version},
        schema::outbox,
    },
};

/// How often a database is tried that was down when the board started.
const TRY_EVERY: Duration = Duration::from_secs(1);

/// What `/readyz` tells.
#[derive(Serialize)]
struct Readiness {
    status: &'static str,
    database: &'static str,
    migrations: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    outbox: Option<Outbox>,
}

/// What waits to be sent. A mail server that is down is no reason to take the board out of service.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Outbox {
    /// Mails that wait.
    pub waiting: i64,
    /// Mails that no more is tried with.
    pub given_up: i64,
    /// How long the first of those that wait is waiting.
    pub oldest_seconds: i64,
    /// Events that wait for the receivers of webhooks.
    pub events: i64,
}

impl Outbox {
    pub fn read(db: &mut Db, now: NaiveDateTime) -> QueryResult<Self> {
        let mails = outbox::table.filter(outbox::webhook_id.is_null());
        let waiting = mails.filter(outbox::due_at.is_not_null());
        let given_up = mails.filter(outbox::due_at.is_null());
        let oldest: Option<NaiveDateTime> = waiting
            .select(diesel::dsl::min(outbox::created_at))
            .first(db)?;
        let events = outbox::table.filter(outbox::webhook_id.is_not_null());
        Ok(Self {
            events: events.count().get_result(db)?,
            waiting: waiting.count().get_result(db)?,
            given_up: given_up.count().get_result(db)?,
            oldest_seconds: oldest
                .map_or(0, |then| (now - then).max(TimeDelta::zero()).num_seconds()),
        })
    }
}

/// `GET /livez`: the program answers. The database is not asked: starting again would not mend it.
pub async fn live() -> HttpResponse {
    HttpResponse::Ok()
        .content_type("text/plain; charset=utf-8")
        .body("alive\n")
}

/// `GET /readyz`: 200 when requests can be answered, else 503.
pub async fn ready(board: Data<Board>) -> HttpResponse {
    let now = board.clock.now();
    let asked = board
        .db
        .read(move |db| {
            version::read(db)?;
            Ok(Outbox::read(db, now)?)
        })
        .await;
    let is_stopping = board.is_stopping();
    let (database, outbox) = match asked {
        Ok(outbox) => ("ok", Some(outbox)),
        Err(error) => {
            tracing::warn!(%error, "not ready");
            ("unreachable", None)
        }
    };
    let is_ready = outbox.is_some() && !is_stopping;
    let readiness = Readiness {
        status: match (is_ready, is_stopping) {
            (true, _) => "ready",
            (false, true) => "stopping",
            (false, false) => "not ready",
        },
        database,
        migrations: if board.db.is_ready() { "ok" } else { "unknown" },
        outbox,
    };
    let status = if is_ready {
        StatusCode::OK
    } else {
        StatusCode::SERVICE_UNAVAILABLE
    };
    HttpResponse::build(status)
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .json(readiness)
}

/// Tries the database until it can be used, if it could not when the board started.
pub async fn wait_for_database(board: Data<Board>) {
    while !board.db.is_ready() {
        tokio::time::sleep(TRY_EVERY).await;
        let trying = board.clone();
        let tried = actix_web::web::block(move || app::prepare(&trying.db, &trying.config)).await;
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
        .db
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
            | StartError::Start(Error::Unavailable(_))
    );
    config.database_url.is_postgres() && is_out_of_reach
}

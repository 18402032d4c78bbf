//! Whether the board lives, and whether it can do its work: for load balancers and orchestrators.

use actix_web::{
    HttpResponse,
    http::{StatusCode, header},
    web::Data,
};
use chrono::{NaiveDateTime, TimeDelta};
use diesel::prelude::*;
use serde::Serialize;

use super::board::Board;
use crate::platform::{
    db::{Db, version},
    schema::outbox,
};

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

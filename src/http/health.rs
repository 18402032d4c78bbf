//! Whether the board lives, and whether it can do its work: for load balancers and orchestrators.

use std::collections::BTreeMap;

use actix_web::{
    HttpResponse,
    http::{StatusCode, header},
    web::Data,
};
use serde::Serialize;

use super::board::Board;
use crate::platform::{db::version, tasks::Counts};

/// What `/readyz` tells.
#[derive(Serialize)]
struct Readiness {
    status: &'static str,
    database: &'static str,
    migrations: &'static str,
    /// What waits, by kind. A mail server that is down is no reason to take the board out of service.
    #[serde(skip_serializing_if = "Option::is_none")]
    tasks: Option<BTreeMap<String, Counts>>,
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
            Ok(Counts::read(db, now)?)
        })
        .await;
    let is_stopping = board.is_stopping();
    let (database, tasks) = match asked {
        Ok(tasks) => ("ok", Some(tasks)),
        Err(error) => {
            tracing::warn!(%error, "not ready");
            ("unreachable", None)
        }
    };
    let is_ready = tasks.is_some() && !is_stopping;
    let readiness = Readiness {
        status: match (is_ready, is_stopping) {
            (true, _) => "ready",
            (false, true) => "stopping",
            (false, false) => "not ready",
        },
        database,
        migrations: if board.db.is_ready() { "ok" } else { "unknown" },
        tasks,
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

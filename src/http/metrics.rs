//! Numbers for Prometheus: counted as things happen, or read when somebody asks. They are served on an
//! address of their own, which is closed unless it is set.

pub mod counters;
#[cfg(target_os = "linux")]
mod process;

use std::{collections::BTreeMap, io, net::SocketAddr};

use actix_web::{
    App, HttpResponse, HttpServer,
    dev::Server,
    web::{self, Data},
};
use diesel::QueryResult;
use prometheus_client::{
    encoding::{
        EncodeLabelSet,
        text::{encode_eof, encode_registry},
    },
    metrics::{
        family::Family,
        gauge::{ConstGauge, Gauge},
        info::Info,
    },
    registry::{Registry, Unit},
};

use super::{board::Board, error::Error, health};
use crate::platform::{db::Db, tasks::Counts};

/// Connections to the address of the numbers that may be open at once. They are among the descriptors
/// that `server::capacity` keeps for other things than pages.
const MOST_CONNECTIONS: usize = 32;

/// The media type of OpenMetrics, which Prometheus asks for.
const MEDIA_TYPE: &str = "application/openmetrics-text; version=1.0.0; charset=utf-8";

#[derive(Clone, Debug, EncodeLabelSet, Eq, Hash, PartialEq)]
struct State {
    state: &'static str,
}

#[derive(Clone, Debug, EncodeLabelSet, Eq, Hash, PartialEq)]
struct TaskState {
    kind: &'static str,
    state: &'static str,
}

#[derive(Clone, Debug, EncodeLabelSet, Eq, Hash, PartialEq)]
struct Kind {
    kind: &'static str,
}

/// The server of the numbers and of the health checks, bound to `METRICS_BIND`, where that is set.
pub fn server(board: &Data<Board>) -> io::Result<Option<(SocketAddr, Server)>> {
    let Some(bind) = board.config.metrics_bind else {
        return Ok(None);
    };
    let served = board.clone();
    let server = HttpServer::new(move || {
        App::new()
            .app_data(served.clone())
            .route("/metrics", web::get().to(show))
            .route("/livez", web::get().to(health::live))
            .route("/readyz", web::get().to(health::ready))
    })
    .workers(1)
    .tcp_nodelay(true)
    .max_connections(MOST_CONNECTIONS)
    .disable_signals()
    .bind(bind)?;
    let address = server.addrs().first().copied().unwrap_or(bind);
    Ok(Some((address, server.run())))
}

/// `GET /metrics`. What the database would have to be asked for is left out while it is down.
pub async fn show(board: Data<Board>) -> Result<HttpResponse, Error> {
    let mut whole = Registry::default();
    #[cfg(target_os = "linux")]
    process::register(&mut whole);
    let registry = whole.sub_registry_with_prefix("jobboard");
    board.metrics.register(registry);
    let build = Info::new([("version", env!("CARGO_PKG_VERSION"))]);
    registry.register("build", "The program", build);
    for feature in board.features {
        (feature.metrics)(&board, registry);
    }

    let pool = board.db.state();
    let connections = Family::<State, Gauge>::default();
    let idle = i64::from(pool.idle_connections);
    for (state, count) in [("idle", idle), ("used", i64::from(pool.connections) - idle)] {
        connections.get_or_create(&State { state }).set(count);
    }
    let about = "Connections to the database, by state";
    registry.register("database_connections", about, connections);

    let asking = board.clone();
    let kinds = board
        .features
        .iter()
        .flat_map(|feature| (feature.tasks)(&board));
    let kinds: Vec<&'static str> = kinds.map(|worker| worker.kind).collect();
    let counted = board.read(move |db| Ok(count(&asking, &kinds, db)?)).await;
    let is_up = i64::from(counted.is_ok());
    let about = "Whether the database answers";
    registry.register("database_up", about, ConstGauge::new(is_up));

    let mut text = String::new();
    encode_registry(&mut text, &whole).map_err(Error::internal)?;
    if let Ok(counted) = counted {
        encode_registry(&mut text, &counted).map_err(Error::internal)?;
    }
    encode_eof(&mut text).map_err(Error::internal)?;
    Ok(HttpResponse::Ok().content_type(MEDIA_TYPE).body(text))
}

/// What the database is asked for.
fn count(board: &Board, kinds: &[&'static str], db: &mut Db) -> QueryResult<Registry> {
    let now = board.clock.now();
    let mut registry = Registry::with_prefix("jobboard");
    register_tasks(&mut registry, kinds, &Counts::read(db, now)?);
    for feature in board.features {
        (feature.counts)(board, db, now, &mut registry)?;
    }
    Ok(registry)
}

/// Every kind that this program knows is there from the start.
fn register_tasks(
    registry: &mut Registry,
    kinds: &[&'static str],
    counted: &BTreeMap<String, Counts>,
) {
    let tasks = Family::<TaskState, Gauge>::default();
    let oldest = Family::<Kind, Gauge>::default();
    for kind in kinds {
        let of_kind = counted.get(*kind).copied().unwrap_or_default();
        let states = [("waiting", of_kind.waiting), ("given_up", of_kind.given_up)];
        for (state, count) in states {
            tasks.get_or_create(&TaskState { kind, state }).set(count);
        }
        oldest
            .get_or_create(&Kind { kind })
            .set(of_kind.oldest_seconds);
    }
    registry.register("tasks", "Work in the background, by kind and state", tasks);
    let about = "How long the first of the tasks that wait is waiting";
    registry.register_with_unit("tasks_oldest", about, Unit::Seconds, oldest);
}

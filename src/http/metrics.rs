//! Numbers for Prometheus: counted as things happen, or read when somebody asks. They are served on an
//! address of their own, which is closed unless it is set.

#[cfg(target_os = "linux")]
mod process;

use std::{io, net::SocketAddr, time::Duration};

use actix_web::{
    App, HttpResponse, HttpServer,
    dev::Server,
    http::{Method, StatusCode},
    web::{self, Data},
};
use diesel::QueryResult;
use prometheus_client::{
    encoding::{
        EncodeLabelSet,
        text::{encode_eof, encode_registry},
    },
    metrics::{
        counter::Counter,
        family::Family,
        gauge::{ConstGauge, Gauge},
        histogram::Histogram,
        info::Info,
    },
    registry::{Registry, Unit},
};

use super::{
    board::Board,
    endpoint::{Endpoint, UNKNOWN},
    error::Error,
    health::{self, Outbox},
};
use crate::platform::db::Db;

/// Upper bounds of the buckets that answers are sorted into, in seconds.
const BUCKETS: [f64; 10] = [
    0.000_1, 0.000_5, 0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1.0, 5.0,
];

/// Connections to the address of the numbers that may be open at once. They are among the descriptors
/// that `server::capacity` keeps for other things than pages.
const MOST_CONNECTIONS: usize = 32;

/// How the page cache may answer.
const KEPT: [&str; 3] = ["hit", "miss", "personal"];

/// How a try to sign in may end.
const SIGN_INS: [&str; 3] = ["right", "wrong", "throttled"];

/// Answers that somebody waits for with an alarm.
const FAILURES: [u16; 2] = [500, 503];

/// The media type of OpenMetrics, which Prometheus asks for.
const MEDIA_TYPE: &str = "application/openmetrics-text; version=1.0.0; charset=utf-8";

/// What is counted while the board runs.
pub struct Metrics {
    requests: Family<Answered, Counter>,
    seconds: Family<Route, Histogram>,
    pages: Family<Kept, Counter>,
    sign_ins: Family<SignIn, Counter>,
}

#[derive(Clone, Debug, EncodeLabelSet, Eq, Hash, PartialEq)]
struct Answered {
    route: &'static str,
    status: u16,
}

#[derive(Clone, Debug, EncodeLabelSet, Eq, Hash, PartialEq)]
struct Route {
    route: &'static str,
}

#[derive(Clone, Debug, EncodeLabelSet, Eq, Hash, PartialEq)]
struct Kept {
    outcome: &'static str,
}

#[derive(Clone, Debug, EncodeLabelSet, Eq, Hash, PartialEq)]
struct SignIn {
    outcome: &'static str,
}

#[derive(Clone, Debug, EncodeLabelSet, Eq, Hash, PartialEq)]
struct State {
    state: &'static str,
}

impl Metrics {
    /// Every counter is there from the start, with 0: an alarm looks for what grows, and one that only
    /// appears with its first failure does not grow.
    pub fn new(endpoints: &[Endpoint]) -> Self {
        let metrics = Self {
            requests: Family::default(),
            seconds: Family::new_with_constructor(|| Histogram::new(BUCKETS)),
            pages: Family::default(),
            sign_ins: Family::default(),
        };
        for outcome in KEPT {
            drop(metrics.pages.get_or_create(&Kept { outcome }));
        }
        for outcome in SIGN_INS {
            drop(metrics.sign_ins.get_or_create(&SignIn { outcome }));
        }
        for endpoint in endpoints {
            // What a request ends in when all is well: a page, or a redirect after a form.
            let status = if endpoint.method == Method::GET {
                200
            } else {
                303
            };
            let route = endpoint.path;
            drop(metrics.requests.get_or_create(&Answered { route, status }));
            drop(metrics.seconds.get_or_create(&Route { route }));
        }
        let paths = endpoints.iter().map(|endpoint| endpoint.path);
        for route in paths.chain([UNKNOWN]) {
            for status in FAILURES {
                drop(metrics.requests.get_or_create(&Answered { route, status }));
            }
        }
        metrics
    }

    /// A request to `route` was answered.
    pub fn answered(&self, route: &'static str, status: StatusCode, after: Duration) {
        let status = status.as_u16();
        self.requests
            .get_or_create(&Answered { route, status })
            .inc();
        self.seconds
            .get_or_create(&Route { route })
            .observe(after.as_secs_f64());
    }

    /// The page cache was asked: `hit`, `miss`, or `personal` for a kept page that somebody signed in
    /// is shown.
    pub fn page_cache(&self, outcome: &'static str) {
        self.pages.get_or_create(&Kept { outcome }).inc();
    }

    /// Somebody tried to sign in: `right`, `wrong` or `throttled`.
    pub fn sign_in(&self, outcome: &'static str) {
        self.sign_ins.get_or_create(&SignIn { outcome }).inc();
    }

    fn register(&self, registry: &mut Registry) {
        registry.register(
            "requests",
            "Requests answered, by route and status",
            self.requests.clone(),
        );
        registry.register_with_unit(
            "request",
            "How long answering took, by route",
            Unit::Seconds,
            self.seconds.clone(),
        );
        registry.register(
            "page_cache",
            "Pages asked of the page cache, by outcome",
            self.pages.clone(),
        );
        registry.register(
            "sign_ins",
            "Tries to sign in, by outcome",
            self.sign_ins.clone(),
        );
    }
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
    let counted = board.read(move |db| Ok(count(&asking, db)?)).await;
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
fn count(board: &Board, db: &mut Db) -> QueryResult<Registry> {
    let now = board.clock.now();
    let mut registry = Registry::with_prefix("jobboard");
    register_outbox(&mut registry, &Outbox::read(db, now)?);
    for feature in board.features {
        (feature.counts)(board, db, now, &mut registry)?;
    }
    Ok(registry)
}

fn register_outbox(registry: &mut Registry, outbox: &Outbox) {
    let mails = Family::<State, Gauge>::default();
    for (state, count) in [("waiting", outbox.waiting), ("given_up", outbox.given_up)] {
        mails.get_or_create(&State { state }).set(count);
    }
    registry.register("outbox_mails", "Mails that were not sent, by state", mails);
    registry.register_with_unit(
        "outbox_oldest",
        "How long the first mail is waiting",
        Unit::Seconds,
        ConstGauge::new(outbox.oldest_seconds),
    );
    let about = "Events that wait for the receivers of webhooks";
    registry.register("outbox_events", about, ConstGauge::new(outbox.events));
}

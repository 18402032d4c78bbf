//! What is counted while the board runs.

use std::time::Duration;

use actix_web::http::{Method, StatusCode};
use prometheus_client::{
    encoding::EncodeLabelSet,
    metrics::{counter::Counter, family::Family, histogram::Histogram},
    registry::{Registry, Unit},
};

use super::super::endpoint::{Endpoint, UNKNOWN};

/// Upper bounds of the buckets that answers are sorted into, in seconds.
const BUCKETS: [f64; 10] = [
    0.000_1, 0.000_5, 0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1.0, 5.0,
];

/// How the page cache may answer.
const KEPT: [&str; 3] = ["hit", "miss", "personal"];

/// How a try to sign in may end.
const SIGN_INS: [&str; 3] = ["right", "wrong", "throttled"];

/// Answers that somebody waits for with an alarm.
const FAILURES: [u16; 2] = [500, 503];

/// The counters.
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

    pub fn register(&self, registry: &mut Registry) {
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

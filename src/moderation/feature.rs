//! What moderation hands to the app.

use super::{
    actions, notices,
    reports::{deciding, export, filing, queue},
};
use crate::http::{
    endpoint::{Endpoint, Guard, get, post},
    feature::Feature,
};

pub const FEATURE: Feature = Feature {
    name: "moderation",
    endpoints,
    actions: actions::ALL,
    notices: notices::ALL,
    tables: &["reports"],
    counts: queue::count,
    export: export::export,
    forget: export::forget,
    ..Feature::EMPTY
};

fn endpoints() -> Vec<Endpoint> {
    use Guard::{Admin, Anyone};
    vec![
        get("/jobs/{job}/reports", Anyone, filing::new),
        post("/jobs/{job}/reports", Anyone, filing::create),
        get("/admin/reports", Admin, queue::index),
        get("/admin/reports/{report}", Admin, queue::show),
        post("/admin/reports/{report}/decision", Admin, deciding::create),
    ]
}

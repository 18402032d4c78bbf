//! What webhooks hand to the app.

use super::page;
use crate::http::{
    endpoint::{Endpoint, Guard, get, post},
    feature::Feature,
};

pub const FEATURE: Feature = Feature {
    name: "webhooks",
    endpoints,
    ..Feature::EMPTY
};

fn endpoints() -> Vec<Endpoint> {
    use Guard::SignedIn;
    vec![
        get("/account/webhooks", SignedIn, page::index),
        post("/account/webhooks", SignedIn, page::create),
        get("/account/webhooks/{webhook}", SignedIn, page::show),
        post("/account/webhooks/{webhook}/test", SignedIn, page::test),
        post("/account/webhooks/{webhook}/delete", SignedIn, page::delete),
    ]
}

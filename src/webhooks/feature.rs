//! What webhooks hand to the app.

use super::{
    actions,
    deliverer::Deliverer,
    delivery::Delivery,
    event, notices, page,
    sender::{self, Sender},
    webhook,
};
use crate::http::{
    endpoint::{Endpoint, Guard, get, post},
    feature::Feature,
};
use crate::platform::{events::Listener, tasks::Worker};

pub const FEATURE: Feature = Feature {
    name: "webhooks",
    settings: &[sender::ALLOW_PRIVATE],
    endpoints,
    actions: actions::ALL,
    notices: notices::ALL,
    tables: &["webhooks", "deliveries"],
    install: |board| {
        let sender = Sender::new(&board.config);
        board.states.insert(sender);
        Ok(())
    },
    listeners: || {
        vec![
            Listener::on(event::follow),
            Listener::on(event::follow_expired),
            Listener::on(event::follow_company),
        ]
    },
    sweep: |db, origin| Ok(Delivery::sweep(db, origin.at)?),
    export: webhook::export,
    tasks: |board| vec![Worker::new(Deliverer(board.clone()))],
    ..Feature::EMPTY
};

fn endpoints() -> Vec<Endpoint> {
    use Guard::SignedIn;
    vec![
        get("/account/webhooks", SignedIn, page::index),
        post("/account/webhooks", SignedIn, page::create),
        get("/account/webhooks/{webhook}", SignedIn, page::log::show),
        post("/account/webhooks/{webhook}/test", SignedIn, page::test),
        post("/account/webhooks/{webhook}/delete", SignedIn, page::delete),
    ]
}

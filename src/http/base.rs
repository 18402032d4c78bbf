//! What the platform itself serves.

use super::{
    assets,
    endpoint::{Endpoint, Guard, get},
    feature::Feature,
    flash, health, picture,
};
use crate::platform::{
    config::SETTINGS,
    tasks::{self, Worker},
};

pub const FEATURE: Feature = Feature {
    name: "platform",
    settings: SETTINGS,
    endpoints,
    notices: &[flash::SAVED],
    tables: &["tasks", "outbox", "audit_log"],
    own_tables: &["board_version"],
    tasks: |board| vec![Worker::new(board.mail.clone())],
    sweep: |db, origin| Ok(tasks::forget_given_up(db, origin.at)?),
    ..Feature::EMPTY
};

fn endpoints() -> Vec<Endpoint> {
    use Guard::Anyone;
    vec![
        get("/livez", Anyone, health::live),
        get("/readyz", Anyone, health::ready),
        get("/static/{hash}/{path:.*}", Anyone, assets::serve),
        get("/pictures/{file}", Anyone, picture::show),
    ]
}

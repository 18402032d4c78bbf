//! What the platform itself serves.

use super::{
    assets,
    endpoint::{Endpoint, Guard, get},
    feature::Feature,
    flash, health,
};

pub const FEATURE: Feature = Feature {
    name: "platform",
    endpoints,
    notices: &[flash::SAVED],
    tables: &["outbox", "audit_log"],
    own_tables: &["board_version"],
    ..Feature::EMPTY
};

fn endpoints() -> Vec<Endpoint> {
    use Guard::Anyone;
    vec![
        get("/livez", Anyone, health::live),
        get("/readyz", Anyone, health::ready),
        get("/static/{hash}/{path:.*}", Anyone, assets::serve),
    ]
}

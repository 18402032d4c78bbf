//! What sources hand to the app.

use super::{actions, edited};
use crate::{http::feature::Feature, platform::events::Listener};

pub const FEATURE: Feature = Feature {
    name: "sources",
    actions: actions::ALL,
    tables: &["job_sources"],
    listeners: || vec![Listener::on(edited::follow)],
    ..Feature::EMPTY
};

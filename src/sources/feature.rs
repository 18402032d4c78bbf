//! What sources hand to the app.

use super::edited;
use crate::{http::feature::Feature, platform::events::Listener};

pub const FEATURE: Feature = Feature {
    name: "sources",
    tables: &["job_sources"],
    listeners: || vec![Listener::on(edited::follow)],
    ..Feature::EMPTY
};

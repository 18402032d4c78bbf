//! What sources hand to the app.

use crate::http::feature::Feature;

pub const FEATURE: Feature = Feature {
    name: "sources",
    tables: &["job_sources"],
    ..Feature::EMPTY
};

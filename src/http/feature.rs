//! What a feature hands to the app. A feature is a room of the house: its pages, its API, its tables and
//! its work in the background, stated in one place.

use super::endpoint::Endpoint;

/// One feature. What it does not have, it takes from [`Feature::EMPTY`].
pub struct Feature {
    pub name: &'static str,
    /// Its addresses. Those of a later feature are matched first.
    pub endpoints: fn() -> Vec<Endpoint>,
}

impl Feature {
    pub const EMPTY: Self = Self {
        name: "",
        endpoints: Vec::new,
    };
}

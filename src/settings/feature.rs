//! What the board's settings hand to the app.

use super::{actions, logo, notices, page, search_words, welcome};
use crate::http::{
    endpoint::{Endpoint, Guard, get, post},
    feature::Feature,
};

pub const FEATURE: Feature = Feature {
    name: "settings",
    endpoints,
    actions: actions::ALL,
    notices: notices::ALL,
    tables: &["board_settings"],
    ..Feature::EMPTY
};

fn endpoints() -> Vec<Endpoint> {
    use Guard::{Admin, Anyone};
    vec![
        get("/admin/settings", Admin, page::show),
        post("/admin/settings", Admin, page::update),
        get("/admin/search-words", Admin, search_words::show),
        post("/admin/search-words", Admin, search_words::update),
        get("/admin/welcome", Admin, welcome::show),
        get("/logo/{file}", Anyone, logo::show),
    ]
}

//! What the search hands to the app.

use std::future::pending;

use actix_web::{rt::spawn, web::Data};
use utoipa::OpenApi;

use super::{
    api, companies, companies_api, company_names, fragment, home,
    index::{Indexing, SearchIndex},
    list,
    meaning::board_words::InUse,
    metrics, rebuilding, search_entry, similar,
    suggestions::{
        self,
        counting::{self, Counting},
    },
    usual_currency,
};
use crate::http::{
    board::Board,
    endpoint::{Endpoint, Guard, get},
    feature::Feature,
};
use crate::jobs::{editing::new::UsualCurrency, show::Similar};
use crate::platform::{events::Listener, tasks::Worker};

pub const FEATURE: Feature = Feature {
    name: "search",
    endpoints,
    api: || Some(Api::openapi()),
    tables: &["suggestions"],
    own_tables: &["listings", "listing_changes"],
    listeners: || {
        vec![
            Listener::on(search_entry::follow),
            Listener::on(company_names::follow),
            Listener::on(counting::follow),
            Listener::on(counting::follow_expired),
        ]
    },
    sweep: search_entry::sweep,
    install: |board| {
        board.states.insert(Similar(similar::cards));
        board.states.insert(UsualCurrency(usual_currency::on));
        board.states.insert(fragment::empty());
        board.states.insert(SearchIndex::default());
        board.states.insert(InUse::default());
        Ok(())
    },
    prepare: |db, _| {
        rebuilding::complete(db)?;
        rebuilding::build_if_outdated(db)?;
        counting::count_if_missing(db)
    },
    background: |board| vec![spawn(keep_index(board.clone()))],
    metrics: metrics::register,
    tasks: |board| vec![Worker::new(Counting(board.clone()))],
    ..Feature::EMPTY
};

#[derive(OpenApi)]
#[openapi(
    paths(api::own, api::index, companies_api::index, companies_api::show),
    tags((name = "Jobs"), (name = "Companies"))
)]
struct Api;

/// Keeps the search index for as long as the board is served.
async fn keep_index(board: Data<Board>) {
    let Ok(index) = board.state::<SearchIndex>() else {
        return;
    };
    let started = Indexing::start(
        index.clone(),
        board.db.clone(),
        board.config.data_dir.clone(),
    );
    match started {
        Ok(_indexing) => pending().await,
        Err(error) => tracing::error!(%error, "the search indexer does not run"),
    }
}

fn endpoints() -> Vec<Endpoint> {
    use Guard::{Anyone, SignedIn};
    vec![
        get("/", Anyone, home::show),
        get("/remote", Anyone, list::remote),
        get("/tags/{slug}", Anyone, list::tag),
        get("/companies", Anyone, companies::page::show),
        get("/companies/{slug}", Anyone, list::company),
        get("/places/{slug}", Anyone, list::place),
        get("/suggestions", Anyone, suggestions::index),
        get("/jobs", Anyone, list::index),
        get("/api/v1/me/jobs", SignedIn, api::own),
        get("/api/v1/jobs", Anyone, api::index),
        get("/api/v1/companies", Anyone, companies_api::index),
        get("/api/v1/companies/{slug}", Anyone, companies_api::show),
    ]
}

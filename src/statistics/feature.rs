//! What statistics hand to the app.

use actix_web::rt::spawn;
use utoipa::OpenApi;

use super::{
    api,
    counter::{self, Counter},
    export, page, row,
};
use crate::{
    http::{
        endpoint::{Endpoint, Guard, get},
        feature::Feature,
    },
    jobs::visits::Counted,
};

pub const FEATURE: Feature = Feature {
    name: "statistics",
    endpoints,
    api: || Some(Api::openapi()),
    tables: &["job_statistics"],
    install: |board| {
        board.states.insert(Counter::default());
        board.states.insert(Counted(counter::count));
        Ok(())
    },
    background: |board| vec![spawn(counter::run(board.clone()))],
    stop: |board| spawn(counter::save(board)),
    export: export::export,
    sweep: row::sweep,
    ..Feature::EMPTY
};

#[derive(OpenApi)]
#[openapi(paths(api::show), tags((name = "Jobs")))]
struct Api;

fn endpoints() -> Vec<Endpoint> {
    use Guard::{Admin, Poster, SignedIn};
    vec![
        get("/dashboard/statistics", Poster, page::own),
        get("/dashboard/statistics.csv", Poster, page::own_csv),
        get("/dashboard/statistics/{job}.csv", Poster, page::job_csv),
        get("/dashboard/statistics/{job}", Poster, page::job),
        get("/admin/statistics", Admin, page::all),
        get("/admin/statistics.csv", Admin, page::all_csv),
        get("/api/v1/jobs/{job}/statistics", SignedIn, api::show),
    ]
}

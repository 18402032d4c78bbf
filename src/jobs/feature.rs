//! What jobs hand to the app.

use utoipa::OpenApi;

use actix_web::rt::{spawn, task::spawn_blocking};

use super::{
    actions,
    api::{changes, states},
    belongings,
    counts::{self, LastCount},
    editing::{edit, new, pasted, preview, previewed},
    fragment,
    life::{following, publishing::Publishing, reminder_page, reminding::Reminding},
    managing::{bulk, closing, deleting, publication, renewing, reposting, table},
    notices, pay_rules, show,
    views::{self, Views},
    visit,
};
use crate::http::{
    board::Board,
    endpoint::{Endpoint, Guard, delete, get, post, put},
    error::Error,
    feature::Feature,
};
use crate::{
    platform::{events::Listener, tasks::Worker},
    text::gazetteer,
};

pub const FEATURE: Feature = Feature {
    name: "jobs",
    endpoints,
    actions: actions::ALL,
    notices: notices::ALL,
    api: || Some(Api::openapi()),
    tables: &[
        "jobs",
        "job_views",
        "gone_jobs",
        "job_removals",
        "job_schedules",
        "job_outcomes",
        "reminders",
    ],
    own_tables: &["previews"],
    install,
    sweep: previewed::sweep,
    background: |board| vec![spawn(views::run(board.clone())), spawn(places())],
    stop: |board| spawn(views::save(board)),
    counts: counts::register,
    listeners: || {
        vec![
            Listener::on(belongings::follow),
            Listener::on(following::follow),
        ]
    },
    tasks: |board| {
        vec![
            Worker::new(Publishing(board.clone())),
            Worker::new(Reminding(board.clone())),
        ]
    },
    export: belongings::export,
    holdings: |db, account_id| Ok(vec![("jobs", belongings::count(db, account_id)?)]),
    forget: |db, account_id, origin| Ok(belongings::forget(db, account_id, origin)?),
    ..Feature::EMPTY
};

#[derive(OpenApi)]
#[openapi(
    paths(
        changes::create,
        changes::show,
        changes::update,
        changes::delete,
        states::publish,
        states::unpublish,
        states::close,
        states::renew,
        states::confirm,
    ),
    tags((name = "Jobs"))
)]
struct Api;

fn install(board: &mut Board) -> Result<(), Error> {
    board.states.insert(Views::default());
    board.states.insert(fragment::empty());
    board.states.insert(LastCount::default());
    Ok(())
}

/// Reads the gazetteer, and the laws of places, before a page needs them, away from the event loop.
async fn places() {
    let load = || {
        gazetteer::load();
        pay_rules::load();
    };
    if let Err(error) = spawn_blocking(load).await {
        tracing::error!(%error, "reading the gazetteer");
    }
}

fn endpoints() -> Vec<Endpoint> {
    use Guard::{Admin, Anyone, SignedIn};
    vec![
        post("/jobs", SignedIn, new::create),
        get("/jobs/new", SignedIn, new::new),
        post("/jobs/preview", SignedIn, new::preview),
        post("/jobs/description", SignedIn, pasted::convert),
        get("/previews/{preview}", SignedIn, preview::show),
        post("/jobs/bulk", SignedIn, bulk::create),
        get("/jobs/{job}", Anyone, show::show),
        post("/jobs/{job}", SignedIn, edit::update),
        get("/jobs/{job}/visit", Anyone, visit::show),
        get("/jobs/{job}/edit", SignedIn, edit::edit),
        post("/jobs/{job}/preview", SignedIn, edit::preview),
        post("/jobs/{job}/publication", SignedIn, publication::create),
        delete("/jobs/{job}/publication", SignedIn, publication::delete),
        post(
            "/jobs/{job}/publication/delete",
            SignedIn,
            publication::delete,
        ),
        get("/jobs/{job}/closure", SignedIn, closing::ask),
        post("/jobs/{job}/closure", SignedIn, closing::create),
        post("/jobs/{job}/renewal", SignedIn, renewing::renew),
        post("/jobs/{job}/confirmation", SignedIn, renewing::confirm),
        post(
            "/jobs/{job}/schedule/delete",
            SignedIn,
            renewing::unschedule,
        ),
        post("/jobs/{job}/repost", SignedIn, reposting::create),
        get("/reminder", Anyone, reminder_page::show),
        post("/reminder", Anyone, reminder_page::create),
        get("/jobs/{job}/removal", SignedIn, deleting::ask),
        post("/jobs/{job}/removal", SignedIn, deleting::create),
        post("/jobs/{job}/removal/delete", Admin, deleting::restore),
        get("/dashboard", SignedIn, table::dashboard),
        get("/admin", Admin, table::area),
        get("/admin/jobs", Admin, table::admin),
        post("/api/v1/jobs", SignedIn, changes::create),
        get("/api/v1/jobs/{job}", Anyone, changes::show),
        put("/api/v1/jobs/{job}", SignedIn, changes::update),
        delete("/api/v1/jobs/{job}", SignedIn, changes::delete),
        post("/api/v1/jobs/{job}/publication", SignedIn, states::publish),
        delete(
            "/api/v1/jobs/{job}/publication",
            SignedIn,
            states::unpublish,
        ),
        post("/api/v1/jobs/{job}/closure", SignedIn, states::close),
        post("/api/v1/jobs/{job}/renewal", SignedIn, states::renew),
        post("/api/v1/jobs/{job}/confirmation", SignedIn, states::confirm),
    ]
}

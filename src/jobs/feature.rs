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
    guest::{confirming, waiting, writing},
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
    own_tables: &["previews", "guest_postings"],
    install,
    sweep: |db, origin| Ok(previewed::sweep(db, origin)? + waiting::sweep(db, origin)?),
    background: |board| vec![spawn(views::run(board.clone())), spawn(places())],
    stop: |board| spawn(views::save(board)),
    counts: counts::register,
    listeners: || {
        vec![
            Listener::on(belongings::follow),
            Listener::on(belongings::inherit),
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
        states::unschedule,
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
    use Guard::{Admin, Anyone, Poster, SignedIn};
    vec![
        post("/jobs", Poster, new::create),
        get("/jobs/new", Poster, new::new),
        get("/jobs/new/guest", Anyone, writing::new),
        post("/jobs/new/guest", Anyone, writing::create),
        get("/posting", Anyone, confirming::show),
        post("/posting", Anyone, confirming::create),
        post("/jobs/preview", Poster, new::preview),
        post("/jobs/description", Poster, pasted::convert),
        get("/previews/{preview}", Poster, preview::show),
        post("/jobs/bulk", Poster, bulk::create),
        get("/jobs/{job}", Anyone, show::show),
        post("/jobs/{job}", Poster, edit::update),
        get("/jobs/{job}/visit", Anyone, visit::show),
        get("/jobs/{job}/edit", Poster, edit::edit),
        post("/jobs/{job}/preview", Poster, edit::preview),
        post("/jobs/{job}/publication", Poster, publication::create),
        delete("/jobs/{job}/publication", Poster, publication::delete),
        post(
            "/jobs/{job}/publication/delete",
            Poster,
            publication::delete,
        ),
        get("/jobs/{job}/closure", Poster, closing::ask),
        post("/jobs/{job}/closure", Poster, closing::create),
        post("/jobs/{job}/renewal", Poster, renewing::renew),
        post("/jobs/{job}/confirmation", Poster, renewing::confirm),
        post("/jobs/{job}/schedule/delete", Poster, renewing::unschedule),
        post("/jobs/{job}/repost", Poster, reposting::create),
        get("/reminder", Anyone, reminder_page::show),
        post("/reminder", Anyone, reminder_page::create),
        get("/jobs/{job}/removal", Poster, deleting::ask),
        post("/jobs/{job}/removal", Poster, deleting::create),
        post("/jobs/{job}/removal/delete", Admin, deleting::restore),
        get("/dashboard", Poster, table::dashboard),
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
        delete("/api/v1/jobs/{job}/schedule", SignedIn, states::unschedule),
    ]
}

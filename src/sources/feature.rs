//! What sources hand to the app.

use super::{
    actions, edited, identifier, pay_left_out,
    scheduled::{self, Clockwork, Desk, Fetcher, Run, Runner, notices, page},
};
use crate::{
    http::{
        endpoint::{Endpoint, Guard, get, post},
        feature::Feature,
    },
    jobs::{aside::PayLeftOut, show::EmployerIdentifier},
    platform::{events::Listener, tasks::Worker},
};

pub const FEATURE: Feature = Feature {
    name: "sources",
    settings: &[scheduled::ALLOW_PRIVATE],
    endpoints,
    actions: actions::ALL,
    notices: notices::ALL,
    tables: &["job_sources", "sources", "source_runs", "source_postings"],
    install: |board| {
        let fetcher = Fetcher::new(&board.config);
        board.states.insert(fetcher);
        // For previews; runs have one of their own.
        board.states.insert(Desk::default());
        board
            .states
            .insert(EmployerIdentifier(identifier::of_employer));
        board.states.insert(PayLeftOut(pay_left_out::of));
        Ok(())
    },
    listeners: || {
        vec![
            Listener::on(edited::follow),
            Listener::on(scheduled::follow),
        ]
    },
    tasks: |board| {
        vec![
            Worker::new(Clockwork(board.clone())),
            Worker::new(Runner(board.clone(), Desk::default())),
        ]
    },
    sweep: |db, origin| Ok(Run::sweep(db, origin.at)?),
    ..Feature::EMPTY
};

fn endpoints() -> Vec<Endpoint> {
    use Guard::Admin;
    vec![
        get("/admin/sources", Admin, page::index),
        post("/admin/sources", Admin, page::add),
        get("/admin/sources/new", Admin, page::new),
        get("/admin/sources/{source}", Admin, page::show),
        post("/admin/sources/{source}/run", Admin, page::run),
        post("/admin/sources/{source}/pause", Admin, page::pause),
        post("/admin/sources/{source}/resume", Admin, page::resume),
        post("/admin/sources/{source}/schedule", Admin, page::reschedule),
        post("/admin/sources/{source}/keep", Admin, page::keep),
        post("/admin/sources/{source}/close", Admin, page::close),
        get("/admin/sources/{source}/jobs", Admin, page::jobs),
        get("/admin/sources/{source}/delete", Admin, page::ask_delete),
        post("/admin/sources/{source}/delete", Admin, page::delete),
    ]
}

//! What companies hand to the app.

use utoipa::OpenApi;

use super::{
    actions, api,
    checking::{Checker, Clockwork},
    export, invitation, notices,
    pages::{admin, admin_changes, domains, index, invitations, inviting, new, profile, team},
    refusals,
};
use crate::{
    http::{
        endpoint::{Endpoint, Guard, delete, get, patch, post, put},
        feature::Feature,
    },
    platform::{domain_proof::Prover, tasks::Worker},
};

pub const FEATURE: Feature = Feature {
    name: "companies",
    endpoints,
    actions: actions::ALL,
    notices: notices::ALL,
    api: || Some(Api::openapi()),
    tables: &[
        "companies",
        "company_slugs",
        "company_members",
        "company_invitations",
        "company_domains",
        "company_refusals",
        "company_merges",
    ],
    install: |board| {
        let prover = Prover::new(&board.config);
        board.states.insert(prover);
        Ok(())
    },
    tasks: |board| {
        vec![
            Worker::new(Clockwork(board.clone())),
            Worker::new(Checker(board.clone())),
        ]
    },
    export: export::export,
    holdings: |db, account_id| {
        let (shared, handed_over) = export::shared(db, account_id)?;
        Ok(vec![
            ("companies", export::count(db, account_id)?),
            ("shared_companies", shared),
            ("handed_over_companies", handed_over),
        ])
    },
    sweep: |db, origin| {
        let expired = invitation::sweep(db, origin.at)?;
        Ok(expired + refusals::sweep(db, origin.at)?)
    },
    forget: |db, account_id, origin| Ok(export::forget(db, account_id, origin)?),
    ..Feature::EMPTY
};

#[derive(OpenApi)]
#[openapi(
    paths(
        api::own,
        api::update,
        api::claims::create,
        api::claims::claim,
        api::claims::own,
        api::team::index,
        api::team::change,
        api::team::remove,
        api::invitations::index,
        api::invitations::create,
        api::invitations::take_back,
        api::domains::index,
        api::domains::show,
        api::domains::add,
        api::domains::check,
        api::domains::remove,
        api::logo::replace,
        api::logo::remove,
        api::deciding::index,
        api::deciding::approve,
        api::deciding::refuse,
    ),
    tags((name = "Companies"), (name = "Administration"))
)]
struct Api;

fn endpoints() -> Vec<Endpoint> {
    use Guard::{Admin, Anyone, SignedIn};
    vec![
        get("/dashboard/companies", SignedIn, index::show),
        post("/dashboard/companies", SignedIn, new::create),
        get("/dashboard/companies/new", SignedIn, new::new),
        get("/dashboard/companies/{company}", SignedIn, profile::show),
        post("/dashboard/companies/{company}", SignedIn, profile::update),
        get("/dashboard/companies/{company}/team", SignedIn, team::show),
        post(
            "/dashboard/companies/{company}/team",
            SignedIn,
            inviting::invite,
        ),
        post(
            "/dashboard/companies/{company}/team/{account}/role",
            SignedIn,
            team::set_role,
        ),
        post(
            "/dashboard/companies/{company}/team/{account}/delete",
            SignedIn,
            team::remove,
        ),
        post(
            "/dashboard/companies/{company}/invitations/{invitation}/delete",
            SignedIn,
            inviting::take_back,
        ),
        get(
            "/dashboard/companies/{company}/domains",
            SignedIn,
            domains::show,
        ),
        post(
            "/dashboard/companies/{company}/domains",
            SignedIn,
            domains::add,
        ),
        post(
            "/dashboard/companies/{company}/domains/{domain}/look",
            SignedIn,
            domains::look,
        ),
        post(
            "/dashboard/companies/{company}/domains/{domain}/delete",
            SignedIn,
            domains::remove,
        ),
        get("/invitations/{token}", Anyone, invitations::show),
        post("/invitations/{token}", SignedIn, invitations::accept),
        get("/api/v1/me/companies", SignedIn, api::own),
        post("/api/v1/me/companies", SignedIn, api::claims::create),
        get("/api/v1/me/claims", SignedIn, api::claims::own),
        post(
            "/api/v1/companies/{slug}/claim",
            SignedIn,
            api::claims::claim,
        ),
        get(
            "/api/v1/companies/{slug}/members",
            SignedIn,
            api::team::index,
        ),
        patch(
            "/api/v1/companies/{slug}/members/{account}",
            SignedIn,
            api::team::change,
        ),
        delete(
            "/api/v1/companies/{slug}/members/{account}",
            SignedIn,
            api::team::remove,
        ),
        get(
            "/api/v1/companies/{slug}/invitations",
            SignedIn,
            api::invitations::index,
        ),
        post(
            "/api/v1/companies/{slug}/invitations",
            SignedIn,
            api::invitations::create,
        ),
        delete(
            "/api/v1/companies/{slug}/invitations/{invitation}",
            SignedIn,
            api::invitations::take_back,
        ),
        get(
            "/api/v1/companies/{slug}/domains",
            SignedIn,
            api::domains::index,
        ),
        post(
            "/api/v1/companies/{slug}/domains",
            SignedIn,
            api::domains::add,
        ),
        get(
            "/api/v1/companies/{slug}/domains/{host}",
            SignedIn,
            api::domains::show,
        ),
        delete(
            "/api/v1/companies/{slug}/domains/{host}",
            SignedIn,
            api::domains::remove,
        ),
        post(
            "/api/v1/companies/{slug}/domains/{host}/check",
            SignedIn,
            api::domains::check,
        ),
        put(
            "/api/v1/companies/{slug}/logo",
            SignedIn,
            api::logo::replace,
        ),
        delete("/api/v1/companies/{slug}/logo", SignedIn, api::logo::remove),
        get("/api/v1/admin/claims", Admin, api::deciding::index),
        post(
            "/api/v1/admin/claims/{claim}/approval",
            Admin,
            api::deciding::approve,
        ),
        post(
            "/api/v1/admin/claims/{claim}/refusal",
            Admin,
            api::deciding::refuse,
        ),
        put("/api/v1/me/companies/{company}", SignedIn, api::update),
        get("/admin/companies", Admin, admin::show),
        post(
            "/admin/companies/{company}/claim",
            Admin,
            admin_changes::grant,
        ),
        post(
            "/admin/companies/{company}/claim/delete",
            Admin,
            admin_changes::refuse,
        ),
        post(
            "/admin/companies/{company}/team/delete",
            Admin,
            admin_changes::end_team,
        ),
        post("/admin/companies/merges", Admin, admin_changes::merge_two),
        post(
            "/admin/companies/merges/{merge}/delete",
            Admin,
            admin_changes::undo_merge,
        ),
    ]
}

//! What accounts hand to the app.

use utoipa::OpenApi;

use super::{
    actions,
    admin::{accounts, audit_log, bulk, changes, table},
    doorkeeper,
    guest::{self, finish, manage},
    me, notices,
    passwords::reset,
    settings::{confirmation, data, email, leaving, profile},
    setup,
    sign_in::{self, code},
    sign_up, sweep, tokens, two_factor, verify_email,
};
use crate::http::{
    endpoint::{Endpoint, Guard, get, post},
    feature::Feature,
};

pub const FEATURE: Feature = Feature {
    name: "accounts",
    settings: &[verify_email::SETTING, guest::SETTING],
    endpoints,
    actions: actions::ALL,
    notices: notices::ALL,
    api: || Some(Api::openapi()),
    tables: &[
        "accounts",
        "sessions",
        "api_tokens",
        "mail_tokens",
        "second_factors",
        "recovery_codes",
        "tries",
    ],
    install: doorkeeper::install,
    sweep: sweep::sweep,
    metrics: doorkeeper::register,
    ..Feature::EMPTY
};

#[derive(OpenApi)]
#[openapi(
    paths(sign_in::api::create, me::me),
    tags((name = "Account"))
)]
struct Api;

fn endpoints() -> Vec<Endpoint> {
    use Guard::{Admin, Anyone, Poster, SignedIn};
    vec![
        get("/admin/accounts", Admin, table::show),
        post("/admin/accounts/bulk", Admin, bulk::create),
        get("/admin/accounts/{account}", Admin, accounts::show),
        post(
            "/admin/accounts/{account}/disablement",
            Admin,
            changes::disable,
        ),
        post(
            "/admin/accounts/{account}/disablement/delete",
            Admin,
            changes::enable,
        ),
        post("/admin/accounts/{account}/role", Admin, changes::set_role),
        post(
            "/admin/accounts/{account}/sessions/delete",
            Admin,
            changes::end_sessions,
        ),
        post(
            "/admin/accounts/{account}/sessions/{session}/delete",
            Admin,
            changes::end_session,
        ),
        post(
            "/admin/accounts/{account}/two-factor/delete",
            Admin,
            changes::remove_two_factor,
        ),
        get("/admin/audit", Admin, audit_log::show),
        get("/account", SignedIn, profile::show),
        post("/account/name", SignedIn, profile::rename),
        post("/account/email", SignedIn, email::change),
        post("/account/confirmation", SignedIn, confirmation::send_again),
        post("/account/password", SignedIn, profile::change_password),
        get("/account/two-factor", SignedIn, two_factor::page::show),
        post("/account/two-factor", SignedIn, two_factor::page::create),
        post(
            "/account/two-factor/recovery-codes",
            SignedIn,
            two_factor::page::renew_codes,
        ),
        post(
            "/account/two-factor/delete",
            SignedIn,
            two_factor::page::delete,
        ),
        post(
            "/account/sessions/delete",
            SignedIn,
            profile::end_other_sessions,
        ),
        post(
            "/account/sessions/{session}/delete",
            SignedIn,
            profile::end_session,
        ),
        get("/account/data", SignedIn, data::download),
        get("/account/removal", SignedIn, leaving::ask),
        post("/account/removal", SignedIn, leaving::create),
        get("/account/finish", Poster, finish::new),
        post("/account/finish", Poster, finish::create),
        get("/manage", Anyone, manage::new),
        post("/manage", Anyone, manage::create),
        post("/manage/link", Anyone, manage::send),
        get("/register", Anyone, sign_up::new),
        post("/register", Anyone, sign_up::create),
        get("/login", Anyone, sign_in::new),
        post("/login", Anyone, sign_in::create),
        post("/login/code", Anyone, code::create),
        post("/logout", Anyone, sign_in::delete),
        get("/reset", Anyone, reset::new),
        post("/reset", Anyone, reset::create),
        get("/reset/password", Anyone, reset::choose),
        post("/reset/password", Anyone, reset::update),
        get("/confirmation", Anyone, confirmation::new),
        post("/confirmation", Anyone, confirmation::create),
        get("/confirmation/email", Anyone, confirmation::new_email),
        post("/confirmation/email", Anyone, confirmation::change_email),
        get("/setup", Anyone, setup::new),
        post("/setup", Anyone, setup::create),
        get("/account/tokens", SignedIn, tokens::page::show),
        post("/account/tokens", SignedIn, tokens::page::create),
        post(
            "/account/tokens/{token}/delete",
            SignedIn,
            tokens::page::delete,
        ),
        post("/login/token", Anyone, sign_in::api::create),
        get("/api/v1/me", SignedIn, me::me),
    ]
}

//! Every URL of the board on one page.

use std::{collections::HashSet, sync::LazyLock};

use actix_web::{
    FromRequest, Handler, HttpMessage, HttpRequest, Responder, Route,
    guard::{Any, Get, Head},
    http::Method,
    web::{self, ServiceConfig},
};

use crate::{
    accounts::{
        api_tokens_page, confirmation, data, email, leaving, me, oversight, profile, reset,
        second_factor_page, setup, sign_in, sign_in_code, sign_up, token_sign_in,
    },
    audit, health,
    jobs::{
        api, closing, dashboard, deleting, editing, feed, home, indeed, list, overview, picture,
        posting, publication, show, sitemap, suggestions,
    },
    openapi,
    web::{assets, well_known},
    webhooks,
};

/// Who may call a route. The handler's argument types enforce it; a test calls each route as each
/// kind of visitor and compares.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Guard {
    /// Anyone.
    Anyone,
    /// Anyone with an account; others are sent to the sign-in page.
    SignedIn,
    /// Administrators; for other accounts the address does not exist.
    Admin,
}

/// One method of one path.
pub struct Endpoint {
    pub method: Method,
    pub path: &'static str,
    pub guard: Guard,
    route: Route,
}

/// The table.
pub fn table() -> Vec<Endpoint> {
    use Guard::{Admin, Anyone, SignedIn};
    vec![
        get("/", Anyone, home::show),
        get("/jobs.indeed.xml", Anyone, indeed::show),
        get("/jobs.{format:atom|rss|json}", Anyone, feed::index),
        get("/remote.{format:atom|rss|json}", Anyone, feed::remote),
        get("/tags/{slug}.{format:atom|rss|json}", Anyone, feed::tag),
        get(
            "/companies/{slug}.{format:atom|rss|json}",
            Anyone,
            feed::company,
        ),
        get("/places/{slug}.{format:atom|rss|json}", Anyone, feed::place),
        get("/sitemap.xml", Anyone, sitemap::index),
        get("/sitemaps/{file}.xml", Anyone, sitemap::file),
        get("/robots.txt", Anyone, well_known::robots),
        get("/.well-known/security.txt", Anyone, well_known::security),
        get("/opensearch.xml", Anyone, well_known::open_search),
        get("/remote", Anyone, list::remote),
        get("/tags/{slug}", Anyone, list::tag),
        get("/companies/{slug}", Anyone, list::company),
        get("/places/{slug}", Anyone, list::place),
        get("/suggestions", Anyone, suggestions::index),
        get("/jobs", Anyone, list::index),
        post("/jobs", SignedIn, posting::create),
        get("/jobs/new", SignedIn, posting::new),
        post("/jobs/preview", SignedIn, posting::preview),
        get("/jobs/{job}", Anyone, show::show),
        post("/jobs/{job}", SignedIn, editing::update),
        get("/jobs/{job}/edit", SignedIn, editing::edit),
        get("/jobs/{job}/picture.png", Anyone, picture::show),
        post("/jobs/{job}/preview", SignedIn, editing::preview),
        post("/jobs/{job}/publication", SignedIn, publication::create),
        delete("/jobs/{job}/publication", SignedIn, publication::delete),
        post(
            "/jobs/{job}/publication/delete",
            SignedIn,
            publication::delete,
        ),
        get("/jobs/{job}/closure", SignedIn, closing::ask),
        post("/jobs/{job}/closure", SignedIn, closing::create),
        get("/jobs/{job}/removal", SignedIn, deleting::ask),
        post("/jobs/{job}/removal", SignedIn, deleting::create),
        get("/dashboard", SignedIn, dashboard::show),
        get("/admin/jobs", Admin, overview::show),
        get("/admin/accounts", Admin, oversight::index),
        get("/admin/accounts/{account}", Admin, oversight::show),
        post(
            "/admin/accounts/{account}/disablement",
            Admin,
            oversight::disable,
        ),
        post(
            "/admin/accounts/{account}/disablement/delete",
            Admin,
            oversight::enable,
        ),
        post("/admin/accounts/{account}/role", Admin, oversight::set_role),
        post(
            "/admin/accounts/{account}/sessions/delete",
            Admin,
            oversight::end_sessions,
        ),
        post(
            "/admin/accounts/{account}/sessions/{session}/delete",
            Admin,
            oversight::end_session,
        ),
        post(
            "/admin/accounts/{account}/second-factor/delete",
            Admin,
            oversight::remove_second_factor,
        ),
        get("/admin/audit", Admin, audit::page::show),
        get("/account", SignedIn, profile::show),
        post("/account/name", SignedIn, profile::rename),
        post("/account/email", SignedIn, email::change),
        post("/account/confirmation", SignedIn, confirmation::send_again),
        post("/account/password", SignedIn, profile::change_password),
        get("/account/second-factor", SignedIn, second_factor_page::show),
        post(
            "/account/second-factor",
            SignedIn,
            second_factor_page::create,
        ),
        post(
            "/account/second-factor/recovery-codes",
            SignedIn,
            second_factor_page::renew_codes,
        ),
        post(
            "/account/second-factor/delete",
            SignedIn,
            second_factor_page::delete,
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
        get("/register", Anyone, sign_up::new),
        post("/register", Anyone, sign_up::create),
        get("/login", Anyone, sign_in::new),
        post("/login", Anyone, sign_in::create),
        post("/login/code", Anyone, sign_in_code::create),
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
        get("/account/tokens", SignedIn, api_tokens_page::show),
        post("/account/tokens", SignedIn, api_tokens_page::create),
        post(
            "/account/tokens/{token}/delete",
            SignedIn,
            api_tokens_page::delete,
        ),
        get("/account/webhooks", SignedIn, webhooks::page::index),
        post("/account/webhooks", SignedIn, webhooks::page::create),
        get(
            "/account/webhooks/{webhook}",
            SignedIn,
            webhooks::page::show,
        ),
        post(
            "/account/webhooks/{webhook}/test",
            SignedIn,
            webhooks::page::test,
        ),
        post(
            "/account/webhooks/{webhook}/delete",
            SignedIn,
            webhooks::page::delete,
        ),
        post("/login/token", Anyone, token_sign_in::create),
        get("/api/v1/me", SignedIn, me::me),
        get("/api/v1/me/jobs", SignedIn, api::list::own),
        get("/api/v1/jobs", Anyone, api::list::index),
        post("/api/v1/jobs", SignedIn, api::changes::create),
        get("/api/v1/jobs/{job}", Anyone, api::changes::show),
        put("/api/v1/jobs/{job}", SignedIn, api::changes::update),
        delete("/api/v1/jobs/{job}", SignedIn, api::changes::delete),
        post(
            "/api/v1/jobs/{job}/publication",
            SignedIn,
            api::states::publish,
        ),
        delete(
            "/api/v1/jobs/{job}/publication",
            SignedIn,
            api::states::unpublish,
        ),
        post("/api/v1/jobs/{job}/closure", SignedIn, api::states::close),
        get("/api/v1/companies", Anyone, api::companies::index),
        get("/api/v1/companies/{slug}", Anyone, api::companies::show),
        get(openapi::ADDRESS, Anyone, openapi::show),
        get("/docs", Anyone, openapi::to_docs),
        get("/docs/{file:.*}", Anyone, openapi::docs),
        get("/livez", Anyone, health::live),
        get("/readyz", Anyone, health::ready),
        get("/static/{hash}/{path:.*}", Anyone, assets::serve),
    ]
}

/// The route of a request that has none.
pub const UNKNOWN: &str = "none";

/// The route that a request was for, by its pattern; whoever knows it already says so with a
/// [`RouteOf`].
pub fn of(request: &HttpRequest) -> &'static str {
    static PATTERNS: LazyLock<HashSet<&'static str>> =
        LazyLock::new(|| table().iter().map(|endpoint| endpoint.path).collect());
    if let Some(RouteOf(route)) = request.extensions().get() {
        return route;
    }
    let pattern = request.match_pattern();
    let known = pattern.and_then(|pattern| PATTERNS.get(pattern.as_str()).copied());
    known.unwrap_or(UNKNOWN)
}

/// Put on a request that is answered before it is routed.
#[derive(Clone, Copy)]
pub struct RouteOf(pub &'static str);

/// Adds the routes to an application. One resource a path, so that a wrong method is a 405 that
/// names the right ones.
pub fn configure(app: &mut ServiceConfig) {
    let mut endpoints = table().into_iter().peekable();
    while let Some(first) = endpoints.next() {
        let path = first.path;
        let mut resource = web::resource(path).route(first.route);
        while let Some(endpoint) = endpoints.next_if(|endpoint| endpoint.path == path) {
            resource = resource.route(endpoint.route);
        }
        app.service(resource);
    }
}

fn get<F, Args>(path: &'static str, guard: Guard, handler: F) -> Endpoint
where
    F: Handler<Args>,
    Args: FromRequest + 'static,
    F::Output: Responder + 'static,
{
    let read = Any(Get()).or(Head());
    Endpoint {
        method: Method::GET,
        path,
        guard,
        route: web::route().guard(read).to(handler),
    }
}

fn post<F, Args>(path: &'static str, guard: Guard, handler: F) -> Endpoint
where
    F: Handler<Args>,
    Args: FromRequest + 'static,
    F::Output: Responder + 'static,
{
    Endpoint {
        method: Method::POST,
        path,
        guard,
        route: web::post().to(handler),
    }
}

fn put<F, Args>(path: &'static str, guard: Guard, handler: F) -> Endpoint
where
    F: Handler<Args>,
    Args: FromRequest + 'static,
    F::Output: Responder + 'static,
{
    Endpoint {
        method: Method::PUT,
        path,
        guard,
        route: web::put().to(handler),
    }
}

fn delete<F, Args>(path: &'static str, guard: Guard, handler: F) -> Endpoint
where
    F: Handler<Args>,
    Args: FromRequest + 'static,
    F::Output: Responder + 'static,
{
    Endpoint {
        method: Method::DELETE,
        path,
        guard,
        route: web::delete().to(handler),
    }
}

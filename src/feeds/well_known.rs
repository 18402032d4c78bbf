//! The small files that programs look for at fixed addresses.

use actix_web::{HttpResponse, web::Data};
use chrono::Days;
use tera::context;

use crate::{http::board::Board, http::error::Error};

/// What is for people with an account, and what has no end.
const NOT_FOR_ROBOTS: &[&str] = &[
    "/account",
    "/admin",
    "/api/",
    "/dashboard",
    "/docs",
    "/jobs/*/visit",
    "/jobs/new",
    "/previews/",
    "/reminder",
    "/reset",
    "/setup",
    "/suggestions",
];

/// Days for which `security.txt` counts: less than a year, as RFC 9116 recommends.
const SECURITY_DAYS: u64 = 180;

/// `GET /robots.txt` (RFC 9309)
pub async fn robots(board: Data<Board>) -> HttpResponse {
    let disallowed: String = NOT_FOR_ROBOTS
        .iter()
        .map(|path| format!("Disallow: {path}\n"))
        .collect();
    let sitemap = board.config.whole_url("/sitemap.xml");
    plain(format!("User-agent: *\n{disallowed}\nSitemap: {sitemap}\n"))
}

/// `GET /.well-known/security.txt` (RFC 9116)
pub async fn security(board: Data<Board>) -> HttpResponse {
    let config = &board.config;
    let contact = config.security_contact();
    let today = board.clock.today();
    let expires = today + Days::new(SECURITY_DAYS);
    let address = config.whole_url("/.well-known/security.txt");
    plain(format!(
        "Contact: {contact}\nExpires: {expires}T00:00:00Z\nPreferred-Languages: en\nCanonical: {address}\n"
    ))
}

/// `GET /opensearch.xml`: lets a browser search the board from its own bar (OpenSearch 1.1).
pub async fn open_search(board: Data<Board>) -> Result<HttpResponse, Error> {
    let base = board.config.whole_url("");
    let context = context! { base => &base };
    let xml = board
        .templates
        .render(board.config.locale, "feeds/opensearch.xml", &context)?;
    Ok(HttpResponse::Ok()
        .content_type("application/opensearchdescription+xml; charset=utf-8")
        .body(xml))
}

fn plain(text: String) -> HttpResponse {
    HttpResponse::Ok()
        .content_type("text/plain; charset=utf-8")
        .body(text)
}

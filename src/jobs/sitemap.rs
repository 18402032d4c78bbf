//! For search engines: every job on the board, with the time of its last change
//! (https://www.sitemaps.org/protocol.html). A file holds the jobs of fifty thousand numbers, so that a
//! job never moves from one file to another.

use std::sync::atomic::Ordering;

use actix_web::{
    HttpRequest, HttpResponse,
    http::header,
    web::{Data, Path},
};
use diesel::{prelude::*, sql_query, sql_types::BigInt};
use serde::Serialize;
use tera::context;

use super::job;
use crate::{
    app::Board,
    db::Db,
    error::Error,
    schema::{jobs, listings},
    web::page_cache::Public,
};

/// Addresses in one file, which is the most that the protocol allows.
const IN_A_FILE: i64 = 50_000;

#[derive(QueryableByName)]
struct File {
    #[diesel(sql_type = BigInt)]
    number: i64,
}

/// One address.
#[derive(Serialize)]
struct Line {
    url: String,
    changed: String,
}

/// `GET /sitemap.xml`: the files.
pub async fn index(board: Data<Board>) -> Result<HttpResponse, Error> {
    let files: Vec<File> = board
        .db
        .read(|db| {
            let numbers = format!(
                "SELECT DISTINCT job_id / {IN_A_FILE} AS number FROM listings ORDER BY number"
            );
            Ok(sql_query(numbers).load(db)?)
        })
        .await?;
    let urls: Vec<String> = files
        .iter()
        .map(|file| {
            board
                .config
                .whole_url(&format!("/sitemaps/{}.xml", file.number))
        })
        .collect();
    let body = board
        .templates
        .render("feeds/sitemap_index.xml", &context! { urls => &urls })?;
    let mut response = xml(body);
    let public = Public {
        address: "/sitemap.xml".into(),
        job: None,
    };
    response.extensions_mut().insert(public);
    Ok(response)
}

/// `GET /sitemaps/{file}.xml`
pub async fn file(
    board: Data<Board>,
    request: HttpRequest,
    file: Path<String>,
) -> Result<HttpResponse, Error> {
    let number: i64 = file.parse().map_err(|_| Error::NotFound)?;
    let first = number.checked_mul(IN_A_FILE).ok_or(Error::NotFound)?;
    let today = board.clock.now().date();
    let version = board.db.version().load(Ordering::Acquire);
    let etag = format!("W/\"{number}-{version}-{today}\"");
    let known = request.headers().get(header::IF_NONE_MATCH);
    if known.is_some_and(|known| known.as_bytes() == etag.as_bytes()) {
        return Ok(HttpResponse::NotModified()
            .insert_header((header::ETAG, etag))
            .finish());
    }
    let found = board.db.read(move |db| Ok(load(db, first, today)?)).await?;
    if found.is_empty() {
        return Err(Error::NotFound);
    }
    let lines: Vec<Line> = found
        .into_iter()
        .map(|(id, title, changed)| Line {
            url: board.config.whole_url(&job::path(id, &title)),
            changed: changed.and_utc().to_rfc3339(),
        })
        .collect();
    let body = board
        .templates
        .render("feeds/sitemap.xml", &context! { lines => &lines })?;
    let mut response = xml(body);
    if let Ok(etag) = etag.parse() {
        response.headers_mut().insert(header::ETAG, etag);
    }
    Ok(response)
}

fn load(
    db: &mut Db,
    first: i64,
    today: chrono::NaiveDate,
) -> QueryResult<Vec<(i64, String, chrono::NaiveDateTime)>> {
    let is_open = listings::valid_through
        .is_null()
        .or(listings::valid_through.ge(today));
    listings::table
        .inner_join(jobs::table)
        .filter(listings::job_id.ge(first))
        .filter(listings::job_id.lt(first.saturating_add(IN_A_FILE)))
        .filter(is_open)
        .order(listings::job_id)
        .select((jobs::id, jobs::title, jobs::updated_at))
        .load(db)
}

/// A file in XML.
pub fn xml(body: String) -> HttpResponse {
    HttpResponse::Ok()
        .content_type("application/xml; charset=utf-8")
        .body(body)
}

//! For search engines: every job on the board, with the time of its last change
//! (https://www.sitemaps.org/protocol.html). A file holds the jobs of fifty thousand numbers, so that a
//! job never moves from one file to another.

use std::ops::Range;

use actix_web::{
    HttpRequest, HttpResponse,
    web::{Data, Path},
};
use chrono::{NaiveDate, NaiveDateTime};
use diesel::{dsl::min, prelude::*};
use serde::Serialize;
use tera::context;

use crate::{
    http::board::Board,
    http::{
        board_file::{self, Draft},
        error::Error,
        page_cache::Public,
    },
    jobs::job,
    platform::{
        db::Db,
        schema::{jobs, listings},
    },
};

/// Addresses in one file, which is the most that the protocol allows.
const IN_A_FILE: i64 = 50_000;

/// Jobs read at a time.
const BATCH: i64 = 2_000;

const MEDIA_TYPE: &str = "application/xml; charset=utf-8";

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"utf-8\"?>
<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">
";

/// One address.
#[derive(Serialize)]
struct Line {
    url: String,
    changed: String,
}

/// `GET /sitemap.xml`: the files.
pub async fn index(board: Data<Board>) -> Result<HttpResponse, Error> {
    let files = board.read(|db| Ok(files(db)?)).await?;
    let urls: Vec<String> = files
        .iter()
        .map(|number| board.config.whole_url(&format!("/sitemaps/{number}.xml")))
        .collect();
    let body = board.templates.render(
        board.config.locale,
        "feeds/sitemap_index.xml",
        &context! { urls => &urls },
    )?;
    let mut response = HttpResponse::Ok().content_type(MEDIA_TYPE).body(body);
    response.extensions_mut().insert(Public::at("/sitemap.xml"));
    Ok(response)
}

/// The numbers of the files, each found from the one before: the jobs in between are not looked at.
fn files(db: &mut Db) -> QueryResult<Vec<i64>> {
    let mut files = Vec::new();
    let mut from = 0;
    loop {
        let first: Option<i64> = listings::table
            .filter(listings::job_id.ge(from))
            .select(min(listings::job_id))
            .get_result(db)?;
        let Some(first) = first else {
            return Ok(files);
        };
        files.push(first / IN_A_FILE);
        from = (first / IN_A_FILE + 1) * IN_A_FILE;
    }
}

/// `GET /sitemaps/{file}.xml`
pub async fn file(
    board: Data<Board>,
    request: HttpRequest,
    file: Path<String>,
) -> Result<HttpResponse, Error> {
    let number: i64 = file.parse().map_err(|_| Error::NotFound)?;
    let first = number.checked_mul(IN_A_FILE).ok_or(Error::NotFound)?;
    let after_last = first.checked_add(IN_A_FILE).ok_or(Error::NotFound)?;
    let is_spelled_right = number >= 0 && number.to_string() == *file;
    let today = board.clock.today();
    let any = board.read(move |db| Ok(load(db, first..after_last, today, 1)?));
    if !is_spelled_right || any.await?.is_empty() {
        return Err(Error::NotFound);
    }
    let write = move |board, draft| write(board, draft, first..after_last);
    board_file::serve(&board, &request, MEDIA_TYPE, write).await
}

async fn write(board: Data<Board>, mut draft: Draft, ids: Range<i64>) -> Result<Draft, Error> {
    draft.write(HEAD).map_err(Error::internal)?;
    let mut rest = Some(ids.start);
    while let Some(first) = rest {
        let (own, ids) = (board.clone(), first..ids.end);
        let batch = board.read(move |db| write_batch(&own, db, ids, draft));
        (draft, rest) = batch.await?;
    }
    draft.write("</urlset>\n").map_err(Error::internal)?;
    Ok(draft)
}

/// Writes the first of the jobs with these numbers, and says from which one to go on.
fn write_batch(
    board: &Board,
    db: &mut Db,
    ids: Range<i64>,
    mut draft: Draft,
) -> Result<(Draft, Option<i64>), Error> {
    let found = load(db, ids, board.clock.today(), BATCH)?;
    let next = found.last().map(|(id, ..)| id + 1);
    let lines: Vec<Line> = found
        .into_iter()
        .map(|(id, title, changed)| Line {
            url: board.config.whole_url(&job::path(id, &title)),
            changed: changed.and_utc().to_rfc3339(),
        })
        .collect();
    let context = context! { lines => &lines };
    let xml = board
        .templates
        .render(board.config.locale, "feeds/sitemap.xml", &context)?;
    draft.write(&xml).map_err(Error::internal)?;
    Ok((draft, next))
}

/// The number, title and last change of so many jobs that are open, by number.
fn load(
    db: &mut Db,
    ids: Range<i64>,
    today: NaiveDate,
    most: i64,
) -> QueryResult<Vec<(i64, String, NaiveDateTime)>> {
    let is_open = listings::valid_through
        .is_null()
        .or(listings::valid_through.ge(today));
    listings::table
        .inner_join(jobs::table)
        .filter(listings::job_id.ge(ids.start))
        .filter(listings::job_id.lt(ids.end))
        .filter(is_open)
        .order(listings::job_id)
        .limit(most)
        .select((jobs::id, jobs::title, jobs::updated_at))
        .load(db)
}

//! The rows as a file for spreadsheets.

use std::collections::{BTreeSet, HashMap};

use actix_web::{
    HttpRequest, HttpResponse,
    http::header::{self, ContentDisposition, DispositionParam, DispositionType},
};
use chrono::NaiveDate;
use diesel::prelude::*;

use crate::{
    accounts::{Admin, SignedIn},
    companies::members,
    http::{error::Error, page::Page},
    jobs::ownership::Manages,
    platform::{
        db::{Db, text_enum::TextEnum},
        i18n::{Locale, Message},
        schema::{job_statistics, jobs},
    },
    statistics::{
        period::Period,
        row::Row,
        scope::{Scope, load_within},
    },
    text::words::slug,
};

/// Most rows of a file, the newest of them.
const MOST: i64 = 100_000;

/// Titles read in one query.
const AT_ONCE: usize = 500;

/// Longest part of a file's name, in characters.
const LONGEST_NAME: usize = 80;

/// What the columns are called.
fn header(locale: Locale) -> [String; 7] {
    [
        Message::new("statistics-csv-job"),
        Message::new("statistics-csv-title"),
        Message::new("statistics-day"),
        Message::new("statistics-csv-event"),
        Message::new("statistics-csv-visitor"),
        Message::new("statistics-csv-source"),
        Message::new("statistics-csv-visits"),
    ]
    .map(|column| locale.text(&column))
}

/// `GET /dashboard/statistics.csv`
pub async fn own(
    page: Page,
    signed_in: SignedIn,
    request: HttpRequest,
) -> Result<HttpResponse, Error> {
    let id = signed_in.id;
    let companies = page
        .board
        .read(move |db| Ok::<_, Error>(members::companies_of(db, id)?));
    let of = match companies.await?.as_slice() {
        [(company, _)] => company.slug.clone(),
        _ => "my-jobs".to_owned(),
    };
    answer(&page, Scope::Of(id), &of, &request).await
}

/// `GET /admin/statistics.csv`
pub async fn all(page: Page, _: Admin, request: HttpRequest) -> Result<HttpResponse, Error> {
    answer(&page, Scope::All, "all-jobs", &request).await
}

/// `GET /dashboard/statistics/{job}.csv`
pub async fn job(
    page: Page,
    manages: Manages,
    request: HttpRequest,
) -> Result<HttpResponse, Error> {
    let job = manages.job;
    let of = format!("{}-{}", slug(&job.fields.title), job.id);
    answer(&page, Scope::Job(job.id), &of, &request).await
}

/// The file of `scope`, which is named after `of`.
async fn answer(
    page: &Page,
    scope: Scope,
    of: &str,
    request: &HttpRequest,
) -> Result<HttpResponse, Error> {
    let (board, locale) = (&page.board, page.locale);
    let period = Period::asked(request).unwrap_or_default();
    let first = period.first(board.clock.today());
    let file = board
        .read(move |db| {
            let (rows, titles) = load(db, scope, first)?;
            file(&rows, &titles, locale).map_err(Error::internal)
        })
        .await?;
    let disposition = ContentDisposition {
        disposition: DispositionType::Attachment,
        parameters: vec![DispositionParam::Filename(file_name(of))],
    };
    Ok(HttpResponse::Ok()
        .content_type("text/csv; charset=utf-8")
        .insert_header(disposition)
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .body(file))
}

/// The rows, and the titles of their jobs.
fn load(
    db: &mut Db,
    scope: Scope,
    first: NaiveDate,
) -> QueryResult<(Vec<Row>, HashMap<i64, String>)> {
    let query = job_statistics::table
        .filter(job_statistics::day.ge(first))
        .order((
            job_statistics::day.desc(),
            job_statistics::job_id,
            job_statistics::event.desc(),
            job_statistics::visitor.desc(),
            job_statistics::source,
        ))
        .limit(MOST)
        .select(Row::as_select());
    let rows: Vec<Row> = load_within!(query, scope, db)?;
    let ids: BTreeSet<i64> = rows.iter().map(|row| row.job_id).collect();
    let ids: Vec<i64> = ids.into_iter().collect();
    let mut titles = HashMap::new();
    for some in ids.chunks(AT_ONCE) {
        let found: Vec<(i64, String)> = jobs::table
            .filter(jobs::id.eq_any(some))
            .select((jobs::id, jobs::title))
            .load(db)?;
        titles.extend(found);
    }
    Ok((rows, titles))
}

/// A name that every system takes for a file.
fn file_name(of: &str) -> String {
    let plain = of
        .chars()
        .filter(|c| c.is_ascii_alphanumeric() || *c == '-');
    let plain: String = plain.take(LONGEST_NAME).collect();
    format!("statistics-{}.csv", plain.trim_matches('-'))
}

fn file(
    rows: &[Row],
    titles: &HashMap<i64, String>,
    locale: Locale,
) -> Result<Vec<u8>, csv::Error> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(header(locale))?;
    for row in rows {
        let title = titles.get(&row.job_id).map_or("", String::as_str);
        writer.write_record([
            &row.job_id.to_string(),
            &harmless(title),
            &row.day.to_string(),
            row.event.as_str(),
            row.visitor.as_str(),
            &row.source,
            &row.visits.to_string(),
        ])?;
    }
    writer
        .into_inner()
        .map_err(|error| error.into_error().into())
}

/// A text that a spreadsheet does not take for a formula.
fn harmless(text: &str) -> String {
    match text.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        true => format!("'{text}"),
        false => text.to_owned(),
    }
}

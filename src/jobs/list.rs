//! `/` and `/jobs`: the newest jobs, and those that match a search.

use actix_web::{HttpRequest, HttpResponse};
use tera::context;

use super::{listing::Card, search::JobQuery};
use crate::{accounts::Account, error::Error, web::page::Page};

/// `GET /`
pub async fn home(page: Page, request: HttpRequest) -> Result<HttpResponse, Error> {
    show(page, &request, true).await
}

/// `GET /jobs`
pub async fn index(page: Page, request: HttpRequest) -> Result<HttpResponse, Error> {
    show(page, &request, false).await
}

async fn show(page: Page, request: &HttpRequest, is_home: bool) -> Result<HttpResponse, Error> {
    let now = page.board.clock.now();
    let query = JobQuery::parse(request.query_string());
    let asked = query.clone();
    let (found, needs_setup) = page
        .board
        .db
        .read(move |db| {
            let found = asked.find(db, now)?;
            let needs_setup = found.jobs.is_empty() && !Account::any_admin(db)?;
            Ok((found, needs_setup))
        })
        .await?;
    let cards: Vec<Card<'_>> = found.jobs.iter().map(|job| Card::new(job, now)).collect();
    page.show(
        "jobs/list.html",
        context! {
            jobs => &cards,
            q => &query.text,
            is_home => &is_home,
            is_first_page => &found.newer.is_none(),
            older => &found.older,
            newer => &found.newer,
            needs_setup => &needs_setup,
        },
    )
}

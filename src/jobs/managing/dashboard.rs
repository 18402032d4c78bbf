//! `/dashboard`: one's own jobs.

use actix_web::HttpResponse;
use diesel::prelude::*;
use tera::context;

use crate::{
    accounts::SignedIn,
    http::{error::Error, page::Page},
    jobs::{job::Job, ownership, view::Row, views},
    platform::schema::jobs,
};

/// Most jobs shown. An owner with more is a company with a feed.
const MOST: i64 = 500;

/// `GET /dashboard`
pub async fn show(page: Page, signed_in: SignedIn) -> Result<HttpResponse, Error> {
    let now = page.board.clock.moment();
    let owner = signed_in.id;
    let (own, views) = page
        .board
        .read(move |db| {
            let own: Vec<Job> = jobs::table
                .filter(ownership::belongs_to(owner))
                .order((jobs::updated_at.desc(), jobs::id.desc()))
                .limit(MOST)
                .select(Job::as_select())
                .load(db)?;
            let ids: Vec<i64> = own.iter().map(|job| job.id).collect();
            let views = views::of(db, &ids)?;
            Ok((own, views))
        })
        .await?;
    let rows: Vec<Row<'_>> = own
        .iter()
        .map(|job| {
            Row::new(
                job,
                None,
                views.get(&job.id).copied().unwrap_or_default(),
                page.locale,
                now,
            )
        })
        .collect();
    page.show("jobs/dashboard.html", context! { jobs => &rows })
}

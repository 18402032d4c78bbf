//! `/admin/jobs`: every job, whoever owns it, for an administrator.

use actix_web::{HttpRequest, HttpResponse};
use diesel::prelude::*;
use tera::context;

use crate::{
    accounts::Admin,
    http::{error::Error, page::Page, query},
    jobs::{job::Job, view::Row, views},
    platform::schema::{accounts, jobs},
};

/// Jobs on one page.
const PAGE_SIZE: usize = 50;

/// `GET /admin/jobs`; `before` is the id to go on from.
pub async fn show(page: Page, _: Admin, request: HttpRequest) -> Result<HttpResponse, Error> {
    let now = page.board.clock.moment();
    let before = query::value(&request, "before").parse().unwrap_or(i64::MAX);
    let (mut found, views) = page
        .board
        .read(move |db| {
            let found = jobs::table
                .left_join(accounts::table)
                .filter(jobs::id.lt(before))
                .order(jobs::id.desc())
                .limit(PAGE_SIZE as i64 + 1)
                .select((Job::as_select(), accounts::email.nullable()))
                .load::<(Job, Option<String>)>(db)?;
            let ids: Vec<i64> = found.iter().map(|(job, _)| job.id).collect();
            let views = views::of(db, &ids)?;
            Ok((found, views))
        })
        .await?;
    let older = (found.len() > PAGE_SIZE).then(|| found[PAGE_SIZE - 1].0.id);
    found.truncate(PAGE_SIZE);
    let rows: Vec<Row<'_>> = found
        .iter()
        .map(|(job, owner)| {
            let views = views.get(&job.id).copied().unwrap_or_default();
            Row::new(job, owner.as_deref(), views, page.locale, now)
        })
        .collect();
    page.show(
        "jobs/admin.html",
        context! { area => "jobs", jobs => &rows, older => &older },
    )
}

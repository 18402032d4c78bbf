//! `/admin/welcome`: what a new board still needs.

use actix_web::HttpResponse;
use diesel::prelude::*;
use tera::context;

use crate::{
    accounts::Admin,
    http::{error::Error, page::Page},
    platform::schema::jobs,
};

/// `GET /admin/welcome`. Each step is done when the board says so, not when somebody clicked it away.
pub async fn show(page: Page, _: Admin) -> Result<HttpResponse, Error> {
    let has_jobs = page
        .board
        .read(|db| {
            let job = jobs::table.select(jobs::id).first::<i64>(db).optional()?;
            Ok(job.is_some())
        })
        .await?;
    let board = page.board.clone();
    let config = &board.config;
    let is_set = config.site_name.is_some() && config.brand_color.is_some();
    page.show(
        "settings/welcome.html",
        context! {
            area => "settings",
            is_branded => &(is_set || board.brand().chosen.is_saved),
            has_mail => &config.smtp_url.is_some(),
            has_jobs => &has_jobs,
            address => &config.base_url.as_str(),
            is_public => &config.is_public(),
        },
    )
}

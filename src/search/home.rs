//! `/`: the newest jobs, and where to search.

use actix_web::HttpResponse;
use tera::context;

use super::{card, formats::Addresses, query::JobQuery};
use crate::{
    accounts::Account,
    http::{error::Error, page::Page},
};

/// `GET /`
pub async fn show(page: Page) -> Result<HttpResponse, Error> {
    let now = page.board.clock.moment();
    let (found, needs_setup) = page
        .board
        .read(move |db| {
            let found = JobQuery::default().find(db, now)?;
            let needs_setup = found.jobs.is_empty() && !Account::any_admin(db)?;
            Ok((found, needs_setup))
        })
        .await?;
    let cards = card::all(&page.board, &found.jobs, page.locale, now)?;
    let page = if needs_setup {
        page
    } else {
        page.public("/", None)
    };
    page.show(
        "search/home.html",
        context! {
            cards => &cards,
            q => "",
            place => "",
            hidden => &Vec::<(String, String)>::new(),
            feeds => &Addresses::of(&JobQuery::default()),
            older => &found.older.map(|page| page.address()),
            needs_setup => &needs_setup,
        },
    )
}

//! The tables of jobs: `/dashboard`, one's own, and `/admin/jobs`, everybody's.

use actix_web::{HttpRequest, HttpResponse};
use tera::context;

use super::{
    row::Row,
    rows::{MOST_FOUND, Wanted},
    tab::Tab,
};
use crate::{
    accounts::{Admin, SignedIn},
    http::{
        error::Error,
        listing::{Listing, count_of},
        page::Page,
    },
    platform::db::text_enum::TextEnum,
};

/// Jobs on one page.
pub const PAGE_SIZE: i64 = 50;

pub const ADMIN: &str = "/admin/jobs";

/// `GET /dashboard`; `tab`, `q` and `page` say which jobs.
pub async fn dashboard(
    page: Page,
    signed_in: SignedIn,
    request: HttpRequest,
) -> Result<HttpResponse, Error> {
    let listing = Listing::of(&request, "/dashboard", &["tab", "q"], PAGE_SIZE);
    show(page, listing, Some(signed_in.id)).await
}

/// `GET /admin/jobs`; the same.
pub async fn admin(page: Page, _: Admin, request: HttpRequest) -> Result<HttpResponse, Error> {
    let listing = Listing::of(&request, ADMIN, &["tab", "q"], PAGE_SIZE);
    show(page, listing, None).await
}

/// `GET /admin`: leads to the first page of the admin area.
pub async fn area(page: Page, _: Admin) -> HttpResponse {
    page.redirect(ADMIN, None)
}

async fn show(page: Page, listing: Listing, owner: Option<i64>) -> Result<HttpResponse, Error> {
    let now = page.board.clock.moment();
    let tab = Tab::from_text(listing.value("tab")).filter(|tab| Tab::of(owner).contains(tab));
    let wanted = Wanted {
        owner,
        tab: tab.unwrap_or_default(),
        text: listing.value("q").to_owned(),
        today: now.today(),
    };
    let (asked, which) = (listing.clone(), wanted.clone());
    let loaded = page
        .board
        .read(move |db| Ok(which.load(db, &asked)?))
        .await?;
    let rows: Vec<Row<'_>> = loaded
        .jobs
        .iter()
        .map(|row| Row::new(row, page.locale, now))
        .collect();
    let all = count_of(&loaded.counts, Tab::All);
    let is_cut = !wanted.text.is_empty() && all >= MOST_FOUND;
    let context = context! {
        area => "jobs",
        jobs => &rows,
        table => &listing.frame(&loaded.counts, wanted.tab, page.locale),
        is_empty => &(wanted.text.is_empty() && all == 0),
        most => &is_cut.then(|| page.locale.number(MOST_FOUND)),
    };
    match owner {
        Some(_) => page.show("jobs/dashboard.html", context),
        None => page.show("jobs/admin.html", context),
    }
}

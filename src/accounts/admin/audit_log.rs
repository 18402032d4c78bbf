//! `/admin/audit`: the audit log, for an administrator.

use actix_web::{HttpRequest, HttpResponse};
use tera::context;

use super::audit_entries::{Row, Wanted};
use crate::{
    accounts::guards::Admin,
    http::{error::Error, listing::Listing, page::Page},
};

/// Entries on one page.
const PAGE_SIZE: i64 = 100;

/// `GET /admin/audit`; `action` is the name of one, `who` an account's id or part of an address.
pub async fn show(page: Page, _: Admin, request: HttpRequest) -> Result<HttpResponse, Error> {
    let listing = Listing::of(&request, "/admin/audit", &["action", "who"], PAGE_SIZE);
    let is_set = |text: &&str| !text.is_empty();
    let action = Some(listing.value("action")).filter(is_set);
    let who = Some(listing.value("who")).filter(is_set);
    let (named, asked) = (
        (action.map(str::to_owned), who.map(str::to_owned)),
        listing.clone(),
    );
    let (total, found) = page
        .board
        .read(move |db| {
            let (action, who) = named;
            let people = who.map(|who| Wanted::people(db, &who)).transpose()?;
            let wanted = Wanted { action, people };
            let total = wanted.count(db)?;
            let window = asked.window(total);
            Ok((total, wanted.load(db, window.offset, window.limit)?))
        })
        .await?;
    let locale = page.locale;
    let rows: Vec<Row> = found
        .into_iter()
        .map(|entry| Row::new(entry, locale, page.board.features))
        .collect();
    let all = page
        .board
        .features
        .iter()
        .flat_map(|feature| feature.actions);
    let actions: Vec<(&str, String)> = all
        .map(|action| (action.name, locale.text(&action.label())))
        .collect();
    page.show(
        "accounts/audit_log.html",
        context! {
            area => "audit",
            entries => &rows,
            actions => &actions,
            action => &action,
            who => &who,
            account => &who.and_then(|who| who.parse::<i64>().ok()),
            pages => &listing.pages(total, locale),
        },
    )
}

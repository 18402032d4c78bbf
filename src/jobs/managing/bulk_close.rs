//! Asking once what came of many jobs before they are closed.

use actix_web::{HttpResponse, http::StatusCode};
use tera::context;

use super::{
    bulk_delete::manageable,
    closing::outcomes,
    tally::{Left, Tally},
};
use crate::{
    accounts::Account,
    http::{error::Error, page::Page},
    jobs::notices,
    platform::i18n::Message,
};

/// The page that asks; back to the list, where none of the jobs can be closed. `is_asked` where it was asked before
/// and nothing was chosen.
///
/// # Errors
/// Those of the database and the template.
pub async fn ask(
    page: Page,
    account: &Account,
    chosen: &[i64],
    back: &str,
    is_asked: bool,
) -> Result<HttpResponse, Error> {
    let mut found = manageable(&page, account, chosen).await?;
    found.retain(|(job, _)| job.status.can_close());
    let left = chosen.len() - found.len();
    if found.is_empty() {
        let mut tally = Tally::default();
        tally.leave_many(Left::NotOpen, left);
        let nothing = notices::CLOSED_MANY.of_many(tally.numbers(), &[]);
        return Ok(page.redirect(back, Some(nothing)));
    }
    let titles: Vec<&str> = found
        .iter()
        .map(|(job, _)| job.fields.title.as_str())
        .collect();
    let page = match is_asked {
        true => page.status(StatusCode::UNPROCESSABLE_ENTITY),
        false => page,
    };
    let message = is_asked.then(|| page.locale.text(&Message::new("jobs-close-choose")));
    let outcomes = outcomes(page.locale);
    page.show(
        "jobs/bulk_close.html",
        context! {
            // Those that are not open are named again, so that the notice counts them.
            ids => chosen,
            titles => &titles,
            left => &left,
            back => back,
            outcomes => &outcomes,
            message => &message,
        },
    )
}

//! Asking before many jobs are deleted or removed.

use actix_web::{HttpResponse, http::StatusCode};
use diesel::prelude::*;
use tera::context;

use super::{
    deleting,
    tally::{Left, Tally},
};
use crate::{
    accounts::Account,
    http::{
        error::Error,
        form::{Form, FormView, Messages},
        page::Page,
    },
    jobs::{job::Job, notices, ownership, removal},
    platform::{i18n::Message, schema::jobs},
};

/// Whether jobs can be deleted and removed now.
pub enum Checked {
    /// Not before somebody confirms it.
    Ask(Asking),
    /// For this reason, where there is one.
    Go(String),
}

/// The question.
pub struct Asking {
    chosen: usize,
    found: Vec<Job>,
    typed: String,
    wrong: Option<Message>,
}

/// Looks whether it was confirmed, with a reason where jobs of somebody else are removed.
///
/// # Errors
/// Those of the database.
pub async fn check(
    page: &Page,
    account: &Account,
    chosen: &[i64],
    form: &Form,
    is_confirmed: bool,
) -> Result<Checked, Error> {
    let mut found = manageable(page, account, chosen).await?;
    found.retain(|job| deleting::is_left(account, job));
    let removes = found.iter().any(|job| !ownership::is_own(account.id, job));
    let reason = removal::read_reason(form.value("reason"));
    match reason {
        Ok(reason) if is_confirmed => Ok(Checked::Go(reason)),
        Err(_) if is_confirmed && !removes => Ok(Checked::Go(String::new())),
        reason => Ok(Checked::Ask(Asking {
            chosen: chosen.len(),
            found,
            typed: form.value("reason").to_owned(),
            wrong: reason.err().filter(|_| is_confirmed),
        })),
    }
}

/// Those of the jobs that the account may change.
pub async fn manageable(page: &Page, account: &Account, ids: &[i64]) -> Result<Vec<Job>, Error> {
    let (account, ids) = (account.clone(), ids.to_vec());
    page.board
        .read(move |db| {
            let mut found: Vec<Job> = jobs::table
                .filter(jobs::id.eq_any(ids))
                .order(jobs::id.desc())
                .select(Job::as_select())
                .load(db)?;
            found.retain(|job| ownership::manages(&account, job));
            Ok(found)
        })
        .await
}

impl Asking {
    /// The page that asks; back to the list, where there is nothing to ask.
    ///
    /// # Errors
    /// Those of the template.
    pub fn show(self, page: Page, account: &Account, back: &str) -> Result<HttpResponse, Error> {
        let Self {
            chosen,
            found,
            typed,
            wrong,
        } = self;
        let left = chosen - found.len();
        if found.is_empty() {
            let mut tally = Tally::default();
            tally.leave_many(Left::RemovedAlready, left);
            let nothing = notices::DELETED_MANY.of_many(tally.numbers(), &[]);
            return Ok(page.redirect(back, Some(nothing)));
        }
        let (own, others): (Vec<&Job>, Vec<&Job>) = found
            .iter()
            .partition(|job| ownership::is_own(account.id, job));
        let titles = |jobs: &[&Job]| -> Vec<String> {
            jobs.iter().map(|job| job.fields.title.clone()).collect()
        };
        let page = match wrong {
            Some(_) => page.status(StatusCode::UNPROCESSABLE_ENTITY),
            None => page,
        };
        let locale = page.locale;
        let messages = wrong.map(|wrong| Messages::of("reason", wrong));
        let messages = messages.unwrap_or_default();
        page.show(
            "jobs/bulk_delete.html",
            context! {
                ids => &found.iter().map(|job| job.id).collect::<Vec<_>>(),
                own => &titles(&own),
                others => &titles(&others),
                left => &left,
                back => back,
                form => &FormView::new(locale, [("reason", typed)], messages, &["reason"]),
            },
        )
    }
}

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
    /// Each with whether it is one's own.
    found: Vec<(Job, bool)>,
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
    found.retain(|(job, is_own)| deleting::is_left(*is_own, job));
    let removes = found.iter().any(|(_, is_own)| !is_own);
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

/// Those of the jobs that the account may change, each with whether it is its own.
pub async fn manageable(
    page: &Page,
    account: &Account,
    ids: &[i64],
) -> Result<Vec<(Job, bool)>, Error> {
    let (account, ids) = (account.clone(), ids.to_vec());
    page.board
        .read(move |db| {
            let found: Vec<Job> = jobs::table
                .filter(jobs::id.eq_any(ids))
                .order(jobs::id.desc())
                .select(Job::as_select())
                .load(db)?;
            let mut manageable = Vec::new();
            for job in found {
                if ownership::manages(db, &account, &job)? {
                    let is_own = ownership::is_own(db, account.id, &job)?;
                    manageable.push((job, is_own));
                }
            }
            Ok(manageable)
        })
        .await
}

impl Asking {
    /// The page that asks; back to the list, where there is nothing to ask.
    ///
    /// # Errors
    /// Those of the template.
    pub fn show(self, page: Page, back: &str) -> Result<HttpResponse, Error> {
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
        let titles = |own: bool| -> Vec<&str> {
            let those = found.iter().filter(|(_, is_own)| *is_own == own);
            those.map(|(job, _)| job.fields.title.as_str()).collect()
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
                ids => &found.iter().map(|(job, _)| job.id).collect::<Vec<_>>(),
                own => &titles(true),
                others => &titles(false),
                left => &left,
                back => back,
                form => &FormView::new(locale, [("reason", typed)], messages, &["reason"]),
            },
        )
    }
}

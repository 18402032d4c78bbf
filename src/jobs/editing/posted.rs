//! A form whose job was posted already, and that comes again: by the Back button, from another tab. The job
//! stays as it is; its owner says whether to change it or to post another.

use actix_web::{HttpResponse, http::StatusCode};
use tera::{Context, context};

use super::{
    edit,
    form::{self, Completeness},
};
use crate::{
    http::{
        error::Error,
        form::{Form, Messages},
        page::Page,
    },
    jobs::{job::Job, new_job, status::Status},
    platform::secrets::random_text,
};

/// The job that the form with `key` posted, unless it is a draft still.
pub async fn find(page: &Page, account_id: i64, key: &str) -> Result<Option<Job>, Error> {
    let key = key.to_owned();
    let job = page
        .board
        .read(move |db| Ok(new_job::find_submitted(db, account_id, &key)?))
        .await?;
    Ok(job.filter(|job| *job.status != Status::Draft))
}

/// Says that the form was sent, where somebody comes back to it.
pub fn show(page: Page, job: &Job) -> Result<HttpResponse, Error> {
    page.show("jobs/posted.html", context(job))
}

/// Asks what is meant by a form that is sent again with other words, and keeps them.
pub fn ask(page: Page, job: &Job, typed: &Form) -> Result<HttpResponse, Error> {
    with_form(page.status(StatusCode::CONFLICT), job, typed)
}

/// The same, where somebody comes back to other words than were posted.
pub fn show_again(page: Page, job: &Job, typed: &Form) -> Result<HttpResponse, Error> {
    let read = form::read(typed, Completeness::Draft, page.board.clock.today());
    if read.is_ok_and(|fields| fields == job.fields) {
        show(page, job)
    } else {
        with_form(page, job, typed)
    }
}

fn with_form(page: Page, job: &Job, typed: &Form) -> Result<HttpResponse, Error> {
    let mut context = context(job);
    let view = form::view(page.locale, typed, Messages::default());
    edit::add_target(&mut context, &page, job, job.version, &view);
    let key = random_text(16).map_err(Error::internal)?;
    context.insert("submission_key", &key);
    page.show("jobs/posted.html", context)
}

fn context(job: &Job) -> Context {
    context! { id => &job.id, job_path => &job.path(), job_title => &job.fields.title }
}

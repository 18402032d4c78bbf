//! Closing a job: it is filled, or it is withdrawn.

use actix_web::{HttpResponse, http::StatusCode};
use tera::context;

use crate::{
    accounts::SignedIn,
    http::{error::Error, form::Form, page::Page},
    jobs::{
        job::Job,
        notices,
        ownership::{self, Manages},
        path::JobPath,
        status::Status,
    },
    platform::{db::text_enum::TextEnum, i18n::Message},
};

/// `GET /jobs/{job}/closure`: asks which.
pub async fn ask(page: Page, manages: Manages) -> Result<HttpResponse, Error> {
    let job = manages.job;
    show(page, &job, None)
}

/// `POST /jobs/{job}/closure` with `reason`, `filled` or `withdrawn`.
pub async fn create(
    page: Page,
    signed_in: SignedIn,
    path: JobPath,
    form: Form,
) -> Result<HttpResponse, Error> {
    let origin = page.origin();
    let account = signed_in.account.clone();
    let reason = Status::from_text(form.value("reason")).filter(|status| status.is_closed());
    let (job, closed) = page
        .board
        .write(move |db| {
            let job = ownership::find(db, &account, path.id)?;
            if let Some(reason) = reason {
                job.close(db, reason, &origin)?;
            }
            Ok((job, reason.is_some()))
        })
        .await?;
    if closed {
        return Ok(page.redirect("/dashboard", Some(notices::CLOSED)));
    }
    let page = page.status(StatusCode::UNPROCESSABLE_ENTITY);
    show(page, &job, Some(&Message::new("jobs-close-choose")))
}

fn show(page: Page, job: &Job, message: Option<&Message>) -> Result<HttpResponse, Error> {
    let locale = page.locale;
    page.show(
        "jobs/close.html",
        context! {
            id => &job.id,
            job_path => &job.path(),
            job_title => &job.fields.title,
            can_close => &job.status.can_close(),
            message => &message.map(|message| locale.text(message)),
        },
    )
}

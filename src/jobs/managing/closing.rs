//! Closing a job: it is filled, or it is withdrawn.

use actix_web::{HttpResponse, http::StatusCode};
use tera::context;

use crate::{
    accounts::SignedIn,
    http::{error::Error, form::Form, listing::back_to, page::Page},
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
    let back = page.back();
    show(page, &manages.job, back, None)
}

/// `POST /jobs/{job}/closure` with `reason`, `filled` or `withdrawn`, leading to `back`.
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
    let back = page.back();
    if closed {
        let back = back.as_deref().unwrap_or("/dashboard");
        return Ok(page.redirect(
            back,
            Some(notices::CLOSED.about(path.id, &job.fields.title)),
        ));
    }
    let page = page.status(StatusCode::UNPROCESSABLE_ENTITY);
    show(page, &job, back, Some(&Message::new("jobs-close-choose")))
}

fn show(
    page: Page,
    job: &Job,
    back: Option<String>,
    message: Option<&Message>,
) -> Result<HttpResponse, Error> {
    let locale = page.locale;
    page.show(
        "jobs/close.html",
        context! {
            id => &job.id,
            job_path => &job.path(),
            job_title => &job.fields.title,
            back => &back,
            back_query => &back.as_deref().map(back_to),
            can_close => &job.status.can_close(),
            message => &message.map(|message| locale.text(message)),
        },
    )
}

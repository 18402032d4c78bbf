//! A job's publication: making one puts the job on the board, deleting it takes the job off.

use actix_web::HttpResponse;

use crate::{
    accounts::SignedIn,
    http::{error::Error, form::Form, page::Page},
    jobs::{
        editing::{
            edit,
            form::{self, Completeness},
            publish_check::check_posting,
        },
        notices, ownership,
        path::JobPath,
        pay_rules::Policy,
        status::Status,
    },
};

/// `POST /jobs/{job}/publication`, leading to the job, or to `back`. A draft that lacks something is shown in
/// its form, with what is missing.
pub async fn create(page: Page, signed_in: SignedIn, path: JobPath) -> Result<HttpResponse, Error> {
    if let Some(refusal) = check_posting(&page, &signed_in, true).await? {
        let job = ownership::find_for(&page, &signed_in, path.id).await?;
        let form = edit::current(&page, &job).await?;
        return edit::show_refusal(page, &job, job.version, &form, refusal);
    }
    let origin = page.origin();
    let account = signed_in.account.clone();
    let (rules, locale) = (Policy::of(&page.board), page.locale);
    let published = page
        .board
        .write(move |db| {
            let job = ownership::find(db, &account, path.id)?;
            if *job.status == Status::Published {
                return Ok(Ok(job));
            }
            let form = Form::from(&job.fields);
            let today = origin.today();
            let read = form::read(&form, Completeness::Complete, today);
            if let Err(missing) = read.and_then(|fields| rules.check(fields, today, locale)) {
                return Ok(Err((job, form, missing)));
            }
            job.publish(db, &origin)?;
            Ok(Ok(job))
        })
        .await?;
    match published {
        Ok(job) => {
            let (id, title) = (job.id, &job.fields.title);
            Ok(match page.back() {
                Some(back) => {
                    page.redirect(&back, Some(notices::PUBLISHED_FROM_LIST.about(id, title)))
                }
                None => page.redirect(&job.path(), Some(notices::PUBLISHED.about(id, title))),
            })
        }
        Err((job, form, missing)) => edit::show_again(page, &job, job.version, &form, missing),
    }
}

/// `DELETE /jobs/{job}/publication`, for a browser `POST /jobs/{job}/publication/delete`.
pub async fn delete(page: Page, signed_in: SignedIn, path: JobPath) -> Result<HttpResponse, Error> {
    let origin = page.origin();
    let account = signed_in.account.clone();
    let job = page
        .board
        .write(move |db| {
            let job = ownership::find(db, &account, path.id)?;
            job.unpublish(db, &origin)?;
            Ok(job)
        })
        .await?;
    let back = page.back();
    let back = back.as_deref().unwrap_or("/dashboard");
    Ok(page.redirect(
        back,
        Some(notices::UNPUBLISHED.about(job.id, &job.fields.title)),
    ))
}

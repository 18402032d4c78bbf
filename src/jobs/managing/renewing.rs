//! Saying that a job is still open: a renewal moves its last day, a confirmation is about today.

use actix_web::HttpResponse;

use crate::{
    accounts::SignedIn,
    http::{error::Error, flash::Notice, page::Page},
    jobs::{error::Error as JobError, job::Job, notices, ownership, path::JobPath},
    platform::{audit::Origin, db::Db},
};

/// `POST /jobs/{job}/renewal`, leading to the job, or to `back`.
pub async fn renew(page: Page, signed_in: SignedIn, path: JobPath) -> Result<HttpResponse, Error> {
    let (today, locale) = (page.board.clock.today(), page.locale);
    let notice = move |job: &Job| {
        let until = job.renewed_until(today).map(|day| locale.date(day));
        notices::RENEWED.until(until.unwrap_or_default())
    };
    change(page, signed_in, path, Job::renew, notice).await
}

/// `POST /jobs/{job}/confirmation`, the same.
pub async fn confirm(
    page: Page,
    signed_in: SignedIn,
    path: JobPath,
) -> Result<HttpResponse, Error> {
    change(page, signed_in, path, Job::confirm, |_| notices::CONFIRMED).await
}

/// `POST /jobs/{job}/schedule/delete`: the draft is not published by itself any more.
pub async fn unschedule(
    page: Page,
    signed_in: SignedIn,
    path: JobPath,
) -> Result<HttpResponse, Error> {
    let unschedule = |job: &Job, db: &mut Db, origin: &Origin| job.schedule(db, None, origin);
    change(page, signed_in, path, unschedule, |_| notices::UNSCHEDULED).await
}

async fn change(
    page: Page,
    signed_in: SignedIn,
    path: JobPath,
    verb: fn(&Job, &mut Db, &Origin) -> Result<(), JobError>,
    // Of the job as it stood.
    notice: impl Fn(&Job) -> Notice,
) -> Result<HttpResponse, Error> {
    let (origin, account) = (page.origin(), signed_in.account.clone());
    let job = page
        .board
        .write(move |db| {
            let job = ownership::find(db, &account, path.id)?;
            verb(&job, db, &origin)?;
            Ok(job)
        })
        .await?;
    let back = page.back().unwrap_or_else(|| job.path());
    Ok(page.redirect(&back, Some(notice(&job).about(job.id, &job.fields.title))))
}

//! Taking a job away for good. An owner's job is deleted; a job that an administrator takes from
//! somebody else is removed from the board and kept for the record.

use actix_web::HttpResponse;
use tera::context;

use crate::{
    accounts::{Account, SignedIn},
    http::{error::Error, flash::Notice, listing::back_to, page::Page},
    jobs::{
        job::Job,
        notices,
        ownership::{self, Manages},
        path::JobPath,
        status::Status,
    },
    platform::{audit::Origin, db::Db},
};

/// `GET /jobs/{job}/removal`: asks first.
pub async fn ask(page: Page, manages: Manages) -> Result<HttpResponse, Error> {
    let job = manages.job;
    let back = page.back();
    let back_query = back.as_deref().map(back_to);
    page.show(
        "jobs/delete.html",
        context! {
            id => &job.id,
            job_path => &job.path(),
            job_title => &job.fields.title,
            closure_path => &format!("/jobs/{}/closure{}", job.id, back_query.as_deref().unwrap_or("")),
            back => &back,
            back_query => &back_query,
            is_own => &ownership::is_own(manages.signed_in.id, &job),
        },
    )
}

/// `POST /jobs/{job}/removal`, leading to `back`.
pub async fn create(page: Page, signed_in: SignedIn, path: JobPath) -> Result<HttpResponse, Error> {
    let origin = page.origin();
    let account = signed_in.account.clone();
    let notice = page
        .board
        .write(move |db| delete(db, &account, path.id, &origin))
        .await?;
    let back = page.back();
    Ok(page.redirect(back.as_deref().unwrap_or("/dashboard"), Some(notice)))
}

/// Deletes job `id`, if it is the account's own; removes it, if the account is an administrator's.
pub fn delete(db: &mut Db, account: &Account, id: i64, origin: &Origin) -> Result<Notice, Error> {
    let job = ownership::find(db, account, id)?;
    if ownership::is_own(account.id, &job) {
        job.delete(db, origin)?;
        Ok(notices::DELETED)
    } else {
        job.remove(db, origin)?;
        Ok(notices::REMOVED)
    }
}

/// Whether there is something that [`delete`] would take away: what was removed stays.
pub fn is_left(account: &Account, job: &Job) -> bool {
    ownership::is_own(account.id, job) || *job.status != Status::Removed
}

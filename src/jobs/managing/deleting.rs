//! Taking a job away for good. An owner's job is deleted; a job that an administrator takes from
//! somebody else is removed from the board and kept for the record.

use actix_web::HttpResponse;
use tera::context;

use crate::{
    accounts::{Account, SignedIn},
    http::{error::Error, flash::Notice, page::Page},
    jobs::{
        notices,
        ownership::{self, Manages},
        path::JobPath,
    },
    platform::{audit::Origin, db::Db},
};

/// `GET /jobs/{job}/removal`: asks first.
pub async fn ask(page: Page, manages: Manages) -> Result<HttpResponse, Error> {
    let job = manages.job;
    page.show(
        "jobs/delete.html",
        context! {
            id => &job.id,
            job_path => &job.path(),
            job_title => &job.fields.title,
            closure_path => &format!("/jobs/{}/closure", job.id),
            is_own => &ownership::is_own(manages.signed_in.id, &job),
        },
    )
}

/// `POST /jobs/{job}/removal`
pub async fn create(page: Page, signed_in: SignedIn, path: JobPath) -> Result<HttpResponse, Error> {
    let origin = page.origin();
    let account = signed_in.account.clone();
    let notice = page
        .board
        .write(move |db| delete(db, &account, path.id, &origin))
        .await?;
    Ok(page.redirect("/dashboard", Some(notice)))
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

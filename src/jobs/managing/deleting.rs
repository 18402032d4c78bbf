//! Taking a job away for good. An owner's job is deleted; a job that an administrator takes from
//! somebody else is removed from the board and kept for the record.

use std::slice;

use actix_web::{HttpResponse, http::StatusCode};
use tera::context;

use crate::{
    accounts::{Account, Admin, SignedIn},
    http::{
        board::Board,
        error::Error,
        flash::Notice,
        form::{Form, FormView, Messages},
        listing::back_to,
        page::Page,
    },
    jobs::{
        job::Job,
        letters, notices,
        ownership::{self, Manages},
        path::JobPath,
        removal,
        status::Status,
    },
    platform::{audit::Origin, db::Db, i18n::Message},
};

/// `GET /jobs/{job}/removal`: asks first.
pub async fn ask(page: Page, manages: Manages) -> Result<HttpResponse, Error> {
    let is_own = is_own(&page, &manages.signed_in, &manages.job).await?;
    show(page, is_own, &manages.job, &Form::default(), None)
}

async fn is_own(page: &Page, account: &Account, job: &Job) -> Result<bool, Error> {
    let (account_id, job) = (account.id, job.clone());
    let board = &page.board;
    board
        .read(move |db| Ok(ownership::is_own(db, account_id, &job)?))
        .await
}

/// `POST /jobs/{job}/removal`, leading to `back`; with `reason`, where the job is somebody else's.
pub async fn create(
    page: Page,
    signed_in: SignedIn,
    path: JobPath,
    form: Form,
) -> Result<HttpResponse, Error> {
    let reason = removal::read_reason(form.value("reason"));
    let job = ownership::find_for(&page, &signed_in, path.id).await?;
    let is_own = is_own(&page, &signed_in, &job).await?;
    if let Err(wrong) = &reason
        && !is_own
    {
        let page = page.status(StatusCode::UNPROCESSABLE_ENTITY);
        return show(page, is_own, &job, &form, Some(wrong));
    }
    let list = match is_own {
        true => "/dashboard",
        false => super::table::ADMIN,
    };
    let origin = page.origin();
    let (board, account) = (page.board.clone(), signed_in.account.clone());
    let reason = reason.unwrap_or_default();
    let notice = page
        .board
        .write(move |db| delete(&board, db, &account, path.id, &reason, &origin))
        .await?;
    let back = page.back();
    Ok(page.redirect(back.as_deref().unwrap_or(list), Some(notice)))
}

/// `POST /jobs/{job}/removal/delete`: puts a removed job back, and leads to it, or to `back`.
pub async fn restore(page: Page, _: Admin, path: JobPath) -> Result<HttpResponse, Error> {
    let origin = page.origin();
    let job = page
        .board
        .write(move |db| {
            let job = Job::find(db, path.id)?;
            job.restore(db, &origin)?;
            Ok(job)
        })
        .await?;
    let back = page.back().unwrap_or_else(|| job.path());
    let notice = notices::RESTORED.about(job.id, &job.fields.title);
    Ok(page.redirect(&back, Some(notice)))
}

fn show(
    page: Page,
    is_own: bool,
    job: &Job,
    form: &Form,
    wrong: Option<&Message>,
) -> Result<HttpResponse, Error> {
    let back = page.back();
    let back_query = back.as_deref().map(back_to);
    let wrong = wrong.map(|wrong| Messages::of("reason", wrong.clone()));
    let values = [("reason", form.value("reason").to_owned())];
    let locale = page.locale;
    page.show(
        "jobs/delete.html",
        context! {
            id => &job.id,
            job_path => &job.path(),
            job_title => &job.fields.title,
            closure_path => &format!("/jobs/{}/closure{}", job.id, back_query.as_deref().unwrap_or("")),
            back => &back,
            back_query => &back_query,
            is_own => &is_own,
            form => &FormView::new(locale, values, wrong.unwrap_or_default(), &["reason"]),
        },
    )
}

/// Deletes job `id`, if it is the account's own; removes it for this reason, if the account is an
/// administrator's, and tells its owner.
pub fn delete(
    board: &Board,
    db: &mut Db,
    account: &Account,
    id: i64,
    reason: &str,
    origin: &Origin,
) -> Result<Notice, Error> {
    let job = ownership::find(db, account, id)?;
    let title = &job.fields.title;
    if ownership::is_own(db, account.id, &job)? {
        job.delete(db, origin)?;
        return Ok(notices::DELETED.about(id, title));
    }
    if is_left(false, &job) {
        job.remove(db, reason, origin)?;
        letters::tell_owners(board, db, slice::from_ref(&job), reason)?;
    }
    Ok(notices::REMOVED.about(id, title))
}

/// Whether there is something that [`delete`] would take away: what was removed stays.
pub fn is_left(is_own: bool, job: &Job) -> bool {
    is_own || *job.status != Status::Removed
}

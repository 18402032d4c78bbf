//! Whose job it is: decided here, for pages, programs, queries, kept pages and webhooks alike.

use actix_web::{FromRequest, HttpRequest, dev::Payload};
use diesel::{dsl::EqAny, prelude::*};
use futures_util::future::LocalBoxFuture;

use super::{error::Error, job::Job, path::JobPath, status::Status};
use crate::{
    accounts::{Account, SignedIn},
    http::{self, board::Board, page::Page},
    platform::{db::Db, schema::jobs},
};

/// Whether it is a job of this account's own.
pub fn is_own(account_id: i64, job: &Job) -> bool {
    owners(job).any(|owner| owner == account_id)
}

/// The accounts that a job belongs to.
pub fn owners(job: &Job) -> impl Iterator<Item = i64> {
    job.owner_id.into_iter()
}

/// Whether `account` may see all of a job and change it: its owner, unless the job was removed from the
/// board, or an administrator.
pub fn manages(account: &Account, job: &Job) -> bool {
    account.is_admin() || (is_own(account.id, job) && *job.status != Status::Removed)
}

/// The same as [`is_own`], as a condition on rows.
pub fn belongs_to(account_id: i64) -> EqAny<jobs::owner_id, [i64; 1]> {
    jobs::owner_id.eq_any([account_id])
}

/// Job `id`, if `account` may change it. Anyone else's is not found, the same as one that does not exist.
///
/// # Errors
/// [`Error::NotFound`].
pub fn find(db: &mut Db, account: &Account, id: i64) -> Result<Job, Error> {
    let job = Job::find(db, id)?;
    if manages(account, &job) {
        Ok(job)
    } else {
        Err(Error::NotFound)
    }
}

/// The same outside a transaction, for a page.
///
/// # Errors
/// 404.
pub async fn find_for(page: &Page, account: &Account, id: i64) -> Result<Job, http::error::Error> {
    let account = account.clone();
    page.board.read(move |db| Ok(find(db, &account, id)?)).await
}

/// The job at the address, and somebody who may change it; to everybody else it does not exist. What is
/// changed in a transaction is found once more in it.
pub struct Manages {
    pub job: Job,
    pub signed_in: SignedIn,
}

impl FromRequest for Manages {
    type Error = http::error::Error;
    type Future = LocalBoxFuture<'static, Result<Self, Self::Error>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let board = Board::of(request);
        let path = JobPath::extract(request);
        let signed_in = SignedIn::from_request(request, payload);
        Box::pin(async move {
            let signed_in = signed_in.await?;
            let (id, account) = (path.await?.id, signed_in.account.clone());
            let job = board?.read(move |db| Ok(find(db, &account, id)?)).await?;
            Ok(Self { job, signed_in })
        })
    }
}

//! Whose job it is: decided here, for pages, programs, queries, kept pages and webhooks alike.

use actix_web::{FromRequest, HttpRequest, dev::Payload};
use diesel::prelude::*;
use futures_util::future::LocalBoxFuture;

use super::{error::Error, job::Job, path::JobPath, status::Status};
use crate::{
    accounts::{Account, SignedIn},
    companies::members,
    http::{self, board::Board, page::Page},
    platform::{
        db::Db,
        schema::{company_members, jobs},
    },
};

/// Whether it is a job of this account's own, or of a team that it is in.
pub fn is_own(db: &mut Db, account_id: i64, job: &Job) -> QueryResult<bool> {
    match job.company_id {
        Some(company) => Ok(members::role(db, company, account_id)?.is_some()),
        None => Ok(job.owner_id == Some(account_id)),
    }
}

/// The accounts that a job belongs to: a company's team, or else its owner.
pub fn owners(db: &mut Db, job: &Job) -> QueryResult<Vec<i64>> {
    match job.company_id {
        Some(company) => members::accounts(db, company),
        None => Ok(job.owner_id.into_iter().collect()),
    }
}

/// Whether `account` may see all of a job and change it: whoever it belongs to, unless the job was removed
/// from the board, or an administrator.
pub fn manages(db: &mut Db, account: &Account, job: &Job) -> QueryResult<bool> {
    Ok(account.is_admin() || (*job.status != Status::Removed && is_own(db, account.id, job)?))
}

/// The same as [`is_own`], as a condition on rows.
#[diesel::dsl::auto_type(no_type_alias)]
pub fn belongs_to(account_id: i64) -> _ {
    let teams = company_members::table
        .filter(company_members::account_id.eq(account_id))
        .select(company_members::company_id.nullable());
    let of_owner = jobs::company_id
        .is_null()
        .and(jobs::owner_id.eq(account_id));
    of_owner.or(jobs::company_id.eq_any(teams))
}

/// Whether it belongs to anybody, as a condition on rows.
#[diesel::dsl::auto_type(no_type_alias)]
pub fn belongs_to_somebody() -> _ {
    jobs::owner_id
        .is_not_null()
        .or(jobs::company_id.is_not_null())
}

/// Job `id`, if `account` may change it. Anyone else's is not found, the same as one that does not exist.
///
/// # Errors
/// [`Error::NotFound`].
pub fn find(db: &mut Db, account: &Account, id: i64) -> Result<Job, Error> {
    let job = Job::find(db, id)?;
    if manages(db, account, &job)? {
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

//! Who may look after a company.

use actix_web::{FromRequest, HttpRequest, dev::Payload};
use futures_util::future::LocalBoxFuture;

use super::{
    company::{Company, State},
    members::{self, Role},
};
use crate::{
    accounts::{Account, SignedIn},
    http::{board::Board, error::Error},
    platform::db::Db,
    text::words::slug,
};

/// The company at the address, and one of its team; an administrator may do what an owner may. To everybody
/// else it does not exist.
pub struct Member {
    pub company: Company,
    pub role: Role,
    pub signed_in: SignedIn,
}

impl Member {
    /// # Errors
    /// 404, where the role does not include `wanted`.
    pub fn at_least(self, wanted: Role) -> Result<Self, Error> {
        match self.role.includes(wanted) {
            true => Ok(self),
            false => Err(Error::NotFound),
        }
    }
}

/// The company, if `account` may do with it what `wanted` may. Asked once more in the transaction of a change.
///
/// # Errors
/// 404.
pub fn find(
    db: &mut Db,
    account: &Account,
    company_id: i64,
    wanted: Role,
) -> Result<(Company, Role), Error> {
    let company = Company::find(db, company_id)?;
    if *company.state == State::Merged {
        return Err(Error::NotFound);
    }
    let role = match account.is_admin() {
        true => Some(Role::Owner),
        false => members::role(db, company_id, account.id)?,
    };
    match role.filter(|role| role.includes(wanted)) {
        Some(role) => Ok((company, role)),
        None => Err(Error::NotFound),
    }
}

/// The same by the company's slug: the company whose page that is, or the claim to it that `account` made.
///
/// # Errors
/// 404.
pub fn find_named(
    db: &mut Db,
    account: &Account,
    named: &str,
    wanted: Role,
) -> Result<(Company, Role), Error> {
    let slug = slug(named);
    if let Some(company) = Company::with_slug(db, &slug)? {
        match find(db, account, company.id, wanted) {
            Err(Error::NotFound) => {}
            found => return found,
        }
    }
    let own = members::companies_of(db, account.id)?;
    own.into_iter()
        .find(|(company, role)| {
            company.slug == slug && *company.state == State::Waiting && role.includes(wanted)
        })
        .ok_or(Error::NotFound)
}

impl FromRequest for Member {
    type Error = Error;
    type Future = LocalBoxFuture<'static, Result<Self, Error>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let board = Board::of(request);
        let id = request.match_info().query("company").parse();
        let signed_in = SignedIn::from_request(request, payload);
        Box::pin(async move {
            let signed_in = signed_in.await?;
            let id: i64 = id.map_err(|_| Error::NotFound)?;
            let account = signed_in.account.clone();
            let (company, role) = board?
                .read(move |db| find(db, &account, id, Role::Recruiter))
                .await?;
            Ok(Self {
                company,
                role,
                signed_in,
            })
        })
    }
}

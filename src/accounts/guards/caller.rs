//! The guards of the API. Whoever calls shows a session's cookie, a session's token as
//! `Authorization: Bearer`, or an API token the same way.

use std::ops::Deref;

use actix_web::{FromRequest, HttpRequest, dev::Payload};
use futures_util::future::LocalBoxFuture;

use super::Visitor;
use crate::{
    accounts::account::Account,
    http::{error::Error, facts::Facts},
    platform::i18n::Message,
};

/// An account; others are told to authenticate.
#[derive(Clone, Debug)]
pub struct Caller(pub Account);

/// An account, by something that may change what is the account's.
#[derive(Clone, Debug)]
pub struct Writer(pub Account);

/// An administrator; to every other account the address does not exist.
#[derive(Clone, Debug)]
pub struct AdminCaller(pub Account);

/// An administrator, by something that may change what administrators may.
#[derive(Clone, Debug)]
pub struct AdminWriter(pub Account);

const UNKNOWN: Message = Message::new("accounts-api-unknown");
const GUEST: Message = Message::new("accounts-api-guest");

impl FromRequest for Caller {
    type Error = Error;
    type Future = LocalBoxFuture<'static, Result<Self, Error>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let request = request.clone();
        Box::pin(async move { Ok(Self(known(&request).await?.0)) })
    }
}

impl FromRequest for Writer {
    type Error = Error;
    type Future = LocalBoxFuture<'static, Result<Self, Error>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let request = request.clone();
        Box::pin(async move {
            match known(&request).await? {
                (_, true) => Err(Error::ReadOnlyToken),
                (account, false) => Ok(Self(account)),
            }
        })
    }
}

impl FromRequest for AdminCaller {
    type Error = Error;
    type Future = LocalBoxFuture<'static, Result<Self, Error>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let request = request.clone();
        Box::pin(async move { Ok(Self(administrator(&request).await?.0)) })
    }
}

impl FromRequest for AdminWriter {
    type Error = Error;
    type Future = LocalBoxFuture<'static, Result<Self, Error>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let request = request.clone();
        Box::pin(async move {
            match administrator(&request).await? {
                (_, true) => Err(Error::ReadOnlyToken),
                (account, false) => Ok(Self(account)),
            }
        })
    }
}

/// The administrator who calls, and whether it is with something that may only read.
async fn administrator(request: &HttpRequest) -> Result<(Account, bool), Error> {
    let (account, is_read_only) = known(request).await?;
    if !account.is_admin() {
        let origin = Facts::origin_of(request);
        origin.by(account.id).refused("administrators_only");
        return Err(Error::NotFound);
    }
    Ok((account, is_read_only))
}

/// Whoever calls, and whether it is with something that may only read.
async fn known(request: &HttpRequest) -> Result<(Account, bool), Error> {
    let visitor = Visitor::of(request).await?;
    let account = visitor.account.ok_or(Error::Unauthorized(UNKNOWN))?;
    if account.is_guest {
        return Err(Error::Unauthorized(GUEST));
    }
    Ok((account, visitor.is_read_only))
}

impl Deref for Caller {
    type Target = Account;

    fn deref(&self) -> &Account {
        &self.0
    }
}

impl Deref for Writer {
    type Target = Account;

    fn deref(&self) -> &Account {
        &self.0
    }
}

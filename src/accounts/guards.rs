//! The guards. A handler's arguments say who may call it: anyone ([`Visitor`]), an account
//! ([`SignedIn`]), an administrator ([`Admin`]). Guests are accounts where the endpoint says so. A browser shows a cookie; a program, below `/api/`,
//! may show the same token as `Authorization: Bearer`, and then it must be fresh, or an API token. Its
//! guards are in [`caller`](super::caller).

pub mod caller;
pub mod sent;

use std::ops::Deref;

use actix_web::{FromRequest, HttpMessage, HttpRequest, dev::Payload, http::Method};
use chrono::NaiveDateTime;
use futures_util::future::LocalBoxFuture;

use super::{
    account::Account,
    sessions::{cookie, session::Session, token},
    tokens::api_token::{self, ApiToken, Scope},
};
use crate::{
    accounts::state::State,
    http::{
        board::Board,
        endpoint,
        error::Error,
        facts::Facts,
        surface,
        viewer::{RenewedCookie, Viewer},
    },
};

/// Whoever asks: somebody signed in, or nobody.
///
/// A database that cannot be asked is an error, never "nobody": a person must not be shown the
/// sign-in page because a disk is full.
#[derive(Clone, Debug, Default)]
pub struct Visitor {
    pub account: Option<Account>,
    /// The session this request came with.
    pub session: Option<Session>,
    /// Whether it came with an API token that may not change anything.
    pub is_read_only: bool,
}

/// An account; others are sent to the sign-in page, and guests to choose a password first.
#[derive(Clone, Debug)]
pub struct SignedIn {
    pub account: Account,
    pub session: Session,
}

/// An administrator; to everyone else the address does not exist.
#[derive(Clone, Debug)]
pub struct Admin(pub SignedIn);

impl Visitor {
    pub fn is_admin(&self) -> bool {
        self.account.as_ref().is_some_and(Account::is_admin)
    }

    /// Who `request` comes from; asked of the database once a request.
    pub async fn of(request: &HttpRequest) -> Result<Self, Error> {
        if let Some(known) = request.extensions().get::<Self>() {
            return Ok(known.clone());
        }
        let visitor = Self::look_up(request).await?;
        request.extensions_mut().insert(visitor.clone());
        Ok(visitor)
    }

    async fn look_up(request: &HttpRequest) -> Result<Self, Error> {
        let board = Board::of(request)?;
        let now = board.clock.now();
        let bearer = surface::bearer_token(request);
        if let Some(token) = bearer.filter(|token| token.starts_with(api_token::PREFIX)) {
            return Self::with_api_token(&board, token.to_owned(), now).await;
        }
        let read = match bearer {
            Some(token) => {
                let claims = State::of(&board)?.tokens.read(token, now);
                let fresh = claims.filter(|claims| claims.is_fresh(now));
                fresh.map(|claims| (None, claims))
            }
            None => cookie::read(&board, request.headers(), now)?
                .map(|(name, claims)| (Some(name), claims)),
        };
        let Some((cookie_name, claims)) = read else {
            return Ok(Self::default());
        };
        let issued_at = claims.iat;
        let found = board
            .read(move |db| {
                let found = Session::find(db, &claims, now)?;
                if let Some((session, _)) = &found {
                    session.touch(db, now)?;
                }
                Ok(found)
            })
            .await?;
        let Some((session, account)) = found else {
            return Ok(Self::default());
        };
        let is_old = now.and_utc().timestamp() - issued_at > token::LIFETIME / 2;
        if let Some(name) = cookie_name.filter(|_| is_old) {
            let cookie = session.cookie(&board, name, now)?;
            request.extensions_mut().insert(RenewedCookie(cookie));
        }
        Ok(Self {
            account: Some(account),
            session: Some(session),
            is_read_only: false,
        })
    }

    async fn with_api_token(
        board: &Board,
        token: String,
        now: NaiveDateTime,
    ) -> Result<Self, Error> {
        let found = board
            .read(move |db| {
                let found = ApiToken::find(db, &token)?;
                if let Some((token, _)) = &found {
                    token.touch(db, now)?;
                }
                Ok(found)
            })
            .await?;
        Ok(found.map_or_else(Self::default, |(token, account)| Self {
            account: Some(account),
            session: None,
            is_read_only: *token.scope == Scope::Read,
        }))
    }
}

impl FromRequest for Visitor {
    type Error = Error;
    type Future = LocalBoxFuture<'static, Result<Self, Error>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let request = request.clone();
        Box::pin(async move { Self::of(&request).await })
    }
}

impl FromRequest for SignedIn {
    type Error = Error;
    type Future = LocalBoxFuture<'static, Result<Self, Error>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let request = request.clone();
        Box::pin(async move {
            match Visitor::of(&request).await? {
                Visitor {
                    account: Some(account),
                    session: Some(session),
                    ..
                } => match account.is_guest && !endpoint::is_open_to_guests(&request) {
                    true => Err(Error::ChoosePasswordFirst {
                        next: return_address(&request),
                    }),
                    false => Ok(Self { account, session }),
                },
                _ => Err(Error::SignInFirst {
                    next: return_address(&request),
                }),
            }
        })
    }
}

impl FromRequest for Admin {
    type Error = Error;
    type Future = LocalBoxFuture<'static, Result<Self, Error>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let signed_in = SignedIn::from_request(request, payload);
        let origin = Facts::origin_of(request);
        Box::pin(async move {
            let signed_in = signed_in.await?;
            if signed_in.is_admin() {
                Ok(Self(signed_in))
            } else {
                origin.by(signed_in.id).refused("administrators_only");
                Err(Error::NotFound)
            }
        })
    }
}

impl Deref for SignedIn {
    type Target = Account;

    fn deref(&self) -> &Account {
        &self.account
    }
}

impl Deref for Admin {
    type Target = Account;

    fn deref(&self) -> &Account {
        &self.0
    }
}

/// Where to come back to after signing in: this page, or for a form the page it was on.
fn return_address(request: &HttpRequest) -> String {
    if matches!(*request.method(), Method::GET | Method::HEAD) {
        return request.uri().to_string();
    }
    "/dashboard".into()
}

impl From<&Account> for Viewer {
    fn from(account: &Account) -> Self {
        Self {
            id: account.id,
            name: account.name.clone(),
            email: account.email.clone(),
            is_admin: account.is_admin(),
        }
    }
}

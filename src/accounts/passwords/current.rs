//! Asking for the current password before something that a stolen session must not do: changing how
//! one signs in, making what others sign in with, giving power away, deleting the account.

use super::attempt::{Attempt, confirm};
use crate::{
    accounts::guards::SignedIn,
    http::{error::Error, page::Page},
    platform::{i18n::Message, limits::Wait},
};
use actix_web::http::StatusCode;

/// Why the password that was typed does not count.
pub enum Refusal {
    Wrong,
    TooMany(Wait),
}

/// Nothing where `typed` is the password of whoever is signed in.
///
/// # Errors
/// 429 when too many are waiting for their passwords to be checked.
pub async fn refusal(
    page: &Page,
    signed_in: &SignedIn,
    typed: &str,
) -> Result<Option<Refusal>, Error> {
    Ok(match confirm(page, signed_in, typed).await? {
        Attempt::Right(()) => None,
        Attempt::Wrong => Some(Refusal::Wrong),
        Attempt::Throttled(wait) => Some(Refusal::TooMany(wait)),
    })
}

impl Refusal {
    /// The message at the field.
    pub fn message(&self) -> Message {
        match self {
            Self::Wrong => Message::new("accounts-not-your-password"),
            Self::TooMany(wait) => wait.message(),
        }
    }

    /// `page` with the status that says so.
    pub fn mark(&self, page: Page) -> Page {
        match self {
            Self::Wrong => page.status(StatusCode::UNPROCESSABLE_ENTITY),
            Self::TooMany(wait) => page.too_many(*wait),
        }
    }
}

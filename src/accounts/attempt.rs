//! Trying a password: counted, and as slow for an unknown address as for a known one.

use super::{account::Account, hasher::Checked, password::Password, throttle::Wait};
use crate::{error::Error, web::page::Page};

/// The end of trying to sign in with a password.
pub enum Attempt {
    Right(Account),
    Wrong,
    Throttled(Wait),
}

/// Tries `password` for the account of `email`, counting the try. Takes as long where there is no
/// such account.
///
/// # Errors
/// 429 when too many are waiting for their passwords to be checked.
pub async fn attempt(page: &Page, email: &str, password: Password) -> Result<Attempt, Error> {
    if let Err(wait) = page.board.throttle.sign_in(page.address, email) {
        page.board.metrics.sign_in("throttled");
        page.origin().refused("sign_in_throttled");
        return Ok(Attempt::Throttled(wait));
    }
    let account = if password.is_too_long() {
        None
    } else {
        authenticate(page, email, password).await?
    };
    Ok(match account {
        Some(account) => {
            page.board.metrics.sign_in("right");
            Attempt::Right(account)
        }
        None => {
            page.board.metrics.sign_in("wrong");
            page.origin().refused("sign_in_refused");
            Attempt::Wrong
        }
    })
}

/// The account with this email and password.
async fn authenticate(
    page: &Page,
    email: &str,
    password: Password,
) -> Result<Option<Account>, Error> {
    let email = email.to_owned();
    let db = &page.board.db;
    let account = db
        .read(move |db| Ok(Account::find_by_email(db, &email)?))
        .await?
        .filter(|account| account.disabled_at.is_none());
    let stored = account
        .as_ref()
        .map(|account| account.password_hash.clone());
    let Checked { matches, upgraded } = page.board.hasher.check(password, stored).await?;
    let account = account.filter(|_| matches);
    if let (Some(account), Some(hash)) = (account.clone(), upgraded) {
        db.write(move |db| Ok(account.set_password_hash(db, &hash)?))
            .await?;
    }
    Ok(account)
}

//! Trying a password, wherever one is asked for: counted, logged, and as slow for an unknown address as
//! for a known one.

use super::{
    password::Password,
    tries::{Source, Try},
};
use crate::accounts::state::State;
use crate::{
    accounts::{account::Account, guards::SignedIn, sign_in::known_device},
    http::{error::Error, page::Page},
    platform::limits::Wait,
};

/// The end of trying a password.
pub enum Attempt<T> {
    Right(T),
    Wrong,
    Throttled(Wait),
}

/// Tries to sign in to the account of `email` with `password`. Takes as long where there is no such
/// account.
///
/// # Errors
/// 429 when too many are waiting for their passwords to be checked.
pub async fn attempt(
    page: &Page,
    email: &str,
    password: Password,
) -> Result<Attempt<Account>, Error> {
    let asked = email.to_owned();
    let account = page
        .board
        .read(move |db| Ok(Account::find_by_email(db, &asked)?))
        .await?
        .filter(|account| account.disabled_at.is_none());
    let tried = try_password(page, email, account.as_ref(), password).await?;
    let outcome = match (tried, account) {
        (Attempt::Right(upgraded), Some(account)) => Attempt::Right(Account {
            password_hash: upgraded.unwrap_or(account.password_hash),
            ..account
        }),
        (Attempt::Throttled(wait), _) => Attempt::Throttled(wait),
        _ => Attempt::Wrong,
    };
    let (metric, refusal) = match outcome {
        Attempt::Right(_) => ("right", None),
        Attempt::Wrong => ("wrong", Some("sign_in_refused")),
        Attempt::Throttled(_) => ("throttled", Some("sign_in_throttled")),
    };
    page.board.metrics.sign_in(metric);
    if let Some(refusal) = refusal {
        page.origin().refused(refusal);
    }
    Ok(outcome)
}

/// Tries `typed` as the password of whoever is signed in. It counts like a try to sign in, so that a
/// stolen session cannot be used to guess the password.
///
/// # Errors
/// Those of [`attempt`].
pub async fn confirm(page: &Page, signed_in: &SignedIn, typed: &str) -> Result<Attempt<()>, Error> {
    let account = &signed_in.account;
    let password = Password::new(typed);
    Ok(
        match try_password(page, &account.email, Some(account), password).await? {
            Attempt::Right(_) => Attempt::Right(()),
            Attempt::Wrong => {
                page.origin().refused("password_refused");
                Attempt::Wrong
            }
            Attempt::Throttled(wait) => {
                page.origin().refused("password_throttled");
                Attempt::Throttled(wait)
            }
        },
    )
}

/// Charges a try for `account`: to the browser, where it was signed in to the account before, and where
/// it is not known, or has used its own limit up, to the network. So nobody fares worse for being known.
pub async fn charge(
    page: &Page,
    account: Option<&Account>,
    as_try: impl Fn(&Source) -> Try,
) -> Result<Result<(Try, Source), Wait>, Error> {
    let known = account.and_then(|account| known_device::id(&page.board, page.headers(), account));
    if let Some(id) = known {
        let source = Source::Device(id);
        let tried = as_try(&source);
        if tried.charge_at_once(&page.board).await?.is_ok() {
            return Ok(Ok((tried, source)));
        }
    }
    let source = Source::Network(page.address);
    let tried = as_try(&source);
    let charged = tried.charge_at_once(&page.board).await?;
    Ok(charged.map(|()| (tried, source)))
}

/// Where the password is right, the hash that was stored in place of an outdated one.
async fn try_password(
    page: &Page,
    email: &str,
    account: Option<&Account>,
    password: Password,
) -> Result<Attempt<Option<String>>, Error> {
    // An empty field is no guess.
    if password.is_empty() {
        return Ok(Attempt::Wrong);
    }
    let board = &page.board;
    let limits = &board.config.limits;
    let password_try = |source: &Source| Try::password(limits, email, source);
    let (tried, source) = match charge(page, account, password_try).await? {
        Ok(charged) => charged,
        Err(wait) => return Ok(Attempt::Throttled(wait)),
    };
    if password.is_too_long() {
        return Ok(Attempt::Wrong);
    }
    let stored = account.map(|account| account.password_hash.clone());
    let checked = State::of(board)?
        .hasher
        .check(password, stored, email, &source)
        .await;
    if checked.as_ref().is_ok_and(|checked| !checked.matches) {
        return Ok(Attempt::Wrong);
    }
    let upgraded = checked
        .as_ref()
        .ok()
        .and_then(|checked| checked.upgraded.clone());
    let account = account.cloned();
    // The password was right, or nobody had the time to look at it.
    board
        .write(move |db| {
            tried.refund(db)?;
            if let (Some(account), Some(hash)) = (account, upgraded) {
                account.set_password_hash(db, &hash)?;
            }
            Ok(())
        })
        .await?;
    Ok(Attempt::Right(checked?.upgraded))
}

//! Browsers that somebody signed in with before, known by a cookie of their own. A wrong password from
//! such a browser counts apart, so that a stranger who tries passwords does not lock the owner out
//! (OWASP, "Slow Down Online Guessing Attacks with Device Cookies").

use std::borrow::Cow;

use actix_web::{
    cookie::{Cookie, SameSite, time},
    http::header::HeaderMap,
};

use crate::{
    accounts::account::Account,
    http::board::Board,
    http::{cookies, error::Error},
    platform::{
        config::Config,
        secrets::{Seal, random_text},
    },
};

/// How long a browser is known after its last sign-in.
const LIFETIME: time::Duration = time::Duration::days(365);

/// The id by which a browser with these `headers` is known to `account`. The cookie is sealed for the
/// account and its present password: a new password makes every browser a stranger.
pub fn id(board: &Board, headers: &HeaderMap, account: &Account) -> Option<String> {
    let sealed = cookies::value(headers, &cookie_name(&board.config))?;
    let opened = board.keys.open(Seal::KnownDevice(account.id), sealed)?;
    let (id, password) = opened.split_once(' ')?;
    (password == account.password_fingerprint()).then(|| id.to_owned())
}

/// The cookie that makes the browser with these `headers` known to `account`; it keeps the id it has.
pub fn cookie(
    board: &Board,
    headers: &HeaderMap,
    account: &Account,
) -> Result<Cookie<'static>, Error> {
    let id = match id(board, headers, account) {
        Some(id) => id,
        None => random_text(12).map_err(Error::internal)?,
    };
    let text = format!("{id} {}", account.password_fingerprint());
    let sealed = board.keys.seal(Seal::KnownDevice(account.id), &text);
    let sealed = sealed.map_err(Error::internal)?;
    Ok(Cookie::build(cookie_name(&board.config), sealed)
        .path("/")
        .secure(board.config.is_https())
        .http_only(true)
        .same_site(SameSite::Lax)
        .max_age(LIFETIME)
        .finish())
}

fn cookie_name(config: &Config) -> Cow<'static, str> {
    config.cookie_name("known_device")
}

//! The cookie of a session, and what it is called. Cookies know no ports: of two boards on one host, the
//! second finds the cookie of the first under the plain name, and takes one with its port in it, so that
//! neither signs the other's people out.

use std::borrow::Cow;

use actix_web::{
    cookie::{Cookie, SameSite, time},
    http::header::HeaderMap,
};
use chrono::NaiveDateTime;

use super::token::Claims;
use crate::{
    accounts::state::State,
    http::{board::Board, cookies, error::Error},
    platform::config::Config,
};

/// The plain name. `__Host-` pins a cookie to this host over TLS; browsers drop that prefix on plain http.
pub fn name(config: &Config) -> &'static str {
    if config.is_https() {
        "__Host-access_token"
    } else {
        "access_token"
    }
}

/// The name beside another board on this host.
fn name_with_port(config: &Config) -> Option<Cow<'static, str>> {
    let port = config.base_url.port()?;
    Some(format!("{}_{port}", name(config)).into())
}

/// The name and the claims of the cookie that this board gave the browser which sends `headers`.
///
/// # Errors
/// When accounts are not installed.
pub fn read(
    board: &Board,
    headers: &HeaderMap,
    now: NaiveDateTime,
) -> Result<Option<(Cow<'static, str>, Claims)>, Error> {
    let tokens = &State::of(board)?.tokens;
    let plain = Cow::Borrowed(name(&board.config));
    let mut names = [plain].into_iter().chain(name_with_port(&board.config));
    Ok(names.find_map(|name| {
        let claims = tokens.read(cookies::value(headers, &name)?, now)?;
        Some((name, claims))
    }))
}

/// What this board calls its cookie in the browser which sends `headers`.
///
/// # Errors
/// Those of [`read`].
pub fn name_for(
    board: &Board,
    headers: &HeaderMap,
    now: NaiveDateTime,
) -> Result<Cow<'static, str>, Error> {
    if let Some((name, _)) = read(board, headers, now)? {
        return Ok(name);
    }
    let plain = name(&board.config);
    let is_taken = cookies::is_sent(headers, plain);
    let with_port = name_with_port(&board.config).filter(|_| is_taken);
    Ok(with_port.unwrap_or(plain.into()))
}

/// The cookie that makes the browser which sends `headers` forget its session.
///
/// # Errors
/// Those of [`read`].
pub fn removal(
    board: &Board,
    headers: &HeaderMap,
    now: NaiveDateTime,
) -> Result<Cookie<'static>, Error> {
    let name = name_for(board, headers, now)?;
    Ok(make(&board.config, name, String::new(), 0))
}

/// A cookie that lives for `max_age` seconds.
pub fn make(
    config: &Config,
    name: Cow<'static, str>,
    value: String,
    max_age: i64,
) -> Cookie<'static> {
    Cookie::build(name, value)
        .path("/")
        .secure(config.is_https())
        .http_only(true)
        .same_site(SameSite::Lax)
        .max_age(time::Duration::seconds(max_age))
        .finish()
}

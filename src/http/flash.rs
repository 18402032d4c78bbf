//! A sentence shown once, on the page after a redirect. The cookie holds the name of a sentence and
//! never its text, so nobody can put words on a page.

use actix_web::{
    cookie::{Cookie, SameSite, time},
    http::header::HeaderMap,
};

use super::{cookies, feature::Feature};
use crate::platform::i18n::Message;

pub const COOKIE: &str = "notice";

/// What there is to say after something was done. Each feature names its own.
#[derive(Clone, Copy, Debug)]
pub struct Notice {
    /// What the cookie holds.
    name: &'static str,
    message: fn() -> Message,
}

impl Notice {
    pub const fn new(name: &'static str, message: fn() -> Message) -> Self {
        Self { name, message }
    }

    /// What it says.
    pub fn message(self) -> Message {
        (self.message)()
    }

    /// The cookie that carries the notice to the next page.
    pub fn cookie(self, secure: bool) -> Cookie<'static> {
        build(self.name, secure, time::Duration::minutes(1))
    }

    /// The notice of one of `features` that a request with these `headers` carries.
    pub fn of(headers: &HeaderMap, features: &[Feature]) -> Option<Self> {
        let name = cookies::value(headers, COOKIE)?;
        let mut all = features.iter().flat_map(|feature| feature.notices);
        all.find(|notice| notice.name == name).copied()
    }
}

/// What was typed is stored.
pub const SAVED: Notice = Notice::new("saved", || Message::new("http-notice-saved"));

/// The cookie that takes the notice away, once it was shown.
pub fn shown(secure: bool) -> Cookie<'static> {
    build("", secure, time::Duration::ZERO)
}

fn build(value: &'static str, secure: bool, max_age: time::Duration) -> Cookie<'static> {
    Cookie::build(COOKIE, value)
        .path("/")
        .secure(secure)
        .http_only(true)
        .same_site(SameSite::Lax)
        .max_age(max_age)
        .finish()
}

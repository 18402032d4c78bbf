//! A sentence shown once, on the page after a redirect. The cookie holds the name of a sentence and
//! never its text, so nobody can put words on a page.

use std::borrow::Cow;

use actix_web::{
    cookie::{Cookie, SameSite, time},
    http::header::HeaderMap,
};

use super::{cookies, feature::Feature};
use crate::platform::{config::Config, i18n::Message};

/// What the cookie is called.
pub fn cookie_name(config: &Config) -> Cow<'static, str> {
    config.cookie_name("notice")
}

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
    pub fn cookie(self, config: &Config) -> Cookie<'static> {
        build(self.name, config, time::Duration::minutes(1))
    }

    /// The notice of one of `features` that a request with these `headers` carries.
    pub fn of(headers: &HeaderMap, config: &Config, features: &[Feature]) -> Option<Self> {
        let name = cookies::value(headers, &cookie_name(config))?;
        let mut all = features.iter().flat_map(|feature| feature.notices);
        all.find(|notice| notice.name == name).copied()
    }
}

/// What was typed is stored.
pub const SAVED: Notice = Notice::new("saved", || Message::new("http-notice-saved"));

/// The cookie that takes the notice away, once it was shown.
pub fn shown(config: &Config) -> Cookie<'static> {
    build("", config, time::Duration::ZERO)
}

fn build(value: &'static str, config: &Config, max_age: time::Duration) -> Cookie<'static> {
    Cookie::build(cookie_name(config), value)
        .path("/")
        .secure(config.is_https())
        .http_only(true)
        .same_site(SameSite::Lax)
        .max_age(max_age)
        .finish()
}

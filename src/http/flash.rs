//! A sentence shown once, on the page after a redirect. The cookie holds the name of a sentence, perhaps
//! numbers, and never its text, so nobody can put words on a page.

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
    says: Says,
    numbers: [u64; 2],
}

/// How a notice makes its sentence.
#[derive(Clone, Copy, Debug)]
enum Says {
    Always(fn() -> Message),
    /// How many were changed, and how many were not.
    Counts(fn(u64, u64) -> Message),
    /// What was done to the thing of this id, and the address of a form that takes it back.
    Undoable(fn() -> Message, fn(u64) -> String),
}

impl Notice {
    pub const fn new(name: &'static str, message: fn() -> Message) -> Self {
        Self::saying(name, Says::Always(message))
    }

    /// One that says how many were changed, and how many were not.
    pub const fn counting(name: &'static str, message: fn(u64, u64) -> Message) -> Self {
        Self::saying(name, Says::Counts(message))
    }

    /// One with a button that takes back what was done. `undo` gives the address that it sends a form to.
    pub const fn undoable(
        name: &'static str,
        message: fn() -> Message,
        undo: fn(u64) -> String,
    ) -> Self {
        Self::saying(name, Says::Undoable(message, undo))
    }

    const fn saying(name: &'static str, says: Says) -> Self {
        Self {
            name,
            says,
            numbers: [0; 2],
        }
    }

    /// The same of so many.
    pub fn of_many(self, changed: usize, left: usize) -> Self {
        let numbers = [changed, left].map(|number| number.try_into().unwrap_or(0));
        Self { numbers, ..self }
    }

    /// The same of the thing with this id.
    pub fn about(self, id: i64) -> Self {
        let numbers = [id.try_into().unwrap_or(0), 0];
        Self { numbers, ..self }
    }

    /// What it says.
    pub fn message(self) -> Message {
        let [first, second] = self.numbers;
        match self.says {
            Says::Always(message) | Says::Undoable(message, _) => message(),
            Says::Counts(message) => message(first, second),
        }
    }

    /// Where a form takes back what was done.
    pub fn undo(self) -> Option<String> {
        match self.says {
            Says::Undoable(_, undo) if self.numbers[0] > 0 => Some(undo(self.numbers[0])),
            _ => None,
        }
    }

    /// The cookie that carries the notice to the next page.
    pub fn cookie(self, config: &Config) -> Cookie<'static> {
        let value = match (self.says, self.numbers) {
            (Says::Always(_), _) => self.name.to_owned(),
            (_, [first, second]) => format!("{}.{first}.{second}", self.name),
        };
        build(value, config, time::Duration::minutes(1))
    }

    /// The notice of one of `features` that a request with these `headers` carries.
    pub fn sent(headers: &HeaderMap, config: &Config, features: &[Feature]) -> Option<Self> {
        let value = cookies::value(headers, &cookie_name(config))?;
        let mut parts = value.split('.');
        let name = parts.next()?;
        let mut all = features.iter().flat_map(|feature| feature.notices);
        let notice = *all.find(|notice| notice.name == name)?;
        let numbers = match notice.says {
            Says::Always(_) => [0; 2],
            _ => [number(parts.next()?)?, number(parts.next()?)?],
        };
        let is_whole = parts.next().is_none();
        is_whole.then_some(Self { numbers, ..notice })
    }
}

/// A number as [`Notice::cookie`] writes it; nothing else that Rust would read as one.
fn number(text: &str) -> Option<u64> {
    let number: u64 = text.parse().ok()?;
    let is_ours = number.to_string() == text && i64::try_from(number).is_ok();
    is_ours.then_some(number)
}

/// What was typed is stored.
pub const SAVED: Notice = Notice::new("saved", || Message::new("http-notice-saved"));

/// The cookie that takes the notice away, once it was shown.
pub fn shown(config: &Config) -> Cookie<'static> {
    build(String::new(), config, time::Duration::ZERO)
}

fn build(value: String, config: &Config, max_age: time::Duration) -> Cookie<'static> {
    Cookie::build(cookie_name(config), value)
        .path("/")
        .secure(config.is_https())
        .http_only(true)
        .same_site(SameSite::Lax)
        .max_age(max_age)
        .finish()
}

//! A notice as its cookie carries it.

use std::borrow::Cow;

use actix_web::{
    cookie::{Cookie, SameSite, time},
    http::header::HeaderMap,
};

use super::{Notice, Says};
use crate::{
    http::{board::Board, cookies},
    platform::{config::Config, secrets::Seal},
};

/// Most numbers that are read, and most ids.
const MOST_NUMBERS: usize = 64;

/// What the cookie is called.
pub fn cookie_name(config: &Config) -> Cow<'static, str> {
    config.cookie_name("notice")
}

impl Notice {
    /// The cookie that carries the notice to the next page of `viewer`.
    pub fn cookie(&self, board: &Board, viewer: Option<i64>) -> Cookie<'static> {
        let value = match self.says {
            Says::Always(_) => self.name.to_owned(),
            Says::Counts(..) => format!(
                "{}.{}.{}",
                self.name,
                joined(&self.numbers),
                joined(&self.ids)
            ),
            Says::About(..) => {
                let named = viewer.filter(|_| !self.what.is_empty());
                let sealed =
                    named.and_then(|viewer| board.keys.seal(Seal::Notice(viewer), &self.what).ok());
                format!(
                    "{}.{}.{}",
                    self.name,
                    joined(&self.ids),
                    sealed.unwrap_or_default()
                )
            }
        };
        build(value, &board.config, time::Duration::minutes(1))
    }

    /// The notice that a request of `viewer` with these `headers` carries.
    pub fn sent(headers: &HeaderMap, board: &Board, viewer: Option<i64>) -> Option<Self> {
        let value = cookies::value(headers, &cookie_name(&board.config))?;
        let mut parts = value.splitn(3, '.');
        let name = parts.next()?;
        let mut all = board.features.iter().flat_map(|feature| feature.notices);
        let mut notice = all.find(|notice| notice.name == name)?.clone();
        match notice.says {
            Says::Always(_) => {}
            Says::Counts(..) => {
                notice.numbers = numbers(parts.next()?)?;
                notice.ids = numbers(parts.next()?)?;
            }
            Says::About(..) => {
                notice.ids = numbers(parts.next()?)?;
                let sealed = parts.next()?;
                let open = |viewer| board.keys.open(Seal::Notice(viewer), sealed);
                notice.what = viewer.and_then(open).unwrap_or_default();
            }
        }
        parts.next().is_none().then_some(notice)
    }
}

fn joined(numbers: &[u64]) -> String {
    let numbers: Vec<String> = numbers.iter().map(ToString::to_string).collect();
    numbers.join("-")
}

/// Numbers as [`joined`] writes them; nothing else that Rust would read as some.
fn numbers(text: &str) -> Option<Vec<u64>> {
    if text.is_empty() {
        return Some(Vec::new());
    }
    let read: Option<Vec<u64>> = text
        .split('-')
        .take(MOST_NUMBERS)
        .map(|number| number.parse().ok())
        .collect();
    let is_ours = |numbers: &Vec<u64>| {
        joined(numbers) == text && numbers.iter().all(|number| i64::try_from(*number).is_ok())
    };
    read.filter(is_ours)
}

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

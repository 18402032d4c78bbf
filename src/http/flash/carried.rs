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
        let said = match self.says {
            Says::Always(_) => None,
            Says::Counts(..) => Some((&self.numbers, joined(&self.ids))),
            Says::About(..) => Some((&self.ids, self.what.clone())),
            Says::Until(..) => Some((&self.ids, format!("{}\n{}", self.what, self.until))),
        };
        let value = match said {
            None => self.name.to_owned(),
            Some((numbers, rest)) => {
                let said = format!("{}.{rest}", joined(numbers));
                let seal = |viewer| board.keys.seal(Seal::Notice(viewer), &said).ok();
                let sealed = viewer.and_then(seal).unwrap_or_default();
                format!("{}.{sealed}", self.name)
            }
        };
        build(value, &board.config, time::Duration::minutes(1))
    }

    /// The notice that a request of `viewer` with these `headers` carries.
    pub fn sent(headers: &HeaderMap, board: &Board, viewer: Option<i64>) -> Option<Self> {
        let value = cookies::value(headers, &cookie_name(&board.config))?;
        let (name, sealed) = match value.split_once('.') {
            Some((name, sealed)) => (name, Some(sealed)),
            None => (value, None),
        };
        let mut all = board.features.iter().flat_map(|feature| feature.notices);
        let mut notice = all.find(|notice| notice.name == name)?.clone();
        let open = |viewer| board.keys.open(Seal::Notice(viewer), sealed?);
        let said = viewer.and_then(open);
        let parts = said.as_deref().and_then(|said| said.split_once('.'));
        match notice.says {
            Says::Always(_) => return sealed.is_none().then_some(notice),
            Says::Counts(..) => {
                let (counted, ids) = parts?;
                (notice.numbers, notice.ids) = (numbers(counted)?, numbers(ids)?);
            }
            Says::About(..) | Says::Until(..) => {
                sealed?;
                // What it is about is not said to others.
                let (ids, said) = parts.unwrap_or_default();
                let (what, until) = said.split_once('\n').unwrap_or((said, ""));
                notice.ids = numbers(ids)?;
                (notice.what, notice.until) = (what.to_owned(), until.to_owned());
            }
        }
        Some(notice)
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

//! Abbreviations that somebody types, completed to what they are short for: `rn` to `Registered nurse`.

use super::{
    Kind,
    completing::{Completion, titled},
};
use crate::{
    http::error::Error,
    platform::{db::text_enum::TextEnum, i18n::Locale},
    search::lists::Lists,
};

/// Letters of an abbreviation.
const LONGEST_ABBREVIATION: usize = 6;

/// What the abbreviation `key` is short for, where jobs have it, each with their number.
///
/// # Errors
/// Those of the index.
pub fn spelled_out(
    lists: &mut Lists,
    key: &str,
    locale: Locale,
) -> Result<Vec<(i64, Completion)>, Error> {
    if key.len() > LONGEST_ABBREVIATION || key.contains(' ') {
        return Ok(Vec::new());
    }
    let mut found = Vec::new();
    for meant in lists.words.short_for(key) {
        let text = sentence_case(meant);
        let Some(query) = titled(&text, lists).into_iter().next() else {
            continue;
        };
        let jobs = query.count(lists)?;
        if jobs > 0 {
            let completion = Completion {
                text,
                called: Some(key.to_uppercase()),
                kind: locale.text(&Kind::Title.label()),
                href: query.address(),
            };
            found.push((i64::try_from(jobs).unwrap_or(i64::MAX), completion));
        }
    }
    Ok(found)
}

fn sentence_case(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(|first| first.to_uppercase());
    first.into_iter().flatten().chain(letters).collect()
}

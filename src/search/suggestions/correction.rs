//! The word that was meant, where one has a slip of the finger in it.

use diesel::prelude::*;

use super::{Kind, LAST, Suggestion};
use crate::{
    platform::{
        db::{Db, text_enum::TextEnum},
        schema::suggestions,
    },
    search::{index::slips, lists::Lists},
    text::words::{plain, stem},
};

/// Words that a misspelt one is compared with.
const MOST_WORDS_COMPARED: i64 = 4_000;

/// `text` with each word that neither a job nor the dictionary has replaced by a frequent one that is one slip
/// away; `None` where there is nothing to replace. Where the jobs are does not matter.
pub fn correct(lists: &mut Lists, text: &str) -> QueryResult<Option<String>> {
    let mut corrected = Vec::new();
    let mut changed = false;
    for typed in text.split_whitespace() {
        let words = plain(typed);
        let meant = match words.as_slice() {
            [word] if !typed.starts_with('-') => meant_by(lists, word)?,
            _ => None,
        };
        changed |= meant.is_some();
        corrected.push(meant.unwrap_or_else(|| typed.to_owned()));
    }
    Ok(changed.then(|| corrected.join(" ")))
}

/// The most frequent known word that is one slip away from `word`, else one that descriptions have, else one that
/// is two away, if `word` itself is unknown.
fn meant_by(lists: &mut Lists, word: &str) -> QueryResult<Option<String>> {
    let stem = &stem(word);
    if lists.words.has_word(stem) || lists.index.has_word(stem) {
        return Ok(None);
    }
    let mut candidates = slips::of(word);
    candidates.push(word.to_owned());
    let known: Vec<Suggestion> = suggestions::table
        .filter(suggestions::kind.eq(Kind::Word.as_str()))
        .filter(suggestions::key.eq_any(candidates))
        .order((suggestions::jobs.desc(), suggestions::key))
        .limit(20)
        .select(Suggestion::as_select())
        .load(lists.db)?;
    if known.iter().any(|suggestion| suggestion.key == word) {
        return Ok(None);
    }
    match known.into_iter().next() {
        Some(best) => Ok(Some(best.key)),
        None => {
            let described = lists.index.most_frequent(&slips::of(stem));
            if described.is_some() {
                return Ok(described);
            }
            let known = words_like(lists.db, word)?;
            Ok(slips::two_slips_away(word, known))
        }
    }
}

/// The known words that begin with the same letter as `word` and are about as long, the most frequent
/// first.
fn words_like(db: &mut Db, word: &str) -> QueryResult<Vec<String>> {
    let Some(first) = word.chars().next() else {
        return Ok(Vec::new());
    };
    let known: Vec<String> = suggestions::table
        .filter(suggestions::kind.eq(Kind::Word.as_str()))
        .filter(suggestions::key.ge(first.to_string()))
        .filter(suggestions::key.lt(format!("{first}{LAST}")))
        .order((suggestions::jobs.desc(), suggestions::key))
        .limit(MOST_WORDS_COMPARED)
        .select(suggestions::key)
        .load(db)?;
    let about_as_long = |known: &String| known.len().abs_diff(word.len()) <= 2;
    Ok(known.into_iter().filter(about_as_long).collect())
}

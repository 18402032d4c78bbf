//! The word that was meant, where one has a slip of the finger in it.

use std::cmp::Reverse;

use diesel::prelude::*;

use super::{Kind, LAST};
use crate::{
    platform::{
        db::{Db, text_enum::TextEnum},
        schema::suggestions,
    },
    search::{
        index::slips::{self, Slip},
        lists::Lists,
    },
    text::words::{plain, stem},
};

/// Words one slip away of which the likeliest is chosen.
const MOST_WORDS_WEIGHED: i64 = 50;

/// Words that a misspelt one is compared with.
const MOST_WORDS_COMPARED: i64 = 4_000;

/// `text` with each word that neither a job nor the dictionary has replaced by the likeliest one that is a slip
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

/// A word that may have been meant.
struct Candidate {
    word: String,
    jobs: i64,
}

/// The known word that is one slip away from `word`, else one that descriptions have, else one that is two away, if
/// `word` itself is unknown. Of several it is the likeliest.
fn meant_by(lists: &mut Lists, word: &str) -> QueryResult<Option<String>> {
    let stem = &stem(word);
    if lists.words.has_word(stem) || lists.index.has_word(stem) {
        return Ok(None);
    }
    let mut near = slips::of(word);
    near.push(word.to_owned());
    let known: Vec<Candidate> = suggestions::table
        .filter(suggestions::kind.eq(Kind::Word.as_str()))
        .filter(suggestions::key.eq_any(near))
        .order((suggestions::jobs.desc(), suggestions::key))
        .limit(MOST_WORDS_WEIGHED)
        .select((suggestions::key, suggestions::jobs))
        .load::<(String, i64)>(lists.db)?
        .into_iter()
        .map(Candidate::from)
        .collect();
    if known.iter().any(|candidate| candidate.word == word) {
        return Ok(None);
    }
    if let Some(meant) = likeliest(lists, word, known) {
        return Ok(Some(meant));
    }
    let described = lists.index.frequent(&slips::of(stem)).into_iter();
    if let Some(meant) = likeliest(lists, word, described.map(Candidate::from).collect()) {
        return Ok(Some(meant));
    }
    let like = slips::at_most_two_away(word, words_like(lists.db, word)?);
    // The most frequent come first.
    let like = like.into_iter().zip((0..).map(|place: i64| -place));
    Ok(likeliest(lists, word, like.map(Candidate::from).collect()))
}

/// Of these words one that titles or the dictionary have, before others; then the one that `typed` is the most usual
/// slip of, and then the most frequent.
fn likeliest(lists: &Lists, typed: &str, candidates: Vec<Candidate>) -> Option<String> {
    let rank = |candidate: &Candidate| {
        let stem = stem(&candidate.word);
        let is_trade = lists.words.has_word(&stem);
        let is_of_titles = is_trade || lists.index.is_in_titles(&stem);
        let slip = Slip::between(typed, &candidate.word);
        (!is_of_titles, slip, !is_trade, Reverse(candidate.jobs))
    };
    let likeliest = candidates.into_iter().min_by_key(rank)?;
    Some(likeliest.word)
}

impl From<(String, i64)> for Candidate {
    fn from((word, jobs): (String, i64)) -> Self {
        Self { word, jobs }
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

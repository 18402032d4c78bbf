//! The best hits first. Ranking all hits of a common word would read the whole index; the newest few
//! hundred are what somebody looks at, and of these the best.

use crate::{
    platform::i18n::Locale,
    search::{query::terms::Term, search_entry::SearchEntry},
    text::words::stems,
};

/// The newest hits that are ranked.
pub const CANDIDATES: usize = 300;

/// What a word is worth where it stands.
const IN_TITLE: u32 = 12;
const IN_TAGS: u32 = 5;
const IN_COMPANY: u32 = 3;
const IN_PLACE: u32 = 2;

/// The best of `newest` first; among equals the newer.
pub fn ranked(newest: Vec<SearchEntry>, terms: &[Term]) -> Vec<SearchEntry> {
    let wanted: Vec<String> = terms
        .iter()
        .filter(|term| !term.excluded)
        .flat_map(|term| stems(&term.text))
        .collect();
    let mut ranked: Vec<(u32, SearchEntry)> = newest
        .into_iter()
        .map(|listed| (score(&listed, &wanted), listed))
        .collect();
    ranked.sort_by_key(|(score, listed)| std::cmp::Reverse((*score, listed.position)));
    ranked.into_iter().map(|(_, listed)| listed).collect()
}

/// A title that is all about the words beats one that also mentions them.
fn score(listed: &SearchEntry, wanted: &[String]) -> u32 {
    let title = stems(&listed.title);
    let places = [
        (&title, IN_TITLE),
        (&stems(&listed.tags), IN_TAGS),
        (&stems(&listed.company), IN_COMPANY),
        (&stems(&listed.place(Locale::English)), IN_PLACE),
    ];
    let found: u32 = wanted
        .iter()
        .flat_map(|word| {
            places
                .iter()
                .filter(move |(words, _)| words.contains(word))
                .map(|(_, worth)| *worth)
        })
        .sum();
    let besides = title.iter().filter(|word| !wanted.contains(word)).count();
    found * 8 - u32::try_from(besides.min(7)).unwrap_or(7).min(found * 8)
}

//! What a search makes of some words, for whoever keeps the dictionary.

use std::collections::HashSet;

use serde::Serialize;

use super::{
    board_words::{BoardWords, lines_about},
    dictionary::{Dictionary, Line},
    filler,
};
use crate::text::words::{has_unspaced, stems};

/// A word, or several that are read together.
#[derive(Debug, Serialize)]
pub struct Explained<'a> {
    /// As they were typed.
    pub typed: String,
    /// What is found as well.
    pub same: Vec<&'a str>,
    /// What is found as well where it is in a title.
    pub related: Vec<&'a str>,
    /// The owner's lines about them; where there are some, those of the trade do not count.
    pub own_lines: Vec<&'a str>,
    pub trade_lines: Vec<&'a str>,
    /// Whether they are left out beside other words.
    pub is_filler: bool,
}

/// What each part of `typed` means.
pub fn explain<'a>(typed: &str, words: &'a BoardWords) -> Vec<Explained<'a>> {
    let mut explained = Vec::new();
    // Each word as the search reads it, with what was typed.
    let mut read: Vec<(String, &str)> = Vec::new();
    for typed in typed.split_whitespace() {
        if has_unspaced(typed) {
            explain_spaced(&read, words, &mut explained);
            read.clear();
            explained.push(Explained::of(typed.to_owned(), &stems(typed), words));
        } else {
            read.extend(stems(typed).into_iter().map(|word| (word, typed)));
        }
    }
    explain_spaced(&read, words, &mut explained);
    explained
}

fn explain_spaced<'a>(
    read: &[(String, &str)],
    words: &'a BoardWords,
    explained: &mut Vec<Explained<'a>>,
) {
    let plain: Vec<String> = read.iter().map(|(word, _)| word.clone()).collect();
    let mut at = 0;
    while at < read.len() {
        let length = words.longest(&plain[at..]).map_or(1, |(length, _)| length);
        let mut typed: Vec<&str> = read[at..at + length]
            .iter()
            .map(|(_, typed)| *typed)
            .collect();
        typed.dedup();
        let phrase = &plain[at..at + length];
        explained.push(Explained::of(typed.join(" "), phrase, words));
        at += length;
    }
}

impl<'a> Explained<'a> {
    fn of(typed: String, phrase: &[String], words: &'a BoardWords) -> Self {
        let own_lines = words.own_lines(phrase);
        let trade_lines = lines_about(Dictionary::text_of_the_trade(), phrase);
        let counts = match own_lines.as_slice() {
            [] => &trade_lines,
            own => own,
        };
        let (mut same, mut related) = (Vec::new(), Vec::new());
        for line in counts.iter().filter_map(|line| Line::read(line)) {
            same.extend(line.typed.into_iter().chain(line.same));
            related.extend(line.related);
        }
        // Several lines may say the same, and so does one with "nurse" and "nurses".
        let mut said = HashSet::from([phrase.to_vec()]);
        same.retain(|other| said.insert(stems(other)));
        related.retain(|other| said.insert(stems(other)));
        Self {
            typed,
            same,
            related,
            is_filler: phrase.iter().all(|word| filler::is_filler(word)),
            own_lines,
            trade_lines,
        }
    }
}

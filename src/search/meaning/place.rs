//! A place that is said in words: `jobs in London`, `nurse berlin`.

use std::ops::Range;

use super::{dictionary::Dictionary, filler};
use crate::text::{
    gazetteer::{self, Kind, Place},
    words::{plain, stem, stems},
};

/// Most words of a place.
const LONGEST: usize = 4;

/// A place whose name stands there alone has more inhabitants than this: smaller towns share their names with
/// too many things.
const LARGE: u32 = 300_000;

/// Words that come before a place.
const BEFORE: &[&str] = &["in", "near", "around", "en", "à", "bei"];

/// The words that name a place, and the place as it was typed: the last words that say something, or the
/// first. Behind `in` it may be any place; else it is one that nobody takes for something else.
pub fn said(typed: &[&str]) -> Option<(Range<usize>, String)> {
    let said = |typed: &&str| {
        plain(typed)
            .iter()
            .any(|word| !filler::is_filler(&stem(word)))
    };
    let first = typed.iter().position(said)?;
    let end = typed.iter().rposition(said)? + 1;
    // A word that says nothing may be part of a name: New York, Los Angeles.
    let last = (end.saturating_sub(LONGEST)..end).map(|begin| begin..end);
    let from = |first: usize| {
        let ends = first + 1..end.min(first + LONGEST + 1);
        ends.rev().map(move |end| first..end)
    };
    let mut ranges = last.chain(from(0)).chain(from(first));
    ranges.find_map(|at| named(typed, at))
}

/// The place that these words name.
fn named(typed: &[&str], at: Range<usize>) -> Option<(Range<usize>, String)> {
    let words = &typed[at.clone()];
    if words.iter().any(is_before) {
        return None;
    }
    let name = words.join(" ");
    let is_plain = words
        .iter()
        .all(|word| !word.starts_with('-') && !word.contains('"'));
    let place = gazetteer::resolve_asked(&name).filter(|_| is_plain)?;
    let before = at
        .start
        .checked_sub(1)
        .map(|before| typed[before].to_lowercase());
    let is_said = before.is_some_and(|before| BEFORE.contains(&before.as_str()));
    let is_clear = is_said || is_unmistakable(&place, &name);
    is_clear.then(|| (at.start - usize::from(is_said)..at.end, name))
}

fn is_before(typed: &&str) -> bool {
    BEFORE.contains(&typed.to_lowercase().as_str())
}

fn is_unmistakable(place: &Place, name: &str) -> bool {
    let words = stems(name);
    let is_trade = Dictionary::of_the_trade().longest(&words).is_some();
    let says_where = name.len() > place.name.len() && plain(name).starts_with(&plain(place.name));
    let is_known = place.kind != Kind::Town || place.population > LARGE || says_where;
    // Two letters are as often an abbreviation of the trade.
    is_known
        && !is_trade
        && (name.len() > 2 || matches!(name.to_uppercase().as_str(), "UK" | "US" | "SF"))
}

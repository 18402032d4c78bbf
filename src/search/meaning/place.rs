//! A place that is said in words: `jobs in London`, `nurse berlin`, `sales EMEA`.

use std::ops::Range;

use super::{codes, dictionary::Dictionary, filler};
use crate::{
    search::query::{Known, Location, may_part},
    text::{
        gazetteer::{
            self, Kind, Place,
            areas::{self, is_clear_name},
        },
        words::{plain, stem, stems},
    },
};

/// Most words of a place.
const LONGEST: usize = 4;

/// A place whose name stands there alone has more inhabitants than this: smaller towns share their names with
/// too many things.
const LARGE: u32 = 300_000;

/// The same of a region, for which its towns count: German is a parish of the Isle of Man.
const LARGE_REGION: u32 = 50_000;

/// Words that come before a place.
const BEFORE: &[&str] = &["in", "near", "around", "en", "à", "bei"];

/// A place, and the words that say it.
pub struct Said {
    pub words: Range<usize>,
    pub place: Location,
}

/// The words that name a place: the last words that say something, or the first. Behind `in` it may be any place;
/// else it is one that nobody takes for something else.
pub fn said(typed: &[&str]) -> Option<Said> {
    let first = typed.iter().position(says_something)?;
    let end = typed.iter().rposition(says_something)? + 1;
    // A word that says nothing may be part of a name: New York, Los Angeles.
    let last = (end.saturating_sub(LONGEST)..end).map(|begin| begin..end);
    let from = |first: usize| {
        let ends = first + 1..end.min(first + LONGEST + 1);
        ends.rev().map(move |end| first..end)
    };
    let mut ranges = last.chain(from(0)).chain(from(first));
    ranges
        .find_map(|at| named(typed, at))
        .or_else(|| coded(typed))
}

/// The longest place that these words begin with, and how many of them name it.
pub fn beginning(typed: &[&str]) -> Option<(usize, Location)> {
    let lengths = (1..=typed.len().min(LONGEST)).rev();
    lengths.into_iter().find_map(|length| {
        let words = &typed[..length];
        let is_name = words.iter().all(is_plain) && words.iter().any(says_something);
        Some((length, called(&words.join(" ")).filter(|_| is_name)?))
    })
}

/// The longest place that these words from `at` on name, with the words that belong to it, and whether it is meant
/// wherever it stands. Words that `say_more` are no part of a name.
pub fn at(typed: &[&str], at: usize, say_more: impl Fn(&[&str]) -> bool) -> Option<(Said, bool)> {
    let lengths = (1..=LONGEST.min(typed.len() - at)).rev();
    lengths.into_iter().find_map(|length| {
        let words = at..at + length;
        let listed = &typed[words.clone()];
        let is_list = listed.iter().any(|word| may_part(word)) && !is_name(&listed.join(" "));
        if is_list || say_more(listed) {
            return None;
        }
        if let Some(said) = named(typed, words.clone()) {
            return Some((said, true));
        }
        let (found, place) = beginning(listed)?;
        let is_code = length == 1 && codes::may_be_meant(typed[at]);
        (found == length && !is_code).then_some((Said { words, place }, false))
    })
}

/// Whether a known place is called so: `Trinidad and Tobago`, `UK and Ireland`.
fn is_name(name: &str) -> bool {
    let Some(found) = called(name) else {
        return false;
    };
    let area = found.area().map(|area| area.is_called(name));
    let place = found.place();
    area.or(place.map(|place| gazetteer::is_called(&place, name))) == Some(true)
}

/// Whether a word says something.
pub fn says_something(typed: &&str) -> bool {
    let words = plain(typed);
    words.iter().any(|word| !filler::is_filler(&stem(word)))
}

/// The longest place that these words end in and that is meant there.
pub fn ending(typed: &[&str]) -> Option<Said> {
    let end = typed.len();
    (end.saturating_sub(LONGEST)..end).find_map(|begin| named(typed, begin..end))
}

fn called(name: &str) -> Option<Location> {
    let area = areas::named(name).map(Known::Area);
    let known = area.or_else(|| gazetteer::resolve_asked(name).map(Known::from))?;
    Some(Location::of(known))
}

/// The place that these words name.
fn named(typed: &[&str], at: Range<usize>) -> Option<Said> {
    let words = &typed[at.clone()];
    if words.iter().any(is_before) || !words.iter().all(is_plain) {
        return None;
    }
    if let [word] = words
        && codes::may_be_meant(word)
    {
        return None;
    }
    let name = words.join(" ");
    let place = called(&name).filter(|place| !has_another_word(place, words))?;
    let before = at.start.checked_sub(1).map(|before| &typed[before]);
    let is_said = before.is_some_and(is_before);
    // The Bank of America and the University of Texas are elsewhere, too.
    let of = [before, words.first(), words.last()].into_iter().flatten();
    let is_part = of.into_iter().any(|word| word.eq_ignore_ascii_case("of"));
    let is_last = !typed[at.end..].iter().any(says_something);
    let is_clear = is_said || !is_part && is_unmistakable(&place, &name, is_last);
    is_clear.then(|| Said {
        words: at.start - usize::from(is_said)..at.end,
        place,
    })
}

/// Whether the first word belongs neither to the name of the place nor to what it is in: `engineer TX` is Texas to
/// whoever reads it as a village there, and `engineer berlin` is the state of Berlin.
fn has_another_word(place: &Location, words: &[&str]) -> bool {
    let Some(place) = place.place().filter(|_| words.len() > 1) else {
        return false;
    };
    let filler = words
        .iter()
        .take_while(|word| !says_something(word))
        .count();
    let begins_with_name = [0, filler].into_iter().any(|begin| {
        let ends = begin + 1..=words.len();
        ends.into_iter()
            .any(|end| gazetteer::is_called(&place, &words[begin..end].join(" ")))
    });
    let is_wide = |found: Location| found.place().is_some_and(|place| place.kind != Kind::Town);
    !begins_with_name && !called(words[0]).is_some_and(is_wide)
}

/// The state or country whose code is the last word.
fn coded(typed: &[&str]) -> Option<Said> {
    let bare = |typed: &str| typed.trim_matches([',', '(', ')']).to_owned();
    let is_last = |typed: &&str| says_something(typed) || codes::may_be_meant(&bare(typed));
    let at = typed
        .iter()
        .rposition(is_last)
        .filter(|at| is_plain(&typed[*at]))?;
    let is_said = typed[..at].last().is_some_and(is_before);
    let others: Vec<&str> = typed[..at]
        .iter()
        .filter(|typed| says_something(typed))
        .copied()
        .collect();
    let place = codes::meant(&bare(typed[at]), &others, is_said)?;
    Some(Said {
        words: at - usize::from(is_said)..at + 1,
        place: Location::at(&place),
    })
}

fn is_plain(typed: &&str) -> bool {
    !typed.starts_with('-') && !typed.contains('"')
}

fn is_before(typed: &&str) -> bool {
    BEFORE.contains(&typed.to_lowercase().as_str())
}

fn is_unmistakable(place: &Location, name: &str, is_last: bool) -> bool {
    let is_trade = Dictionary::of_the_trade().longest(&stems(name)).is_some();
    if is_trade {
        return false;
    }
    match (place.area(), place.place()) {
        (Some(area), _) => is_clear_name(name) && (is_last || !area.is_ambiguous),
        (None, Some(place)) => is_known(&place, name),
        (None, None) => false,
    }
}

fn is_known(place: &Place, name: &str) -> bool {
    let says_where = name.len() > place.name.len() && plain(name).starts_with(&plain(place.name));
    let is_large = match place.kind {
        Kind::Country => true,
        Kind::Region => place.population > LARGE_REGION,
        Kind::Town => place.population > LARGE,
    };
    // Two letters are as often an abbreviation of the trade.
    let is_name = name.len() > 2 || matches!(name.to_uppercase().as_str(), "UK" | "US" | "SF");
    is_name && (is_large || says_where)
}

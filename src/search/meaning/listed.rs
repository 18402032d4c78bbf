//! Several places that are said in words: `nurse boston or cambridge`, `berlin or remote`, `cook london, paris`.

use std::ops::Range;

use super::{
    filters, near,
    place::{self, says_something},
};
use crate::search::query::{Known, Location, Named, Places, each_other, may_part};

/// Most words of a town that is known only beside others.
const LONGEST: usize = 3;

/// Words of a search among which a list may begin.
const MOST_WORDS: usize = 24;

/// What may stand behind a place that another follows.
const COMMAS: [char; 2] = [',', ';'];

/// Places, and the words that say them.
pub struct Said {
    pub words: Range<usize>,
    pub places: Places,
}

/// One of them.
struct Item {
    words: Range<usize>,
    named: Named,
    /// Whether it is meant wherever it stands.
    is_clear: bool,
}

impl Item {
    fn is_remote(&self) -> bool {
        self.named.place.is_remote()
    }
}

/// What stands between two of them.
#[derive(Clone, Copy, PartialEq)]
enum Between {
    /// Beside a word for remote work it is an addition: `Remote, Germany`.
    Comma,
    Word,
}

/// The first list of places. At least one of them is a place that nobody takes for something else; others may be what
/// stands at the end or between two that are listed. Remote work is among them where it `may_be`.
pub fn said(typed: &[&str], may_be_remote: bool) -> Option<Said> {
    let parts = |word: &&str| may_part(word) || word.ends_with(COMMAS);
    if !typed.iter().any(parts) {
        return None;
    }
    let begins = 0..typed.len().min(MOST_WORDS);
    begins
        .into_iter()
        .find_map(|at| beginning(typed, at, may_be_remote))
}

fn beginning(typed: &[&str], at: usize, may_be_remote: bool) -> Option<Said> {
    let first = item(typed, at, may_be_remote)?;
    let distance = near::before_place(typed, at, &first.named.place);
    let is_first = !typed[..at].iter().any(says_something);
    if !first.is_clear && distance.is_none() && !is_first {
        return None;
    }
    let mut begin = first.words.start;
    let mut items = vec![first];
    let mut end = items[0].words.end;
    while let Some((between, next)) = separator(typed, end)
        && let Some(item) = item(typed, next, may_be_remote).or_else(|| beside(typed, next, &items))
    {
        let is_remote = item.is_remote() || items.last().is_some_and(Item::is_remote);
        if between == Between::Comma && is_remote {
            break;
        }
        let rest = &typed[item.words.end..];
        let is_last = !rest.iter().any(says_something);
        let has_distance = near::alone(rest).is_some_and(|(words, _)| words.start == 0);
        let is_listed = is_last || has_distance || separator(typed, item.words.end).is_some();
        if !item.is_clear && (between == Between::Comma || !is_listed) {
            break;
        }
        end = item.words.end;
        items.push(item);
    }
    let is_clear = |item: &Item| item.is_clear && !item.is_remote();
    if items.len() < 2 || distance.is_none() && !items.iter().any(is_clear) {
        return None;
    }
    let mut places = Places::default();
    for place in each_other(items.into_iter().map(|item| item.named).collect()) {
        places.add(place);
    }
    if let Some((before, distance)) = distance {
        begin = begin.min(before);
        places.set_within(Some(distance));
    }
    Some(Said {
        words: begin..end,
        places,
    })
}

fn item(typed: &[&str], at: usize, may_be_remote: bool) -> Option<Item> {
    let rest = typed.get(at..).filter(|rest| !rest.is_empty())?;
    if may_be_remote && let Some(length) = filters::remote(rest) {
        return Some(Item {
            words: at..at + length,
            named: Named {
                typed: rest[..length].join(" "),
                place: Location::of(Known::Remote),
            },
            is_clear: true,
        });
    }
    let (place::Said { words, place }, is_clear) = place::at(typed, at, says_more)?;
    let typed = bare(&typed[at..words.end]);
    Some(Item {
        words,
        named: Named { typed, place },
        is_clear,
    })
}

/// Whether words say how far it may be, or that the work is remote.
fn says_more(words: &[&str]) -> bool {
    let is_remote = |at| filters::remote(&words[at..]).is_some();
    near::has_distance(words) || (0..words.len()).any(is_remote)
}

/// A town that is known beside those that were listed before it.
fn beside(typed: &[&str], at: usize, listed: &[Item]) -> Option<Item> {
    let listed: Vec<Named> = listed.iter().map(|item| item.named.clone()).collect();
    let ends = at + 1..=typed.len().min(at + LONGEST);
    ends.rev().find_map(|end| {
        let name = bare(&typed[at..end]);
        let place = Named::read(&name).beside(&listed)?;
        Some(Item {
            words: at..end,
            named: Named { typed: name, place },
            is_clear: true,
        })
    })
}

/// The name that these words are.
fn bare(words: &[&str]) -> String {
    let name = words.join(" ");
    name.trim_matches([',', ';', '(', ')']).to_owned()
}

/// What parts the place that ends before `end` from the next, and where that begins.
fn separator(typed: &[&str], end: usize) -> Option<(Between, usize)> {
    let is_word = typed.get(end).is_some_and(|word| may_part(word));
    let has_comma = typed[end - 1].ends_with(COMMAS);
    match (has_comma, is_word) {
        (_, true) => Some((Between::Word, end + 1)),
        (true, false) => Some((Between::Comma, end)),
        (false, false) => None,
    }
}

#[cfg(test)]
mod tests;

//! Filters that are said in words: `remote rust part-time` is a search for Rust with two filters.

use std::{ops::Range, sync::LazyLock};

use super::{board_words::BoardWords, filler, listed, near, pay, place};
use crate::{
    search::query::Filters,
    text::words::{plain, stem},
};

/// Words that say a value of a filter.
struct Said {
    name: &'static str,
    value: &'static str,
    words: Vec<String>,
    /// Beside one of these they say something else.
    unless: Vec<String>,
}

/// In the order of `filters.txt`, the longest first.
static SAID: LazyLock<Vec<Said>> = LazyLock::new(|| {
    let lines = include_str!("filters.txt").lines();
    let mut said: Vec<Said> = lines.flat_map(line).collect();
    said.sort_by_key(|said| std::cmp::Reverse(said.words.len()));
    said
});

/// Rounds after which nothing new can be read: there are no more filters that words say.
const ROUNDS: usize = 4;

/// In the place of words that are not read.
const UNREAD: &str = "\"x\"";

/// Takes the words that say filters out of `text` and into `filters`, and returns what is left of the text.
/// Words in quotes, behind a minus sign and of which the owner of the board says something are left as they are, and
/// so are those for a filter that is set already. Nothing where nothing is read.
pub fn read_filters(text: &str, filters: &mut Filters, board: &BoardWords) -> Option<String> {
    let before = filters.clone();
    let mut left: Vec<&str> = split(text);
    // The same, but for the owner's words.
    let mut read = left.clone();
    for (word, is_own) in read.iter_mut().zip(board.are_own(&left)) {
        if is_own {
            *word = UNREAD;
        }
    }
    let mut take = |read: &mut Vec<&str>, words: Range<usize>| {
        left.drain(words.clone());
        read.drain(words);
    };
    let mut is_read = false;
    if !filters.place.is_stated()
        && let Some(said) = listed::said(&read, before.workplaces.is_empty())
    {
        filters.place = said.places;
        take(&mut read, said.words);
        is_read = true;
    }
    for _ in 0..ROUNDS {
        let mut is_news = false;
        while let Some((at, length, said)) = first(&read, &before) {
            filters.read(said.name, said.value);
            take(&mut read, at..at + length);
            is_news = true;
        }
        if before.pay.is_none()
            && filters.pay.is_none()
            && before.unread_pay.is_none()
            && !before.paid
            && let Some((words, stated)) = pay::first(&read)
        {
            filters.read_pay(&stated.amount, stated.currency, stated.period);
            if filters.pay.is_some() {
                take(&mut read, words);
                is_news = true;
            } else {
                filters.unread_pay = None;
            }
        }
        if !filters.place.is_stated() {
            let said = near::said(&read).or_else(|| place::said(&read));
            if let Some(said) = said {
                filters.place = said.place.into();
                take(&mut read, said.words);
                is_news = true;
            }
        } else if filters.place.may_have_distance()
            && let Some((words, distance)) = near::alone(&read)
        {
            filters.place.set_within(Some(distance));
            take(&mut read, words);
            is_news = true;
        }
        is_read |= is_news;
        if !is_news {
            break;
        }
    }
    if !is_read {
        return None;
    }
    let says_something = |typed: &&str| {
        plain(typed)
            .iter()
            .any(|word| !filler::is_filler(&stem(word)))
    };
    if !left.iter().any(says_something) {
        return Some(String::new());
    }
    // What is left of a sentence: `nurse jobs in texas`, `manager, Canada`.
    left.retain(|typed| !matches!(*typed, "job" | "jobs" | "Job" | "Jobs"));
    let words = left.iter().map(|typed| typed.trim_end_matches(','));
    Some(words.collect::<Vec<_>>().join(" "))
}

/// The first words that say a filter which is not in `set`: where they are, and how many.
fn first(typed: &[&str], set: &Filters) -> Option<(usize, usize, &'static Said)> {
    let is_free = |said: &&Said| match said.name {
        "workplace" => set.workplaces.is_empty(),
        _ => set.employment_types.is_empty(),
    };
    let words: Vec<Vec<String>> = typed.iter().map(|typed| readable(typed)).collect();
    for at in 0..words.len() {
        for said in SAID.iter().filter(is_free) {
            if let Some(length) = length(&words[at..], &said.words)
                && !said.is_otherwise(&words[..at], &words[at + length..])
            {
                return Some((at, length, said));
            }
        }
    }
    None
}

impl Said {
    /// Whether the words between these make it something else.
    fn is_otherwise(&self, before: &[Vec<String>], after: &[Vec<String>]) -> bool {
        let last = before.last().and_then(|words| words.last());
        let next = after.first().and_then(|words| words.first());
        let mut beside = [last, next].into_iter().flatten();
        beside.any(|word| self.unless.contains(&stem(word)))
    }
}

/// How many of the first typed words say that the work is remote.
pub fn remote(typed: &[&str]) -> Option<usize> {
    let words: Vec<Vec<String>> = typed.iter().map(|typed| readable(typed)).collect();
    let is_remote = |said: &&Said| said.name == "workplace" && said.value == "remote";
    let mut said = SAID.iter().filter(is_remote);
    said.find_map(|said| length(&words, &said.words))
}

/// How many of the first typed words are these, all in all.
pub fn length<T: PartialEq<String>>(typed: &[Vec<String>], said: &[T]) -> Option<usize> {
    let mut rest = said;
    for (count, words) in (1..).zip(typed) {
        let begins =
            rest.len() >= words.len() && rest.iter().zip(words).all(|(one, other)| one == other);
        if words.is_empty() || !begins {
            return None;
        }
        rest = &rest[words.len()..];
        if rest.is_empty() {
            return Some(count);
        }
    }
    None
}

/// The words of what was typed between two spaces; none where it is quoted or excluded.
pub fn readable(typed: &str) -> Vec<String> {
    match typed.starts_with('-') || typed.contains('"') {
        true => Vec::new(),
        false => plain(typed),
    }
}

/// What was typed, by spaces; what is in quotes stays together.
pub fn split(text: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let (mut start, mut is_quoted) = (0, false);
    for (at, c) in text.char_indices() {
        match c {
            '"' => is_quoted = !is_quoted,
            ' ' if !is_quoted => {
                parts.push(&text[start..at]);
                start = at + 1;
            }
            _ => {}
        }
    }
    parts.push(&text[start..]);
    parts.retain(|part| !part.is_empty());
    parts
}

fn line(line: &'static str) -> Vec<Said> {
    let entry = line.split_once(':').filter(|_| !line.starts_with('#'));
    let Some((filter, ways)) = entry else {
        return Vec::new();
    };
    let (name, value) = filter.split_once('=').unwrap_or((filter, ""));
    let said = ways.split('=').map(|way| {
        let (words, unless) = way.split_once(" unless ").unwrap_or((way, ""));
        Said {
            name,
            value,
            words: plain(words),
            unless: plain(unless),
        }
    });
    said.filter(|said| !said.words.is_empty()).collect()
}

#[cfg(test)]
mod tests;

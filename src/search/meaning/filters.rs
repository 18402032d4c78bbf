//! Filters that are said in words: `remote rust part-time` is a search for Rust with two filters.

use std::{ops::Range, sync::LazyLock};

use super::{board_words::BoardWords, filler, near, pay, place};
use crate::{
    search::query::Filters,
    text::words::{plain, stem},
};

/// Words that say a value of a filter.
struct Said {
    name: &'static str,
    value: &'static str,
    words: Vec<String>,
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
                filters.place = said.place;
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
            if let Some(length) = length(&words[at..], &said.words) {
                return Some((at, length, said));
            }
        }
    }
    None
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
    let ways = ways.split('=').map(plain);
    let said = ways.map(|words| Said { name, value, words });
    said.filter(|said| !said.words.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> (String, String) {
        let mut filters = Filters::default();
        let left = read_filters(text, &mut filters, &BoardWords::default())
            .unwrap_or_else(|| text.to_owned());
        let pairs = filters.pairs();
        let pairs: Vec<String> = pairs
            .iter()
            .map(|(name, value)| format!("{name}={value}"))
            .collect();
        (left, pairs.join("&"))
    }

    #[test]
    fn filters_are_read_out_of_words() {
        for (typed, left, filters) in [
            ("remote rust", "rust", "workplace=remote"),
            ("Work from home", "", "workplace=remote"),
            ("remote jobs", "", "workplace=remote"),
            (
                "part-time nurse london",
                "nurse",
                "place=london&type=PART_TIME",
            ),
            ("jobs in London", "", "place=london"),
            (
                "software engineer in new york",
                "software engineer",
                "place=new-york",
            ),
            ("nurse in Berlin jobs", "nurse", "place=berlin"),
            ("NYC", "", "place=new-york"),
            ("engineer berlin", "engineer", "place=berlin"),
            ("engineer tokyo", "engineer", "place=tokyo"),
            ("engineer new york", "engineer", "place=new-york"),
            (
                "software engineer new york",
                "software engineer",
                "place=new-york",
            ),
            ("german", "german", ""),
            ("german speaking", "german speaking", ""),
            ("4 day week", "4 day week", ""),
            ("12 hour shifts nurse", "12 hour shifts nurse", ""),
            ("2 week contract", "2 week contract", ""),
            (
                "engineer 60k-80k",
                "engineer",
                "pay=60000&currency=USD&per=YEAR",
            ),
            ("$100k-$150k", "", "pay=100000&currency=USD&per=YEAR"),
            ("100-150k", "", "pay=100000&currency=USD&per=YEAR"),
            ("Texas technician", "technician", "place=texas"),
            ("engineer Austin, TX", "engineer", "place=austin"),
            ("manager, Canada", "manager", "place=canada"),
            (
                "product manager, new york",
                "product manager",
                "place=new-york",
            ),
            ("jobs in new york", "", "place=new-york"),
            ("nurse jobs in texas", "nurse", "place=texas"),
            (
                "nurse cambridge ma",
                "nurse",
                "place=cambridge-massachusetts-us",
            ),
            ("designer", "designer", ""),
            ("sales manager EMEA", "sales manager", "place=emea"),
            ("Europe nurse", "nurse", "place=europe"),
            ("jobs in the Middle East", "", "place=middle-east"),
            ("nurse bay area", "nurse", "place=san-francisco-bay-area"),
            ("teacher georgia", "teacher", "place=georgia"),
            ("washington post", "washington post", ""),
            ("bank of america", "bank of america", ""),
            ("gcc developer", "gcc developer", ""),
            ("analyst anz", "analyst anz", ""),
            (
                "nurse within 25 miles of boston",
                "nurse",
                "place=boston&within=25mi",
            ),
            ("25km from Bristol", "", "place=bristol&within=25km"),
            ("jobs near Berlin", "", "place=berlin&within=25km"),
            ("around Lyon", "", "place=lyon&within=25km"),
            ("near boston nurse", "nurse", "place=boston&within=25mi"),
            (
                "nurse in a 10-mile radius of Leeds",
                "nurse",
                "place=leeds&within=10mi",
            ),
            (
                "Koch im Umkreis von 30 km um Berlin",
                "Koch",
                "place=berlin&within=30km",
            ),
            (
                "infirmier à 20 km de Lyon",
                "infirmier",
                "place=lyon&within=20km",
            ),
            ("berlin 50 km", "", "place=berlin&within=50km"),
            (
                "nurse in Berlin within 10km",
                "nurse",
                "place=berlin&within=10km",
            ),
            ("near germany", "", "place=germany"),
            ("nurse near me", "nurse near me", ""),
            ("run 5 miles", "run 5 miles", ""),
            (
                "nurse within 900 miles of boston",
                "nurse within 900 miles of boston",
                "",
            ),
            ("nurse ny", "nurse", "place=new-york-us"),
            ("software engineer TX", "software engineer", "place=texas"),
            ("nurse in wa", "nurse", "place=washington-us"),
            ("developer uk", "developer", "place=united-kingdom"),
            ("developer nl", "developer", "place=netherlands"),
            ("engineer de", "engineer", "place=germany"),
            ("engineer de jobs", "engineer", "place=germany"),
            ("senior de", "senior de", ""),
            (
                "software engineer NJ",
                "software engineer",
                "place=new-jersey",
            ),
            ("nurse Paris France", "nurse", "place=paris"),
            ("bank of texas", "bank of texas", ""),
            ("nurse in nl", "nurse", "place=netherlands"),
            ("de", "de", ""),
            ("physician assistant pa", "physician assistant pa", ""),
            ("welcome to me", "welcome to me", ""),
            ("teach in or", "teach in or", ""),
            ("iso 27001 auditor", "iso 27001 auditor", ""),
            ("85000", "", "pay=85000&currency=USD&per=YEAR"),
            ("manager", "manager", ""),
            ("mobile developer", "mobile developer", ""),
            ("nurse in training", "nurse in training", ""),
            ("full remote time", "", "workplace=remote&type=FULL_TIME"),
            ("\"remote\" rust", "\"remote\" rust", ""),
            ("rust -remote", "rust -remote", ""),
            ("contract manager", "contract manager", ""),
            ("$150k", "", "pay=150000&currency=USD&per=YEAR"),
            (
                "engineer 150.000 €",
                "engineer",
                "pay=150000&currency=EUR&per=YEAR",
            ),
            ("80k eur", "", "pay=80000&currency=EUR&per=YEAR"),
            (
                "data scientist over $200,000",
                "data scientist",
                "pay=200000&currency=USD&per=YEAR",
            ),
            (
                "manager 250k+",
                "manager",
                "pay=250000&currency=USD&per=YEAR",
            ),
            ("nurse $45 an hour", "nurse", "pay=45&currency=USD&per=HOUR"),
            ("summer internship 2026", "summer internship 2026", ""),
            ("401k", "401k", ""),
            ("911 dispatcher", "911 dispatcher", ""),
        ] {
            assert_eq!(
                read(typed),
                (left.to_owned(), filters.to_owned()),
                "{typed}"
            );
        }
    }

    #[test]
    fn a_filter_that_is_set_is_not_read_again() {
        let mut filters = Filters::default();
        filters.read("workplace", "hybrid");
        let words = BoardWords::default();
        assert_eq!(read_filters("remote rust", &mut filters, &words), None);
    }

    #[test]
    fn the_owners_words_are_no_filters() {
        let words = BoardWords::of("reading > literacy\nmobile bay = alabama\nremote ~ sensing");
        for (typed, left, place) in [
            ("teacher reading", None, None),
            ("remote teacher", None, None),
            ("mobile bay potter", None, None),
            ("teacher berlin", Some("teacher"), Some("berlin")),
            (
                "teacher reading berlin",
                Some("teacher reading"),
                Some("berlin"),
            ),
        ] {
            let mut filters = Filters::default();
            let read = read_filters(typed, &mut filters, &words);
            assert_eq!(read.as_deref(), left, "{typed}");
            assert_eq!(filters.place.text(), place.unwrap_or_default(), "{typed}");
            assert!(filters.workplaces.is_empty());
        }
    }
}

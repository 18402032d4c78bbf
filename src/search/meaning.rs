//! What people mean by the words of a search: the same thing spelled otherwise, an abbreviation, a trade
//! with another title, a filter, pay, and words that say nothing.

pub mod board_words;
mod codes;
pub mod dictionary;
pub mod explained;
mod filler;
mod filters;
pub mod levels;
mod listed;
mod near;
mod pay;
mod place;

use self::board_words::BoardWords;
pub use self::filters::read_filters;
use super::index::expression::Meant;
use crate::text::words::{has_unspaced, spelled_out, stems};

/// What the words of a search ask of a job, in the order in which they were typed. Words that say nothing
/// are left out, unless there are no others.
pub fn of<'a>(typed: impl Iterator<Item = &'a str>, board: &BoardWords) -> Vec<Meant> {
    let found = each(typed, board);
    match found.as_slice() {
        [first, second] => match first.joined_with(second) {
            Some(joined) => vec![joined],
            None => found,
        },
        _ => found,
    }
}

/// The same, with two words as two, though they may be one that was typed with a space.
pub fn each<'a>(typed: impl Iterator<Item = &'a str>, board: &BoardWords) -> Vec<Meant> {
    let mut found = Vec::new();
    let mut words = Vec::new();
    for typed in typed {
        if has_unspaced(typed) {
            found.extend(of_words(&std::mem::take(&mut words), board));
            found.push(whole(typed, board));
        } else {
            words.extend(stems(typed).into_iter().map(|word| {
                let spelled = spelled_out(typed).map(|spelled| stems(&spelled));
                (word, spelled.filter(|spelled| spelled.len() == 1))
            }));
        }
    }
    found.extend(of_words(&words, board));
    // Said twice, it means no more, and costs as much again.
    let mut once: Vec<Meant> = Vec::with_capacity(found.len());
    for meant in found {
        if !once.contains(&meant) {
            once.push(meant);
        }
    }
    let mut found = once;
    let is_filler = |meant: &Meant| meant.own.iter().all(|word| filler::is_filler(word));
    if !found.iter().all(is_filler) {
        found.retain(|meant| !is_filler(meant));
    }
    found
}

/// What these words mean, each with its other spelling.
fn of_words(words: &[(String, Option<Vec<String>>)], board: &BoardWords) -> Vec<Meant> {
    let plain: Vec<String> = words.iter().map(|(word, _)| word.clone()).collect();
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        match board.longest(&plain[at..]) {
            Some((length, meaning)) => {
                found.push(meaning.meant(&plain[at..at + length]));
                at += length;
            }
            None => {
                let mut meant = Meant::only(&plain[at]);
                meant.same.extend(words[at].1.clone());
                found.push(meant);
                at += 1;
            }
        }
    }
    found
}

/// What is meant by something in a script without spaces: its pairs of letters stand next to each other.
fn whole(typed: &str, board: &BoardWords) -> Meant {
    let own = stems(typed);
    let known = board.longest(&own);
    let known = known.filter(|(length, _)| *length == own.len());
    let meant = known.map(|(_, meaning)| meaning.meant(&own));
    Meant {
        is_phrase: true,
        ..meant.unwrap_or(Meant {
            own,
            ..Meant::default()
        })
    }
}

#[cfg(test)]
mod tests {
    use super::{board_words::BoardWords, of};

    #[test]
    fn what_is_said_twice_and_what_says_nothing_is_left_out() {
        let own = |typed: &str| {
            let meant = of(typed.split(' '), &BoardWords::default());
            let words: Vec<String> = meant.into_iter().map(|meant| meant.own.join(" ")).collect();
            words
        };
        assert_eq!(own("weaver Weavers weaver"), ["weaver"]);
        assert_eq!(own("jobs for weavers"), ["weaver"]);
        assert_eq!(own("the the jobs"), ["the job"]);
        assert_eq!(
            own("software engineer potter"),
            ["software engineer", "potter"]
        );
    }
}

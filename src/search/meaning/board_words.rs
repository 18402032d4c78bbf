//! The words of one board: what its owner wrote, on top of the dictionary of the trade.

use std::sync::{Arc, PoisonError, RwLock};

use super::dictionary::{Dictionary, Line, Meaning};
use crate::{
    http::{board::Board, error::Error},
    text::words::stems,
};

/// What is said of the words of a search. Where the owner says something, it counts instead.
#[derive(Debug, Default)]
pub struct BoardWords {
    text: String,
    own: Dictionary,
}

/// Those that searches go by now. They are read anew when the owner's lines have changed.
#[derive(Debug, Default)]
pub struct InUse(RwLock<Arc<BoardWords>>);

impl BoardWords {
    /// Those of an owner who wrote these lines.
    pub fn of(text: &str) -> Self {
        Self {
            text: text.to_owned(),
            own: Dictionary::read(text),
        }
    }

    /// What the most of the first of these words mean together, and how many these are.
    pub fn longest(&self, words: &[String]) -> Option<(usize, &Meaning)> {
        let own = self.own.longest(words);
        let trade = Dictionary::of_the_trade().longest(words);
        match (own, trade) {
            (Some((length, _)), Some((longer, meaning))) if longer > length => {
                Some((longer, meaning))
            }
            (own, trade) => own.or(trade),
        }
    }

    /// Whether this word, in the singular, stands anywhere in a dictionary.
    pub fn has_word(&self, word: &str) -> bool {
        self.own.has_word(word) || Dictionary::of_the_trade().has_word(word)
    }

    /// Which of these words, as they were typed, the owner says something of.
    pub fn are_own(&self, typed: &[&str]) -> Vec<bool> {
        let mut are_own = vec![false; typed.len()];
        let read = typed.iter().enumerate();
        let read: Vec<(usize, String)> = read
            .flat_map(|(at, typed)| stems(typed).into_iter().map(move |word| (at, word)))
            .collect();
        let words: Vec<String> = read.iter().map(|(_, word)| word.clone()).collect();
        let mut at = 0;
        while at < words.len() {
            let own = self.own.longest(&words[at..]);
            let length = own.map_or(0, |(length, _)| length);
            for (typed, _) in &read[at..at + length] {
                are_own[*typed] = true;
            }
            at += length.max(1);
        }
        are_own
    }

    /// What is meant by an abbreviation, as the lines about it have it: `registered nurse` by `rn`.
    pub fn short_for(&self, abbreviation: &str) -> Vec<&str> {
        let phrase = stems(abbreviation);
        let lines = match self.own_lines(&phrase) {
            own if own.is_empty() => lines_about(Dictionary::text_of_the_trade(), &phrase),
            own => own,
        };
        let mut meant: Vec<&str> = Vec::new();
        for phrase in lines
            .into_iter()
            .filter_map(Line::read)
            .flat_map(|line| line.same)
        {
            if !meant.contains(&phrase) {
                meant.push(phrase);
            }
        }
        meant
    }

    /// The owner's lines about `phrase`.
    pub fn own_lines(&self, phrase: &[String]) -> Vec<&str> {
        lines_about(&self.text, phrase)
    }
}

impl InUse {
    /// The words of `board` as its owner last saved them, here or on another replica.
    ///
    /// # Errors
    /// When the board keeps none.
    pub fn on(board: &Board) -> Result<Arc<BoardWords>, Error> {
        let brand = board.brand();
        let text = &brand.chosen.search_words;
        let Self(kept) = board.state::<Self>()?;
        let known = kept.read().unwrap_or_else(PoisonError::into_inner).clone();
        if known.text == *text {
            return Ok(known);
        }
        let words = Arc::new(BoardWords::of(text));
        *kept.write().unwrap_or_else(PoisonError::into_inner) = words.clone();
        Ok(words)
    }
}

/// The lines of `text` that say what is meant by `phrase`.
pub fn lines_about<'a>(text: &'a str, phrase: &[String]) -> Vec<&'a str> {
    let lines = text.lines().map(str::trim);
    lines
        .filter(|line| Line::read(line).is_some_and(|line| line.is_about(phrase)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn same(words: &BoardWords, typed: &str) -> Option<(usize, Vec<String>)> {
        let own = stems(typed);
        let (length, meaning) = words.longest(&own)?;
        let same = meaning.meant(&own[..length]).same;
        Some((length, same.iter().map(|words| words.join(" ")).collect()))
    }

    #[test]
    fn what_the_owner_says_counts_instead() {
        let words = BoardWords::of("sr > sister\nfront end\nloom = weaving frame\n# note");
        assert_eq!(same(&words, "sr"), Some((1, vec!["sister".into()])));
        assert_eq!(same(&words, "Front-End"), Some((2, vec![])));
        assert_eq!(
            same(&words, "weaving frames"),
            Some((2, vec!["loom".into()]))
        );
        assert_eq!(same(&words, "note"), None);
        assert_eq!(
            same(&BoardWords::of("node ~ loom"), "node js").map(|(length, _)| length),
            Some(2),
            "more words say more"
        );
    }
}

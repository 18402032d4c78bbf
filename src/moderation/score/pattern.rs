//! Phrases as the file of them writes them, and how they are found: words in an order, with room between them.

use std::collections::HashMap;

use super::sentences::Word;

/// Most words that a phrase may span: the places where it can go on are the bits of a number.
const LONGEST: usize = 60;

/// What may follow in a phrase.
#[derive(Clone, Debug, Eq, PartialEq)]
enum Part {
    /// One of these, each of one word or more.
    OneOf(Vec<Vec<Piece>>),
    Optional(Vec<Vec<Piece>>),
    /// At most so many words of any kind.
    Gap(usize),
}

#[derive(Clone, Debug, Eq, PartialEq)]
enum Piece {
    Word(String),
    Beginning(String),
    Number,
}

impl Piece {
    fn parse(written: &str) -> Self {
        match written.strip_suffix('*') {
            Some(beginning) => Self::Beginning(beginning.to_owned()),
            None if written == "0" => Self::Number,
            None => Self::Word(written.to_owned()),
        }
    }

    fn is(&self, word: &Word<'_>) -> bool {
        match self {
            Self::Word(text) => word.text == *text,
            Self::Beginning(beginning) => word.text.starts_with(beginning),
            Self::Number => word.is_number(),
        }
    }

    /// Under which it is found by the beginning of a word.
    fn key(&self) -> &str {
        match self {
            Self::Word(text) | Self::Beginning(text) => key(text),
            Self::Number => "0",
        }
    }
}

#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Pattern {
    parts: Vec<Part>,
    /// Whether it says no itself, so that a no inside of it is no negation of it.
    pub says_no: bool,
}

/// The names that stand for many words: `@vendor`.
pub type Classes = HashMap<String, String>;

impl Pattern {
    /// # Errors
    /// What is wrong with it.
    pub fn parse(written: &str, classes: &Classes) -> Result<Self, String> {
        let mut parts = Vec::new();
        for part in written.split_whitespace() {
            parts.push(match part {
                ".." => Part::Gap(3),
                "..." => Part::Gap(8),
                _ => {
                    let (part, is_optional) = match part.strip_suffix('?') {
                        Some(part) => (part, true),
                        None => (part, false),
                    };
                    let alternatives = alternatives(part, classes)?;
                    match is_optional {
                        true => Part::Optional(alternatives),
                        false => Part::OneOf(alternatives),
                    }
                }
            });
        }
        if !matches!(parts.first(), Some(Part::OneOf(_))) {
            return Err(format!("begins with no word: {written}"));
        }
        let says_no = parts.iter().any(|part| match part {
            Part::OneOf(words) | Part::Optional(words) => {
                let mut pieces = words.iter().flatten();
                pieces.any(|piece| matches!(piece, Piece::Word(word) if super::honest::is_no(word)))
            }
            Part::Gap(_) => false,
        });
        Ok(Self { parts, says_no })
    }

    /// Under which words it may begin.
    pub fn keys(&self) -> Vec<String> {
        match self.parts.first() {
            Some(Part::OneOf(alternatives)) => {
                let first = alternatives.iter().filter_map(|words| words.first());
                first.map(|piece| piece.key().to_owned()).collect()
            }
            _ => Vec::new(),
        }
    }

    /// Where it ends, if it begins with the first of `words`: the fewest words.
    pub fn end(&self, words: &[Word<'_>]) -> Option<usize> {
        let words = &words[..words.len().min(LONGEST)];
        // Bit n: what comes before was found to end at word n.
        let mut ends: u64 = 1;
        for part in &self.parts {
            ends = match part {
                Part::Gap(most) => (0..=*most).fold(0, |wider, by| wider | ends << by),
                Part::OneOf(alternatives) => after(ends, alternatives, words),
                Part::Optional(alternatives) => ends | after(ends, alternatives, words),
            };
            if ends == 0 {
                return None;
            }
        }
        let end = ends.trailing_zeros() as usize;
        (end <= words.len()).then_some(end)
    }
}

/// Where one of `alternatives` ends that begins at one of `starts`.
fn after(starts: u64, alternatives: &[Vec<Piece>], words: &[Word<'_>]) -> u64 {
    let mut ends = 0;
    for (at, _) in words.iter().enumerate() {
        if starts >> at & 1 == 0 {
            continue;
        }
        for alternative in alternatives {
            let here = words[at..].iter().take(alternative.len());
            let is_here = here.len() == alternative.len()
                && alternative
                    .iter()
                    .zip(here)
                    .all(|(piece, word)| piece.is(word));
            if is_here {
                ends |= 1 << (at + alternative.len());
            }
        }
    }
    ends
}

fn alternatives(part: &str, classes: &Classes) -> Result<Vec<Vec<Piece>>, String> {
    let mut found = Vec::new();
    for alternative in part.split('|') {
        if let Some(class) = alternative.strip_prefix('@') {
            let words = classes.get(class).ok_or(format!("unknown: @{class}"))?;
            found.extend(alternatives(words, classes)?);
            continue;
        }
        let pieces: Vec<Piece> = alternative.split('_').map(Piece::parse).collect();
        let is_plain = |text: &str| {
            text == "$" || (!text.is_empty() && text.bytes().all(|b| b.is_ascii_alphanumeric()))
        };
        for piece in &pieces {
            let fits = match piece {
                Piece::Word(word) => is_plain(word),
                Piece::Beginning(word) => is_plain(word) && word.len() >= KEY,
                Piece::Number => true,
            };
            if !fits {
                return Err(format!("not a plain word, or too short: {alternative}"));
            }
        }
        found.push(pieces);
    }
    Ok(found)
}

/// How many letters of a word decide which patterns may begin there.
const KEY: usize = 4;

/// The key of a word, or of the beginning of one.
pub fn key(text: &str) -> &str {
    text.get(..KEY).unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::{Classes, Pattern};
    use crate::moderation::score::sentences::of;

    #[test]
    fn a_pattern_finds_its_words_in_their_order_with_room_between_them() -> Result<(), String> {
        let classes = Classes::from([("kit".to_owned(), "starter_kit|training*".to_owned())]);
        let pattern = Pattern::parse("buy|pay_for .. @kit ... $? 0", &classes)?;
        let end = |text: &str| pattern.end(&of(text)[0].words);
        assert_eq!(end("buy the starter kit for just $ 99 today"), Some(8));
        assert_eq!(end("pay for trainings: 20"), Some(4));
        assert_eq!(end("buy the starter pack 99"), None);
        assert_eq!(end("buy one two three four trainings 99"), None);
        assert!(Pattern::parse("..", &classes).is_err());
        assert!(Pattern::parse("ab*", &classes).is_err());
        Ok(())
    }
}

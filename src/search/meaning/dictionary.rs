//! Words that mean the same or nearly so, as `trade.txt` has them.

use std::{collections::HashMap, sync::LazyLock};

use crate::{search::index::expression::Meant, text::words::stems};

/// Words next to each other.
pub type Phrase = Vec<String>;

/// What people type, by its first word.
#[derive(Debug, Default)]
pub struct Dictionary(HashMap<String, Vec<Meaning>>);

/// What is meant by some words.
#[derive(Debug)]
pub struct Meaning {
    typed: Phrase,
    /// What is meant as well.
    same: Vec<Phrase>,
    /// What is wanted as well where it is in a title.
    related: Vec<Phrase>,
}

/// A line of a dictionary, as it was written.
#[derive(Debug)]
pub struct Line<'a> {
    /// What people type, in each of its spellings.
    pub typed: Vec<&'a str>,
    /// What is meant as well, but not the other way round: after `>`.
    pub same: Vec<&'a str>,
    /// What is wanted as well where it is in a title: after `~`.
    pub related: Vec<&'a str>,
}

static TRADE: LazyLock<Dictionary> = LazyLock::new(|| Dictionary::read(TRADE_TEXT));

const TRADE_TEXT: &str = include_str!("trade.txt");

impl Dictionary {
    /// The dictionary that every board has.
    pub fn of_the_trade() -> &'static Self {
        &TRADE
    }

    /// Its lines.
    pub fn text_of_the_trade() -> &'static str {
        TRADE_TEXT
    }

    /// Reads the lines of a dictionary; what is no entry is passed over.
    pub fn read(text: &str) -> Self {
        let mut dictionary = Self::default();
        for line in text.lines().filter_map(Line::read) {
            let spellings = phrases(&line.typed);
            let (same, related) = (phrases(&line.same), phrases(&line.related));
            for spelling in &spellings {
                let others = spellings.iter().chain(&same);
                dictionary.add(Meaning {
                    typed: spelling.clone(),
                    same: others.filter(|other| *other != spelling).cloned().collect(),
                    related: related.clone(),
                });
            }
        }
        dictionary
    }

    fn add(&mut self, meaning: Meaning) {
        let Some(first) = meaning.typed.first() else {
            return;
        };
        let known = self.0.entry(first.clone()).or_default();
        match known.iter_mut().find(|known| known.typed == meaning.typed) {
            Some(known) => {
                known.same.extend(meaning.same);
                known.related.extend(meaning.related);
            }
            None => known.push(meaning),
        }
    }

    /// What the most of the first of these words mean together, and how many these are.
    pub fn longest(&self, words: &[String]) -> Option<(usize, &Meaning)> {
        let known = self.0.get(words.first()?)?.iter();
        let begun = known.filter(|meaning| words.starts_with(&meaning.typed));
        let longest = begun.max_by_key(|meaning| meaning.typed.len())?;
        Some((longest.typed.len(), longest))
    }
}

impl<'a> Line<'a> {
    /// Nothing where the line is empty or a note.
    pub fn read(line: &'a str) -> Option<Self> {
        let line = line.trim();
        if line.is_empty() || line.starts_with('#') {
            return None;
        }
        let (typed, same, related) = match (line.split_once('>'), line.split_once('~')) {
            (Some((typed, same)), _) => (typed, Some(same), None),
            (None, Some((typed, related))) => (typed, None, Some(related)),
            (None, None) => (line, None, None),
        };
        let parts = |text: &'a str| text.split('=').map(str::trim).collect();
        Some(Self {
            typed: parts(typed),
            same: same.map(parts).unwrap_or_default(),
            related: related.map(parts).unwrap_or_default(),
        })
    }

    /// Whether it says what is meant by `phrase`.
    pub fn is_about(&self, phrase: &[String]) -> bool {
        self.typed.iter().any(|typed| stems(typed) == phrase)
    }
}

impl Meaning {
    /// What is meant by these words, as they were typed.
    pub fn meant(&self, own: &[String]) -> Meant {
        Meant {
            own: own.to_vec(),
            is_phrase: false,
            same: self.same.clone(),
            related: self.related.clone(),
        }
    }
}

fn phrases(parts: &[&str]) -> Vec<Phrase> {
    let phrases = parts.iter().map(|part| stems(part));
    phrases.filter(|phrase| !phrase.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn meant(typed: &str) -> (usize, Vec<String>, Vec<String>) {
        let words = stems(typed);
        let (length, meaning) = Dictionary::of_the_trade()
            .longest(&words)
            .map_or((0, None), |(length, meaning)| (length, Some(meaning)));
        let joined = |phrases: &[Phrase]| phrases.iter().map(|words| words.join(" ")).collect();
        let (same, related) = meaning.map_or((Vec::new(), Vec::new()), |meaning| {
            (joined(&meaning.same), joined(&meaning.related))
        });
        (length, same, related)
    }

    #[test]
    fn one_word_is_meant_however_it_is_spelled() {
        for typed in ["front end", "front-end", "Frontend"] {
            assert!(
                meant(typed)
                    .1
                    .iter()
                    .any(|same| same.replace(' ', "") == "frontend"),
                "{typed}"
            );
        }
        assert_eq!(meant("C sharp developer").1, ["csharp"]);
        assert_eq!(meant("node js").0, 2);
        assert!(meant("sr").1.contains(&"senior".to_owned()));
        assert!(!meant("senior").1.contains(&"sr".to_owned()));
        assert!(meant("RN").1.contains(&"registered nurse".to_owned()));
        assert!(meant("Krankenschwester").2.contains(&"nurse".to_owned()));
        assert_eq!(meant("zither").0, 0);
    }
}

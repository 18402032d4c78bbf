//! Words that mean the same or nearly so, as `trade.txt` and `trades_abroad.txt` have them.

use std::{
    collections::{HashMap, HashSet},
    sync::LazyLock,
};

use crate::{
    search::index::expression::Meant,
    text::words::{spelled_out, stems},
};

/// Words next to each other.
pub type Phrase = Vec<String>;

#[derive(Debug, Default)]
pub struct Dictionary {
    /// What people type, by its first word.
    meanings: HashMap<String, Vec<Meaning>>,
    /// Every word that stands anywhere in it.
    words: HashSet<String>,
}

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

static TRADE: LazyLock<Dictionary> = LazyLock::new(|| Dictionary::read(&TRADE_TEXT));

static TRADE_TEXT: LazyLock<String> = LazyLock::new(|| {
    let mut text = String::new();
    for line in include_str!("trade.txt").lines() {
        add_trade(&mut text, line);
    }
    for line in include_str!("trades_abroad.txt").lines() {
        add_abroad(&mut text, line);
    }
    text
});

impl Dictionary {
    /// The dictionary that every board has.
    pub fn of_the_trade() -> &'static Self {
        &TRADE
    }

    /// Its lines.
    pub fn text_of_the_trade() -> &'static str {
        &TRADE_TEXT
    }

    /// Reads the lines of a dictionary; what is no entry is passed over.
    pub fn read(text: &str) -> Self {
        let mut dictionary = Self::default();
        for line in text.lines().filter_map(Line::read) {
            let mut spellings = phrases(&line.typed);
            let spelled = line.typed.iter().filter(|part| !part.contains(' '));
            let spelled = spelled.filter_map(|part| spelled_out(part));
            add_new(&mut spellings, spelled.map(|part| stems(&part)).collect());
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
        let phrases = [&meaning.same, &meaning.related].into_iter().flatten();
        let words = phrases.chain([&meaning.typed]).flatten();
        self.words.extend(words.cloned());
        let known = self.meanings.entry(first.clone()).or_default();
        match known.iter_mut().find(|known| known.typed == meaning.typed) {
            Some(known) => {
                add_new(&mut known.same, meaning.same);
                add_new(&mut known.related, meaning.related);
            }
            None => known.push(meaning),
        }
    }

    /// What the most of the first of these words mean together, and how many these are.
    pub fn longest(&self, words: &[String]) -> Option<(usize, &Meaning)> {
        let known = self.meanings.get(words.first()?)?.iter();
        let begun = known.filter(|meaning| words.starts_with(&meaning.typed));
        let longest = begun.max_by_key(|meaning| meaning.typed.len())?;
        Some((longest.typed.len(), longest))
    }

    /// Whether this word stands anywhere in it.
    pub fn has_word(&self, word: &str) -> bool {
        self.words.contains(word)
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
        let is_it = |typed: &str| stems(typed) == phrase;
        let mut typed = self.typed.iter();
        typed.any(|typed| is_it(typed) || spelled_out(typed).is_some_and(|spelled| is_it(&spelled)))
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

/// Adds a line, or those that `rn <> registered nurse` stands for: one from the abbreviation to what it is short for,
/// and one back from each of these.
fn add_trade(text: &mut String, line: &str) {
    let short = line.split_once("<>").filter(|_| !line.starts_with('#'));
    let Some((short, long)) = short else {
        text.push_str(&format!("{line}\n"));
        return;
    };
    let short = short.trim();
    text.push_str(&format!("{short} > {}\n", long.trim()));
    for long in long.split('=') {
        text.push_str(&format!("{} ~ {short}\n", long.trim()));
    }
}

/// Adds the lines that `nurse | infirmier = infirmière | enfermero` stands for: one for each language.
fn add_abroad(text: &mut String, line: &str) {
    let parted = line.split_once('|').filter(|_| !line.starts_with('#'));
    let Some((titles, languages)) = parted else {
        return;
    };
    for names in languages.split('|') {
        text.push_str(&format!("{} ~ {}\n", names.trim(), titles.trim()));
    }
}

fn add_new(known: &mut Vec<Phrase>, more: Vec<Phrase>) {
    for phrase in more {
        if !known.contains(&phrase) {
            known.push(phrase);
        }
    }
}

fn phrases(parts: &[&str]) -> Vec<Phrase> {
    let phrases = parts.iter().map(|part| stems(part));
    phrases.filter(|phrase| !phrase.is_empty()).collect()
}

#[cfg(test)]
mod tests;

//! Words by which those who deceive give themselves away. `phrases.txt` has them, and what they weigh.

use std::{collections::HashMap, sync::LazyLock};

use super::{
    honest::is_denied,
    pattern::{Classes, Pattern, key},
    phrase::Phrase,
    posting::Posting,
    reason::{Reason, Signal},
    sentences::Sentence,
};
use crate::jobs::Workplace;

/// What is shown of the words that were found, in characters.
const LONGEST_SHOWN: usize = 160;

/// What ads without experience, from home and with much pay weigh, where they promise all three.
const EASY_MONEY: i32 = 40;

/// The file, read once.
struct File {
    entries: Vec<Entry>,
    /// Which entries may begin with a word, by its key.
    by_key: HashMap<String, Vec<usize>>,
}

struct Entry {
    phrase: Phrase,
    points: i32,
    pattern: Pattern,
    /// It says that the sentence means something else.
    is_exception: bool,
}

static FILE: LazyLock<File> = LazyLock::new(|| {
    let (entries, _) = parse(include_str!("phrases.txt"));
    let mut by_key: HashMap<String, Vec<usize>> = HashMap::new();
    for (at, entry) in entries.iter().enumerate() {
        for key in entry.pattern.keys() {
            let known = by_key.entry(key).or_default();
            if known.last() != Some(&at) {
                known.push(at);
            }
        }
    }
    File { entries, by_key }
});

/// The entries of the file, and the lines that could not be read; a test sees to it that there are none.
fn parse(file: &str) -> (Vec<Entry>, Vec<String>) {
    let mut classes = Classes::new();
    let (mut entries, mut wrong) = (Vec::new(), Vec::new());
    let mut section: Option<(Phrase, i32)> = None;
    for line in file.lines().map(str::trim) {
        if line.is_empty() || line.starts_with("# ") || line == "#" {
            continue;
        }
        if let Some((name, words)) = line
            .strip_prefix('@')
            .and_then(|line| line.split_once(" = "))
        {
            let words: Vec<&str> = words.split_whitespace().collect();
            classes.insert(name.to_owned(), words.concat());
        } else if let Some(header) = line
            .strip_prefix('[')
            .and_then(|line| line.strip_suffix(']'))
        {
            section = header
                .split_once(' ')
                .and_then(|(name, points)| Some((name.parse().ok()?, points.parse().ok()?)));
            if section.is_none() {
                wrong.push(line.to_owned());
            }
        } else if let Some((phrase, usual)) = section {
            let (is_exception, rest) = match line.strip_prefix("! ") {
                Some(rest) => (true, rest),
                None => (false, line),
            };
            let (points, written) = match rest.split_once(": ") {
                Some((points, written)) => (points.parse().unwrap_or(usual), written),
                None => (usual, rest),
            };
            match Pattern::parse(written, &classes) {
                Ok(pattern) => entries.push(Entry {
                    phrase,
                    points,
                    pattern,
                    is_exception,
                }),
                Err(what) => wrong.push(what),
            }
        } else {
            wrong.push(line.to_owned());
        }
    }
    (entries, wrong)
}

/// Words that were found.
struct Found {
    points: i32,
    words: String,
}

/// What the words of a job say against it: of each phrase the heaviest that was found.
pub fn reasons(sentences: &[Sentence<'_>], posting: &Posting<'_>) -> Vec<Reason> {
    let mut heaviest: HashMap<Phrase, Found> = HashMap::new();
    let mut is_after_warning = false;
    for sentence in sentences {
        let found = in_sentence(sentence);
        let has = |phrase| found.iter().any(|(which, _)| *which == phrase);
        let warns = has(Phrase::Warning) && !has(Phrase::Assurance);
        if !warns && !is_after_warning {
            for (phrase, found) in found {
                let known = heaviest.get(&phrase);
                if known.is_none_or(|known| known.points < found.points) {
                    heaviest.insert(phrase, found);
                }
            }
        }
        is_after_warning = warns;
    }
    let mut reasons = Vec::new();
    let is_home =
        posting.workplace == Workplace::Remote || heaviest.contains_key(&Phrase::FromHome);
    if let Some(earnings) = heaviest.get(&Phrase::Earnings)
        && heaviest.contains_key(&Phrase::NoExperience)
        && is_home
    {
        reasons.push(reason(
            Phrase::EasyMoney,
            EASY_MONEY,
            earnings.words.clone(),
        ));
    }
    let mut heaviest: Vec<(Phrase, Found)> = heaviest.into_iter().collect();
    heaviest.sort_by_key(|(phrase, _)| *phrase as usize);
    let heaviest = heaviest
        .into_iter()
        .filter(|(phrase, _)| phrase.is_reason());
    reasons.extend(heaviest.map(|(phrase, found)| reason(phrase, found.points, found.words)));
    reasons
}

fn reason(phrase: Phrase, points: i32, words: String) -> Reason {
    Reason::new(points, Signal::Words { phrase, words })
}

fn in_sentence(sentence: &Sentence<'_>) -> Vec<(Phrase, Found)> {
    let mut found = Vec::new();
    let mut exceptions = Vec::new();
    for (from, word) in sentence.words.iter().enumerate() {
        let number = word.is_number().then_some("0");
        let keys = [Some(key(&word.text)), number];
        let entries = keys
            .into_iter()
            .flatten()
            .filter_map(|key| FILE.by_key.get(key));
        for entry in entries.flatten().map(|at| &FILE.entries[*at]) {
            let Some(length) = entry.pattern.end(&sentence.words[from..]) else {
                continue;
            };
            if entry.is_exception {
                exceptions.push(entry.phrase);
            } else if entry.phrase == Phrase::Warning
                || !is_denied(sentence, from, from + length, entry.pattern.says_no)
            {
                let mut words = sentence.written(from, from + length);
                if let Some((end, _)) = words.char_indices().nth(LONGEST_SHOWN) {
                    words.truncate(end);
                }
                let points = entry.points;
                found.push((entry.phrase, Found { points, words }));
            }
        }
    }
    found.retain(|(phrase, _)| !exceptions.contains(phrase));
    found
}

#[cfg(test)]
mod tests {
    use strum::VariantArray;

    use super::*;
    use crate::moderation::score::sentences::of;

    #[test]
    fn every_line_of_the_file_is_read_and_every_phrase_has_words() {
        let (entries, wrong) = parse(include_str!("phrases.txt"));
        assert!(wrong.is_empty(), "{wrong:#?}");
        for phrase in Phrase::VARIANTS {
            let has_words = entries.iter().any(|entry| entry.phrase == *phrase);
            assert!(has_words || *phrase == Phrase::EasyMoney, "{phrase:?}");
        }
    }

    /// The phrases found in one sentence.
    fn found(text: &str) -> Vec<&'static str> {
        let sentences = of(text);
        let found = sentences
            .iter()
            .flat_map(in_sentence)
            .map(|(phrase, _)| phrase.into());
        let mut names: Vec<&'static str> = found.collect();
        names.dedup();
        names
    }

    #[test]
    fn what_is_denied_or_done_by_the_employer_is_not_found() {
        for (says, phrase) in [
            ("You pay a registration fee of 49 dollars.", "upfront_cost"),
            ("Contact us on Telegram.", "messenger"),
            ("Sie zahlen vorab eine Bearbeitungsgebühr.", "upfront_cost"),
            (
                "You do not need experience, just buy the starter kit.",
                "upfront_cost",
            ),
        ] {
            assert!(found(says).contains(&phrase), "{says}: {:?}", found(says));
        }
        for says in [
            "We never ask for payment, bank details or gift cards.",
            "We will never ask you to pay a registration fee.",
            "A background check is required, which we pay for.",
            "We pay the registration fee for you.",
            "We do not interview over WhatsApp or Telegram.",
            "Eine Bearbeitungsgebühr müssen Sie nicht bezahlen.",
            "Wir verlangen keine Bearbeitungsgebühr.",
            "Our product lets shops answer their customers on WhatsApp.",
        ] {
            assert!(found(says).is_empty(), "{says}: {:?}", found(says));
        }
    }
}

//! Words that prove that two words ran together: what is left on each side must be one.

use std::{
    collections::{HashMap, HashSet},
    sync::LazyLock,
};

/// Words of advertisements; the head of their file says where they are from.
static COMMON: LazyLock<HashSet<&'static str>> = LazyLock::new(|| {
    include_str!("words.txt")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .flat_map(str::split_whitespace)
        .collect()
});

/// Words that begin a line of an advertisement or a sentence, and end no name.
static OPENERS: LazyLock<HashSet<&'static str>> = LazyLock::new(|| {
    "ability able additional adhere adhering administrative all an analyzing any are as assist assistant assisting \
     assists at attention authoring availability bachelor be benefits candidate comfortable communicate \
     competitive compile complete conduct consistently coordinate creating creative degree demonstrate demonstrated \
     demonstrating desired develop developing effective ensure ensures ensuring enthusiastic excellent exceptional \
     experience experienced expert exposure extensive familiar familiarity flexible fluency fluent follow for from \
     generous great handle handling has have helping highly how ideal identify identifying if implement job \
     knowledge liaising location maintain maintaining manage manages managing minimum monitor must operate operates \
     operating opportunity our oversee outstanding participate passionate perform performing please position positive \
     preferred prepare preparing previous prior proficiency proficient proven provide provides providing qualifications \
     required requirements requires responsibilities responsible salary solid strong successful superb supporting taking \
     that the these they this to understand understanding utilize valid very we what when where who why willingness with \
     working you your"
        .split_whitespace()
        .collect()
});

/// Endings that words have, and the second halves of names hardly ever.
const ENDINGS: &[&str] = &[
    "able", "ability", "ally", "ance", "ate", "ative", "ed", "ence", "ency", "ful", "ial", "ies",
    "ing", "ings", "ious", "ity", "ive", "ize", "less", "ly", "ment", "ments", "ness", "ous",
    "sion", "tion", "tional", "tions", "ual",
];

/// A word of fewer letters ends like another by accident.
const SHORTEST_DERIVED: usize = 6;

/// The words that are known: the usual ones, and those that the text has on their own.
#[derive(Debug)]
pub struct Vocabulary<'a> {
    own: HashMap<&'a str, usize>,
}

impl<'a> Vocabulary<'a> {
    pub fn of(text: &'a str) -> Self {
        let mut own = HashMap::new();
        for word in text.split(|c: char| !c.is_alphanumeric()) {
            if !word.is_empty() {
                *own.entry(word).or_default() += 1;
            }
        }
        Self { own }
    }

    /// Whether `word`, a part of a longer one, is a word of its own.
    pub fn has(&self, word: &str) -> bool {
        let small = word.to_lowercase();
        let alone = small.chars().count() > 2
            && (self.own.contains_key(small.as_str()) || self.own.contains_key(word));
        alone || is_common(&small)
    }
}

fn is_common(small: &str) -> bool {
    COMMON.contains(small) || OPENERS.contains(small)
}

/// Whether `word` begins lines.
pub fn is_opener(word: &str) -> bool {
    OPENERS.contains(word.to_lowercase().as_str())
}

/// Whether `word` ends as words do that are made of others.
pub fn is_derived(word: &str) -> bool {
    let small = word.to_lowercase();
    let stem = small.strip_suffix('s').unwrap_or(&small);
    let is_long = word.chars().count() >= SHORTEST_DERIVED;
    is_common(stem) || (is_long && ENDINGS.iter().any(|ending| small.ends_with(ending)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_known_by_the_list_or_by_the_text() {
        let vocabulary = Vocabulary::of("Our huddles, and DoorDash");
        for (word, is_known) in [
            ("skills", true),
            ("Ability", true),
            ("Huddles", true),
            ("Dash", false),
            ("Hub", false),
            ("Aegean", false),
            ("#", false),
        ] {
            assert_eq!(vocabulary.has(word), is_known, "{word}");
        }
        assert!(is_opener("Must") && !is_opener("Point"));
        assert!(is_derived("Researching") && !is_derived("Jet"));
    }
}

//! Whether two texts are the same, or one is a copy of the other with a few words changed, found without reading them
//! again: each has a few numbers that stay the same for ever and can be looked up by an index.

use xxhash_rust::xxh3::{xxh3_64, xxh3_64_with_seed};

use super::words;

/// So many words in a row are compared.
const SHINGLE: usize = 4;

/// How many numbers a text has besides that of the whole.
pub const MINIMA: usize = 8;

/// So many of the minima are the same where one text is a copy of the other: texts that share three quarters of
/// their words in a row have so many nearly always, and texts that share a quarter hardly ever.
pub const LIKE: usize = 5;

/// What is left of a text to compare: its words without case, accents, punctuation and markup.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub struct Fingerprint {
    /// The same for texts of the same words.
    pub whole: i64,
    /// Of all rows of four words, the smallest by each of eight orders (MinHash).
    pub minima: [i64; MINIMA],
}

impl Fingerprint {
    /// Nothing where a text has fewer than eight words: such texts are alike by chance.
    pub fn of(text: &str) -> Option<Self> {
        let words = words::plain(text);
        if words.len() < 2 * SHINGLE {
            return None;
        }
        let mut minima = [u64::MAX; MINIMA];
        for row in words.windows(SHINGLE) {
            let row = xxh3_64(row.join(" ").as_bytes()).to_le_bytes();
            for (seed, least) in (1..).zip(&mut minima) {
                *least = xxh3_64_with_seed(&row, seed).min(*least);
            }
        }
        Some(Self {
            whole: xxh3_64(words.join(" ").as_bytes()).cast_signed(),
            minima: minima.map(u64::cast_signed),
        })
    }

    /// How many of the minima are the same.
    pub fn likeness(&self, other: &Self) -> usize {
        let pairs = self.minima.iter().zip(&other.minima);
        pairs.filter(|(one, other)| one == other).count()
    }

    /// Whether one is a copy of the other, or nearly so.
    pub fn is_like(&self, other: &Self) -> bool {
        self.whole == other.whole || self.likeness(other) >= LIKE
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "You look after twelve residents at night together with a second nurse, give medication, \
        comfort families and write the report for the morning. Night premium of 25 percent, and a bicycle if you like. \
        We have two houses near the river and a garden in which vegetables grow that our kitchen uses every day.";

    #[test]
    fn a_fingerprint_is_that_of_the_words_and_stays_the_same() {
        let one = Fingerprint::of(TEXT);
        assert!(one.is_some());
        let marked = TEXT
            .to_uppercase()
            .replace("NIGHT", "**night**")
            .replace(". ", ".\n\n- ");
        assert_eq!(Fingerprint::of(&marked), one);
        assert_eq!(Fingerprint::of("Nurse wanted."), None);
        // What is stored must be found again by later versions.
        let stored = Fingerprint::of("one two three four five six seven eight");
        assert_eq!(stored.map(|stored| stored.whole), Some(STORED));
    }

    const STORED: i64 = -6_138_632_476_252_846_204;

    #[test]
    fn a_copy_with_some_words_changed_is_like_its_original_and_other_texts_are_not() {
        let copy = TEXT
            .replace("twelve", "ten")
            .replace("25 percent", "30 percent");
        let other = "You drive a van to forty shops a day, carry crates, and write down what is missing. We \
            provide the van and a phone. Early start, home by two, and every second Saturday is free.";
        let all = [TEXT, &copy, other].map(Fingerprint::of);
        let [Some(original), Some(copy), Some(other)] = all else {
            panic!("each has words enough");
        };
        assert_ne!(copy.whole, original.whole);
        assert!(copy.is_like(&original), "{}", copy.likeness(&original));
        assert!(!other.is_like(&original));
    }
}

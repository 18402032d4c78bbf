//! Words that stand in very many jobs. Where two of them are next to each other, the index knows it without looking
//! at where each of them stands.

use std::{collections::HashSet, sync::LazyLock};

static WORDS: LazyLock<HashSet<&str>> = LazyLock::new(|| {
    let lines = include_str!("frequent.txt").lines();
    let lines = lines.filter(|line| !line.starts_with('#'));
    lines.flat_map(str::split_whitespace).collect()
});

/// Each two of `words` that are frequent and next to each other, as one.
pub fn pairs(words: &[String]) -> Vec<String> {
    let are_frequent: Vec<bool> = words.iter().map(|word| is_frequent(word)).collect();
    let pairs = words.windows(2).zip(are_frequent.windows(2));
    let frequent = pairs.filter(|(_, are_frequent)| are_frequent == &[true, true]);
    frequent.map(|(words, _)| pair(words)).collect()
}

/// Words next to each other as one.
pub fn pair(words: &[String]) -> String {
    words.join(" ")
}

fn is_frequent(word: &str) -> bool {
    WORDS.contains(word)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::words::stems;

    #[test]
    fn only_frequent_words_make_pairs() {
        let words = stems("Strong communication skills and Kubernetes experience required");
        let expected = ["strong communication", "communication skill", "skill and"];
        assert_eq!(pairs(&words)[..3], expected);
        assert!(
            pairs(&words)
                .iter()
                .all(|pair| !pair.contains("kubernetes"))
        );
    }

    #[test]
    fn the_list_has_words_as_the_index_has_them() {
        for word in WORDS.iter() {
            assert_eq!(stems(word), [*word]);
        }
    }
}

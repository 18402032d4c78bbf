//! Slips of the finger.

const LETTERS: &[u8] = b"abcdefghijklmnopqrstuvwxyz";

/// A shorter word is too easily another.
const SHORTEST: usize = 4;

/// Two slips in a shorter word can be any other.
const SHORTEST_FOR_TWO: usize = 8;

/// Everything that is one slip away from `word`: a letter too many, too few, another, or two swapped.
pub fn of(word: &str) -> Vec<String> {
    let letters = word.as_bytes();
    if letters.len() < SHORTEST || !letters.iter().all(u8::is_ascii_alphanumeric) {
        return Vec::new();
    }
    let mut slips: Vec<Vec<u8>> = Vec::new();
    for place in 0..=letters.len() {
        let (before, after) = letters.split_at(place);
        if let [_, rest @ ..] = after {
            slips.push([before, rest].concat());
            for letter in LETTERS {
                slips.push([before, &[*letter], rest].concat());
            }
        }
        if let [first, second, rest @ ..] = after {
            slips.push([before, &[*second, *first], rest].concat());
        }
        for letter in LETTERS {
            slips.push([before, &[*letter], after].concat());
        }
    }
    let mut slips: Vec<String> = slips
        .into_iter()
        .filter_map(|slip| String::from_utf8(slip).ok())
        .filter(|slip| slip != word)
        .collect();
    slips.sort_unstable();
    slips.dedup();
    slips
}

/// The first of `known` that is two slips away from `word`, which begins with the same letter and is long
/// enough to be meant.
pub fn two_slips_away(word: &str, known: impl IntoIterator<Item = String>) -> Option<String> {
    if word.len() < SHORTEST_FOR_TWO {
        return None;
    }
    let mut known = known.into_iter();
    known.find(|known| strsim::damerau_levenshtein(word, known) <= 2)
}

#[cfg(test)]
mod tests {
    use super::{of, two_slips_away};

    #[test]
    fn one_slip_is_a_letter_more_less_other_or_swapped() {
        for (typed, meant) in [
            ("enginer", "engineer"),
            ("javascipt", "javascript"),
            ("devleoper", "developer"),
            ("nursse", "nurse"),
            ("pythen", "python"),
        ] {
            assert!(of(typed).contains(&meant.to_owned()), "{typed}");
        }
        assert!(of("go").is_empty());
    }

    #[test]
    fn two_slips_are_forgiven_in_long_words() {
        let known = || ["designer", "developer"].map(String::from);
        let meant = two_slips_away("devvelopper", known());
        assert_eq!(meant.as_deref(), Some("developer"));
        assert_eq!(two_slips_away("zzzzzzzzz", known()), None);
        assert_eq!(two_slips_away("dezigna", known()), None);
    }
}

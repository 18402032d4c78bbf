//! Slips of the finger.

const LETTERS: &[u8] = b"abcdefghijklmnopqrstuvwxyz";

/// A shorter word is too easily another.
const SHORTEST: usize = 4;

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

#[cfg(test)]
mod tests {
    use super::of;

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
}

//! Slips of the finger.

const LETTERS: &[u8] = b"abcdefghijklmnopqrstuvwxyz";

/// Letters that sound alike.
const ALIKE: [&[u8]; 5] = [b"aeiouy", b"cksz", b"dt", b"fv", b"mn"];

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

/// Those of `known` that are at most two slips away from `word`, where it is long enough for that to be meant.
pub fn at_most_two_away(word: &str, mut known: Vec<String>) -> Vec<String> {
    if word.len() < SHORTEST_FOR_TWO {
        return Vec::new();
    }
    known.retain(|known| strsim::damerau_levenshtein(word, known) <= 2);
    known
}

/// How a word becomes another, what happens most often first.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub enum Slip {
    /// Two letters are swapped, or one is typed once instead of twice, or twice instead of once.
    SwappedOrDoubled,
    /// A letter is missing, or another that sounds alike is in its place.
    MissingOrAlike,
    /// A letter too many or another letter; more than one slip.
    Other,
    /// The first letter is another: people see that.
    First,
}

impl Slip {
    /// What was done to `meant` so that it became `typed`.
    pub fn between(typed: &str, meant: &str) -> Self {
        let (typed, meant) = (typed.as_bytes(), meant.as_bytes());
        let same = |(one, other): &(&u8, &u8)| one == other;
        let begin = typed.iter().zip(meant).take_while(same).count();
        let (left, wanted) = (&typed[begin..], &meant[begin..]);
        let backwards = left.iter().rev().zip(wanted.iter().rev());
        let end = backwards.take_while(same).count();
        let left = &left[..left.len() - end];
        let wanted = &wanted[..wanted.len() - end];
        let previous = typed[..begin].last();
        match (left, wanted) {
            ([one, other], [first, second]) if (one, other) == (second, first) => {
                Self::SwappedOrDoubled
            }
            ([letter], []) | ([], [letter]) if previous == Some(letter) => Self::SwappedOrDoubled,
            ([], []) => Self::Other,
            _ if previous.is_none() => Self::First,
            ([], [_]) => Self::MissingOrAlike,
            ([typed], [meant]) if sound_alike(*typed, *meant) => Self::MissingOrAlike,
            _ => Self::Other,
        }
    }
}

fn sound_alike(one: u8, other: u8) -> bool {
    let both = |letters: &&[u8]| letters.contains(&one) && letters.contains(&other);
    ALIKE.iter().any(both)
}

#[cfg(test)]
mod tests {
    use super::{Slip, at_most_two_away, of};

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
        let near =
            |word| at_most_two_away(word, ["designer", "developer"].map(String::from).into());
        assert_eq!(near("devvelopper"), ["developer"]);
        assert!(near("zzzzzzzzz").is_empty());
        assert!(near("dezigna").is_empty());
    }

    #[test]
    fn some_slips_happen_more_often_than_others() {
        for (typed, meant, slip) in [
            ("enginer", "engineer", Slip::SwappedOrDoubled),
            ("enginneer", "engineer", Slip::SwappedOrDoubled),
            ("anlayst", "analyst", Slip::SwappedOrDoubled),
            ("naalyst", "analyst", Slip::SwappedOrDoubled),
            ("devloper", "developer", Slip::MissingOrAlike),
            ("maneger", "manager", Slip::MissingOrAlike),
            ("nurce", "nurse", Slip::MissingOrAlike),
            ("enginer", "engines", Slip::Other),
            ("nurxse", "nurse", Slip::Other),
            ("nurse", "nurse", Slip::Other),
            ("manger", "danger", Slip::First),
            ("urse", "nurse", Slip::First),
        ] {
            assert_eq!(Slip::between(typed, meant), slip, "{typed}");
        }
    }
}

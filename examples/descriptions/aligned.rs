//! Two texts side by side, by their letters and digits.

/// Longest difference after which the texts are found to go on alike, in letters.
const LONGEST_DIFFERENCE: usize = 3_000;

/// So many equal letters in a row are no accident.
const ENOUGH: usize = 12;

/// A letter or digit, and what stood before it since the last one.
pub struct Letter {
    pub letter: char,
    pub gap: String,
    /// Where it is in the text, in bytes.
    pub at: usize,
}

pub fn letters(text: &str) -> Vec<Letter> {
    let mut letters = Vec::new();
    let mut gap = String::new();
    for (at, c) in text.char_indices() {
        if c.is_alphanumeric() {
            letters.push(Letter {
                letter: c,
                gap: std::mem::take(&mut gap),
                at,
            });
        } else {
            gap.push(c);
        }
    }
    letters
}

/// What both have, or one alone.
pub enum Pair {
    Both(usize, usize),
    Lost(usize, usize),
    Added(usize, usize),
}

pub fn pairs(found: &[Letter], shown: &[Letter]) -> Vec<Pair> {
    let mut pairs = Vec::new();
    let (mut a, mut b) = (0, 0);
    while a < found.len() && b < shown.len() {
        if found[a].letter == shown[b].letter {
            pairs.push(Pair::Both(a, b));
            (a, b) = (a + 1, b + 1);
            continue;
        }
        let (lost, added) = difference(&found[a..], &shown[b..]);
        if lost > 0 {
            pairs.push(Pair::Lost(a, a + lost));
        }
        if added > 0 {
            pairs.push(Pair::Added(b, b + added));
        }
        (a, b) = (a + lost, b + added);
    }
    if a < found.len() {
        pairs.push(Pair::Lost(a, found.len()));
    }
    if b < shown.len() {
        pairs.push(Pair::Added(b, shown.len()));
    }
    pairs
}

/// How many letters of each side come before both go on alike.
fn difference(found: &[Letter], shown: &[Letter]) -> (usize, usize) {
    let alike = |a: usize, b: usize| {
        let (a, b) = (&found[a..], &shown[b..]);
        let length = ENOUGH.min(a.len()).min(b.len());
        length > 0 && (0..length).all(|at| a[at].letter == b[at].letter)
    };
    for distance in 1..LONGEST_DIFFERENCE {
        if distance < found.len() && alike(distance, 0) {
            return (distance, 0);
        }
        if distance < shown.len() && alike(0, distance) {
            return (0, distance);
        }
        if distance < found.len() && distance < shown.len() && alike(distance, distance) {
            return (distance, distance);
        }
    }
    (found.len(), shown.len())
}

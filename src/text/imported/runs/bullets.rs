//! Bullets and dashes in the middle of a line, where the line breaks before them were lost.

use std::ops::Range;

use super::words::Words;

/// Signs that stand before an item of a list.
const BULLETS: &[char] = &['•', '·', '▪', '●', '►', '➢', '✓', '*', '–', '-'];

/// So many dashes in one line begin lines; fewer join words.
const DASHED_LINES: usize = 3;

/// Dashes after the end of a sentence, of which so many begin items.
const DASHED_SENTENCES: usize = 2;

/// Characters that a bullet takes up at most, with the blanks around it.
const WIDEST: usize = 60;

/// Where the items of one line begin.
#[derive(Debug)]
pub struct Bullets {
    at: Vec<usize>,
}

impl Bullets {
    pub fn of(chars: &[char], line: Range<usize>, words: &Words) -> Self {
        let inside = line.start + 1..line.end;
        let dashes: Vec<usize> = inside
            .clone()
            .filter(|at| is_dash(chars, *at, words))
            .collect();
        let alone: Vec<usize> = inside
            .clone()
            .filter(|at| is_dash_alone(chars, *at))
            .collect();
        let ends = |at: &&usize| ends_sentence(chars, **at);
        let first = chars[line.clone()].iter().find(|c| !c.is_whitespace());
        let is_dashed = matches!(first, Some('-' | '–'));
        let is_list = is_dashed || alone.iter().filter(ends).count() >= DASHED_SENTENCES;
        let mut at: Vec<usize> = inside.filter(|at| is_bullet(chars, *at)).collect();
        if dashes.len() >= DASHED_LINES {
            at.extend(dashes);
        }
        if is_list {
            at.extend(alone);
        }
        at.sort_unstable();
        Self { at }
    }

    pub fn is_at(&self, at: usize) -> bool {
        self.at.binary_search(&at).is_ok()
    }
}

/// `piece` without the bullet that it begins with.
pub fn without(piece: &str) -> &str {
    piece.trim_start_matches(BULLETS).trim_start()
}

/// Whether `piece` is a bullet with nothing but blanks around it.
pub fn is_alone(piece: &[char]) -> bool {
    piece.len() <= WIDEST
        && piece
            .iter()
            .all(|c| c.is_whitespace() || BULLETS.contains(c))
}

/// Whether an item of a list begins at `at` with its bullet. A single dash is not taken for one: it
/// joins more often than it begins.
fn is_bullet(chars: &[char], at: usize) -> bool {
    let alone = chars[at - 1].is_whitespace() && chars.get(at + 1) == Some(&' ');
    match chars[at] {
        '*' | '·' => alone,
        '•' | '▪' | '●' | '►' | '➢' | '✓' => true,
        _ => false,
    }
}

/// Whether the dash at `at` may begin a line: `energy-Execute`, but not `Mid-Market`.
fn is_dash(chars: &[char], at: usize, words: &Words) -> bool {
    let word = words.lower_case_start(at);
    let after_word = at - word >= 3 && (word == 0 || !chars[word - 1].is_alphabetic());
    let begins = chars.get(at + 1).is_some_and(|c| c.is_uppercase())
        && chars.get(at + 2).is_some_and(|c| c.is_lowercase());
    chars[at] == '-' && begins && (after_word || chars[at - 1] == '…')
}

/// Whether the dash at `at` may be the bullet of an item: it stands before a blank and a capital, and not
/// between two numbers or days.
fn is_dash_alone(chars: &[char], at: usize) -> bool {
    let begins = chars
        .get(at + 2)
        .is_some_and(|c| c.is_uppercase() || matches!(c, '$' | '€' | '£'));
    matches!(chars[at], '-' | '–')
        && chars.get(at + 1).is_some_and(|c| c.is_whitespace())
        && begins
        && !chars[at - 1].is_ascii_digit()
}

/// Whether what stands before `at`, apart from blanks, ends a sentence.
fn ends_sentence(chars: &[char], at: usize) -> bool {
    let last = chars[..at].iter().rev().find(|c| !c.is_whitespace());
    matches!(last, Some('.' | '!' | '?' | ':' | ';' | '…'))
}

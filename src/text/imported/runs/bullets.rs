//! Bullets and dashes in the middle of a line, where the line breaks before them were lost.

use std::ops::Range;

use super::{numbers, words::Words};

/// Signs that stand before an item of a list.
const BULLETS: &[char] = &[
    '•', '·', '▪', '●', '○', '◦', '■', '►', '➢', '➤', '✓', '✔', '*', '–', '-',
];

/// So many dashes in one line begin lines; fewer join words.
const DASHED_LINES: usize = 3;

/// Dashes after the end of a sentence, of which so many begin items.
const DASHED_SENTENCES: usize = 2;

/// Dashes behind words with a column of blanks behind them, of which so many begin items.
const DASHED_GAPS: usize = 2;

/// So many stars behind words begin items; one leads to a footnote.
const STARRED_LINES: usize = 3;

/// What goes on after a hyphen: `full- and part-time`.
const CONNECTED: &[&str] = &["and", "or", "to", "und", "oder", "bis", "et", "ou"];

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
        let found = |test: &dyn Fn(usize) -> bool| -> Vec<usize> {
            inside.clone().filter(|at| test(*at)).collect()
        };
        let first = chars[line.clone()].iter().find(|c| !c.is_whitespace());
        let is_dashed = matches!(first, Some('-' | '–'));
        let is_opened = chars[line.clone()]
            .windows(2)
            .any(|pair| pair == [':', '-']);
        let alone = found(&|at| is_dash_alone(chars, at, is_opened));
        let sentences = alone.iter().filter(|at| ends_sentence(chars, **at)).count();
        let mut at = found(&|at| is_bullet(chars, at));
        if is_dashed || is_opened || sentences >= DASHED_SENTENCES {
            at.extend(alone);
        }
        let dashes = found(&|at| is_dash(chars, at, words));
        if dashes.len() >= DASHED_LINES || is_opened {
            at.extend(dashes);
        }
        let stars = found(&|at| is_star(chars, at));
        if stars.len() >= STARRED_LINES {
            at.extend(stars);
        }
        let gaps = found(&|at| is_dash_before_gap(chars, at));
        if gaps.len() >= DASHED_GAPS {
            at.extend(gaps);
        }
        at.extend(numbers::of(chars, line));
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
    let is_bullet = |c: &char| c.is_whitespace() || BULLETS.contains(c);
    piece.len() <= WIDEST && (piece.iter().all(is_bullet) || numbers::is_alone(piece))
}

/// Whether an item of a list begins at `at` with its bullet. A single dash is not taken for one: it
/// joins more often than it begins.
fn is_bullet(chars: &[char], at: usize) -> bool {
    let is_blank = |c: Option<&char>| c.is_some_and(|c| c.is_whitespace());
    let opens = is_blank(chars.get(at + 1));
    match chars[at] {
        '*' => chars[at - 1].is_whitespace() && opens,
        '·' => !chars[at - 1].is_alphanumeric() && opens,
        '○' | '◦' | '■' => opens,
        '•' | '▪' | '●' | '►' | '➢' | '➤' | '✓' | '✔' => true,
        _ => false,
    }
}

/// Whether the dash at `at` may begin a line: `energy-Execute`, but not `Mid-Market`.
fn is_dash(chars: &[char], at: usize, words: &Words) -> bool {
    let word = words.lower_case_start(at);
    let after_word = at - word >= 3 && (word == 0 || !chars[word - 1].is_alphabetic());
    let next = chars.get(at + 1).copied().unwrap_or(' ');
    let after_next = chars.get(at + 2).copied().unwrap_or(' ');
    let is_word = after_next.is_lowercase() || matches!((next, after_next), ('A' | 'I', ' '));
    let begins = next.is_uppercase() && is_word;
    let after_mark = matches!(chars[at - 1], '…' | ':' | '.' | ';' | '!' | '?');
    let counts = next.is_ascii_digit() && matches!(after_next, '+' | ' ');
    chars[at] == '-' && (begins && (after_word || after_mark) || counts && after_mark)
}

/// Whether the dash at `at` may be the bullet of an item: it stands before a blank and a capital, and not
/// between two numbers. After a colon with a dash, items may begin with small letters.
fn is_dash_alone(chars: &[char], at: usize, is_opened: bool) -> bool {
    let next = chars.get(at + 2).copied().unwrap_or(' ');
    let opens = next.is_uppercase() || matches!(next, '$' | '€' | '£');
    let goes_on = || {
        let word: String = chars
            .iter()
            .skip(at + 2)
            .take_while(|c| c.is_alphabetic())
            .take(10)
            .collect();
        is_opened && next.is_lowercase() && !CONNECTED.contains(&word.as_str())
    };
    matches!(chars[at], '-' | '–')
        && chars.get(at + 1).is_some_and(|c| c.is_whitespace())
        && !chars[at - 1].is_ascii_digit()
        && (opens || goes_on())
}

/// Whether the star at `at`, close to the word before, may be the bullet of an item: `skills* Patience`,
/// `skills*Patience`.
fn is_star(chars: &[char], at: usize) -> bool {
    let next = |count: usize| chars.get(at + count).copied().unwrap_or(' ');
    let opens = match next(1) {
        ' ' => next(2).is_uppercase(),
        c => c.is_uppercase() && next(2).is_lowercase(),
    };
    chars[at] == '*' && !chars[at - 1].is_whitespace() && chars[at - 1] != '*' && opens
}

/// Whether the dash at `at`, close to what is before it, stands before a column of blanks: `Superior-      French`.
fn is_dash_before_gap(chars: &[char], at: usize) -> bool {
    let after = chars.get(at + 1..at + 4);
    let is_gap = after.is_some_and(|after| after.iter().all(|c| c.is_whitespace()));
    matches!(chars[at], '-' | '–') && !chars[at - 1].is_whitespace() && is_gap
}

/// Whether what stands before `at`, apart from blanks, ends a sentence.
fn ends_sentence(chars: &[char], at: usize) -> bool {
    let last = chars[..at].iter().rev().find(|c| !c.is_whitespace());
    matches!(last, Some('.' | '!' | '?' | ':' | ';' | '…'))
}

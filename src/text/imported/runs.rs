//! Finding where lines ran together: `headquarters.Reproducing`, `systemsResearching`,
//! `CPTKnowledge`.

mod names;
mod words;

use self::{names::Names, words::Words};

/// Spaces in a row that were a line break or a column once.
const COLUMN_GAP: usize = 3;

/// Signs that stand before an item of a list.
const BULLETS: &[char] = &['•', '·', '▪', '●', '►', '➢', '✓', '*', '–', '-'];

/// So many dashes in one text begin lines; fewer join words.
const DASHED_LINES: usize = 3;

/// Splits `text` where lines ran together. Pieces are trimmed, and none is empty.
pub fn split(text: &str) -> Vec<String> {
    let chars: Vec<char> = text.chars().collect();
    let words = Words::of(&chars);
    let names = Names::of(text);
    let mut pieces = Vec::new();
    let mut start = 0;
    let is_dash = |at: usize| is_dash(&chars, at, &words);
    let dashes = (1..chars.len()).filter(|at| is_dash(*at)).count();
    for at in 1..chars.len() {
        let dash = dashes >= DASHED_LINES && is_dash(at);
        let seam = chars[at].is_uppercase() && is_seam(&chars, at, &words, &names);
        if seam || dash || is_gap(&chars, at) || is_bullet(&chars, at) {
            push(&mut pieces, &chars[start..at]);
            start = at;
        }
    }
    push(&mut pieces, &chars[start..]);
    pieces
}

fn push(pieces: &mut Vec<String>, chars: &[char]) {
    let piece: String = chars.iter().collect();
    let piece = piece.split_whitespace().collect::<Vec<_>>().join(" ");
    let piece = piece.trim_start_matches(BULLETS).trim_start();
    if !piece.is_empty() && !is_word_processor_leftover(piece) {
        pieces.push(piece.to_owned());
    }
}

/// What a word processor leaves behind when its text is pasted.
fn is_word_processor_leftover(piece: &str) -> bool {
    matches!(piece, "Normal 0" | "false false false") || piece.ends_with("X-NONE")
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

/// Whether a column gap ends at `at`. What goes on in lower case is the same line, wrapped.
fn is_gap(chars: &[char], at: usize) -> bool {
    !chars[at].is_whitespace()
        && !chars[at].is_lowercase()
        && at >= COLUMN_GAP
        && chars[at - COLUMN_GAP..at].iter().all(|c| c.is_whitespace())
}

/// Whether one line ends before the capital at `at`.
fn is_seam(chars: &[char], at: usize, words: &Words, names: &Names<'_>) -> bool {
    let before = chars[at - 1];
    let lower_after = |count: usize| {
        chars
            .get(at + 1..=at + count)
            .is_some_and(|after| after.iter().all(|c| c.is_lowercase()))
    };
    let shouts = chars
        .get(at + 1..=at + 3)
        .is_some_and(|after| after.iter().all(|c| c.is_uppercase()));
    let opens_word =
        lower_after(1) || shouts || chars.get(at + 1).is_some_and(|c| c.is_whitespace());
    if words.is_in_address(at) {
        return false;
    }
    match before {
        '.' | '!' | '?' | ';' | ':' | ')' | '”' | '’' | '…' => {
            let ends_line =
                at >= 2 && (chars[at - 2].is_lowercase() || !chars[at - 2].is_alphabetic());
            let shouted_heading = before == ':' && at >= 2 && chars[at - 2].is_uppercase();
            (ends_line || shouted_heading || before == ')') && opens_word
        }
        c if c.is_lowercase() => {
            let alone = matches!(chars.get(at + 1), Some(' ' | '+')) && chars[at] == 'A';
            alone || (lower_after(1) && !names.has(at))
        }
        c if c.is_uppercase() => at >= 2 && chars[at - 2].is_uppercase() && lower_after(3),
        c if c.is_ascii_digit() => at >= 2 && !chars[at - 2].is_alphabetic() && lower_after(3),
        _ => false,
    }
}

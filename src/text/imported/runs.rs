//! Finding where lines ran together: `headquarters.Reproducing`, `systemsResearching`,
//! `CPTKnowledge`. Text that has its lines is left alone, and no word is split without proof that it was
//! two.

mod bullets;
mod names;
mod numbers;
mod seams;
mod vocabulary;
mod words;

use std::ops::Range;

use self::{bullets::Bullets, seams::Seams, words::Words};

/// Spaces in a row that were a line break or a column once.
const COLUMN_GAP: usize = 3;

/// So many gaps in the middle of sentences show that gaps are no columns.
const FEWEST_WRAPS: usize = 3;

/// So many lines without an empty one between show that a text has its line breaks, and so many
/// paragraphs do.
const LINES: usize = 2;
const PARAGRAPHS: usize = 8;

/// So many places where lines ran together are no slips; in a text of one line fewer will do.
const SEAMS: usize = 3;
const SEAMS_OF_A_LINE: usize = 2;

/// A line, or a part of one that was a line once.
#[derive(Debug, PartialEq, Eq)]
pub struct Piece {
    pub text: String,
    /// Whether a bullet stood before it.
    pub has_bullet: bool,
}

/// The lines of `text`, each in the pieces that ran together in it; nothing where its lines are there.
/// Names in `known` stay whole. Pieces are trimmed, and none is empty.
pub fn split(text: &str, known: &str) -> Option<Vec<Vec<Piece>>> {
    let chars: Vec<char> = text.chars().collect();
    let lines = lines(&chars);
    let words = Words::of(&chars);
    let seams = Seams::of(text, &chars, known, &words);
    let is_run_together = is_run_together(&seams, lines.len());
    if !is_run_together && has_lines(text, lines.len()) {
        return None;
    }
    let pieces = |line: Range<usize>| {
        let has_columns = !are_wraps(&chars[line.clone()]);
        let bullets = Bullets::of(&chars, line.clone(), &words);
        let mut pieces = Vec::new();
        let mut start = line.start;
        for at in line.start + 1..line.end {
            let is_seam = is_run_together && seams.is_at(at);
            let is_gap = has_columns && is_gap(&chars[line.start..at], chars[at]);
            let is_gap = is_gap && !bullets::is_alone(&chars[start..at]);
            if is_seam || bullets.is_at(at) || is_gap {
                pieces.extend(piece(&chars[start..at]));
                start = at;
            }
        }
        pieces.extend(piece(&chars[start..line.end]));
        pieces
    };
    let lines = lines.into_iter().map(pieces);
    Some(lines.filter(|pieces| !pieces.is_empty()).collect())
}

/// Where the lines are that hold anything.
fn lines(chars: &[char]) -> Vec<Range<usize>> {
    let mut lines = Vec::new();
    let mut start = 0;
    for line in chars.split(|c| *c == '\n') {
        let end = start + line.len();
        if line.iter().any(|c| !c.is_whitespace()) {
            lines.push(start..end);
        }
        start = end + 1;
    }
    lines
}

/// Whether the line breaks of `text` came with it.
fn has_lines(text: &str, lines: usize) -> bool {
    let is_blank = |line: &str| line.trim().is_empty();
    let all: Vec<&str> = text.split('\n').collect();
    let together = all.windows(2);
    let together = together.filter(|pair| pair.iter().all(|line| !is_blank(line)));
    lines >= PARAGRAPHS || together.count() >= LINES
}

fn piece(chars: &[char]) -> Option<Piece> {
    let piece: String = chars.iter().collect();
    let piece = piece.split_whitespace().collect::<Vec<_>>().join(" ");
    let text = bullets::without(&piece);
    let is_text = !text.is_empty() && !is_word_processor_leftover(text);
    is_text.then(|| Piece {
        text: text.to_owned(),
        has_bullet: text.len() < piece.len(),
    })
}

/// What a word processor leaves behind when its text is pasted.
fn is_word_processor_leftover(piece: &str) -> bool {
    matches!(piece, "Normal 0" | "false false false") || piece.ends_with("X-NONE")
}

/// Whether a column gap ends before `next`. What goes on in lower case is the same line, wrapped.
fn is_gap(before: &[char], next: char) -> bool {
    let gap = before.len().checked_sub(COLUMN_GAP);
    !next.is_whitespace()
        && !next.is_lowercase()
        && gap.is_some_and(|gap| before[gap..].iter().all(|c| c.is_whitespace()))
}

/// Whether the gaps in `line` are those of lines that were wrapped and indented: sentences go on behind them.
fn are_wraps(line: &[char]) -> bool {
    let ends = (COLUMN_GAP..line.len()).filter(|at| {
        let gap = &line[at - COLUMN_GAP..*at];
        !line[*at].is_whitespace() && gap.iter().all(|c| c.is_whitespace())
    });
    let (mut gaps, mut continued) = (0, 0);
    for at in ends {
        gaps += 1;
        continued += usize::from(line[at].is_lowercase());
    }
    continued >= FEWEST_WRAPS && continued * 4 >= gaps
}

/// Whether so many places where lines ran together are no slips.
fn is_run_together(seams: &Seams, lines: usize) -> bool {
    let needed = match lines {
        0 | 1 => SEAMS_OF_A_LINE,
        lines => lines.max(SEAMS),
    };
    seams.count() >= needed
}

/// `text` with a blank where a sentence begins right behind another one, unless lines ran together: `must.You may`.
pub fn spaced(text: &str, known: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let seams = Seams::of(text, &chars, known, &Words::of(&chars));
    if is_run_together(&seams, lines(&chars).len()) {
        return text.to_owned();
    }
    let mut spaced = String::with_capacity(text.len());
    for (at, c) in chars.iter().enumerate() {
        let is_end = at > 0 && matches!(chars[at - 1], '.' | '!' | '?');
        if is_end && seams.is_at(at) {
            spaced.push(' ');
        }
        spaced.push(*c);
    }
    spaced
}

#[cfg(test)]
mod tests;

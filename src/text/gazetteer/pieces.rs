//! The parts of a location that no commas part.

use super::{
    candidates::{Candidates, by_code, candidates, is_like_code},
    parts::bare,
};

/// Words of a part that is parted further. Each of them may be tried with and without all others.
const MOST_WORDS: usize = 8;

/// What each part may name; one that names nothing as a whole is parted further: `Austin TX`, `US-CA-Menlo Park`.
pub fn expanded(parts: &[&str]) -> Vec<Candidates> {
    let mut expanded = Vec::new();
    for part in parts {
        let code = part.to_ascii_uppercase();
        if !expanded.is_empty() && is_like_code(&code) && !by_code(&code).is_empty() {
            // `paris, tx`
            expanded.push(candidates(&code));
        } else {
            expanded.extend(pieces(part));
        }
    }
    expanded
}

fn pieces(part: &str) -> Vec<Candidates> {
    let whole = candidates(part);
    if !whole.all.is_empty() || part.split(is_between).nth(MOST_WORDS).is_some() {
        return vec![whole];
    }
    hyphenated(part)
        .or_else(|| behind_code(part))
        .or_else(|| before_region(part))
        .unwrap_or_else(|| vec![whole])
}

fn is_between(c: char) -> bool {
    c.is_whitespace() || matches!(c, '-' | '/')
}

/// `SG-Singapore`, `US-CA-Menlo Park`, `Remote-US`: all pieces are known, or the first is a code.
fn hyphenated(part: &str) -> Option<Vec<Candidates>> {
    let pieces: Vec<Candidates> = part
        .split(['-', '/'])
        .map(bare)
        .filter(|piece| !piece.is_empty())
        .map(candidates)
        .collect();
    let are_known = pieces.iter().all(|piece| !piece.all.is_empty());
    let has_wide = pieces.iter().any(Candidates::is_wide);
    let is_parted = part.contains(['-', '/']) && has_wide;
    let is_coded = pieces.first().is_some_and(Candidates::is_code);
    (is_parted && (are_known || is_coded)).then_some(pieces)
}

/// `US TX Austin`, `UK London`.
fn behind_code(part: &str) -> Option<Vec<Candidates>> {
    let (first, rest) = part.split_once(' ')?;
    let first = candidates(first);
    let rest = if first.is_wide() {
        pieces(rest.trim())
    } else {
        Vec::new()
    };
    let is_known = !first.codes.is_empty() && rest.iter().any(|piece| !piece.all.is_empty());
    is_known.then(|| [vec![first], rest].concat())
}

/// `Austin TX`, `Mountain View CA USA`, `Berlin Germany`.
fn before_region(part: &str) -> Option<Vec<Candidates>> {
    let gaps: Vec<usize> = part.match_indices(' ').map(|(at, _)| at).collect();
    let halves = gaps.iter().map(|at| part.split_at(*at));
    let mut fitting = halves.filter_map(|(left, right)| {
        let right = candidates(right.trim());
        let left = if right.is_wide() {
            pieces(left.trim())
        } else {
            Vec::new()
        };
        let is_known = left.iter().any(|piece| !piece.all.is_empty());
        is_known.then(|| [left, vec![right]].concat())
    });
    fitting.next()
}

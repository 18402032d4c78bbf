//! The rules, and where a description breaks them.

use std::collections::HashSet;

use regex::regex;

use crate::{
    aligned::{Letter, Pair, letters, pairs},
    shown::{Line, lines, plain},
};

pub const RULES: [&str; 12] = [
    "name-cut",
    "word-cut",
    "sentence-cut",
    "together",
    "glued",
    "line-lost",
    "bullet-lost",
    "heading-item",
    "tag-shown",
    "marks-shown",
    "text-lost",
    "text-added",
];

/// Characters on each side of a place that are printed.
const CONTEXT: usize = 28;

/// The usual titles of sections.
const TITLES: &str = "about us|about you|benefits|duties|qualifications|requirements|responsibilities|skills|what we offer|who you are|the role|the company";

/// What is bent in a description that a page shows as `html`. `names` has the company and the title.
pub fn places(raw: &str, names: &str, html: &str) -> Vec<(&'static str, String)> {
    let found = plain(raw);
    let lines = lines(html);
    let shown = lines
        .iter()
        .fold(String::new(), |text, line| text + &line.text + "\n");
    let mut places = letters_moved(&found, &shown, names);
    places.extend(lines_bent(&found, &lines));
    for (rule, marks) in [
        (
            "tag-shown",
            regex!(r"</?[a-zA-Z][a-zA-Z0-9]*(\s[^<>]*)?/?>|&(?:[a-z]{2,8}|#\d+);|<!--"),
        ),
        (
            "marks-shown",
            regex!(r"\*\*|\]\(http|(?m)^#{1,6} \S|^\s*__\S"),
        ),
    ] {
        let here = |at: usize| (rule, around(&shown, at));
        places.extend(marks.find_iter(&shown).map(|mark| here(mark.start())));
    }
    places
}

fn letters_moved(found: &str, shown: &str, names: &str) -> Vec<(&'static str, String)> {
    let mut places = Vec::new();
    let known = in_names(found, names);
    let (before, after) = (letters(found), letters(shown));
    let mut is_aligned = true;
    for pair in pairs(&before, &after) {
        match pair {
            Pair::Both(a, b) => {
                if is_aligned && a > 0 && b > 0 {
                    let last = before[a - 1].letter;
                    places.extend(
                        moved(&before[a], &after[b], last, &known)
                            .map(|rule| (rule, around(found, before[a].at))),
                    );
                }
                is_aligned = true;
            }
            Pair::Lost(from, to) => {
                let text: String = before[from..to]
                    .iter()
                    .map(|letter| letter.letter)
                    .collect();
                places.push(("text-lost", text.chars().take(80).collect()));
                is_aligned = false;
            }
            Pair::Added(from, to) => {
                let text: String = after[from..to].iter().map(|letter| letter.letter).collect();
                places.push(("text-added", text.chars().take(80).collect()));
                is_aligned = false;
            }
        }
    }
    places
}

/// What became of the place before a letter.
fn moved(
    found: &Letter,
    shown: &Letter,
    last: char,
    known: &HashSet<usize>,
) -> Option<&'static str> {
    let blank = |gap: &str| gap.contains(char::is_whitespace);
    let is_hump = last.is_lowercase() && found.letter.is_uppercase();
    match (found.gap.as_str(), shown.gap.as_str()) {
        ("", gap) if blank(gap) && known.contains(&found.at) => Some("name-cut"),
        ("", gap) if blank(gap) => Some("word-cut"),
        ("", "") if is_hump && !known.contains(&found.at) => Some("together"),
        (before, after) if blank(before) && !blank(after) => Some("glued"),
        (before, after) if before.contains('\n') && !after.contains('\n') => Some("line-lost"),
        (before, after) if !blank(before) && blank(after) => Some("sentence-cut"),
        _ => None,
    }
}

/// The letters, by their places, that stand inside a name.
fn in_names(text: &str, names: &str) -> HashSet<usize> {
    let listed = include_str!("names.txt").split_whitespace();
    let own = names.split(|c: char| !c.is_alphanumeric());
    let mut inside = HashSet::new();
    for name in listed.chain(own.filter(|name| name.len() > 2)) {
        for (at, _) in text.match_indices(name) {
            inside.extend(at + 1..at + name.len());
        }
    }
    inside
}

fn lines_bent(found: &str, lines: &[Line]) -> Vec<(&'static str, String)> {
    let letters = |text: &str| -> String { text.chars().filter(|c| c.is_alphanumeric()).collect() };
    let items: HashSet<String> = lines
        .iter()
        .filter(|line| line.is_item)
        .map(|line| letters(&line.text))
        .collect();
    let mut places = Vec::new();
    for line in found.lines() {
        let is_bulleted = regex!(r"^\s*(?:[•·▪●►➢✓]\s*|[-*–]\s+)\w").is_match(line);
        let text = letters(line);
        let is_item = items
            .iter()
            .any(|item| text.starts_with(item.as_str()) && !item.is_empty());
        if is_bulleted && !is_item {
            places.push(("bullet-lost", line.chars().take(60).collect()));
        }
    }
    for line in lines.iter().filter(|line| line.is_item) {
        let text = line.text.trim();
        let is_title = TITLES
            .split('|')
            .any(|title| text.trim_end_matches(':').eq_ignore_ascii_case(title));
        if text.chars().count() <= 70 && text.ends_with(':') || is_title {
            places.push(("heading-item", text.to_owned()));
        }
    }
    places
}

fn around(text: &str, at: usize) -> String {
    let before: Vec<char> = text[..at].chars().rev().take(CONTEXT).collect();
    let after = text[at..].chars().take(CONTEXT);
    let before = before
        .into_iter()
        .rev()
        .map(|c| if c == '\n' { '⏎' } else { c });
    let after = after.map(|c| if c == '\n' { '⏎' } else { c });
    before.chain(['│']).chain(after).collect()
}

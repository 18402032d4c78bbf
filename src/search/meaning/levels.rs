//! Levels that are said in words: each is shown as a chip that takes its words off. They are searched as words, for
//! no job states a level but in its title.

use super::filters::{length, readable, split};
use crate::platform::i18n::Message;

/// A level, and how people say it.
type Level = (Message, &'static [&'static [&'static str]]);

static LEVELS: [Level; 5] = [
    (
        Message::new("search-level-internship"),
        &[&["internship"], &["internships"], &["intern"], &["interns"]],
    ),
    (
        Message::new("search-level-entry"),
        &[
            &["entry", "level"],
            &["new", "grad"],
            &["new", "graduate"],
            &["early", "career"],
        ],
    ),
    (
        Message::new("search-level-junior"),
        &[&["junior"], &["jr"], &["jnr"]],
    ),
    (
        Message::new("search-level-mid"),
        &[&["mid", "level"], &["midlevel"]],
    ),
    (
        Message::new("search-level-senior"),
        &[&["senior"], &["sr"], &["snr"]],
    ),
];

/// Behind `senior` and `junior` these make it no level: `senior care`, `junior high school`.
const NO_LEVEL: &str =
    "care center centre citizen citizens college high home homes housing living school services";

/// A level that words say.
#[derive(Debug)]
pub struct Said {
    pub label: &'static Message,
    /// The words without it.
    pub without: String,
}

/// The levels that are said in `text`, in its order.
pub fn said(text: &str) -> Vec<Said> {
    let typed = split(text);
    let words: Vec<Vec<String>> = typed.iter().map(|typed| readable(typed)).collect();
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let Some((label, count)) = level(&words[at..]) else {
            at += 1;
            continue;
        };
        let others = typed[..at].iter().chain(&typed[at + count..]);
        let others: Vec<&str> = others.copied().collect();
        found.push(Said {
            label,
            without: others.join(" "),
        });
        at += count;
    }
    found
}

/// The level that these words begin with, and how many of them say it.
fn level(words: &[Vec<String>]) -> Option<(&'static Message, usize)> {
    LEVELS.iter().find_map(|(label, ways)| {
        let count = ways.iter().find_map(|said| length(words, said))?;
        let next = words.get(count).and_then(|next| next.first());
        let is_other = |next: &String| NO_LEVEL.split(' ').any(|word| word == next);
        (!next.is_some_and(is_other)).then_some((label, count))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn levels_are_told_from_other_words() {
        let without = |text: &str| -> Vec<String> {
            said(text).into_iter().map(|level| level.without).collect()
        };
        for (typed, left) in [
            ("senior developer", vec!["developer"]),
            ("Sr. Developer", vec!["Developer"]),
            ("entry-level sales", vec!["sales"]),
            ("entry level sales jobs", vec!["sales jobs"]),
            (
                "junior or senior potter",
                vec!["or senior potter", "junior or potter"],
            ),
            ("marketing internship", vec!["marketing"]),
            ("senior care assistant", vec![]),
            ("junior high school teacher", vec![]),
            ("\"senior developer\"", vec![]),
            ("developer -senior", vec![]),
            ("internal auditor", vec![]),
            ("", vec![]),
        ] {
            assert_eq!(without(typed), left, "{typed}");
        }
    }
}

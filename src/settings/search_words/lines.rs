//! The owner's lines about the words of searches, as they are typed.

use std::collections::{HashMap, HashSet};

use crate::{
    platform::i18n::Message,
    search::meaning::dictionary::{Line, Phrase},
    text::words::stems,
};

/// Most lines.
pub const MOST_LINES: usize = 500;

/// Longest of all lines together, in characters.
pub const LONGEST: usize = 20_000;

/// Longest line, in characters.
const LONGEST_LINE: usize = 200;

/// Most words that a word may stand for: a search looks for each of them.
const MOST_MEANT: usize = 30;

/// Longest list of changes in the audit log, in characters.
const LONGEST_CHANGES: usize = 200;

/// What is wrong with `text`, line by line.
pub fn check(text: &str) -> Vec<Message> {
    if text.lines().count() > MOST_LINES {
        return vec![Message::new("settings-words-many").with("most", MOST_LINES)];
    }
    let mut meant = HashMap::new();
    let mut wrong = Vec::new();
    for (before, line) in text.lines().enumerate() {
        if let Err(message) = check_line(line, before + 1, &mut meant) {
            wrong.push(message);
        }
    }
    wrong
}

/// `meant` counts for how many each of the words so far stands.
fn check_line(
    line: &str,
    number: usize,
    meant: &mut HashMap<Phrase, usize>,
) -> Result<(), Message> {
    let Some(read) = Line::read(line) else {
        return Ok(());
    };
    if line.chars().count() > LONGEST_LINE {
        return Err(Message::new("settings-words-long")
            .with("line", number)
            .with("max", LONGEST_LINE));
    }
    if line.matches(['>', '~']).count() > 1 {
        return Err(Message::new("settings-words-signs").with("line", number));
    }
    for part in read.typed.iter().chain(&read.same).chain(&read.related) {
        if part.is_empty() {
            return Err(Message::new("settings-words-side").with("line", number));
        }
        if stems(part).is_empty() {
            return Err(Message::new("settings-words-unreadable")
                .with("line", number)
                .with("word", (*part).to_owned()));
        }
    }
    let others = read.typed.len() - 1 + read.same.len() + read.related.len();
    for typed in &read.typed {
        let count = meant.entry(stems(typed)).or_default();
        *count += others;
        if *count > MOST_MEANT {
            return Err(Message::new("settings-words-full")
                .with("line", number)
                .with("word", (*typed).to_owned())
                .with("most", MOST_MEANT));
        }
    }
    Ok(())
}

/// Which lines came, with `+`, and which went, with `−`, for the audit log.
pub fn changes(before: &str, after: &str) -> String {
    let lines = |text: &str| -> Vec<String> {
        let lines = text.lines().map(|line| line.trim().to_owned());
        lines.filter(|line| !line.is_empty()).collect()
    };
    let (before, after) = (lines(before), lines(after));
    let (old, new): (HashSet<_>, HashSet<_>) = (before.iter().collect(), after.iter().collect());
    let came = after.iter().filter(|line| !old.contains(line));
    let went = before.iter().filter(|line| !new.contains(line));
    let changes: Vec<String> = came
        .map(|line| format!("+ {line}"))
        .chain(went.map(|line| format!("− {line}")))
        .collect();
    let changes = changes.join("; ");
    if changes.chars().count() <= LONGEST_CHANGES {
        return changes;
    }
    let beginning: String = changes.chars().take(LONGEST_CHANGES - 1).collect();
    format!("{beginning}…")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_audit_log_tells_which_lines_came_and_went() {
        assert_eq!(
            changes("sr > senior\nloom\n", "loom\n\npm > project manager"),
            "+ pm > project manager; − sr > senior"
        );
        let many: String = (0..50).map(|n| format!("word{n} = other{n}\n")).collect();
        assert_eq!(changes(&many, &many), "");
        assert_eq!(changes("", &many).chars().count(), LONGEST_CHANGES);
    }
}

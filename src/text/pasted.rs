//! Text as it is pasted into a description, made the Markdown that it looks like: lists with bullets of
//! any shape, and cells with tabs between.

use std::fmt::Write;

use regex::{Regex, regex};

/// What begins an item of a list, in the text of word processors, mails and pages.
fn bullet() -> &'static Regex {
    regex!(r"^[\s\u{a0}]*(?:([•●∙⁃‣▪■➢➤►▶])|([◦○▫□])|([·])[ \t\u{a0}]|(o)\t)[ \t\u{a0}]*(\S.*)$")
}

/// A dash before an item, which may be one before a signature as well.
fn dash() -> &'static Regex {
    regex!(r"^[\s\u{a0}]*[–—][ \t\u{a0}]+(\S.*)$")
}

/// The number of an item, with a tab behind it.
fn numbered() -> &'static Regex {
    regex!(r"^[ \u{a0}]{0,3}(\d{1,3}[.)])[\t\u{a0}]+(\S.*)$")
}

/// `text` as Markdown. Code between fences stays as it is.
pub fn markdown(text: &str) -> String {
    let lines: Vec<&str> = text.split('\n').collect();
    let mut markdown: Vec<String> = Vec::with_capacity(lines.len());
    let mut is_code = false;
    let mut at = 0;
    while let Some(line) = lines.get(at) {
        let is_fence = line.trim_start().starts_with("```");
        is_code ^= is_fence;
        if is_code || is_fence {
            markdown.push((*line).to_owned());
            at += 1;
            continue;
        }
        let rows = rows(&lines[at..]);
        if rows > 1 {
            separate(&mut markdown);
            table(&lines[at..at + rows], &mut markdown);
            markdown.push(String::new());
            at += rows;
            continue;
        }
        let neighbours = [at.checked_sub(1), Some(at + 1)];
        let has_dashed_neighbour = neighbours
            .iter()
            .filter_map(|place| lines.get((*place)?))
            .any(|line| dash().is_match(line));
        let line = item(line, has_dashed_neighbour);
        let is_new_paragraph = is_item(markdown.last().map_or("", String::as_str))
            && !line.is_empty()
            && !line.starts_with([' ', '\t'])
            && !is_item(&line);
        if is_new_paragraph {
            // What follows a list stands beside it, and is no more of its last item.
            markdown.push(String::new());
        }
        markdown.push(line);
        at += 1;
    }
    markdown.join("\n").trim().to_owned()
}

/// An item of a list in Markdown.
fn is_item(line: &str) -> bool {
    regex!(r"^ {0,3}(?:[-*+]|\d{1,9}[.)]) +\S").is_match(line)
}

/// The line, as an item of a list if it looks like one.
fn item(line: &str, has_dashed_neighbour: bool) -> String {
    if let Some(found) = bullet().captures(line) {
        let indent = if found.get(2).or(found.get(4)).is_some() {
            "  "
        } else {
            ""
        };
        return format!("{indent}- {}", &found[5]);
    }
    if let Some(found) = dash().captures(line).filter(|_| has_dashed_neighbour) {
        return format!("- {}", &found[1]);
    }
    match numbered().captures(line) {
        Some(found) => format!("{} {}", &found[1], &found[2]),
        // "More than five years" is no quotation.
        None if regex!(r"^>\d").is_match(line) => format!("\\{line}"),
        None => line.to_owned(),
    }
}

/// How many of the first lines are rows of cells with tabs between, as many in each.
fn rows(lines: &[&str]) -> usize {
    let columns = |line: &str| {
        let is_item = bullet().is_match(line) || numbered().is_match(line);
        let has_cells = !line.starts_with('\t') && !is_item;
        line.matches('\t').count() * usize::from(has_cells)
    };
    let first = lines.first().map_or(0, |line| columns(line));
    if first == 0 {
        return 0;
    }
    lines
        .iter()
        .take_while(|line| columns(line) == first)
        .count()
}

fn table(rows: &[&str], markdown: &mut Vec<String>) {
    for (place, row) in rows.iter().enumerate() {
        let mut line = String::from("|");
        let mut columns = 0;
        for cell in row.split('\t') {
            let _ = write!(line, " {} |", cell.trim().replace('|', "\\|"));
            columns += 1;
        }
        markdown.push(line);
        if place == 0 {
            markdown.push(format!("|{}", " --- |".repeat(columns)));
        }
    }
}

/// A table begins after an empty line.
fn separate(markdown: &mut Vec<String>) {
    if markdown.last().is_some_and(|line| !line.trim().is_empty()) {
        markdown.push(String::new());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_and_tables_become_markdown() {
        for (text, expected) in [
            (
                "You will:\n• Build\n•\tTest\n•Ship",
                "You will:\n- Build\n- Test\n- Ship",
            ),
            (
                "● Build\n○ engines\no\tand more",
                "- Build\n  - engines\n  - and more",
            ),
            ("\u{a0} · Build\n · Test", "- Build\n- Test"),
            ("Care·Build", "Care·Build"),
            ("– Build\n– Test", "- Build\n- Test"),
            ("Regards,\n— Bea", "Regards,\n— Bea"),
            ("1.\tBuild\n2.\tTest", "1. Build\n2. Test"),
            (
                "Hours:\nDay\tFrom\nMon\t8 | 9\nend",
                "Hours:\n\n| Day | From |\n| --- | --- |\n| Mon | 8 \\| 9 |\n\nend",
            ),
            ("one\ttab", "one\ttab"),
            ("```\na\tb\nc\td\n• x\n```", "```\na\tb\nc\td\n• x\n```"),
            ("- Build\n- Test", "- Build\n- Test"),
            ("only text", "only text"),
            (
                "Tasks:\n- a\n- b\nProfile:\n• c",
                "Tasks:\n- a\n- b\n\nProfile:\n- c",
            ),
            ("- a\n  more of it\n\nEnd", "- a\n  more of it\n\nEnd"),
            (">5 years", "\\>5 years"),
        ] {
            assert_eq!(markdown(text), expected, "{text:?}");
            assert_eq!(markdown(expected), expected, "{expected:?}");
        }
    }
}

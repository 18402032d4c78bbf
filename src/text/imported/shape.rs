//! Plain text that has its line breaks, as Markdown of the same shape: lists, paragraphs, headings, and
//! lines that stay lines.

use regex::{Regex, regex};

use super::{
    blocks::{is_heading, is_short, paragraphs},
    escape::escape,
};

/// A line of so many characters is a paragraph of its own.
const PARAGRAPH: usize = 100;

/// What a line is.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Line {
    Blank,
    Text(String),
    /// More of the line before.
    More(String),
    Heading(String),
    /// An item with a bullet, and whether it stands below another.
    Item(String, bool),
    /// An item with its number.
    Numbered(String, String),
    Rule,
}

/// What no sentence begins with.
fn sure_bullet() -> &'static Regex {
    regex!(r"^(\s*)(?:[•●∙⁃‣▪■➢➤►▶✓✔☑]|([◦○▫□]|o\t))\s*(\S.*)$")
}

/// What begins items, but other lines as well.
fn dash() -> &'static Regex {
    regex!(r"^(\s*)[-*+·–—]\s+(\S.*)$")
}

/// A dash without a blank behind it.
fn close_dash() -> &'static Regex {
    regex!(r"^(\s*)[-*·–]([\p{L}\d(“„].*)$")
}

fn number() -> &'static Regex {
    regex!(r"^\s*(\d{1,2})[.)]\s+(\S.*)$")
}

/// `text` as Markdown that shows it as it is.
pub fn markdown(text: &str) -> String {
    let raw: Vec<&str> = text.split('\n').collect();
    let mut lines = items(&raw);
    head(&mut lines);
    let mut markdown = String::new();
    let mut last = Line::Blank;
    let mut is_apart = true;
    for line in lines {
        if line == Line::Blank {
            is_apart = true;
            continue;
        }
        if !markdown.is_empty() {
            markdown.push_str(between(&last, &line, is_apart));
        }
        let is_wrapped = markdown.ends_with(' ');
        markdown.push_str(written(&line).trim_start_matches(|c| is_wrapped && c == ' '));
        is_apart = false;
        // What goes on belongs to the item or text that it goes on from.
        last = match (line, last) {
            (Line::More(_), last @ (Line::Item(..) | Line::Numbered(..))) => last,
            (line, _) => line,
        };
    }
    markdown
}

/// The lines, with those that are items known as such.
fn items(raw: &[&str]) -> Vec<Line> {
    let is_dashed = |place: usize| raw.get(place).is_some_and(|line| dash().is_match(line));
    let is_close = |place: usize| {
        raw.get(place)
            .is_some_and(|line| close_dash().is_match(line))
    };
    let numbered = raw.iter().filter(|line| number().is_match(line)).count();
    let mut lines: Vec<Line> = Vec::with_capacity(raw.len());
    // The lines with anything in them around a line; empty ones may stand between items.
    let filled: Vec<usize> = (0..raw.len())
        .filter(|at| !raw[*at].trim().is_empty())
        .collect();
    let mut place = 0_usize;
    for (at, line) in raw.iter().enumerate() {
        let text = line.trim();
        if text.is_empty() {
            lines.push(Line::Blank);
            continue;
        }
        let around = [place.checked_sub(1), Some(place + 1)];
        let around: Vec<usize> = around
            .into_iter()
            .filter_map(|place| filled.get(place?).copied())
            .collect();
        place += 1;
        let follows_colon = around
            .iter()
            .any(|other| *other < at && raw[*other].trim().ends_with(':'));
        let in_list = |test: &dyn Fn(usize) -> bool| {
            test(at) && (follows_colon || around.iter().any(|other| test(*other)))
        };
        lines.push(if let Some(found) = sure_bullet().captures(line) {
            Line::Item(
                found[3].to_owned(),
                found.get(2).is_some() || found[1].len() > 3,
            )
        } else if let Some(found) = dash().captures(line).filter(|_| in_list(&is_dashed)) {
            Line::Item(found[2].to_owned(), found[1].len() > 3)
        } else if let Some(found) = close_dash().captures(line).filter(|_| in_list(&is_close)) {
            Line::Item(found[2].to_owned(), found[1].len() > 3)
        } else if let Some(found) = number().captures(line).filter(|_| numbered > 1) {
            Line::Numbered(found[1].to_owned(), found[2].to_owned())
        } else if text.len() > 2
            && text
                .chars()
                .all(|c| matches!(c, '-' | '_' | '=' | '*' | '~'))
        {
            Line::Rule
        } else if goes_on(line, lines.last()) {
            Line::More(text.to_owned())
        } else {
            Line::Text(text.to_owned())
        });
    }
    lines
}

/// Whether `line` is more of `last`: of an item, what is indented or goes on in small letters.
fn goes_on(line: &str, last: Option<&Line>) -> bool {
    let is_item = matches!(
        last,
        Some(Line::Item(..) | Line::Numbered(..) | Line::More(_))
    );
    is_item && line.trim_start().starts_with(char::is_lowercase)
        || is_item && line.starts_with([' ', '\t'])
}

/// Makes headings of the lines that are some: a usual title, a short line with a colon, one that stands
/// alone above a list.
fn head(lines: &mut [Line]) {
    for at in 0..lines.len() {
        let Line::Text(text) = &lines[at] else {
            continue;
        };
        let is_first = at == 0 || lines[at - 1] == Line::Blank;
        let next = lines[at + 1..].iter().find(|line| **line != Line::Blank);
        let has_list = matches!(next, Some(Line::Item(..) | Line::Numbered(..)));
        let is_sentence = text.ends_with(['.', '!', ',', ';', '…']);
        let stands_alone = is_first && has_list && is_short(text) && !is_sentence;
        if is_heading(text) || stands_alone {
            lines[at] = Line::Heading(text.clone());
        }
    }
}

/// What stands between two lines.
fn between(last: &Line, line: &Line, is_apart: bool) -> &'static str {
    let is_long = |text: &str| text.chars().count() > PARAGRAPH;
    match (last, line) {
        (Line::Item(..), Line::Item(..)) | (Line::Numbered(..), Line::Numbered(..)) => "\n",
        (Line::Numbered(..), Line::Item(_, true)) => "\n",
        (Line::Item(_, true), Line::Numbered(..)) => "\n",
        (Line::Item(..) | Line::Numbered(..), Line::More(text))
            if !is_apart && text.starts_with(char::is_lowercase) =>
        {
            " "
        }
        (_, Line::More(_)) if !is_apart => "\n",
        (Line::Text(before) | Line::More(before), Line::Text(text))
            if !is_apart && !is_long(before) && !is_long(text) =>
        {
            "\n"
        }
        _ => "\n\n",
    }
}

fn written(line: &Line) -> String {
    match line {
        Line::Blank => String::new(),
        Line::Text(text) => {
            let paragraphs: Vec<String> =
                paragraphs(text).iter().map(|text| escape(text)).collect();
            paragraphs.join("\n\n")
        }
        Line::More(text) => format!("   {}", escape(text)),
        Line::Heading(text) => format!("**{}**", escape(text)),
        Line::Item(text, false) => format!("- {}", escape(text)),
        Line::Item(text, true) => format!("   - {}", escape(text)),
        Line::Numbered(number, text) => format!("{number}. {}", escape(text)),
        Line::Rule => "---".to_owned(),
    }
}

#[cfg(test)]
mod tests;

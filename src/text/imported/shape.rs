//! Plain text that has its line breaks, as Markdown of the same shape: lists, paragraphs, headings, and
//! lines that stay lines.

mod lines;

use self::lines::Line;
use super::{
    blocks::{is_heading, is_short, paragraphs},
    escape::escape,
};

/// A line of so many characters is a paragraph of its own.
const PARAGRAPH: usize = 100;

/// `text` as Markdown that shows it as it is.
pub fn markdown(text: &str) -> String {
    let raw: Vec<&str> = text.split('\n').collect();
    let mut lines = lines::read(&raw);
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

/// Makes headings of the lines that are some: a usual title, a short line with a colon, one that stands
/// alone above a list.
fn head(lines: &mut [Line]) {
    for at in 0..lines.len() {
        let Line::Text(text) = &lines[at] else {
            continue;
        };
        let last = at.checked_sub(1).and_then(|last| lines.get(last));
        let is_first = match last {
            Some(Line::Text(before)) => before.ends_with(['.', '!', '?', ':', '…']),
            _ => true,
        };
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

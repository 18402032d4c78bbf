//! Descriptions as they are found, to Markdown: HTML is converted; plain text that lost its line
//! breaks on the way gets them back where they can be told.

mod runs;

use std::sync::LazyLock;

use regex::{Captures, Regex};

/// Longest segment that may be an item of a list, in characters.
const ITEM_LENGTH: usize = 260;

/// Longest line with a colon at its end that is a heading, in characters.
const HEADING_LENGTH: usize = 70;

static HTML: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"(?i)</?(p|br|ul|ol|li|div|h[1-6]|strong|b|em|span)\b[^>]*>").ok()
});

/// Stand-ins that an anonymised source puts where a link or an address was.
static WITHHELD: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"#(URL|EMAIL|PHONE)_[0-9a-f]{16,}#").ok());

/// `raw` as one tidy line: entities decoded, white space folded, nothing unprintable.
pub fn line(raw: &str) -> String {
    let decoded = decode(raw);
    decoded.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// `raw` as Markdown.
pub fn to_markdown(raw: &str) -> String {
    let is_html = |text: &str| HTML.as_ref().is_some_and(|html| html.is_match(text));
    if is_html(raw) {
        return from_html(raw);
    }
    let decoded = decode(raw);
    if is_html(&decoded) {
        return from_html(&decoded);
    }
    from_text(&decoded)
}

fn from_html(html: &str) -> String {
    match htmd::convert(html) {
        Ok(markdown) => printable(&markdown).trim().to_owned(),
        Err(_) => from_text(&decode(html)),
    }
}

fn from_text(text: &str) -> String {
    let text = match WITHHELD.as_ref() {
        Some(withheld) => withheld.replace_all(text, |found: &Captures<'_>| match &found[1] {
            "URL" => " (link withheld) ",
            "EMAIL" => " (email address withheld) ",
            _ => " (phone number withheld) ",
        }),
        None => text.into(),
    };
    let text = text
        .replace("withheld) .", "withheld).")
        .replace("withheld) ,", "withheld),");
    let blocks: Vec<String> = text
        .split('\n')
        .map(runs::split)
        .filter(|segments| !segments.is_empty())
        .zip(['-', '*'].into_iter().cycle())
        .map(|(segments, bullet)| block(&segments, bullet))
        .collect();
    blocks.join("\n\n")
}

/// One run of text that had no line breaks. Where three or more pieces ran together they were a list
/// once, save for an opening sentence and headings. Neighbouring blocks get different bullets, or
/// Markdown would join their lists and space them like paragraphs.
fn block(segments: &[String], bullet: char) -> String {
    let is_list = segments.len() >= 3;
    let mut markdown = String::new();
    let mut in_list = false;
    for (place, segment) in segments.iter().enumerate() {
        let length = segment.chars().count();
        let heading = segment.ends_with(':') && length <= HEADING_LENGTH;
        let opening = place == 0 && segment.ends_with(['.', ':', '!', '?']);
        let item = is_list && !heading && !opening && length <= ITEM_LENGTH;
        if place > 0 {
            markdown.push_str(if item && in_list { "\n" } else { "\n\n" });
        }
        if heading {
            markdown.push_str(&format!("**{}**", escape(segment)));
        } else if item {
            markdown.push_str(&format!("{bullet} {}", escape(segment)));
        } else {
            markdown.push_str(&escape(segment));
        }
        in_list = item;
    }
    markdown
}

/// Text that Markdown shows as it is.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + 8);
    for (place, c) in text.chars().enumerate() {
        let special = matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '~' | '|');
        let special_first = place == 0 && matches!(c, '#' | '+' | '-' | '>' | '=');
        if special || special_first {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}

fn decode(raw: &str) -> String {
    printable(&htmlize::unescape(raw))
}

/// Line separators become line breaks, other controls and invisible characters go.
fn printable(text: &str) -> String {
    text.replace("\r\n", "\n")
        .chars()
        .filter_map(|c| match c {
            '\n' => Some('\n'),
            '\r' | '\u{2028}' | '\u{2029}' => Some('\n'),
            '\t' | '\u{a0}' | '\u{202f}' => Some(' '),
            '\u{200b}' | '\u{2060}' | '\u{feff}' | '\u{fffd}' => None,
            '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => None,
            c if c.is_control() => None,
            c => Some(c),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn run_together_text_gets_its_lines_back() {
        let raw = "We run a website for cooks.Writing contentTesting HTML in JavaScript &amp; CSSHelping our users\n\nRequirements:Patience";
        assert_eq!(
            to_markdown(raw),
            "We run a website for cooks.\n\n- Writing content\n- Testing HTML in JavaScript & CSS\n- Helping our users\n\n**Requirements:**\n\nPatience"
        );
    }

    #[test]
    fn names_and_abbreviations_stay_whole() {
        for text in [
            "Work at GitHub, LinkedIn or McDonald in Washington, D.C. with iPhone and MySQL APIs.",
            "Node.js and ASP.NET at U.S.A. level; see www.Example.com/AboutUs.",
        ] {
            assert_eq!(to_markdown(text), text);
        }
    }

    #[test]
    fn html_becomes_markdown_and_markdown_in_text_is_shown_as_typed() {
        assert_eq!(
            to_markdown("<p>Hello <b>you</b></p><ul><li>one</li><li>two</li></ul>"),
            "Hello **you**\n\n*   one\n*   two"
        );
        assert_eq!(
            to_markdown("2*3 [x](y) snake_case"),
            r"2\*3 \[x\](y) snake\_case"
        );
    }
}

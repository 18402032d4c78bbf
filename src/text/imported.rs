//! Descriptions as they are found, to Markdown: HTML is converted, Markdown stays, plain text keeps its
//! shape, and text that lost its line breaks on the way gets those back of which there is proof.

mod blocks;
mod escape;
mod marked;
mod markup;
mod placeholders;
mod runs;
mod shape;
mod tags;

use regex::{Captures, Regex, regex};

use super::{clean, pasted};
use tags::is_html;

/// Longest text that is converted, in characters. The longest description is 20,000; some of what is
/// found does not stay.
const LONGEST: usize = 30_000;

/// So much is read of the names that are known, in characters.
const LONGEST_NAMES: usize = 500;

/// Stand-ins that an anonymised source puts where a link or an address was.
fn withheld() -> &'static Regex {
    regex!(r"#(URL|EMAIL|PHONE)_[0-9a-f]{16,}#")
}

/// The style sheet that a word processor pastes along with its text.
fn pasted_styles() -> &'static Regex {
    regex!(r"(?s)/\* Style Definitions \*/.*?\{mso-[^}]*\}")
}

/// `raw` as one tidy line: entities decoded, white space folded, nothing unprintable.
pub fn line(raw: &str) -> String {
    let decoded = decode(raw);
    decoded.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// `raw` as Markdown; nothing where that would be far longer than a description may be, which is known
/// before the work is done.
pub fn to_markdown(raw: &str) -> Option<String> {
    to_markdown_of(raw, "")
}

/// The same for a description of which names are known, as the company's and the job's title: they are
/// not taken for words that ran together.
pub fn to_markdown_of(raw: &str, names: &str) -> Option<String> {
    if is_html(raw) {
        return from_html(raw);
    }
    let decoded = decode(raw);
    if is_html(&decoded) {
        return from_html(&decoded);
    }
    from_text(&decoded, names)
}

/// HTML as Markdown, even where it has no more than a link in it; nothing where [`to_markdown`] gives
/// nothing.
pub fn from_html(html: &str) -> Option<String> {
    let tidy = markup::tidy(&placeholders::as_text(html), LONGEST)?;
    if let Some(text) = markup::lines(&tidy).filter(|text| marked::is_markdown(text)) {
        return Some(pasted::markdown(&text));
    }
    match htmd::convert(&markup::lists::of_lines(&tidy)) {
        Ok(markdown) => Some(printable(&markdown).trim().to_owned()),
        Err(_) => from_text(&decode(html), ""),
    }
}

fn from_text(text: &str, names: &str) -> Option<String> {
    let text = pasted_styles().replace_all(text, "\n");
    let text = withheld().replace_all(&text, |found: &Captures<'_>| match &found[1] {
        "URL" => " (link withheld) ",
        "EMAIL" => " (email address withheld) ",
        _ => " (phone number withheld) ",
    });
    let text = text
        .replace("withheld) .", "withheld).")
        .replace("withheld) ,", "withheld),");
    let length: usize = text
        .split_whitespace()
        .map(|word| word.chars().count() + 1)
        .sum();
    if length > LONGEST {
        return None;
    }
    if marked::is_markdown(&text) {
        return Some(pasted::markdown(&text));
    }
    let names: String = names.chars().take(LONGEST_NAMES).collect();
    let text = runs::spaced(&text, &names);
    let Some(lines) = runs::split(&text, &names) else {
        return Some(shape::markdown(&text));
    };
    let blocks: Vec<String> = lines
        .iter()
        .zip(['-', '*'].into_iter().cycle())
        .map(|(pieces, bullet)| blocks::markdown(pieces, bullet))
        .collect();
    Some(blocks.join("\n\n"))
}

fn decode(raw: &str) -> String {
    printable(&htmlize::unescape(raw))
}

/// Without what nobody sees, and with plain spaces.
fn printable(text: &str) -> String {
    clean::visible(text)
        .replace(['\t', '\u{a0}', '\u{202f}'], " ")
        .replace(char::REPLACEMENT_CHARACTER, "")
}

#[cfg(test)]
mod tests;

//! Descriptions as they are found, to Markdown: HTML is converted; plain text that lost its line
//! breaks on the way gets them back where they can be told.

mod blocks;
mod markup;
mod runs;

use regex::{Captures, Regex, regex};

use super::clean;

/// Longest text that is converted, in characters. The longest description is 20,000; some of what is
/// found does not stay.
const LONGEST: usize = 30_000;

/// Tags of text, which tell HTML from text that holds a `<`.
fn tag() -> &'static Regex {
    regex!(r"(?i)</?(p|br|ul|ol|li|div|h[1-6]|strong|b|em|span)\b[^>]*>")
}

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
    let is_html = |text: &str| tag().is_match(text);
    if is_html(raw) {
        return from_html(raw);
    }
    let decoded = decode(raw);
    if is_html(&decoded) {
        return from_html(&decoded);
    }
    from_text(&decoded)
}

/// HTML as Markdown, even where it has no more than a link in it; nothing where [`to_markdown`] gives
/// nothing.
pub fn from_html(html: &str) -> Option<String> {
    let tidy = markup::tidy(html, LONGEST)?;
    match htmd::convert(&tidy) {
        Ok(markdown) => Some(printable(&markdown).trim().to_owned()),
        Err(_) => from_text(&decode(html)),
    }
}

fn from_text(text: &str) -> Option<String> {
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
    let blocks: Vec<String> = text
        .split('\n')
        .map(runs::split)
        .filter(|segments| !segments.is_empty())
        .zip(['-', '*'].into_iter().cycle())
        .map(|(segments, bullet)| blocks::markdown(&segments, bullet))
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
mod tests {
    use super::to_markdown as convert;

    fn to_markdown(raw: &str) -> String {
        convert(raw).unwrap_or_default()
    }

    #[test]
    fn run_together_text_gets_its_lines_back() {
        let raw = "We run a website for cooks.Writing contentTesting HTML in JavaScript &amp; CSSHelping our users\n\nRequirements:Patience";
        assert_eq!(
            to_markdown(raw),
            "We run a website for cooks.\n\n- Writing content\n- Testing HTML in JavaScript & CSS\n- Helping our users\n\n**Requirements:**\n\nPatience"
        );
    }

    #[test]
    fn bullets_in_the_middle_of_a_line_are_a_list() {
        assert_eq!(
            to_markdown("You are: * kind * curious * on time"),
            "**You are:**\n\n- kind\n- curious\n- on time"
        );
        assert_eq!(
            to_markdown("Benefits•Lunch•Dental plan"),
            "**Benefits**\n\n- Lunch\n- Dental plan"
        );
    }

    #[test]
    fn dashes_that_begin_lines_are_told_from_those_that_join_words() {
        assert_eq!(
            to_markdown("You will…-Sell to our Mid-Market customers-Visit them-Help Post-Sales"),
            "You will…\n\n- Sell to our Mid-Market customers\n- Visit them\n- Help Post-Sales"
        );
        assert_eq!(
            to_markdown("A pan-European role, anti-Money laundering"),
            "A pan-European role, anti-Money laundering"
        );
    }

    #[test]
    fn a_wall_of_text_becomes_paragraphs() {
        let sentence = "We make engines that compute, and we have done so for many years now. ";
        let markdown = to_markdown(&sentence.repeat(20));
        let lengths: Vec<usize> = markdown.split("\n\n").map(str::len).collect();
        assert!(
            lengths.len() >= 3 && lengths.iter().all(|length| *length < 600),
            "{lengths:?}"
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

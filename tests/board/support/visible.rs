//! What a person sees and hears of a page that is not in the language of the page.

use scraper::{ElementRef, Html, Node};

/// Elements whose text is code, or what somebody typed.
const NOT_WORDS: [&str; 5] = ["script", "style", "code", "pre", "time"];

/// Attributes that are read to people.
const READ_OUT: [&str; 5] = ["aria-label", "title", "placeholder", "alt", "label"];

/// The texts of a page in the accented language that have a letter of ASCII in them: nobody moved them to
/// a file. What a test makes itself must be made of other letters; addresses do not count.
pub fn unaccented(html: &str) -> Vec<String> {
    let page = Html::parse_document(html);
    let mut found = Vec::new();
    for node in page.tree.nodes() {
        match node.value() {
            Node::Text(text) => {
                let mut around = node.ancestors().filter_map(ElementRef::wrap);
                let is_code = around.any(|element| match element.value().name() {
                    "option" => is_currency(text),
                    name => NOT_WORDS.contains(&name),
                });
                found.extend((!is_code).then(|| text.to_string()));
            }
            Node::Element(element) => {
                found.extend(
                    READ_OUT
                        .iter()
                        .filter_map(|name| element.attr(name).map(ToOwned::to_owned)),
                );
            }
            _ => {}
        }
    }
    found.retain(|text| is_unaccented(text));
    found
}

/// Whether a letter of ASCII is in `text`, besides those of addresses and of `U+202E`.
pub fn is_unaccented(text: &str) -> bool {
    text.split_whitespace()
        .filter(|word| !["@", "://", "U+"].iter().any(|sign| word.contains(sign)))
        .any(|word| word.contains(|c: char| c.is_ascii_alphabetic()))
}

fn is_currency(text: &str) -> bool {
    text.len() == 3 && text.bytes().all(|byte| byte.is_ascii_uppercase())
}

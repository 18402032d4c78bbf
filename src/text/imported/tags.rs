//! Whether a text is HTML: it has tags of elements that HTML knows, written as tags are. `a < b`,
//! `<your name>` and `List<String>` are text.

use std::collections::BTreeSet;

use regex::{Regex, regex};

/// Elements that need no end.
const ALONE: &[&str] = &["br", "hr", "img", "p", "li", "tr", "td", "th", "dd", "dt"];

/// Elements that have one.
const ENDED: &[&str] = &[
    "a",
    "abbr",
    "address",
    "article",
    "aside",
    "b",
    "big",
    "blockquote",
    "body",
    "center",
    "cite",
    "code",
    "del",
    "details",
    "div",
    "dl",
    "em",
    "figure",
    "figcaption",
    "font",
    "footer",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "head",
    "header",
    "html",
    "i",
    "iframe",
    "ins",
    "label",
    "main",
    "mark",
    "nav",
    "noscript",
    "ol",
    "pre",
    "s",
    "script",
    "section",
    "small",
    "span",
    "strike",
    "strong",
    "style",
    "sub",
    "summary",
    "sup",
    "table",
    "tbody",
    "template",
    "tfoot",
    "thead",
    "tt",
    "u",
    "ul",
    "video",
];

/// A tag: its name, and attributes that are some.
fn tag() -> &'static Regex {
    regex!(
        r#"(?x)
        <(/?)([a-zA-Z][a-zA-Z0-9]*)
        (?:\s+[a-zA-Z_:@][-\w:.]*(?:\s*=\s*(?:"[^"<]*"|'[^'<]*'|[^\s"'<>]+))?)*
        \s*/?>"#
    )
}

pub fn is_html(text: &str) -> bool {
    let mut started: BTreeSet<String> = BTreeSet::new();
    for found in tag().captures_iter(text) {
        let name = found[2].to_ascii_lowercase();
        if ALONE.contains(&name.as_str()) {
            return true;
        }
        if !ENDED.contains(&name.as_str()) {
            continue;
        }
        let is_end = !found[1].is_empty();
        if is_end && started.contains(&name) {
            return true;
        }
        if !is_end {
            started.insert(name);
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::is_html;

    #[test]
    fn tags_are_told_from_what_only_looks_like_them() {
        for html in [
            "One<br>two",
            "<a href='https://acme.example'>Acme</a>",
            "See <i>here</i>",
            "<u>Tasks</u>",
            "<table><tr><td>a</table>",
            "<IMG SRC=x.png alt=\"\" />",
            "a < b <p class=x>c",
            "<h3 data-x=\"1\">Tasks</h3>",
        ] {
            assert!(is_html(html), "{html}");
        }
        for text in [
            "a < b and c > d",
            "Dear <your name>",
            "Dear <name>, <address>",
            "List<String>, Map<a, b>",
            "Vec<i> and <b",
            "<bea@acme.example>",
            "<https://acme.example>",
        ] {
            assert!(!is_html(text), "{text}");
        }
    }
}

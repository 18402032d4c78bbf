//! Sentences with markup in them. The sentence says which words are a link, the template says where it
//! leads, and everything else is escaped.

/// The elements that a sentence may hold without an argument.
const PLAIN: [&str; 4] = ["strong", "code", "em", "q"];

/// Stand for `<` and `>` in what sentences are filled in with, so that only the sentence itself has tags.
const LESS: char = '\u{e000}';
const GREATER: char = '\u{e001}';

/// `text` as an argument of a sentence with markup.
pub fn shield(text: &str) -> String {
    text.chars()
        .filter(|c| !matches!(*c, LESS | GREATER))
        .map(|c| match c {
            '<' => LESS,
            '>' => GREATER,
            other => other,
        })
        .collect()
}

/// The sentence as HTML. `<strong>`, `<code>`, `<em>` and `<q>` stand for themselves. Any other element
/// is a link to the address that `links` has for its name; where the name ends in `_download`, the link
/// is downloaded, and where it ends in `_elsewhere`, it leads to another site. A tag that is neither is text.
pub fn html(sentence: &str, links: &[(String, String)]) -> String {
    let mut html = String::with_capacity(sentence.len() * 2);
    let mut rest = sentence;
    while let Some(start) = rest.find('<') {
        escape(&rest[..start], &mut html);
        let tag = &rest[start..];
        match tag.find('>').and_then(|end| {
            let opened = open_or_close(&tag[1..end], links)?;
            Some((end, opened))
        }) {
            Some((end, markup)) => {
                html.push_str(&markup);
                rest = &tag[end + 1..];
            }
            None => {
                html.push_str("&lt;");
                rest = &tag[1..];
            }
        }
    }
    escape(rest, &mut html);
    html
}

fn open_or_close(tag: &str, links: &[(String, String)]) -> Option<String> {
    let (name, closes) = match tag.strip_prefix('/') {
        Some(name) => (name, true),
        None => (tag, false),
    };
    if PLAIN.contains(&name) {
        return Some(format!("<{tag}>"));
    }
    let (_, address) = links.iter().find(|(link, _)| link == name)?;
    if closes {
        return Some("</a>".into());
    }
    let mut opened = String::from("<a href=\"");
    escape(address, &mut opened);
    opened.push('"');
    if name.ends_with("_download") {
        opened.push_str(" download");
    } else if name.ends_with("_elsewhere") {
        opened.push_str(" rel=\"noopener\"");
    }
    opened.push('>');
    Some(opened)
}

/// Adds `text` to `html`, fit for an element and for an attribute in quotes.
pub fn escape(text: &str, html: &mut String) {
    for c in text.chars() {
        match c {
            '&' => html.push_str("&amp;"),
            '<' | LESS => html.push_str("&lt;"),
            '>' | GREATER => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            '\'' => html.push_str("&#39;"),
            other => html.push(other),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn links() -> Vec<(String, String)> {
        vec![("link".into(), "/a?b&c=\"".into())]
    }

    #[test]
    fn only_the_sentence_has_tags_and_only_those_it_may_have() {
        assert_eq!(
            html("<strong>A & B</strong>, <link>go</link>", &links()),
            "<strong>A &amp; B</strong>, <a href=\"/a?b&amp;c=&quot;\">go</a>"
        );
        assert_eq!(html("<script>1 < 2", &links()), "&lt;script&gt;1 &lt; 2");
        let typed = shield("<strong>\u{e000}script>");
        assert_eq!(html(&typed, &links()), "&lt;strong&gt;script&gt;");
    }
}

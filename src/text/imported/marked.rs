//! Whether plain text was typed as Markdown. One mark proves nothing: `* required`, `snake_case`, `# 1`.

use regex::{Regex, regex};

/// So many kinds of marks prove that a text is Markdown.
const PROOF: usize = 2;

/// Kinds of marks, each of which is seldom typed by accident.
fn kinds() -> [&'static Regex; 6] {
    [
        regex!(r"(?m)^ {0,3}(?:[-*+]|\d{1,2}[.)]) +\S"),
        regex!(r"(?m)^ {0,3}#{1,6} +\p{L}[^\n]*$"),
        regex!(r"(?m)(?:^|[\s(])\*\*[^\s*][^\n*]*\*\*(?:$|[\s:.,;!?)])"),
        regex!(r"\[[^\]\n]+\]\((?:https?://|mailto:)[^)\s]+\)"),
        regex!(r"(?m)^ {0,3}```"),
        regex!(r"(?m)^ {0,3}\|?(?: *:?-{3,}:? *\|)+ *:?-*:? *$"),
    ]
}

/// Headings with an empty line before.
fn heading() -> &'static Regex {
    regex!(r"(?:\A|\n\n)#{1,6} +\p{L}")
}

/// Whether `text` has marks of two kinds, or two headings.
pub fn is_markdown(text: &str) -> bool {
    let found = kinds().iter().filter(|kind| kind.is_match(text)).count();
    found >= PROOF || heading().find_iter(text).nth(1).is_some()
}

#[cfg(test)]
mod tests {
    use super::is_markdown;

    #[test]
    fn two_kinds_of_marks_are_proof() {
        for text in [
            "## Tasks\n\n- Build\n- Test",
            "**Tasks:**\n* Build\n* Test",
            "- See [our site](https://acme.example)\n- Ask",
            "# Acme\n\nWe bake.\n\n## Tasks\n\nBaking",
        ] {
            assert!(is_markdown(text), "{text}");
        }
        for text in [
            "- Build\n- Test",
            "* required\n2*3*4 snake_case __init__ # 1",
            "Pay depends on skill **\n- Build",
            "#1 bakery\n#2 none",
            "List[String](1)\n\n- one",
        ] {
            assert!(!is_markdown(text), "{text}");
        }
    }
}

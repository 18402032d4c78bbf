//! The words of a search, as they were typed.

/// Most words of a search that count.
const MOST_TERMS: usize = 12;

/// One word, or several in quotes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    pub text: String,
    pub excluded: bool,
    is_quoted: bool,
}

impl Term {
    /// Whether it is meant as it was typed, and not as what it usually means.
    pub fn is_exact(&self) -> bool {
        self.is_quoted
    }
}

/// A search in plain signs: the quotes that telephones write are quotes, a long dash before a word is a minus, and so
/// is `NOT` in capital letters.
pub fn in_plain_signs(text: &str) -> String {
    let quotes = ['“', '”', '„', '‟', '«', '»', '＂'];
    let text = text.replace(quotes, "\"");
    let mut words: Vec<String> = Vec::new();
    let mut typed = text.split(' ').peekable();
    while let Some(word) = typed.next() {
        let is_negated = word == "NOT" && !words.is_empty();
        match typed.peek() {
            Some(next) if is_negated && !next.is_empty() && !next.starts_with('-') => {
                words.push(format!("-{next}"));
                typed.next();
            }
            _ => words.push(match word.strip_prefix(['—', '–', '−']) {
                Some(rest) if !rest.is_empty() => format!("-{rest}"),
                _ => word.to_owned(),
            }),
        }
    }
    words.join(" ")
}

/// Splits a search into words and "quoted phrases"; a leading `-` excludes.
pub fn terms(text: &str) -> Vec<Term> {
    let mut terms = Vec::new();
    let mut rest = text.trim_start();
    while !rest.is_empty() && terms.len() < MOST_TERMS {
        let (excluded, word) = match rest.strip_prefix('-') {
            Some(word) => (true, word),
            None => (false, rest),
        };
        let (text, after) = match word.strip_prefix('"') {
            Some(quoted) => quoted.split_once('"').unwrap_or((quoted, "")),
            None => word.split_once(' ').unwrap_or((word, "")),
        };
        let text = text.replace('"', " ");
        if text.chars().any(char::is_alphanumeric) {
            terms.push(Term {
                text: text.trim().to_owned(),
                excluded,
                is_quoted: word.starts_with('"'),
            });
        }
        rest = after.trim_start();
    }
    terms
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_that_telephones_write_are_plain_ones() {
        for (typed, plain) in [
            ("“product manager”", "\"product manager\""),
            ("«chef» „de rang“", "\"chef\" \"de rang\""),
            ("engineer —senior –junior", "engineer -senior -junior"),
            ("engineer NOT senior", "engineer -senior"),
            (
                "engineer NOT \"vice president\"",
                "engineer -\"vice president\"",
            ),
            ("NOT a drill", "NOT a drill"),
            ("engineer — senior", "engineer — senior"),
            ("engineer NOT", "engineer NOT"),
            ("not for profit", "not for profit"),
        ] {
            assert_eq!(in_plain_signs(typed), plain);
        }
    }

    #[test]
    fn a_search_is_words_phrases_and_exclusions() {
        let parsed = terms("rust \"site reliability\" -php -\"on call\" c++\"x - \"\" NOT*");
        let texts: Vec<(&str, bool)> = parsed
            .iter()
            .map(|term| (term.text.as_str(), term.excluded))
            .collect();
        assert_eq!(
            texts,
            [
                ("rust", false),
                ("site reliability", false),
                ("php", true),
                ("on call", true),
                ("c++ x", false),
                ("NOT*", false),
            ]
        );
    }
}

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

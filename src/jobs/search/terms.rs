//! The words of a search, and how each database is asked for them.

/// Most words of a search that count.
const MOST_TERMS: usize = 12;

/// One word, or several in quotes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    pub text: String,
    pub excluded: bool,
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
            });
        }
        rest = after.trim_start();
    }
    terms
}

/// For SQLite: every term quoted, so that nothing in it is an operator.
pub fn fts5(terms: &[Term]) -> String {
    let quoted = |term: &Term| format!("\"{}\"", term.text);
    let wanted: Vec<_> = terms
        .iter()
        .filter(|term| !term.excluded)
        .map(quoted)
        .collect();
    terms
        .iter()
        .filter(|term| term.excluded)
        .fold(wanted.join(" AND "), |query, term| {
            format!("({query}) NOT {}", quoted(term))
        })
}

/// For PostgreSQL's `websearch_to_tsquery`, which takes any text and reads quotes and `-`.
pub fn websearch(terms: &[Term]) -> String {
    let quoted = |term: &Term| {
        let sign = if term.excluded { "-" } else { "" };
        format!("{sign}\"{}\"", term.text)
    };
    terms.iter().map(quoted).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_search_is_words_phrases_and_exclusions() {
        let parsed = terms("rust \"site reliability\" -php -\"on call\" c++\"x - \"\" NOT*");
        assert_eq!(
            fts5(&parsed),
            r#"(("rust" AND "site reliability" AND "c++ x" AND "NOT*") NOT "php") NOT "on call""#
        );
        assert_eq!(websearch(&terms("rust -php")), r#""rust" -"php""#);
    }
}

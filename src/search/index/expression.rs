//! What must be in a job's words, and how each database is asked for it. The two dialects of
//! full-text search stand here.

/// A condition on the words of a job.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Expression {
    /// These words, next to each other.
    Phrase(Vec<String>),
    /// One of these words.
    OneOf(Vec<String>),
    All(Vec<Expression>),
    /// The first and not the second.
    Without(Box<Expression>, Box<Expression>),
}

impl Expression {
    /// Whether words must be next to each other.
    pub fn has_phrase(&self) -> bool {
        match self {
            Self::Phrase(words) => words.len() > 1,
            Self::OneOf(_) => false,
            Self::All(parts) => parts.iter().any(Self::has_phrase),
            Self::Without(wanted, unwanted) => wanted.has_phrase() || unwanted.has_phrase(),
        }
    }

    /// For SQLite. Every word is quoted, so that nothing in it is an operator.
    pub fn fts5(&self) -> String {
        match self {
            Self::Phrase(words) => format!("\"{}\"", words.join(" ")),
            Self::OneOf(words) => {
                let quoted: Vec<String> = words.iter().map(|word| format!("\"{word}\"")).collect();
                format!("({})", quoted.join(" OR "))
            }
            Self::All(parts) => {
                let parts: Vec<String> = parts.iter().map(Self::fts5).collect();
                format!("({})", parts.join(" AND "))
            }
            Self::Without(wanted, unwanted) => {
                format!("({} NOT {})", wanted.fts5(), unwanted.fts5())
            }
        }
    }

    /// For PostgreSQL, as it reads a `tsquery`.
    pub fn tsquery(&self) -> String {
        let quoted = |words: &[String], between: &str| {
            let quoted: Vec<String> = words.iter().map(|word| format!("'{word}'")).collect();
            format!("({})", quoted.join(between))
        };
        match self {
            Self::Phrase(words) => quoted(words, " <-> "),
            Self::OneOf(words) => quoted(words, " | "),
            Self::All(parts) => {
                let parts: Vec<String> = parts.iter().map(Self::tsquery).collect();
                format!("({})", parts.join(" & "))
            }
            Self::Without(wanted, unwanted) => {
                format!("({} & !{})", wanted.tsquery(), unwanted.tsquery())
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_dialects_say_the_same() {
        let words = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect();
        let expression = Expression::Without(
            Box::new(Expression::All(vec![
                Expression::Phrase(words(&["site", "reliabl"])),
                Expression::OneOf(words(&["x-w-remote", "x-w-hybrid"])),
            ])),
            Box::new(Expression::Phrase(words(&["php"]))),
        );
        assert_eq!(
            expression.fts5(),
            r#"(("site reliabl" AND ("x-w-remote" OR "x-w-hybrid")) NOT "php")"#
        );
        assert_eq!(
            expression.tsquery(),
            "((('site' <-> 'reliabl') & ('x-w-remote' | 'x-w-hybrid')) & !('php'))"
        );
    }
}

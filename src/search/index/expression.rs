//! What must hold of a job's words, and how the index is asked for it.

use tantivy::{
    Searcher, Term,
    query::{AllQuery, BooleanQuery, EmptyQuery, Occur, PhraseQuery, Query, TermQuery},
    schema::{Field, IndexRecordOption},
};

use super::{excluded::Excluded, schema::Fields};

/// A condition on the words of a job.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Expression {
    /// Every job.
    Any,
    /// No job.
    None,
    /// What is meant by some words.
    Meant(Meant),
    /// One of these words, each of which stands for the value of a filter.
    Filter(Vec<String>),
    All(Vec<Expression>),
    /// The first and not the second.
    Without(Box<Expression>, Box<Expression>),
}

/// What is meant by some words that were typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Meant {
    /// The words themselves: all of them, anywhere.
    pub own: Vec<String>,
    /// Whether they must be next to each other.
    pub is_phrase: bool,
    /// Words next to each other that mean the same.
    pub same: Vec<Vec<String>>,
    /// Words next to each other that are wanted as well, where they are in a title.
    pub related: Vec<Vec<String>>,
}

impl Meant {
    /// This word and nothing else.
    pub fn only(word: &str) -> Self {
        Self {
            own: vec![word.to_owned()],
            ..Self::default()
        }
    }

    /// These words next to each other.
    pub fn phrase(words: Vec<String>) -> Self {
        Self {
            own: words,
            is_phrase: true,
            ..Self::default()
        }
    }

    /// This word, or the other that is the same.
    pub fn either(word: &str, other: &str) -> Self {
        Self {
            same: vec![vec![other.to_owned()]],
            ..Self::only(word)
        }
    }

    /// Both, or written as one word: `door dash` and `doordash`. Nothing where either is more than a word.
    pub fn joined_with(&self, next: &Self) -> Option<Self> {
        let is_plain =
            |meant: &Self| meant.same.is_empty() && meant.related.is_empty() && !meant.is_phrase;
        match (self.own.as_slice(), next.own.as_slice()) {
            ([first], [second]) if is_plain(self) && is_plain(next) => Some(Self {
                own: vec![first.clone(), second.clone()],
                same: vec![vec![format!("{first}{second}")]],
                ..Self::default()
            }),
            _ => None,
        }
    }

    pub fn condition(&self, fields: &Fields) -> Box<dyn Query> {
        let mut ways = vec![self.own_in(fields.words, false)];
        ways.extend(each(&self.same, |words| phrase(fields.words, words, false)));
        ways.extend(each(&self.related, |words| {
            phrase(fields.title, words, false)
        }));
        union(ways)
    }

    /// The words as they were typed, in this field.
    pub fn own_in(&self, field: Field, ranks: bool) -> Box<dyn Query> {
        match self.is_phrase {
            true => phrase(field, &self.own, ranks),
            false => all(each(&self.own, |word| term(field, word, ranks))),
        }
    }
}

impl Expression {
    /// Asks which jobs meet it. Says nothing about their order.
    pub fn condition(&self, fields: &Fields) -> Box<dyn Query> {
        match self {
            Self::Any => Box::new(AllQuery),
            Self::None => Box::new(EmptyQuery),
            Self::Meant(meant) => meant.condition(fields),
            Self::Filter(words) => union(each(words, |word| term(fields.filters, word, false))),
            Self::All(parts) => all(each(parts, |part| part.condition(fields))),
            Self::Without(wanted, unwanted) => {
                without(wanted.condition(fields), unwanted.condition(fields))
            }
        }
    }
}

impl Expression {
    /// The most hits that it can have.
    ///
    /// # Errors
    /// When the index cannot be read.
    pub fn most_hits(&self, searcher: &Searcher, fields: &Fields) -> tantivy::Result<u64> {
        let in_field = |field, words: &[String]| -> tantivy::Result<u64> {
            let each = words.iter().map(|word| Term::from_field_text(field, word));
            let mut rarest = u64::MAX;
            for term in each {
                rarest = rarest.min(searcher.doc_freq(&term)?);
            }
            Ok(rarest)
        };
        let sum = |field, ways: &[Vec<String>]| -> tantivy::Result<u64> {
            let each = ways.iter().map(|words| in_field(field, words));
            each.sum()
        };
        Ok(match self {
            Self::Any => u64::MAX,
            Self::None => 0,
            Self::Meant(meant) => in_field(fields.words, &meant.own)?
                .saturating_add(sum(fields.words, &meant.same)?)
                .saturating_add(sum(fields.title, &meant.related)?),
            Self::Filter(words) => {
                let each = words.chunks(1).map(|word| in_field(fields.filters, word));
                each.sum::<tantivy::Result<u64>>()?
            }
            Self::All(parts) => {
                let mut least = u64::MAX;
                for part in parts {
                    least = least.min(part.most_hits(searcher, fields)?);
                }
                least
            }
            Self::Without(wanted, _) => wanted.most_hits(searcher, fields)?,
        })
    }
}

/// The first and not the second.
pub fn without(wanted: Box<dyn Query>, unwanted: Box<dyn Query>) -> Box<dyn Query> {
    Box::new(BooleanQuery::new(vec![
        (Occur::Must, wanted),
        (Occur::MustNot, Box::new(Excluded(unwanted))),
    ]))
}

pub fn each<T>(parts: &[T], query: impl FnMut(&T) -> Box<dyn Query>) -> Vec<Box<dyn Query>> {
    parts.iter().map(query).collect()
}

pub fn all(mut parts: Vec<Box<dyn Query>>) -> Box<dyn Query> {
    match parts.len() {
        1 => parts.remove(0),
        _ => Box::new(BooleanQuery::intersection(parts)),
    }
}

pub fn union(mut parts: Vec<Box<dyn Query>>) -> Box<dyn Query> {
    match parts.len() {
        0 => Box::new(EmptyQuery),
        1 => parts.remove(0),
        _ => Box::new(BooleanQuery::union(parts)),
    }
}

pub fn phrase(field: Field, words: &[String], ranks: bool) -> Box<dyn Query> {
    match words {
        [] => Box::new(EmptyQuery),
        [word] => term(field, word, ranks),
        words => {
            let terms = words.iter().map(|word| Term::from_field_text(field, word));
            Box::new(PhraseQuery::new(terms.collect()))
        }
    }
}

pub fn term(field: Field, word: &str, ranks: bool) -> Box<dyn Query> {
    let option = match ranks {
        true => IndexRecordOption::WithFreqs,
        false => IndexRecordOption::Basic,
    };
    Box::new(TermQuery::new(Term::from_field_text(field, word), option))
}

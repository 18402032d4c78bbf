//! What must hold of a job's words, and how the index is asked for it.

use super::ask::Near;
use tantivy::{
    Term,
    query::{BooleanQuery, EmptyQuery, PhraseQuery, Query, TermQuery},
    schema::{Field, IndexRecordOption},
};

/// A condition on the words of a job.
#[derive(Clone, Debug, PartialEq)]
pub enum Expression {
    /// Every job.
    Any,
    /// No job.
    None,
    /// What is meant by some words.
    Meant(Meant),
    /// One of these words, each of which stands for the value of a filter.
    Filter(Vec<String>),
    /// In a town that is near enough: those are in the cells of the earth with these words.
    Near(Near, Vec<String>),
    All(Vec<Expression>),
    /// At least so many of these.
    Some(usize, Vec<Meant>),
    Either(Vec<Expression>),
    /// The first and not the second.
    Without(Box<Expression>, Box<Expression>),
}

impl Expression {
    /// Whether a job may lack some of the words.
    pub fn may_lack_some(&self) -> bool {
        match self {
            Self::Some(..) => true,
            Self::All(parts) => parts.iter().any(Self::may_lack_some),
            Self::Without(wanted, _) => wanted.may_lack_some(),
            Self::Any
            | Self::None
            | Self::Meant(_)
            | Self::Filter(_)
            | Self::Near(..)
            | Self::Either(_) => false,
        }
    }
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

    /// The words as they were typed, in this field.
    pub fn own_in(&self, field: Field, ranks: bool) -> Box<dyn Query> {
        match self.is_phrase {
            true => phrase(field, &self.own, ranks),
            false => all(each(&self.own, |word| term(field, word, ranks))),
        }
    }
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

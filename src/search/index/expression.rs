//! What must hold of a job's words, and how the index is asked for it.

use tantivy::{
    Term,
    query::{
        AllQuery, BooleanQuery, BoostQuery, ConstScoreQuery, EmptyQuery, Occur, PhraseQuery, Query,
        TermQuery,
    },
    schema::{Field, IndexRecordOption},
};

use super::schema::Fields;

/// A condition on the words of a job.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Expression {
    /// Every job.
    Any,
    /// No job.
    None,
    /// These words, next to each other.
    Phrase(Vec<String>),
    /// One of these words.
    OneOf(Vec<String>),
    /// One of these words, each of which stands for the value of a filter.
    Filter(Vec<String>),
    All(Vec<Expression>),
    /// The first and not the second.
    Without(Box<Expression>, Box<Expression>),
}

/// What a word is worth where it stands: a title that has it says what the job is, a description mentions
/// it in passing.
const IN_TITLE: f32 = 6.0;
const IN_LABELS: f32 = 2.0;
const IN_COMPANY_OR_PLACE: f32 = 1.5;
const ANYWHERE: f32 = 0.3;

impl Expression {
    /// Asks which jobs meet it, and ranks them where `ranks`.
    pub fn query(&self, fields: &Fields, ranks: bool) -> Box<dyn Query> {
        if !ranks {
            return self.condition(fields);
        }
        let mut parts = vec![(Occur::Must, unranked(self.condition(fields)))];
        let mut words = Vec::new();
        self.wanted(&mut words);
        for alternatives in words {
            for (field, worth) in [
                (fields.title, IN_TITLE),
                (fields.labels, IN_LABELS),
                (fields.whose, IN_COMPANY_OR_PLACE),
                (fields.words, ANYWHERE),
            ] {
                let found = any(&alternatives, |words| phrase(field, words, true));
                parts.push((Occur::Should, Box::new(BoostQuery::new(found, worth))));
            }
        }
        Box::new(BooleanQuery::new(parts))
    }

    fn condition(&self, fields: &Fields) -> Box<dyn Query> {
        match self {
            Self::Any => Box::new(AllQuery),
            Self::None => Box::new(EmptyQuery),
            Self::Phrase(words) => phrase(fields.words, words, false),
            Self::OneOf(words) => any(words, |word| term(fields.words, word, false)),
            Self::Filter(words) => any(words, |word| term(fields.filters, word, false)),
            Self::All(parts) => all(parts.iter().map(|part| part.condition(fields)).collect()),
            Self::Without(wanted, unwanted) => Box::new(BooleanQuery::new(vec![
                (Occur::Must, wanted.condition(fields)),
                (Occur::MustNot, unwanted.condition(fields)),
            ])),
        }
    }

    /// What is looked for by words, each with its alternatives: what jobs are ranked by.
    fn wanted(&self, found: &mut Vec<Vec<Vec<String>>>) {
        match self {
            Self::Phrase(words) => found.push(vec![words.clone()]),
            Self::OneOf(words) => {
                found.push(words.iter().map(|word| vec![word.clone()]).collect());
            }
            Self::All(parts) => parts.iter().for_each(|part| part.wanted(found)),
            Self::Without(wanted, _) => wanted.wanted(found),
            Self::Any | Self::None | Self::Filter(_) => {}
        }
    }
}

fn unranked(query: Box<dyn Query>) -> Box<dyn Query> {
    Box::new(ConstScoreQuery::new(query, 0.0))
}

fn all(mut parts: Vec<Box<dyn Query>>) -> Box<dyn Query> {
    match parts.len() {
        1 => parts.remove(0),
        _ => Box::new(BooleanQuery::intersection(parts)),
    }
}

fn any<T>(alternatives: &[T], query: impl Fn(&T) -> Box<dyn Query>) -> Box<dyn Query> {
    match alternatives {
        [] => Box::new(EmptyQuery),
        [one] => query(one),
        several => Box::new(BooleanQuery::union(several.iter().map(query).collect())),
    }
}

fn phrase(field: Field, words: &[String], ranks: bool) -> Box<dyn Query> {
    match words {
        [] => Box::new(EmptyQuery),
        [word] => term(field, word, ranks),
        words => {
            let terms = words.iter().map(|word| Term::from_field_text(field, word));
            Box::new(PhraseQuery::new(terms.collect()))
        }
    }
}

fn term(field: Field, word: &str, ranks: bool) -> Box<dyn Query> {
    let option = match ranks {
        true => IndexRecordOption::WithFreqs,
        false => IndexRecordOption::Basic,
    };
    Box::new(TermQuery::new(Term::from_field_text(field, word), option))
}

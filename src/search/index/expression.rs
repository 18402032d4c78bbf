//! What must hold of a job's words, and how the index is asked for it.

use std::slice;

use tantivy::{
    Term,
    query::{
        AllQuery, BooleanQuery, BoostQuery, ConstScoreQuery, DisjunctionMaxQuery, EmptyQuery,
        Occur, PhraseQuery, Query, TermQuery,
    },
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
    /// These words, next to each other.
    Phrase(Vec<String>),
    /// One of these words.
    OneOf(Vec<String>),
    /// What is meant by some words.
    Meant(Meant),
    /// One of these words, each of which stands for the value of a filter.
    Filter(Vec<String>),
    All(Vec<Expression>),
    Either(Vec<Expression>),
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

/// What a word is worth where it stands: a title that has it says what the job is, a description mentions
/// it in passing.
const IN_TITLE: f32 = 6.0;
const IN_LABELS: f32 = 2.0;
const IN_COMPANY_OR_PLACE: f32 = 1.5;
const ANYWHERE: f32 = 0.3;

/// What is meant by a word is worth as much of it as this.
const SAME: f32 = 0.9;
const RELATED: f32 = 0.6;

/// Two words that were typed one after the other and stand so in the title, or anywhere.
const NEXT_IN_TITLE: f32 = 4.0;
const NEXT_ANYWHERE: f32 = 1.5;

/// A title with everything that is wanted, as it was typed or as it is meant: worth more than what the same
/// words usually come to elsewhere.
const ALL_IN_TITLE: f32 = 60.0;
const ALL_MEANT_IN_TITLE: f32 = 30.0;

impl Meant {
    /// This word and nothing else.
    pub fn only(word: &str) -> Self {
        Self {
            own: vec![word.to_owned()],
            ..Self::default()
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

    fn condition(&self, fields: &Fields) -> Box<dyn Query> {
        let own = match self.is_phrase {
            true => phrase(fields.words, &self.own, false),
            false => all(self
                .own
                .iter()
                .map(|word| term(fields.words, word, false))
                .collect()),
        };
        let same = self
            .same
            .iter()
            .map(|words| phrase(fields.words, words, false));
        let related = self
            .related
            .iter()
            .map(|words| phrase(fields.title, words, false));
        union([own].into_iter().chain(same).chain(related).collect())
    }

    /// In the title: as it was typed or spelled otherwise, or also what is wanted as well.
    fn in_title(&self, fields: &Fields, with_related: bool) -> Box<dyn Query> {
        let own = all(self
            .own
            .iter()
            .map(|word| term(fields.title, word, false))
            .collect());
        let same = self.same.iter();
        let related = self.related.iter().filter(|_| with_related);
        let others = same
            .chain(related)
            .map(|words| phrase(fields.title, words, false));
        union([own].into_iter().chain(others).collect())
    }

    /// What it is worth where it stands.
    fn score(&self, fields: &Fields) -> Box<dyn Query> {
        let own = match self.is_phrase {
            true => everywhere(&self.own, fields),
            false => {
                let each = self
                    .own
                    .iter()
                    .map(|word| everywhere(slice::from_ref(word), fields));
                sum(each.collect())
            }
        };
        let same = self
            .same
            .iter()
            .map(|words| worth(everywhere(words, fields), SAME));
        let related = self
            .related
            .iter()
            .map(|words| worth(phrase(fields.title, words, true), IN_TITLE * RELATED));
        best([own].into_iter().chain(same).chain(related).collect())
    }
}

impl Expression {
    /// Asks which jobs meet it, and ranks them where `ranks`.
    pub fn query(&self, fields: &Fields, ranks: bool) -> Box<dyn Query> {
        let condition = self.condition(fields);
        let mut wanted = Vec::new();
        if ranks {
            self.wanted(&mut wanted);
        }
        if wanted.is_empty() {
            return condition;
        }
        let mut parts = vec![(Occur::Must, constant(condition, 0.0))];
        let mut add = |query: Box<dyn Query>| parts.push((Occur::Should, query));
        for meant in &wanted {
            add(meant.score(fields));
        }
        let words: Vec<&String> = wanted.iter().flat_map(|meant| &meant.own).collect();
        for pair in words.windows(2) {
            let pair: Vec<String> = pair.iter().map(|word| (*word).clone()).collect();
            add(worth(phrase(fields.title, &pair, true), NEXT_IN_TITLE));
            add(worth(phrase(fields.words, &pair, true), NEXT_ANYWHERE));
        }
        for (with_related, bonus) in [
            (false, ALL_IN_TITLE - ALL_MEANT_IN_TITLE),
            (true, ALL_MEANT_IN_TITLE),
        ] {
            let each = wanted
                .iter()
                .map(|meant| meant.in_title(fields, with_related));
            add(constant(all(each.collect()), bonus));
        }
        Box::new(BooleanQuery::new(parts))
    }

    fn condition(&self, fields: &Fields) -> Box<dyn Query> {
        match self {
            Self::Any => Box::new(AllQuery),
            Self::None => Box::new(EmptyQuery),
            Self::Phrase(words) => phrase(fields.words, words, false),
            Self::OneOf(words) => union(
                words
                    .iter()
                    .map(|word| term(fields.words, word, false))
                    .collect(),
            ),
            Self::Meant(meant) => meant.condition(fields),
            Self::Filter(words) => union(
                words
                    .iter()
                    .map(|word| term(fields.filters, word, false))
                    .collect(),
            ),
            Self::All(parts) => all(parts.iter().map(|part| part.condition(fields)).collect()),
            Self::Either(parts) => union(parts.iter().map(|part| part.condition(fields)).collect()),
            Self::Without(wanted, unwanted) => Box::new(BooleanQuery::new(vec![
                (Occur::Must, wanted.condition(fields)),
                (
                    Occur::MustNot,
                    Box::new(Excluded(unwanted.condition(fields))),
                ),
            ])),
        }
    }

    /// What is looked for by words: what jobs are ranked by.
    fn wanted(&self, found: &mut Vec<Meant>) {
        match self {
            Self::Phrase(words) => found.push(Meant {
                own: words.clone(),
                is_phrase: true,
                ..Meant::default()
            }),
            Self::OneOf(words) => {
                let mut words = words.iter().map(|word| vec![word.clone()]);
                found.push(Meant {
                    own: words.next().unwrap_or_default(),
                    same: words.collect(),
                    ..Meant::default()
                });
            }
            Self::Meant(meant) => found.push(meant.clone()),
            Self::All(parts) => parts.iter().for_each(|part| part.wanted(found)),
            Self::Without(wanted, _) => wanted.wanted(found),
            Self::Any | Self::None | Self::Filter(_) | Self::Either(_) => {}
        }
    }
}

/// These words next to each other, worth what they are worth in each part of a job.
fn everywhere(words: &[String], fields: &Fields) -> Box<dyn Query> {
    let parts = [
        (fields.title, IN_TITLE),
        (fields.labels, IN_LABELS),
        (fields.whose, IN_COMPANY_OR_PLACE),
        (fields.words, ANYWHERE),
    ];
    let parts = parts.map(|(field, of_field)| worth(phrase(field, words, true), of_field));
    sum(parts.into())
}

fn worth(query: Box<dyn Query>, of_query: f32) -> Box<dyn Query> {
    Box::new(BoostQuery::new(query, of_query))
}

fn constant(query: Box<dyn Query>, score: f32) -> Box<dyn Query> {
    Box::new(ConstScoreQuery::new(query, score))
}

/// Any of these, worth what all that are there are worth together.
fn sum(parts: Vec<Box<dyn Query>>) -> Box<dyn Query> {
    union(parts)
}

/// Any of these, worth what the best of them is worth.
fn best(mut parts: Vec<Box<dyn Query>>) -> Box<dyn Query> {
    match parts.len() {
        1 => parts.remove(0),
        _ => Box::new(DisjunctionMaxQuery::new(parts)),
    }
}

fn all(mut parts: Vec<Box<dyn Query>>) -> Box<dyn Query> {
    match parts.len() {
        1 => parts.remove(0),
        _ => Box::new(BooleanQuery::intersection(parts)),
    }
}

fn union(mut parts: Vec<Box<dyn Query>>) -> Box<dyn Query> {
    match parts.len() {
        0 => Box::new(EmptyQuery),
        1 => parts.remove(0),
        _ => Box::new(BooleanQuery::union(parts)),
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

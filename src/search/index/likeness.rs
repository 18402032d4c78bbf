//! How the index is asked for jobs like one that is known: by its title above all, then by its tags and
//! category, and where it is.

use tantivy::query::{BooleanQuery, ConstScoreQuery, Occur, Query};

use super::{
    expression::{Meant, each, phrase, term},
    frequent,
    ranking::{best, worth},
    schema::Fields,
};

/// What two jobs are compared by.
#[derive(Clone, Debug, Default)]
pub struct Likeness {
    /// What the title says first, and what it adds behind a comma, a dash or in brackets.
    pub head: Vec<Meant>,
    pub rest: Vec<Meant>,
    /// Words that stand next to each other in what it says first.
    pub pairs: Vec<[String; 2]>,
    /// Words of the index for its tags and category, its towns and its countries.
    pub labels: Vec<String>,
    pub towns: Vec<String>,
    pub countries: Vec<String>,
}

/// A word is worth what it is worth to a search, and as much of it as this.
const REST: f32 = 0.3;
const PAIR: f32 = 0.7;

/// What stands beside the title is worth this, where a rare word of it comes to about ten.
const LABEL: f32 = 2.0;
const TOWN: f32 = 1.5;
const COUNTRY: f32 = 0.5;

impl Likeness {
    /// Asks for jobs that have something of the title or the tags, and ranks them.
    pub fn query(&self, fields: &Fields) -> Box<dyn Query> {
        let mut ways = each(&self.head, |meant| in_title(meant, fields));
        ways.extend(each(&self.rest, |meant| {
            worth(in_title(meant, fields), REST)
        }));
        ways.extend(each(&self.pairs, |pair| {
            worth(term(fields.title_pairs, &frequent::pair(pair), true), PAIR)
        }));
        let with = |words: &[String], score: f32| {
            each(words, |word| -> Box<dyn Query> {
                let with = term(fields.filters, word, false);
                Box::new(ConstScoreQuery::new(with, score))
            })
        };
        ways.extend(with(&self.labels, LABEL));
        let beside = [with(&self.towns, TOWN), with(&self.countries, COUNTRY)];
        let mut parts = vec![(
            Occur::Must,
            Box::new(BooleanQuery::union(ways)) as Box<dyn Query>,
        )];
        parts.extend(beside.into_iter().flatten().map(|way| (Occur::Should, way)));
        Box::new(BooleanQuery::new(parts))
    }
}

fn in_title(meant: &Meant, fields: &Fields) -> Box<dyn Query> {
    let mut ways = vec![meant.own_in(fields.title, true)];
    ways.extend(each(&meant.same, |words| phrase(fields.title, words, true)));
    best(ways)
}

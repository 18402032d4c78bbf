//! In which order the best matches of a search come: what a title says counts before what is beside it, and
//! that before what a description mentions. Each of these tiers is a search of its own, and is asked only
//! where those before it do not fill the page.

use std::iter;

use tantivy::{
    query::{BooleanQuery, BoostQuery, ConstScoreQuery, DisjunctionMaxQuery, Occur, Query},
    schema::Field,
};

use super::{
    expression::{Expression, Meant, all, each, phrase, term, union},
    frequent,
    known::Known,
    schema::Fields,
};

/// What a word is worth where it stands.
const IN_TITLE: f32 = 6.0;
const IN_LABELS: f32 = 2.0;
const IN_COMPANY_OR_PLACE: f32 = 1.5;

/// What is meant by a word is worth as much of it as this.
const SAME: f32 = 0.9;
const RELATED: f32 = 0.6;

/// Two words that were typed one after the other and stand so.
const NEXT_TO_EACH_OTHER: f32 = 0.7;

/// Hits among descriptions that are ranked; of more, the newest come first.
const MOST_RANKED: usize = 20_000;

/// Of these, hits that are ranked by which words stand next to each other.
const MOST_RANKED_BY_NEIGHBORS: usize = 5_000;

/// Where the words that are wanted stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tier {
    /// All in the title, as they were typed or spelled otherwise.
    TypedInTitle,
    /// All in the title, with what is wanted as well.
    MeantInTitle,
    /// Some in the title, or among tags, category, company and place.
    InHead,
    Anywhere,
}

impl Tier {
    /// The best first.
    pub const ALL: [Self; 4] = [
        Self::TypedInTitle,
        Self::MeantInTitle,
        Self::InHead,
        Self::Anywhere,
    ];

    /// Those by which a search is ranked. Jobs that lack words count where a title or what is beside it has
    /// some of the others.
    pub fn of(words: &Expression) -> &'static [Self] {
        match words.may_lack_some() {
            true => &[Self::InHead],
            false => &Self::ALL,
        }
    }

    /// Whether so many jobs that were found are ranked by it.
    pub fn ranks(self, wanted: &[&Meant], found: usize) -> bool {
        let has_phrase = wanted.iter().any(|meant| meant.is_phrase);
        let most = if has_phrase {
            MOST_RANKED_BY_NEIGHBORS
        } else {
            MOST_RANKED
        };
        self != Self::Anywhere || found <= most
    }

    /// Asks which jobs among those that were found are of this tier or of those before it, and ranks them.
    pub fn query(self, wanted: &[&Meant], found: &Known, fields: &Fields) -> Box<dyn Query> {
        let ranking = Ranking {
            tier: self,
            found,
            fields,
        };
        match self {
            _ if wanted.is_empty() => Box::new(found.clone()),
            Self::InHead => union(each(wanted, |meant| ranking.in_head(meant))),
            _ => ranking.with_pairs(wanted),
        }
    }
}

/// How the jobs of one tier are ranked.
struct Ranking<'a> {
    tier: Tier,
    found: &'a Known,
    fields: &'a Fields,
}

impl Ranking<'_> {
    /// All of it where the words have to stand; first where they stand as they were typed one after the other.
    fn with_pairs(&self, wanted: &[&Meant]) -> Box<dyn Query> {
        let mut jobs: Vec<Box<dyn Query>> = vec![Box::new(self.found.clone())];
        jobs.extend(wanted.iter().map(|meant| self.meant(meant)));
        let mut parts = vec![(Occur::Must, all(jobs))];
        if self.tier != Tier::Anywhere || self.found.count() <= MOST_RANKED_BY_NEIGHBORS {
            let words: Vec<String> = wanted.iter().flat_map(|meant| meant.own.clone()).collect();
            let pairs = words.windows(2).map(|pair| self.pair(pair));
            parts.extend(pairs.map(|pair| (Occur::Should, worth(pair, NEXT_TO_EACH_OTHER))));
        }
        Box::new(BooleanQuery::new(parts))
    }

    /// Two words next to each other.
    fn pair(&self, words: &[String]) -> Box<dyn Query> {
        let Fields { words: all, .. } = *self.fields;
        match self.tier {
            Tier::Anywhere => self.among(phrase(all, words, true)),
            _ => term(self.fields.title_pairs, &frequent::pair(words), true),
        }
    }

    fn meant(&self, meant: &Meant) -> Box<dyn Query> {
        let field = match self.tier {
            Tier::Anywhere => self.fields.words,
            _ => self.fields.title,
        };
        let mut ways = vec![match meant.is_phrase {
            true => self.phrase(field, &meant.own),
            false => meant.own_in(field, true),
        }];
        ways.extend(each(&meant.same, |words| {
            worth(self.phrase(field, words), SAME)
        }));
        if self.tier != Tier::TypedInTitle {
            ways.extend(each(&meant.related, |words| {
                worth(self.phrase(self.fields.title, words), RELATED)
            }));
        }
        if ways.len() > 1 {
            ways = ways.into_iter().map(|way| self.among(way)).collect();
        }
        best(ways)
    }

    /// Some of it in the title, or beside it.
    fn in_head(&self, meant: &Meant) -> Box<dyn Query> {
        let fields = self.fields;
        let parts = [
            (fields.title, IN_TITLE),
            (fields.labels, IN_LABELS),
            (fields.whose, IN_COMPANY_OR_PLACE),
        ];
        let everywhere = |find: &dyn Fn(Field) -> Box<dyn Query>| {
            let find = |(field, of_field)| worth(self.among(find(field)), of_field);
            union(parts.map(find).into())
        };
        let mut ways = match meant.is_phrase {
            true => vec![everywhere(&|field| self.phrase(field, &meant.own))],
            false => each(&meant.own, |word| {
                everywhere(&|field| term(field, word, true))
            }),
        };
        ways.extend(each(&meant.same, |words| {
            worth(everywhere(&|field| self.phrase(field, words)), SAME)
        }));
        ways.extend(each(&meant.related, |words| {
            let related = self.among(self.phrase(fields.title, words));
            worth(related, IN_TITLE * RELATED)
        }));
        union(ways)
    }

    /// Words next to each other.
    fn phrase(&self, field: Field, words: &[String]) -> Box<dyn Query> {
        let Fields {
            title, title_pairs, ..
        } = *self.fields;
        match words {
            [_, _] if field == title => {
                let pair = term(title_pairs, &frequent::pair(words), false);
                let pair: Box<dyn Query> = Box::new(ConstScoreQuery::new(pair, 0.0));
                let words = each(words, |word| term(title, word, true));
                all(iter::once(pair).chain(words).collect())
            }
            words => phrase(field, words, true),
        }
    }

    /// Nothing but what was found is looked at: of several queries at once, the index reads all that each finds.
    fn among(&self, query: Box<dyn Query>) -> Box<dyn Query> {
        all(vec![Box::new(self.found.clone()), query])
    }
}

/// What is looked for by words.
pub fn meant(wanted: &Expression) -> Vec<&Meant> {
    match wanted {
        Expression::Meant(meant) => vec![meant],
        Expression::All(parts) => parts.iter().flat_map(meant).collect(),
        Expression::Some(_, parts) => parts.iter().collect(),
        Expression::Without(wanted, _) => meant(wanted),
        Expression::Any
        | Expression::None
        | Expression::Filter(_)
        | Expression::Near(..)
        | Expression::Either(_) => Vec::new(),
    }
}

pub fn worth(query: Box<dyn Query>, of_query: f32) -> Box<dyn Query> {
    Box::new(BoostQuery::new(query, of_query))
}

/// Any of these, worth what the best of them is worth.
pub fn best(mut parts: Vec<Box<dyn Query>>) -> Box<dyn Query> {
    match parts.len() {
        1 => parts.remove(0),
        _ => Box::new(DisjunctionMaxQuery::new(parts)),
    }
}

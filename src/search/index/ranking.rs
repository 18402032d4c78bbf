//! In which order the best matches of a search come: what a title says counts before what is beside it, and
//! that before what a description mentions. Each of these tiers is a search of its own, and is asked only
//! where those before it do not fill the page.

use tantivy::{
    query::{
        AllQuery, BooleanQuery, BoostQuery, ConstScoreQuery, DisjunctionMaxQuery, Occur, Query,
    },
    schema::Field,
};

use super::{
    expression::{Expression, Meant, all, each, phrase, term, union, without},
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

    /// Asks for the jobs of this tier and of those before it, and ranks them.
    pub fn query(self, wanted: &Expression, fields: &Fields) -> Box<dyn Query> {
        match self {
            Self::TypedInTitle | Self::MeantInTitle => {
                with_pairs(wanted, fields.title, self.scored(wanted, fields))
            }
            Self::InHead => {
                let mut heads = Vec::new();
                meant_of(wanted, &mut |meant| heads.push(in_head(meant, fields)));
                all(vec![constant(wanted.condition(fields)), union(heads)])
            }
            Self::Anywhere => with_pairs(wanted, fields.words, self.scored(wanted, fields)),
        }
    }

    /// The condition, where words have to stand in this tier and are worth something.
    fn scored(self, wanted: &Expression, fields: &Fields) -> Box<dyn Query> {
        match wanted {
            Expression::Meant(meant) => self.meant(meant, fields),
            Expression::All(parts) => all(each(parts, |part| self.scored(part, fields))),
            Expression::Without(wanted, unwanted) => {
                without(self.scored(wanted, fields), unwanted.condition(fields))
            }
            Expression::Any => constant(Box::new(AllQuery)),
            condition => constant(condition.condition(fields)),
        }
    }

    fn meant(self, meant: &Meant, fields: &Fields) -> Box<dyn Query> {
        let field = match self {
            Self::Anywhere => fields.words,
            _ => fields.title,
        };
        let mut ways = vec![meant.own_in(field, true)];
        ways.extend(each(&meant.same, |words| {
            worth(phrase(field, words, true), SAME)
        }));
        if self != Self::TypedInTitle {
            ways.extend(each(&meant.related, |words| {
                worth(phrase(fields.title, words, true), RELATED)
            }));
        }
        best(ways)
    }
}

/// Some of it in the title, or beside it.
fn in_head(meant: &Meant, fields: &Fields) -> Box<dyn Query> {
    let parts = [
        (fields.title, IN_TITLE),
        (fields.labels, IN_LABELS),
        (fields.whose, IN_COMPANY_OR_PLACE),
    ];
    let everywhere = |find: &dyn Fn(Field) -> Box<dyn Query>| {
        union(
            parts
                .map(|(field, of_field)| worth(find(field), of_field))
                .into(),
        )
    };
    let mut ways = match meant.is_phrase {
        true => vec![everywhere(&|field| phrase(field, &meant.own, true))],
        false => each(&meant.own, |word| {
            everywhere(&|field| term(field, word, true))
        }),
    };
    ways.extend(each(&meant.same, |words| {
        worth(everywhere(&|field| phrase(field, words, true)), SAME)
    }));
    ways.extend(each(&meant.related, |words| {
        worth(phrase(fields.title, words, true), IN_TITLE * RELATED)
    }));
    union(ways)
}

/// These jobs; those come first that have the words in this field as they were typed one after the other.
fn with_pairs(wanted: &Expression, field: Field, jobs: Box<dyn Query>) -> Box<dyn Query> {
    let mut words = Vec::new();
    meant_of(wanted, &mut |meant| words.extend(meant.own.iter().cloned()));
    if words.len() < 2 {
        return jobs;
    }
    let mut parts = vec![(Occur::Must, jobs)];
    parts.extend(words.windows(2).map(|pair| {
        let pair = phrase(field, pair, true);
        (Occur::Should, worth(pair, NEXT_TO_EACH_OTHER))
    }));
    Box::new(BooleanQuery::new(parts))
}

/// What is looked for by words.
fn meant_of(wanted: &Expression, found: &mut dyn FnMut(&Meant)) {
    match wanted {
        Expression::Meant(meant) => found(meant),
        Expression::All(parts) => parts.iter().for_each(|part| meant_of(part, found)),
        Expression::Without(wanted, _) => meant_of(wanted, found),
        Expression::Any | Expression::None | Expression::Filter(_) => {}
    }
}

pub fn worth(query: Box<dyn Query>, of_query: f32) -> Box<dyn Query> {
    Box::new(BoostQuery::new(query, of_query))
}

/// A condition that says nothing about the order.
fn constant(query: Box<dyn Query>) -> Box<dyn Query> {
    Box::new(ConstScoreQuery::new(query, 0.0))
}

/// Any of these, worth what the best of them is worth.
pub fn best(mut parts: Vec<Box<dyn Query>>) -> Box<dyn Query> {
    match parts.len() {
        1 => parts.remove(0),
        _ => Box::new(DisjunctionMaxQuery::new(parts)),
    }
}

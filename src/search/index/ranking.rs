//! In which order the best matches of a search come: what a title says counts before what is beside it, and
//! that before what a description mentions. Each of these tiers is a search of its own, and is asked only
//! where those before it do not fill the page.

use tantivy::{
    query::{BooleanQuery, BoostQuery, DisjunctionMaxQuery, Occur, Query},
    schema::Field,
};

use super::{
    document,
    expression::{Expression, Meant, all, each, phrase, term, union},
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

    /// Asks which jobs among those that were found are of this tier or of those before it, and ranks them.
    pub fn query(self, wanted: &[&Meant], found: &Known, fields: &Fields) -> Box<dyn Query> {
        let found = Box::new(found.clone());
        if wanted.is_empty() {
            return found;
        }
        if self == Self::InHead {
            let heads = wanted.iter().map(|meant| in_head(meant, fields));
            return all(vec![found, union(heads.collect())]);
        }
        let mut jobs: Vec<Box<dyn Query>> = vec![found];
        jobs.extend(wanted.iter().map(|meant| self.meant(meant, fields)));
        let mut parts = vec![(Occur::Must, all(jobs))];
        let words: Vec<String> = wanted.iter().flat_map(|meant| meant.own.clone()).collect();
        parts.extend(words.windows(2).map(|pair| {
            let pair = worth(self.pair(pair, fields), NEXT_TO_EACH_OTHER);
            (Occur::Should, pair)
        }));
        Box::new(BooleanQuery::new(parts))
    }

    /// Two words next to each other, where its words have to stand.
    fn pair(self, words: &[String], fields: &Fields) -> Box<dyn Query> {
        match self {
            Self::Anywhere => phrase(fields.words, words, true),
            _ => term(fields.title_pairs, &document::pair(words), true),
        }
    }

    /// Where its words have to stand.
    fn field(self, fields: &Fields) -> Field {
        match self {
            Self::Anywhere => fields.words,
            _ => fields.title,
        }
    }

    fn meant(self, meant: &Meant, fields: &Fields) -> Box<dyn Query> {
        let field = self.field(fields);
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

/// What is looked for by words.
pub fn meant(wanted: &Expression) -> Vec<&Meant> {
    match wanted {
        Expression::Meant(meant) => vec![meant],
        Expression::All(parts) => parts.iter().flat_map(meant).collect(),
        Expression::Without(wanted, _) => meant(wanted),
        Expression::Any | Expression::None | Expression::Filter(_) => Vec::new(),
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

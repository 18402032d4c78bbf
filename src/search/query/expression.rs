//! What a search asks of the words of a job, and of the filters that have no numbers beside them.

use super::{JobQuery, terms::Term};
use crate::{
    search::{
        index::expression::{Expression, Meant},
        meaning::{self, board_words::BoardWords},
    },
    text::words::{spelled_out, stems},
};

/// The most words of which some may be missing.
const MOST_WORDS: usize = 6;

/// The words of a search.
struct Words {
    wanted: Vec<Meant>,
    unwanted: Vec<Meant>,
}

impl JobQuery {
    /// All of its words.
    pub(crate) fn expression(&self, board: &BoardWords) -> Expression {
        let Some(Words { wanted, unwanted }) = self.words(meaning::of(self.free(), board)) else {
            // No job can hold what was typed: better known beforehand than read from every job.
            return Expression::None;
        };
        let wanted = wanted.into_iter().map(Expression::Meant).collect();
        self.with_filters(wanted, unwanted)
    }

    /// All of its words but one, and any one of them; the same twice where there are two. Nothing where one
    /// has to be there, and where there are too many.
    pub(crate) fn expressions_of_some(&self, board: &BoardWords) -> Vec<Expression> {
        let Some(Words { wanted, unwanted }) = self.words(meaning::each(self.free(), board)) else {
            return Vec::new();
        };
        if !(2..=MOST_WORDS).contains(&wanted.len()) {
            return Vec::new();
        }
        let least = [wanted.len() - 1, 1];
        let with = |least| {
            let some = Expression::Some(least, wanted.clone());
            self.with_filters(vec![some], unwanted.clone())
        };
        least.map(with).into()
    }

    /// What was typed without quotes, and is no exclusion.
    fn free(&self) -> impl Iterator<Item = &str> {
        let free = self.terms.iter();
        let free = free.filter(|term| !term.excluded && !term.is_exact());
        free.map(|term| term.text.as_str())
    }

    /// What is wanted, with what was typed freely understood so; nothing where no job can have it.
    fn words(&self, free: Vec<Meant>) -> Option<Words> {
        let of = |excluded: bool| {
            let terms = self.terms.iter();
            let of = terms
                .filter(move |term| term.excluded == excluded && (excluded || term.is_exact()));
            of.filter_map(exactly)
        };
        let own: Vec<String> = free.iter().flat_map(|meant| meant.own.clone()).collect();
        let mut wanted = free;
        wanted.extend(of(false));
        let unwanted: Vec<Meant> = of(true).collect();
        let is_nothing = !self.text.is_empty() && wanted.is_empty() && unwanted.is_empty();
        let is_wanted = |unwanted: &Meant| {
            unwanted.own.iter().all(|word| own.contains(word)) || wanted.contains(unwanted)
        };
        let is_contradiction = unwanted.iter().any(is_wanted);
        (!is_nothing && !is_contradiction).then_some(Words { wanted, unwanted })
    }

    fn with_filters(&self, mut wanted: Vec<Expression>, unwanted: Vec<Meant>) -> Expression {
        wanted.extend(self.filters.expressions());
        let wanted = match wanted.len() {
            0 => Expression::Any,
            1 => wanted.remove(0),
            _ => Expression::All(wanted),
        };
        unwanted.into_iter().fold(wanted, |wanted, unwanted| {
            Expression::Without(Box::new(wanted), Box::new(Expression::Meant(unwanted)))
        })
    }
}

/// The words next to each other; nothing where there is no letter or digit.
fn exactly(term: &Term) -> Option<Meant> {
    let words = stems(&term.text);
    let spelled = spelled_out(&term.text).map(|text| stems(&text));
    match (words.as_slice(), spelled.as_deref()) {
        ([], _) => None,
        // Whoever wrote the job may have had no key for it.
        ([word], Some([spelled])) => Some(Meant::either(word, spelled)),
        _ => Some(Meant::phrase(words)),
    }
}

//! Finding jobs: what somebody asks for, parsed once and written back in one canonical form, and the
//! answer. Pages, counts, feeds and programs all ask with a [`JobQuery`].

mod active;
mod address;
mod answer;
pub mod cursor;
mod filters;
pub mod terms;

use diesel::QueryResult;

pub(crate) use self::filters::in_order;
use self::terms::{Term, terms};
pub use self::{
    active::{Active, readable},
    answer::Found,
    cursor::Cursor,
    filters::{AGES, Facet, Filters, LeastPay, UnreadPay},
};
use super::index::{
    entry_words,
    expression::Expression,
    find::{Condition, Sampled},
};
use crate::platform::zone::Moment;
use crate::{
    platform::db::Db,
    text::{
        clean,
        words::{spelled_out, stems},
    },
};

/// Jobs on one page.
pub const PAGE_SIZE: usize = 20;

/// Counting stops here: more is "1,000+".
pub const MOST_COUNTED: usize = 1000;

/// Longest search taken, in characters; the rest is cut off.
const LONGEST: usize = 200;

/// A search as its address states it.
#[derive(Clone, Debug, Default)]
pub struct JobQuery {
    /// The words as they were typed.
    pub text: String,
    pub filters: Filters,
    pub sort: Sort,
    terms: Vec<Term>,
    window: Window,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sort {
    /// The best match where there are words, else the newest.
    #[default]
    Usual,
    Newest,
    /// The best of the newest few hundred first.
    Relevance,
}

/// Which page of the list: its position is a job's, so nothing shifts while somebody reads.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Window {
    #[default]
    First,
    /// Of the best matches, from the second on.
    Page(usize),
    OlderThan(Cursor),
    NewerThan(Cursor),
}

impl JobQuery {
    /// This search with other filters, from its first page.
    pub fn with(&self, filters: Filters) -> Self {
        Self {
            filters,
            window: Window::First,
            ..self.clone()
        }
    }

    /// This search for other words.
    pub fn for_words(&self, text: &str) -> Self {
        let mut query = self.with(self.filters.clone());
        query.set_text(text);
        query
    }

    /// This search sorted otherwise, from its first page.
    pub fn sorted(&self, sort: Sort) -> Self {
        Self {
            sort,
            window: Window::First,
            ..self.clone()
        }
    }

    /// Whether anything was asked for at all.
    pub fn is_search(&self) -> bool {
        !self.text.is_empty() || !self.filters.is_empty()
    }

    /// This search from its first page.
    pub fn first_page(&self) -> Self {
        self.with(self.filters.clone())
    }

    pub fn is_first_page(&self) -> bool {
        self.window == Window::First
    }

    /// Relevance is about words; without any, the newest come first.
    pub fn sorts_by_relevance(&self) -> bool {
        self.sort != Sort::Newest && self.has_words()
    }

    /// Whether there are words to rank by.
    pub fn has_words(&self) -> bool {
        self.terms.iter().any(|term| !term.excluded)
    }

    /// This search sorted as asked for, and by `otherwise` where nothing was.
    pub fn sorted_by_default(mut self, otherwise: Sort) -> Self {
        if self.sort == Sort::Usual {
            self.sort = otherwise;
        }
        self
    }

    /// The newest jobs that this search finds with other filters, whatever its page, for counting; and
    /// whether that is all of them.
    pub fn sample(
        &self,
        db: &mut Db,
        filters: Filters,
        now: Moment,
    ) -> QueryResult<(Vec<Sampled>, bool)> {
        let query = self.with(filters);
        query.condition(now).sample(db, MOST_COUNTED)
    }

    /// How many jobs this search finds with other filters, up to one more than is counted.
    pub fn count(&self, db: &mut Db, filters: Filters, now: Moment) -> QueryResult<usize> {
        let query = self.with(filters);
        query.condition(now).count(db, MOST_COUNTED + 1)
    }

    fn condition(&self, now: Moment) -> Condition {
        let since = self.filters.days.map(|days| Cursor::days_ago(days, now).0);
        let (above, below) = match self.window {
            Window::First | Window::Page(_) => (0, i64::MAX),
            Window::OlderThan(Cursor(number)) => (0, number),
            Window::NewerThan(Cursor(number)) => (number, i64::MAX),
        };
        let pay = self.filters.pay.as_ref();
        Condition {
            words: self.expression(),
            today: now.today(),
            yearly: pay.map(LeastPay::yearly).unwrap_or_default(),
            above: above.max(since.unwrap_or_default()),
            below,
        }
    }

    pub(crate) fn expression(&self) -> Option<Expression> {
        let phrase = |term: &Term| {
            let words = stems(&term.text);
            let spelled = spelled_out(&term.text).map(|text| stems(&text));
            match (words.as_slice(), spelled.as_deref()) {
                ([], _) => None,
                // Whoever wrote the job may have had no key for it.
                ([word], Some([spelled])) => {
                    Some(Expression::OneOf(vec![word.clone(), spelled.clone()]))
                }
                _ => Some(Expression::Phrase(words)),
            }
        };
        let of = |excluded: bool| {
            self.terms
                .iter()
                .filter(move |term| term.excluded == excluded)
                .filter_map(phrase)
        };
        let mut wanted: Vec<Expression> = of(false).collect();
        let unwanted: Vec<Expression> = of(true).collect();
        let is_nothing = !self.text.is_empty() && wanted.is_empty() && unwanted.is_empty();
        let is_contradiction = wanted.iter().any(|phrase| unwanted.contains(phrase));
        if is_nothing || is_contradiction {
            // No job can hold what was typed: better known beforehand than read from every job.
            wanted.push(Expression::OneOf(vec![entry_words::NONE.into()]));
        }
        wanted.extend(self.filters.expressions());
        if wanted.is_empty() && !unwanted.is_empty() {
            wanted.push(Expression::OneOf(vec![entry_words::ANY.into()]));
        }
        let wanted = (!wanted.is_empty()).then_some(Expression::All(wanted))?;
        Some(unwanted.into_iter().fold(wanted, |wanted, unwanted| {
            Expression::Without(Box::new(wanted), Box::new(unwanted))
        }))
    }

    fn set_text(&mut self, typed: &str) {
        let beginning: String = typed.chars().take(LONGEST).collect();
        self.text = clean::line(&beginning);
        self.terms = terms(&self.text);
    }

    fn set_window(&mut self, to: Option<Window>) {
        if let Some(to) = to {
            self.window = to;
        }
    }
}

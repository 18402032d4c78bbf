//! Finding jobs: what somebody asks for, parsed once and written back in one canonical form, and the
//! answer. Pages, counts, feeds and programs all ask with a [`JobQuery`].

mod active;
mod address;
mod answer;
mod around;
mod beside;
pub mod cursor;
mod distance;
mod expression;
mod filters;
mod known;
mod least_pay;
mod listed;
mod names;
mod nearly;
mod newest;
mod place;
mod places;
mod searched;
pub mod terms;
mod wider;

pub(crate) use self::filters::in_order;
use self::terms::{Term, terms};
pub use self::{
    active::{Active, Spelled},
    answer::{Found, MOST_RANKED, Numbers, Wanted},
    beside::{Named, each_other},
    cursor::Cursor,
    distance::{DISTANCES, Distance, Unit},
    filters::{AGES, Facet, Filters},
    known::{Known, words_of},
    least_pay::{LeastPay, UnreadPay},
    listed::may_part,
    names::{begun_with_capital, readable},
    place::Location,
    places::{Places, either},
    wider::Wider,
};
use super::{
    index::{
        ask::{Asked, Order},
        facts::ordinal,
    },
    lists::Lists,
};
use crate::{platform::db::text_enum::TextEnum, text::clean};

/// Jobs on one page.
pub const PAGE_SIZE: usize = 20;

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
    /// Whether words of it were read as filters.
    pub was_read: bool,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sort {
    /// The best match where there are words, else the newest.
    #[default]
    Usual,
    Newest,
    /// The best first, of the thousand best.
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
            text: self.text.clone(),
            filters,
            sort: self.sort,
            terms: self.terms.clone(),
            window: Window::First,
            was_read: self.was_read,
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

    /// Between which positions the jobs of its page are.
    fn between(&self) -> (i64, i64) {
        match self.window {
            Window::First | Window::Page(_) => (0, i64::MAX),
            Window::OlderThan(Cursor(number)) => (0, number),
            Window::NewerThan(Cursor(number)) => (number, i64::MAX),
        }
    }

    /// What the index is asked for the number of jobs alone.
    pub fn asking(&self, lists: &Lists) -> Asked {
        let now = lists.now;
        let filters = &self.filters;
        let since = |days| Cursor::days_ago(days, now).0;
        let (above, below) = self.between();
        Asked {
            words: self.expression(lists.words),
            today: now.today(),
            now: now.at.and_utc().timestamp(),
            yearly: filters.pay.as_ref().map_or(0, LeastPay::yearly),
            workplaces: bits(&filters.workplaces),
            employment_types: bits(&filters.employment_types),
            category: filters.category.clone(),
            since: filters.days.map_or(0, since),
            order: Order::NewestFirst,
            most: 0,
            above,
            below,
            counts: false,
            ages: [AGES[0].0, AGES[1].0, AGES[2].0].map(since),
        }
    }

    fn set_text(&mut self, typed: &str) {
        let beginning: String = typed.chars().take(LONGEST).collect();
        self.text = terms::in_plain_signs(&clean::line(&beginning));
        self.terms = terms(&self.text);
    }

    fn set_window(&mut self, to: Option<Window>) {
        if let Some(to) = to {
            self.window = to;
        }
    }
}

/// The chosen values as bits; all of them where none is chosen.
fn bits<T: TextEnum>(chosen: &[T]) -> u32 {
    match chosen {
        [] => u32::MAX,
        chosen => chosen
            .iter()
            .fold(0, |bits, value| bits | (1 << ordinal(*value))),
    }
}

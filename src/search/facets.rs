//! What a list can be narrowed by: a form with the number of jobs behind each choice, chips for what it
//! is narrowed by already, and broader searches where nothing is left. All of them lead to addresses.

mod broader;
mod choosing;
mod group;
mod groups;
mod numbers;
mod places;

use iso_currency::Currency;
use serde::Serialize;

use self::group::{Choice, Group, number};
pub use self::{broader::Broader, numbers::FacetNumbers};
use super::{
    meaning::levels,
    query::{Active, Facet, JobQuery, Numbers, Sort, Spelled},
};
use crate::{
    jobs::{PayPeriod, amount, pay::COMMON_CURRENCIES},
    platform::{
        db::text_enum::TextEnum,
        i18n::{Locale, Message},
    },
};

/// Everything beside a list.
#[derive(Debug, Serialize)]
pub struct Facets {
    total: String,
    #[serde(skip)]
    jobs: usize,
    /// With nothing left there is nothing to narrow.
    has_jobs: bool,
    chips: Vec<Link>,
    groups: Vec<Group>,
    sorts: Vec<Link>,
    pay: PayForm,
    /// What the search asks for besides, for the form to send along.
    hidden: Vec<(&'static str, String)>,
}

/// A search that is one click away.
#[derive(Debug, Serialize)]
struct Link {
    label: String,
    href: String,
    is_active: bool,
}

#[derive(Debug, Serialize)]
struct PayForm {
    amount: String,
    /// What is wrong with it.
    message: Option<String>,
    currency: String,
    period: &'static str,
    currencies: Vec<&'static str>,
    periods: Vec<(&'static str, String)>,
    is_paid: bool,
}

impl Facets {
    /// What stands beside the list of `query`, which has these numbers.
    /// Pay is asked for in `currency` where the search does not say it.
    pub fn of(
        query: &JobQuery,
        numbers: &Numbers,
        spelled: &Spelled,
        currency: Currency,
        locale: Locale,
    ) -> Self {
        let chip = |Active { label, without }| Link::to(label, &query.with(without));
        let level =
            |said: levels::Said| Link::to(locale.text(said.label), &query.for_words(&said.without));
        let levels = levels::said(&query.text).into_iter().map(level);
        let group = |facet| groups::of(query, facet, &numbers.counts, locale);
        let groups: Vec<Group> = Facet::ALL
            .into_iter()
            .map(group)
            .filter(|group| !group.choices.is_empty())
            .collect();
        Self {
            has_jobs: numbers.total > 0,
            total: super::total(i64::try_from(numbers.total).unwrap_or(i64::MAX), locale),
            jobs: numbers.total,
            chips: query
                .filters
                .active(spelled, locale)
                .into_iter()
                .map(chip)
                .chain(levels)
                .collect(),
            sorts: sorts(query, locale),
            pay: PayForm::of(query, currency, locale),
            hidden: hidden(query, &groups),
            groups,
        }
    }

    /// How many jobs the search finds: `312`, `8,635`.
    pub fn number(&self, locale: Locale) -> String {
        number(self.jobs, locale)
    }
}

/// A part of the whole board, which is one click away.
#[derive(Debug, Serialize)]
pub struct Way {
    label: String,
    href: String,
    count: Option<String>,
}

/// The first values of a facet of the whole board.
pub fn ways(facet: Facet, numbers: &Numbers, locale: Locale) -> Vec<Way> {
    let all = JobQuery::default();
    let group = groups::of(&all, facet, &numbers.counts, locale);
    let way = |choice: Choice| Way {
        href: choosing::chosen(&all, facet, &choice).address(),
        label: choice.label,
        count: choice.count,
    };
    group.choices.into_iter().map(way).collect()
}

impl Link {
    fn to(label: impl Into<String>, query: &JobQuery) -> Self {
        Self {
            label: label.into(),
            href: query.address(),
            is_active: false,
        }
    }
}

impl PayForm {
    fn of(query: &JobQuery, usual: Currency, locale: Locale) -> Self {
        let unread = query.filters.unread_pay.as_ref();
        let pay = query.filters.pay.or(unread.map(|unread| unread.asked));
        let currency = pay.map_or(usual, |pay| pay.currency).code();
        let other = (!COMMON_CURRENCIES.contains(&currency)).then_some(currency);
        Self {
            amount: match (query.filters.pay, unread) {
                (Some(pay), _) => amount::plain(pay.amount),
                (None, Some(unread)) => unread.typed.clone(),
                (None, None) => String::new(),
            },
            message: unread.map(|unread| locale.text(&unread.message())),
            currency: currency.to_owned(),
            period: pay.map_or(PayPeriod::Year, |pay| pay.period).as_str(),
            currencies: COMMON_CURRENCIES.iter().copied().chain(other).collect(),
            periods: PayPeriod::ALL
                .iter()
                .map(|period| (period.as_str(), locale.text(&period.label())))
                .collect(),
            is_paid: query.filters.paid,
        }
    }
}

/// Newest or best first; a choice only where there are words to rank by.
fn sorts(query: &JobQuery, locale: Locale) -> Vec<Link> {
    if !query.has_words() {
        return Vec::new();
    }
    let by_relevance = query.sorts_by_relevance();
    [
        (Message::new("search-best-first"), Sort::Usual, by_relevance),
        (
            Message::new("search-newest-first"),
            Sort::Newest,
            !by_relevance,
        ),
    ]
    .into_iter()
    .map(|(label, sort, is_active)| Link {
        is_active,
        ..Link::to(locale.text(&label), &query.sorted(sort))
    })
    .collect()
}

/// Everything that the form has no control for.
fn hidden(query: &JobQuery, groups: &[Group]) -> Vec<(&'static str, String)> {
    let mut pairs = query.filters.pairs();
    pairs.retain(|(name, value)| {
        !["pay", "currency", "per", "paid"].contains(name)
            && !groups.iter().any(|group| group.offers(name, value))
    });
    if !query.text.is_empty() {
        pairs.insert(0, ("q", query.text.clone()));
    }
    if query.has_words() && !query.sorts_by_relevance() {
        pairs.push(("sort", "newest".into()));
    }
    pairs
}

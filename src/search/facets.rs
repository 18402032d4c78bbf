//! What a list can be narrowed by: a form with the number of jobs behind each choice, chips for what it
//! is narrowed by already, and broader searches where nothing is left. All of them lead to addresses.

mod group;
mod groups;
mod numbers;
mod places;

use iso_currency::Currency;
use serde::Serialize;

use self::groups::number;
pub use self::{group::Group, numbers::FacetNumbers};
use super::{
    lists::Lists,
    meaning::levels,
    query::{Active, Facet, Filters, JobQuery, Numbers, Sort},
};
use crate::{
    http::error::Error,
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
    /// What the form sends where it is chosen.
    value: String,
    #[serde(skip)]
    query: JobQuery,
    /// How many jobs are behind it, where that was counted.
    count: Option<String>,
    #[serde(skip)]
    jobs: Option<usize>,
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

/// A link out of an empty list: the search without one of its filters.
#[derive(Debug, Serialize)]
pub struct Broader {
    label: String,
    href: String,
    count: String,
}

impl Facets {
    /// What stands beside the list of `query`, which has these numbers.
    /// Pay is asked for in `currency` where the search does not say it.
    pub fn of(query: &JobQuery, numbers: &Numbers, currency: Currency, locale: Locale) -> Self {
        let chip = |Active { label, without }| Link::to(label, &query.with(without));
        let level =
            |said: levels::Said| Link::to(locale.text(said.label), &query.for_words(&said.without));
        let levels = levels::said(&query.text).into_iter().map(level);
        let group = |facet| groups::of(query, facet, &numbers.counts, locale);
        let groups: Vec<Group> = Facet::ALL
            .into_iter()
            .map(group)
            .filter(|group| !group.links.is_empty())
            .collect();
        Self {
            has_jobs: numbers.total > 0,
            total: super::total(i64::try_from(numbers.total).unwrap_or(i64::MAX), locale),
            jobs: numbers.total,
            chips: query
                .filters
                .active(locale)
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

/// The values of some facets of the whole board.
pub fn groups<const N: usize>(facets: [Facet; N], numbers: &Numbers, locale: Locale) -> [Group; N] {
    let query = JobQuery::default();
    facets.map(|facet| groups::of(&query, facet, &numbers.counts, locale))
}

impl Broader {
    /// The search without each of its filters in turn, and without its words.
    ///
    /// # Errors
    /// Those of the index.
    pub fn all(query: &JobQuery, lists: &mut Lists, locale: Locale) -> Result<Vec<Self>, Error> {
        let mut broader: Vec<Self> = Vec::new();
        let mut offer = |label: String, wider: &JobQuery, jobs: usize| {
            broader.push(Self {
                label,
                href: wider.address(),
                count: number(jobs, locale),
            });
        };
        let mut most = 0;
        for place in query.filters.place.wider() {
            let label = place.label(locale);
            let filters = Filters {
                place,
                ..query.filters.clone()
            };
            let around = query.with(filters);
            let jobs = around.count(lists)?;
            // What is wider and finds the same need not be offered.
            if jobs > most {
                most = jobs;
                offer(label, &around, jobs);
            }
        }
        let active = query.filters.active(locale).into_iter();
        let mut wider: Vec<(String, JobQuery)> = active
            .map(|Active { label, without }| (label, query.with(without)))
            .collect();
        if !query.text.is_empty() && !query.filters.is_empty() {
            let wordless = JobQuery::default().with(query.filters.clone());
            wider.push((query.text.clone(), wordless));
        }
        for (filter, wider) in wider {
            let jobs = wider.count(lists)?;
            if jobs > 0 {
                let without = Message::new("search-without").with("filter", filter);
                offer(locale.text(&without), &wider, jobs);
            }
        }
        Ok(broader)
    }
}

impl Link {
    fn to(label: impl Into<String>, query: &JobQuery) -> Self {
        Self {
            label: label.into(),
            href: query.address(),
            value: String::new(),
            query: query.clone(),
            count: None,
            jobs: None,
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

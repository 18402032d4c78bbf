//! What a list can be narrowed by: links with the number of jobs behind each, chips for what it is
//! narrowed by already, and broader searches where nothing is left. All of them are addresses.

mod groups;
mod numbers;
mod sample;

use diesel::QueryResult;
use serde::Serialize;

use self::sample::Samples;
pub use self::{
    groups::{Count, Group},
    numbers::Numbers,
};
use super::query::{Active, Facet, JobQuery, MOST_COUNTED, Sort};
use crate::{
    jobs::{PayPeriod, amount, pay::COMMON_CURRENCIES},
    platform::{
        db::{Db, text_enum::TextEnum},
        i18n::{Locale, Message},
        zone::Moment,
    },
};

/// Everything beside a list.
#[derive(Debug, Serialize)]
pub struct Facets {
    total: String,
    #[serde(skip)]
    counted: Count,
    /// With nothing left there is nothing to narrow.
    has_jobs: bool,
    chips: Vec<Link>,
    groups: Vec<Group>,
    sorts: Vec<Link>,
    pay: PayForm,
    /// The search without its pay, for the form that sets one.
    hidden: Vec<(&'static str, String)>,
}

/// A search that is one click away.
#[derive(Debug, Serialize)]
struct Link {
    label: String,
    href: String,
    #[serde(skip)]
    query: JobQuery,
    /// How many jobs are behind it, where that was counted.
    count: Option<String>,
    #[serde(skip)]
    counted: Option<Count>,
    is_active: bool,
}

#[derive(Debug, Serialize)]
struct PayForm {
    amount: String,
    /// What is wrong with it.
    message: Option<String>,
    currency: String,
    period: &'static str,
    currencies: &'static [&'static str],
    periods: Vec<(&'static str, String)>,
    paid: Link,
}

/// A link out of an empty list: the search without one of its filters.
#[derive(Debug, Serialize)]
pub struct Broader {
    label: String,
    href: String,
    count: String,
}

impl Facets {
    pub fn of(query: &JobQuery, db: &mut Db, locale: Locale, now: Moment) -> QueryResult<Self> {
        let samples = Samples::of(query, db, now)?;
        let groups = Facet::ALL
            .into_iter()
            .map(|facet| {
                let sample = samples.with(query.filters.without(facet), db)?;
                Ok(groups::of(query, facet, &sample, locale, now))
            })
            .collect::<QueryResult<Vec<Group>>>()?;
        let counted = samples.with(query.filters.clone(), db)?.count(|_| true);
        Ok(Self {
            has_jobs: counted.number > 0,
            total: counted.total(locale),
            counted,
            chips: query
                .filters
                .active(locale)
                .into_iter()
                .map(|Active { label, without }| Link::to(label, &query.with(without)))
                .collect(),
            groups: groups
                .into_iter()
                .filter(|group| !group.links.is_empty())
                .collect(),
            sorts: sorts(query, locale),
            pay: PayForm::of(query, locale),
            hidden: hidden(query),
        })
    }
}

/// The values of some facets of the whole board. A number is left out where it is not all.
pub fn groups<const N: usize>(
    facets: [Facet; N],
    db: &mut Db,
    locale: Locale,
    now: Moment,
) -> QueryResult<[Group; N]> {
    let query = JobQuery::default();
    let samples = Samples::of(&query, db, now)?;
    let sample = samples.with(query.filters.clone(), db)?;
    Ok(facets.map(|facet| groups::of(&query, facet, &sample, locale, now).without_guesses()))
}

impl Facets {
    /// How many jobs the search finds: `312`, `1,000+`.
    pub fn number(&self, locale: Locale) -> String {
        self.counted.in_words(locale)
    }
}

impl Broader {
    /// The search without each of its filters in turn, and without its words.
    pub fn all(
        query: &JobQuery,
        db: &mut Db,
        locale: Locale,
        now: Moment,
    ) -> QueryResult<Vec<Self>> {
        let mut broader = Vec::new();
        let without_it = |filter: &str| {
            locale.text(&Message::new("search-without").with("filter", filter.to_owned()))
        };
        for Active { label, without } in query.filters.active(locale) {
            let count = query.count(db, without.clone(), now)?;
            if count > 0 {
                broader.push(Self {
                    label: without_it(&label),
                    href: query.with(without).address(),
                    count: Count::up_to(count, MOST_COUNTED).in_words(locale),
                });
            }
        }
        if !query.text.is_empty() && !query.filters.is_empty() {
            let wordless = JobQuery::default().with(query.filters.clone());
            let count = wordless.count(db, query.filters.clone(), now)?;
            if count > 0 {
                broader.push(Self {
                    label: without_it(&query.text),
                    href: wordless.address(),
                    count: Count::up_to(count, MOST_COUNTED).in_words(locale),
                });
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
            query: query.clone(),
            count: None,
            counted: None,
            is_active: false,
        }
    }
}

impl PayForm {
    fn of(query: &JobQuery, locale: Locale) -> Self {
        let unread = query.filters.unread_pay.as_ref();
        let pay = query.filters.pay.or(unread.map(|unread| unread.asked));
        let mut filters = query.filters.clone();
        filters.paid = !filters.paid;
        Self {
            amount: match (query.filters.pay, unread) {
                (Some(pay), _) => amount::plain(pay.amount),
                (None, Some(unread)) => unread.typed.clone(),
                (None, None) => String::new(),
            },
            message: unread.map(|unread| locale.text(&unread.message())),
            currency: pay.map_or("USD", |pay| pay.currency.code()).to_owned(),
            period: pay.map_or(PayPeriod::Year, |pay| pay.period).as_str(),
            currencies: COMMON_CURRENCIES,
            periods: PayPeriod::ALL
                .iter()
                .map(|period| (period.as_str(), locale.text(&period.label())))
                .collect(),
            paid: Link {
                is_active: query.filters.paid,
                ..Link::to(
                    locale.text(&Message::new("search-paid")),
                    &query.with(filters),
                )
            },
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

/// Everything but the pay, for its form to send along.
fn hidden(query: &JobQuery) -> Vec<(&'static str, String)> {
    let mut pairs = query.filters.pairs();
    pairs.retain(|(name, _)| !["pay", "currency", "per"].contains(name));
    if !query.text.is_empty() {
        pairs.insert(0, ("q", query.text.clone()));
    }
    if query.has_words() && !query.sorts_by_relevance() {
        pairs.push(("sort", "newest".into()));
    }
    pairs
}

//! What a list can be narrowed by: links with the number of jobs behind each, chips for what it is
//! narrowed by already, and ways out where nothing is left. All of them are addresses of searches.

mod groups;
mod numbers;

use chrono::NaiveDateTime;
use diesel::QueryResult;
use serde::{Serialize, Serializer};

use self::groups::{Group, Sample};
pub use self::{groups::Count, numbers::Numbers};
use super::query::{Active, Facet, JobQuery, MOST_COUNTED, Sort};
use crate::{
    jobs::{
        PayPeriod,
        pay::{self, COMMON_CURRENCIES},
    },
    platform::db::{Db, text_enum::TextEnum},
};

/// Everything beside a list.
#[derive(Debug, Serialize)]
pub struct Narrowing {
    total: Total,
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
    count: Option<Count>,
    is_active: bool,
}

#[derive(Debug, Serialize)]
struct PayForm {
    amount: String,
    currency: String,
    period: &'static str,
    currencies: &'static [&'static str],
    periods: Vec<(&'static str, String)>,
    paid: Link,
}

/// A way out of an empty list: the search without one of its filters.
#[derive(Debug, Serialize)]
pub struct Way {
    label: String,
    href: String,
    count: Count,
}

/// `1 job`, `312 jobs`, `1,000+ jobs`.
#[derive(Clone, Copy, Debug)]
struct Total(Count);

impl Serialize for Total {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0.number {
            1 => serializer.serialize_str("1 job"),
            _ => serializer.collect_str(&format_args!("{} jobs", self.0)),
        }
    }
}

impl Narrowing {
    pub fn of(query: &JobQuery, db: &mut Db, now: NaiveDateTime) -> QueryResult<Self> {
        let all = Sample::of(query, query.filters.clone(), db, now)?;
        let groups = [
            Facet::Workplace,
            Facet::EmploymentType,
            Facet::Category,
            Facet::Age,
        ]
        .into_iter()
        .map(|facet| {
            let wider = query.filters.without(facet);
            if wider == query.filters {
                Ok(groups::of(query, facet, &all, now))
            } else {
                let sample = Sample::of(query, wider, db, now)?;
                Ok(groups::of(query, facet, &sample, now))
            }
        })
        .collect::<QueryResult<Vec<Group>>>()?;
        let total = Total(all.count(|_| true));
        Ok(Self {
            has_jobs: !all.rows.is_empty(),
            total,
            chips: query
                .filters
                .active()
                .into_iter()
                .map(|Active { label, without }| Link::to(label, &query.with(without)))
                .collect(),
            groups: groups
                .into_iter()
                .filter(|group| !group.links.is_empty())
                .collect(),
            sorts: sorts(query),
            pay: PayForm::of(query),
            hidden: hidden(query),
        })
    }
}

impl Way {
    /// The search without each of its filters in turn, and without its words.
    pub fn all(query: &JobQuery, db: &mut Db, now: NaiveDateTime) -> QueryResult<Vec<Self>> {
        let mut ways = Vec::new();
        for Active { label, without } in query.filters.active() {
            let count = query.count(db, without.clone(), now)?;
            if count > 0 {
                ways.push(Self {
                    label: format!("Without “{label}”"),
                    href: query.with(without).address(),
                    count: Count::up_to(count, MOST_COUNTED),
                });
            }
        }
        if !query.text.is_empty() && !query.filters.is_empty() {
            let wordless = JobQuery::default().with(query.filters.clone());
            let count = wordless.count(db, query.filters.clone(), now)?;
            if count > 0 {
                ways.push(Self {
                    label: format!("Without “{}”", query.text),
                    href: wordless.address(),
                    count: Count::up_to(count, MOST_COUNTED),
                });
            }
        }
        Ok(ways)
    }
}

impl Link {
    fn to(label: impl Into<String>, query: &JobQuery) -> Self {
        Self {
            label: label.into(),
            href: query.address(),
            query: query.clone(),
            count: None,
            is_active: false,
        }
    }
}

impl PayForm {
    fn of(query: &JobQuery) -> Self {
        let pay = query.filters.pay;
        let mut filters = query.filters.clone();
        filters.paid = !filters.paid;
        Self {
            amount: pay
                .map(|pay| pay::plain_amount(pay.amount))
                .unwrap_or_default(),
            currency: pay.map_or("USD", |pay| pay.currency.code()).to_owned(),
            period: pay.map_or(PayPeriod::Year, |pay| pay.period).as_str(),
            currencies: COMMON_CURRENCIES,
            periods: PayPeriod::ALL
                .iter()
                .map(|period| (period.as_str(), period.label().to_string()))
                .collect(),
            paid: Link {
                is_active: query.filters.paid,
                ..Link::to("Only with pay shown", &query.with(filters))
            },
        }
    }
}

/// Newest or best first; a choice only where there are words to rank by.
fn sorts(query: &JobQuery) -> Vec<Link> {
    if query.text.is_empty() {
        return Vec::new();
    }
    let by_relevance = query.sorts_by_relevance();
    [
        ("Newest first", Sort::Newest, !by_relevance),
        ("Best match first", Sort::Relevance, by_relevance),
    ]
    .into_iter()
    .map(|(label, sort, is_active)| Link {
        is_active,
        ..Link::to(label, &query.sorted(sort))
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
    if query.sorts_by_relevance() {
        pairs.push(("sort", "relevance".into()));
    }
    pairs
}

//! What a list can be narrowed by: links with the number of jobs behind each, chips for what it is
//! narrowed by already, and ways out where nothing is left. All of them are addresses of searches.

use std::collections::HashMap;

use chrono::{Days, NaiveDateTime};
use diesel::QueryResult;
use serde::Serialize;

use super::{
    pay::COMMON_CURRENCIES,
    search::{
        AGES, Active, Facet, Filters, JobQuery, MOST_COUNTED, Position, Sampled, Sort, words::slug,
    },
    vocabulary::{EmploymentType, PayPeriod, Workplace},
};
use crate::db::{Db, text_enum::TextEnum};

/// Categories that are offered.
const MOST_CATEGORIES: usize = 10;

/// Everything beside a list.
#[derive(Debug, Serialize)]
pub struct Narrowing {
    /// `1 job`, `312 jobs`, `1,000+ jobs`.
    total: String,
    /// With nothing left there is nothing to narrow.
    has_jobs: bool,
    chips: Vec<Link>,
    groups: Vec<Group>,
    sorts: Vec<Link>,
    pay: PayForm,
    /// The search without its pay, for the form that sets one.
    hidden: Vec<(&'static str, String)>,
}

#[derive(Debug, Serialize)]
struct Group {
    title: &'static str,
    links: Vec<Link>,
}

/// A search that is one click away.
#[derive(Debug, Serialize)]
struct Link {
    label: String,
    href: String,
    count: String,
    is_active: bool,
}

#[derive(Debug, Serialize)]
struct PayForm {
    amount: String,
    currency: String,
    period: &'static str,
    currencies: &'static [&'static str],
    periods: Vec<(&'static str, &'static str)>,
    paid: Link,
}

/// A way out of an empty list: the search without one of its filters.
#[derive(Debug, Serialize)]
pub struct Way {
    label: String,
    href: String,
    count: String,
}

/// The newest hits, which the numbers are counted from.
struct Sample {
    rows: Vec<Sampled>,
    is_all: bool,
}

impl Sample {
    fn of(
        query: &JobQuery,
        filters: Filters,
        db: &mut Db,
        now: NaiveDateTime,
    ) -> QueryResult<Self> {
        let mut rows = query.sample(db, filters, now)?;
        let is_all = rows.len() <= MOST_COUNTED;
        rows.truncate(MOST_COUNTED);
        Ok(Self { rows, is_all })
    }

    /// How many of the sample `are`; with a plus where there are more hits than the sample has.
    fn count(&self, are: impl Fn(&Sampled) -> bool) -> String {
        let count = self.rows.iter().filter(|row| are(row)).count();
        in_words(count, self.is_all)
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
                Ok(group(query, facet, &all, now))
            } else {
                let sample = Sample::of(query, wider, db, now)?;
                Ok(group(query, facet, &sample, now))
            }
        })
        .collect::<QueryResult<Vec<Group>>>()?;
        let total = all.count(|_| true);
        Ok(Self {
            has_jobs: !all.rows.is_empty(),
            total: match total.as_str() {
                "1" => "1 job".into(),
                count => format!("{count} jobs"),
            },
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
                    count: in_words(count.min(MOST_COUNTED), count <= MOST_COUNTED),
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
                    count: in_words(count.min(MOST_COUNTED), count <= MOST_COUNTED),
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
            count: String::new(),
            is_active: false,
        }
    }

    fn counted(mut self, count: String, is_active: bool) -> Self {
        self.count = count;
        self.is_active = is_active;
        self
    }

    /// Nothing is behind it, and it is not what the list is narrowed by.
    fn is_dead(&self) -> bool {
        self.count == "0" && !self.is_active
    }
}

impl PayForm {
    fn of(query: &JobQuery) -> Self {
        let pay = query.filters.pay;
        let mut filters = query.filters.clone();
        filters.paid = !filters.paid;
        Self {
            amount: pay
                .map(|pay| super::pay::plain_amount(pay.amount))
                .unwrap_or_default(),
            currency: pay.map_or("USD", |pay| pay.currency.code()).to_owned(),
            period: pay.map_or(PayPeriod::Year, |pay| pay.period).as_str(),
            currencies: COMMON_CURRENCIES,
            periods: PayPeriod::ALL
                .iter()
                .map(|period| (period.as_str(), period.label()))
                .collect(),
            paid: Link {
                is_active: query.filters.paid,
                ..Link::to("Only with pay shown", &query.with(filters))
            },
        }
    }
}

fn group(query: &JobQuery, facet: Facet, sample: &Sample, now: NaiveDateTime) -> Group {
    let (title, links) = match facet {
        Facet::Workplace => ("Workplace", workplaces(query, sample)),
        Facet::EmploymentType => ("Type", employment_types(query, sample)),
        Facet::Category => ("Category", categories(query, sample)),
        Facet::Age => ("Posted", ages(query, sample, now)),
    };
    Group {
        title,
        links: links.into_iter().filter(|link| !link.is_dead()).collect(),
    }
}

fn workplaces(query: &JobQuery, sample: &Sample) -> Vec<Link> {
    Workplace::ALL
        .iter()
        .map(|workplace| {
            let mut filters = query.filters.clone();
            let is_active = toggle(&mut filters.workplaces, *workplace);
            let count = sample.count(|row| *row.workplace == *workplace);
            Link::to(workplace.label(), &query.with(filters)).counted(count, is_active)
        })
        .collect()
}

fn employment_types(query: &JobQuery, sample: &Sample) -> Vec<Link> {
    EmploymentType::ALL
        .iter()
        .map(|kind| {
            let mut filters = query.filters.clone();
            let is_active = toggle(&mut filters.employment_types, *kind);
            let count =
                sample.count(|row| row.employment_type.is_some_and(|found| *found == *kind));
            Link::to(kind.label(), &query.with(filters)).counted(count, is_active)
        })
        .collect()
}

/// The most frequent, and the one that is chosen.
fn categories(query: &JobQuery, sample: &Sample) -> Vec<Link> {
    let mut counts: HashMap<String, (usize, &str)> = HashMap::new();
    for text in sample.rows.iter().filter_map(|row| row.category.as_deref()) {
        let entry = counts.entry(slug(text)).or_insert((0, text));
        entry.0 += 1;
    }
    let mut found: Vec<_> = counts.into_iter().collect();
    found.sort_by(|a, b| b.1.0.cmp(&a.1.0).then_with(|| a.0.cmp(&b.0)));
    let chosen = query.filters.category.as_deref();
    found
        .into_iter()
        .enumerate()
        .filter(|(place, (slug, _))| *place < MOST_CATEGORIES || chosen == Some(slug))
        .map(|(_, (slug, (count, text)))| {
            let is_active = chosen == Some(slug.as_str());
            let mut filters = query.filters.clone();
            filters.category = (!is_active).then_some(slug);
            Link::to(text, &query.with(filters)).counted(in_words(count, sample.is_all), is_active)
        })
        .collect()
}

fn ages(query: &JobQuery, sample: &Sample, now: NaiveDateTime) -> Vec<Link> {
    AGES.iter()
        .map(|(days, label)| {
            let is_active = query.filters.days == Some(*days);
            let mut filters = query.filters.clone();
            filters.days = (!is_active).then_some(*days);
            let first = now.date().checked_sub_days(Days::new(days.unsigned_abs()));
            let since = first.map_or(0, |day| Position::since(day.into()).0);
            let count = sample.count(|row| row.position >= since);
            Link::to(*label, &query.with(filters)).counted(count, is_active)
        })
        .collect()
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

/// Adds `value`, or takes it away; returns whether it was there.
fn toggle<T: PartialEq>(values: &mut Vec<T>, value: T) -> bool {
    let before = values.len();
    values.retain(|one| *one != value);
    let was_there = values.len() < before;
    if !was_there {
        values.push(value);
    }
    was_there
}

/// `312`, `1,000+`.
fn in_words(count: usize, is_all: bool) -> String {
    let digits = if count >= 1000 {
        format!("{},{:03}", count / 1000, count % 1000)
    } else {
        count.to_string()
    };
    if is_all || count == 0 {
        digits
    } else {
        format!("{digits}+")
    }
}

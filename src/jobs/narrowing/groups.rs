//! The filters that are offered as links, and the number of jobs behind each, counted from the newest
//! hits.

use std::collections::HashMap;

use chrono::{Days, NaiveDateTime};
use diesel::QueryResult;
use serde::Serialize;

use super::Link;
use crate::{
    db::{Db, text_enum::TextEnum},
    jobs::{
        search::{AGES, Facet, Filters, JobQuery, Position, Sampled, words::slug},
        vocabulary::{EmploymentType, Workplace},
    },
};

/// Categories that are offered.
const MOST_CATEGORIES: usize = 10;

#[derive(Debug, Serialize)]
pub struct Group {
    title: &'static str,
    pub(super) links: Vec<Link>,
}

/// The newest hits, which the numbers are counted from.
pub struct Sample {
    pub(super) rows: Vec<Sampled>,
    is_all: bool,
}

impl Sample {
    pub fn of(
        query: &JobQuery,
        filters: Filters,
        db: &mut Db,
        now: NaiveDateTime,
    ) -> QueryResult<Self> {
        let (rows, is_all) = query.sample(db, filters, now)?;
        Ok(Self { rows, is_all })
    }

    /// How many of the sample `are`; with a plus where there are more hits than the sample has.
    pub fn count(&self, are: impl Fn(&Sampled) -> bool) -> String {
        let count = self.rows.iter().filter(|row| are(row)).count();
        in_words(count, self.is_all)
    }
}

/// The values of `facet`, with what is behind each of them.
pub fn of(query: &JobQuery, facet: Facet, sample: &Sample, now: NaiveDateTime) -> Group {
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

impl Link {
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
pub fn in_words(count: usize, is_all: bool) -> String {
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

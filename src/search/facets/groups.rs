//! The filters that are offered as choices, and the number of jobs behind each, counted over all hits.

use std::cmp::Reverse;

use super::{
    Link,
    group::{Any, Group},
    places,
};
use crate::{
    jobs::{EmploymentType, Workplace},
    platform::{
        db::text_enum::TextEnum,
        i18n::{Locale, Message},
    },
    search::{
        index::ask::{Counts, Stated},
        query::{AGES, Facet, JobQuery},
    },
};

/// Categories that are shown at once.
const CATEGORIES: usize = 10;

/// Values of one filter that are offered at all.
pub(super) const MOST: usize = 100;

/// The values of `facet`, with what is behind each of them.
pub fn of(query: &JobQuery, facet: Facet, counts: &Counts, locale: Locale) -> Group {
    let (name, title, any, links) = match facet {
        Facet::Workplace => (
            "workplace",
            Message::new("search-workplace"),
            None,
            workplaces(query, counts, locale),
        ),
        Facet::Place => return places::of(query, counts, locale),
        Facet::Distance => return places::distances(query, locale),
        Facet::EmploymentType => (
            "type",
            Message::new("search-type"),
            None,
            employment_types(query, counts, locale),
        ),
        Facet::Category => (
            "category",
            Message::new("search-category"),
            Some(Message::new("search-category-any")),
            categories(query, counts, locale),
        ),
        Facet::Age => (
            "days",
            Message::new("search-posted"),
            Some(Message::new("search-age-any")),
            ages(query, counts, locale),
        ),
    };
    let any = any.map(|any| Any {
        label: locale.text(&any),
        value: String::new(),
    });
    let group = Group::new(name, locale.text(&title), any, links);
    match facet {
        Facet::Category => group.showing(CATEGORIES),
        _ => group,
    }
}

fn workplaces(query: &JobQuery, counts: &Counts, locale: Locale) -> Vec<Link> {
    let each = Workplace::ALL.iter().map(|workplace| {
        let mut filters = query.filters.clone();
        let is_active = toggle(&mut filters.workplaces, *workplace);
        Link::to(locale.text(&workplace.label()), &query.with(filters)).counted(
            workplace.as_str(),
            counts.workplace(*workplace),
            is_active,
            locale,
        )
    });
    each.collect()
}

fn employment_types(query: &JobQuery, counts: &Counts, locale: Locale) -> Vec<Link> {
    let each = EmploymentType::ALL.iter().map(|kind| {
        let mut filters = query.filters.clone();
        let is_active = toggle(&mut filters.employment_types, *kind);
        Link::to(locale.text(&kind.label()), &query.with(filters)).counted(
            kind.as_str(),
            counts.employment_type(*kind),
            is_active,
            locale,
        )
    });
    each.collect()
}

/// The most frequent, and the one that is chosen.
fn categories(query: &JobQuery, counts: &Counts, locale: Locale) -> Vec<Link> {
    let chosen = query.filters.category.as_deref();
    let named = counts
        .categories
        .iter()
        .filter(|(slug, _)| !slug.is_empty());
    let mut found: Vec<(&String, &Stated)> = named.collect();
    found.sort_by_key(|(slug, stated)| (Reverse(stated.jobs), *slug));
    let shown = found.into_iter().enumerate();
    shown
        .filter(|(place, (slug, _))| *place < MOST || chosen == Some(slug.as_str()))
        .map(|(_, (slug, stated))| {
            let is_active = chosen == Some(slug.as_str());
            let mut filters = query.filters.clone();
            filters.category = (!is_active).then(|| slug.clone());
            Link::to(&*stated.text, &query.with(filters)).counted(
                slug,
                stated.jobs,
                is_active,
                locale,
            )
        })
        .collect()
}

fn ages(query: &JobQuery, counts: &Counts, locale: Locale) -> Vec<Link> {
    let each = AGES.iter().zip(counts.ages).map(|((days, label), jobs)| {
        let is_active = query.filters.days == Some(*days);
        let mut filters = query.filters.clone();
        filters.days = (!is_active).then_some(*days);
        Link::to(locale.text(label), &query.with(filters)).counted(
            &days.to_string(),
            jobs,
            is_active,
            locale,
        )
    });
    each.collect()
}

impl Link {
    pub(super) fn counted(
        mut self,
        value: &str,
        jobs: usize,
        is_active: bool,
        locale: Locale,
    ) -> Self {
        value.clone_into(&mut self.value);
        self.count = Some(number(jobs, locale));
        self.jobs = Some(jobs);
        self.is_active = is_active;
        self
    }

    /// Nothing is behind it, and it is not what the list is narrowed by.
    pub(super) fn is_dead(&self) -> bool {
        self.jobs == Some(0) && !self.is_active
    }
}

/// `8,635`.
pub fn number(jobs: usize, locale: Locale) -> String {
    locale.number(i64::try_from(jobs).unwrap_or(i64::MAX))
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

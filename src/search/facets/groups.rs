//! The filters that are offered as choices, and the number of jobs behind each, counted over all hits.

use std::cmp::Reverse;

use super::{
    group::{Any, Choice, Group},
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
    let (title, any, choices) = match facet {
        Facet::Place => return places::of(query, counts, locale),
        Facet::Distance => return places::distances(query, locale),
        Facet::Workplace => (
            Message::new("search-workplace"),
            None,
            workplaces(query, counts, locale),
        ),
        Facet::EmploymentType => (
            Message::new("search-type"),
            None,
            employment_types(query, counts, locale),
        ),
        Facet::Category => (
            Message::new("search-category"),
            Some(Message::new("search-category-any")),
            categories(query, counts, locale),
        ),
        Facet::Age => (
            Message::new("search-posted"),
            Some(Message::new("search-age-any")),
            ages(query, counts, locale),
        ),
    };
    let any = any.map(|any| Any {
        label: locale.text(&any),
        value: String::new(),
    });
    let group = Group::new(facet, locale.text(&title), any, choices);
    match facet {
        Facet::Category => group.showing(CATEGORIES),
        _ => group,
    }
}

fn workplaces(query: &JobQuery, counts: &Counts, locale: Locale) -> Vec<Choice> {
    let each = Workplace::ALL.iter().map(|workplace| {
        Choice::new(locale.text(&workplace.label()), workplace.as_str())
            .counted(counts.workplace(*workplace), locale)
            .active(query.filters.workplaces.contains(workplace))
    });
    each.collect()
}

fn employment_types(query: &JobQuery, counts: &Counts, locale: Locale) -> Vec<Choice> {
    let each = EmploymentType::ALL.iter().map(|kind| {
        Choice::new(locale.text(&kind.label()), kind.as_str())
            .counted(counts.employment_type(*kind), locale)
            .active(query.filters.employment_types.contains(kind))
    });
    each.collect()
}

/// The most frequent, and the one that is chosen.
fn categories(query: &JobQuery, counts: &Counts, locale: Locale) -> Vec<Choice> {
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
            Choice::new(&*stated.text, slug)
                .counted(stated.jobs, locale)
                .active(chosen == Some(slug.as_str()))
        })
        .collect()
}

fn ages(query: &JobQuery, counts: &Counts, locale: Locale) -> Vec<Choice> {
    let each = AGES.iter().zip(counts.ages).map(|((days, label), jobs)| {
        Choice::new(locale.text(label), days.to_string())
            .counted(jobs, locale)
            .active(query.filters.days == Some(*days))
    });
    each.collect()
}

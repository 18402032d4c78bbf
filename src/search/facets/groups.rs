//! The filters that are offered as links, and the number of jobs behind each, counted over all hits.

use std::cmp::Reverse;

use serde::Serialize;

use super::Link;
use crate::{
    jobs::{EmploymentType, Workplace},
    platform::{
        db::text_enum::TextEnum,
        i18n::{Locale, Message},
    },
    search::{
        index::ask::{Counts, Stated},
        query::{AGES, DISTANCES, Distance, Facet, JobQuery, Location, Unit},
    },
    text::gazetteer::{Kind, Place},
};

/// Categories that are offered.
const MOST_CATEGORIES: usize = 10;

/// Places that are offered.
const MOST_PLACES: usize = 8;

#[derive(Debug, Serialize)]
pub struct Group {
    pub(super) title: String,
    pub(super) links: Vec<Link>,
}

/// The values of `facet`, with what is behind each of them.
pub fn of(query: &JobQuery, facet: Facet, counts: &Counts, locale: Locale) -> Group {
    let (title, links) = match facet {
        Facet::Workplace => (
            Message::new("search-workplace"),
            workplaces(query, counts, locale),
        ),
        Facet::Place => (Message::new("search-place"), places(query, counts, locale)),
        Facet::Distance => (Message::new("search-distance"), distances(query, locale)),
        Facet::EmploymentType => (
            Message::new("search-type"),
            employment_types(query, counts, locale),
        ),
        Facet::Category => (
            Message::new("search-category"),
            categories(query, counts, locale),
        ),
        Facet::Age => (Message::new("search-posted"), ages(query, counts, locale)),
    };
    Group {
        title: locale.text(&title),
        links: links.into_iter().filter(|link| !link.is_dead()).collect(),
    }
}

fn workplaces(query: &JobQuery, counts: &Counts, locale: Locale) -> Vec<Link> {
    let each = Workplace::ALL.iter().map(|workplace| {
        let mut filters = query.filters.clone();
        let is_active = toggle(&mut filters.workplaces, *workplace);
        Link::to(locale.text(&workplace.label()), &query.with(filters)).counted(
            counts.workplace(*workplace),
            is_active,
            locale,
        )
    });
    each.collect()
}

/// The countries where jobs are; of a country its regions, and of a region its towns. Where all jobs are in one
/// of them, what is inside that.
fn places(query: &JobQuery, counts: &Counts, locale: Locale) -> Vec<Link> {
    let mut around = match (query.filters.place.is_stated(), query.filters.place.place()) {
        (false, _) => None,
        (true, Some(place)) if place.kind != Kind::Town => Some(place),
        _ => return Vec::new(),
    };
    let known = counts.places.as_slice();
    let mut found = inside(known, around);
    while let [(only, _)] = found.as_slice()
        && only.kind != Kind::Town
    {
        around = Some(*only);
        found = inside(known, around);
    }
    found.sort_by_key(|(place, jobs)| (Reverse(*jobs), place.id));
    let shown = found.into_iter().take(MOST_PLACES);
    shown
        .map(|(place, jobs)| {
            let mut filters = query.filters.clone();
            filters.place = Location::at(&place);
            Link::to(place.name, &query.with(filters)).counted(jobs, false, locale)
        })
        .collect()
}

/// Of these places those that are next inside `around`: the countries of the world, the regions of a country,
/// or its towns where it has no regions.
fn inside(known: &[(Place, usize)], around: Option<Place>) -> Vec<(Place, usize)> {
    let those = |is_inside: &dyn Fn(&Place) -> bool| -> Vec<(Place, usize)> {
        let known = known.iter().copied();
        known.filter(|(place, _)| is_inside(place)).collect()
    };
    let Some(around) = around else {
        return those(&|place| place.kind == Kind::Country);
    };
    match around.kind {
        Kind::Town => Vec::new(),
        Kind::Region => those(&|place| place.kind == Kind::Town && place.region == Some(around.id)),
        Kind::Country => {
            let of = |kind| those(&|place| place.kind == kind && place.country == around.country);
            let regions = of(Kind::Region);
            if regions.is_empty() {
                of(Kind::Town)
            } else {
                regions
            }
        }
    }
}

/// How far around a town jobs may be.
fn distances(query: &JobQuery, locale: Locale) -> Vec<Link> {
    let Some(town) = query
        .filters
        .place
        .place()
        .filter(|place| place.kind == Kind::Town)
    else {
        return Vec::new();
    };
    let chosen = query.filters.place.within();
    let unit = chosen.map_or_else(|| Unit::usual_in(&town), |chosen| chosen.unit);
    let each = DISTANCES.iter().map(|length| {
        let distance = Distance {
            length: *length,
            unit,
        };
        let is_active = chosen == Some(distance);
        let mut filters = query.filters.clone();
        filters.place.set_within((!is_active).then_some(distance));
        Link {
            is_active,
            ..Link::to(locale.text(&distance.label()), &query.with(filters))
        }
    });
    each.collect()
}

fn employment_types(query: &JobQuery, counts: &Counts, locale: Locale) -> Vec<Link> {
    let each = EmploymentType::ALL.iter().map(|kind| {
        let mut filters = query.filters.clone();
        let is_active = toggle(&mut filters.employment_types, *kind);
        Link::to(locale.text(&kind.label()), &query.with(filters)).counted(
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
        .filter(|(place, (slug, _))| *place < MOST_CATEGORIES || chosen == Some(slug.as_str()))
        .map(|(_, (slug, stated))| {
            let is_active = chosen == Some(slug.as_str());
            let mut filters = query.filters.clone();
            filters.category = (!is_active).then(|| slug.clone());
            Link::to(&*stated.text, &query.with(filters)).counted(stated.jobs, is_active, locale)
        })
        .collect()
}

fn ages(query: &JobQuery, counts: &Counts, locale: Locale) -> Vec<Link> {
    let each = AGES.iter().zip(counts.ages).map(|((days, label), jobs)| {
        let is_active = query.filters.days == Some(*days);
        let mut filters = query.filters.clone();
        filters.days = (!is_active).then_some(*days);
        Link::to(locale.text(label), &query.with(filters)).counted(jobs, is_active, locale)
    });
    each.collect()
}

impl Link {
    fn counted(mut self, jobs: usize, is_active: bool, locale: Locale) -> Self {
        self.count = Some(number(jobs, locale));
        self.jobs = Some(jobs);
        self.is_active = is_active;
        self
    }

    /// Nothing is behind it, and it is not what the list is narrowed by.
    fn is_dead(&self) -> bool {
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

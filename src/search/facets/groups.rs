//! The filters that are offered as links, and the number of jobs behind each, counted from the newest
//! hits.

use std::collections::HashMap;

use serde::Serialize;

use super::{Link, sample::Sample};
use crate::{
    jobs::{EmploymentType, Workplace},
    platform::{
        db::text_enum::TextEnum,
        i18n::{Locale, Message},
        zone::Moment,
    },
    search::query::{AGES, Cursor, Facet, JobQuery},
    text::words::slug,
};

/// Categories that are offered.
const MOST_CATEGORIES: usize = 10;

#[derive(Debug, Serialize)]
pub struct Group {
    pub(super) title: String,
    pub(super) links: Vec<Link>,
}

/// The values of `facet`, with what is behind each of them.
pub fn of(query: &JobQuery, facet: Facet, sample: &Sample, locale: Locale, now: Moment) -> Group {
    let (title, links) = match facet {
        Facet::Workplace => (
            Message::new("search-workplace"),
            workplaces(query, sample, locale),
        ),
        Facet::EmploymentType => (
            Message::new("search-type"),
            employment_types(query, sample, locale),
        ),
        Facet::Category => (
            Message::new("search-category"),
            categories(query, sample, locale),
        ),
        Facet::Age => (
            Message::new("search-posted"),
            ages(query, sample, locale, now),
        ),
    };
    Group {
        title: locale.text(&title),
        links: links.into_iter().filter(|link| !link.is_dead()).collect(),
    }
}

impl Group {
    /// Without the numbers that are only the least there may be.
    pub fn without_guesses(mut self) -> Self {
        for link in &mut self.links {
            if link.counted.is_some_and(|count| !count.is_all) {
                link.count = None;
            }
        }
        self
    }
}

fn workplaces(query: &JobQuery, sample: &Sample, locale: Locale) -> Vec<Link> {
    Workplace::ALL
        .iter()
        .map(|workplace| {
            let mut filters = query.filters.clone();
            let is_active = toggle(&mut filters.workplaces, *workplace);
            let count = sample.count(|row| *row.workplace == *workplace);
            Link::to(locale.text(&workplace.label()), &query.with(filters))
                .counted(count, is_active, locale)
        })
        .collect()
}

fn employment_types(query: &JobQuery, sample: &Sample, locale: Locale) -> Vec<Link> {
    EmploymentType::ALL
        .iter()
        .map(|kind| {
            let mut filters = query.filters.clone();
            let is_active = toggle(&mut filters.employment_types, *kind);
            let count =
                sample.count(|row| row.employment_type.is_some_and(|found| *found == *kind));
            Link::to(locale.text(&kind.label()), &query.with(filters))
                .counted(count, is_active, locale)
        })
        .collect()
}

/// The most frequent, and the one that is chosen.
fn categories(query: &JobQuery, sample: &Sample, locale: Locale) -> Vec<Link> {
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
            let count = Count {
                number: count,
                is_all: sample.is_all,
            };
            Link::to(text, &query.with(filters)).counted(count, is_active, locale)
        })
        .collect()
}

fn ages(query: &JobQuery, sample: &Sample, locale: Locale, now: Moment) -> Vec<Link> {
    AGES.iter()
        .map(|(days, label)| {
            let is_active = query.filters.days == Some(*days);
            let mut filters = query.filters.clone();
            filters.days = (!is_active).then_some(*days);
            let since = Cursor::days_ago(*days, now);
            let mut count = sample.count(|row| row.position > since.0);
            // The sample is of the newest: it has all that are newer than its oldest.
            count.is_all |= sample
                .rows
                .last()
                .is_some_and(|row| row.position <= since.0);
            Link::to(locale.text(label), &query.with(filters)).counted(count, is_active, locale)
        })
        .collect()
}

impl Link {
    fn counted(mut self, count: Count, is_active: bool, locale: Locale) -> Self {
        self.count = Some(count.in_words(locale));
        self.counted = Some(count);
        self.is_active = is_active;
        self
    }

    /// Nothing is behind it, and it is not what the list is narrowed by.
    fn is_dead(&self) -> bool {
        self.counted.is_some_and(|count| count.number == 0) && !self.is_active
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

/// How many jobs there are, as far as they were counted.
#[derive(Clone, Copy, Debug)]
pub struct Count {
    pub number: usize,
    /// Else there may be more.
    pub is_all: bool,
}

impl Count {
    pub const NONE: Self = Self {
        number: 0,
        is_all: true,
    };

    /// Of jobs that were counted up to one more than `most`.
    pub fn up_to(counted: usize, most: usize) -> Self {
        Self {
            number: counted.min(most),
            is_all: counted <= most,
        }
    }

    /// `312`, `1,000+`.
    pub fn in_words(self, locale: Locale) -> String {
        match self.is_all {
            true => locale.number(self.shown()),
            false => locale.text(&Message::new("search-more").with("count", self.shown())),
        }
    }

    /// `1 job`, `312 jobs`, `1,000+ jobs`.
    pub fn total(self, locale: Locale) -> String {
        locale.text(&match self.is_all {
            true => Message::new("search-total").with("count", self.shown()),
            false => Message::new("search-total-more").with("count", self.shown()),
        })
    }

    fn shown(self) -> i64 {
        i64::try_from(self.number).unwrap_or(i64::MAX)
    }
}

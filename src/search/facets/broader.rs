//! The ways out of an empty list.

use serde::Serialize;

use super::group::number;
use crate::{
    http::error::Error,
    platform::i18n::{Locale, Message},
    search::{
        lists::Lists,
        query::{Filters, JobQuery, Wider},
    },
};

/// A link out of an empty list: the search with one of its filters wider or gone.
#[derive(Debug, Serialize)]
pub struct Broader {
    label: String,
    href: String,
    count: String,
}

impl Broader {
    /// The search around its place, without each of its filters in turn, and without its words: those that
    /// find jobs.
    ///
    /// # Errors
    /// Those of the index.
    pub fn all(query: &JobQuery, lists: &mut Lists, locale: Locale) -> Result<Vec<Self>, Error> {
        let mut broader = Vec::new();
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
                broader.push(Self::of(label, &around, jobs, locale));
            }
        }
        for (label, wider) in without_one(query) {
            let jobs = wider.count(lists)?;
            if jobs > 0 {
                broader.push(Self::of(locale.text(&label), &wider, jobs, locale));
            }
        }
        Ok(broader)
    }

    fn of(label: String, query: &JobQuery, jobs: usize, locale: Locale) -> Self {
        Self {
            label,
            href: query.address(),
            count: number(jobs, locale),
        }
    }
}

fn without_one(query: &JobQuery) -> Vec<(Message, JobQuery)> {
    let wider = query.filters.wider().into_iter();
    let mut wider: Vec<(Message, JobQuery)> = wider
        .map(|Wider { label, without }| (label, query.with(without)))
        .collect();
    if !query.text.is_empty() && !query.filters.is_empty() {
        let label = Message::new("search-wider-words").with("words", &query.text);
        wider.push((label, JobQuery::default().with(query.filters.clone())));
    }
    wider
}

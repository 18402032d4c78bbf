//! The newest hits of a search and of wider ones, which the numbers beside filters are counted from.

use std::borrow::Cow;

use diesel::QueryResult;

use super::groups::Count;
use crate::{
    platform::{db::Db, zone::Moment},
    search::{
        index::find::Sampled,
        query::{Cursor, Facet, Filters, JobQuery},
    },
    text::words::slug,
};

/// The newest hits.
#[derive(Clone)]
pub struct Sample {
    pub rows: Vec<Sampled>,
    pub is_all: bool,
}

/// The hits of a search with one facet or another left out.
pub struct Samples<'a> {
    query: &'a JobQuery,
    now: Moment,
    /// Those of the search without any facet.
    widest: Sample,
    filters: Filters,
}

impl Sample {
    /// How many of the sample `are`; with a plus where there are more hits than the sample has.
    pub fn count(&self, are: impl Fn(&Sampled) -> bool) -> Count {
        Count {
            number: self.rows.iter().filter(|row| are(row)).count(),
            is_all: self.is_all,
        }
    }
}

impl<'a> Samples<'a> {
    pub fn of(query: &'a JobQuery, db: &mut Db, now: Moment) -> QueryResult<Self> {
        let all = Facet::ALL.into_iter();
        let filters = all.fold(query.filters.clone(), |filters, facet| {
            filters.without(facet)
        });
        Ok(Self {
            query,
            now,
            widest: search(query, filters.clone(), db, now)?,
            filters,
        })
    }

    /// Those of the search with `filters`, which differ from its own by facets alone. The database is
    /// asked again only where the widest search has more hits than the sample.
    pub fn with(&self, filters: Filters, db: &mut Db) -> QueryResult<Cow<'_, Sample>> {
        if filters == self.filters {
            return Ok(Cow::Borrowed(&self.widest));
        }
        if !self.widest.is_all {
            return Ok(Cow::Owned(search(self.query, filters, db, self.now)?));
        }
        let rows = self.widest.rows.iter();
        let rows = rows.filter(|row| meets(row, &filters, self.now));
        Ok(Cow::Owned(Sample {
            rows: rows.cloned().collect(),
            is_all: true,
        }))
    }
}

fn search(query: &JobQuery, filters: Filters, db: &mut Db, now: Moment) -> QueryResult<Sample> {
    let (rows, is_all) = query.sample(db, filters, now)?;
    Ok(Sample { rows, is_all })
}

/// Whether a hit has the facets that `filters` ask for.
fn meets(row: &Sampled, filters: &Filters, now: Moment) -> bool {
    let kinds = &filters.employment_types;
    let since = filters.days.map(|days| Cursor::days_ago(days, now));
    (filters.workplaces.is_empty() || filters.workplaces.contains(&row.workplace))
        && (kinds.is_empty()
            || row
                .employment_type
                .is_some_and(|kind| kinds.contains(&kind)))
        && (filters.category.is_none() || row.category.as_deref().map(slug) == filters.category)
        && since.is_none_or(|since| row.position > since.0)
}

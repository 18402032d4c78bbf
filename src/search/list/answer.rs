//! What a list page asks of the database.

use diesel::QueryResult;
use serde::Serialize;

use crate::{
    platform::{
        db::Db,
        i18n::{Locale, Message},
        zone::Moment,
    },
    search::{
        companies::Head,
        facets::{Broader, Facets},
        query::{Found, JobQuery},
        suggestions,
    },
};

/// The search that was made instead of what was typed.
#[derive(Serialize)]
pub struct Instead {
    words: String,
    href: String,
}

impl From<JobQuery> for Instead {
    fn from(query: JobQuery) -> Self {
        Self {
            href: query.address(),
            words: query.text,
        }
    }
}

/// What a list page needs of the database.
pub struct Answer {
    pub found: Found,
    /// What is known of the company, on the page of one.
    pub company: Option<Head>,
    /// Unless it is kept from before.
    pub facets: Option<Facets>,
    pub broader: Vec<Broader>,
    /// The words that were searched instead of those that were typed.
    pub instead: Option<JobQuery>,
}

impl Answer {
    pub fn of(
        query: &JobQuery,
        with_facets: bool,
        db: &mut Db,
        locale: Locale,
        now: Moment,
    ) -> QueryResult<Self> {
        let found = query.find_folded(db, now)?;
        if found.jobs.is_empty() && query.is_first_page() && !query.text.is_empty() {
            let meant = suggestions::correct(db, &query.text)?;
            if let Some(instead) = meant.map(|text| query.for_words(&text)) {
                let found = instead.find_folded(db, now)?;
                if !found.jobs.is_empty() {
                    return Ok(Self {
                        found,
                        company: None,
                        facets: Some(Facets::of(&instead, db, locale, now)?),
                        broader: Vec::new(),
                        instead: Some(instead),
                    });
                }
            }
        }
        let facets = with_facets
            .then(|| Facets::of(query, db, locale, now))
            .transpose()?;
        let broader = if found.jobs.is_empty() && query.is_first_page() {
            Broader::all(query, db, locale, now)?
        } else {
            Vec::new()
        };
        Ok(Self {
            company: Head::of(query, &found.jobs, db, now)?,
            found,
            facets,
            broader,
            instead: None,
        })
    }
}

/// `61–80 of 312`; alone where that is everything.
pub fn range(first: usize, last: usize, total: &str, locale: Locale) -> String {
    let number = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
    let message = Message::new("search-range")
        .with("first", number(first))
        .with("last", number(last))
        .with("total", total.to_owned());
    locale.text(&message)
}

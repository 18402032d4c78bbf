//! What a list page asks of the database.

use serde::Serialize;

use crate::{
    http::error::Error,
    platform::i18n::{Locale, Message},
    search::{
        companies::Head,
        facets::{Broader, Facets},
        heading,
        lists::Lists,
        query::{Found, JobQuery, Wanted},
        search_entry::SearchEntry,
        suggestions::correction,
        usual_currency,
    },
};

/// The search that was made instead of what was typed.
#[derive(Serialize)]
pub struct Instead {
    typed: String,
    meant: String,
    href: String,
}

impl Instead {
    pub fn of(typed: &JobQuery, meant: &JobQuery) -> Self {
        let (mut from, mut to) = (Vec::new(), Vec::new());
        if typed.text != meant.text {
            from.push(typed.text.clone());
            to.push(meant.text.clone());
        }
        if typed.filters.place != meant.filters.place {
            from.push(typed.filters.place.typed());
            to.push(meant.filters.place.typed());
        }
        Self {
            typed: from.join(", "),
            meant: to.join(", "),
            href: meant.address(),
        }
    }
}

/// What a list page needs of the database.
pub struct Answer {
    pub found: Found,
    /// Jobs that have some of the words, where few have all of them.
    pub nearly: Vec<SearchEntry>,
    /// What is known of the company, on the page of one.
    pub company: Option<Head>,
    /// Unless it is kept from before.
    pub facets: Option<Facets>,
    pub broader: Vec<Broader>,
    /// The words that were searched instead of those that were typed.
    pub instead: Option<JobQuery>,
}

impl Answer {
    /// # Errors
    /// Those of the database and of the index.
    pub fn of(
        query: &JobQuery,
        with_facets: bool,
        lists: &mut Lists,
        locale: Locale,
    ) -> Result<Self, Error> {
        let wanted = Wanted {
            folded: true,
            numbers: with_facets,
        };
        let found = query.find(lists, wanted)?;
        let is_empty = found.jobs.is_empty() && query.is_first_page();
        if is_empty && let Some(instead) = Self::corrected(query, lists, locale)? {
            return Ok(instead);
        }
        let broader = if is_empty {
            Broader::all(query, lists, locale)?
        } else {
            Vec::new()
        };
        Ok(Self {
            company: Head::of(query, &found.jobs, lists.db, lists.now)?,
            facets: facets(query, &found, lists, locale),
            nearly: query.find_nearly(&found, lists)?,
            found,
            broader,
            instead: None,
        })
    }

    /// The answer to what was probably meant, if that finds anything, there or in a wider search.
    fn corrected(
        query: &JobQuery,
        lists: &mut Lists,
        locale: Locale,
    ) -> Result<Option<Self>, Error> {
        let place = query.filters.place.corrected();
        let words = match query.text.as_str() {
            "" => None,
            text => correction::correct(lists, text)?,
        };
        if words.is_none() && place.is_none() {
            return Ok(None);
        }
        let mut instead = query.for_words(words.as_deref().unwrap_or(&query.text));
        if let Some(place) = place {
            instead.filters.place = place;
        }
        let wanted = Wanted {
            folded: true,
            numbers: true,
        };
        let found = instead.find(lists, wanted)?;
        let broader = match found.jobs.is_empty() {
            true => Broader::all(&instead, lists, locale)?,
            false => Vec::new(),
        };
        if found.jobs.is_empty() && broader.is_empty() {
            return Ok(None);
        }
        Ok(Some(Self {
            company: None,
            facets: facets(&instead, &found, lists, locale),
            nearly: instead.find_nearly(&found, lists)?,
            found,
            broader,
            instead: Some(instead),
        }))
    }
}

fn facets(query: &JobQuery, found: &Found, lists: &Lists, locale: Locale) -> Option<Facets> {
    let numbers = found.numbers.as_ref()?;
    let spelled = heading::spelled_by(query, &found.jobs);
    let currency = usual_currency::of(query, lists.index);
    Some(Facets::of(query, numbers, &spelled, currency, locale))
}

/// `61–80 of 312`, and how many of these have no row of their own.
pub fn range(first: usize, last: usize, total: &str, folded: usize, locale: Locale) -> String {
    let number = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
    let message = match folded {
        0 => Message::new("search-range")
            .with("first", number(first))
            .with("last", number(last))
            .with("total", total.to_owned()),
        folded => Message::new("search-range-folded")
            .with("first", number(first))
            .with("last", number(last))
            .with("total", total.to_owned())
            .with("folded", number(folded)),
    };
    locale.text(&message)
}

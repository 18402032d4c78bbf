//! A table of many rows: which of them are asked for, and where the others are.

use std::borrow::Cow;

use actix_web::HttpRequest;
use form_urlencoded::{Serializer, byte_serialize};
use serde::Serialize;

use super::query;
use crate::platform::{db::text_enum::TextEnum, i18n::Locale};

/// Pages that can be asked for. A database walks over every row before the page, so that the last of these
/// costs it a hundred thousand rows; whoever wants one further down searches for it.
const MOST_PAGES: i64 = 2000;

/// Longest value of a filter, in characters.
const LONGEST: usize = 200;

/// What the address of a table asks for.
#[derive(Clone, Debug)]
pub struct Listing {
    path: Cow<'static, str>,
    filters: Vec<(&'static str, String)>,
    page: i64,
    size: i64,
}

/// The rows of one page.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Window {
    pub offset: i64,
    pub limit: i64,
}

/// Which rows are shown, of how many, and the addresses of the pages beside this one.
#[derive(Debug, Serialize)]
pub struct Pages {
    first: String,
    last: String,
    total: String,
    /// The same as a number, which decides a plural form.
    count: i64,
    previous: Option<String>,
    next: Option<String>,
}

/// A part of the rows that has a name, and how many are in it.
#[derive(Debug, Serialize)]
struct Tab {
    label: String,
    count: String,
    href: String,
    is_current: bool,
}

/// A filter of which one value is chosen, beside the search.
#[derive(Debug, Serialize)]
pub struct Choice {
    pub name: &'static str,
    /// What it says while nothing is chosen.
    pub any: String,
    /// The values, each with what it is called.
    pub options: Vec<(String, String)>,
    pub chosen: String,
}

/// What stands around the rows of a table with tabs and a search.
#[derive(Debug, Serialize)]
pub struct Frame<'a> {
    path: &'a str,
    tab: &'static str,
    text: &'a str,
    tabs: Vec<Tab>,
    choices: Vec<Choice>,
    /// Whether one of them is chosen.
    is_narrowed: bool,
    pages: Pages,
    /// The address of this page, to come back to.
    back: String,
    /// The same, as a query.
    back_query: String,
}

impl Listing {
    /// Reads the query of `request`: `page`, and each of the filters by these names. What cannot be a page is
    /// the first. A page has `size` rows.
    pub fn of(
        request: &HttpRequest,
        path: impl Into<Cow<'static, str>>,
        names: &[&'static str],
        size: i64,
    ) -> Self {
        let read = |name: &&'static str| {
            let value = query::value(request, name);
            (*name, value.trim().chars().take(LONGEST).collect())
        };
        let page = query::value(request, "page").parse().unwrap_or(1);
        Self {
            path: path.into(),
            filters: names.iter().map(read).collect(),
            page,
            size,
        }
    }

    /// What a filter is set to, or nothing.
    pub fn value(&self, name: &str) -> &str {
        let mut filters = self.filters.iter();
        filters
            .find(|(known, _)| *known == name)
            .map_or("", |(_, value)| value)
    }

    /// The rows of the page, of `total`; of the last page, where it is one that is not there.
    pub fn window(&self, total: i64) -> Window {
        Window {
            offset: (self.page_of(total) - 1) * self.size,
            limit: self.size,
        }
    }

    fn page_of(&self, total: i64) -> i64 {
        let last = (total + self.size - 1) / self.size;
        self.page.clamp(1, last.clamp(1, MOST_PAGES))
    }

    fn page_address(&self, page: i64) -> String {
        let page = (page > 1).then(|| ("page", page.to_string()));
        let set = self.filters.iter().filter(|(_, value)| !value.is_empty());
        let query = Serializer::new(String::new())
            .extend_pairs(set)
            .extend_pairs(page)
            .finish();
        match query.as_str() {
            "" => self.path.to_string(),
            query => format!("{}?{query}", self.path),
        }
    }

    /// The first page with the filter `name` set to `value`, the others as they are.
    fn with(&self, name: &'static str, value: &str) -> String {
        let mut other = self.clone();
        for (known, set) in &mut other.filters {
            if *known == name {
                value.clone_into(set);
            }
        }
        other.page_address(1)
    }

    /// The frame of the tab `current`, of those that are counted here. The filters `tab` and `q` are the tab, of
    /// which the default needs no word, and the text that is looked for.
    pub fn frame<T: TextEnum + Default>(
        &self,
        counts: &[(T, i64)],
        current: T,
        locale: Locale,
    ) -> Frame<'_> {
        let word = |tab: T| {
            if tab == T::default() {
                ""
            } else {
                tab.as_str()
            }
        };
        let tab = |(tab, count): &(T, i64)| Tab {
            label: locale.text(&tab.label()),
            count: locale.number(*count),
            href: self.with("tab", word(*tab)),
            is_current: *tab == current,
        };
        let total = count_of(counts, current);
        let back = self.page_address(self.page_of(total));
        Frame {
            path: &self.path,
            tab: word(current),
            text: self.value("q"),
            tabs: counts.iter().map(tab).collect(),
            choices: Vec::new(),
            is_narrowed: false,
            pages: self.pages(total, locale),
            back_query: back_to(&back),
            back,
        }
    }

    /// What stands below the table.
    pub fn pages(&self, total: i64, locale: Locale) -> Pages {
        let page = self.page_of(total);
        let Window { offset, limit } = self.window(total);
        let last = total.min(offset + limit);
        let has_next = last < total && page < MOST_PAGES;
        Pages {
            first: locale.number(total.min(offset + 1)),
            last: locale.number(last),
            total: locale.number(total),
            count: total,
            previous: (page > 1).then(|| self.page_address(page - 1)),
            next: has_next.then(|| self.page_address(page + 1)),
        }
    }
}

impl Frame<'_> {
    /// The same with these filters to choose.
    pub fn with_choices(self, choices: Vec<Choice>) -> Self {
        Self {
            is_narrowed: choices.iter().any(|choice| !choice.chosen.is_empty()),
            choices,
            ..self
        }
    }
}

/// How many rows there are in a tab.
pub fn count_of<T: TextEnum>(counts: &[(T, i64)], wanted: T) -> i64 {
    let mut counts = counts.iter();
    counts
        .find(|(tab, _)| *tab == wanted)
        .map_or(0, |(_, count)| *count)
}

/// The query that has an address come back to `address` afterwards; see
/// [`back`](super::next::back).
pub fn back_to(address: &str) -> String {
    format!(
        "?back={}",
        byte_serialize(address.as_bytes()).collect::<String>()
    )
}

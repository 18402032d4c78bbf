//! Companies by their names, as they were last counted.

use diesel::prelude::*;

use super::{Kind, Suggestion};
use crate::{
    platform::{
        db::{Db, text_enum::TextEnum},
        schema::suggestions,
    },
    text::words::{plain, slug},
};

const ON_A_PAGE: usize = 100;

/// Companies in the order of their names.
#[derive(Debug)]
pub struct Companies {
    /// Each name, and how many jobs it has.
    pub named: Vec<(String, i64)>,
    /// The key to go on after.
    pub next: Option<String>,
}

/// A page of companies after the one whose key is `after`.
pub fn page(db: &mut Db, after: &str) -> QueryResult<Companies> {
    let mut found: Vec<Suggestion> = suggestions::table
        .filter(suggestions::kind.eq(Kind::Company.as_str()))
        .filter(suggestions::key.gt(after.replace('\0', "")))
        .order(suggestions::key)
        .limit(ON_A_PAGE as i64 + 1)
        .select(Suggestion::as_select())
        .load(db)?;
    let more = found.len() > ON_A_PAGE;
    found.truncate(ON_A_PAGE);
    let last = found.last().map(|last| last.key.clone());
    Ok(Companies {
        next: last.filter(|_| more),
        named: found
            .into_iter()
            .map(|company| (company.text, company.jobs))
            .collect(),
    })
}

/// The slugs of the companies that had most jobs when they were last counted.
pub fn largest(db: &mut Db, most: usize) -> QueryResult<Vec<String>> {
    let names: Vec<String> = suggestions::table
        .filter(suggestions::kind.eq(Kind::Company.as_str()))
        .order((suggestions::jobs.desc(), suggestions::key))
        .limit(i64::try_from(most).unwrap_or(i64::MAX))
        .select(suggestions::text)
        .load(db)?;
    Ok(names.iter().map(|name| slug(name)).collect())
}

/// The companies with a word that begins like `typed`, as many as a page has, those with most jobs first.
pub fn page_with(db: &mut Db, typed: &str) -> QueryResult<Companies> {
    Ok(Companies {
        named: with(db, typed, ON_A_PAGE)?,
        next: None,
    })
}

/// The names of companies with a word that begins like `typed`, and how many jobs each has, those with most
/// first.
pub fn with(db: &mut Db, typed: &str, most: usize) -> QueryResult<Vec<(String, i64)>> {
    let beginning = plain(typed).join(" ");
    if beginning.is_empty() {
        return Ok(Vec::new());
    }
    let pattern = beginning.replace(['%', '_', '\\'], "");
    suggestions::table
        .filter(suggestions::kind.eq(Kind::Company.as_str()))
        .filter(
            suggestions::key
                .like(format!("{pattern}%"))
                .or(suggestions::key.like(format!("% {pattern}%"))),
        )
        .order((suggestions::jobs.desc(), suggestions::key))
        .limit(i64::try_from(most).unwrap_or(i64::MAX))
        .select((suggestions::text, suggestions::jobs))
        .load(db)
}

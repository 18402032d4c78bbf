//! The companies that have jobs on the board: how many each has, and what else is known of it.

mod head;
pub mod page;

use std::collections::HashMap;

use actix_web::HttpRequest;
use chrono::NaiveDate;
use diesel::{dsl::count_star, prelude::*};
use serde::Serialize;

pub use self::head::Head;
use crate::{
    http::{picture, query},
    jobs::view::{hue, initial},
    platform::{db::Db, i18n::Locale, schema::listings},
    text::{clean, words::path_segment},
};

/// Longest name taken, in characters.
const LONGEST: usize = 100;

/// A company in a list.
#[derive(Debug, Serialize)]
pub struct Company {
    name: String,
    href: String,
    initial: String,
    hue: usize,
    /// The address of its logo.
    logo: Option<String>,
    /// Its open jobs, in words.
    jobs: String,
}

/// The part of a company's name that the query has as `name`.
pub fn asked(request: &HttpRequest, name: &str) -> String {
    let asked: String = query::value(request, name);
    clean::line(&asked.chars().take(LONGEST).collect::<String>())
}

/// The slugs of the companies with open jobs on `today`, in their order from `first` on.
pub fn slugs(db: &mut Db, first: &str, most: usize, today: NaiveDate) -> QueryResult<Vec<String>> {
    listings::table
        .filter(listings::company_slug.ge(first.replace('\0', "")))
        .filter(is_open(today))
        .group_by(listings::company_slug)
        .order(listings::company_slug)
        .limit(i64::try_from(most).unwrap_or(i64::MAX))
        .select(listings::company_slug)
        .load(db)
}

/// The companies of these slugs that have open jobs on `today`, in the order of `slugs`. Each is called as
/// most of its jobs call it.
pub fn of(
    db: &mut Db,
    slugs: &[String],
    locale: Locale,
    today: NaiveDate,
) -> QueryResult<Vec<Company>> {
    let counted: Vec<(String, String, Option<String>, i64)> = listings::table
        .filter(listings::company_slug.eq_any(slugs))
        .filter(is_open(today))
        .group_by((listings::company_slug, listings::company, listings::logo))
        .order((count_star(), listings::company))
        .select((
            listings::company_slug,
            listings::company,
            listings::logo,
            count_star(),
        ))
        .load(db)?;
    let mut found: HashMap<String, (String, Option<String>, i64)> = HashMap::new();
    for (slug, name, logo, jobs) in counted {
        let entry = found.entry(slug).or_default();
        (entry.0, entry.1) = (name, logo);
        entry.2 += jobs;
    }
    Ok(slugs
        .iter()
        .filter_map(|slug| {
            let (name, logo, jobs) = found.remove(slug)?;
            Some(Company {
                href: format!("/companies/{}", path_segment(slug)),
                initial: initial(&name),
                hue: hue(&name),
                logo: logo.as_deref().map(picture::path),
                jobs: super::total(jobs, locale),
                name,
            })
        })
        .collect())
}

/// Jobs that take applications on `today`.
#[diesel::dsl::auto_type(no_type_alias)]
pub(super) fn is_open(today: NaiveDate) -> _ {
    let last: diesel::dsl::AssumeNotNull<listings::valid_through> =
        listings::valid_through.assume_not_null();
    listings::valid_through.is_null().or(last.ge(today))
}

//! A job as the index takes it.

use chrono::NaiveDate;
use tantivy::TantivyDocument;
use xxhash_rust::xxh3::xxh3_64;

use super::{
    entry_words::Words,
    facts::Facts,
    frequent, kept_words,
    places::{self, Locations},
    schema::Fields,
};
use crate::{jobs::JobFields, search::search_entry::SearchEntry, text::words::slug};

/// Between the slug of a category and how it is stated.
const SEPARATOR: char = '\0';

/// Longest text of a category that is kept, in characters.
const LONGEST: usize = 1_000;

/// A listed job, with the stamp of its latest change.
pub fn document(
    fields: &Fields,
    entry: &SearchEntry,
    job: &JobFields,
    stamp: i64,
    locations: &mut Locations,
) -> TantivyDocument {
    let places = locations.places(job);
    let words = Words::of(job, &entry.company, &places);
    let mut document = TantivyDocument::new();
    document.add_u64(fields.job, entry.job_id.unsigned_abs());
    document.add_i64(fields.stamp, stamp);
    document.add_u64(fields.position, entry.position.unsigned_abs());
    document.add_i64(fields.yearly, entry.pay_yearly);
    document.add_u64(fields.company, company(&entry.company_slug));
    document.add_u64(fields.facts, facts(entry).0.into());
    let stated = entry.category.as_deref().unwrap_or_default();
    document.add_text(fields.category, category(stated));
    document.add_text(fields.places, places::kept(&places));
    let parts = [
        &words.title,
        &words.whose,
        &words.labels,
        &words.description,
    ];
    let mut add = |field, parts: &[&Vec<String>]| {
        document.add_text(field, kept_words::text(parts));
    };
    add(fields.words, &parts);
    add(fields.title, &[&words.title]);
    let in_title = words.title.windows(2).map(frequent::pair).collect();
    add(fields.title_pairs, &[&in_title]);
    let anywhere = parts.iter().flat_map(|part| frequent::pairs(part));
    add(fields.frequent_pairs, &[&anywhere.collect()]);
    add(fields.labels, &[&words.labels]);
    add(fields.whose, &[&words.whose]);
    add(fields.filters, &[&words.filters]);
    document
}

/// A number for the company with this slug.
pub fn company(slug: &str) -> u64 {
    xxh3_64(slug.as_bytes())
}

/// A category as the index keeps it: those with one slug stand together. An empty one is none.
fn category(stated: &str) -> String {
    let mut kept = slug(stated);
    kept.push(SEPARATOR);
    kept.extend(stated.chars().take(LONGEST));
    kept
}

/// The slug of a category, and how it is stated.
pub fn read_category(kept: &str) -> (&str, &str) {
    kept.split_once(SEPARATOR).unwrap_or((kept, kept))
}

fn facts(entry: &SearchEntry) -> Facts {
    let valid_through: Option<NaiveDate> = entry.valid_through;
    let kind = entry.employment_type.map(|kind| *kind);
    Facts::new(*entry.workplace, kind, valid_through)
}

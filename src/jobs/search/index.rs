//! The search index: for each job on the board its words and, as words too, what it can be filtered
//! by. A filter is then one more word, and any search reads the index newest first.

use std::collections::{BTreeMap, BTreeSet};

use super::words::{plain, slug, stems};
use crate::{
    db::text_enum::TextEnum,
    jobs::{
        fields::JobFields,
        pay::Pay,
        vocabulary::{EmploymentType, Workplace},
    },
};

/// PostgreSQL keeps no higher position of a word.
const LAST_POSITION: usize = 16_383;

/// PostgreSQL keeps no more positions of a word.
const MOST_POSITIONS: usize = 255;

/// A word that every job has: what is left when a search only excludes.
pub const ANY: &str = "x-any";

/// A word that no job has.
pub const NONE: &str = "x-none";

/// The word of each filter. None of them can be typed: a typed word has no dash.
pub fn workplace(workplace: Workplace) -> String {
    format!("x-w-{}", workplace.as_str().replace('_', ""))
}

pub fn employment_type(kind: EmploymentType) -> String {
    format!("x-t-{}", kind.as_str().to_lowercase().replace('_', ""))
}

pub fn category(slug: &str) -> String {
    format!("x-c-{slug}")
}

pub fn tag(slug: &str) -> String {
    format!("x-g-{slug}")
}

pub fn company(slug: &str) -> String {
    format!("x-k-{slug}")
}

pub fn place(word: &str) -> String {
    format!("x-l-{word}")
}

/// Pay is told apart up to some 50 million a year, which is high in yen, too.
const HIGHEST_STEP: i64 = 80;

/// Any pay at all.
pub const PAID: &str = "x-p";

pub fn paid_in(currency: &str) -> String {
    format!("x-p-{}", currency.to_lowercase())
}

/// The words of the jobs that pay `yearly` (hundredths) or more in `currency`, and of some that pay
/// a little less.
pub fn pays_at_least(currency: &str, yearly: i64) -> Vec<String> {
    (step(yearly)..=HIGHEST_STEP)
        .map(|step| format!("{}-{step}", paid_in(currency)))
        .collect()
}

/// Pay in steps of a quarter: few enough to ask for all that are higher.
fn step(yearly: i64) -> i64 {
    let units = (yearly / 100).max(1);
    let step = ((units as f64).ln() / 1.25_f64.ln()).floor() as i64;
    step.min(HIGHEST_STEP)
}

/// What a year of it comes to, in hundredths: the most that the range allows.
pub fn yearly(pay: &Pay) -> i64 {
    let amount = pay.max.or(pay.min).unwrap_or(0);
    amount.saturating_mul(pay.period.times_a_year())
}

/// The words of a job, in order.
pub fn words(fields: &JobFields, place_shown: &str) -> Vec<String> {
    let mut words = stems(&fields.title);
    words.extend(stems(&fields.company));
    words.extend(stems(&fields.tags));
    words.extend(stems(fields.category.as_deref().unwrap_or_default()));
    words.extend(stems(place_shown));
    words.extend(stems(&fields.description));
    words.push(ANY.into());
    words.push(workplace(*fields.workplace));
    words.extend(fields.employment_type.map(|kind| employment_type(*kind)));
    words.extend(fields.category.as_deref().map(|text| category(&slug(text))));
    words.extend(fields.tags().map(|text| tag(&slug(text))));
    words.push(company(&slug(&fields.company)));
    let places: BTreeSet<String> = plain(place_shown)
        .into_iter()
        .chain(fields.locality.iter().flat_map(|text| plain(text)))
        .chain(fields.region.iter().flat_map(|text| plain(text)))
        .chain(fields.country.iter().flat_map(|text| plain(text)))
        .collect();
    words.extend(places.iter().map(|word| place(word)));
    if let Some(pay) = fields.pay() {
        let currency = paid_in(pay.currency.code());
        words.push(PAID.into());
        words.push(format!("{currency}-{}", step(yearly(&pay))));
        words.push(currency);
    }
    words
}

/// The words as SQLite's index takes them.
pub fn as_text(words: &[String]) -> String {
    words.join(" ")
}

/// The words as PostgreSQL reads a `tsvector`.
pub fn as_tsvector(words: &[String]) -> String {
    let mut positions: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (place, word) in words.iter().enumerate() {
        let of_word = positions.entry(word).or_default();
        if of_word.len() < MOST_POSITIONS {
            of_word.push((place + 1).min(LAST_POSITION));
        }
    }
    let entries: Vec<String> = positions
        .iter()
        .map(|(word, positions)| {
            let positions: Vec<String> = positions.iter().map(usize::to_string).collect();
            format!("'{word}':{}", positions.join(","))
        })
        .collect();
    entries.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn higher_pay_is_a_higher_step() {
        assert_eq!(step(0), 0);
        assert!(step(10_000_000) < step(12_600_000));
        let words = pays_at_least("USD", 10_000_000);
        assert!(words.contains(&format!("x-p-usd-{}", step(10_000_000))));
        assert!(words.contains(&format!("x-p-usd-{}", step(99_000_000))));
        assert!(!words.contains(&format!("x-p-usd-{}", step(5_000_000))));
        assert!(words.len() < 120);
    }

    #[test]
    fn a_vector_has_each_word_once_with_its_places() {
        let words = ["rust", "x-any", "rust"].map(String::from);
        assert_eq!(as_tsvector(&words), "'rust':1,3 'x-any':2");
        assert_eq!(as_text(&words), "rust x-any rust");
    }
}

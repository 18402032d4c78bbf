//! The search index: for each job on the board its words and, as words too, what it can be filtered
//! by. A filter is then one more word, and any search reads the index newest first.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    jobs::{EmploymentType, JobFields, Pay, Workplace, location},
    platform::{db::text_enum::TextEnum, i18n::Locale},
    text::words::{contracted, latin_slug, plain, slug, spelled_out, stems},
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

/// Posted on this day, counted from 1970. PostgreSQL's index has it, for it has no order.
pub fn day(day: i64) -> String {
    format!("x-d-{day}")
}

/// Any pay at all.
pub const PAID: &str = "x-p";

/// Pay is told apart from this much a year on.
const FIRST_RUNG: f64 = 1_000.0;

/// Each rung of pay is higher than the last by this.
const RUNG: f64 = 1.5;

/// What anybody earns is below this rung, in any currency.
const HIGHEST_RUNG: i64 = 40;

/// The word of the jobs that pay `yearly` (hundredths) or more in `currency`, and of some that pay a
/// little less.
pub fn pays_at_least(currency: &str, yearly: i64) -> String {
    on_rung(currency, rung(yearly))
}

fn on_rung(currency: &str, rung: i64) -> String {
    format!("x-p-{}-{rung}", currency.to_lowercase())
}

/// The highest rung that `yearly` reaches. A job has the words of all below it, too, so that one word
/// asks for this pay and any higher.
fn rung(yearly: i64) -> i64 {
    let units = (yearly / 100) as f64;
    let rung = ((units / FIRST_RUNG).ln() / RUNG.ln()).floor() as i64;
    rung.clamp(0, HIGHEST_RUNG)
}

/// What a year of it comes to, in hundredths: the most that the range allows.
pub fn yearly(pay: &Pay) -> i64 {
    let amount = pay.max.or(pay.min).unwrap_or(0);
    amount.saturating_mul(pay.period.times_a_year())
}

/// The words of a job, in order.
pub fn words(fields: &JobFields) -> Vec<String> {
    let place_shown = &location::of(fields, Locale::English);
    let mut words = stems(&fields.title);
    words.extend(stems(&fields.company));
    words.extend(stems(&fields.tags));
    words.extend(stems(fields.category.as_deref().unwrap_or_default()));
    words.extend(stems(place_shown));
    words.extend(stems(&fields.description));
    let texts = [
        &fields.title,
        &fields.company,
        &fields.tags,
        place_shown,
        &fields.description,
    ];
    let spelled: Vec<String> = texts
        .into_iter()
        .filter_map(|text| spelled_out(text))
        .collect();
    words.extend(spelled.iter().flat_map(|text| stems(text)));
    words.push(ANY.into());
    words.push(workplace(*fields.workplace));
    words.extend(fields.employment_type.map(|kind| employment_type(*kind)));
    let slugs = |text: &str| {
        [Some(slug(text)), latin_slug(text)]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
    };
    words.extend(
        fields
            .category
            .iter()
            .flat_map(|text| slugs(text))
            .map(|slug| category(&slug)),
    );
    words.extend(fields.tags().flat_map(slugs).map(|slug| tag(&slug)));
    words.extend(slugs(&fields.company).iter().map(|slug| company(slug)));
    let spelled_place = spelled_out(place_shown).unwrap_or_default();
    let places: BTreeSet<String> = plain(place_shown)
        .into_iter()
        .chain(plain(&spelled_place))
        .chain(fields.locality.iter().flat_map(|text| plain(text)))
        .chain(fields.region.iter().flat_map(|text| plain(text)))
        .chain(fields.country.iter().flat_map(|text| plain(text)))
        .collect();
    let contracted: Vec<String> = places.iter().filter_map(|word| contracted(word)).collect();
    words.extend(places.iter().chain(&contracted).map(|word| place(word)));
    if let Some(pay) = fields.pay() {
        words.push(PAID.into());
        let reached = rung(yearly(&pay));
        words.extend((0..=reached).map(|rung| on_rung(pay.currency.code(), rung)));
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
    fn higher_pay_is_a_higher_rung() {
        assert_eq!(rung(0), 0);
        assert_eq!(rung(i64::MAX), HIGHEST_RUNG);
        assert!(rung(10_000_000) < rung(15_100_000));
        assert_eq!(pays_at_least("USD", 10_000_000), "x-p-usd-11");
    }

    #[test]
    fn a_vector_has_each_word_once_with_its_places() {
        let words = ["rust", "x-any", "rust"].map(String::from);
        assert_eq!(as_tsvector(&words), "'rust':1,3 'x-any':2");
        assert_eq!(as_text(&words), "rust x-any rust");
    }
}

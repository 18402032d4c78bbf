//! For each job on the board its words and, as words too, what it can be filtered by.

use std::collections::{BTreeMap, BTreeSet};

use super::places;
use crate::{
    jobs::{EmploymentType, JobFields, Pay, Workplace, location},
    platform::{db::text_enum::TextEnum, i18n::Locale},
    text::{
        gazetteer::{Kind, Place, PlaceId},
        words::{contracted, latin_slug, plain, slug, spelled_out, stems},
    },
};

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

/// In this town or region.
pub fn in_place(id: PlaceId) -> String {
    format!("x-a-{}", id.0)
}

/// In the country with this code (ISO 3166-1 alpha-2).
pub fn in_country(code: &str) -> String {
    format!("x-n-{}", code.to_ascii_lowercase())
}

/// In this cell of the earth.
pub fn cell(name: &str) -> String {
    format!("x-h-{name}")
}

/// Any pay at all.
pub const PAID: &str = "x-p";

/// Pay in this currency.
pub fn pays_in(currency: &str) -> String {
    format!("x-p-{}", currency.to_lowercase())
}

/// What a year of it comes to, in hundredths: the most that the range allows.
pub fn yearly(pay: &Pay) -> i64 {
    let amount = pay.max.or(pay.min).unwrap_or(0);
    amount.saturating_mul(pay.period.times_a_year())
}

/// The words of a job.
#[derive(Debug, Default)]
pub struct Words {
    /// Of its title, of its tags and category, of its company and place, and of its description.
    pub title: Vec<String>,
    pub labels: Vec<String>,
    pub whose: Vec<String>,
    pub description: Vec<String>,
    /// What it can be filtered by.
    pub filters: Vec<String>,
}

impl Words {
    /// `company` is what lists call its company; it is found by what the job says, too.
    pub fn of(fields: &JobFields, company: &str, places: &BTreeMap<PlaceId, Place>) -> Self {
        let place = location::of(fields, Locale::English);
        let category = fields.category.as_deref().unwrap_or_default();
        let other = match company == fields.company {
            true => "",
            false => company,
        };
        Self {
            title: in_both_spellings(&[&fields.title]),
            labels: in_both_spellings(&[&fields.tags, category]),
            whose: in_both_spellings(&[&fields.company, other, &place]),
            description: in_both_spellings(&[&fields.description]),
            filters: filters(fields, company, &place, places),
        }
    }
}

/// The stems of these texts, and after them those of the words that are spelled another way without
/// umlauts.
fn in_both_spellings(texts: &[&str]) -> Vec<String> {
    let mut words: Vec<String> = texts.iter().flat_map(|text| stems(text)).collect();
    let spelled = texts.iter().filter_map(|text| spelled_out(text));
    words.extend(spelled.flat_map(|text| stems(&text)).collect::<Vec<_>>());
    words
}

fn filters(
    fields: &JobFields,
    company_shown: &str,
    place_shown: &str,
    places: &BTreeMap<PlaceId, Place>,
) -> Vec<String> {
    let slugs = |text: &str| {
        [Some(slug(text)), latin_slug(text)]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
    };
    let mut words = vec![workplace(*fields.workplace)];
    words.extend(fields.employment_type.map(|kind| employment_type(*kind)));
    let categories = fields.category.iter().flat_map(|text| slugs(text));
    words.extend(categories.map(|slug| category(&slug)));
    words.extend(fields.tags().flat_map(slugs).map(|slug| tag(&slug)));
    words.extend(slugs(company_shown).iter().map(|slug| company(slug)));
    let spelled_place = spelled_out(place_shown).unwrap_or_default();
    let spelled: BTreeSet<String> = plain(place_shown)
        .into_iter()
        .chain(plain(&spelled_place))
        // As people write it who have no keys for its script.
        .chain(plain(&deunicode::deunicode(place_shown)))
        .chain(fields.locality.iter().flat_map(|text| plain(text)))
        .chain(fields.region.iter().flat_map(|text| plain(text)))
        .chain(fields.country.iter().flat_map(|text| plain(text)))
        .chain(
            fields
                .applicant_location
                .iter()
                .flat_map(|text| plain(text)),
        )
        .collect();
    let contracted: Vec<String> = spelled.iter().filter_map(|word| contracted(word)).collect();
    words.extend(spelled.iter().chain(&contracted).map(|word| place(word)));
    for known in places.values() {
        words.push(match known.kind {
            Kind::Country => in_country(known.country),
            Kind::Region | Kind::Town => in_place(known.id),
        });
    }
    let cells: BTreeSet<String> = places.values().flat_map(places::cells).collect();
    words.extend(cells.iter().map(|name| cell(name)));
    if let Some(pay) = fields.pay() {
        words.push(PAID.into());
        words.push(pays_in(pay.currency.code()));
    }
    words
}

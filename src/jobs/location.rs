//! Where a job is, in a few words.

use super::{fields::JobFields, vocabulary::Workplace};
use crate::platform::{
    db::text_enum::TextEnum,
    i18n::{Locale, Message},
};

/// Most places of one job: more of them are a way onto every list.
pub const MOST: usize = 50;

/// Longest location, in characters: forty places with their regions and countries.
pub const LONGEST: usize = 2_000;

/// The place that is shown: where somebody who works remotely must live, if nothing else is stated.
pub fn shown(job: &JobFields) -> &str {
    match (*job.workplace, &job.applicant_location) {
        (Workplace::Remote, Some(residence)) if job.location.is_empty() => residence,
        _ => &job.location,
    }
}

/// Longest place that a list shows whole, in characters.
const LONGEST_IN_A_LIST: usize = 40;

/// The places of a job.
pub fn parts(place: &str) -> impl Iterator<Item = &str> {
    place.split(';').map(str::trim)
}

/// Whether a list shows one of these places only.
pub fn is_shortened(place: &str) -> bool {
    place.contains(';') && place.chars().count() > LONGEST_IN_A_LIST
}

/// The place as a list shows it: of many, the one that is `first` among them and how many more, like
/// `Paris + 4 more`.
pub fn shortened(place: &str, first: usize, locale: Locale) -> String {
    match parts(place).nth(first) {
        Some(shown) if is_shortened(place) => {
            let more = Message::new("jobs-more-places")
                .with("place", shown.to_owned())
                .with("count", parts(place).count() - 1);
            locale.text(&more)
        }
        _ => place.to_owned(),
    }
}

/// For example `Berlin, Germany`, `Hybrid · London`, `Remote · US`, `Remote`.
pub fn in_words(workplace: Workplace, place: &str, locale: Locale) -> String {
    match (workplace, place) {
        (Workplace::OnSite, place) => place.to_owned(),
        (workplace, "") => locale.text(&workplace.label()),
        (workplace, place) => locale.text(
            &Message::new("jobs-workplace-and-place")
                .with("workplace", workplace.label())
                .with("place", place.to_owned()),
        ),
    }
}

/// The same for a job.
pub fn of(job: &JobFields, locale: Locale) -> String {
    in_words(*job.workplace, shown(job), locale)
}

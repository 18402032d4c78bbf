//! Where a job is, in a few words.

use super::{fields::JobFields, vocabulary::Workplace};
use crate::platform::{
    db::text_enum::TextEnum,
    i18n::{Locale, Message},
};

/// The place that is shown: where somebody who works remotely must live, if nothing else is stated.
pub fn shown(job: &JobFields) -> &str {
    match (*job.workplace, &job.applicant_location) {
        (Workplace::Remote, Some(residence)) if job.location.is_empty() => residence,
        _ => &job.location,
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

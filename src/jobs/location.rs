//! Where a job is, in a few words.

use super::{fields::JobFields, vocabulary::Workplace};
use crate::platform::db::text_enum::TextEnum;

/// For example `Berlin, Germany`, `Hybrid · London`, `Remote · US`, `Remote`.
pub fn in_words(job: &JobFields) -> String {
    let place = match (*job.workplace, &job.applicant_location) {
        (Workplace::Remote, Some(residence)) if job.location.is_empty() => residence,
        _ => &job.location,
    };
    match (*job.workplace, place.as_str()) {
        (Workplace::OnSite, place) => place.to_owned(),
        (workplace, "") => workplace.label().to_string(),
        (workplace, place) => format!("{} · {place}", workplace.label()),
    }
}

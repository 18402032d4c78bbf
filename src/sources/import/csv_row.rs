//! One row of a CSV whose columns are named like the fields of the form.

use csv::StringRecord;

use super::{posting::Posting, raw::Raw, refusal::Refusal};
use crate::platform::zone::Moment;

/// Reads `row`, whose columns `headers` names. Unknown columns are passed over.
pub fn from_row(
    headers: &StringRecord,
    row: &StringRecord,
    now: Moment,
) -> Result<Posting, Refusal> {
    Posting::from_raw(&raw_from_row(headers, row), now)
}

/// The texts of `row`.
pub fn raw_from_row(headers: &StringRecord, row: &StringRecord) -> Raw {
    let mut raw = Raw::default();
    for (name, value) in headers.iter().zip(row.iter()) {
        let value = value.trim().to_owned();
        match name.trim().to_lowercase().as_str() {
            "identifier_name" => raw.source_name = value,
            "identifier_value" | "id" => raw.source_value = value,
            "title" => raw.title = value,
            "company" => raw.company = value,
            "company_url" => raw.company_url = value,
            "workplace" => raw.workplace = value,
            "location" => raw.location = value,
            "locality" => raw.locality = value,
            "region" => raw.region = value,
            "country" => raw.country = value,
            "applicant_location" => raw.applicant_location = value,
            "employment_type" => raw.employment_type = value,
            "category" => raw.category = value,
            "tags" => raw.tags = value,
            "pay_min" => raw.pay_min = value,
            "pay_max" => raw.pay_max = value,
            "pay_currency" => raw.pay_currency = value,
            "pay_period" => raw.pay_period = value,
            "apply_url" | "url" => raw.apply_url = value,
            "apply_method" => raw.apply_method = value,
            "apply_to" => raw.apply_to = value,
            "apply_email" | "email" => raw.apply_email = value,
            "telecommute" | "remote" => raw.telecommute = value,
            "description" => raw.description = value,
            "date_posted" => raw.date_posted = value,
            "valid_through" => raw.valid_through = value,
            _ => {}
        }
    }
    raw
}

//! A job in schema.org's words: a `JobPosting`, for search engines and for other programs.

use serde_json::{Map, Value, json};

use super::{
    job::Job,
    listing::description,
    pay::{Pay, plain_amount},
    vocabulary::{ApplyMethod, Workplace},
};
use crate::{db::text_enum::TextEnum, web::markdown::Top};

/// The properties of a job that schema.org has words for. `identifier` is the name of whoever gave the
/// job its number, and the number; `url` is the job's page.
pub fn of(job: &Job, identifier: (&str, &str), url: &str) -> Map<String, Value> {
    let fields = &job.fields;
    let mut posting = Map::new();
    let mut put = |name: &str, value: Value| posting.insert(name.to_owned(), value);
    put("@context", "https://schema.org".into());
    put("@type", "JobPosting".into());
    put("title", fields.title.clone().into());
    put("description", description(job, Top::H2).into());
    let (name, value) = identifier;
    let identifier = json!({"@type": "PropertyValue", "name": name, "value": value});
    put("identifier", identifier);
    if let Some(date_posted) = job.date_posted {
        put(
            "datePosted",
            format!("{}Z", date_posted.format("%FT%T")).into(),
        );
    }
    if let Some(last) = fields.valid_through {
        put("validThrough", format!("{last}T23:59:59Z").into());
    }
    if let Some(kind) = fields.employment_type {
        put("employmentType", kind.as_str().into());
    }
    let mut company = json!({"@type": "Organization", "name": fields.company});
    if let Some(url) = &fields.company_url {
        company["sameAs"] = url.clone().into();
    }
    put("hiringOrganization", company);
    if let Some(place) = place(job) {
        put("jobLocation", place);
    }
    if *fields.workplace == Workplace::Remote {
        put("jobLocationType", "TELECOMMUTE".into());
        if let Some(residence) = &fields.applicant_location {
            let country = json!({"@type": "Country", "name": residence});
            put("applicantLocationRequirements", country);
        }
    }
    if let Some(pay) = fields.pay() {
        put("baseSalary", salary(&pay));
    }
    if let Some(category) = &fields.category {
        put("industry", category.clone().into());
    }
    if !fields.tags.is_empty() {
        put("keywords", fields.tags.replace(',', ", ").into());
    }
    let is_elsewhere = *fields.apply_method == ApplyMethod::Url;
    let url = if is_elsewhere { &fields.apply_to } else { url };
    put("url", url.into());
    posting
}

fn place(job: &Job) -> Option<Value> {
    let fields = &job.fields;
    let mut address = Map::new();
    for (name, value) in [
        ("addressLocality", &fields.locality),
        ("addressRegion", &fields.region),
        ("addressCountry", &fields.country),
    ] {
        if let Some(value) = value {
            address.insert(name.into(), value.clone().into());
        }
    }
    if address.is_empty() && fields.location.is_empty() {
        return None;
    }
    if address.is_empty() {
        address.insert("addressLocality".into(), fields.location.clone().into());
    }
    address.insert("@type".into(), "PostalAddress".into());
    Some(json!({"@type": "Place", "address": address}))
}

fn salary(pay: &Pay) -> Value {
    let mut amount = json!({"@type": "QuantitativeValue", "unitText": pay.period.as_str()});
    for (name, bound) in [("minValue", pay.min), ("maxValue", pay.max)] {
        if let Some(bound) = bound {
            amount[name] = number(bound);
        }
    }
    json!({"@type": "MonetaryAmount", "currency": pay.currency.code(), "value": amount})
}

/// An amount in hundredths as JSON writes numbers.
fn number(hundredths: i64) -> Value {
    serde_json::from_str(&plain_amount(hundredths)).unwrap_or_default()
}

//! A job in schema.org's words: a [`JobPosting`], for search engines and for other programs. The same
//! shape is written to exports, pages, the API and webhooks, and read by the API.

use chrono::{NaiveDate, SecondsFormat};
use serde::{Deserialize, Serialize};
use serde_json::Number;
use serde_with::skip_serializing_none;
use utoipa::ToSchema;

use super::{
    amount,
    job::Job,
    pay::Pay,
    vocabulary::{ApplyMethod, Workplace},
};
use crate::platform::{db::text_enum::TextEnum, zone::Zone};

/// A vacancy (https://schema.org/JobPosting). Other properties are ignored.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, Deserialize, Serialize, ToSchema)]
#[serde(rename_all = "camelCase", default)]
pub struct JobPosting {
    /// `https://schema.org`
    #[serde(rename = "@context")]
    #[schema(read_only)]
    pub context: Option<String>,
    /// `JobPosting`
    #[serde(rename = "@type")]
    pub kind: Option<String>,
    /// Who gave the job its number, and the number.
    #[schema(read_only)]
    pub identifier: Option<PropertyValue>,
    /// The job's page.
    #[schema(read_only)]
    pub url: Option<String>,
    /// 2 to 140 characters. A draft may have fewer.
    #[schema(
        required = true,
        min_length = 1,
        max_length = 140,
        example = "Rust developer"
    )]
    pub title: Option<String>,
    /// HTML.
    #[schema(example = "<p>We build engines that compute. Come and help.</p>")]
    pub description: Option<String>,
    /// When it was first published.
    #[schema(read_only, format = DateTime)]
    pub date_posted: Option<String>,
    /// The last day for applications. A time of day is ignored. Without it, the job stays open until it is closed.
    #[schema(example = "2027-01-31")]
    pub valid_through: Option<String>,
    /// `FULL_TIME`, `PART_TIME`, `CONTRACTOR`, `TEMPORARY`, `INTERN`, `VOLUNTEER`, `PER_DIEM` or
    /// `OTHER`. A list of one is taken, too.
    #[schema(example = "FULL_TIME")]
    pub employment_type: Option<String>,
    pub hiring_organization: Option<Organization>,
    /// A list of places is taken, too, and kept as one place with all names.
    pub job_location: Option<Place>,
    /// `TELECOMMUTE` if the job is fully remote.
    pub job_location_type: Option<String>,
    /// Where somebody who works remotely must live. A list is taken, too.
    pub applicant_location_requirements: Option<Residence>,
    pub base_salary: Option<MonetaryAmount>,
    /// The category.
    #[schema(example = "Engineering")]
    pub industry: Option<String>,
    /// Up to 10 tags, separated by commas. A list is taken, too.
    #[schema(example = "rust, postgresql")]
    pub keywords: Option<String>,
    /// How to apply.
    pub application_contact: Option<ContactPoint>,
}

/// https://schema.org/PropertyValue
#[derive(Clone, Debug, Deserialize, Serialize, ToSchema)]
pub struct PropertyValue {
    #[serde(rename = "@type", default)]
    pub kind: String,
    pub name: String,
    pub value: String,
}

/// https://schema.org/Organization
#[skip_serializing_none]
#[derive(Clone, Debug, Default, Deserialize, Serialize, ToSchema)]
#[serde(rename_all = "camelCase", default)]
pub struct Organization {
    #[serde(rename = "@type")]
    pub kind: Option<String>,
    /// Up to 120 characters.
    #[schema(example = "Analytical Engines")]
    pub name: Option<String>,
    /// The company's website.
    #[schema(example = "https://engines.example")]
    pub same_as: Option<String>,
    /// In the markup of pages only.
    #[serde(skip_deserializing)]
    #[schema(ignore)]
    pub logo: Option<String>,
}

/// https://schema.org/Place
#[skip_serializing_none]
#[derive(Clone, Debug, Default, Deserialize, Serialize, ToSchema)]
#[serde(rename_all = "camelCase", default)]
pub struct Place {
    #[serde(rename = "@type")]
    pub kind: Option<String>,
    /// The location as it is displayed. If it is missing, it is made from the address.
    #[schema(example = "London, England")]
    pub name: Option<String>,
    pub address: Option<PostalAddress>,
}

/// https://schema.org/PostalAddress
#[skip_serializing_none]
#[derive(Clone, Debug, Default, Deserialize, Serialize, ToSchema)]
#[serde(rename_all = "camelCase", default)]
pub struct PostalAddress {
    #[serde(rename = "@type")]
    pub kind: Option<String>,
    #[schema(example = "London")]
    pub address_locality: Option<String>,
    #[schema(example = "England")]
    pub address_region: Option<String>,
    /// ISO 3166-1 alpha-2.
    #[schema(example = "GB")]
    pub address_country: Option<String>,
}

/// https://schema.org/AdministrativeArea, https://schema.org/Country
#[skip_serializing_none]
#[derive(Clone, Debug, Default, Deserialize, Serialize, ToSchema)]
#[serde(default)]
pub struct Residence {
    #[serde(rename = "@type")]
    pub kind: Option<String>,
    pub name: Option<String>,
}

/// https://schema.org/MonetaryAmount
#[skip_serializing_none]
#[derive(Clone, Debug, Default, Deserialize, Serialize, ToSchema)]
#[serde(default)]
pub struct MonetaryAmount {
    #[serde(rename = "@type")]
    pub kind: Option<String>,
    /// ISO 4217.
    #[schema(example = "GBP")]
    pub currency: Option<String>,
    pub value: Option<QuantitativeValue>,
}

/// https://schema.org/QuantitativeValue
#[skip_serializing_none]
#[derive(Clone, Debug, Default, Deserialize, Serialize, ToSchema)]
#[serde(rename_all = "camelCase", default)]
pub struct QuantitativeValue {
    #[serde(rename = "@type")]
    pub kind: Option<String>,
    #[schema(value_type = Option<f64>, minimum = 0, example = 52000)]
    pub min_value: Option<Number>,
    #[schema(value_type = Option<f64>, minimum = 0, example = 68000)]
    pub max_value: Option<Number>,
    /// A single amount instead of a range.
    #[schema(value_type = Option<f64>, minimum = 0)]
    pub value: Option<Number>,
    /// `HOUR`, `DAY`, `WEEK`, `MONTH` or `YEAR`.
    #[schema(example = "YEAR")]
    pub unit_text: Option<String>,
}

/// How to apply: one of the three properties (https://schema.org/ContactPoint).
#[skip_serializing_none]
#[derive(Clone, Debug, Default, Deserialize, Serialize, ToSchema)]
#[serde(default)]
pub struct ContactPoint {
    #[serde(rename = "@type")]
    pub kind: Option<String>,
    /// The page to apply at.
    pub url: Option<String>,
    /// The address to write to.
    #[schema(example = "jobs@engines.example")]
    pub email: Option<String>,
    /// Where to go, for applications in person.
    pub description: Option<String>,
}

impl JobPosting {
    /// `html` is the job's description, `identifier` the name of whoever gave the job its number, and the number; `url` is the job's
    /// page. Its last day ends in `zone`.
    pub fn of(job: &Job, html: String, identifier: (&str, &str), url: &str, zone: Zone) -> Self {
        let fields = &job.fields;
        let is_remote = *fields.workplace == Workplace::Remote;
        let (name, value) = identifier;
        let residence = fields.applicant_location.as_ref();
        Self {
            context: Some("https://schema.org".into()),
            kind: some("JobPosting"),
            identifier: Some(PropertyValue {
                kind: "PropertyValue".into(),
                name: name.into(),
                value: value.into(),
            }),
            url: Some(url.into()),
            title: Some(fields.title.clone()),
            description: Some(html),
            date_posted: job
                .date_posted
                .map(|then| format!("{}Z", then.format("%FT%T"))),
            valid_through: fields.valid_through.map(|last| end_of(last, zone)),
            employment_type: fields.employment_type.map(|kind| kind.as_str().to_owned()),
            hiring_organization: Some(Organization {
                kind: some("Organization"),
                name: Some(fields.company.clone()),
                same_as: fields.company_url.clone(),
                logo: None,
            }),
            job_location: place(job),
            job_location_type: is_remote.then(|| "TELECOMMUTE".to_owned()),
            applicant_location_requirements: residence.map(|name| Residence {
                kind: some("AdministrativeArea"),
                name: Some(name.clone()),
            }),
            base_salary: fields.pay().as_ref().map(salary),
            industry: fields.category.clone(),
            keywords: (!fields.tags.is_empty()).then(|| fields.tags.replace(',', ", ")),
            application_contact: contact(job),
        }
    }
}

/// The last second of a day, with its offset: `2026-01-31T23:59:59-08:00`.
fn end_of(day: NaiveDate, zone: Zone) -> String {
    zone.end_of(day).to_rfc3339_opts(SecondsFormat::Secs, true)
}

fn some(text: &str) -> Option<String> {
    Some(text.to_owned())
}

/// A place as it is displayed: by its name, or by its address.
pub fn place_in_words(place: &Place) -> String {
    if let Some(name) = &place.name {
        return name.clone();
    }
    let address = place.address.clone().unwrap_or_default();
    let parts = [
        address.address_locality,
        address.address_region,
        address.address_country,
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

fn place(job: &Job) -> Option<Place> {
    let fields = &job.fields;
    let address = [&fields.locality, &fields.region, &fields.country];
    let has_address = address.iter().any(|part| part.is_some());
    if !has_address && fields.location.is_empty() {
        return None;
    }
    Some(Place {
        kind: some("Place"),
        name: (!fields.location.is_empty()).then(|| fields.location.clone()),
        address: has_address.then(|| PostalAddress {
            kind: some("PostalAddress"),
            address_locality: fields.locality.clone(),
            address_region: fields.region.clone(),
            address_country: fields.country.clone(),
        }),
    })
}

fn salary(pay: &Pay) -> MonetaryAmount {
    MonetaryAmount {
        kind: some("MonetaryAmount"),
        currency: Some(pay.currency.code().to_owned()),
        value: Some(QuantitativeValue {
            kind: some("QuantitativeValue"),
            min_value: pay.min.and_then(number),
            max_value: pay.max.and_then(number),
            value: None,
            unit_text: Some(pay.period.as_str().to_owned()),
        }),
    }
}

fn contact(job: &Job) -> Option<ContactPoint> {
    let fields = &job.fields;
    let to = (!fields.apply_to.is_empty()).then(|| fields.apply_to.clone())?;
    let mut contact = ContactPoint {
        kind: some("ContactPoint"),
        ..ContactPoint::default()
    };
    match *fields.apply_method {
        ApplyMethod::Url => contact.url = Some(to),
        ApplyMethod::Email => contact.email = Some(to),
        ApplyMethod::OnSite => contact.description = Some(to),
    }
    Some(contact)
}

/// An amount in hundredths as JSON writes numbers.
fn number(hundredths: i64) -> Option<Number> {
    serde_json::from_str(&amount::plain(hundredths)).ok()
}

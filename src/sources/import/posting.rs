//! One posting from elsewhere, turned into a job or refused with a reason.

use aws_lc_rs::digest::{SHA256, digest};
use chrono::{NaiveDate, NaiveDateTime};
use data_encoding::HEXLOWER;
use iso_currency::Currency;
use serde_json::Value;

use super::{exact::Exact, identity::Identity, location::Location, pay_check, raw::Raw};
use crate::{
    http::json,
    jobs::{
        ApplyMethod, EmploymentType, JobFields, Pay, PayPeriod, Status, Workplace, amount,
        typed::{Amount, Company, CountryCode, Description, Tags, Title, WebAddress},
    },
    platform::{
        db::text_enum::{Stored, TextEnum},
        zone::{Moment, Zone},
    },
    text::{calendar, imported},
};

/// Raised when the same posting would be read into different fields, so that a new version of the
/// program updates what an older one imported.
const READER_VERSION: &str = "2";

/// Longest web address, in bytes.
pub const LONGEST_ADDRESS: usize = 2_000;

/// Of what is said about the place, so many characters are read.
const LONGEST_PLACE: usize = 1_000;

/// Why a line was not imported, as a sentence.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct Refusal(pub String);

/// A posting that can be stored.
#[derive(Debug)]
pub struct Posting {
    /// `identifier.name` and `identifier.value`: together they name the posting for ever, unless it has
    /// an identity.
    pub source: (String, String),
    /// What the board that it was posted on calls it.
    pub identity: Option<Identity>,
    pub fields: JobFields,
    /// Never later than it is read: a job from the future would stay on top of every list.
    pub date_posted: Option<NaiveDateTime>,
    /// Where it stands: published, unless a board says otherwise of its own job.
    pub status: Status,
    /// Whether pay was stated that cannot be meant as it stands.
    pub pay_left_out: bool,
    /// Changes when the posting does.
    pub digest: String,
}

impl Posting {
    /// Reads one line of NDJSON.
    pub fn from_json(line: &str, now: Moment) -> Result<Self, Refusal> {
        let json: Value = json::parse(line.as_bytes())
            .map_err(|error| Refusal(format!("is not JSON: {error}")))?;
        if !json.is_object() {
            return Err(Refusal("is not a JSON object".into()));
        }
        if let Some(kind) = json.get("@type").and_then(Value::as_str)
            && kind != "JobPosting"
        {
            let kind = cut(&imported::line(kind), 60);
            return Err(Refusal(format!("is a {kind}, not a JobPosting")));
        }
        Exact::read(&json, now).unwrap_or_else(|| Self::from_raw(&Raw::from_json(&json), now))
    }

    /// Reads the texts into fields.
    pub fn from_raw(raw: &Raw, now: Moment) -> Result<Self, Refusal> {
        let title = required("title", &raw.title, Title::LONGEST)?;
        let company = required("hiringOrganization.name", &raw.company, Company::LONGEST)?;
        let names = format!("{company}\n{title}");
        let description = imported::to_markdown_of(&raw.description, &names)
            .filter(|markdown| markdown.chars().count() <= Description::LONGEST)
            .ok_or_else(|| Refusal("has a description of more than 20,000 characters".into()))?;
        if description.is_empty() {
            return Err(Refusal("has no description".into()));
        }
        let source_name = if raw.source_name.is_empty() {
            &company
        } else {
            &raw.source_name
        };
        let source = (
            required("identifier.name", source_name, 200)?,
            required("identifier.value", &raw.source_value, 200)?,
        );
        let url = address(&raw.apply_url);
        let company_url = address(&raw.company_url);
        let Some(apply_to) = url.or_else(|| company_url.clone()) else {
            return Err(Refusal("has no url to apply at".into()));
        };
        let place = Location::read(
            &cut(&raw.location, LONGEST_PLACE),
            raw.workplace == "TELECOMMUTE",
            &raw.title,
        );
        let workplace = Workplace::from_text(&raw.workplace).unwrap_or(place.workplace);
        let stated = stated_pay(raw);
        let pay = stated.filter(pay_check::is_plausible);
        let restricted = imported::line(&raw.applicant_location);
        let applicant_location = match workplace {
            Workplace::Remote if restricted.is_empty() => optional(&place.text),
            _ => optional(&restricted),
        };
        let fields = JobFields {
            title,
            company,
            company_url,
            location: cut(&place.text, 200),
            locality: optional(&imported::line(&raw.locality)),
            region: optional(&imported::line(&raw.region)),
            country: CountryCode::parse(&raw.country).ok().map(|code| code.0),
            workplace: Stored(workplace),
            applicant_location,
            employment_type: EmploymentType::from_text(&raw.employment_type).map(Stored),
            category: optional(&cut(&imported::line(&raw.category), 80)),
            tags: Tags::first_of(&imported::line(&raw.tags)).joined(),
            pay_min: pay.and_then(|pay| pay.min),
            pay_max: pay.and_then(|pay| pay.max),
            pay_currency: pay.map(|pay| pay.currency.code().to_owned()),
            pay_period: pay.map(|pay| Stored(pay.period)),
            apply_method: Stored(ApplyMethod::Url),
            apply_to,
            description,
            valid_through: day("validThrough", &raw.valid_through, now.zone)?,
        };
        let date_posted = day("datePosted", &raw.date_posted, now.zone)?;
        let date_posted = date_posted.map(|day| now.zone.start_of(day));
        Ok(Self {
            source,
            identity: None,
            digest: fingerprint(&fields, date_posted),
            fields,
            date_posted: date_posted.map(|posted| posted.min(now.at)),
            status: Status::Published,
            pay_left_out: stated.is_some() && pay.is_none(),
        })
    }
}

pub fn required(name: &str, raw: &str, longest: usize) -> Result<String, Refusal> {
    let value = imported::line(raw);
    match value.chars().count() {
        0 => Err(Refusal(format!("has no {name}"))),
        length if length > longest => Err(Refusal(format!(
            "has a {name} of {length} characters; {longest} is the most"
        ))),
        _ => Ok(value),
    }
}

fn address(raw: &str) -> Option<String> {
    let address = WebAddress::parse(raw, LONGEST_ADDRESS).ok()?;
    Some(address.0)
}

fn optional(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| cut(text, 200))
}

fn cut(text: &str, longest: usize) -> String {
    text.chars()
        .take(longest)
        .collect::<String>()
        .trim_end()
        .to_owned()
}

/// The hundredths of a number as programs write it: `1e5`, `18.333`.
fn number(text: &str) -> Option<i64> {
    let hundredths = (text.parse::<f64>().ok()? * 100.0).round();
    (hundredths <= amount::LARGEST as f64).then_some(hundredths as i64)
}

fn stated_pay(raw: &Raw) -> Option<Pay> {
    let stated = |text: &str| {
        let typed = Amount::parse(text).ok().flatten();
        let hundredths = typed.map_or_else(|| number(text), |amount| Some(amount.hundredths));
        hundredths.filter(|hundredths| *hundredths > 0)
    };
    let (min, max) = (stated(&raw.pay_min), stated(&raw.pay_max));
    if min.is_none() && max.is_none() {
        return None;
    }
    Some(Pay {
        min,
        max,
        currency: Currency::from_code(&raw.pay_currency.to_uppercase())?,
        period: PayPeriod::from_text(&raw.pay_period.to_uppercase())?,
    })
}

/// The day where the board is; nothing where there is none.
fn day(name: &str, raw: &str, zone: Zone) -> Result<Option<NaiveDate>, Refusal> {
    if raw.trim().is_empty() {
        return Ok(None);
    }
    let stated = calendar::read(raw)
        .ok_or_else(|| Refusal(format!("has a {name} that is no date: {:?}", cut(raw, 60))))?;
    usable(name, zone.day(stated)).map(Some)
}

/// `day`, if it can be stored.
pub fn usable(name: &str, day: NaiveDate) -> Result<NaiveDate, Refusal> {
    if calendar::is_usable(day) {
        Ok(day)
    } else {
        Err(Refusal(format!(
            "has a {name} beyond the years 1 to 9999: {day}"
        )))
    }
}

pub fn fingerprint(fields: &JobFields, date_posted: Option<NaiveDateTime>) -> String {
    let text = format!("{READER_VERSION} {fields:?} {date_posted:?}");
    HEXLOWER.encode(&digest(&SHA256, text.as_bytes()).as_ref()[..16])
}

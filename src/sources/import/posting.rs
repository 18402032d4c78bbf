//! One posting from elsewhere, turned into a job or refused with a reason.

use aws_lc_rs::digest::{SHA256, digest};
use chrono::{NaiveDate, NaiveDateTime};
use data_encoding::HEXLOWER;
use serde_json::Value;

use super::{
    exact::Exact,
    identity::Identity,
    left_out::LeftOut,
    location::Location,
    pay::{self, Stated},
    raw::Raw,
    sections, vocabulary,
};
use crate::{
    http::json,
    jobs::{
        ApplyMethod, EmploymentType, JobFields, Status, Workplace,
        editing::form::Completeness,
        location,
        typed::{ApplyTo, Company, Description, Tags, Title, WebAddress},
    },
    platform::{
        db::text_enum::Stored,
        zone::{Moment, Zone},
    },
    text::{calendar, imported},
};

/// Raised when the same posting would be read into different fields, so that a new version of the
/// program updates what an older one imported.
const READER_VERSION: &str = "2";

/// Longest web address, in bytes.
pub const LONGEST_ADDRESS: usize = 2_000;

/// Longest category, in characters.
const LONGEST_CATEGORY: usize = 80;

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
    /// What was stated and could not be kept.
    pub left_out: Vec<LeftOut>,
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
        let description = sections::whole(&raw.description, &raw.sections, &names)
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
        let company_url = address(&raw.company_url);
        let (apply_method, apply_to) = application(raw)
            .or_else(|| Some((ApplyMethod::Url, company_url.clone()?)))
            .ok_or_else(|| Refusal("has no url or email address to apply at".into()))?;
        let mut left_out = Vec::new();
        let stated = vocabulary::workplace(&raw.workplace);
        let is_remote = stated == Some(Workplace::Remote) || vocabulary::is_yes(&raw.telecommute);
        let place = Location::read(
            &cut(&raw.location, location::LONGEST),
            is_remote,
            &raw.title,
        );
        let workplace = match stated {
            // schema.org has no word for hybrid work, which the place may tell.
            Some(stated) if raw.workplace != "TELECOMMUTE" => stated,
            _ => place.workplace,
        };
        let mut check = |what: &'static str, stated: &str, is_kept: bool| {
            if !is_kept && !stated.is_empty() {
                left_out.push(LeftOut::new(what, stated));
            }
        };
        check("jobLocationType", &raw.workplace, stated.is_some());
        check("sameAs", &raw.company_url, company_url.is_some());
        check("url", &raw.apply_url, address(&raw.apply_url).is_some());
        let country = vocabulary::country(&raw.country).map(|code| code.0);
        check("addressCountry", &raw.country, country.is_some());
        let tags = imported::line(&raw.tags);
        check("keywords", &tags, Tags::parse(&tags).is_ok());
        let category = imported::line(&raw.category);
        check(
            "industry",
            &category,
            category.chars().count() <= LONGEST_CATEGORY,
        );
        let is_long = place.text.chars().count() > location::LONGEST;
        check("jobLocation", &place.text, !is_long);
        let pay = match pay::stated(raw, country.as_deref()) {
            Stated::Known(pay) => Some(pay),
            Stated::Nothing => None,
            Stated::Unclear(words) => {
                left_out.push(LeftOut::new("baseSalary", &words));
                None
            }
        };
        let employment_type = employment_type(&raw.employment_type, &mut left_out);
        let restricted = imported::line(&raw.applicant_location);
        let applicant_location = match workplace {
            Workplace::Remote if restricted.is_empty() => optional(&place.text),
            _ => optional(&restricted),
        };
        let fields = JobFields {
            title,
            company,
            company_url,
            location: cut(&place.text, location::LONGEST),
            locality: optional(&imported::line(&raw.locality)),
            region: optional(&imported::line(&raw.region)),
            country,
            workplace: Stored(workplace),
            applicant_location,
            employment_type: employment_type.map(Stored),
            category: optional(&cut(&category, LONGEST_CATEGORY)),
            tags: Tags::first_of(&tags).joined(),
            pay_min: pay.and_then(|pay| pay.min),
            pay_max: pay.and_then(|pay| pay.max),
            pay_currency: pay.map(|pay| pay.currency.code().to_owned()),
            pay_period: pay.map(|pay| Stored(pay.period)),
            apply_method: Stored(apply_method),
            apply_to,
            description,
            valid_through: day("validThrough", &raw.valid_through, now.zone)?,
        };
        let date_posted = day("datePosted", &raw.date_posted, now.zone)?;
        if date_posted.is_some_and(|day| day > now.today()) {
            left_out.push(LeftOut::new("datePosted", &raw.date_posted));
        }
        let date_posted = date_posted.map(|day| now.zone.start_of(day));
        Ok(Self {
            source,
            identity: None,
            digest: fingerprint(&fields, date_posted),
            fields,
            date_posted: date_posted.map(|posted| posted.min(now.at)),
            status: Status::Published,
            left_out,
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

/// How and where people apply, as the posting says it.
fn application(raw: &Raw) -> Option<(ApplyMethod, String)> {
    let method = vocabulary::apply_method(&raw.apply_method);
    let stated = || {
        let of = |method| ApplyTo::parse(&raw.apply_to, method, Completeness::Complete).ok();
        match method {
            Some(method) => Some((method, of(method)?.0)),
            None => [ApplyMethod::Url, ApplyMethod::Email]
                .into_iter()
                .find_map(|method| Some((method, of(method)?.0))),
        }
    };
    let by_mail = || {
        let email = raw.apply_email.trim_start_matches("mailto:");
        let to = ApplyTo::parse(email, ApplyMethod::Email, Completeness::Complete).ok()?;
        Some((ApplyMethod::Email, to.0))
    };
    let at_url = || Some((ApplyMethod::Url, address(&raw.apply_url)?));
    stated().or_else(at_url).or_else(by_mail)
}

/// The first type that is known; a job here has one.
fn employment_type(text: &str, left_out: &mut Vec<LeftOut>) -> Option<EmploymentType> {
    let mut first = None;
    for stated in text.split([',', ';', '|']).map(str::trim) {
        match vocabulary::employment_type(stated) {
            _ if stated.is_empty() => {}
            Some(known) if first.is_none_or(|first| first == known) => first = Some(known),
            _ => left_out.push(LeftOut::new("employmentType", stated)),
        }
    }
    first
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

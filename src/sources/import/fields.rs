//! The fields of a job, as the texts of a posting say them.

use super::{
    days,
    location::Location,
    notes::Notes,
    pay::{self, Stated},
    raw::Raw,
    refusal::{LONGEST_ADDRESS, Refusal, cut, required},
    sections, vocabulary,
};
use crate::{
    jobs::{
        ApplyMethod, EmploymentType, JobFields, Pay, Workplace,
        editing::form::Completeness,
        location,
        typed::{ApplyTo, Company, Description, Tags, Title, WebAddress},
    },
    platform::{db::text_enum::Stored, zone::Zone},
    text::imported,
};

/// What postings call the pay.
pub const PAY: &str = "baseSalary";

/// Longest category, in characters.
const LONGEST_CATEGORY: usize = 80;

/// Reads the texts into fields, and notes what could not be kept.
///
/// # Errors
/// Names what a job cannot be without, and what cannot be read at all.
pub fn read(raw: &Raw, zone: Zone, notes: &mut Notes) -> Result<JobFields, Refusal> {
    let title = required("title", &raw.title, Title::LONGEST)?;
    let company = required("hiringOrganization.name", &raw.company, Company::LONGEST)?;
    let description = description(raw, &format!("{company}\n{title}"))?;
    let company_url = address(&raw.company_url);
    notes.check("sameAs", &raw.company_url, company_url.is_some());
    notes.check("url", &raw.apply_url, address(&raw.apply_url).is_some());
    let (apply_method, apply_to) = application(raw)
        .or_else(|| Some((ApplyMethod::Url, company_url.clone()?)))
        .ok_or_else(|| Refusal("has no url or email address to apply at".into()))?;
    let place = place(raw, notes);
    let country = vocabulary::country(&raw.country).map(|code| code.0);
    notes.check("addressCountry", &raw.country, country.is_some());
    // The town of one place is not that of several.
    let alone = |part: &str| match place.text.contains("; ") {
        true => None,
        false => optional(&imported::line(part)),
    };
    let restricted = imported::line(&raw.applicant_location);
    let applicant_location = match place.workplace {
        Workplace::Remote if restricted.is_empty() => optional(&place.text),
        _ => optional(&restricted),
    };
    let tags = imported::line(&raw.tags);
    notes.check("keywords", &tags, Tags::parse(&tags).is_ok());
    let category = imported::line(&raw.category);
    let fits = category.chars().count() <= LONGEST_CATEGORY;
    notes.check("industry", &category, fits);
    let pay = pay(raw, country.as_deref(), notes);
    Ok(JobFields {
        title,
        company,
        company_url,
        location: cut(&place.text, location::LONGEST),
        locality: alone(&raw.locality),
        region: alone(&raw.region),
        country,
        workplace: Stored(place.workplace),
        applicant_location,
        employment_type: employment_type(&raw.employment_type, notes).map(Stored),
        category: optional(&cut(&category, LONGEST_CATEGORY)),
        tags: Tags::first_of(&tags).joined(),
        pay_min: pay.and_then(|pay| pay.min),
        pay_max: pay.and_then(|pay| pay.max),
        pay_currency: pay.map(|pay| pay.currency.code().to_owned()),
        pay_period: pay.map(|pay| Stored(pay.period)),
        apply_method: Stored(apply_method),
        apply_to,
        description,
        valid_through: days::read("validThrough", &raw.valid_through, zone)?,
    })
}

fn description(raw: &Raw, names: &str) -> Result<String, Refusal> {
    let description = sections::whole(&raw.description, &raw.sections, names)
        .filter(|markdown| markdown.chars().count() <= Description::LONGEST)
        .ok_or_else(|| Refusal("has a description of more than 20,000 characters".into()))?;
    if description.is_empty() {
        return Err(Refusal("has no description".into()));
    }
    Ok(description)
}

/// Where the work is, and how it is done.
fn place(raw: &Raw, notes: &mut Notes) -> Location {
    let stated = vocabulary::workplace(&raw.workplace);
    notes.check("jobLocationType", &raw.workplace, stated.is_some());
    let is_remote = stated == Some(Workplace::Remote) || is_remote_said(&raw.telecommute);
    let text = cut(&raw.location, location::LONGEST);
    let mut place = Location::read(&text, is_remote, &raw.title);
    match stated {
        // schema.org has no word for hybrid work, which the place may tell.
        Some(stated) if raw.workplace != "TELECOMMUTE" => place.workplace = stated,
        _ => {}
    }
    let fits = place.text.chars().count() <= location::LONGEST;
    notes.check("jobLocation", &place.text, fits);
    place
}

fn pay(raw: &Raw, country: Option<&str>, notes: &mut Notes) -> Option<Pay> {
    match pay::stated(raw, country) {
        Stated::Nothing => None,
        Stated::Known(pay) => Some(pay),
        Stated::Unclear(words) => {
            notes.leave_out(PAY, &words);
            None
        }
        Stated::Assumed(pay, what, words) => {
            notes.assume(what, &words);
            Some(pay)
        }
    }
}

fn address(raw: &str) -> Option<String> {
    let address = WebAddress::parse(raw, LONGEST_ADDRESS).ok()?;
    Some(address.0)
}

fn optional(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| cut(text, 200))
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
fn employment_type(text: &str, notes: &mut Notes) -> Option<EmploymentType> {
    let mut first = None;
    for stated in text.split([',', ';', '|']).map(str::trim) {
        match vocabulary::employment_type(stated) {
            _ if stated.is_empty() => {}
            Some(known) if first.is_none_or(|first| first == known) => first = Some(known),
            _ => notes.leave_out("employmentType", stated),
        }
    }
    first
}

/// Whether a column for remote work says that it is: `yes`, or the word itself.
fn is_remote_said(text: &str) -> bool {
    vocabulary::is_yes(text) || vocabulary::workplace(text) == Some(Workplace::Remote)
}

//! What search engines are told of a job: markup that Google for Jobs takes, or nothing, and why
//! (https://developers.google.com/search/docs/appearance/structured-data/job-posting).

use celes::Country;
use serde::Serialize;

use super::{
    country::named,
    fields::JobFields,
    job::Job,
    posting::{JobPosting, Place, PostalAddress},
    vocabulary::Workplace,
};
use crate::{
    companies::Known,
    http::board::Board,
    platform::i18n::Message,
    text::gazetteer::{self, Kind, resolve, resolve_many},
};

/// Markup of a job's page. What a search engine does not ask for is left out.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Markup {
    #[serde(flatten)]
    posting: JobPosting,
    /// Takes the place of the posting's own, which is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    job_location: Option<Locations>,
    /// Takes the place of the posting's own: search engines know countries.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    applicant_location_requirements: Vec<Residence>,
}

#[derive(Serialize)]
#[serde(untagged)]
enum Locations {
    One(Place),
    Several(Vec<Place>),
}

#[derive(Serialize)]
struct Residence {
    #[serde(rename = "@type")]
    kind: &'static str,
    name: String,
}

/// What search engines' lists of jobs ask for and this one lacks.
pub fn missing(fields: &JobFields) -> Vec<Message> {
    let mut missing = Vec::new();
    let is_remote = *fields.workplace == Workplace::Remote;
    if is_remote && residences(fields).is_empty() {
        missing.push(Message::new("jobs-unlisted-residence"));
    }
    if !is_remote && country(fields).is_none() && several(fields).is_empty() {
        missing.push(Message::new("jobs-unlisted-country"));
    }
    missing
}

/// Markup for the page of `job`, which is open, with its description as HTML; nothing where it
/// would not be valid. `company` is what is known of its company. `identifier` is the employer's own, its name and value; without one it is the board's.
pub fn markup(
    board: &Board,
    job: &Job,
    description: &str,
    identifier: Option<(String, String)>,
    company: &Known,
) -> Option<String> {
    let fields = &job.fields;
    if !missing(fields).is_empty() {
        return None;
    }
    let of_board = || (board.config.host().to_owned(), job.id.to_string());
    let (name, value) = identifier.unwrap_or_else(of_board);
    let url = board.config.whole_url(&job.path());
    let is_remote = *fields.workplace == Workplace::Remote;
    let mut posting = JobPosting {
        applicant_location_requirements: None,
        application_contact: None,
        job_location: None,
        ..JobPosting::of(
            job,
            description.to_owned(),
            (&name, &value),
            &url,
            board.clock.zone(),
        )
    };
    if let Some(organization) = &mut posting.hiring_organization {
        organization.logo = company
            .logo
            .as_ref()
            .map(|logo| board.config.whole_url(&logo.large));
        organization.same_as = organization
            .same_as
            .take()
            .or_else(|| company.website.clone());
    }
    let residences = if is_remote {
        residences(fields)
    } else {
        Vec::new()
    };
    let markup = Markup {
        posting,
        job_location: (!is_remote).then(|| locations(fields)),
        applicant_location_requirements: residences
            .into_iter()
            .map(|country| Residence {
                kind: "Country",
                name: country.alpha2.to_owned(),
            })
            .collect(),
    };
    Some(for_script(&serde_json::to_string(&markup).ok()?))
}

/// Where the work is: the first place of a job that has several, with its town, region and country each for
/// itself. What is no known place is a town of the name that it has.
pub fn address_of(fields: &JobFields) -> PostalAddress {
    let first = match locations(fields) {
        Locations::One(place) => Some(place),
        Locations::Several(places) => places.into_iter().next(),
    };
    first.and_then(|place| place.address).unwrap_or_default()
}

/// JSON that cannot end the element it stands in, whatever it holds.
fn for_script(json: &str) -> String {
    json.replace('<', "\\u003c")
        .replace('>', "\\u003e")
        .replace('&', "\\u0026")
}

fn locations(fields: &JobFields) -> Locations {
    let several = several(fields);
    if several.is_empty() {
        Locations::One(place(fields))
    } else {
        Locations::Several(several)
    }
}

/// The places of a job, where it names more than one and they are known. A country that was stated is that of one.
fn several(fields: &JobFields) -> Vec<Place> {
    let known = match fields.locality {
        Some(_) => Vec::new(),
        None => resolve_many(&fields.location),
    };
    let is_there = |code: &String| known.iter().any(|place| place.country == code);
    if known.len() < 2 || !fields.country.as_ref().is_none_or(is_there) {
        return Vec::new();
    }
    known.iter().map(address).collect()
}

fn place(fields: &JobFields) -> Place {
    if stated_country(fields).is_none()
        && let Some(place) = resolve(&fields.location)
    {
        return address(&place);
    }
    let first = fields.location.split(',').next().unwrap_or_default().trim();
    let is_town = names_one(fields) && !first.is_empty() && named(first).is_none();
    let shown = is_town.then(|| first.to_owned());
    located(
        fields.locality.clone().or(shown),
        fields.region.clone().or_else(|| region(fields)),
        country(fields).map(|country| country.alpha2.to_owned()),
    )
}

/// Whether the location is one place: of several, which town is in which country is known of known ones alone.
fn names_one(fields: &JobFields) -> bool {
    !fields.location.contains(';')
}

/// The region of a known town, in the country that is stated.
fn region(fields: &JobFields) -> Option<String> {
    let town = resolve(&fields.location).filter(|place| place.kind == Kind::Town)?;
    let is_there = country(fields).is_some_and(|country| country.alpha2 == town.country);
    town.region_name().filter(|_| is_there).map(str::to_owned)
}

fn address(place: &gazetteer::Place) -> Place {
    located(
        (place.kind == Kind::Town).then(|| place.name.to_owned()),
        place.region_name().map(str::to_owned),
        Some(place.country.to_owned()),
    )
}

fn located(locality: Option<String>, region: Option<String>, country: Option<String>) -> Place {
    Place {
        kind: Some("Place".into()),
        name: None,
        address: Some(PostalAddress {
            kind: Some("PostalAddress".into()),
            address_locality: locality,
            address_region: region,
            address_country: country,
        }),
    }
}

/// The country of the place: as it is stated, or as the place is known.
fn country(fields: &JobFields) -> Option<Country> {
    stated_country(fields).or_else(|| Country::from_alpha2(resolve(&fields.location)?.country).ok())
}

/// The country of the place: as its code, or as the last word of the place, where that names one.
fn stated_country(fields: &JobFields) -> Option<Country> {
    match &fields.country {
        Some(code) => Country::from_alpha2(code).ok(),
        None if names_one(fields) => named(fields.location.rsplit(',').next()?),
        None => None,
    }
}

/// The countries that somebody who works remotely may live in, where they are named, and nothing but
/// countries is.
fn residences(fields: &JobFields) -> Vec<Country> {
    let stated = fields.applicant_location.as_deref().unwrap_or_default();
    let named: Option<Vec<Country>> = stated
        .split([',', ';', '/', '|', '&'])
        .flat_map(|part| part.split(" or "))
        .flat_map(|part| part.split(" and "))
        .filter(|part| !part.trim().is_empty())
        .map(named)
        .collect();
    match named {
        Some(named) if !named.is_empty() => named,
        // The office may be in another country.
        None => {
            let place = resolve(stated);
            let code = place.and_then(|place| Country::from_alpha2(place.country).ok());
            code.into_iter().collect()
        }
        Some(_) => country(fields).into_iter().collect(),
    }
}

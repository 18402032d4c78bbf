//! Jobs as pages show them.

use std::sync::Arc;

use chrono::{NaiveDate, NaiveDateTime};
use serde::Serialize;

use super::{country, job::Job, location, markup, visit};
use crate::{
    companies::Known,
    http::{blocking, error::Error},
    platform::{
        db::text_enum::TextEnum,
        i18n::{Locale, Message},
        zone::{Moment, Zone},
    },
    text::{
        gazetteer::{Kind, resolve},
        markdown::{self, Top},
        words::{path_segment, slug},
    },
};

/// A job in a list.
#[derive(Debug, Serialize)]
pub struct Card<'a> {
    pub path: String,
    pub title: &'a str,
    pub company: &'a str,
    pub company_slug: String,
    /// What stands where a logo would, and its colour.
    pub initial: String,
    pub hue: usize,
    /// The address of its logo.
    pub logo: Option<String>,
    pub place: String,
    pub employment_type: Option<String>,
    pub pay: Option<String>,
    /// ISO 8601, for machines.
    pub posted_on: Option<String>,
    pub posted: Option<String>,
    /// Posted today or yesterday.
    pub is_new: bool,
    pub tags: Vec<Tag<'a>>,
}

/// A tag, and the name of its page.
#[derive(Debug, Serialize)]
pub struct Tag<'a> {
    text: &'a str,
    slug: String,
}

impl<'a> Card<'a> {
    /// Of a job wherever it stands.
    pub fn new(job: &'a Job, locale: Locale, now: Moment) -> Self {
        let fields = &job.fields;
        Self {
            path: job.path(),
            title: &fields.title,
            company: &fields.company,
            company_slug: path_segment(&slug(&fields.company)),
            initial: initial(&fields.company),
            hue: hue(&fields.company),
            logo: None,
            place: location::of(fields, locale),
            employment_type: fields
                .employment_type
                .map(|kind| locale.text(&kind.label())),
            pay: fields.pay().map(|pay| pay.in_words(locale)),
            posted_on: job
                .date_posted
                .map(|then| now.zone.day_of(then).to_string()),
            posted: job.date_posted.map(|then| locale.ago(then, now)),
            is_new: job.date_posted.is_some_and(|then| is_new(then, now)),
            tags: fields.tags().map(Tag::new).collect(),
        }
    }
}

/// Whether a job posted at `then` is marked as new.
pub fn is_new(then: NaiveDateTime, now: Moment) -> bool {
    let days = now.today() - now.zone.day_of(then);
    days.num_days() <= 1
}

/// The first letter or digit of a name.
pub fn initial(name: &str) -> String {
    let first = name.chars().find(|c| c.is_alphanumeric());
    first.map_or_else(String::new, |c| c.to_uppercase().collect())
}

/// One of the colours of `.hue-0` and its like in the stylesheet, always the same for a name.
pub fn hue(name: &str) -> usize {
    const HUES: usize = 8;
    slug(name)
        .bytes()
        .fold(0, |sum, byte| (sum * 31 + usize::from(byte)) % 4093)
        % HUES
}

impl<'a> Tag<'a> {
    pub fn new(text: &'a str) -> Self {
        let slug = path_segment(&slug(text));
        Self { text, slug }
    }
}

/// A job on its own page.
#[derive(Debug, Serialize)]
pub struct Detail<'a> {
    #[serde(flatten)]
    card: Card<'a>,
    id: i64,
    company_url: Option<&'a str>,
    company_host: Option<String>,
    /// The domains that the company has proved to be its own.
    verified: Vec<String>,
    /// All its places, where there are too many to be shown at once.
    places: Vec<&'a str>,
    /// Where it is stated apart from the place, which does not name it.
    country: Option<String>,
    /// Why search engines' lists of jobs leave it out.
    unlisted: Vec<String>,
    category: Option<&'a str>,
    applicant_location: Option<&'a str>,
    valid_through: Option<String>,
    /// When it was last confirmed to be open, where that was after it was posted.
    confirmed: Option<String>,
    /// `unconfirmed` for one that is off the lists for want of a confirmation.
    status: &'static str,
    status_label: String,
    is_open: bool,
    apply_method: &'static str,
    apply_to: &'a str,
    apply_link: Option<String>,
    /// The first words of the description, for search engines and previews of links.
    summary: String,
    description_html: Arc<str>,
}

impl<'a> Detail<'a> {
    /// For a preview of a job that is not stored.
    pub async fn preview(job: &'a Job, locale: Locale, now: Moment) -> Result<Self, Error> {
        let description = description_aside(job, Top::H3).await?;
        Ok(Self::new(job, description.into(), locale, now))
    }

    /// For the job's own page, with its description as [`description`] gives it.
    pub fn new(job: &'a Job, description_html: Arc<str>, locale: Locale, now: Moment) -> Self {
        let fields = &job.fields;
        let place = location::shown(fields);
        let card = Card {
            place: location::in_words(
                *fields.workplace,
                &location::shortened(place, 0, locale),
                locale,
            ),
            ..Card::new(job, locale, now)
        };
        Self {
            card,
            id: job.id,
            places: match location::is_shortened(place) {
                true => location::parts(place).collect(),
                false => Vec::new(),
            },
            company_url: fields.company_url.as_deref(),
            country: fields
                .country
                .as_deref()
                .map(|code| {
                    locale.text(&Message::new("jobs-country").with("code", code.to_owned()))
                })
                .filter(|country| {
                    let code = fields.country.as_deref().unwrap_or_default();
                    !says_country(location::shown(fields), code, country)
                }),
            unlisted: markup::missing(fields)
                .iter()
                .map(|missing| locale.text(missing))
                .collect(),
            company_host: fields.company_url.as_deref().and_then(host),
            verified: Vec::new(),
            category: fields.category.as_deref(),
            applicant_location: fields.applicant_location.as_deref(),
            valid_through: fields
                .valid_through
                .map(|day| last_day(day, now.zone, locale)),
            confirmed: confirmed(job, now).map(|day| locale.date(day)),
            status: if job.is_unconfirmed() {
                "unconfirmed"
            } else {
                job.status.as_str()
            },
            status_label: locale.text(&job.status_label(now.today())),
            is_open: job.is_open(now.today()),
            apply_method: fields.apply_method.as_str(),
            apply_to: &fields.apply_to,
            // What is not stored has no address yet.
            apply_link: match job.id {
                0 => visit::link(fields),
                id => visit::link(fields).map(|_| visit::path(id)),
            },
            summary: markdown::summary(&fields.description, SUMMARY_LENGTH),
            description_html,
        }
    }
}

impl Detail<'_> {
    /// With what its company's team says of the company.
    pub fn with_company(mut self, company: &Known) -> Self {
        self.card.logo = company.logo.as_ref().map(|logo| logo.small.clone());
        self.verified.clone_from(&company.domains);
        self
    }
}

/// Whether a place names the country with this code and this name, in whatever spelling. A part of it that has a name
/// of its own, as England has, is not the country.
fn says_country(place: &str, code: &str, name: &str) -> bool {
    let is_part = |part: &str| resolve(part).is_some_and(|it| it.kind != Kind::Country);
    let is_it = |part: &str| {
        let named = country::named(part).filter(|_| !is_part(part));
        part == code || named.is_some_and(|it| it.alpha2 == code)
    };
    let mut parts = location::parts(place).flat_map(|part| part.split(','));
    place.contains(name) || parts.any(|part| is_it(part.trim()))
}

/// The day on which an open job was confirmed, where that says more than when it was posted.
fn confirmed(job: &Job, now: Moment) -> Option<NaiveDate> {
    let [confirmed, posted] =
        [job.confirmed_at, job.date_posted].map(|then| then.map(|then| now.zone.day_of(then)));
    confirmed.filter(|_| job.is_open(now.today()) && confirmed > posted)
}

/// The last day that it takes applications, and where that ends.
pub fn last_day(day: NaiveDate, zone: Zone, locale: Locale) -> String {
    let message = Message::new("jobs-last-day")
        .with("day", locale.date(day))
        .with("zone", zone.label(locale));
    locale.text(&message)
}

/// A job's description as HTML: on its own page below its title, in a preview below the heading of
/// another page.
pub fn description(job: &Job, top: Top) -> String {
    markdown::render(&job.fields.description, top)
}

/// The same, made away from the event loop.
pub async fn description_aside(job: &Job, top: Top) -> Result<String, Error> {
    let markdown = job.fields.description.clone();
    blocking::run(move || Ok(markdown::render(&markdown, top))).await
}

/// Longest summary, in characters: what search engines show.
const SUMMARY_LENGTH: usize = 160;

/// The host of a web address, without `www.`.
pub fn host(url: &str) -> Option<String> {
    let url = url::Url::parse(url).ok()?;
    let host = url.host_str()?;
    Some(host.strip_prefix("www.").unwrap_or(host).to_owned())
}

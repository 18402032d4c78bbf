//! A job as programs see it: a `JobPosting`, and what schema.org has no words for.

use actix_web::{HttpResponse, HttpResponseBuilder, http::header};
use chrono::{NaiveDate, NaiveDateTime};
use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;
use utoipa::ToSchema;

use crate::{
    app::Board,
    db::text_enum::TextEnum,
    error::Error,
    jobs::{
        JobFields, JobPosting,
        form::{self, Completeness},
        import::description::to_markdown,
        job::Job,
        job_posting::{MonetaryAmount, Place},
        listing::description,
        vocabulary::{ApplyMethod, Workplace},
    },
    web::{
        form::{Form, Messages},
        json::Json,
        markdown::Top,
        problem::Invalid,
    },
};

/// A job.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ApiJob {
    #[serde(flatten)]
    posting: JobPosting,
    #[serde(flatten)]
    more: More,
    /// The job's number, which its address holds.
    id: i64,
    /// `draft`, `published`, `filled`, `withdrawn`, `in_review`, `rejected` or `removed`.
    status: &'static str,
    /// Whether it takes applications.
    is_open: bool,
    /// Grows with each change; the `ETag` that `If-Match` takes.
    version: i32,
    /// When it was last changed.
    #[schema(format = DateTime)]
    date_modified: String,
}

/// What schema.org has no words for.
#[skip_serializing_none]
#[derive(Debug, Default, Deserialize, Serialize, ToSchema)]
#[serde(rename_all = "camelCase", default)]
pub struct More {
    /// `on_site`, `hybrid` or `remote`; `remote` follows from `jobLocationType`, too.
    #[schema(example = "hybrid")]
    workplace: Option<String>,
    /// The description as Markdown, which counts before `description`. Lists leave it out.
    description_markdown: Option<String>,
}

/// A job to store.
#[derive(Debug)]
pub struct JobInput {
    posting: JobPosting,
    more: More,
}

/// A job to store, as it is documented.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct NewApiJob {
    #[serde(flatten)]
    posting: JobPosting,
    #[serde(flatten)]
    more: More,
    /// `published` puts a new job on the board at once; anything else makes a draft.
    #[schema(example = "draft")]
    status: Option<String>,
}

impl ApiJob {
    pub fn new(board: &Board, job: &Job, now: NaiveDateTime) -> Result<Self, Error> {
        let url = board.config.base_url.join(&job.path());
        let url = url.map_err(Error::internal)?;
        let id = job.id.to_string();
        let identifier = (board.config.host(), id.as_str());
        Ok(Self {
            posting: JobPosting::of(job, description(job, Top::H2), identifier, url.as_str()),
            more: More {
                workplace: Some(job.fields.workplace.as_str().to_owned()),
                description_markdown: Some(job.fields.description.clone()),
            },
            id: job.id,
            status: job.status.as_str(),
            is_open: job.is_open(now.date()),
            version: job.version,
            date_modified: format!("{}Z", job.updated_at.format("%FT%T")),
        })
    }

    /// As lists have it: without the Markdown, which would say everything twice.
    pub fn listed(board: &Board, job: &Job, now: NaiveDateTime) -> Result<Self, Error> {
        let mut listed = Self::new(board, job, now)?;
        listed.more.description_markdown = None;
        Ok(listed)
    }
}

/// Answers with `job` and its version.
pub fn answer(
    mut response: HttpResponseBuilder,
    board: &Board,
    job: &Job,
) -> Result<HttpResponse, Error> {
    Ok(response
        .insert_header((header::ETAG, etag(job)))
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .json(ApiJob::new(board, job, board.clock.now())?))
}

/// The version of `job` as `ETag` states it.
pub fn etag(job: &Job) -> String {
    format!("\"{}\"", job.version)
}

impl JobInput {
    pub fn read(json: &Json) -> Result<Self, Error> {
        Ok(Self {
            posting: json.read()?,
            more: json.read()?,
        })
    }

    /// The fields that it states, read by the form of the page.
    ///
    /// # Errors
    /// 422, with a message at each part that is wrong.
    pub fn fields(&self, completeness: Completeness, today: NaiveDate) -> Result<JobFields, Error> {
        form::read(&self.form(), completeness, today)
            .map_err(|messages| Error::Invalid(at_their_places(&messages)))
    }

    /// The form that somebody would have filled in.
    fn form(&self) -> Form {
        let posting = &self.posting;
        let company = posting.hiring_organization.clone().unwrap_or_default();
        let place = posting.job_location.clone().unwrap_or_default();
        let location = place_in_words(&place);
        let address = place.address.unwrap_or_default();
        let residence = posting.applicant_location_requirements.clone();
        let salary = Salary::of(posting.base_salary.as_ref());
        let (apply_method, apply_to) = self.application();
        let text = |text: &Option<String>| text.clone().unwrap_or_default();
        Form::from_values([
            ("title", text(&posting.title)),
            ("company", text(&company.name)),
            ("company_url", text(&company.same_as)),
            ("workplace", self.workplace()),
            ("location", location),
            ("locality", text(&address.address_locality)),
            ("region", text(&address.address_region)),
            ("country", text(&address.address_country)),
            (
                "applicant_location",
                residence
                    .and_then(|residence| residence.name)
                    .unwrap_or_default(),
            ),
            ("employment_type", text(&posting.employment_type)),
            ("category", text(&posting.industry)),
            ("tags", text(&posting.keywords)),
            ("pay_min", salary.min),
            ("pay_max", salary.max),
            ("pay_currency", salary.currency),
            ("pay_period", salary.period),
            ("apply_method", apply_method.as_str().to_owned()),
            ("apply_to", apply_to),
            ("description", self.description()),
            ("valid_through", day(&text(&posting.valid_through))),
        ])
    }

    fn workplace(&self) -> String {
        let stated = self.more.workplace.clone();
        stated.unwrap_or_else(|| match self.posting.job_location_type.as_deref() {
            Some("TELECOMMUTE") => Workplace::Remote.as_str().to_owned(),
            Some(other) => other.to_owned(),
            None => Workplace::OnSite.as_str().to_owned(),
        })
    }

    fn description(&self) -> String {
        let html = self.posting.description.as_deref();
        let markdown = self.more.description_markdown.clone();
        markdown.unwrap_or_else(|| html.map(to_markdown).unwrap_or_default())
    }

    fn application(&self) -> (ApplyMethod, String) {
        let contact = self.posting.application_contact.clone().unwrap_or_default();
        match (contact.url, contact.email, contact.description) {
            (Some(url), _, _) => (ApplyMethod::Url, url),
            (None, Some(email), _) => (ApplyMethod::Email, email),
            (None, None, Some(where_to)) => (ApplyMethod::OnSite, where_to),
            (None, None, None) => (ApplyMethod::Url, String::new()),
        }
    }
}

#[derive(Default)]
struct Salary {
    min: String,
    max: String,
    currency: String,
    period: String,
}

impl Salary {
    fn of(stated: Option<&MonetaryAmount>) -> Self {
        let Some(stated) = stated else {
            return Self::default();
        };
        let value = stated.value.clone().unwrap_or_default();
        let amount = |number: Option<serde_json::Number>| {
            number.map(|number| number.to_string()).unwrap_or_default()
        };
        Self {
            min: amount(value.min_value),
            max: amount(value.max_value),
            currency: stated.currency.clone().unwrap_or_default(),
            period: value.unit_text.unwrap_or_default(),
        }
    }
}

fn place_in_words(place: &Place) -> String {
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

/// A date without its time.
fn day(stated: &str) -> String {
    let (day, _) = stated.split_once('T').unwrap_or((stated, ""));
    day.to_owned()
}

/// The form's messages, where in the JSON the form's fields came from.
pub fn at_their_places(messages: &Messages) -> Vec<Invalid> {
    messages
        .iter()
        .map(|(field, message)| Invalid::at(pointer(field), message))
        .collect()
}

fn pointer(field: &str) -> &'static str {
    match field {
        "title" => "/title",
        "company" => "/hiringOrganization/name",
        "company_url" => "/hiringOrganization/sameAs",
        "workplace" => "/workplace",
        "location" => "/jobLocation/name",
        "locality" => "/jobLocation/address/addressLocality",
        "region" => "/jobLocation/address/addressRegion",
        "country" => "/jobLocation/address/addressCountry",
        "applicant_location" => "/applicantLocationRequirements/name",
        "employment_type" => "/employmentType",
        "category" => "/industry",
        "tags" => "/keywords",
        "pay_min" => "/baseSalary/value/minValue",
        "pay_max" => "/baseSalary/value/maxValue",
        "pay_currency" => "/baseSalary/currency",
        "pay_period" => "/baseSalary/value/unitText",
        "apply_method" | "apply_to" => "/applicationContact",
        "description" => "/description",
        "valid_through" => "/validThrough",
        _ => "",
    }
}

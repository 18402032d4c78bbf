//! A job as a program sends it, turned into the values of the page's form, and the form's messages turned
//! into places in what was sent.

use chrono::NaiveDate;
use serde::Deserialize;

use super::{
    lists::{Folded, Lists},
    pointer::pointer,
    posting::More,
};
use crate::{
    http::{
        blocking,
        error::Error,
        form::{Form, Messages},
        problem::Wrong,
    },
    jobs::{
        editing::{
            form::{self, Completeness, PAY_SURE},
            wish::PUBLISH_AT,
        },
        fields::JobFields,
        posting::{JobPosting, MonetaryAmount, place_in_words},
        status::Status,
        typed::last_day,
        vocabulary::{ApplyMethod, Workplace},
    },
    platform::{
        db::text_enum::TextEnum,
        zone::{Moment, Zone},
    },
    text::{calendar, imported::to_markdown},
};

/// A job to store.
#[derive(Debug)]
pub struct JobInput {
    posting: JobPosting,
    more: More,
    stated: Stated,
    lists: Lists,
}

/// Where a new job is to stand, and when it is published.
#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Stated {
    status: Option<String>,
    /// Outside, whether it says anything of that.
    #[serde(with = "serde_with::rust::double_option")]
    publish_on: Option<Option<String>>,
}

impl JobInput {
    /// # Errors
    /// 422, with a pointer to what is no part of a job, or is one too many.
    pub fn read(sent: &Folded) -> Result<Self, Error> {
        let Folded { json, lists, .. } = sent;
        Ok(Self {
            posting: json.read()?,
            more: json.read()?,
            stated: json.read()?,
            lists: *lists,
        })
    }

    /// Whether it says that a new job goes on the board at once.
    pub fn wants_publication(&self) -> bool {
        self.stated.status.as_deref() == Some(Status::Published.as_str())
    }

    /// The day on which it is to be published, or that it is on none; nothing where it does not say.
    ///
    /// # Errors
    /// 422, with a pointer to it.
    pub fn publish_on(&self, now: Moment) -> Result<Option<Option<NaiveDate>>, Error> {
        let Some(stated) = &self.stated.publish_on else {
            return Ok(None);
        };
        let text = day(stated.as_deref().unwrap_or_default(), now.zone);
        match last_day(&text, Some(now.today())) {
            Ok(day) => Ok(Some(day)),
            Err(message) => {
                let wrong = Wrong::at(pointer(PUBLISH_AT), message);
                Err(Error::Invalid(vec![wrong]))
            }
        }
    }

    /// The fields that it states, read by the form of the page, as far as `check` has nothing against them.
    ///
    /// # Errors
    /// 422, with a message at each part that is wrong.
    pub async fn fields(
        self,
        completeness: Completeness,
        now: Moment,
        check: impl FnOnce(JobFields) -> Result<JobFields, Messages> + Send + 'static,
    ) -> Result<JobFields, Error> {
        blocking::run(move || {
            let fields = self.fields_now(completeness, now)?;
            check(fields).map_err(|messages| Error::Invalid(self.at_their_places(&messages)))
        })
        .await
    }

    /// What it states, at once, which takes milliseconds where the description is HTML.
    ///
    /// # Errors
    /// 422, with a message at each part that is wrong.
    pub fn fields_now(&self, completeness: Completeness, now: Moment) -> Result<JobFields, Error> {
        form::read(&self.form(now.zone), completeness, now.today())
            .map_err(|messages| Error::Invalid(self.at_their_places(&messages)))
    }

    fn at_their_places(&self, messages: &Messages) -> Vec<Wrong> {
        let place = |field| self.lists.place_of(pointer(field));
        let messages = messages.iter();
        messages
            .map(|(field, message)| Wrong::at(place(field), message.clone()))
            .collect()
    }

    /// The form that somebody would have filled in.
    fn form(&self, zone: Zone) -> Form {
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
            // Programs do not mistype; there is nobody to ask.
            (PAY_SURE, "yes".to_owned()),
            ("pay_min", salary.min),
            ("pay_max", salary.max),
            ("pay_currency", salary.currency),
            ("pay_period", salary.period),
            ("apply_method", apply_method.as_str().to_owned()),
            ("apply_to", apply_to),
            ("description", self.description()),
            ("valid_through", day(&text(&posting.valid_through), zone)),
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
        let html = self.posting.description.as_deref().unwrap_or_default();
        let markdown = self.more.description_markdown.clone();
        // What is too long to be converted is too long as it stands, and the form says so.
        markdown.unwrap_or_else(|| to_markdown(html).unwrap_or_else(|| html.to_owned()))
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
        let is_range = value.min_value.is_some() || value.max_value.is_some();
        let exact = value.value.filter(|_| !is_range);
        let amount = |number: Option<serde_json::Number>| {
            number.map(|number| number.to_string()).unwrap_or_default()
        };
        Self {
            min: amount(value.min_value.or(exact.clone())),
            max: amount(value.max_value.or(exact)),
            currency: stated.currency.clone().unwrap_or_default(),
            period: value.unit_text.unwrap_or_default(),
        }
    }
}

/// The day in `zone` of a date or a moment; anything else as it stands, for the form to refuse.
fn day(stated: &str, zone: Zone) -> String {
    match calendar::read(stated) {
        Some(day) => zone.day(day).to_string(),
        None => stated.to_owned(),
    }
}

/// The form's messages, where in the JSON the form's fields came from.
pub fn at_their_places(messages: &Messages) -> Vec<Wrong> {
    messages
        .iter()
        .map(|(field, message)| Wrong::at(pointer(field), message.clone()))
        .collect()
}

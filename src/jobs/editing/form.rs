//! The form of a job: from what was typed to fields that can be stored, and back.

use chrono::NaiveDate;

use super::place::{self, STATED_FOR};
use crate::{
    http::form::{Fields, Form, FormView, Messages},
    jobs::{
        amount,
        fields::JobFields,
        pay::Pay,
        typed::{
            self, Amount, ApplyTo, Company, Description, LONGEST_ADDRESS, Tags, Title, WebAddress,
            last_day,
        },
        vocabulary::{ApplyMethod, PayPeriod, Workplace},
    },
    platform::{
        db::text_enum::{Stored, TextEnum},
        i18n::{Locale, Message},
    },
};

pub use crate::platform::typed::Completeness;

/// The fields, in the order of the page.
pub const ORDER: &[&str] = &[
    "title",
    "company",
    "employment_type",
    "company_url",
    "category",
    "tags",
    "workplace",
    "location",
    "locality",
    "region",
    "country",
    "applicant_location",
    "pay_min",
    "pay_max",
    "pay_currency",
    "pay_period",
    "description",
    "apply_method",
    "apply_to",
    "valid_through",
    "publish_at",
];

/// Says that the pay is meant as it is typed, where that was asked: it holds the pay, or `yes`.
pub const PAY_SURE: &str = "pay_sure";

/// The messages that ask it.
const DOUBTS: [&str; 2] = ["jobs-field-amount-or", "jobs-field-amount-unusual"];

/// What the form calls a field.
pub fn label(name: &str) -> Message {
    match name {
        "company" => Message::new("jobs-form-company"),
        "company_url" => Message::new("jobs-form-company-url"),
        "workplace" => Message::new("jobs-form-workplace"),
        "location" => Message::new("jobs-form-location"),
        "locality" => Message::new("jobs-form-locality"),
        "region" => Message::new("jobs-form-region"),
        "country" => Message::new("jobs-form-country"),
        "applicant_location" => Message::new("jobs-form-applicant-location"),
        "employment_type" => Message::new("jobs-form-employment-type"),
        "category" => Message::new("jobs-form-category"),
        "tags" => Message::new("jobs-form-tags"),
        "pay_min" => Message::new("jobs-form-pay-min"),
        "pay_max" => Message::new("jobs-form-pay-max"),
        "pay_currency" => Message::new("jobs-form-pay-currency"),
        "pay_period" => Message::new("jobs-form-pay-period"),
        "apply_method" => Message::new("jobs-form-apply-method"),
        "apply_to" => Message::new("jobs-form-apply-to"),
        "description" => Message::new("jobs-form-description"),
        "valid_through" => Message::new("jobs-form-valid-through"),
        "publish_at" => Message::new("jobs-form-publish-at"),
        "email" => Message::new("jobs-form-email"),
        _ => Message::new("jobs-form-title"),
    }
}

/// Reads the form. What is wrong comes back as messages; `today` is the earliest last day.
pub fn read(
    form: &Form,
    completeness: Completeness,
    today: NaiveDate,
) -> Result<JobFields, Messages> {
    let first_day = (completeness == Completeness::Complete).then_some(today);
    read_with(form, completeness, first_day, false)
}

/// Reads the form of a job that is on the board, or was, and reads like `before`. What it lacked may stay
/// so, and so may a last day that is over: whoever corrects a word need not know them.
pub fn read_change(
    form: &Form,
    before: &JobFields,
    today: NaiveDate,
) -> Result<JobFields, Messages> {
    let stood = Form::from(before);
    let stays = |name: &str| form.value(name) == stood.value(name);
    if ORDER.iter().all(|name| stays(name)) {
        return Ok(before.clone());
    }
    let first_day = Some(today).filter(|_| !stays("valid_through"));
    let may_lack_type = before.employment_type.is_none();
    read_with(form, Completeness::Complete, first_day, may_lack_type)
}

fn read_with(
    form: &Form,
    completeness: Completeness,
    first_day: Option<NaiveDate>,
    may_lack_type: bool,
) -> Result<JobFields, Messages> {
    let mut fields = Fields::of(form, completeness);
    let title = fields.parse("title", |typed| Title::parse(typed, completeness));
    let company = fields.parse("company", |typed| Company::parse(typed, completeness));
    let company_url = fields.parse("company_url", |typed| {
        unless_empty(typed, |typed| WebAddress::parse(typed, LONGEST_ADDRESS))
    });
    let workplace = fields.choice("workplace").unwrap_or(Workplace::OnSite);
    let place = place::read(&mut fields, workplace);
    let applicant_location = fields.optional_line("applicant_location", 200);
    let employment_type = match may_lack_type {
        true => fields.optional_choice("employment_type"),
        false => fields.choice("employment_type"),
    };
    let employment_type = employment_type.map(Stored);
    let category = fields.optional_line("category", 80);
    let tags = fields.parse("tags", Tags::parse);
    let pay = read_pay(&mut fields);
    let apply_method = fields.choice("apply_method").unwrap_or(ApplyMethod::Url);
    let apply_to = fields.parse("apply_to", |typed| {
        ApplyTo::parse(typed, apply_method, completeness)
    });
    let description = fields.parse("description", |typed| {
        Description::parse(typed, completeness)
    });
    let valid_through = fields.parse("valid_through", |typed| last_day(typed, first_day));

    match (title, company, tags, apply_to, description) {
        (Some(title), Some(company), Some(tags), Some(apply_to), Some(description))
            if fields.messages.is_empty() =>
        {
            Ok(JobFields {
                title: title.0,
                company: company.0,
                company_url: company_url.flatten().map(|url| url.0),
                location: place.location,
                locality: place.locality,
                region: place.region,
                country: place.country,
                workplace: Stored(workplace),
                applicant_location,
                employment_type,
                category,
                tags: tags.joined(),
                pay_min: pay.and_then(|pay| pay.min),
                pay_max: pay.and_then(|pay| pay.max),
                pay_currency: pay.map(|pay| pay.currency.code().to_owned()),
                pay_period: pay.map(|pay| Stored(pay.period)),
                apply_method: Stored(apply_method),
                apply_to: apply_to.0,
                description: description.0,
                valid_through: valid_through.flatten(),
            })
        }
        _ => Err(fields.messages),
    }
}

/// A value that may be left out.
fn unless_empty<T>(
    typed: &str,
    parse: impl FnOnce(&str) -> Result<T, Message>,
) -> Result<Option<T>, Message> {
    match typed.trim() {
        "" => Ok(None),
        typed => parse(typed).map(Some),
    }
}

/// The four fields of the pay; nothing where no amount is typed.
fn read_pay(fields: &mut Fields<'_>) -> Option<Pay> {
    let min = fields.parse("pay_min", Amount::parse).flatten();
    let max = fields.parse("pay_max", Amount::parse).flatten();
    let period = fields.optional_choice::<PayPeriod>("pay_period");
    if min.is_none() && max.is_none() {
        fields.optional_line("pay_currency", 30);
        return None;
    }
    let currency = fields.parse("pay_currency", typed::currency);
    if period.is_none() {
        let message = Message::new("jobs-field-period");
        fields.messages.add("pay_period", message);
    }
    let (currency, period) = (currency?, period?);
    let asked = pay_as_typed(fields.form);
    let is_sure =
        fields.parse(PAY_SURE, |typed| Ok(typed == "yes" || typed == asked)) == Some(true);
    for (name, amount) in [("pay_min", &min), ("pay_max", &max)] {
        let amount = amount.as_ref().filter(|_| !is_sure);
        if let Some(doubt) = amount.and_then(|amount| amount.doubt(currency, period)) {
            fields.messages.add(name, doubt);
        }
    }
    let hundredths = |amount: Option<Amount>| amount.map(|amount| amount.hundredths);
    let (min, max) = (hundredths(min), hundredths(max));
    let is_in_order = min.is_none_or(|min| max.is_none_or(|max| min <= max));
    if !is_in_order && !fields.messages.has("pay_min") {
        let message = Message::new("jobs-field-pay-order");
        fields.messages.add("pay_max", message);
    }
    Some(Pay {
        min,
        max,
        currency,
        period,
    })
}

/// The pay as it stands in the form: whoever is sure of it is not sure of another.
fn pay_as_typed(form: &Form) -> String {
    let fields = ["pay_min", "pay_max", "pay_currency", "pay_period"];
    fields.map(|name| form.value(name).trim()).join(" ")
}

/// Whether somebody was asked, or should be, if they mean what they typed about the pay.
fn pay_is_doubted(form: &Form, messages: &Messages) -> bool {
    let is_doubt = |message: &Message| DOUBTS.contains(&message.key());
    !form.value(PAY_SURE).is_empty() || messages.iter().any(|(_, message)| is_doubt(message))
}

/// The form with what was typed and what is wrong with it.
pub fn view(locale: Locale, form: &Form, messages: Messages) -> FormView {
    view_in(locale, form, messages, ORDER)
}

/// The same for a page that has these fields.
pub fn view_in(
    locale: Locale,
    form: &Form,
    messages: Messages,
    order: &[&'static str],
) -> FormView {
    let asked = pay_as_typed(form);
    let is_asked = pay_is_doubted(form, &messages);
    let is_sure = is_asked && [asked.as_str(), "yes"].contains(&form.value(PAY_SURE));
    let sure = [
        (PAY_SURE, if is_asked { asked } else { String::new() }),
        ("pay_is_sure", if is_sure { "yes" } else { "" }.to_owned()),
    ];
    let values = order
        .iter()
        .chain(&[STATED_FOR])
        .map(|name| (*name, form.value(name).to_owned()))
        .chain(sure);
    FormView::new(locale, values, messages, order)
}

impl From<&JobFields> for Form {
    /// The form that would give these fields.
    fn from(job: &JobFields) -> Self {
        let optional = |text: &Option<String>| text.clone().unwrap_or_default();
        let amount = |amount: Option<i64>| amount.map(amount::plain).unwrap_or_default();
        let is_usual = job.pay().is_none_or(|pay| pay.is_usual());
        Form::from_values([
            ("title", job.title.clone()),
            ("company", job.company.clone()),
            ("company_url", optional(&job.company_url)),
            ("workplace", job.workplace.as_str().into()),
            ("location", job.location.clone()),
            (STATED_FOR, job.location.clone()),
            ("locality", optional(&job.locality)),
            ("region", optional(&job.region)),
            ("country", optional(&job.country)),
            ("applicant_location", optional(&job.applicant_location)),
            (
                "employment_type",
                job.employment_type.map_or("", |kind| kind.as_str()).into(),
            ),
            ("category", optional(&job.category)),
            ("tags", job.tags().collect::<Vec<_>>().join(", ")),
            (PAY_SURE, if is_usual { "" } else { "yes" }.to_owned()),
            ("pay_min", amount(job.pay_min)),
            ("pay_max", amount(job.pay_max)),
            ("pay_currency", optional(&job.pay_currency)),
            (
                "pay_period",
                job.pay_period.map_or("", |period| period.as_str()).into(),
            ),
            ("apply_method", job.apply_method.as_str().into()),
            ("apply_to", job.apply_to.clone()),
            ("description", job.description.clone()),
            (
                "valid_through",
                job.valid_through
                    .map(|day| day.to_string())
                    .unwrap_or_default(),
            ),
        ])
    }
}

//! The form of a job: from what was typed to fields that can be stored, and back.

use chrono::{NaiveDate, NaiveDateTime};
use email_address::EmailAddress;
use iso_currency::Currency;
use url::Url;

use super::{
    job::JobFields,
    pay::{parse_amount, plain_amount},
    vocabulary::{ApplyMethod, Workplace},
};
use crate::{
    db::text_enum::{Stored, TextEnum},
    web::form::{Fields, Form, FormView, Messages},
};

/// The fields, in the order of the page.
pub const ORDER: &[&str] = &[
    "title",
    "company",
    "company_url",
    "workplace",
    "location",
    "locality",
    "region",
    "country",
    "applicant_location",
    "employment_type",
    "category",
    "tags",
    "pay_min",
    "pay_max",
    "pay_currency",
    "pay_period",
    "apply_method",
    "apply_to",
    "description",
    "valid_through",
];

/// Most tags on a job.
const MOST_TAGS: usize = 10;

/// Days that a new job stays open, unless its owner says otherwise.
const USUAL_DAYS: u64 = 60;

/// How much of the form must be there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Completeness {
    /// Enough to find it again: a title.
    Draft,
    /// Everything that readers need.
    Complete,
}

/// Reads the form. What is wrong comes back as messages; `today` is the earliest last day.
pub fn read(
    form: &Form,
    completeness: Completeness,
    today: NaiveDate,
) -> Result<JobFields, Messages> {
    let mut fields = match completeness {
        Completeness::Draft => Fields::lenient(form),
        Completeness::Complete => Fields::new(form),
    };
    let title = fields.line("title", 4, 140);
    if title.is_empty() {
        fields.messages.add("title", "Give it a title.");
    }
    let company = fields.line("company", 1, 120);
    let company_url = read_url(&mut fields, "company_url");
    let workplace = fields.choice("workplace").unwrap_or(Workplace::OnSite);
    let location = fields.optional_line("location", 200).unwrap_or_default();
    if location.is_empty() && workplace != Workplace::Remote {
        fields.require("location", "Say where the work is done.");
    }
    let locality = fields.optional_line("locality", 100);
    let region = fields.optional_line("region", 100);
    let country = read_country(&mut fields);
    let applicant_location = fields.optional_line("applicant_location", 200);
    let employment_type = fields.choice("employment_type").map(Stored);
    let category = fields.optional_line("category", 80);
    let tags = read_tags(&mut fields);
    let pay = read_pay(&mut fields);
    let apply_method = fields.choice("apply_method").unwrap_or(ApplyMethod::Url);
    let apply_to = read_apply_to(&mut fields, apply_method);
    let description = fields.text("description", 20, 20_000);
    let valid_through = read_valid_through(&mut fields, completeness, today);

    if !fields.messages.is_empty() {
        return Err(fields.messages);
    }
    let (pay_min, pay_max, pay_currency, pay_period) = pay;
    Ok(JobFields {
        title,
        company,
        company_url,
        location,
        locality,
        region,
        country,
        workplace: Stored(workplace),
        applicant_location,
        employment_type,
        category,
        tags,
        pay_min,
        pay_max,
        pay_currency,
        pay_period,
        apply_method: Stored(apply_method),
        apply_to,
        description,
        valid_through,
    })
}

/// The form with what was typed and what is wrong with it.
pub fn view(form: &Form, messages: Messages) -> FormView {
    let values = ORDER
        .iter()
        .map(|name| (*name, form.value(name).to_owned()));
    FormView::new(values, messages, ORDER)
}

/// An empty form.
pub fn blank(now: NaiveDateTime) -> FormView {
    let last_day = now
        .date()
        .checked_add_days(chrono::Days::new(USUAL_DAYS))
        .map(|day| day.to_string());
    let values = [
        ("workplace", Workplace::OnSite.as_str().to_owned()),
        ("apply_method", ApplyMethod::Url.as_str().to_owned()),
        ("pay_currency", "USD".to_owned()),
        ("pay_period", "YEAR".to_owned()),
        ("valid_through", last_day.unwrap_or_default()),
    ];
    FormView::new(values, Messages::default(), ORDER)
}

impl From<&JobFields> for Form {
    /// The form that would give these fields.
    fn from(job: &JobFields) -> Self {
        let optional = |text: &Option<String>| text.clone().unwrap_or_default();
        let amount = |amount: Option<i64>| amount.map(plain_amount).unwrap_or_default();
        Form::from_values([
            ("title", job.title.clone()),
            ("company", job.company.clone()),
            ("company_url", optional(&job.company_url)),
            ("workplace", job.workplace.as_str().into()),
            ("location", job.location.clone()),
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

/// An address on the web; `example.org` is taken to mean `https://example.org`.
fn read_url(fields: &mut Fields<'_>, name: &'static str) -> Option<String> {
    let typed = fields.optional_line(name, 500)?;
    let url = web_address(&typed);
    if url.is_none() {
        fields
            .messages
            .add(name, "Give a web address, like https://example.org.");
    }
    url
}

/// `typed` as an `http` or `https` address with a host.
pub fn web_address(typed: &str) -> Option<String> {
    let with_scheme = if typed.contains("://") || typed.contains(':') && !typed.contains('.') {
        typed.to_owned()
    } else {
        format!("https://{typed}")
    };
    let url = Url::parse(&with_scheme).ok()?;
    let is_web = matches!(url.scheme(), "http" | "https")
        && url.host_str().is_some_and(|host| host.contains('.'))
        && url.username().is_empty();
    is_web.then(|| url.into())
}

fn read_country(fields: &mut Fields<'_>) -> Option<String> {
    let typed = fields.optional_line("country", 2)?.to_uppercase();
    if typed.len() == 2 && typed.bytes().all(|byte| byte.is_ascii_uppercase()) {
        return Some(typed);
    }
    fields
        .messages
        .add("country", "Give the country's two letters, like DE or US.");
    None
}

fn read_tags(fields: &mut Fields<'_>) -> String {
    let typed = fields.optional_line("tags", 400).unwrap_or_default();
    let mut tags: Vec<String> = Vec::new();
    for tag in typed.split(',').map(|tag| tag.trim().to_lowercase()) {
        if !tag.is_empty() && !tags.contains(&tag) {
            tags.push(tag);
        }
    }
    if tags.len() > MOST_TAGS {
        fields.messages.add(
            "tags",
            format!("Use at most {MOST_TAGS} tags; these are {}.", tags.len()),
        );
    }
    if tags.iter().any(|tag| tag.chars().count() > 30) {
        fields.messages.add(
            "tags",
            "Keep each tag under 31 characters, and put commas between them.",
        );
    }
    tags.join(",")
}

type PayColumns = (
    Option<i64>,
    Option<i64>,
    Option<String>,
    Option<Stored<super::vocabulary::PayPeriod>>,
);

fn read_pay(fields: &mut Fields<'_>) -> PayColumns {
    let min = read_amount(fields, "pay_min");
    let max = read_amount(fields, "pay_max");
    let currency = fields
        .optional_line("pay_currency", 3)
        .map(|code| code.to_uppercase());
    let period = fields.optional_choice("pay_period").map(Stored);
    if min.is_none() && max.is_none() {
        return (None, None, None, None);
    }
    if let (Some(min), Some(max)) = (min, max)
        && min > max
    {
        fields
            .messages
            .add("pay_max", "The most is less than the least. Swap them?");
    }
    if currency.as_deref().and_then(Currency::from_code).is_none() {
        fields.messages.add(
            "pay_currency",
            "Give the currency's three letters, like USD or EUR.",
        );
    }
    if period.is_none() {
        fields.messages.add(
            "pay_period",
            "Say what the amount is for: a year, a month, an hour.",
        );
    }
    (min, max, currency, period)
}

fn read_amount(fields: &mut Fields<'_>, name: &'static str) -> Option<i64> {
    let typed = fields.optional_line(name, 30)?;
    let amount = parse_amount(&typed);
    if amount.is_none() {
        fields
            .messages
            .add(name, "Give an amount in figures, like 52,000 or 18.50.");
    }
    amount
}

fn read_apply_to(fields: &mut Fields<'_>, method: ApplyMethod) -> String {
    let typed = fields.line("apply_to", 1, 500);
    let (value, advice) = match method {
        ApplyMethod::Url => (
            web_address(&typed),
            "Give a web address, like https://example.org/jobs/7.",
        ),
        ApplyMethod::Email => (
            EmailAddress::is_valid(&typed).then(|| typed.clone()),
            "Give an email address, like jobs@example.org.",
        ),
        ApplyMethod::OnSite => (Some(typed.clone()), ""),
    };
    match value {
        Some(value) => value,
        None if typed.is_empty() => typed,
        None => {
            fields.messages.add("apply_to", advice);
            typed
        }
    }
}

fn read_valid_through(
    fields: &mut Fields<'_>,
    completeness: Completeness,
    today: NaiveDate,
) -> Option<NaiveDate> {
    let typed = fields.optional_line("valid_through", 10)?;
    match typed.parse::<NaiveDate>() {
        Ok(day) if day < today && completeness == Completeness::Complete => {
            fields
                .messages
                .add("valid_through", "That day is past. Choose today or later.");
            None
        }
        Ok(day) => Some(day),
        Err(_) => {
            fields
                .messages
                .add("valid_through", "Give a date like 2027-01-31.");
            None
        }
    }
}

//! The fields of a job that take more than a length check.

use chrono::NaiveDate;
use email_address::EmailAddress;
use iso_currency::Currency;
use url::Url;

use super::Completeness;
use crate::{
    http::form::Fields,
    jobs::{
        pay::parse_amount,
        vocabulary::{ApplyMethod, PayPeriod},
    },
    platform::{db::text_enum::Stored, i18n::Message},
    text::calendar,
};

/// Longest address to apply at, on the web or otherwise, in characters.
const LONGEST_ADDRESS: usize = 500;

/// Most tags on a job.
const MOST_TAGS: usize = 10;

/// An address on the web; `example.org` is taken to mean `https://example.org`.
pub fn read_url(fields: &mut Fields<'_>, name: &'static str) -> Option<String> {
    let typed = fields.optional_line(name, LONGEST_ADDRESS)?;
    let url = web_address(&typed);
    match &url {
        Some(url) => check_length(fields, name, url),
        None => fields.messages.add(name, Message::new("jobs-field-url")),
    }
    url
}

/// An address grows where it is stored with its special characters encoded.
fn check_length(fields: &mut Fields<'_>, name: &'static str, url: &str) {
    let length = url.chars().count();
    if length > LONGEST_ADDRESS {
        fields.messages.add(
            name,
            Message::new("jobs-field-address-long")
                .with("max", LONGEST_ADDRESS)
                .with("length", length),
        );
    }
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

pub fn read_country(fields: &mut Fields<'_>) -> Option<String> {
    let typed = fields.optional_line("country", 2)?.to_uppercase();
    if typed.len() == 2 && typed.bytes().all(|byte| byte.is_ascii_uppercase()) {
        return Some(typed);
    }
    fields
        .messages
        .add("country", Message::new("jobs-field-country"));
    None
}

pub fn read_tags(fields: &mut Fields<'_>) -> String {
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
            Message::new("jobs-field-tags-most")
                .with("max", MOST_TAGS)
                .with("count", tags.len()),
        );
    }
    if tags.iter().any(|tag| tag.chars().count() > 30) {
        fields
            .messages
            .add("tags", Message::new("jobs-field-tag-long"));
    }
    tags.join(",")
}

type PayColumns = (
    Option<i64>,
    Option<i64>,
    Option<String>,
    Option<Stored<PayPeriod>>,
);

pub fn read_pay(fields: &mut Fields<'_>) -> PayColumns {
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
            .add("pay_max", Message::new("jobs-field-pay-order"));
    }
    if currency.as_deref().and_then(Currency::from_code).is_none() {
        fields
            .messages
            .add("pay_currency", Message::new("jobs-field-currency"));
    }
    if period.is_none() {
        fields
            .messages
            .add("pay_period", Message::new("jobs-field-period"));
    }
    (min, max, currency, period)
}

pub fn read_amount(fields: &mut Fields<'_>, name: &'static str) -> Option<i64> {
    let typed = fields.optional_line(name, 30)?;
    let amount = parse_amount(&typed);
    if amount.is_none() {
        fields.messages.add(name, Message::new("jobs-field-amount"));
    }
    amount
}

pub fn read_apply_to(fields: &mut Fields<'_>, method: ApplyMethod) -> String {
    let typed = fields.line("apply_to", 1, LONGEST_ADDRESS);
    let (value, advice) = match method {
        ApplyMethod::Url => (web_address(&typed), Message::new("jobs-field-apply-url")),
        ApplyMethod::Email => (
            EmailAddress::is_valid(&typed).then(|| typed.clone()),
            Message::new("jobs-field-apply-email"),
        ),
        ApplyMethod::OnSite => (Some(typed.clone()), Message::new("http-field-empty")),
    };
    match value {
        Some(value) => {
            check_length(fields, "apply_to", &value);
            value
        }
        None if typed.is_empty() => typed,
        None => {
            fields.messages.add("apply_to", advice);
            typed
        }
    }
}

pub fn read_valid_through(
    fields: &mut Fields<'_>,
    completeness: Completeness,
    today: NaiveDate,
) -> Option<NaiveDate> {
    let typed = fields.optional_line("valid_through", 20)?;
    match typed.parse::<NaiveDate>() {
        Ok(day) if !calendar::is_usable(day) => {
            fields
                .messages
                .add("valid_through", Message::new("jobs-field-day-late"));
            None
        }
        Ok(day) if day < today && completeness == Completeness::Complete => {
            fields
                .messages
                .add("valid_through", Message::new("jobs-field-day-past"));
            None
        }
        Ok(day) => Some(day),
        Err(_) => {
            fields
                .messages
                .add("valid_through", Message::new("jobs-field-date"));
            None
        }
    }
}

//! A source as somebody types it.

use url::Url;

use super::{
    fetcher::Fetcher,
    source::HOURS,
    system::{LONGEST, System},
};
use crate::{
    http::form::{Fields, Form, Messages},
    jobs::typed::Company,
    platform::{
        db::text_enum::TextEnum,
        i18n::{Locale, Message},
        outbound::Trouble,
    },
};

/// The fields in the order in which they stand.
pub const ORDER: [&str; 4] = ["address", "system", "company", "hours"];

/// How often a source is read unless somebody says otherwise, in hours.
pub const USUAL_HOURS: i32 = 6;

/// What is to be added.
#[derive(Clone, Debug)]
pub struct Wanted {
    pub system: System,
    pub address: String,
    pub company: String,
    pub hours: i32,
}

impl Wanted {
    /// Reads the form.
    ///
    /// # Errors
    /// What is wrong with which field.
    pub fn read(form: &Form, fetcher: &Fetcher, locale: Locale) -> Result<Self, Messages> {
        let mut fields = Fields::new(form);
        let typed = fields.line("address", LONGEST, Message::new("sources-field-address"));
        let chosen = fields.optional_choice::<System>("system");
        let company = fields.optional_line("company", Company::LONGEST);
        let hours = hours(&mut fields);
        let mut messages = fields.messages;
        let place = if typed.is_empty() {
            None
        } else {
            place(&typed, chosen, fetcher, locale)
                .map_err(|wrong| messages.add("address", wrong))
                .ok()
        };
        let company = company.unwrap_or_default();
        if let Some((system, _)) = &place
            && system.is_of_one_company()
            && company.is_empty()
        {
            messages.add("company", Message::new("sources-field-company"));
        }
        match place {
            Some((system, address)) if messages.is_empty() => Ok(Self {
                system,
                address,
                company,
                hours,
            }),
            _ => Err(messages),
        }
    }
}

/// How often, in hours.
pub fn hours(fields: &mut Fields<'_>) -> i32 {
    let hours = fields.parse("hours", |typed| {
        let hours: Option<i32> = typed.trim().parse().ok();
        hours
            .filter(|hours| HOURS.contains(hours))
            .ok_or_else(|| Message::new("sources-field-hours"))
    });
    hours.unwrap_or(USUAL_HOURS)
}

/// The system and the board, or the feed, that somebody means.
fn place(
    typed: &str,
    chosen: Option<System>,
    fetcher: &Fetcher,
    locale: Locale,
) -> Result<(System, String), Message> {
    let is_address = typed.contains(['/', '.', ':']);
    let url = is_address.then(|| url(typed)).flatten();
    let recognised = url.as_ref().and_then(System::recognise);
    match (chosen, recognised) {
        (Some(System::Feed), _) | (None, None) => {
            let Some(mut url) = url else {
                let message = match is_address {
                    true => Message::new("sources-field-address"),
                    false => Message::new("sources-field-which-system"),
                };
                return Err(message);
            };
            match fetcher.objection(&url) {
                Some(Trouble::NotHttps) => return Err(Message::new("sources-field-https")),
                Some(_) => return Err(Message::new("sources-field-public")),
                None => {}
            }
            url.set_fragment(None);
            Ok((System::Feed, url.to_string()))
        }
        (None, Some(found)) => Ok(found),
        (Some(system), Some((found, token))) if found == system => Ok((system, token)),
        (Some(system), _) if system.is_token(typed) => Ok((system, typed.to_owned())),
        (Some(system), _) => Err(Message::new("sources-field-not-of-system")
            .with("system", locale.text(&system.label()))),
    }
}

/// An address of the web, with or without `https://`.
fn url(typed: &str) -> Option<Url> {
    let whole = match typed.contains("://") {
        true => typed.to_owned(),
        false => format!("https://{typed}"),
    };
    let url = Url::parse(&whole).ok()?;
    let has_secret = !url.username().is_empty() || url.password().is_some();
    let is_web = matches!(url.scheme(), "http" | "https") && url.has_host();
    (is_web && !has_secret && url.as_str().len() <= LONGEST).then_some(url)
}

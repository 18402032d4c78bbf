//! What a form of a draft asks for besides its fields: to be kept, to be published now, or on a day.

use chrono::NaiveDate;

use super::form::{self, Completeness};
use crate::{
    http::form::{Form, Messages},
    jobs::{fields::JobFields, typed::last_day},
    platform::i18n::Message,
};

/// The field with the day.
pub const PUBLISH_AT: &str = "publish_at";

#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Wish {
    Draft,
    Publish,
    Schedule(NaiveDate),
}

impl Wish {
    /// A day that is not today counts, whichever button was pressed.
    fn of(form: &Form, today: NaiveDate) -> Result<Self, Message> {
        let publish = !form.value("publish").is_empty();
        match last_day(form.value(PUBLISH_AT), Some(today))? {
            Some(day) if !(publish && day == today) => Ok(Self::Schedule(day)),
            _ if publish => Ok(Self::Publish),
            _ => Ok(Self::Draft),
        }
    }

    /// Whether everybody will see the job without anybody doing anything more.
    pub fn is_public(self) -> bool {
        self != Self::Draft
    }

    pub fn day(self) -> Option<NaiveDate> {
        match self {
            Self::Schedule(day) => Some(day),
            Self::Draft | Self::Publish => None,
        }
    }
}

/// Reads the form of a draft. What is to be published must lack nothing.
pub fn read(form: &Form, today: NaiveDate) -> Result<(JobFields, Wish), Messages> {
    let wish = Wish::of(form, today);
    let completeness = match &wish {
        Ok(wish) if wish.is_public() => Completeness::Complete,
        _ => Completeness::Draft,
    };
    let read = form::read(form, completeness, today);
    let (fields, wish) = match (read, wish) {
        (Ok(fields), Ok(wish)) => (fields, wish),
        (read, wish) => {
            let mut messages = read.err().unwrap_or_default();
            if let Err(message) = wish {
                messages.add(PUBLISH_AT, message);
            }
            return Err(messages);
        }
    };
    let is_over = |day: NaiveDate| !fields.is_valid_on(day);
    if wish.day().is_some_and(is_over) {
        let message = Message::new("jobs-field-publish-after-end");
        return Err(Messages::of(PUBLISH_AT, message));
    }
    Ok((fields, wish))
}

/// `form` with the day on which its draft is published.
pub fn with_day(mut form: Form, day: Option<NaiveDate>) -> Form {
    form.set(
        PUBLISH_AT,
        day.map(|day| day.to_string()).unwrap_or_default(),
    );
    form
}

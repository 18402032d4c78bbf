//! What a form of a draft asks for besides its fields: to be kept, to be published now, or on a day.

use chrono::NaiveDate;

use super::form::{self, Completeness};
use crate::{
    http::form::{Form, Messages},
    jobs::{error::Error, fields::JobFields, job::Job, typed::last_day},
    platform::{audit::Origin, db::Db, i18n::Message},
};

/// The field with the day.
pub const PUBLISH_AT: &str = "publish_at";

#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Wish {
    Draft,
    /// To be kept with a day on which nothing happens.
    Keep(NaiveDate),
    Publish,
    Schedule(NaiveDate),
}

impl Wish {
    /// To publish counts on the day that is stated. What is only saved stays scheduled where it was.
    fn of(form: &Form, is_scheduled: bool, today: NaiveDate) -> Result<Self, Message> {
        let publish = !form.value("publish").is_empty();
        let day = last_day(form.value(PUBLISH_AT), Some(today))?;
        Ok(match day {
            Some(day) if !publish && !is_scheduled => Self::Keep(day),
            day => Self::new(publish, day, today),
        })
    }

    /// To be published, at once or on a day; or not to be.
    pub fn new(publish: bool, day: Option<NaiveDate>, today: NaiveDate) -> Self {
        match day {
            Some(day) if !(publish && day == today) => Self::Schedule(day),
            _ if publish => Self::Publish,
            _ => Self::Draft,
        }
    }

    /// Whether everybody will see the job without anybody doing anything more.
    pub fn is_public(self) -> bool {
        matches!(self, Self::Publish | Self::Schedule(_))
    }

    /// How much of the form has to be there for that.
    pub fn completeness(self) -> Completeness {
        match self.is_public() {
            true => Completeness::Complete,
            false => Completeness::Draft,
        }
    }

    /// The day on which it is published.
    pub fn day(self) -> Option<NaiveDate> {
        match self {
            Self::Schedule(day) => Some(day),
            Self::Draft | Self::Keep(_) | Self::Publish => None,
        }
    }

    /// The day that the form states.
    pub fn stated_day(self) -> Option<NaiveDate> {
        match self {
            Self::Schedule(day) | Self::Keep(day) => Some(day),
            Self::Draft | Self::Publish => None,
        }
    }

    /// `fields`, if the job that they make is not over before its day.
    pub fn check(self, fields: JobFields) -> Result<JobFields, Messages> {
        let is_over = |day: NaiveDate| !fields.is_valid_on(day);
        if self.stated_day().is_some_and(is_over) {
            let message = Message::new("jobs-field-publish-after-end");
            return Err(Messages::of(PUBLISH_AT, message));
        }
        Ok(fields)
    }

    /// Does with a draft that was saved what is wished of its day.
    ///
    /// # Errors
    /// Those of [`Job::schedule`].
    pub fn settle(self, db: &mut Db, draft: &Job, origin: &Origin) -> Result<(), Error> {
        match self {
            Self::Schedule(day) => draft.schedule(db, Some(day), origin),
            Self::Keep(day) => draft.keep_day(db, Some(day), origin),
            Self::Draft | Self::Publish => draft.schedule(db, None, origin),
        }
    }
}

/// Reads the form of a draft, which may be scheduled already. What is to be published must lack nothing.
pub fn read(
    form: &Form,
    is_scheduled: bool,
    today: NaiveDate,
) -> Result<(JobFields, Wish), Messages> {
    let wish = Wish::of(form, is_scheduled, today);
    let completeness = match &wish {
        Ok(wish) => wish.completeness(),
        Err(_) => Completeness::Draft,
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
    Ok((wish.check(fields)?, wish))
}

/// `form` with the day on which its draft is published.
pub fn with_day(mut form: Form, day: Option<NaiveDate>) -> Form {
    form.set(
        PUBLISH_AT,
        day.map(|day| day.to_string()).unwrap_or_default(),
    );
    form
}

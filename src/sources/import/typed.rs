//! A posting made of the form's fields, held to the form's rules.

use chrono::{NaiveDate, NaiveDateTime};

use super::{
    posting::{Posting, fingerprint},
    refusal::Refusal,
};
use crate::{
    http::form::Form,
    jobs::{
        Status,
        editing::form::{self, Completeness},
    },
};

/// A published posting with what the form says, known by `source` from here on.
///
/// # Errors
/// Names what is wrong with the form; a last day before `today` is.
pub fn from_form(
    form: &Form,
    source: (String, String),
    date_posted: NaiveDateTime,
    today: NaiveDate,
) -> Result<Posting, Refusal> {
    let fields = form::read(form, Completeness::Complete, today)
        .map_err(|messages| Refusal(format!("is not complete: {messages:?}")))?;
    Ok(Posting {
        source,
        identity: None,
        digest: fingerprint(&fields, Some(date_posted)),
        fields,
        date_posted: Some(date_posted),
        status: Status::Published,
        left_out: Vec::new(),
        assumed: Vec::new(),
    })
}

//! What went wrong, for a program: problem details (RFC 9457).

use std::collections::BTreeMap;

use serde::Serialize;
use utoipa::{
    IntoResponses, ToSchema,
    openapi::{Content, Ref, RefOr, Response, response::ResponseBuilder},
};

use super::form::values::Messages;
use crate::platform::i18n::{Locale, Message};

/// An answer that is not what was asked for, as `application/problem+json` (RFC 9457).
#[derive(Debug, Serialize, ToSchema)]
pub struct Problem {
    /// What kind of problem it is: always `about:blank`, so that `status` says it.
    #[serde(rename = "type")]
    pub kind: &'static str,
    /// A heading.
    pub title: String,
    /// The HTTP status.
    pub status: u16,
    /// What can be done about it.
    pub detail: String,
    /// The request's number in the board's log.
    pub request_id: String,
    /// What is wrong with what was sent, part by part.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub errors: Vec<Invalid>,
}

/// What is wrong with one part of what was sent.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Invalid {
    /// A sentence.
    pub detail: String,
    /// Where in the JSON that was sent (RFC 6901).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pointer: Option<String>,
    /// Which field of the form, or of the address's query.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parameter: Option<String>,
}

/// The same before it is known who is told, and in which language.
#[derive(Clone, Debug)]
pub struct Wrong {
    message: Message,
    pointer: Option<String>,
    parameter: Option<String>,
}

impl Wrong {
    /// At a place in JSON.
    pub fn at(pointer: impl Into<String>, message: Message) -> Self {
        Self {
            message,
            pointer: Some(pointer.into()),
            parameter: None,
        }
    }

    /// In a field of a form or a query.
    pub fn parameter(name: impl Into<String>, message: Message) -> Self {
        Self {
            message,
            pointer: None,
            parameter: Some(name.into()),
        }
    }

    /// A form's messages at their fields.
    pub fn all(messages: &Messages) -> Vec<Self> {
        let fields = messages.iter();
        fields
            .map(|(field, message)| Self::parameter(field, message.clone()))
            .collect()
    }

    /// What a program is told in `locale`.
    pub fn told(self, locale: Locale) -> Invalid {
        Invalid {
            detail: locale.text(&self.message),
            pointer: self.pointer,
            parameter: self.parameter,
        }
    }
}

/// What any address may answer with instead of what was asked for.
pub struct Trouble;

/// What an address for accounts may answer with besides.
pub struct Refusals;

/// What an address that changes something may answer with besides.
pub struct ChangeRefusals;

/// What an address that takes JSON may answer with besides.
pub struct JsonRefusals;

impl IntoResponses for Trouble {
    fn responses() -> BTreeMap<String, RefOr<Response>> {
        problems(&[
            (
                500,
                "The mistake is the board's; `request_id` names it in its log",
            ),
            (
                503,
                "The database cannot be asked now, or the search is still being prepared; `Retry-After` says when to try again",
            ),
        ])
    }
}

impl IntoResponses for Refusals {
    fn responses() -> BTreeMap<String, RefOr<Response>> {
        problems(&[(401, "No token, or one that does not count")])
    }
}

impl IntoResponses for ChangeRefusals {
    fn responses() -> BTreeMap<String, RefOr<Response>> {
        problems(&[
            (401, "No token, or one that does not count"),
            (
                403,
                "The token may only read, the account's address is not confirmed, or the request came from another site",
            ),
            (404, "There is no such job, or it is somebody else's"),
            (409, "The job does not stand so that this could be done"),
            (
                429,
                "Too many changes; `Retry-After` says when to try again",
            ),
        ])
    }
}

impl IntoResponses for JsonRefusals {
    fn responses() -> BTreeMap<String, RefOr<Response>> {
        problems(&[
            (400, "The body broke off"),
            (408, "The body took too long to arrive"),
            (413, "The body is too large"),
            (415, "The body is not JSON"),
            (
                422,
                "Something in it is missing or wrong: `errors` says what",
            ),
        ])
    }
}

fn problems(known: &[(u16, &str)]) -> BTreeMap<String, RefOr<Response>> {
    known
        .iter()
        .map(|(status, description)| {
            let content = Content::new(Some(Ref::from_schema_name("Problem")));
            let response = ResponseBuilder::new()
                .description(*description)
                .content("application/problem+json", content)
                .build();
            (status.to_string(), response.into())
        })
        .collect()
}

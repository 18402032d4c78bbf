//! What went wrong, for a program: problem details (RFC 9457).

use std::collections::BTreeMap;

use serde::Serialize;
use utoipa::{
    IntoResponses, ToSchema,
    openapi::{Content, Ref, RefOr, Response, response::ResponseBuilder},
};

use super::form::values::Messages;
use crate::platform::i18n::{Locale, Message};

/// An error, as `application/problem+json` (RFC 9457).
#[derive(Debug, Serialize, ToSchema)]
pub struct Problem {
    /// Always `about:blank`: the kind of problem is the `status`.
    #[serde(rename = "type")]
    pub kind: &'static str,
    /// A heading.
    pub title: String,
    /// The HTTP status.
    pub status: u16,
    /// What you can do about it.
    pub detail: String,
    /// The ID of the request in the server's log.
    pub request_id: String,
    /// What is wrong with the request, part by part.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub errors: Vec<Invalid>,
}

/// A problem with one part of the request.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Invalid {
    /// What is wrong, in a sentence.
    pub detail: String,
    /// The place in the JSON that you sent (RFC 6901).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pointer: Option<String>,
    /// The form field or query parameter.
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

    /// The same in a part that stands at `pointer` in the whole.
    pub fn below(self, pointer: &str) -> Self {
        Self {
            pointer: Some(pointer.to_owned() + self.pointer.as_deref().unwrap_or_default()),
            ..self
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
                "Something went wrong on the server. The log has the details under `request_id`",
            ),
            (
                503,
                "The server is temporarily unavailable. Try again after `Retry-After` seconds",
            ),
        ])
    }
}

impl IntoResponses for Refusals {
    fn responses() -> BTreeMap<String, RefOr<Response>> {
        problems(&[(401, "The token is missing, invalid or expired")])
    }
}

impl IntoResponses for ChangeRefusals {
    fn responses() -> BTreeMap<String, RefOr<Response>> {
        problems(&[
            (401, "The token is missing, invalid or expired"),
            (
                403,
                "The token is read-only, the account's email address is not confirmed, its role in the company's team does not allow it, or the request came from another site",
            ),
            (404, "It does not exist, or it belongs to someone else"),
            (
                409,
                "As things stand, this cannot be done. `detail` says why",
            ),
            (
                429,
                "Too many changes. Try again after `Retry-After` seconds",
            ),
        ])
    }
}

impl IntoResponses for JsonRefusals {
    fn responses() -> BTreeMap<String, RefOr<Response>> {
        problems(&[
            (400, "The request body is incomplete"),
            (408, "The request body took too long to arrive"),
            (413, "The request body is too large"),
            (415, "The request body is not JSON"),
            (422, "Something is missing or invalid. `errors` lists what"),
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

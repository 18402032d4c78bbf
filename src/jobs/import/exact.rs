//! What a board writes beside a `JobPosting` of its own, so that another board, or the same one later,
//! reads the very same job.

use chrono::NaiveDateTime;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::posting::{Posting, Refusal, fingerprint, required};
use crate::{
    db::text_enum::Stored,
    jobs::{
        fields::JobFields, form::web_address, job::Job, status::Status, vocabulary::ApplyMethod,
    },
};

#[derive(Debug, Deserialize, Serialize)]
pub struct Exact {
    status: Stored<Status>,
    date_posted: Option<NaiveDateTime>,
    fields: JobFields,
}

impl Exact {
    pub fn of(job: &Job) -> Self {
        Self {
            status: job.status,
            date_posted: job.date_posted,
            fields: job.fields.clone(),
        }
    }

    /// The posting that `json` holds below `jobboard`, if it does. Nothing in it is believed that a
    /// form would refuse.
    pub fn read(json: &Value) -> Option<Result<Posting, Refusal>> {
        let exact = json.get("jobboard")?;
        Some(
            Self::deserialize(exact)
                .map_err(|error| {
                    Refusal(format!("has a jobboard part that cannot be read: {error}"))
                })
                .and_then(|exact| exact.into_posting(json)),
        )
    }

    fn into_posting(self, json: &Value) -> Result<Posting, Refusal> {
        let fields = self.fields;
        let at = |path: &str| {
            json.pointer(path)
                .and_then(Value::as_str)
                .unwrap_or_default()
        };
        let source = (
            required("identifier.name", at("/identifier/name"), 200)?,
            required("identifier.value", at("/identifier/value"), 200)?,
        );
        required("title", &fields.title, 140)?;
        required("company", &fields.company, 120)?;
        let length = fields.description.chars().count();
        if length == 0 || length > 20_000 {
            return Err(Refusal(
                "has a description that is too short or too long".into(),
            ));
        }
        let is_web = |url: &str| web_address(url).is_some();
        let links_elsewhere = *fields.apply_method == ApplyMethod::Url;
        if links_elsewhere && !is_web(&fields.apply_to)
            || !fields.company_url.as_deref().is_none_or(is_web)
        {
            return Err(Refusal("has a link that is no web address".into()));
        }
        Ok(Posting {
            source,
            digest: fingerprint(&fields, self.date_posted),
            fields,
            date_posted: self.date_posted,
            status: *self.status,
            pay_left_out: false,
        })
    }
}

//! One posting from elsewhere, turned into a job or refused with a reason.

use aws_lc_rs::digest::{SHA256, digest};
use chrono::NaiveDateTime;
use data_encoding::HEXLOWER;
use serde_json::Value;

use super::{
    days,
    exact::Exact,
    fields,
    identity::Identity,
    notes::{Assumed, LeftOut, Notes},
    raw::Raw,
    refusal::{Refusal, cut, required},
};
use crate::{
    http::json,
    jobs::{JobFields, Status},
    platform::zone::Moment,
    text::imported,
};

/// Raised when the same posting would be read into different fields, so that a new version of the
/// program updates what an older one imported.
const READER_VERSION: &str = "3";

/// A posting that can be stored.
#[derive(Debug)]
pub struct Posting {
    /// `identifier.name` and `identifier.value`: together they name the posting for ever, unless it has
    /// an identity.
    pub source: (String, String),
    /// What the board that it was posted on calls it.
    pub identity: Option<Identity>,
    pub fields: JobFields,
    /// Never later than it is read: a job from the future would stay on top of every list.
    pub date_posted: Option<NaiveDateTime>,
    /// Where it stands: published, unless a board says otherwise of its own job.
    pub status: Status,
    /// What was stated and could not be kept.
    pub left_out: Vec<LeftOut>,
    /// What was not stated and was assumed.
    pub assumed: Vec<Assumed>,
    /// Changes when the posting does.
    pub digest: String,
}

impl Posting {
    /// The pay that was left out, in the posting's words; empty where none was.
    pub fn pay_left_out(&self) -> &str {
        let mut left_out = self.left_out.iter();
        left_out
            .find(|left_out| left_out.what == fields::PAY)
            .map_or("", |left_out| &left_out.text)
    }

    /// Reads one line of NDJSON.
    pub fn from_json(line: &str, now: Moment) -> Result<Self, Refusal> {
        let json: Value = json::parse(line.as_bytes())
            .map_err(|error| Refusal(format!("is not JSON: {error}")))?;
        if !json.is_object() {
            return Err(Refusal("is not a JSON object".into()));
        }
        if let Some(kind) = json.get("@type").and_then(Value::as_str)
            && kind != "JobPosting"
        {
            let kind = cut(&imported::line(kind), 60);
            return Err(Refusal(format!("is a {kind}, not a JobPosting")));
        }
        Exact::read(&json, now).unwrap_or_else(|| Self::from_raw(&Raw::from_json(&json), now))
    }

    /// Reads the texts into fields.
    pub fn from_raw(raw: &Raw, now: Moment) -> Result<Self, Refusal> {
        let mut notes = Notes::default();
        let fields = fields::read(raw, now.zone, &mut notes)?;
        let source_name = if raw.source_name.is_empty() {
            &fields.company
        } else {
            &raw.source_name
        };
        let source = (
            required("identifier.name", source_name, 200)?,
            required("identifier.value", &raw.source_value, 200)?,
        );
        let posted = days::read("datePosted", &raw.date_posted, now.zone)?;
        if posted.is_some_and(|day| day > now.today()) {
            notes.leave_out("datePosted", &raw.date_posted);
        }
        let date_posted = posted.map(|day| now.zone.start_of(day));
        Ok(Self {
            source,
            identity: None,
            digest: fingerprint(&fields, date_posted),
            fields,
            date_posted: date_posted.map(|posted| posted.min(now.at)),
            status: Status::Published,
            left_out: notes.left_out,
            assumed: notes.assumed,
        })
    }
}

pub fn fingerprint(fields: &JobFields, date_posted: Option<NaiveDateTime>) -> String {
    let text = format!("{READER_VERSION} {fields:?} {date_posted:?}");
    HEXLOWER.encode(&digest(&SHA256, text.as_bytes()).as_ref()[..16])
}

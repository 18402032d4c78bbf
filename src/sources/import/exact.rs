//! What a board writes beside a `JobPosting` of its own, so that another board, or the same one later,
//! reads the very same job.

use chrono::NaiveDateTime;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{
    days::usable,
    identity::Identity,
    posting::{Posting, fingerprint},
    refusal::{LONGEST_ADDRESS, Refusal},
};
use crate::{
    jobs::{ApplyMethod, Job, JobFields, Status, amount, location, typed::WebAddress},
    platform::{db::text_enum::Stored, zone::Moment},
};

#[derive(Debug, Deserialize, Serialize)]
pub struct Exact {
    /// Where a job was posted on a board; nothing where it came from elsewhere.
    #[serde(default)]
    identity: Option<String>,
    /// What an import knows a job from elsewhere by; nothing where it was posted on a board.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    imported: Option<Imported>,
    status: Stored<Status>,
    date_posted: Option<NaiveDateTime>,
    fields: JobFields,
}

/// What the source said when it was last read, which is not what the job says where somebody changed it since.
#[derive(Debug, Deserialize, Serialize)]
struct Imported {
    digest: String,
    /// The digest of the fields as they were written: where it is another, somebody changed the file.
    written: String,
}

impl Exact {
    /// Of `job`, which is known by its identity if it was posted on a board, else by the digest of its source.
    pub fn of(job: &Job, identity: Option<&Identity>, digest: Option<&str>) -> Self {
        let digest = digest.filter(|_| identity.is_none());
        Self {
            identity: identity.map(Identity::to_string),
            imported: digest.map(|digest| Imported {
                digest: digest.to_owned(),
                written: fingerprint(&job.fields, job.date_posted),
            }),
            status: job.status,
            date_posted: job.date_posted,
            fields: job.fields.clone(),
        }
    }

    /// The posting that `json` holds below `jobboard`, if it does. Nothing in it is believed that a
    /// form would refuse.
    pub fn read(json: &Value, now: Moment) -> Option<Result<Posting, Refusal>> {
        let exact = json.get("jobboard")?;
        Some(
            Self::deserialize(exact)
                .map_err(|error| {
                    Refusal(format!("has a jobboard part that cannot be read: {error}"))
                })
                .and_then(|exact| exact.into_posting(json, now)),
        )
    }

    fn into_posting(self, json: &Value, now: Moment) -> Result<Posting, Refusal> {
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
        let of_fields = fingerprint(&fields, self.date_posted);
        let imported = self
            .imported
            .filter(|kept| kept.written == of_fields && kept.digest.len() == of_fields.len());
        let identity = self.identity.as_deref().map(|identity| {
            Identity::parse(identity).ok_or_else(|| Refusal("has an identity that is none".into()))
        });
        required("title", &fields.title, 140)?;
        let is_draft = *self.status == Status::Draft;
        if !is_draft {
            required("company", &fields.company, 120)?;
            required("description", &fields.description, 20_000)?;
        }
        check_texts(&fields)?;
        check_links(&fields, is_draft)?;
        let amounts = [fields.pay_min, fields.pay_max];
        let may_be_paid = |amount: &i64| (0..=amount::LARGEST).contains(amount);
        if !amounts.iter().flatten().all(may_be_paid) {
            return Err(Refusal("has pay that nobody pays".into()));
        }
        if let Some(last) = fields.valid_through {
            usable("valid_through", last)?;
        }
        if let Some(posted) = self.date_posted {
            usable("date_posted", posted.date())?;
        }
        Ok(Posting {
            source,
            identity: identity.transpose()?,
            digest: imported.map_or(of_fields, |kept| kept.digest),
            fields,
            date_posted: self.date_posted.map(|posted| posted.min(now.at)),
            status: *self.status,
            left_out: Vec::new(),
            assumed: Vec::new(),
        })
    }
}

/// `text` as it stands: a board wrote it, and there is nothing to tidy.
fn required(name: &str, text: &str, longest: usize) -> Result<String, Refusal> {
    if text.trim().is_empty() {
        return Err(Refusal(format!("has no {name}")));
    }
    check_text(name, text, longest)?;
    Ok(text.to_owned())
}

/// Each text is as long as may be, and holds what can be stored.
fn check_texts(fields: &JobFields) -> Result<(), Refusal> {
    let of = |text: &Option<String>| text.clone().unwrap_or_default();
    for (name, text, longest) in [
        ("title", &fields.title, 140),
        ("company", &fields.company, 120),
        ("company_url", &of(&fields.company_url), LONGEST_ADDRESS),
        ("location", &fields.location, location::LONGEST),
        ("locality", &of(&fields.locality), 200),
        ("region", &of(&fields.region), 200),
        ("country", &of(&fields.country), 2),
        ("applicant_location", &of(&fields.applicant_location), 200),
        ("category", &of(&fields.category), 80),
        ("tags", &fields.tags, 400),
        ("pay_currency", &of(&fields.pay_currency), 3),
        ("apply_to", &fields.apply_to, LONGEST_ADDRESS),
        ("description", &fields.description, 20_000),
    ] {
        check_text(name, text, longest)?;
    }
    Ok(())
}

fn check_text(name: &str, text: &str, longest: usize) -> Result<(), Refusal> {
    let length = text.chars().count();
    if length > longest {
        return Err(Refusal(format!(
            "has a {name} of {length} characters; {longest} is the most"
        )));
    }
    let lines = name == "description";
    if text.chars().any(|c| is_unusable(c, lines)) {
        return Err(Refusal(format!(
            "has a {name} with a character that cannot be used"
        )));
    }
    Ok(())
}

/// What no board ever stored: controls, lost letters, and marks that turn their neighbours around.
fn is_unusable(c: char, lines: bool) -> bool {
    match c {
        '\n' | '\t' => !lines,
        '\u{fffd}' | '\u{200b}' | '\u{2060}' | '\u{feff}' => true,
        '\u{fffe}' | '\u{ffff}' | '\u{e000}' | '\u{e001}' => true,
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => true,
        c => c.is_control(),
    }
}

/// A draft may lack its link.
fn check_links(fields: &JobFields, is_draft: bool) -> Result<(), Refusal> {
    let is_web = |url: &str| WebAddress::parse(url, LONGEST_ADDRESS).is_ok();
    let may_lack = is_draft && fields.apply_to.is_empty();
    let links_elsewhere = *fields.apply_method == ApplyMethod::Url && !may_lack;
    let leads_nowhere = links_elsewhere && !is_web(&fields.apply_to)
        || !fields.company_url.as_deref().is_none_or(is_web);
    if leads_nowhere {
        return Err(Refusal("has a link that is no web address".into()));
    }
    Ok(())
}

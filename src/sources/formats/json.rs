//! A JSON document: a list of jobs, an object that holds one, or a job.

use serde_json::Value;

use super::{
    ats,
    envelope::{self, Envelope},
    given::{Error, Given},
    node::Node,
    record::{Place, Read, Record, Skip, Take, finish},
    shape::Shape,
    sheet, split,
    unknown::Unknown,
};
use crate::{
    http::json,
    sources::import::{Exact, Raw, Refusal},
    text::imported,
};

/// Hands each job of the document `text` to `take`.
pub fn read<E>(text: &str, given: &Given<'_>, take: Take<'_, E>) -> Result<(), Error<E>> {
    let text = text.trim();
    let (envelope, list) = if text.starts_with('[') {
        (Envelope::default(), text)
    } else if let Some(found) = Envelope::read(text) {
        found
    } else {
        let record = record(Place::Record(1), text, &Envelope::default(), given);
        return match names_of_unknown(text) {
            Some(unknown) if record.read.is_err() => Err(unknown.into()),
            _ => take(record).map_err(Error::Taken),
        };
    };
    let jobs = split::elements(list).filter(|element| !is_notice(element));
    for (number, job) in (1..).zip(jobs) {
        let record = record(Place::Record(number), job, &envelope, given);
        take(record).map_err(Error::Taken)?;
    }
    Ok(())
}

/// Whether an element of a list is no job but what a site says of the list, as Remote OK does.
fn is_notice(element: &str) -> bool {
    element.len() < 2_000
        && json::parse(element.as_bytes())
            .is_ok_and(|value| value.get("legal").is_some() && value.get("id").is_none())
}

/// What an object is that has nothing of a job.
fn names_of_unknown(text: &str) -> Option<Unknown> {
    let names: Vec<String> = split::members(text).map(|(name, _)| name).collect();
    if envelope::is_job(text) {
        return None;
    }
    let shown: Vec<String> = names
        .iter()
        .take(8)
        .map(|name| imported::line(&name.chars().take(40).collect::<String>()))
        .collect();
    let said = if shown.is_empty() {
        "looks like JSON, but cannot be read as an object or a list of jobs".to_owned()
    } else {
        format!(
            "looks like JSON with {}, none of which is a list of jobs: import the list alone",
            shown.join(", ")
        )
    };
    Some(Unknown(said))
}

/// The job in the JSON object `text`, which has 5,000 values at most.
pub fn record(place: Place, text: &str, envelope: &Envelope, given: &Given<'_>) -> Record {
    Record::new(place, || match json::parse(text.as_bytes()) {
        Ok(value) => job(&value, envelope, given),
        Err(error) => {
            let why = format!("is not JSON: {error}");
            (String::new(), Err(Refusal(why).into()))
        }
    })
}

fn job(value: &Value, envelope: &Envelope, given: &Given<'_>) -> (String, Read) {
    let Value::Object(members) = value else {
        let why = Refusal("is not a JSON object".into());
        return (String::new(), Err(why.into()));
    };
    let node = Node(value);
    let mapped = match Shape::of(value) {
        Shape::Posting if envelope.is_graph && other_type(value).is_some() => {
            Err(Skip::PassedOver("is no JobPosting"))
        }
        Shape::Posting => return posting(value, given),
        Shape::Row => sheet::object(members, given),
        Shape::Ashby => ats::ashby::read(node),
        Shape::Greenhouse => ats::greenhouse::read(node),
        Shape::Lever => ats::lever::read(node),
        Shape::Pinpoint => ats::pinpoint::read(node),
        Shape::Recruitee => ats::recruitee::read(node),
        Shape::RemoteOk => ats::remote_ok::read(node),
        Shape::Remotive => ats::remotive::read(node),
        Shape::SmartRecruiters => ats::smart_recruiters::read(node),
        Shape::Teamtailor => ats::teamtailor::read(node, envelope),
        Shape::Workable => ats::workable::read(node, &envelope.name),
    };
    let (title, read) = finish(mapped, given);
    let title = if title.is_empty() {
        node.first(&["/title", "/text", "/name", "/position", "/attributes/title"])
    } else {
        title
    };
    (title, read)
}

/// A schema.org `JobPosting`, or what this program's export wrote beside one.
pub fn posting(value: &Value, given: &Given<'_>) -> (String, Read) {
    // An element of an ItemList may stand around the posting.
    let value = match value.get("item") {
        Some(item) if item.is_object() => item,
        _ => value,
    };
    let title = Node(value).text("/title");
    if let Some(kind) = other_type(value) {
        let why = Refusal(format!("is a {kind}, not a JobPosting"));
        return (title, Err(why.into()));
    }
    match Exact::read(value, (given.now)()) {
        Some(exact) => (title, exact.map_err(Skip::from)),
        None => finish(Ok(Raw::from_json(value)), given),
    }
}

/// The type of an object that is no `JobPosting`.
fn other_type(value: &Value) -> Option<String> {
    let kinds: Vec<&str> = match value.get("@type")? {
        Value::String(kind) => vec![kind],
        Value::Array(kinds) => kinds.iter().filter_map(Value::as_str).collect(),
        _ => return None,
    };
    if kinds.iter().any(|kind| is_posting(kind)) {
        return None;
    }
    let kind: String = imported::line(kinds.first()?).chars().take(60).collect();
    Some(kind)
}

/// Whether a type is `JobPosting`, in any way of writing it.
pub fn is_posting(kind: &str) -> bool {
    kind.rsplit(['/', ':']).next() == Some("JobPosting")
}

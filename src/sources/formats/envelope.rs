//! The object around a list of jobs: which of its members is the list, and what it says of all jobs in it.

use std::collections::HashMap;

use serde_json::Value;

use super::{columns, split};
use crate::http::json;

/// The names that lists of jobs have.
const LISTS: [&str; 12] = [
    "@graph",
    "itemListElement",
    "jobs",
    "offers",
    "postings",
    "positions",
    "vacancies",
    "content",
    "data",
    "results",
    "items",
    "listings",
];

/// The names of which each job has one, whichever program it comes from.
const OF_JOBS: [&str; 7] = [
    "@type",
    "attributes",
    "hiringOrganization",
    "name",
    "position",
    "text",
    "title",
];

/// Of JSON:API's `included` so many bytes are read at most.
const MOST_INCLUDED: usize = 8 * 1024 * 1024;

/// What a document says of all its jobs.
#[derive(Debug, Default)]
pub struct Envelope {
    /// Whether the list is JSON-LD's `@graph`, which has all that a page speaks of.
    pub is_graph: bool,
    /// `name`, which Workable gives the company's.
    pub name: String,
    /// JSON:API's related objects, by type and id.
    included: HashMap<(String, String), Value>,
}

impl Envelope {
    /// The list of jobs in the object `text`, and what else it says.
    pub fn read(text: &str) -> Option<(Self, &str)> {
        let mut envelope = Self::default();
        let mut list = None;
        for (name, value) in split::members(text) {
            match name.as_str() {
                _ if list.is_none() && holds_jobs(&name, value) => {
                    envelope.is_graph = name == "@graph";
                    list = Some(value);
                }
                "name" => envelope.name = serde_json::from_str(value).unwrap_or_default(),
                "included" if value.len() <= MOST_INCLUDED => envelope.include(value),
                _ => {}
            }
        }
        Some((envelope, list?))
    }

    fn include(&mut self, list: &str) {
        for element in split::elements(list) {
            let Ok(object) = json::parse(element.as_bytes()) else {
                continue;
            };
            let part = |name: &str| object.get(name).and_then(Value::as_str).map(str::to_owned);
            if let (Some(kind), Some(id)) = (part("type"), part("id")) {
                self.included.insert((kind, id), object);
            }
        }
    }

    /// The objects that `relationships.NAME.data` of a JSON:API object refers to.
    pub fn related<'a>(&'a self, object: &Value, name: &str) -> Vec<&'a Value> {
        let data = object.pointer(&format!("/relationships/{name}/data"));
        let references: Vec<&Value> = match data {
            Some(Value::Array(references)) => references.iter().collect(),
            one => one.into_iter().collect(),
        };
        references
            .into_iter()
            .filter_map(|reference| {
                let part = |name: &str| reference.get(name)?.as_str().map(str::to_owned);
                self.included.get(&(part("type")?, part("id")?))
            })
            .collect()
    }
}

/// Whether the object `text` may be a job.
pub fn is_job(text: &str) -> bool {
    split::members(text)
        .any(|(name, _)| OF_JOBS.contains(&name.as_str()) || columns::is_title(&name))
}

/// Whether the member `name` of an object is a list of jobs, as its `value` begins.
pub fn holds_jobs(name: &str, value: &str) -> bool {
    let holds_objects = value
        .strip_prefix('[')
        .map(str::trim_start)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with(['{', ']']));
    holds_objects && LISTS.contains(&name)
}

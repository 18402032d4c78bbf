//! A page with schema.org's `JobPosting` in JSON-LD, as most careers sites have for search engines.

use html5gum::{
    Span, Tokenizer,
    emitters::callback::{CallbackEmitter, CallbackEvent},
};
use serde_json::Value;
use url::Url;

use super::{
    given::{Error, Given},
    json,
    record::{Place, Record, Take},
    split,
    unknown::Unknown,
};
use crate::http::json as bounded;

/// How deep postings are looked for in lists and graphs.
const DEEPEST: usize = 8;

/// Below these names a posting may stand.
const AROUND: [&str; 4] = ["@graph", "itemListElement", "item", "mainEntity"];

/// Hands each posting of `page` to `take`. What is no posting is passed over.
///
/// # Errors
/// [`Unknown`] where the page has none.
pub fn read<E>(page: &str, given: &Given<'_>, take: Take<'_, E>) -> Result<(), Error<E>> {
    let page = Page::of(page);
    let found_at = given.page.map(Url::as_str).unwrap_or_default();
    let address = match page.address.as_str() {
        "" => found_at,
        stated => stated,
    };
    let mut number = 0;
    for script in &page.scripts {
        for part in parts(script) {
            let parsed = bounded::parse(part.as_bytes())
                .or_else(|_| bounded::parse(without_controls(part).as_bytes()));
            let mut postings = Vec::new();
            let record = match &parsed {
                Ok(value) => {
                    collect(value, DEEPEST, &mut postings);
                    None
                }
                Err(_) if !part.contains("JobPosting") => None,
                Err(error) => Some(format!("is not JSON: {error}")),
            };
            if let Some(why) = record {
                number += 1;
                take(Record::refused(Place::Record(number), why)).map_err(Error::Taken)?;
            }
            for posting in postings {
                number += 1;
                let record = Record::new(Place::Record(number), || {
                    json::posting(&with_address(posting, address), given)
                });
                take(record).map_err(Error::Taken)?;
            }
        }
    }
    if number == 0 {
        let why = "is a page without a JobPosting in JSON-LD: import the page of one job, or the site's feed of jobs";
        return Err(Unknown::new(why).into());
    }
    Ok(())
}

/// The elements of a list, or the one value.
fn parts(script: &str) -> Vec<&str> {
    let script = script.trim();
    let script = script.strip_prefix("<!--").unwrap_or(script);
    let script = script.trim_start().trim_start_matches("//").trim_start();
    let script = script
        .strip_prefix("<![CDATA[")
        .unwrap_or(script)
        .trim_start();
    match split::extent(script) {
        split::Extent::Whole(length) => {
            let value = script.get(..length).unwrap_or_default();
            if value.starts_with('[') {
                return split::elements(value).collect();
            }
            let graph = split::members(value).find(|(name, _)| name == "@graph");
            match graph {
                Some((_, graph)) if graph.starts_with('[') => split::elements(graph).collect(),
                _ => vec![value],
            }
        }
        split::Extent::Open => vec![script],
        split::Extent::Broken => Vec::new(),
    }
}

/// Line breaks in texts, which JSON does not have and pages do, as spaces.
fn without_controls(text: &str) -> String {
    text.replace(|c: char| c.is_control(), " ")
}

fn collect<'a>(value: &'a Value, deepest: usize, postings: &mut Vec<&'a Value>) {
    if deepest == 0 {
        return;
    }
    match value {
        Value::Array(values) => {
            for value in values {
                collect(value, deepest - 1, postings);
            }
        }
        Value::Object(members) if is_posting(members.get("@type")) => postings.push(value),
        Value::Object(members) => {
            for name in AROUND {
                if let Some(value) = members.get(name) {
                    collect(value, deepest - 1, postings);
                }
            }
        }
        _ => {}
    }
}

fn is_posting(kind: Option<&Value>) -> bool {
    match kind {
        Some(Value::String(kind)) => json::is_posting(kind),
        Some(Value::Array(kinds)) => kinds.iter().any(|kind| is_posting(Some(kind))),
        _ => false,
    }
}

/// `posting` with the page's address, where it has none of its own.
fn with_address(posting: &Value, address: &str) -> Value {
    let mut posting = posting.clone();
    if let Value::Object(members) = &mut posting
        && !members.contains_key("url")
        && !address.is_empty()
    {
        members.insert("url".to_owned(), address.into());
    }
    posting
}

/// What of a page counts.
#[derive(Default)]
struct Page {
    /// What its scripts of JSON-LD hold.
    scripts: Vec<String>,
    /// Where it says that it stands.
    address: String,
}

/// A start tag while its attributes are read.
#[derive(Default)]
struct Tag {
    name: Vec<u8>,
    attribute: Vec<u8>,
    attributes: Vec<(Vec<u8>, String)>,
}

impl Tag {
    fn get(&self, name: &[u8]) -> &str {
        let found = self.attributes.iter().find(|(known, _)| known == name);
        found.map(|(_, value)| value.as_str()).unwrap_or_default()
    }
}

impl Page {
    fn of(html: &str) -> Self {
        let mut page = Self::default();
        let mut tag = Tag::default();
        let mut is_in_script = false;
        let mut read = |event: CallbackEvent<'_>, _: Span<()>| -> Option<()> {
            match event {
                CallbackEvent::OpenStartTag { name } => {
                    tag = Tag {
                        name: name.to_vec(),
                        ..Tag::default()
                    };
                }
                CallbackEvent::AttributeName { name } => tag.attribute = name.to_vec(),
                CallbackEvent::AttributeValue { value } => {
                    let value = String::from_utf8_lossy(value).into_owned();
                    tag.attributes
                        .push((std::mem::take(&mut tag.attribute), value));
                }
                CallbackEvent::CloseStartTag { .. } => {
                    is_in_script = page.start(&tag);
                }
                CallbackEvent::String { value } if is_in_script => {
                    if let Some(script) = page.scripts.last_mut() {
                        script.push_str(&String::from_utf8_lossy(value));
                    }
                }
                CallbackEvent::EndTag { .. } => is_in_script = false,
                _ => {}
            }
            None
        };
        let mut emitter = CallbackEmitter::new(&mut read);
        emitter.naively_switch_states(true);
        Tokenizer::new_with_emitter(html, emitter).for_each(drop);
        page
    }

    /// Whether a script of JSON-LD begins.
    fn start(&mut self, tag: &Tag) -> bool {
        match tag.name.as_slice() {
            b"script" if tag.get(b"type").to_lowercase().contains("ld+json") => {
                self.scripts.push(String::new());
                return true;
            }
            b"link" if tag.get(b"rel").eq_ignore_ascii_case("canonical") => {
                tag.get(b"href").clone_into(&mut self.address);
            }
            b"meta" if tag.get(b"property") == "og:url" && self.address.is_empty() => {
                tag.get(b"content").clone_into(&mut self.address);
            }
            _ => {}
        }
        false
    }
}

//! What a program sent and the board did not take, property by property, with the reason.

use std::collections::BTreeSet;

use serde::Serialize;
use serde_json::Value;
use utoipa::ToSchema;

use super::{input::Stated, lists::Folded, posting::More};
use crate::{
    jobs::posting::JobPosting,
    platform::i18n::{Locale, Message},
};

/// Most properties that are named.
const MOST: usize = 50;

/// What the board states of a job, and a program may send back as it got it.
const READ_ONLY: [&str; 8] = [
    "/id",
    "/identifier",
    "/url",
    "/datePosted",
    "/isOpen",
    "/confirmedAt",
    "/version",
    "/dateModified",
];

/// A property that was sent but not stored.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct NotTaken {
    /// Its place in the JSON that you sent (RFC 6901).
    #[schema(example = "/jobBenefits")]
    pointer: String,
    /// Why, in a sentence.
    detail: String,
}

/// Everything in what was sent that a job is not made of; `is_new` where it may say its status.
pub fn find(sent: &Folded, is_new: bool, locale: Locale) -> Vec<NotTaken> {
    let json = &sent.json;
    let unread = [
        json.unread::<JobPosting>(),
        json.unread::<More>(),
        json.unread::<Stated>(),
    ];
    let has = |pointer: &str| {
        json.0
            .pointer(pointer)
            .is_some_and(|value| !value.is_null())
    };
    let mut found: Vec<(String, Message)> = Vec::new();
    for pointer in READ_ONLY.into_iter().filter(|pointer| has(pointer)) {
        found.push((pointer.to_owned(), Message::new("jobs-api-read-only")));
    }
    if !is_new && has("/status") {
        found.push(("/status".into(), Message::new("jobs-api-status")));
    }
    if has("/description") && has("/descriptionMarkdown") {
        found.push((
            "/description".into(),
            Message::new("jobs-api-two-descriptions"),
        ));
    }
    if has("/baseSalary/value/value")
        && (has("/baseSalary/value/minValue") || has("/baseSalary/value/maxValue"))
    {
        found.push((
            "/baseSalary/value/value".into(),
            Message::new("jobs-api-range"),
        ));
    }
    let status = json.0.get("status").and_then(Value::as_str);
    if is_new && status.is_some_and(|status| !["draft", "published"].contains(&status)) {
        found.push(("/status".into(), Message::new("jobs-api-new-status")));
    }
    let ways = ["url", "email", "description"];
    let stated = ways.map(|way| format!("/applicationContact/{way}"));
    for pointer in stated.into_iter().filter(|pointer| has(pointer)).skip(1) {
        found.push((pointer, Message::new("jobs-api-one-way")));
    }
    let is_envelope = |pointer: &str| {
        pointer
            .rsplit('/')
            .next()
            .is_some_and(|name| name.starts_with('@'))
    };
    let is_unknown = |pointer: &str| unread.iter().all(|unread| is_within(pointer, unread));
    for pointer in unread.iter().flatten().collect::<BTreeSet<&String>>() {
        let is_told = is_envelope(pointer) || READ_ONLY.contains(&pointer.as_str());
        if is_unknown(pointer) && !is_told {
            found.push((pointer.clone(), Message::new("jobs-api-unknown")));
        }
    }
    let of_lists = sent.unread.iter().filter(|pointer| !is_envelope(pointer));
    found.extend(of_lists.map(|pointer| (pointer.clone(), Message::new("jobs-api-unknown"))));
    found
        .into_iter()
        .take(MOST)
        .map(|(pointer, why)| NotTaken {
            pointer,
            detail: locale.text(&why),
        })
        .collect()
}

/// Whether the part at `pointer` is one of `parts`, or in one.
fn is_within(pointer: &str, parts: &BTreeSet<String>) -> bool {
    let ends = pointer.match_indices('/').map(|(at, _)| at).skip(1);
    ends.chain([pointer.len()])
        .any(|end| parts.contains(&pointer[..end]))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::http::json::Json;

    fn find_in(sent: Value) -> Vec<NotTaken> {
        let folded = Folded::of(&Json(sent)).ok();
        folded.map_or_else(Vec::new, |folded| find(&folded, true, Locale::English))
    }

    #[test]
    fn each_property_that_is_not_taken_is_named() {
        let sent = json!({
            "@context": "https://schema.org", "@type": "JobPosting", "title": "Baker",
            "jobBenefits": "Bread", "datePosted": "2026-01-01",
            "baseSalary": {"@type": "MonetaryAmount", "currency": "EUR", "value": {"@type": "QuantitativeValue", "value": 20, "a/b": 1}},
            "workplace": "on_site", "status": "draft",
        });
        let found = find_in(sent);
        let pointers: Vec<&str> = found.iter().map(|one| one.pointer.as_str()).collect();
        assert_eq!(
            pointers,
            ["/datePosted", "/baseSalary/value/a~1b", "/jobBenefits"]
        );
        let nothing: Value = json!({"title": "Baker"});
        assert!(find_in(nothing).is_empty());
    }
}

//! A program states several values where schema.org allows them.

use reqwest::Method;
use serde_json::{Value, json};

use super::api::{Program, body, pointers, posting};
use crate::support::TestApp;

/// A posting with these properties in place of its own.
fn with(properties: &Value) -> Value {
    let mut sent = posting("Engineer");
    if let (Value::Object(sent), Value::Object(properties)) = (&mut sent, properties) {
        sent.extend(properties.clone());
    }
    sent
}

#[actix_web::test]
async fn lists_are_kept_as_the_one_text_that_says_the_same() {
    let app = TestApp::start();
    let alice = Program::of(&app, "Alice").await;
    let sent = with(&json!({
        "status": "published",
        "jobLocation": [
            {"@type": "Place", "address": {"addressLocality": "London", "addressCountry": "GB"}},
            "Paris, France",
            {"name": "Berlin", "geo": 1},
        ],
        "jobLocationType": "TELECOMMUTE",
        "applicantLocationRequirements": [{"@type": "Country", "name": "Germany"}, "Austria"],
        "employmentType": ["PART_TIME", "PART_TIME"],
        "keywords": ["Rust", {"@type": "DefinedTerm", "name": "SQL"}],
    }));
    let made = alice.send(Method::POST, "/api/v1/jobs", &sent).await;
    assert_eq!(made.status, 201, "{}", made.body);
    let made = body(&made);
    assert_eq!(
        made["jobLocation"]["name"],
        "London, GB; Paris, France; Berlin"
    );
    let residences = &made["applicantLocationRequirements"];
    assert_eq!(residences["name"], "Germany, Austria");
    assert_eq!(made["employmentType"], "PART_TIME");
    assert_eq!(made["keywords"], "rust, sql");
    assert_eq!(made["notTaken"][0]["pointer"], "/jobLocation/2/geo");
    assert_eq!(made["notTaken"].as_array().map(Vec::len), Some(1), "{made}");

    let one = with(&json!({
        "jobLocation": [{"address": {"addressLocality": "London", "addressRegion": "England", "addressCountry": "GB"}}],
        "applicantLocationRequirements": [],
        "employmentType": ["FULL_TIME"],
        "keywords": [],
    }));
    let made = body(&alice.send(Method::POST, "/api/v1/jobs", &one).await);
    let address = &made["jobLocation"]["address"];
    assert_eq!(address["addressLocality"], "London");
    assert_eq!(address["addressRegion"], "England");
    assert!(made.get("keywords").is_none(), "{made}");
}

#[actix_web::test]
async fn an_element_that_cannot_be_kept_is_refused_at_its_place() {
    let app = TestApp::start();
    let alice = Program::of(&app, "Alice").await;
    let many: Vec<String> = (0..12).map(|number| format!("tag {number}")).collect();
    for (properties, expected) in [
        (
            json!({"employmentType": ["FULL_TIME", "FULL_TIME", "CONTRACTOR"]}),
            "/employmentType/2",
        ),
        (
            json!({"employmentType": ["SOMETIMES"]}),
            "/employmentType/0",
        ),
        (json!({"employmentType": [7]}), "/employmentType/0"),
        (json!({"keywords": many}), "/keywords/10"),
        (json!({"keywords": ["rust", "x".repeat(40)]}), "/keywords/1"),
        (json!({"keywords": ["rust", 7]}), "/keywords/1"),
        (
            json!({"jobLocation": ["London", {"address": {"addressLocality": 3}}]}),
            "/jobLocation/1/address/addressLocality",
        ),
        (
            json!({"jobLocation": [{"address": {"addressLocality": "London", "addressCountry": "England"}}]}),
            "/jobLocation/0/address/addressCountry",
        ),
        (
            json!({"jobLocation": [{"name": "x".repeat(2_001)}]}),
            "/jobLocation/0/name",
        ),
        (
            json!({"jobLocation": ["x".repeat(1_500), "y".repeat(1_500)]}),
            "/jobLocation",
        ),
        (
            json!({"applicantLocationRequirements": ["Germany", null]}),
            "/applicantLocationRequirements/1",
        ),
    ] {
        let sent = with(&properties);
        let answer = alice.send(Method::POST, "/api/v1/jobs", &sent).await;
        assert_eq!(pointers(&answer), [expected], "{properties}");
    }
}

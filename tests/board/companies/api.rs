//! Companies for programs.

use reqwest::Method;
use serde_json::{Value, json};

use crate::support::{Answer, Browser, TestApp};

async fn put(by: &Browser, path: &str, version: &str, body: Value) -> Answer {
    let request = by.request(Method::PUT, path).json(&body);
    Answer::of(request.header("if-match", version)).await
}

#[actix_web::test]
async fn a_program_reads_a_company_and_changes_its_own() {
    let app = TestApp::start();
    let (alice, bob) = (app.member("Alice").await, app.member("Bob").await);
    alice
        .submit("/dashboard/companies", &[("name", "Engines")])
        .await;
    let visitor = app.browser();
    let path = "/api/v1/companies/engines";
    assert_eq!(
        visitor.get(path).await.status,
        404,
        "nothing is public of it yet"
    );
    let own: Value = serde_json::from_str(&alice.get("/api/v1/me/companies").await.body).unwrap();
    assert_eq!(own[0]["role"], "owner");
    assert_eq!(own[0]["name"], "Engines");
    let address = format!("/api/v1/me/companies/{}", own[0]["id"]);
    let version = own[0]["version"].to_string();
    let new = json!({
        "name": "Engines",
        "website": "engines.example",
        "description": "We *build*.",
        "links": ["https://code.example/engines"],
    });
    assert_eq!(put(&bob, &address, &version, new.clone()).await.status, 404);
    let wrong = put(
        &alice,
        &address,
        &version,
        json!({"name": "", "links": ["x y"]}),
    )
    .await;
    assert_eq!(wrong.status, 422);
    let wrong: Value = serde_json::from_str(&wrong.body).unwrap();
    let places: Vec<&Value> = wrong["errors"]
        .as_array()
        .unwrap()
        .iter()
        .map(|of| &of["pointer"])
        .collect();
    assert_eq!(places, ["/name", "/links"]);
    let changed = put(&alice, &address, &version, new.clone()).await;
    assert_eq!(changed.status, 200, "{}", changed.body);
    assert_eq!(changed.header("etag"), "\"2\"");
    assert_eq!(
        put(&alice, &address, &version, json!({"name": "Other"}))
            .await
            .status,
        412
    );

    let fields = crate::support::with(crate::support::job("Rust developer"), "company", "Engines");
    alice
        .submit("/jobs", &crate::support::with(fields, "publish", "yes"))
        .await;
    let company: Value = serde_json::from_str(&visitor.get(path).await.body).unwrap();
    assert_eq!(company["description"], "We *build*.");
    assert_eq!(
        company["sameAs"],
        json!(["https://engines.example/", "https://code.example/engines"])
    );
    assert_eq!(company["numberOfJobs"], 1);
    assert_eq!(company["verifiedDomains"], json!([]));
}

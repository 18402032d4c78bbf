//! What imported jobs are called: by their employers, by the board, and in an export.

use serde_json::{Value, json};

use super::importing::import;
use crate::support::{TestApp, job, program, with};

/// The markup of the job's page.
async fn markup(app: &TestApp, path: &str) -> Value {
    let page = app.browser().visit(path).await;
    let text = page.text("script[type='application/ld+json']");
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{error} in {text}"))
}

/// The lines of an export of the board.
fn export(app: &TestApp) -> String {
    let output = program(app.folder())
        .env("DATABASE_URL", &app.database.url)
        .args(["export", "-"])
        .output()
        .unwrap_or_else(|error| panic!("{error}"));
    assert!(output.status.success(), "{output:?}");
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn posting(title: &str, more: &Value) -> String {
    let mut posting = json!({
        "@type": "JobPosting",
        "title": title,
        "description": "<p>We make everything.</p>",
        "hiringOrganization": {"name": "Acme"},
        "jobLocation": {"address": {"addressLocality": "London", "addressCountry": "GB"}},
        "url": format!("https://acme.example/jobs/{title}"),
    });
    if let (Value::Object(posting), Value::Object(more)) = (&mut posting, more) {
        posting.extend(more.clone());
    }
    posting.to_string()
}

#[actix_web::test]
async fn a_job_is_called_what_its_employer_calls_it() {
    let app = TestApp::start();
    let long = format!("https://acme.example/{}", "x".repeat(300));
    let jobs = [
        posting(
            "Baker",
            &json!({"identifier": {"name": "Acme Ltd", "value": "R-42"}}),
        ),
        posting("Cook", &json!({"identifier": "R-43"})),
        posting("Driver", &json!({})),
        posting("Engineer", &json!({"url": long})),
    ];
    let output = import(&app, "jobs.ndjson", &jobs.join("\n"));
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    let alice = app.member("Alice").await;
    let mut fields = with(job("Gardener"), "country", "GB");
    fields.push(("publish", "yes".into()));
    assert_eq!(alice.submit("/jobs", &fields).await.status, 303);

    for (path, name, value) in [
        ("/jobs/1", "Acme Ltd", "R-42"),
        ("/jobs/2", "Acme", "R-43"),
        // What was only made of an address is no name that anybody gave it.
        ("/jobs/3", "127.0.0.1", "3"),
        ("/jobs/4", "127.0.0.1", "4"),
        ("/jobs/5", "127.0.0.1", "5"),
    ] {
        let identifier = &markup(&app, path).await["identifier"];
        let expected = json!({"@type": "PropertyValue", "name": name, "value": value});
        assert_eq!(*identifier, expected, "{path}");
    }
    let exported = export(&app);
    let stated: Vec<Value> = exported
        .lines()
        .map(|line| serde_json::from_str(line).unwrap_or_else(|error| panic!("{error}")))
        .map(|line: Value| line["identifier"]["value"].clone())
        .collect();
    assert_eq!(stated[..2], ["R-42", "R-43"]);

    // A board's number is not the employer's on another board either.
    let other = TestApp::start();
    let moved = import(
        &other,
        "all.ndjson",
        exported.lines().last().unwrap_or_default(),
    );
    assert_eq!(moved.status.code(), Some(0), "{moved:?}");
    let identifier = &markup(&other, "/jobs/1").await["identifier"];
    assert_eq!(identifier["value"], "1");
}

//! `jobboard demo`

use std::{collections::HashSet, process::Output};

use crate::support::{TestApp, program};

fn demo(app: &TestApp) -> Output {
    program(app.folder())
        .env("DATABASE_URL", &app.database.url)
        .arg("demo")
        .output()
        .unwrap()
}

/// What an export of the board says.
fn exported(app: &TestApp) -> Vec<serde_json::Value> {
    let file = app.folder().join("exported.ndjson");
    let output = program(app.folder())
        .env("DATABASE_URL", &app.database.url)
        .arg("export")
        .arg(&file)
        .output()
        .unwrap();
    assert!(output.status.success());
    let text = std::fs::read_to_string(&file).unwrap();
    std::fs::remove_file(&file).unwrap();
    text.lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

#[actix_web::test]
async fn an_empty_board_is_filled_once() {
    let app = TestApp::start();
    let filled = demo(&app);
    let said = String::from_utf8_lossy(&filled.stdout);
    assert!(
        filled.status.success(),
        "{}",
        String::from_utf8_lossy(&filled.stderr)
    );
    let before = exported(&app);
    assert!(before.len() > 200, "{}", before.len());
    assert!(
        said.starts_with(&format!("{} invented jobs", before.len())),
        "{said}"
    );

    let refused = demo(&app);
    assert_eq!(refused.status.code(), Some(1));
    let said = String::from_utf8_lossy(&refused.stderr);
    assert!(said.contains("this board has jobs already"), "{said}");
    assert_eq!(exported(&app), before);

    app.catch_up().await;
    let found = app.browser().get("/jobs?q=baker").await;
    assert!(found.texts(".card h2").len() > 3);
}

#[actix_web::test]
async fn no_two_invented_jobs_read_alike_and_none_leads_anywhere() {
    let app = TestApp::start();
    assert!(demo(&app).status.success());
    let jobs = exported(&app);
    let descriptions: HashSet<String> = jobs
        .iter()
        .map(|job| job["description"].to_string())
        .collect();
    assert_eq!(descriptions.len(), jobs.len());
    for job in &jobs {
        let text = job.to_string();
        for (marker, end) in [("https://", '/'), ("jobs@", '"')] {
            for found in text.split(marker).skip(1) {
                let host = found.split([end, '"']).next().unwrap();
                let is_example = ["example.org", "example.com", "example.net"]
                    .iter()
                    .any(|domain| host.ends_with(domain));
                assert!(is_example || host == "schema.org", "{host}");
            }
        }
    }
}

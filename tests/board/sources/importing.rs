//! `jobboard import`

use std::{
    io::Write,
    process::{Output, Stdio},
};

use chrono::{DateTime, NaiveDateTime};
use serde_json::{Value, json};

use crate::support::{PASSWORD, TestApp, id_of, job, program, with};

pub fn import(app: &TestApp, name: &str, text: &str) -> Output {
    let file = app.database.folder().join(name);
    std::fs::write(&file, text).unwrap();
    program(app.database.folder())
        .env("DATABASE_URL", &app.database.url)
        .arg("import")
        .arg(file)
        .output()
        .unwrap()
}

fn posting(value: &str, title: &str, more: &str) -> String {
    format!(
        r#"{{"@type":"JobPosting","identifier":{{"name":"Acme","value":"{value}"}},"title":"{title}","description":"We make everything &amp; more.Selling itMaking itShipping it","datePosted":"2025-07-26","hiringOrganization":{{"name":"Acme","sameAs":"https://acme.example"}},"url":"https://acme.example/jobs/{value}"{more}}}"#
    )
}

#[actix_web::test]
async fn a_second_run_adds_nothing_and_updates_what_changed() {
    let app = TestApp::start();
    let first = [posting("1", "Baker", ""), posting("2", "R&amp;D lead", "")].join("\n");
    let output = import(&app, "jobs.ndjson", &first);
    assert_eq!(
        output.status.code(),
        Some(0),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    assert!(
        String::from_utf8_lossy(&output.stdout)
            .starts_with("2 added, 0 updated, 0 unchanged, 0 refused")
    );
    let again = import(&app, "jobs.ndjson", &first);
    assert!(
        String::from_utf8_lossy(&again.stdout)
            .starts_with("0 added, 0 updated, 2 unchanged, 0 refused")
    );
    let changed = [
        posting("1", "Head baker", ""),
        posting("2", "R&amp;D lead", ""),
    ]
    .join("\n");
    let updated = import(&app, "jobs.ndjson", &changed);
    assert!(
        String::from_utf8_lossy(&updated.stdout)
            .starts_with("0 added, 1 updated, 1 unchanged, 0 refused")
    );

    let list = app.browser().get("/").await;
    assert_eq!(list.texts(".card h2"), ["R&D lead", "Head baker"]);
    assert_eq!(list.text(".card time"), "Jul 26, 2025");
    let page = app
        .browser()
        .get(&list.attribute(".card a", "href").unwrap())
        .await;
    assert_eq!(page.text(".prose p"), "We make everything & more.");
    assert_eq!(
        page.texts(".prose li"),
        ["Selling it", "Making it", "Shipping it"]
    );
    assert_eq!(
        app.browser().where_to_apply(&page).await,
        "https://acme.example/jobs/2"
    );
}

#[actix_web::test]
async fn a_bad_line_is_reported_and_the_rest_goes_on() {
    let app = TestApp::start();
    let lines = [
        "not json".to_owned(),
        posting("1", "Baker", ""),
        posting("2", "", ""),
        r#"{"@type":"Event"}"#.to_owned(),
        posting("3", "Cook", r#","validThrough":"soon""#),
        posting("4", "Driver", ""),
        posting("5", "", ""),
    ];
    let output = import(&app, "jobs.ndjson", &lines.join("\n"));
    assert_eq!(output.status.code(), Some(3));
    let errors = String::from_utf8_lossy(&output.stderr);
    for report in [
        "line 1 is not JSON",
        "line 3 has no title",
        "line 4 is a Event, not a JobPosting",
        "line 5 has a validThrough that is no date: \"soon\"",
    ] {
        assert!(errors.contains(report), "{report} in {errors}");
    }
    assert!(
        String::from_utf8_lossy(&output.stdout)
            .starts_with("2 added, 0 updated, 0 unchanged, 5 refused")
    );
    let summary = String::from_utf8_lossy(&output.stdout);
    assert!(summary.contains("2 refused: has no title"), "{summary}");
}

#[actix_web::test]
async fn pay_that_cannot_be_dollars_a_year_is_not_shown() {
    let app = TestApp::start();
    let pay = |min: u64, max: u64| {
        format!(
            r#","baseSalary":{{"currency":"USD","value":{{"minValue":{min},"maxValue":{max},"unitText":"YEAR"}}}}"#
        )
    };
    let lines = [
        posting("1", "Hourly", &pay(35, 50)),
        posting("2", "Colones", &pay(23_154_000, 33_816_900)),
        posting("3", "Dollars", &pay(140_000, 180_000)),
    ];
    let output = import(&app, "jobs.ndjson", &lines.join("\n"));
    assert!(String::from_utf8_lossy(&output.stdout).contains("2 left out: baseSalary"));
    let list = app.browser().get("/").await;
    assert_eq!(list.texts(".pay"), ["$140,000 – $180,000 a year"]);
}

#[actix_web::test]
async fn a_csv_has_columns_named_like_the_form() {
    let app = TestApp::start();
    let csv = "identifier_name,identifier_value,title,company,location,workplace,url,description,pay_min,pay_currency,pay_period\n\
               Acme,1,Baker,Acme,\"Wien, undefined\",hybrid,acme.example/1,\"Bakes bread, every day of the week.\",18.50,EUR,HOUR\n\
               Acme,2,,Acme,,,,,,,\n";
    let output = import(&app, "jobs.csv", csv);
    assert_eq!(output.status.code(), Some(3));
    assert!(String::from_utf8_lossy(&output.stderr).contains("line 3 has no title"));
    let list = app.browser().get("/").await;
    assert_eq!(list.texts(".card .facts li"), ["Hybrid · Wien"]);
    assert_eq!(list.text(".card .pay"), "€18.50+ an hour");
}

#[actix_web::test]
async fn postings_come_from_standard_input_as_well() {
    let app = TestApp::start();
    let mut running = program(app.database.folder())
        .args(["import", "-"])
        .env("DATABASE_URL", &app.database.url)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let line = posting("1", "Engineer", "");
    writeln!(running.stdin.take().unwrap(), "{line}").unwrap();
    let output = running.wait_with_output().unwrap();
    assert!(
        String::from_utf8_lossy(&output.stdout).starts_with("1 added"),
        "{output:?}"
    );
    let kept = app.browser().get("/api/v1/jobs/1").await;
    assert!(kept.body.contains("Engineer"), "{}", kept.body);
}

#[actix_web::test]
async fn a_file_that_is_not_there_is_said() {
    let app = TestApp::start();
    let output = program(app.database.folder())
        .env("DATABASE_URL", &app.database.url)
        .args(["import", "nowhere.ndjson"])
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&output.stderr).contains("nowhere.ndjson could not be read"));
}

#[actix_web::test]
async fn what_is_imported_is_in_the_audit_log_and_does_not_fill_the_terminal() {
    let app = TestApp::start();
    let admin = app.admin().await;
    let line = posting("1", "Stoker", "");
    let output = import(&app, "one.ndjson", &line);
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(!errors.contains("job_published"), "{errors}");
    import(&app, "again.ndjson", &posting("1", "Head stoker", ""));
    let log = admin.get("/admin/audit").await;
    let entries = log.texts(".log tbody tr");
    let imports: Vec<&String> = entries
        .iter()
        .filter(|entry| entry.contains("job"))
        .collect();
    assert_eq!(imports.len(), 2, "one entry an import: {entries:?}");
    for (entry, said) in imports
        .iter()
        .zip(["0 added, 1 updated", "1 added, 0 updated"])
    {
        let said = format!("the operator imported jobs: {said}");
        assert!(entry.contains(&said), "{entry}");
    }
    import(&app, "again.ndjson", &posting("1", "Head stoker", ""));
    let log = admin.get("/admin/audit").await;
    assert_eq!(
        log.body.matches("imported jobs:").count(),
        2,
        "nothing was changed"
    );
}

#[actix_web::test]
async fn a_moment_from_elsewhere_is_the_day_that_it_is_here() {
    let app = TestApp::start_with(&[("TIME_ZONE", "America/Los_Angeles")]);
    let posting = |number: &str, posted: &str, last: &str| {
        json!({
            "@type": "JobPosting",
            "title": format!("Developer {number}"),
            "description": "<p>We build engines that compute.</p>",
            "hiringOrganization": {"name": "Analytical Engines"},
            "identifier": {"name": "engines", "value": number},
            "url": "https://engines.example/jobs",
            "datePosted": posted,
            "validThrough": last,
        })
        .to_string()
    };
    let postings = [
        posting("1", "2026-10-01T02:00:00+09:00", "2098-02-01T07:59:59Z"),
        posting("2", "2026-10-01", "2098-01-31"),
        posting("3", "2026-10-02T01:00:00-0500", "2098-01-31T23:59+01:00"),
        posting("4", "2099-01-01", "2099-12-31"),
    ];
    let file = app.database.folder().join("jobs.ndjson");
    std::fs::write(&file, postings.join("\n")).unwrap();
    let mut command = program(app.database.folder());
    command.env("DATABASE_URL", &app.database.url);
    command.env("TIME_ZONE", "America/Los_Angeles");
    let output = command.arg("import").arg(file).output().unwrap();
    assert_eq!(output.status.code(), Some(0));
    let visitor = app.browser();
    let feed = visitor.get("/api/v1/jobs").await;
    let feed: Value = serde_json::from_str(&feed.body).unwrap();
    let jobs = feed["itemListElement"].as_array().unwrap();
    let find = |title: &str| {
        jobs.iter()
            .find(|job| job["title"] == title)
            .unwrap_or_else(|| panic!("{title} in {feed}"))
    };
    for (title, posted, last) in [
        (
            "Developer 1",
            "2026-09-30T07:00:00Z",
            "2098-01-31T23:59:59-08:00",
        ),
        (
            "Developer 2",
            "2026-10-01T07:00:00Z",
            "2098-01-31T23:59:59-08:00",
        ),
        (
            "Developer 3",
            "2026-10-01T07:00:00Z",
            "2098-01-31T23:59:59-08:00",
        ),
    ] {
        let job = find(title);
        assert_eq!(job["datePosted"], posted, "{title}");
        assert_eq!(job["validThrough"], last, "{title}");
    }
    // A day that is still to come would keep it on top of every list.
    let future = find("Developer 4")["datePosted"].as_str().unwrap();
    let future: NaiveDateTime = DateTime::parse_from_rfc3339(future).unwrap().naive_utc();
    assert!(future <= app.board.clock.now());
}

#[actix_web::test]
async fn what_was_changed_by_hand_stays_when_the_source_changes_another_thing() {
    let app = TestApp::start();
    app.register("Alice").await;
    let import_again = |text: &str| {
        let file = app.database.folder().join("jobs.ndjson");
        std::fs::write(&file, text).unwrap();
        let mut command = program(app.database.folder());
        command.env("DATABASE_URL", &app.database.url);
        command
            .args(["import", "--owner", "alice@example.org"])
            .arg(file);
        let output = command.output().unwrap();
        assert_eq!(
            output.status.code(),
            Some(0),
            "{}",
            String::from_utf8_lossy(&output.stderr)
        );
        String::from_utf8_lossy(&output.stdout).into_owned()
    };
    import_again(&posting("1", "Baker", r#","validThrough":"2098-01-31""#));
    let (alice, _) = app.sign_in("Alice", PASSWORD).await;
    let path = alice
        .get("/")
        .await
        .attribute(".card h2 a", "href")
        .unwrap();
    let edit = format!("/jobs/{}/edit", id_of(&path));
    let page = alice.get(&edit).await;
    let mut fields: Vec<_> = job("Head baker")
        .into_iter()
        .filter(|(name, _)| !name.starts_with("pay_"))
        .map(|(name, _)| (name, page.value(name)))
        .collect();
    for (name, value) in [
        ("title", "Head baker"),
        ("workplace", "on_site"),
        ("employment_type", "FULL_TIME"),
        ("apply_method", "url"),
        ("location", "London"),
        ("valid_through", &page.value("valid_through")),
        ("description", &page.text("#description")),
        ("version", &page.value("version")),
    ] {
        fields = with(fields, name, value);
    }
    let saved = alice
        .submit(&format!("/jobs/{}", id_of(&path)), &fields)
        .await;
    assert_eq!(saved.status, 303, "{}", saved.body);

    let told = import_again(&posting(
        "1",
        "Baker and more",
        r#","validThrough":"2098-02-28""#,
    ));
    assert!(told.starts_with("0 added, 1 updated"), "{told}");
    let page = alice.get(&edit).await;
    assert_eq!(page.value("title"), "Head baker", "changed by hand");
    assert_eq!(page.value("location"), "London", "changed by hand");
    assert_eq!(
        page.value("valid_through"),
        "2098-02-28",
        "changed by the source"
    );
    let told = import_again(&posting(
        "1",
        "Baker again",
        r#","validThrough":"2098-03-31""#,
    ));
    assert!(told.starts_with("0 added, 1 updated"), "{told}");
    let page = alice.get(&edit).await;
    assert_eq!(page.value("title"), "Head baker");
    assert_eq!(page.value("valid_through"), "2098-03-31");
}

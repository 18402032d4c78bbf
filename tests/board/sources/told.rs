//! What `jobboard import` assumes, and tells.

use std::{fs, process::Output};

use serde_json::Value;

use crate::support::{TestApp, program};

/// Imports a file, with a report; what the import said, and the lines of the report.
fn import(app: &TestApp, text: &str, arguments: &[&str]) -> (Output, Vec<Value>) {
    let file = app.folder().join("jobs.csv");
    fs::write(&file, text).unwrap_or_else(|error| panic!("{error}"));
    let output = program(app.folder())
        .env("DATABASE_URL", &app.database.url)
        .args(["import", "--report", "report.ndjson", "jobs.csv"])
        .args(arguments)
        .output()
        .unwrap_or_else(|error| panic!("{error}"));
    let report = fs::read_to_string(app.folder().join("report.ndjson"));
    let report = report.unwrap_or_else(|error| panic!("{error}"));
    let lines = report
        .lines()
        .map(|line| serde_json::from_str(line).unwrap_or_else(|error| panic!("{error} in {line}")));
    (output, lines.collect())
}

fn said(output: &Output) -> String {
    let (out, error) = (&output.stdout, &output.stderr);
    String::from_utf8_lossy(out).into_owned() + &String::from_utf8_lossy(error)
}

#[actix_web::test]
async fn pay_that_can_only_be_for_one_period_is_taken_for_that_and_told() {
    let app = TestApp::start();
    let csv = "id,title,company,url,description,salary,currency\n\
        1,Baker,Acme,https://acme.example/1,Bakes bread.,\"$40,000 - $50,000\",\n\
        2,Cook,Acme,https://acme.example/2,Cooks soup.,18.50,EUR\n\
        3,Driver,Acme,https://acme.example/3,Drives.,9000,EUR\n";
    let (preview, _) = import(&app, csv, &["--dry-run"]);
    let told = said(&preview);
    assert!(
        told.contains("    assumed    baseSalary is per year: \"$40,000 - $50,000\""),
        "{told}"
    );
    let (output, report) = import(&app, csv, &[]);
    let told = said(&output);
    for line in [
        "3 added",
        "1 left out: baseSalary",
        "1 assumed: baseSalary is per year",
        "1 assumed: baseSalary is per hour",
    ] {
        assert!(told.contains(line), "{line} in {told}");
    }
    let assumed: Vec<&Value> = report
        .iter()
        .filter(|line| line["outcome"] == "assumed")
        .collect();
    assert_eq!(assumed.len(), 2, "{report:?}");
    assert_eq!(assumed[0]["line"], 2);
    assert_eq!(assumed[0]["title"], "Baker");
    assert_eq!(
        assumed[0]["reason"],
        "baseSalary is per year: \"$40,000 - $50,000\""
    );
    let list = app.browser().get("/").await;
    let mut pay = list.texts(".card .pay");
    pay.sort_unstable();
    assert_eq!(pay, ["$40,000 – $50,000 a year", "€18.50+ an hour"]);
}

const DATES: &str = "title,company,url,description,date_posted,valid_through\n\
    Baker,Acme,https://acme.example/1,Bakes bread.,01/02/2026,03/04/2098\n";

/// The first and the last day of the baker's job.
async fn days(app: &TestApp) -> (String, String) {
    let job = app.browser().get("/api/v1/jobs/1").await;
    let job: Value = serde_json::from_str(&job.body).unwrap_or_else(|error| panic!("{error}"));
    let day = |name: &str| {
        let day = job[name].as_str().unwrap_or_default();
        day.chars().take(10).collect()
    };
    (day("datePosted"), day("validThrough"))
}

#[actix_web::test]
async fn a_date_that_can_be_two_days_is_asked_for_where_nothing_settles_it() {
    let app = TestApp::start();
    let (refused, _) = import(&app, DATES, &[]);
    let told = said(&refused);
    assert_eq!(refused.status.code(), Some(3), "{told}");
    for words in [
        "that can be two days: \"03/04/2098\"",
        "write it as YYYY-MM-DD, or say --dates day-first or --dates month-first",
    ] {
        assert!(told.contains(words), "{words} in {told}");
    }
    let (unknown, _) = import(&app, DATES, &["--dates", "us"]);
    assert!(said(&unknown).contains("is neither day-first nor month-first"));

    let (taken, _) = import(&app, DATES, &["--dates", "month-first"]);
    assert!(said(&taken).starts_with("1 added"), "{}", said(&taken));
    assert_eq!(days(&app).await, ("2026-01-02".into(), "2098-03-04".into()));
    let (taken, _) = import(&app, DATES, &["--dates", "day-first"]);
    assert!(said(&taken).contains("1 updated"), "{}", said(&taken));
    assert_eq!(days(&app).await.1, "2098-04-03");
    // In any format.
    let posting = r#"{"@type":"JobPosting","title":"Cook","description":"Cooks.","url":"https://acme.example/2",
        "hiringOrganization":"Acme","validThrough":"05/06/2098"}"#;
    let (refused, _) = import(&app, posting, &[]);
    assert!(
        said(&refused).contains("can be two days"),
        "{}",
        said(&refused)
    );
    let (taken, _) = import(&app, posting, &["--dates", "day-first"]);
    assert!(said(&taken).starts_with("1 added"), "{}", said(&taken));
}

#[actix_web::test]
async fn other_rows_and_other_marks_of_a_table_say_what_is_first_in_its_dates() {
    let us = format!("{DATES}Cook,Acme,https://acme.example/2,Cooks.,01/31/2026,\n");
    // A row far behind the first is of no use to a file that is read once.
    let filler = "Cook,Acme,https://acme.example/2,Cooks.,,\n".repeat(2_000);
    let late = format!("{DATES}{filler}Cook,Acme,https://acme.example/3,Cooks.,31/01/2026,\n");
    let torn = format!("{us}Cook,Acme,https://acme.example/3,Cooks.,31/01/2026,\n");
    let german = "Titel;Firma;Link;Beschreibung;Datum;Bewerbungsfrist\n\
        Bäcker;Acme;https://acme.example/1;Backt Brot.;01/02/2026;03/04/2098\n";
    for (table, days_read) in [
        (us.as_str(), Some(("2026-01-02", "2098-03-04"))),
        (german, Some(("2026-02-01", "2098-04-03"))),
        (&late, None),
        (&torn, None),
    ] {
        let app = TestApp::start();
        let (output, _) = import(&app, table, &[]);
        let told = said(&output);
        match days_read {
            Some((first, last)) => {
                assert_eq!(output.status.code(), Some(0), "{told}");
                assert_eq!(days(&app).await, (first.into(), last.into()));
            }
            None => assert!(
                told.contains("line 2 has a validThrough that can be two days"),
                "{told}"
            ),
        }
    }
}

#[actix_web::test]
async fn jobs_that_people_write_for_are_known_again() {
    let app = TestApp::start();
    let csv = "title,company,location,email,description\n\
        Baker,Acme,Vienna,jobs@acme.example,Bakes bread.\n\
        Baker,Acme,Graz,jobs@acme.example,Bakes bread.\n\
        baker,Acme, Vienna ,jobs@acme.example,Bakes bread.\n\
        Cook,Acme,Vienna,,Cooks soup.\n";
    let (output, _) = import(&app, csv, &[]);
    let told = said(&output);
    assert!(told.contains("line 5 has no identifier"), "{told}");
    assert!(
        told.contains("2 added, 1 updated, 0 unchanged, 1 refused"),
        "{told}"
    );
    let (again, _) = import(
        &app,
        &csv.replace("\nbaker,Acme, Vienna ", "\nBaker,Acme,Vienna"),
        &[],
    );
    assert!(
        said(&again).contains("0 added, 1 updated, 2 unchanged"),
        "{}",
        said(&again)
    );
    // On their pages the board's numbers stand.
    let page = app.browser().visit("/jobs/2").await;
    let markup = page.text("script[type='application/ld+json']");
    assert!(markup.contains("\"value\":\"2\""), "{markup}");
}

#[actix_web::test]
async fn a_document_may_be_one_job() {
    let app = TestApp::start();
    for (xml, title) in [
        (
            "<?xml version=\"1.0\"?><job><title>Baker</title><company>Acme</company><url>https://acme.example/1</url>\
             <description>Bakes bread.</description></job>",
            "Baker",
        ),
        (
            "<position><id>7</id><name>Cook</name><jobDescriptions><jobDescription><name>Tasks</name>\
             <value>Cook soup.</value></jobDescription></jobDescriptions></position>",
            "Cook",
        ),
        (
            "<item><title>Driver</title><link>https://acme.example/2</link><description>Drives.</description></item>",
            "Driver",
        ),
    ] {
        let beside = [
            "--company",
            "Acme",
            "--site",
            "https://acme.jobs.personio.de",
        ];
        let (output, _) = import(&app, xml, &beside);
        assert!(said(&output).starts_with("1 added"), "{}", said(&output));
        app.catch_up().await;
        let list = app.browser().get("/").await;
        assert!(
            list.texts(".card h2").contains(&title.to_owned()),
            "{title}"
        );
    }
}

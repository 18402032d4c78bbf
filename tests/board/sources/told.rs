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

//! `jobboard import`, of files as people have them.

use std::{fs, io::Write, process::Output};

use flate2::{Compression, write::GzEncoder};
use serde_json::Value;

use crate::support::{TestApp, program};

fn import(app: &TestApp, bytes: &[u8], arguments: &[&str]) -> Output {
    let folder = app.database.folder();
    // A name that says nothing, and a wrong one.
    let file = folder.join("jobs.csv");
    fs::write(&file, bytes).unwrap();
    program(folder)
        .env("DATABASE_URL", &app.database.url)
        .arg("import")
        .args(arguments)
        .arg(file)
        .output()
        .unwrap()
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn complained(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

fn posting(title: &str) -> String {
    format!(
        r#"{{"@type":"JobPosting","title":"{title}","description":"<p>All day long.</p>","hiringOrganization":{{"name":"Acme"}},"url":"https://acme.example/{title}?utm_source=x"}}"#
    )
}

#[actix_web::test]
async fn a_compressed_list_and_a_page_hold_the_same_jobs() {
    let app = TestApp::start();
    let (cook, baker) = (posting("Cook"), posting("Baker"));
    let mut packed = GzEncoder::new(Vec::new(), Compression::fast());
    write!(packed, "[{cook},{baker}]").unwrap();
    let first = import(&app, &packed.finish().unwrap(), &[]);
    assert!(said(&first).starts_with("2 added, 0 updated"), "{first:?}");
    let page = format!(
        "<!doctype html><script type=\"application/ld+json\">{{\"@graph\":[{}]}}</script>",
        cook.replace("utm_source=x", "utm_source=y")
    );
    let second = import(&app, page.as_bytes(), &[]);
    // Its address says where its reader comes from, and is another; its identifier is not.
    assert!(
        said(&second).starts_with("0 added, 1 updated"),
        "{second:?}"
    );
    let list = app.browser().get("/").await;
    let mut titles = list.texts(".card h2");
    titles.sort_unstable();
    assert_eq!(titles, ["Baker", "Cook"]);
}

#[actix_web::test]
async fn a_spreadsheet_of_another_country_keeps_its_letters() {
    let app = TestApp::start();
    let table = b"Was;Firma;Ort;Link;Beschreibung;Bewerbungsfrist\r\n\
        K\xf6chin;Caf\xe9 S\xfcd;M\xfcnchen;https://cafe.example/1;Kocht \x96 und b\xe4ckt.;31.12.2098\r\n";
    let refused = import(&app, table, &[]);
    assert_eq!(refused.status.code(), Some(1));
    let why = complained(&refused);
    assert!(why.contains("it has Was, Firma, Ort"), "{why}");
    let output = import(&app, table, &["--map", "title=Was"]);
    assert!(said(&output).starts_with("1 added"), "{output:?}");
    let list = app.browser().get("/").await;
    assert_eq!(list.text(".card h2"), "Köchin");
    let page = app
        .browser()
        .get(&list.attribute(".card a", "href").unwrap())
        .await;
    assert_eq!(page.text(".prose p"), "Kocht – und bäckt.");
    assert!(page.body.contains("Café Süd") && page.body.contains("München"));
    assert!(page.body.contains("2098"), "{}", page.body);
}

#[actix_web::test]
async fn a_recruiting_program_that_names_no_company_needs_one() {
    let app = TestApp::start();
    let jobs = r#"[{"id":"5d","text":"Rigger","description":"<div>Climb.</div>","lists":[],"categories":{"location":"Porto"},
        "hostedUrl":"https://jobs.lever.example/acme/5d","createdAt":1764205361939}]"#;
    let refused = import(&app, jobs.as_bytes(), &[]);
    assert_eq!(refused.status.code(), Some(3));
    let why = complained(&refused);
    assert!(
        why.contains("record 1 has no company: use --company NAME"),
        "{why}"
    );
    let output = import(&app, jobs.as_bytes(), &["--company", "Acme"]);
    assert!(said(&output).starts_with("1 added"), "{output:?}");
    let again = import(&app, jobs.as_bytes(), &["--company", "Acme"]);
    assert!(
        said(&again).starts_with("0 added, 0 updated, 1 unchanged"),
        "{again:?}"
    );
    let list = app.browser().get("/").await;
    assert_eq!(list.text(".card h2"), "Rigger");
}

#[actix_web::test]
async fn a_dry_run_tells_what_would_become_of_jobs_and_writes_nothing() {
    let app = TestApp::start();
    let (cook, baker) = (posting("Cook"), posting("Baker"));
    import(&app, format!("{cook}\n{baker}").as_bytes(), &[]);
    let changed = cook.replace("All day", "All night");
    let file = [
        changed.as_str(),
        &baker,
        &posting("Driver"),
        &posting("Driver"),
        "{}",
    ]
    .join("\n");
    let output = import(&app, file.as_bytes(), &["--dry-run"]);
    assert_eq!(output.status.code(), Some(3), "{output:?}");
    let text = said(&output);
    assert!(
        text.contains("1 added, 1 updated, 2 unchanged, 1 refused; this was a dry run, and nothing was written"),
        "{text}"
    );
    for line in [
        "line 1 would be updated: Cook",
        "line 2 is already here, unchanged: Baker",
        "line 3 would be added: Driver",
        "    company    Acme",
        "    apply      https://acme.example/Driver",
        "    workplace  On-site",
        "    pay        -",
    ] {
        assert!(text.contains(line), "{line} in {text}");
    }
    let list = app.browser().get("/").await;
    assert_eq!(list.texts(".card h2").len(), 2);
    let elsewhere = program(app.database.folder())
        .env("DATABASE_URL", "sqlite://nowhere/board.db")
        .args(["import", "--dry-run", "jobs.csv"])
        .output()
        .unwrap();
    assert!(
        said(&elsewhere).contains("3 added, 0 updated, 1 unchanged"),
        "{elsewhere:?}"
    );
    assert!(!app.database.folder().join("nowhere").exists());
}

#[actix_web::test]
async fn a_report_has_a_line_for_each_job_that_was_not_taken() {
    let app = TestApp::start();
    let report = app.database.folder().join("report.ndjson");
    let jobs = r#"{"jobs":[{"id":"1","title":"Cook","isListed":false,"jobUrl":"https://a.example/1"},
        {"id":"2","title":"Baker","isListed":true,"jobUrl":"https://a.example/2"}]}"#;
    let output = import(
        &app,
        jobs.as_bytes(),
        &["--company", "Acme", "--report", &report.to_string_lossy()],
    );
    let text = said(&output);
    assert!(
        text.starts_with("0 added, 0 updated, 0 unchanged, 1 refused, 1 passed over"),
        "{text}"
    );
    assert!(text.contains("1 passed over: is not listed"), "{text}");
    let lines = fs::read_to_string(report).unwrap();
    let lines: Vec<Value> = lines
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert_eq!(lines.len(), 2);
    assert_eq!(lines[0]["record"], 1);
    assert_eq!(lines[0]["outcome"], "passed over");
    assert_eq!(lines[0]["title"], "Cook");
    assert_eq!(lines[1]["reason"], "has no description");
    assert_eq!(lines[1]["title"], "Baker");
}

#[actix_web::test]
async fn an_unknown_file_is_told_what_it_looks_like_and_what_to_do() {
    let app = TestApp::start();
    for (bytes, sentence) in [
        (
            b"PK\x03\x04\x14\0\x06\0xl/workbook.xml".as_slice(),
            "jobs.csv looks like an Excel workbook (.xlsx): save it as CSV and import that",
        ),
        (b"", "jobs.csv is empty"),
        (
            b"{\"users\":[{\"id\":1}]}",
            "jobs.csv looks like JSON with users, none of which is a list of jobs",
        ),
        (
            b"<html><p>Cook wanted",
            "jobs.csv is a page without a JobPosting in JSON-LD",
        ),
    ] {
        let output = import(&app, bytes, &[]);
        assert_eq!(output.status.code(), Some(1));
        let why = complained(&output);
        assert!(why.contains(sentence), "{sentence} in {why}");
        let lines = why.lines().filter(|line| line.starts_with("jobboard: "));
        assert_eq!(lines.count(), 1, "{why}");
    }
}

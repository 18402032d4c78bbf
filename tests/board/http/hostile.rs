//! Somebody sends what is made to stop the board. It answers, and goes on answering.

use std::{fs, process::Output};

use reqwest::Method;
use serde_json::json;

use crate::support::{Answer, Browser, TestApp, job, program, with};

/// Descriptions that once ended the program or held it for seconds.
fn descriptions() -> Vec<(&'static str, String)> {
    let formats: String = (0..400).map(|n| format!("<b class={n}>")).collect();
    let attributes: String = (0..15_000).map(|n| format!("a{n} ")).collect();
    vec![
        (
            "nested divisions",
            "<p>x</p>".to_owned() + &"<div>".repeat(4_000),
        ),
        ("nested lists", "<ul><li>".repeat(10_000) + "x"),
        ("nested quotes", "<blockquote>".repeat(5_000) + "x"),
        ("nested tables", "<table><tr><td>".repeat(5_000) + "x"),
        (
            "formats around paragraphs",
            formats + &"<p>x".repeat(20_000),
        ),
        ("attributes", format!("<p {attributes}>x</p>")),
        (
            "a wide table",
            format!("<table><tr><th>{}", "x".repeat(9_000)) + &"<tr><td>y".repeat(5_000),
        ),
        ("capitals in words", "aBcD".repeat(30_000)),
        ("ends of sentences", "a. a".repeat(7_000)),
        ("dashes", "energy-Execute".repeat(2_000)),
        (
            "an open script",
            "<p>x<script>".to_owned() + &"y".repeat(100_000),
        ),
        ("entities", "&lt;p&gt;".repeat(10_000)),
    ]
}

fn is_an_answer(answer: &Answer) -> bool {
    (200..300).contains(&answer.status) || (400..500).contains(&answer.status)
}

async fn is_alive(browser: &Browser) -> bool {
    browser.get("/livez").await.status == 200 && browser.get("/").await.status == 200
}

#[actix_web::test]
async fn no_description_that_a_program_sends_stops_the_board() {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    for (name, description) in descriptions() {
        let job = json!({"title": "Rust developer", "description": description});
        let request = alice.request(Method::POST, "/api/v1/jobs").json(&job);
        let answer = Answer::of(request).await;
        assert!(is_an_answer(&answer), "{name}: {}", answer.status);
        assert!(is_alive(&alice).await, "{name}");
    }
}

#[actix_web::test]
async fn no_markdown_stops_a_preview_and_what_is_too_deep_is_still_read() {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    let table = format!(
        "{}\n{}\n{}",
        "|a".repeat(2_000),
        "|-".repeat(2_000),
        "a\n".repeat(5_000)
    );
    for (name, markdown) in [
        ("quotes", ">".repeat(19_900) + " the last word"),
        ("lists", "- ".repeat(9_900) + "the last word"),
        ("emphasis", "*a_".repeat(6_000)),
        ("links", "[a](".repeat(4_900)),
        ("a table", table),
    ] {
        let fields = with(job("Rust developer"), "description", &markdown);
        let answer = alice.preview("/jobs/preview", &fields).await;
        assert_eq!(answer.status, 200, "{name}");
        let is_read = answer.text(".preview .prose").contains("the last word");
        assert_eq!(is_read, markdown.contains("the last word"), "{name}");
        assert!(is_alive(&alice).await, "{name}");
    }
}

#[actix_web::test]
async fn bodies_are_bounded_in_every_direction() {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    let fields = vec![("a", ""); 20_000];
    assert_eq!(alice.submit("/jobs/preview", &fields).await.status, 413);
    for body in [
        "[".repeat(200_000),
        "{\"title\":".repeat(20_000),
        format!(
            "{{\"title\":\"Rust developer\",\"more\":[{}0]}}",
            "{\"\":1},".repeat(30_000)
        ),
    ] {
        let request = alice.request(Method::POST, "/api/v1/jobs");
        let request = request
            .header("Content-Type", "application/json")
            .body(body);
        assert_eq!(Answer::of(request).await.status, 422);
    }
    let long = "x".repeat(8_000);
    for address in [
        format!("/jobs?q={long}&tag={long}&place={long}&company={long}&category={long}"),
        format!("/suggestions?q={long}"),
    ] {
        assert!(is_an_answer(&alice.visit(&address).await), "{address:.40}");
    }
    assert!(is_alive(&alice).await);
}

#[actix_web::test]
async fn an_address_that_grows_too_long_when_it_is_encoded_is_refused_at_once() {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    let address = format!("https://a.example/#{}", "\"".repeat(300));
    let fields = with(job("Rust developer"), "company_url", &address);
    let fields = with(with(fields, "apply_method", "url"), "apply_to", &address);
    let answer = alice.submit("/jobs", &fields).await;
    assert_eq!(answer.status, 422);
    for name in ["company_url", "apply_to"] {
        let message = answer.message(name);
        assert!(message.contains("encoded, this address has 9"), "{message}");
    }
}

#[actix_web::test]
async fn a_year_with_five_digits_is_refused_wherever_a_date_is_read() {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    for year in ["+10000-01-01", "+262142-12-31"] {
        let fields = with(job("Rust developer"), "valid_through", year);
        for path in ["/jobs", "/jobs/preview"] {
            let answer = alice.submit(path, &fields).await;
            assert_eq!(answer.status, 422, "{year}");
            let message = answer.message("valid_through");
            assert!(message.contains("before the year 10000"), "{message}");
        }
        let sent = json!({"title": "Rust developer", "validThrough": format!("{year}T00:00:00Z")});
        let answer = Answer::of(alice.request(Method::POST, "/api/v1/jobs").json(&sent)).await;
        assert_eq!(answer.status, 422, "{year}");
        assert!(answer.body.contains("/validThrough"), "{}", answer.body);

        let read = [
            posting("1", &format!(r#","validThrough":"{year}""#)),
            posting("2", &format!(r#","datePosted":"{year}""#)),
            exact("3", "valid_through", &json!(year)),
            exact("4", "date_posted", &json!(format!("{year}T00:00:00"))),
            posting("5", ""),
        ];
        let output = import(&app, "years.ndjson", read.join("\n").as_bytes());
        let errors = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(3), "{errors}");
        for line in 1..=4 {
            let told = format!("line {line} has a ");
            assert!(
                errors.contains(&told) && errors.contains("1 to 9999"),
                "{errors}"
            );
        }
        let csv = format!(
            "id,title,company,url,description,valid_through\n1,A,A,a.example,Text,{year}\n"
        );
        let output = import(&app, "years.csv", csv.as_bytes());
        let errors = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(errors.contains("line 2 has a validThrough"), "{errors}");
    }
    assert!(is_alive(&alice).await);
}

#[actix_web::test]
async fn bad_lines_between_good_ones_cost_only_themselves() {
    let app = TestApp::start();
    let mut lines: Vec<String> = descriptions()
        .iter()
        .map(|(_, description)| {
            json!({
                "identifier": {"name": "Attacker", "value": "1"},
                "title": "Bad", "hiringOrganization": "Bad", "url": "https://bad.example",
                "description": description,
            })
            .to_string()
        })
        .collect();
    lines.extend([
        "[".repeat(500_000),
        format!("{{\"a\":\"{}", "x".repeat(3_000_000)),
        format!("{{\"a\":[{}0]}}", "{\"\":1},".repeat(100_000)),
        exact("9", "title", &json!("NUL \u{0} in it")),
        exact("9", "description", &json!("x".repeat(30_000))),
        exact("9", "pay_min", &json!(i64::MAX)),
    ]);
    let mut file = Vec::new();
    for (number, line) in lines.iter().enumerate() {
        file.extend(posting(&number.to_string(), "").as_bytes());
        file.push(b'\n');
        file.extend(line.as_bytes());
        file.extend(b"\n\xff\xfe\n");
    }
    let output = import(&app, "attacks.ndjson", &file);
    let errors = String::from_utf8_lossy(&output.stderr);
    let told = String::from_utf8_lossy(&output.stdout);
    assert_eq!(output.status.code(), Some(3), "{errors:.2000}");
    for (line, why) in [
        (3, "is not JSON"),
        (3 * 12 + 2, "is not JSON: recursion limit"),
        (3 * 13 + 2, "has more than a megabyte"),
        (3 * 14 + 2, "5000 values"),
        (3 * 15 + 2, "has a title with a character"),
        (3 * 16 + 2, "has a description of 30000 characters"),
        (3 * 17 + 2, "has pay that nobody pays"),
    ] {
        let reports: Vec<&str> = errors.lines().collect();
        let is_told =
            |report: &&str| report.starts_with(&format!("line {line} ")) && report.contains(why);
        assert!(
            reports.iter().any(is_told),
            "{line} {why} in {errors:.3000}"
        );
    }
    app.catch_up().await;
    let good = app.browser().visit("/jobs?company=good").await;
    assert_eq!(good.texts(".card").len(), lines.len(), "{told}");
}

#[actix_web::test]
async fn an_open_quotation_mark_costs_one_line_of_a_csv() {
    let app = TestApp::start();
    let row = |id: &str| format!("{id},Baker,Good,good.example,Bakes bread.\n");
    let csv = format!(
        "id,title,company,url,description\n{}2,\"Open,Good,good.example,Text\n{}{}4,\"{}\"\n{}",
        row("1"),
        row("3"),
        ",".repeat(2_000) + "\n",
        "x".repeat(2_000_000),
        row("5")
    );
    let output = import(&app, "quotes.csv", csv.as_bytes());
    let errors = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(3), "{errors:.1000}");
    for report in [
        "line 3 opens a quotation mark",
        "line 5 has more than 499 columns",
        "line 6 has more than a megabyte",
    ] {
        assert!(errors.contains(report), "{report} in {errors:.1000}");
    }
    let told = String::from_utf8_lossy(&output.stdout);
    assert!(
        told.starts_with("3 added, 0 updated, 0 unchanged, 3 refused"),
        "{told}"
    );
}

fn import(app: &TestApp, name: &str, bytes: &[u8]) -> Output {
    let file = app.folder().join(name);
    fs::write(&file, bytes).unwrap();
    program(app.folder())
        .env("DATABASE_URL", &app.database.url)
        .arg("import")
        .arg(file)
        .output()
        .unwrap()
}

fn posting(value: &str, more: &str) -> String {
    format!(
        r#"{{"identifier":{{"name":"Good","value":"{value}"}},"title":"Baker","description":"Bakes bread.","hiringOrganization":"Good","url":"https://good.example/{value}"{more}}}"#
    )
}

/// A line of an export, in which one thing is different.
fn exact(value: &str, name: &str, different: &serde_json::Value) -> String {
    let mut line = json!({
        "identifier": {"name": "jobs.example", "value": value},
        "jobboard": {
            "status": "published",
            "date_posted": "2026-01-01T00:00:00",
            "fields": {
                "title": "Cook", "company": "Far", "company_url": null, "location": "Wien",
                "locality": null, "region": null, "country": null, "workplace": "on_site",
                "applicant_location": null, "employment_type": null, "category": null, "tags": "",
                "pay_min": null, "pay_max": null, "pay_currency": null, "pay_period": null,
                "apply_method": "on_site", "apply_to": "The door", "description": "Cooks.",
                "valid_through": null,
            },
        },
    });
    let part = &mut line["jobboard"];
    let place = if name == "date_posted" {
        part
    } else {
        &mut part["fields"]
    };
    place[name] = different.clone();
    line.to_string()
}

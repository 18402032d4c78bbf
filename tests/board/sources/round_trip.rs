//! `jobboard export` and `jobboard import`: what goes out comes in again, byte for byte.

use std::{fs, path::Path, process::Output};

use serde_json::{Value, json};

use crate::support::{Browser, TestApp, TestDatabase, id_of, job, program, with};

fn run(folder: &Path, url: &str, arguments: &[&str]) -> Output {
    let mut command = program(folder);
    command.env("DATABASE_URL", url).args(arguments);
    command.output().unwrap_or_else(|error| panic!("{error}"))
}

/// All jobs of the board at `url`, as an export writes them.
fn export(folder: &Path, url: &str) -> String {
    let output = run(folder, url, &["export", "-"]);
    assert!(output.status.success(), "{output:?}");
    String::from_utf8(output.stdout).unwrap_or_else(|error| panic!("{error}"))
}

/// Imports `lines` into the board at `url`; what was said.
fn import(folder: &Path, url: &str, lines: &str) -> String {
    let file = folder.join("carried.ndjson");
    fs::write(&file, lines).unwrap_or_else(|error| panic!("{error}"));
    let output = run(folder, url, &["import", "carried.ndjson"]);
    assert!(output.status.success(), "{output:?}");
    String::from_utf8_lossy(&output.stdout).into_owned()
}

const FOREIGN: &str = "# مهندس\n\nنبحث عن **مهندس** يعمل معنا.\u{200f}\n\n- שלום\n- 👩‍🚒 🏳️‍🌈\n\n| a | b |\n|---|---|\n| `<b>` | &amp;lt; |\n\n```\n  <script>\n```\n\nA\\*b  \nnext _line_ & \\<T> &lt;T&gt;";

async fn post(browser: &Browser, changes: &[(&'static str, &str)], publish: bool) -> String {
    let mut fields = job("Engineer");
    for (name, value) in changes {
        fields = with(fields, name, value);
    }
    if publish {
        fields.push(("publish", "yes".into()));
    }
    let answer = browser.submit("/jobs", &fields).await;
    assert_eq!(answer.status, 303, "{}", answer.body);
    answer.location().to_owned()
}

/// Jobs of every kind, posted here.
async fn posted(app: &TestApp) {
    let admin = app.admin().await;
    let alice = app.member("Alice").await;
    let nothing = [("title", "Only a title"), ("workplace", "on_site")];
    assert_eq!(alice.submit("/jobs", &nothing).await.status, 303);
    let deleted = post(&alice, &[("title", "Soon deleted")], true).await;
    post(&alice, &[("title", "Draft with all")], false).await;
    let unpaid = [("pay_min", ""), ("pay_max", ""), ("pay_currency", "")];
    post(&alice, &unpaid, true).await;
    let whole = [
        ("title", "Café <T> &amp; Söhne &lt;3 👩🏽‍💻"),
        ("company", "A < B &amp; C"),
        ("locality", "London"),
        ("region", "England"),
        ("country", "GB"),
        ("pay_min", "18.50"),
        ("pay_max", "24.75"),
        ("pay_period", "HOUR"),
        ("valid_through", "2098-01-31"),
        ("apply_method", "url"),
        ("apply_to", "https://engines.example/?a=1&b=%C3%A9#x"),
        ("description", FOREIGN),
    ];
    post(&alice, &whole, true).await;
    let remote = [
        ("title", "מפתח תוכנה"),
        ("workplace", "remote"),
        ("location", ""),
        ("applicant_location", "Germany or Austria"),
        ("apply_method", "on_site"),
        ("apply_to", "Main Street 5, 1st floor & left"),
    ];
    post(&alice, &remote, true).await;
    let filled = post(&alice, &[("title", "Filled")], true).await;
    let how = [("reason", "filled")];
    let closed = alice.submit(&format!("{filled}/closure"), &how).await;
    assert_eq!(closed.status, 303, "{}", closed.body);
    let taken_down = post(&alice, &[("title", "Taken down")], true).await;
    for (browser, path) in [(&admin, &taken_down), (&alice, &deleted)] {
        let why = [("reason", "It is spam.")];
        let path = format!("/jobs/{}/removal", id_of(path));
        let removed = browser.submit(&path, &why).await;
        assert_eq!(removed.status, 303, "{}", removed.body);
    }
}

/// Jobs from elsewhere, one of which somebody changed since.
async fn imported(app: &TestApp) {
    app.register("Bob").await;
    let posting = |value: &str, more: Value| {
        let mut posting = json!({
            "@type": "JobPosting",
            "identifier": {"name": "R&amp;amp;D", "value": value},
            "title": "Baker",
            "description": "<h2>Tasks</h2><ul><li>Bake &amp;amp; sell</li></ul>",
            "hiringOrganization": {"name": "Acme"},
            "url": "https://acme.example/jobs",
        });
        if let (Value::Object(posting), Value::Object(more)) = (&mut posting, more) {
            posting.extend(more);
        }
        posting.to_string()
    };
    let lines = [
        posting("1 &amp;lt; 2", json!({"datePosted": "2026-01-02"})),
        posting("no date", json!({})),
        posting(
            "future",
            json!({"datePosted": "2099-01-01", "validThrough": "2099-12-31"}),
        ),
        posting(
            "edited",
            json!({"datePosted": "2026-01-02", "title": "Cook"}),
        ),
    ];
    let file = app.folder().join("foreign.ndjson");
    fs::write(&file, lines.join("\n")).unwrap_or_else(|error| panic!("{error}"));
    let arguments = ["import", "--owner", "bob@example.org", "foreign.ndjson"];
    let output = run(app.folder(), &app.database.url, &arguments);
    assert!(output.status.success(), "{output:?}");
    let (bob, _) = app.sign_in("Bob", crate::support::PASSWORD).await;
    let mine = bob.get("/api/v1/me/jobs").await;
    let mine: Value = serde_json::from_str(&mine.body).unwrap_or_else(|error| panic!("{error}"));
    let id = mine["itemListElement"][0]["id"]
        .as_i64()
        .unwrap_or_default();
    let fields = with(job("Head cook"), "version", "1");
    let saved = bob.submit(&format!("/jobs/{id}"), &fields).await;
    assert_eq!(saved.status, 303, "{}", saved.body);
}

/// An export without the addresses of pages on the board that wrote it. Where people apply by mail or in person,
/// they are a job's only address, and have its number there.
fn without_pages(export: &str) -> Vec<String> {
    let lines = export.lines().map(|line| {
        let start = r#""url":"http://127.0.0.1:8080/jobs/"#;
        match line.split_once(start) {
            Some((before, after)) => {
                let (_, after) = after.split_once('"').unwrap_or_default();
                format!("{before}\"url\":\"\"{after}")
            }
            None => line.to_owned(),
        }
    });
    lines.collect()
}

#[actix_web::test]
async fn an_export_that_was_imported_is_exported_again_byte_for_byte() {
    let app = TestApp::start();
    posted(&app).await;
    imported(&app).await;
    let folder = app.folder();
    let first = export(folder, &app.database.url);
    assert_eq!(first.lines().count(), 11);
    for status in ["draft", "published", "filled", "removed"] {
        let stated = format!(r#""status":"{status}""#);
        assert!(first.contains(&stated), "{status} in {first}");
    }
    let said = import(folder, &app.database.url, &first);
    assert!(
        said.starts_with("0 added, 0 updated, 11 unchanged, 0 refused"),
        "{said}"
    );
    assert_eq!(export(folder, &app.database.url), first);

    let (second, file) = (TestDatabase::empty(), app.folder().join("third.db"));
    let third = format!("sqlite:{}", file.display());
    let mut carried = first.clone();
    for url in [&second.url, &third] {
        let said = import(folder, url, &carried);
        assert!(
            said.starts_with("11 added, 0 updated, 0 unchanged, 0 refused"),
            "{said}"
        );
        carried = export(folder, url);
        for (second, first) in without_pages(&carried).iter().zip(without_pages(&first)) {
            assert_eq!(*second, first, "{url}");
        }
        assert_eq!(carried.lines().count(), 11);
        assert_ne!(carried, first, "a job was deleted: the numbers are others");
        let again = import(folder, url, &carried);
        assert!(
            again.starts_with("0 added, 0 updated, 11 unchanged, 0 refused"),
            "{again}"
        );
    }
    // And home again.
    let said = import(folder, &app.database.url, &carried);
    assert!(
        said.starts_with("0 added, 0 updated, 11 unchanged, 0 refused"),
        "{said}"
    );
    assert_eq!(export(folder, &app.database.url), first);
}

#[actix_web::test]
async fn a_line_of_an_export_that_somebody_changed_changes_the_job() {
    let app = TestApp::start();
    imported(&app).await;
    let exported = export(app.folder(), &app.database.url);
    let changed = exported.replace("\"title\":\"Baker\"", "\"title\":\"Pastry chef\"");
    let said = import(app.folder(), &app.database.url, &changed);
    assert!(
        said.starts_with("0 added, 3 updated, 1 unchanged"),
        "{said}"
    );
    let list = app.browser().get("/").await;
    assert_eq!(
        list.texts(".card h2")
            .iter()
            .filter(|title| *title == "Pastry chef")
            .count(),
        3
    );
}

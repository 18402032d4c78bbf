//! What the log holds, and what it must never hold (OWASP ASVS 16.2.5): here the program itself runs,
//! and its standard error is read.

use std::{
    io::Read,
    process::{Child, Stdio},
    time::Duration,
};

use reqwest::Method;
use serde_json::Value;

use crate::support::{
    Answer, Browser, HeldIndex, PASSWORD, TestApp, TestDatabase, account, program,
};

/// The program, serving on a port of its own.
struct Program {
    child: Child,
    url: String,
    database: TestDatabase,
}

impl Program {
    async fn start() -> Self {
        Self::start_on(TestDatabase::new()).await
    }

    async fn start_on(database: TestDatabase) -> Self {
        let port = std::net::TcpListener::bind("127.0.0.1:0")
            .unwrap()
            .local_addr()
            .unwrap()
            .port();
        let child = program(database.folder())
            .env("DATABASE_URL", &database.url)
            .env("BIND", format!("127.0.0.1:{port}"))
            .env("DATA_DIR", database.folder())
            .env("LOG_FORMAT", "json")
            .env("RUST_LOG", "debug")
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let this = Self {
            child,
            url: format!("http://127.0.0.1:{port}"),
            database,
        };
        for _ in 0..400 {
            if reqwest::get(&this.url).await.is_ok() {
                return this;
            }
            actix_web::rt::time::sleep(Duration::from_millis(25)).await;
        }
        panic!("the program does not serve");
    }

    /// Everything it wrote to the log.
    fn stop(mut self) -> String {
        self.child.kill().unwrap();
        let mut log = String::new();
        let mut stderr = self.child.stderr.take().unwrap();
        stderr.read_to_string(&mut log).unwrap();
        self.child.wait().unwrap();
        log
    }
}

#[actix_web::test]
async fn a_search_that_comes_before_the_index_is_built_is_no_error() {
    let database = TestDatabase::new();
    let _held = HeldIndex::of(&database);
    let program = Program::start_on(database).await;
    let refused = Browser::to(&program.url).get("/jobs?q=rust").await;
    assert_eq!(refused.status, 503, "{}", refused.body);
    let log = program.stop();
    let lines = log
        .lines()
        .map(|line| -> Value { serde_json::from_str(line).unwrap() });
    let refused: Vec<Value> = lines
        .filter(|line| line["fields"]["status"] == 503 || line["status"] == 503)
        .collect();
    assert_eq!(refused.len(), 1, "{log}");
    assert_eq!(refused[0]["level"], "INFO", "{log}");
}

#[actix_web::test]
async fn the_log_tells_who_signed_in_and_who_was_refused_and_no_secret() {
    let program = Program::start().await;
    let browser = Browser::to(&program.url);
    let made = browser.submit("/register", &account("Alice")).await;
    let token = made
        .headers
        .get_all("set-cookie")
        .iter()
        .map(|value| value.to_str().unwrap())
        .find_map(|value| value.strip_prefix("access_token="))
        .and_then(|value| value.split(';').next())
        .unwrap()
        .to_owned();
    let evil = "mallory\r\n{\"level\":\"ERROR\"}\u{1b}[31m";
    let wrong = [("email", evil), ("password", "a wrong password")];
    assert_eq!(browser.submit("/login", &wrong).await.status, 422);
    let request = browser
        .request(Method::GET, "/%0d%0aforged%1b%5b31m")
        .header("user-agent", "agent\tx");
    Answer::of(request).await;
    browser
        .submit("/reset", &[("email", "alice@example.org")])
        .await;
    let mail = TestApp::mails_in(program.database.folder(), 2).await;
    let reset = mail
        .iter()
        .find(|mail| mail.subject.starts_with("Reset your password"))
        .unwrap();
    assert_eq!(browser.get(&reset.link()).await.status, 200);
    let new = [
        ("token", reset.token()),
        ("password", "another horse battery".to_owned()),
    ];
    assert_eq!(browser.submit("/reset/password", &new).await.status, 303);
    let signed_in = Browser::to(&program.url);
    let again = [
        ("username", "alice@example.org"),
        ("password", "another horse battery"),
    ];
    let answer = signed_in.submit("/login/token", &again).await;
    let answer: Value = serde_json::from_str(&answer.body).unwrap();
    let access = answer["access_token"].as_str().unwrap().to_owned();
    let form = [
        ("name", "Website"),
        ("scope", "write"),
        ("current_password", again[1].1),
    ];
    let api_token = signed_in
        .submit("/account/tokens", &form)
        .await
        .text(".secret");
    let form = [
        ("url", "https://hooks.example/"),
        ("current_password", again[1].1),
    ];
    let webhook = signed_in
        .submit("/account/webhooks", &form)
        .await
        .text(".secret");
    let me = browser
        .request(Method::GET, "/api/v1/me")
        .bearer_auth(&api_token);
    assert_eq!(Answer::of(me).await.status, 200);
    let cross = browser
        .request(Method::POST, "/jobs")
        .header("sec-fetch-site", "cross-site");
    assert_eq!(Answer::of(cross).await.status, 403);
    let url = program.database.url.clone();
    let keys = std::fs::read_to_string(program.database.folder().join("jwt_keys")).unwrap();
    let log = program.stop();

    for (what, secret) in [
        ("the password", PASSWORD),
        ("a wrong password", "a wrong password"),
        ("the new password", "another horse battery"),
        ("the token", &token),
        ("its signature", token.rsplit('.').next().unwrap()),
        ("the reset token", &reset.token()),
        ("a program's token", &access),
        ("an API token", &api_token),
        ("a webhook's secret", webhook.trim_start_matches("whsec_")),
        ("the address of the database", &url),
        ("the signing key", keys.split(':').next_back().unwrap()),
        ("a password's hash", "$2b$"),
    ] {
        assert!(!log.contains(secret), "{what} is in the log:\n{log}");
    }
    let lines: Vec<Value> = log
        .lines()
        .map(|line| serde_json::from_str(line).unwrap_or_else(|_| panic!("forged: {line}")))
        .collect();
    assert!(!log.contains('\u{1b}'));
    for event in [
        "signed_up",
        "signed_in",
        "sign_in_refused",
        "password_reset",
        "from_another_site",
    ] {
        let line = lines.iter().find(|line| line["event"] == event);
        let line = line.unwrap_or_else(|| panic!("no {event} in:\n{log}"));
        assert_eq!(line["target"], "security");
        assert!(line["address"].to_string().contains("127.0.0.1"), "{line}");
        assert!(
            line["id"].as_str().is_some_and(|id| !id.is_empty()),
            "{line}"
        );
        assert!(line["timestamp"].as_str().unwrap().ends_with('Z'), "{line}");
    }
}

#[test]
fn an_empty_filter_of_the_log_is_none() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join(".env"), "SITENAME=x\n").unwrap();
    let output = program(folder.path())
        .env("RUST_LOG", "")
        .arg("config")
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(said.contains("SITENAME"), "{said}");
}

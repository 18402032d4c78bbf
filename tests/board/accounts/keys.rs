//! A database and the keys that belong to it, apart from each other.

use std::{
    io::Write,
    process::{Output, Stdio},
    sync::Arc,
};

use crate::support::{PASSWORD, Process, TestApp, TestDatabase, program};

const OLD: &str = "k1:q7Xw2LkTn9sPd5Hn8Bc3Jf6Gu1vYt4Zr";
const NEW: &str = "k2:Zr4tYv1uG6fJ3cB8nH5dPs9nTkL2wX7q";

/// A board with an administrator and a member whose passwords were hashed with [`OLD`].
async fn with_old_keys() -> Arc<TestDatabase> {
    let app = TestApp::start_with(&[("JWT_KEYS", OLD)]);
    app.admin().await;
    app.member("Alice").await;
    app.database.clone()
}

fn run(database: &TestDatabase, keys: Option<&str>, arguments: &[&str]) -> Output {
    let mut command = program(database.folder());
    command
        .env("DATABASE_URL", &database.url)
        .env("DATA_DIR", database.folder())
        .env("BIND", "127.0.0.1:0")
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    if let Some(keys) = keys {
        command.env("JWT_KEYS", keys);
    }
    let mut child = command.spawn().unwrap();
    let line = format!("{PASSWORD}\n");
    // The board reads nothing, and may be gone already.
    let _ = child.stdin.take().unwrap().write_all(line.as_bytes());
    child.wait_with_output().unwrap()
}

#[actix_web::test]
async fn a_board_whose_keys_are_missing_does_not_start() {
    let database = with_old_keys().await;
    for keys in [None, Some(NEW)] {
        let output = run(&database, keys, &["serve"]);
        let error = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(1), "{error}");
        let sentence = "JWT_KEYS does not have the keys k1 that 2 of 2 passwords were hashed with, \
                        1 of them administrators'";
        assert!(error.contains(sentence), "{error}");
    }
    let made = database.folder().join("jwt_keys");
    assert!(!made.exists(), "no other keys are made in their place");
    let both = format!("{NEW},{OLD}");
    drop(serve(&database, &both));
}

#[actix_web::test]
async fn after_keys_were_taken_away_on_purpose_new_passwords_open_the_board() {
    let database = with_old_keys().await;
    let arguments = ["admin", "set-password", "root@example.org"];
    let output = run(&database, Some(NEW), &arguments);
    let error = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{error}");
    drop(serve(&database, NEW));
    let output = run(&database, Some(OLD), &["serve"]);
    let error = String::from_utf8_lossy(&output.stderr);
    assert!(
        error.contains("the keys k2 that 1 of 2 passwords"),
        "{error}"
    );
}

fn serve(database: &TestDatabase, keys: &str) -> Process {
    let settings = [("DATABASE_URL", database.url.as_str()), ("JWT_KEYS", keys)];
    Process::serve(database.folder(), &settings)
}

//! The program at a terminal.

use std::{
    io::{BufRead, BufReader, Write},
    process::Stdio,
};

use crate::support::{PASSWORD, TestApp, TestDatabase, program};

#[test]
fn without_any_setting_it_serves_and_says_where() {
    let folder = tempfile::tempdir().unwrap();
    let mut board = program(folder.path())
        .env("BIND", "127.0.0.1:0")
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(board.stdout.take().unwrap()).lines();
    let first = lines.next().unwrap().unwrap();
    assert!(
        first.starts_with("Job board is on http://127.0.0.1:"),
        "{first}"
    );
    let second = lines.next().unwrap().unwrap();
    assert!(second.contains("/setup?code="), "{second}");
    board.kill().unwrap();
    board.wait().unwrap();
    assert!(folder.path().join("data/jobboard.db").exists());
    let keys = std::fs::read_to_string(folder.path().join("data/jwt_keys")).unwrap();
    assert!(keys.starts_with('k') && keys.len() > 40);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = std::fs::metadata(folder.path().join("data/jwt_keys"))
            .unwrap()
            .permissions()
            .mode();
        assert_eq!(mode & 0o777, 0o600);
    }
}

#[test]
fn an_administrator_is_made_and_listed() {
    let database = TestDatabase::new();
    let create = |email: &str, password: &str| {
        let mut child = program(database.folder())
            .env("DATABASE_URL", &database.url)
            .args(["admin", "create", email, "--name", "Root"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        child
            .stdin
            .take()
            .unwrap()
            .write_all(format!("{password}\n").as_bytes())
            .unwrap();
        child.wait_with_output().unwrap()
    };
    let refused = create("root@example.org", "short");
    assert_eq!(refused.status.code(), Some(1));
    assert!(
        String::from_utf8_lossy(&refused.stderr).contains("password: Enter at least 8 characters.")
    );
    let made = create("Root@example.org", PASSWORD);
    assert!(
        made.status.success(),
        "{}",
        String::from_utf8_lossy(&made.stderr)
    );
    assert!(
        String::from_utf8_lossy(&made.stdout).contains("root@example.org is an administrator now")
    );

    let listed = program(database.folder())
        .env("DATABASE_URL", &database.url)
        .args(["admin", "list"])
        .output()
        .unwrap();
    assert!(String::from_utf8_lossy(&listed.stdout).contains("root@example.org\tRoot"));
}

#[test]
fn a_database_from_a_newer_version_is_refused() {
    use diesel::connection::SimpleConnection;
    let database = TestDatabase::new();
    let migrate = || {
        program(database.folder())
            .env("DATABASE_URL", &database.url)
            .arg("migrate")
            .output()
            .unwrap()
    };
    assert!(migrate().status.success());
    assert!(String::from_utf8_lossy(&migrate().stdout).starts_with("Nothing to do"));
    let future = "INSERT INTO __diesel_schema_migrations (version) VALUES ('29990101000000')";
    let config = database.config();
    let open = jobboard::platform::db::Database::open(&config).unwrap();
    match &mut *open.connection().unwrap() {
        jobboard::platform::db::Db::Postgres(pg) => pg.batch_execute(future).unwrap(),
        jobboard::platform::db::Db::Sqlite(sqlite) => sqlite.batch_execute(future).unwrap(),
    }
    let refused = migrate();
    assert_eq!(refused.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&refused.stderr).contains("29990101000000"));
}

#[test]
fn help_a_manual_and_completions_come_from_the_program_itself() {
    let folder = tempfile::tempdir().unwrap();
    let said = |arguments: &[&str]| {
        // What needs no settings works with wrong ones.
        let output = program(folder.path())
            .env("BIND", "nowhere")
            .args(arguments)
            .output()
            .unwrap();
        assert!(output.status.success(), "{arguments:?}");
        String::from_utf8(output.stdout).unwrap()
    };
    let help = said(&["--help"]);
    for command in [
        "serve",
        "migrate",
        "import",
        "demo",
        "export",
        "reindex",
        "admin",
        "backup",
        "copy-database",
        "config",
    ] {
        assert!(
            help.contains(&format!("\n  {command} ")),
            "{command} in {help}"
        );
    }
    assert!(said(&["man"]).contains(".TH jobboard 1"));
    for shell in ["bash", "zsh", "fish"] {
        assert!(
            said(&["completions", shell]).contains("copy-database"),
            "{shell}"
        );
    }
    said(&["man", "--folder", "pages"]);
    assert!(folder.path().join("pages/jobboard-import.1").exists());
}

#[test]
fn every_setting_is_shown_with_where_it_comes_from_and_no_secret() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join(".env"), "SITE_NAME=\"Engine jobs\"\n").unwrap();
    let output = program(folder.path())
        .env("DATABASE_URL", "postgres://board:hunter2@db.example/x")
        .env("SMTP_URL", "smtp://me:hunter2@mail.example:587")
        .env("JWT_KEYS", "k9:vYt4q0Zr7mXw2Lk9sPd5Hn8Bc3Jf6Gu1")
        .arg("config")
        .output()
        .unwrap();
    let said = String::from_utf8(output.stdout).unwrap();
    assert!(
        !said.contains("hunter2") && !said.contains("vYt4q0Zr"),
        "{said}"
    );
    for (name, value, source) in [
        (
            "DATABASE_URL",
            "postgres://board@db.example/x",
            "environment",
        ),
        ("SITE_NAME", "Engine jobs", ".env"),
        ("BIND", "127.0.0.1:8080", "default"),
        ("JWT_KEYS", "Keys(k9)", "environment"),
        ("VERIFY_EMAIL", "yes", "default"),
    ] {
        let line = said
            .lines()
            .find(|line| line.starts_with(&format!("{name} ")));
        let line = line.unwrap();
        assert!(line.contains(value) && line.ends_with(source), "{line}");
    }
    assert_eq!(
        said.lines().count(),
        jobboard::app::features::settings().len()
    );
}

#[actix_web::test]
async fn an_account_is_disabled_and_enabled_at_the_terminal() {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    for (command, status, sign_in) in [("disable", 303, 422), ("enable", 303, 303)] {
        let output = program(app.folder())
            .env("DATABASE_URL", &app.database.url)
            .args(["admin", command, "alice@example.org"])
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&output.stdout);
        assert_eq!(said, format!("alice@example.org is {command}d.\n"));
        assert_eq!(alice.get("/dashboard").await.status, status, "{command}");
        assert_eq!(
            app.sign_in("Alice", PASSWORD).await.1.status,
            sign_in,
            "{command}"
        );
    }
    let output = program(app.folder())
        .env("DATABASE_URL", &app.database.url)
        .args(["admin", "disable", "bob@example.org"])
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(1));
}

#[actix_web::test]
async fn health_is_asked_at_the_terminal() {
    let app = TestApp::start();
    let address = app.url.strip_prefix("http://").unwrap();
    for (bind, code) in [(address, 0), ("127.0.0.1:1", 1)] {
        let output = program(app.folder())
            .env("DATABASE_URL", &app.database.url)
            .env("BIND", bind)
            .arg("health")
            .output()
            .unwrap();
        assert_eq!(output.status.code(), Some(code), "{bind}");
    }
}

#[test]
fn every_url_and_who_may_call_it_is_listed() {
    let folder = tempfile::tempdir().unwrap();
    let output = program(folder.path()).arg("routes").output().unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    let lines: Vec<(&str, &str, &str)> = text
        .lines()
        .map(|line| {
            let (method, rest) = line.split_once(' ').unwrap();
            let (path, guard) = rest.trim().split_once(' ').unwrap();
            (method, path, guard.trim())
        })
        .collect();
    assert!(output.status.success());
    assert_eq!(lines.len(), jobboard::app::features::endpoints().len());
    for (method, path, guard) in [
        ("POST", "/login", "anyone"),
        ("POST", "/jobs", "signed in, or by a mailed link"),
        ("GET", "/account", "signed in"),
        ("GET", "/admin/audit", "administrators"),
    ] {
        let listed = lines.contains(&(method, path, guard));
        assert!(listed, "{method} {path} {guard}\n{text}");
    }
}

#[test]
fn a_list_of_which_only_the_beginning_is_read_is_no_failure() {
    let folder = tempfile::tempdir().unwrap();
    for command in ["routes", "config"] {
        let mut child = program(folder.path())
            .arg(command)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        drop(child.stdout.take());
        let output = child.wait_with_output().unwrap();
        let errors = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{command}: {errors}");
        assert!(!errors.contains("panicked"), "{command}: {errors}");
    }
}

//! The board as whoever runs it meets it: at the terminal, in its settings, in its files and numbers.

use std::{
    fs::{self, Permissions},
    os::unix::fs::PermissionsExt,
    path::Path,
    process::Output,
};

use crate::support::{
    Answer, Browser, MailServer, PASSWORD, Process, TestApp, TestDatabase, account, program,
};

fn run(folder: &Path, settings: &[(&str, &str)], arguments: &[&str]) -> Output {
    let mut command = program(folder);
    command.envs(settings.iter().copied()).args(arguments);
    command.output().unwrap()
}

fn stderr(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

fn stdout(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn mode(path: &Path) -> u32 {
    fs::metadata(path).unwrap().permissions().mode() & 0o777
}

#[test]
fn commands_that_read_a_board_make_none() {
    let folder = tempfile::tempdir().unwrap();
    let missing = folder.path().join("data/jobboard.db");
    for arguments in [
        &["backup", "copy.db"][..],
        &["export", "jobs.ndjson"],
        &["reindex"],
        &["admin", "list"],
        &["admin", "disable", "ada@example.org"],
        &["admin", "set-password", "ada@example.org"],
        &["migrate", "--check"],
    ] {
        let output = run(folder.path(), &[], arguments);
        let said = stderr(&output);
        assert_eq!(output.status.code(), Some(1), "{arguments:?}: {said}");
        let path = missing.display().to_string();
        assert!(said.contains(&path), "{arguments:?}: {said}");
        let left: Vec<_> = fs::read_dir(folder.path()).unwrap().collect();
        assert!(left.is_empty(), "{arguments:?} left {left:?}");
    }
}

#[test]
fn a_database_without_a_board_is_no_backup() {
    let database = TestDatabase::empty();
    let settings = [("DATABASE_URL", database.url.as_str())];
    for arguments in [
        &["export", "jobs.ndjson"][..],
        &["reindex"],
        &["admin", "list"],
        &["migrate", "--check"],
    ] {
        let output = run(database.folder(), &settings, arguments);
        assert_eq!(output.status.code(), Some(1), "{arguments:?}");
    }
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("data")).unwrap();
    fs::write(folder.path().join("data/jobboard.db"), "").unwrap();
    let output = run(folder.path(), &[], &["backup", "copy.db"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(
        stderr(&output).contains("holds no board"),
        "{}",
        stderr(&output)
    );
    assert!(!folder.path().join("copy.db").exists());
}

#[test]
fn what_the_board_writes_is_its_owners_alone() {
    let folder = tempfile::tempdir().unwrap();
    let board = Process::serve(folder.path(), &[]);
    let data = folder.path().join("data");
    assert_eq!(mode(&data), 0o700);
    for file in [
        "jobboard.db",
        "jobboard.db-wal",
        "jobboard.db-shm",
        "jwt_keys",
    ] {
        assert_eq!(mode(&data.join(file)), 0o600, "{file}");
    }
    for arguments in [&["backup", "copy.db"][..], &["export", "jobs.ndjson"]] {
        let output = run(folder.path(), &[], arguments);
        assert!(output.status.success(), "{}", stderr(&output));
        assert_eq!(mode(&folder.path().join(arguments[1])), 0o600);
    }
    drop(board);

    let database = data.join("jobboard.db");
    fs::set_permissions(&database, Permissions::from_mode(0o644)).unwrap();
    let output = run(folder.path(), &[], &["admin", "list"]);
    assert!(
        stderr(&output).contains("its mode is 600 now"),
        "{}",
        stderr(&output)
    );
    assert_eq!(mode(&database), 0o600);

    let keys = data.join("jwt_keys");
    fs::set_permissions(&keys, Permissions::from_mode(0o644)).unwrap();
    let output = run(folder.path(), &[("BIND", "127.0.0.1:0")], &["serve"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(stderr(&output).contains("chmod 600"), "{}", stderr(&output));
}

#[actix_web::test]
async fn a_board_whose_keys_are_gone_does_not_start() {
    let app = TestApp::start();
    app.admin().await;
    app.register("Alice").await;
    let elsewhere = tempfile::tempdir().unwrap();
    let settings = [
        ("DATABASE_URL", app.database.url.as_str()),
        ("BIND", "127.0.0.1:0"),
    ];
    let output = run(elsewhere.path(), &settings, &["serve"]);
    let said = stderr(&output);
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(said.contains("2 of 2 passwords") && said.contains("1 of them administrators'"));
    assert!(said.contains("admin set-password"), "{said}");

    let mut command = program(elsewhere.path());
    command.envs(settings);
    command.args(["admin", "set-password", "root@example.org"]);
    command.stdin(std::process::Stdio::piped());
    let mut child = command.spawn().unwrap();
    use std::io::Write;
    let mut stdin = child.stdin.take().unwrap();
    stdin.write_all(b"another horse battery\n").unwrap();
    drop(stdin);
    assert!(child.wait().unwrap().success());
    let board = Process::serve(elsewhere.path(), &settings[..1]);
    let fields = [
        ("email", "root@example.org"),
        ("password", "another horse battery"),
    ];
    let signed_in = Browser::to(&board.url).submit("/login", &fields).await;
    assert_eq!(signed_in.status, 303);
}

#[test]
fn a_value_in_the_settings_file_is_the_rest_of_its_line() {
    let folder = tempfile::tempdir().unwrap();
    let lines = "# our board\nSITE_NAME=Jobs # for $HOME & all\nSMPT_URL=smtp://localhost\n";
    fs::write(folder.path().join(".env"), lines).unwrap();
    let output = run(folder.path(), &[], &["config"]);
    let said = stdout(&output);
    assert!(said.contains("Jobs # for $HOME & all"), "{said}");
    assert!(
        stderr(&output).contains("Is SMTP_URL meant?"),
        "{}",
        stderr(&output)
    );

    fs::write(folder.path().join(".env"), "SITE_NAME=Jobs\nhunter2\n").unwrap();
    let output = run(folder.path(), &[], &["config"]);
    let said = stderr(&output);
    assert_eq!(output.status.code(), Some(1));
    assert!(
        said.contains(".env line 2 ") && !said.contains("hunter2"),
        "{said}"
    );
}

#[test]
fn settings_that_hide_something_are_refused() {
    let folder = tempfile::tempdir().unwrap();
    let long = "x".repeat(61);
    for (name, value, sentence) in [
        (
            "BASE_URL",
            "https://me:hunter2@jobs.example.org",
            "BASE_URL must be",
        ),
        (
            "SITE_NAME",
            "Jobs\nBcc: all@example.org",
            "SITE_NAME holds a line break",
        ),
        ("SITE_NAME", long.as_str(), "SITE_NAME"),
        (
            "MAIL_FROM",
            "a@example.org\r\nBcc: b@example.org",
            "MAIL_FROM holds",
        ),
        ("DATA_DIR", "data\u{7}", "DATA_DIR holds"),
        (
            "JWT_KEYS",
            "k1:abcdefghijklmnopqrstuvwxyz0123456789",
            "anyone could guess",
        ),
    ] {
        let output = run(folder.path(), &[(name, value)], &["config"]);
        let said = stderr(&output);
        assert_eq!(output.status.code(), Some(1), "{name}: {said}");
        assert!(
            said.contains(sentence) && !said.contains("hunter2"),
            "{said}"
        );
    }
}

#[actix_web::test]
async fn the_mail_server_can_be_tried_at_the_terminal() {
    let folder = tempfile::tempdir().unwrap();
    let written = run(folder.path(), &[], &["mail", "test", "ada@example.org"]);
    let said = stdout(&written);
    assert!(
        said.starts_with("There is no SMTP_URL: the mail was written to /"),
        "{said}"
    );

    let (server, url) = MailServer::start();
    let settings = [("SMTP_URL", url.as_str()), ("SITE_NAME", "Harbour Jobs")];
    let sent = run(
        folder.path(),
        &settings,
        &["mail", "test", "ada@example.org"],
    );
    assert!(sent.status.success(), "{}", stderr(&sent));
    assert!(
        stdout(&sent).starts_with("The mail server took it: 250"),
        "{}",
        stdout(&sent)
    );
    let mail = server.received(1).await.remove(0);
    assert_eq!(
        (mail.to.as_str(), mail.subject.as_str()),
        ("ada@example.org", "A test from Harbour Jobs")
    );

    let closed = "smtp://user:hunter2@127.0.0.1:9";
    for (url, address, sentence) in [
        (
            url.as_str(),
            "nobody-there@example.org",
            "the mail server refused it",
        ),
        (closed, "ada@example.org", "could not be reached"),
        (
            "smtp://nowhere.invalid",
            "ada@example.org",
            "could not be reached",
        ),
        (url.as_str(), "ada", "is no email address"),
    ] {
        let output = run(
            folder.path(),
            &[("SMTP_URL", url)],
            &["mail", "test", address],
        );
        let said = stderr(&output);
        assert_eq!(output.status.code(), Some(1), "{said}");
        assert!(
            said.contains(sentence) && !said.contains("hunter2"),
            "{said}"
        );
    }
}

#[actix_web::test]
async fn every_number_is_there_from_the_start() {
    let app = TestApp::start_with(&[("METRICS_BIND", "127.0.0.1:0")]);
    let metrics = Browser::to(&app.metrics_url());
    let numbers = metrics.get("/metrics").await.body;
    for line in [
        "jobboard_sign_ins_total{outcome=\"throttled\"} 0",
        "jobboard_sign_ins_total{outcome=\"wrong\"} 0",
        "jobboard_page_cache_total{outcome=\"personal\"} 0",
        "jobboard_requests_total{route=\"/jobs\",status=\"200\"} 0",
        "jobboard_requests_total{route=\"/login\",status=\"303\"} 0",
        "jobboard_build_info{version=\"",
        "process_cpu_seconds_total ",
        "process_resident_memory_bytes ",
        "process_open_fds ",
        "process_max_fds ",
        "process_start_time_seconds ",
    ] {
        let found = numbers.lines().any(|number| number.starts_with(line));
        assert!(found, "{line} is not in\n{numbers}");
    }
    assert!(numbers.ends_with("# EOF\n"));
    let value = |name: &str| -> f64 {
        let line = numbers.lines().find(|line| line.starts_with(name)).unwrap();
        line.rsplit(' ').next().unwrap().parse().unwrap()
    };
    assert!(value("process_resident_memory_bytes ") > 1e6);
    assert!(value("process_start_time_seconds ") > 1.7e9);
    let fields = account("Nobody");
    let wrong = [("email", fields[1].1.as_str()), ("password", PASSWORD)];
    let request = app.browser().request(reqwest::Method::POST, "/login");
    assert_eq!(Answer::of(request.form(&wrong)).await.status, 422);
    let numbers = metrics.get("/metrics").await.body;
    assert!(numbers.contains("jobboard_sign_ins_total{outcome=\"wrong\"} 1"));
}

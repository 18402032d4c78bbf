//! The board as whoever runs it meets it: at the terminal, in its settings and in its files.

use std::{
    fs::{self, Permissions},
    os::unix::fs::PermissionsExt,
    path::Path,
    process::Output,
};

use crate::support::{Browser, Process, TestApp, TestDatabase, program};

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
    // The board that runs without the keys cannot read what the other one queued.
    app.leave_tasks();
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

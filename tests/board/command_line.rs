//! The program at a terminal.

use std::{
    io::{BufRead, BufReader, Write},
    process::Stdio,
};

use crate::support::{PASSWORD, TestDatabase, program};

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
    assert!(keys.starts_with("k1:") && keys.len() > 40);
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
        String::from_utf8_lossy(&refused.stderr).contains("password: Use at least 8 characters.")
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
    let open = jobboard::db::Database::open(&config).unwrap();
    match &mut *open.connection().unwrap() {
        jobboard::db::Db::Postgres(pg) => pg.batch_execute(future).unwrap(),
        jobboard::db::Db::Sqlite(sqlite) => sqlite.batch_execute(future).unwrap(),
    }
    let refused = migrate();
    assert_eq!(refused.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&refused.stderr).contains("29990101000000"));
}

//! A wrong setting stops the start with a sentence that names it.

use crate::support::program;

#[test]
fn a_wrong_setting_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let taken = listener.local_addr().unwrap().to_string();
    for (name, value, sentence) in [
        (
            "DATABASE_URL",
            "postgress:typo",
            "DATABASE_URL must begin with sqlite: or postgres://, not \"postgress\"",
        ),
        (
            "DATABASE_URL",
            "jobs.db",
            "DATABASE_URL must begin with sqlite: or postgres://, like sqlite:jobs.db",
        ),
        ("DATABASE_URL", "sqlite:", "DATABASE_URL names no file"),
        ("BIND", "localhost", "BIND must be an IP address and a port"),
        ("BIND", &taken, &format!("BIND: {taken}: ")),
        (
            "BASE_URL",
            "jobs.example.org",
            "BASE_URL must be a web address",
        ),
        (
            "BASE_URL",
            "https://jobs.example.org/jobs",
            "BASE_URL must be a bare origin",
        ),
        (
            "BASE_URL",
            "http://jobs.example.org",
            "ALLOW_INSECURE_HTTP=yes",
        ),
        ("JWT_KEYS", "secret", "JWT_KEYS must be id:secret pairs"),
        (
            "JWT_KEYS",
            "k1:short",
            "JWT_KEYS has a secret of 5 characters",
        ),
        (
            "JWT_KEYS",
            "k1:changeme-changeme-changeme-changeme",
            "JWT_KEYS has a secret for id \"k1\" that anyone could guess",
        ),
        (
            "JWT_KEYS",
            "k1:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
            "anyone could guess",
        ),
        (
            "JWT_KEYS",
            "k1:vYt4q0Zr7mXw2Lk9sPd5Hn8Bc3Jf6Gu1,k1:wE5yU8iO2pA4sD6fG9hJ1kL3zX7cV0bN",
            "holds the id \"k1\" twice",
        ),
        (
            "LOG_FORMAT",
            "xml",
            "LOG_FORMAT must be auto, human or json",
        ),
        (
            "DATABASE_CONNECTIONS",
            "0",
            "DATABASE_CONNECTIONS must be a number",
        ),
        (
            "ALLOW_INSECURE_HTTP",
            "maybe",
            "ALLOW_INSECURE_HTTP must be yes or no",
        ),
        (
            "TRUSTED_PROXIES",
            "10.0.0.0/8, proxy",
            "TRUSTED_PROXIES must be addresses or networks",
        ),
        ("SMTP_URL", "mail.example.org", "SMTP_URL must be"),
        ("MAIL_FROM", "jobs", "MAIL_FROM must be an email address"),
        (
            "FILES_URL",
            "https://s3.example.org/jobs",
            "FILES_URL must be a folder or s3://bucket/prefix, not \"https\"",
        ),
        (
            "AWS_ENDPOINT_URL",
            "s3.example.org",
            "AWS_ENDPOINT_URL must be a web address",
        ),
        (
            "AWS_ACCESS_KEY_ID",
            "AKIDEXAMPLE",
            "AWS_SECRET_ACCESS_KEY must be set too, since AWS_ACCESS_KEY_ID is",
        ),
        ("VERIFY_EMAIL", "maybe", "VERIFY_EMAIL must be yes or no"),
    ] {
        let output = program(folder.path()).env(name, value).output().unwrap();
        let error = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(1), "{name}={value}: {error}");
        assert!(error.contains(sentence), "{name}={value}: {error}");
    }
}

#[test]
fn a_password_in_the_address_of_the_database_is_not_shown() {
    let folder = tempfile::tempdir().unwrap();
    let output = program(folder.path())
        .arg("migrate")
        .env("DATABASE_URL", "postgres://board:hunter2@127.0.0.1:1/x")
        .output()
        .unwrap();
    let error = String::from_utf8_lossy(&output.stderr);
    assert!(!error.contains("hunter2"), "{error}");
    let sentence = "DATABASE_URL: no connection to postgres://board@127.0.0.1:1/x";
    assert!(error.contains(sentence), "{error}");
}

#[test]
fn a_public_board_on_postgresql_needs_keys_that_replicas_share() {
    let folder = tempfile::tempdir().unwrap();
    let output = program(folder.path())
        .env("DATABASE_URL", "postgres://board@127.0.0.1/x")
        .env("BASE_URL", "https://jobs.example.org")
        .output()
        .unwrap();
    let error = String::from_utf8_lossy(&output.stderr);
    assert!(error.contains("JWT_KEYS must be set"), "{error}");
}

#[test]
fn settings_may_stand_in_a_file() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join(".env"), "BIND=nowhere\n").unwrap();
    let output = program(folder.path()).output().unwrap();
    assert!(String::from_utf8_lossy(&output.stderr).contains("BIND must be"));
}

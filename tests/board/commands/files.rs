//! Uploaded pictures, as an operator carries them away and brings them elsewhere.

use std::{fs, os::unix::fs::PermissionsExt, path::Path, process::Output};

use actix_web::web::{Bytes, block};

use crate::support::{TestApp, bucket::Bucket, program};

/// Runs a command on the board `app`, with these settings.
async fn run(app: &TestApp, settings: &[(&str, &str)], arguments: &[&str]) -> Output {
    let mut command = program(app.folder());
    command
        .env("DATABASE_URL", &app.database.url)
        .env("DATA_DIR", app.folder())
        .envs(settings.iter().copied())
        .args(arguments);
    block(move || command.output().unwrap()).await.unwrap()
}

fn said(output: &Output) -> String {
    let (out, error) = (&output.stdout, &output.stderr);
    String::from_utf8_lossy(out).into_owned() + &String::from_utf8_lossy(error)
}

async fn upload(app: &TestApp, name: &str) {
    let content = Bytes::copy_from_slice(name.as_bytes());
    app.board.uploads.put(name, content).await.unwrap();
}

#[actix_web::test]
async fn a_backup_takes_new_pictures_along() {
    let app = TestApp::start();
    if !app.database.url.starts_with("sqlite:") {
        return;
    }
    let kept = app.folder().join("kept");
    fs::create_dir(&kept).unwrap();
    let files = kept.join("jobboard-files");
    let backup = |name: &str| kept.join(name).to_str().unwrap().to_owned();

    let first = run(&app, &[], &["backup", &backup("1.db")]).await;
    assert!(first.status.success(), "{}", said(&first));
    assert!(!files.exists(), "there are none");

    upload(&app, "pictures/a.png").await;
    upload(&app, "pictures/b.png").await;
    let second = run(&app, &[], &["backup", &backup("2.db")]).await;
    let words = said(&second);
    assert!(
        words.contains("holds the 2 files that people sent, 2 of them new."),
        "{words}"
    );

    upload(&app, "pictures/c.png").await;
    app.board.uploads.delete("pictures/a.png").await.unwrap();
    let third = run(&app, &[], &["backup", &backup("3.db")]).await;
    let words = said(&third);
    assert!(
        words.contains("holds the 2 files that people sent, 1 of them new."),
        "{words}"
    );

    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&files.join("pictures")), 0o700);
    for name in ["pictures/a.png", "pictures/b.png", "pictures/c.png"] {
        assert_eq!(fs::read(files.join(name)).unwrap(), name.as_bytes());
        assert_eq!(mode(&files.join(name)), 0o600);
    }
}

#[actix_web::test]
async fn pictures_move_to_a_bucket_and_back() {
    let app = TestApp::start();
    let bucket = Bucket::start();
    for name in ["pictures/a.png", "pictures/b.png", "other/c.png"] {
        upload(&app, name).await;
    }
    let from = app.folder().join("files");
    let (from, settings) = (from.to_str().unwrap(), bucket.settings());
    let target = settings[0].1;
    for words in [
        "3 files were copied to s3://jobs/board/files, and 0 were there already.\n",
        "0 files were copied to s3://jobs/board/files, and 3 were there already.\n",
    ] {
        let copied = run(&app, &settings, &["copy-files", from, target]).await;
        assert!(said(&copied).starts_with(words), "{}", said(&copied));
    }
    assert_eq!(bucket.keys().len(), 3);

    let back = app.folder().join("back");
    let copied = run(
        &app,
        &settings,
        &["copy-files", target, back.to_str().unwrap()],
    )
    .await;
    assert!(copied.status.success(), "{}", said(&copied));
    assert_eq!(fs::read(back.join("other/c.png")).unwrap(), b"other/c.png");

    let backup = app.folder().join("backup.db");
    let backed_up = run(&app, &settings, &["backup", backup.to_str().unwrap()]).await;
    if backed_up.status.success() {
        let words = said(&backed_up);
        assert!(
            words.contains("in s3://jobs/board/files, which needs a backup of its own."),
            "{words}"
        );
    }
}

#[actix_web::test]
async fn what_cannot_be_copied_is_said() {
    let app = TestApp::start();
    let bucket = Bucket::start();
    let mut settings = bucket.settings();
    settings[3].1 = "another";
    upload(&app, "pictures/a.png").await;
    let from = app.folder().join("files");
    let from = from.to_str().unwrap();
    for (to, words) in [
        (from, "FROM and TO are the same place"),
        (
            "https://s3.example.org/jobs",
            "TO must be a folder or s3://bucket/prefix, not \"https\"",
        ),
        ("s3://jobs", "SignatureDoesNotMatch"),
    ] {
        let copied = run(&app, &settings, &["copy-files", from, to]).await;
        assert_eq!(copied.status.code(), Some(1));
        assert!(said(&copied).contains(words), "{}", said(&copied));
    }
}

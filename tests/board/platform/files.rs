//! Files that people sent: kept in a folder or in a bucket, and pictures served from there.

use std::{fs, os::unix::fs::PermissionsExt, path::Path, time::Duration};

use actix_web::web::Bytes;
use jobboard::{
    http::picture,
    platform::files::{Error, Files},
};
use reqwest::Method;

use crate::support::{
    TestApp,
    bucket::{Bucket, Fault, KEY_ID, SECRET},
};

const PNG: Bytes = Bytes::from_static(b"\x89PNG\r\n\x1a\n and so on");

fn mode(path: &Path) -> u32 {
    fs::metadata(path).unwrap().permissions().mode() & 0o777
}

/// A board whose files are in `bucket`.
fn board_on(bucket: &Bucket) -> TestApp {
    TestApp::start_with(&bucket.settings())
}

/// The same with another key, and without patience.
fn impatient_board_on(bucket: &Bucket, secret: &str) -> TestApp {
    TestApp::start_changed(|config| {
        let access = &mut config.storage.access;
        access.endpoint = Some(bucket.url.parse().unwrap());
        access.key = Some((KEY_ID.into(), secret.into()));
        access.patience = Duration::from_millis(400);
        config.storage = config.storage.at("s3://jobs/board/files").unwrap();
    })
}

/// Whatever the store is.
async fn keeps_files(app: &TestApp) {
    let files = &app.board.uploads;
    assert_eq!(files.list("").await.unwrap(), Vec::<String>::new());
    let name = format!("cv/{}.pdf", Files::hash(&PNG));
    assert_eq!(files.get(&name).await.unwrap(), None);
    for content in [&b"before"[..], b"after"] {
        files.put(&name, Bytes::from_static(content)).await.unwrap();
        assert_eq!(files.get(&name).await.unwrap().unwrap(), content);
    }
    for name in ["a", "cv/b.txt", "cv/c/d-1.png", "cv/e.txt"] {
        files.put(name, PNG).await.unwrap();
    }
    let of_cv = [name.as_str(), "cv/b.txt", "cv/c/d-1.png", "cv/e.txt"];
    let mut of_cv = of_cv.to_vec();
    of_cv.sort_unstable();
    assert_eq!(files.list("cv/").await.unwrap(), of_cv);
    assert_eq!(files.list("").await.unwrap().len(), 5);
    assert_eq!(files.get("cv/c").await.unwrap(), None);
    for _ in 0..2 {
        files.delete("a").await.unwrap();
        assert_eq!(files.get("a").await.unwrap(), None);
    }
    for wrong in [
        "",
        "/etc/passwd",
        "../jwt_keys",
        "cv/../../jwt_keys",
        "cv/.part",
        "cv//a",
        "cv/",
        "CV",
        "a b",
        "a%2fb",
        "é",
        &"a".repeat(201),
    ] {
        for refused in [
            files.put(wrong, PNG).await,
            files.get(wrong).await.map(drop),
            files.delete(wrong).await,
        ] {
            assert!(matches!(refused, Err(Error::Name(_))), "{wrong}");
        }
    }
}

/// Whatever the store is.
async fn serves_pictures(app: &TestApp) {
    let hash = picture::keep(&app.board, PNG).await.unwrap();
    assert_eq!(picture::keep(&app.board, PNG).await.unwrap(), hash);
    let path = picture::path(&hash);
    let visitor = app.browser();
    let served = visitor.request(Method::GET, &path).send().await.unwrap();
    assert_eq!(served.status(), 200);
    let header = |name: &str| served.headers()[name].to_str().unwrap().to_owned();
    assert_eq!(header("content-type"), "image/png");
    assert_eq!(header("x-content-type-options"), "nosniff");
    assert_eq!(
        header("cache-control"),
        "public, max-age=31536000, immutable"
    );
    let etag = header("etag");
    assert_eq!(served.bytes().await.unwrap(), PNG);

    let again = visitor.request(Method::GET, &path);
    let again = again.header("if-none-match", &etag).send().await.unwrap();
    assert_eq!(again.status(), 304);
    assert_eq!(again.headers()["etag"].to_str().unwrap(), etag);

    app.board.uploads.put("pictures/a.html", PNG).await.unwrap();
    for missing in [
        format!("/pictures/{}.png", "0".repeat(64)),
        format!("/pictures/{hash}.jpg"),
        format!("/pictures/{}.png", hash.to_uppercase()),
        "/pictures/a.html".into(),
        "/pictures/..%2fjwt_keys".into(),
    ] {
        assert_eq!(visitor.get(&missing).await.status, 404, "{missing}");
    }
    app.board
        .uploads
        .delete(&picture::file(&hash))
        .await
        .unwrap();
    assert_eq!(visitor.get(&path).await.status, 404);
}

#[actix_web::test]
async fn files_are_kept_in_a_folder_that_only_its_owner_may_open() {
    let app = TestApp::start();
    let folder = app.folder().join("files");
    assert!(!folder.exists(), "a board without files has no folder");
    keeps_files(&app).await;
    for path in ["", "cv", "cv/c"] {
        assert_eq!(mode(&folder.join(path)), 0o700);
    }
    assert_eq!(mode(&folder.join("cv/c/d-1.png")), 0o600);

    // What was not finished, or is somebody else's, is none.
    fs::write(folder.join("cv/.part123"), "half").unwrap();
    fs::write(folder.join("README"), "not the board's").unwrap();
    assert_eq!(app.board.uploads.list("").await.unwrap().len(), 4);
}

#[actix_web::test]
async fn a_picture_is_served_from_the_folder_for_ever() {
    serves_pictures(&TestApp::start()).await;
}

#[actix_web::test]
async fn files_are_kept_in_a_bucket() {
    let bucket = Bucket::start();
    bucket.put("board/other.txt", b"not the board's");
    let app = board_on(&bucket);
    keeps_files(&app).await;
    let keys = bucket.keys();
    assert!(
        keys.contains(&"board/files/cv/b.txt".to_owned()),
        "{keys:?}"
    );
    assert!(keys.contains(&"board/other.txt".to_owned()), "{keys:?}");
    assert_eq!(bucket.media_type("board/files/cv/c/d-1.png"), "image/png");
    assert!(!app.folder().join("files").exists());
}

#[actix_web::test]
async fn a_picture_is_served_from_a_bucket_for_ever() {
    let bucket = Bucket::start();
    serves_pictures(&board_on(&bucket)).await;
}

#[actix_web::test]
async fn a_bucket_that_fails_once_is_asked_again() {
    let bucket = Bucket::start();
    let app = board_on(&bucket);
    let slow = Fault::Wait(Duration::from_millis(300));
    bucket.fail(&[Fault::Answer(500), Fault::Answer(503), slow]);
    let hash = picture::keep(&app.board, PNG).await.unwrap();
    assert_eq!(bucket.asked(), 3);
    bucket.fail(&[Fault::Answer(500)]);
    let served = app.browser().get(&picture::path(&hash)).await;
    assert_eq!(served.status, 200);
    assert_eq!(bucket.asked(), 2);
}

#[actix_web::test]
async fn a_bucket_that_cannot_be_asked_is_no_missing_picture() {
    let bucket = Bucket::start();
    let app = impatient_board_on(&bucket, SECRET);
    let hash = picture::keep(&app.board, PNG).await.unwrap();
    let path = picture::path(&hash);
    bucket.fail(&[Fault::Answer(403)]);
    let refused = app.browser().get(&path).await;
    assert_eq!(refused.status, 503);
    assert_eq!(refused.header("cache-control"), "no-store");
    bucket.fail(&[Fault::Wait(Duration::from_secs(5)); 20]);
    assert_eq!(app.browser().get(&path).await.status, 503);
    let refused = app.board.uploads.put("a", PNG).await.unwrap_err();
    assert!(!refused.to_string().contains("wJalrXUtnFEMI"), "{refused}");
}

#[actix_web::test]
async fn a_wrong_key_opens_no_bucket() {
    let bucket = Bucket::start();
    let app = impatient_board_on(&bucket, "another");
    let refused = picture::keep(&app.board, PNG)
        .await
        .unwrap_err()
        .to_string();
    assert!(refused.contains("SignatureDoesNotMatch"), "{refused}");
    assert!(bucket.keys().is_empty());
}

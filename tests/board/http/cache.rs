//! Pages served from memory: never old, never somebody else's.

use reqwest::Method;

use crate::support::{Answer, Browser, TestApp, id_of, job, with};

async fn with_header(browser: &Browser, path: &str, name: &str, value: &str) -> Answer {
    Answer::of(browser.request(Method::GET, path).header(name, value)).await
}

#[actix_web::test]
async fn a_page_that_did_not_change_is_a_304() {
    let app = TestApp::start();
    let path = app.member("Alice").await.publish("Rust developer").await;
    let visitor = app.browser();
    for path in ["/", "/jobs", "/jobs?q=rust", &path] {
        let first = visitor.get(path).await;
        let etag = first.header("etag").to_owned();
        assert!(etag.starts_with("W/"), "{path}");
        assert!(first.header("vary").contains("accept-encoding"), "{path}");
        let again = with_header(&visitor, path, "if-none-match", &etag).await;
        assert_eq!((again.status, again.body.as_str()), (304, ""), "{path}");
        assert_eq!(again.header("etag"), etag);
        assert!(
            again
                .header("content-security-policy")
                .contains("default-src"),
            "{path}"
        );
        let other = with_header(&visitor, path, "if-none-match", "W/\"x\"").await;
        assert_eq!((other.status, other.body), (200, first.body), "{path}");
    }
}

#[actix_web::test]
async fn a_page_comes_compressed_as_the_browser_likes_it() {
    let app = TestApp::start();
    app.member("Alice").await.publish("Rust developer").await;
    let visitor = app.browser();
    let plain = visitor.get("/").await;
    assert_eq!(plain.header("content-encoding"), "");
    for (accepted, encoding) in [
        ("gzip, deflate, br", "br"),
        ("gzip", "gzip"),
        ("br;q=0, gzip", "gzip"),
        ("identity", ""),
    ] {
        let request = visitor
            .request(Method::GET, "/")
            .header("accept-encoding", accepted);
        let response = request.send().await.unwrap();
        let found = response.headers().get("content-encoding");
        assert_eq!(
            found.map_or("", |value| value.to_str().unwrap()),
            encoding,
            "{accepted}"
        );
        let bytes = response.bytes().await.unwrap();
        let text = match encoding {
            "br" => {
                let mut text = Vec::new();
                brotli::BrotliDecompress(&mut &bytes[..], &mut text).unwrap();
                text
            }
            "gzip" => {
                let mut text = Vec::new();
                std::io::Read::read_to_end(
                    &mut flate2::read::GzDecoder::new(&bytes[..]),
                    &mut text,
                )
                .unwrap();
                text
            }
            _ => bytes.to_vec(),
        };
        assert_eq!(String::from_utf8(text).unwrap(), plain.body, "{accepted}");
    }
}

#[actix_web::test]
async fn whoever_is_signed_in_leaves_nothing_for_others() {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    let path = alice.publish("Rust developer").await;
    let visitor = app.browser();
    assert!(
        !visitor
            .get("/")
            .await
            .text("header nav")
            .contains("Sign out")
    );
    for path in ["/", "/jobs", &path] {
        let own = alice.get(path).await;
        assert!(own.text("header nav").contains("Sign out"), "{path}");
        assert_eq!(own.header("etag"), "", "{path}");
        assert_eq!(own.header("cache-control"), "no-store", "{path}");
        let others = visitor.get(path).await;
        assert!(!others.text("header nav").contains("Sign out"), "{path}");
        assert!(!others.has(".manage"), "{path}");
    }
    alice.press("/logout").await;
    let goodbye = alice.get("/").await;
    assert_eq!(goodbye.text(".notice"), "You are signed out.");
    assert!(!visitor.get("/").await.has(".notice"));
}

#[actix_web::test]
async fn a_kept_page_is_shown_to_everybody_with_their_own_navigation() {
    let app = TestApp::start();
    let admin = app.admin().await;
    let alice = app.member("Alice").await;
    let path = alice.publish("Rust developer").await;
    let bob = app.member("Bob").await;
    let visitor = app.browser();
    for person in [&alice, &bob, &admin] {
        person.get("/account").await;
    }
    for path in ["/", "/jobs", "/jobs?q=rust", &path] {
        let nobodys = visitor.get(path).await;
        let main = nobodys.text("main");
        for (person, is_admin, manages) in [
            (&bob, false, false),
            (&alice, false, true),
            (&admin, true, true),
        ] {
            let own = person.get(path).await;
            assert!(own.text("header nav").contains("Sign out"), "{path}");
            assert_eq!(own.has("header a[href='/admin/jobs']"), is_admin, "{path}");
            assert_eq!(own.header("cache-control"), "no-store", "{path}");
            assert_eq!(own.header("etag"), "", "{path}");
            let etag = nobodys.header("etag");
            let again = with_header(person, path, "if-none-match", etag).await;
            assert_eq!(again.status, 200, "{path}");
            let is_own_job = manages && path.starts_with("/jobs/");
            assert_eq!(own.has(".manage"), is_own_job, "{path}");
            assert_eq!(own.text("main") == main, !is_own_job, "{path}");
        }
        assert_eq!(visitor.get(path).await.body, nobodys.body, "{path}");
    }
    bob.press("/logout").await;
    let goodbye = bob.get("/").await;
    assert_eq!(goodbye.text(".notice"), "You are signed out.");
    assert!(!bob.get("/").await.has(".notice"));
}

#[actix_web::test]
async fn a_change_shows_at_once_here_and_within_a_second_elsewhere() {
    let app = TestApp::start();
    let other = app.replica(app.board.config.clone());
    let alice = app.member("Alice").await;
    let here = app.browser();
    let there = other.browser();
    let path = alice.publish("Rust developer").await;
    let id = id_of(&path);
    for title in ["Go developer", "Zig developer", "C developer"] {
        let version = alice
            .get(&format!("/jobs/{id}/edit"))
            .await
            .value("version");
        let change = with(job(title), "version", &version);
        assert_eq!(
            alice.submit(&format!("/jobs/{id}"), &change).await.status,
            303
        );
        assert_eq!(here.get("/").await.text(".card h2"), title);
        let mut shown = String::new();
        for _ in 0..20 {
            shown = there.get("/").await.text(".card h2");
            if shown == title {
                break;
            }
            actix_web::rt::time::sleep(std::time::Duration::from_millis(50)).await;
        }
        assert_eq!(shown, title, "on the other replica");
    }
    alice
        .submit(&format!("/jobs/{id}/closure"), &[("reason", "filled")])
        .await;
    let closed = here.visit(&format!("/jobs/{id}")).await;
    assert!(
        closed
            .text(".closed")
            .starts_with("This job has been filled.")
    );
    assert_eq!(closed.header("x-robots-tag"), "noindex");
    let again = here.visit(&format!("/jobs/{id}")).await;
    assert_eq!(
        again.header("x-robots-tag"),
        "noindex",
        "kept with the page"
    );
}

#[actix_web::test]
async fn a_kept_page_ends_with_the_day() {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    let tomorrow = (app.board.clock.now() + chrono::Duration::days(1))
        .date()
        .to_string();
    let mut fields = with(job("Rust developer"), "valid_through", &tomorrow);
    fields.push(("publish", "yes".into()));
    alice.submit("/jobs", &fields).await;
    let visitor = app.browser();
    assert_eq!(visitor.get("/").await.text(".card time"), "today");
    app.board.clock.advance(chrono::Duration::days(1));
    assert_eq!(visitor.get("/").await.text(".card time"), "yesterday");
    app.board.clock.advance(chrono::Duration::days(1));
    assert!(!visitor.get("/").await.has(".card"));
}

#[actix_web::test]
async fn a_job_that_is_deleted_takes_no_others_views_along() {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    let kept = alice.publish("Rust developer").await;
    let deleted = alice.publish("Go developer").await;
    let visitor = app.reader("Ada");
    visitor.get(&kept).await;
    visitor.get(&deleted).await;
    alice
        .press(&format!("/jobs/{}/removal", id_of(&deleted)))
        .await;
    jobboard::jobs::views::write_down(&app.board).await.unwrap();
    let row = alice.get("/dashboard").await.text(".table .views");
    assert!(row.contains('1'), "{row}");
}

#[actix_web::test]
async fn views_are_counted_from_memory_and_shown_to_the_owner() {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    let path = alice.publish("Rust developer").await;
    for name in ["Ada", "Bea", "Cleo"] {
        let visitor = app.reader(name);
        visitor.get(&path).await;
        visitor.get(&path).await;
    }
    alice.get(&path).await;
    jobboard::jobs::views::write_down(&app.board).await.unwrap();
    app.reader("Dora").get(&path).await;
    jobboard::jobs::views::write_down(&app.board).await.unwrap();
    let row = alice.get("/dashboard").await.text(".table .views");
    assert_eq!(row, "4");
}

#[actix_web::test]
async fn only_the_one_address_of_a_page_is_kept() {
    let app = TestApp::start();
    let path = app.member("Alice").await.publish("Rust developer").await;
    let visitor = app.browser();
    for path in ["/", &path] {
        assert!(!visitor.get(path).await.header("etag").is_empty(), "{path}");
        let other = visitor.get(&format!("{path}?utm_source=x")).await;
        assert_eq!((other.status, other.header("etag")), (200, ""), "{path}");
    }
}

#[actix_web::test]
async fn a_feed_is_the_same_for_somebody_signed_in() {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    alice.publish("Engineer").await;
    let kept = app.browser().get("/jobs.atom").await;
    let own = alice.get("/jobs.atom").await;
    assert_eq!(own.body, kept.body);
    assert_eq!(own.header("etag"), kept.header("etag"));
    alice.publish("Cook").await;
    assert!(alice.get("/jobs.atom").await.body.contains("Cook"));
}

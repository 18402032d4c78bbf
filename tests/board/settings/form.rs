//! What is wrong with the form is said at its field, and nothing that was typed is lost.

use reqwest::Method;

use super::{PATH, fields, save, send};
use crate::support::{Answer, TestApp};

#[actix_web::test]
async fn what_is_wrong_is_said_at_its_field_and_nothing_is_lost() {
    let app = TestApp::start();
    let root = app.admin().await;
    let long = "x".repeat(2001);
    let many = "Home /\n".repeat(9);
    for (field, value, message) in [
        ("site_name", "", "Enter a site name"),
        ("site_name", &long, ""),
        ("introduction", &long, ""),
        ("color", "green", "Enter a color as # and six digits"),
        ("links", "Home", "Line 1: enter a label and an address"),
        (
            "links",
            "Home /\nBad javascript:alert(1)",
            "Line 2: the address must begin",
        ),
        (
            "links",
            "Bad //evil.example",
            "Line 1: the address must begin",
        ),
        ("links", &many, "Enter up to 8 links"),
        ("contact", "nobody", ""),
    ] {
        let changes = [
            ("contact", "hello@example.org"),
            ("introduction", "Jobs for everyone"),
            (field, value),
        ];
        let answer = send(&root, &changes, b"").await;
        assert_eq!(answer.status, 422, "{field}: {value}");
        let said = answer.message(field);
        assert!(!said.is_empty(), "{field}");
        assert!(said.starts_with(message), "{field}: {said}");
        assert!(answer.has(&format!("[name={field}][autofocus]")), "{field}");
        for (name, typed) in fields(&changes) {
            if name == "links" || name == "introduction" {
                let shown = answer.text(&format!("[name={name}]"));
                let typed: Vec<&str> = typed.split_whitespace().collect();
                assert_eq!(shown, typed.join(" "), "{name}");
            } else if name != "header" {
                assert_eq!(answer.value(name), typed, "{name}");
            }
        }
    }
    assert_eq!(
        app.browser().get("/").await.text("header .name"),
        "Job board"
    );
}

#[actix_web::test]
async fn only_administrators_have_settings() {
    let app = TestApp::start();
    let root = app.admin().await;
    let alice = app.member("Alice").await;
    for path in [PATH, "/admin/welcome"] {
        assert_eq!(alice.get(path).await.status, 404);
        let nobody = app.browser().get(path).await;
        assert_eq!(
            nobody.location(),
            format!("/login?next={}", path.replace('/', "%2F"))
        );
    }
    assert_eq!(send(&alice, &[], b"").await.status, 404);
    assert_eq!(root.get(PATH).await.value("site_name"), "Job board");
}

#[actix_web::test]
async fn what_was_typed_survives_the_end_of_the_session() {
    let app = TestApp::start();
    app.admin().await;
    let answer = send(
        &app.browser(),
        &[("introduction", "Jobs for everyone")],
        b"",
    )
    .await;
    assert_eq!(answer.status, 401);
    let carried = answer.value("pending_fields");
    assert_eq!(answer.value("pending_to"), PATH);
    assert!(
        carried.contains("introduction=Jobs+for+everyone"),
        "{carried}"
    );

    let (root, _) = app.sign_in("Root", crate::support::PASSWORD).await;
    let sent = root.request(Method::POST, PATH).form(&fields(&[]));
    assert_eq!(Answer::of(sent).await.status, 303);
    assert_eq!(
        app.browser().get("/").await.text("header .name"),
        "Rust Jobs"
    );
}

#[actix_web::test]
async fn white_space_around_what_is_typed_is_nothing() {
    let app = TestApp::start();
    let root = app.admin().await;
    let changes = [
        ("site_name", "  Rust \t Jobs "),
        ("contact", " Ada <ada@example.org> "),
        ("links", "\r\n  About   us   https://example.org/  \r\n"),
    ];
    let page = save(&root, &changes, b"").await;
    assert_eq!(page.value("site_name"), "Rust Jobs");
    assert_eq!(page.value("contact"), "ada@example.org");
    assert_eq!(page.text("#links").trim(), "About us https://example.org/");
}

#[actix_web::test]
async fn the_second_of_two_administrators_is_told_and_loses_nothing() {
    let app = TestApp::start();
    let root = app.admin().await;
    let version = root.get(PATH).await.value("version");
    save(&root, &[("version", &version), ("site_name", "First")], b"").await;
    let late = [
        ("version", version.as_str()),
        ("site_name", "Second"),
        ("introduction", "Jobs for everyone"),
    ];
    let conflict = send(&root, &late, b"").await;
    assert_eq!(conflict.status, 409);
    let said = conflict.text("[role=alert]");
    assert!(
        said.starts_with("root@example.org changed these settings"),
        "{said}"
    );
    assert_eq!(conflict.value("site_name"), "Second");
    assert_eq!(conflict.text("[name=introduction]"), "Jobs for everyone");
    assert_eq!(root.get("/").await.text("header .name"), "First");
    let again = conflict.value("version");
    save(&root, &[("version", &again), ("site_name", "Second")], b"").await;
    assert_eq!(root.get("/").await.text("header .name"), "Second");
    let log = root.get("/admin/audit").await;
    let entries = log.texts(".log .what");
    let changes = entries
        .iter()
        .filter(|entry| entry.starts_with("changed the settings"));
    assert_eq!(changes.count(), 2);
}

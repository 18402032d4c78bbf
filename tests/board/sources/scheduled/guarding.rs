//! What a source cannot do.

use std::time::Duration;

use super::{FEED, Site, add, board, feed, fields, last_run, next_run, posting, titles};
use crate::support::{TestApp, program};

/// What looking at the feed of `site` says at the field of the address.
async fn objection(app: &TestApp, site: &Site) -> String {
    let admin = app.admin().await;
    let fields = fields(&format!("{}{FEED}", site.url), "");
    let answer = admin.submit("/admin/sources", &fields).await;
    assert_eq!(answer.status, 422, "{}", answer.body);
    answer.message("address")
}

/// All jobs of a board, as it exports them.
fn export(app: &TestApp) -> String {
    let file = app.folder().join("all.ndjson");
    let exported = program(app.folder())
        .env("DATABASE_URL", &app.database.url)
        .env("DATA_DIR", app.folder())
        .arg("export")
        .arg(&file)
        .output()
        .unwrap();
    assert!(exported.status.success(), "{exported:?}");
    std::fs::read_to_string(file).unwrap()
}

#[actix_web::test]
async fn a_redirect_to_a_private_address_leads_nowhere() {
    let (site, inner) = (Site::start(), Site::start());
    inner.serve(FEED, feed(&["Secret"]));
    let app = board(&site);
    let admin = app.admin().await;
    for target in [
        format!("{}{FEED}", inner.url),
        format!("{}{FEED}", inner.url).replace("http://", "https://"),
        "https://169.254.169.254/latest/meta-data".to_owned(),
        "https://localhost/jobs".to_owned(),
        "file:///etc/passwd".to_owned(),
    ] {
        site.reply(FEED, 302, &[("location", &target)], "");
        let answer = admin
            .submit(
                "/admin/sources",
                &fields(&format!("{}{FEED}", site.url), ""),
            )
            .await;
        assert_eq!(answer.status, 422, "{target}");
        assert!(inner.asked().is_empty(), "{target}");
        assert!(!answer.body.contains("Secret"));
    }
    site.reply("/moved", 301, &[("location", FEED)], "");
    site.serve(FEED, feed(&["Cook"]));
    site.asked();
    add(&app, &admin, &format!("{}/moved", site.url), "").await;
    // An address may hold a secret.
    assert!(site.asked().iter().all(|asked| asked.referer.is_none()));
    assert_eq!(titles(&app).await, ["Cook"]);
}

#[actix_web::test]
async fn redirects_in_a_circle_end() {
    let site = Site::start();
    site.reply(FEED, 302, &[("location", FEED)], "");
    let app = board(&site);
    assert_eq!(
        objection(&app, &site).await,
        "It redirects too often, or to an address that is not public."
    );
    assert!(site.asked().len() <= 7);
}

#[actix_web::test]
async fn a_source_that_never_ends_is_left() {
    let site = Site::start();
    site.hang(FEED);
    let url = site.url.parse().unwrap();
    let app = TestApp::start_changed(|config| {
        config.sources_at = Some(url);
        config.source_patience = Duration::from_millis(100);
    });
    assert_eq!(objection(&app, &site).await, "It took too long to answer.");
}

#[actix_web::test]
async fn a_source_larger_than_a_source_may_be_is_refused() {
    let site = Site::start();
    site.serve(FEED, vec![b' '; 33 * 1024 * 1024]);
    let app = board(&site);
    assert_eq!(objection(&app, &site).await, "It is larger than 32 MB.");
}

#[actix_web::test]
async fn a_source_cannot_change_jobs_that_are_not_its_own() {
    let site = Site::start();
    let app = board(&site);
    let admin = app.admin().await;
    let employer = app.member("Ada").await;
    let own = employer.publish("Analyst").await;
    let exported = export(&app);
    let forged = exported.replace("Analyst", "Hijacked");
    site.serve("/forged.json", forged);
    site.serve(FEED, feed(&["Cook"]));
    add(&app, &admin, &format!("{}{FEED}", site.url), "").await;
    add(&app, &admin, &format!("{}/forged.json", site.url), "").await;
    let page = app.browser().get(&own).await;
    assert_eq!(page.status, 200);
    assert_eq!(page.text("h1"), "Analyst");

    // Nor those of another source, whose identifiers it states.
    site.serve(
        "/copy.json",
        format!("[{}]", posting("Cook", "Hijacked cook")),
    );
    let copy = add(&app, &admin, &format!("{}/copy.json", site.url), "").await;
    assert!(titles(&app).await.contains(&"Cook".to_owned()));
    let (_, changes) = last_run(&admin, &copy).await;
    assert!(
        changes.contains("Already here from another source or import (1)"),
        "{changes}"
    );
}

#[actix_web::test]
async fn drafts_of_another_board_are_not_published() {
    let site = Site::start();
    let other = TestApp::start();
    let member = other.member("Ada").await;
    member.publish("Analyst").await;
    member.draft("Secret plan").await;
    let exported = export(&other);
    site.serve(FEED, exported);
    let app = board(&site);
    let admin = app.admin().await;
    let source = add(&app, &admin, &format!("{}{FEED}", site.url), "").await;
    assert_eq!(titles(&app).await, ["Analyst"]);
    let (_, changes) = last_run(&admin, &source).await;
    assert!(changes.contains("Not published there (1)"), "{changes}");
    next_run(&app).await;
    assert_eq!(titles(&app).await, ["Analyst"]);
}

#[actix_web::test]
async fn a_board_in_a_private_network_is_asked_where_that_is_allowed() {
    let site = Site::start();
    site.serve(FEED, feed(&["Cook"]));
    let address = format!("{}{FEED}", site.url);
    let app = TestApp::start_with(&[("ALLOW_PRIVATE_SOURCES", "yes")]);
    let admin = app.admin().await;
    add(&app, &admin, &address, "").await;
    assert_eq!(titles(&app).await, ["Cook"]);
}

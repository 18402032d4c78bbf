//! What a new board still needs.

use super::save;
use crate::support::TestApp;

const OPEN: [&str; 4] = ["To do"; 4];

#[actix_web::test]
async fn the_first_administrator_lands_on_what_a_new_board_still_needs() {
    let app = TestApp::start();
    let root = app.browser();
    let answer = root.submit("/setup", &app.first_admin("Root")).await;
    let page = root.follow(&answer).await;
    assert_eq!(page.text("h1"), "Setup checklist");
    assert_eq!(page.texts(".checklist .state"), OPEN);
    let links = page.attributes(".checklist a", "href");
    assert_eq!(links, ["/admin/settings", "/jobs/new"]);

    save(&root, &[], b"").await;
    root.draft("Rust developer").await;
    let page = root.get("/admin/welcome").await;
    let states = page.texts(".checklist .state");
    assert_eq!(states, ["Done", "Done", "To do", "To do"]);
    let settings = root.get("/admin/settings").await;
    let links = settings.attributes(".admin-page a", "href");
    assert_eq!(links, ["/admin/welcome", "/admin/search-words"]);
}

#[actix_web::test]
async fn what_the_environment_sets_is_done() {
    let app = TestApp::start_with(&[
        ("SMTP_URL", "smtps://mail.example.org"),
        ("SITE_NAME", "Rust Jobs"),
        ("BRAND_COLOR", "7a1fa2"),
    ]);
    let root = app.admin().await;
    let page = root.get("/admin/welcome").await;
    let states = page.texts(".checklist .state");
    assert_eq!(states, ["Done", "To do", "Done", "To do"]);
    assert_eq!(page.text("header .name"), "Rust Jobs");
    let public = TestApp::start_with(&[
        ("BASE_URL", "https://jobs.example.org"),
        ("JWT_KEYS", "k1:hJ4vZq0TtB8nWmXr2YcLs6KpFd9GeUa3"),
    ]);
    assert!(public.board.config.is_public());
    assert!(!app.board.config.is_public());
}

//! The first administrator.

use crate::support::{TestApp, account};

#[actix_web::test]
async fn a_new_board_says_how_to_make_the_first_administrator_and_does_it_once() {
    let app = TestApp::start();
    let browser = app.browser();
    let home = browser.get("/").await;
    assert!(home.text(".empty").contains("has no administrator yet"));
    assert!(home.text(".empty code").contains("jobboard admin create"));
    let link = format!("/setup?code={}", app.setup_code());
    let page = browser.get(&link).await;
    assert_eq!(page.value("code"), app.setup_code());
    assert_eq!(
        page.attribute("[name=code]", "type").as_deref(),
        Some("hidden")
    );

    let answer = browser.submit("/setup", &app.first_admin("Root")).await;
    assert_eq!(answer.status, 303);
    let dashboard = browser.follow(&answer).await;
    assert!(
        dashboard
            .text(".notice")
            .starts_with("Your board is ready.")
    );
    assert_eq!(browser.get("/admin/jobs").await.status, 200);

    assert_eq!(app.browser().get(&link).await.status, 404);
    let late = app.first_admin("Eve");
    assert_eq!(app.browser().submit("/setup", &late).await.status, 404);
}

#[actix_web::test]
async fn it_takes_the_code_from_this_machine_too() {
    let app = TestApp::start();
    let browser = app.browser();
    assert!(browser.get("/setup").await.has("#code"));
    assert!(browser.get("/setup?code=guessed").await.has("#code"));
    let refused = browser.submit("/setup", &account("Eve")).await;
    assert_eq!(refused.status, 422);
    assert!(
        refused
            .message("code")
            .starts_with("That code does not match")
    );
}

#[actix_web::test]
async fn the_code_is_the_same_on_every_replica_and_after_a_restart() {
    let app = TestApp::start();
    let replica = app.replica(app.board.config.clone());
    let code = app.setup_code();
    assert_eq!(replica.setup_code(), code);
    assert!(code.len() >= 20, "{code}");
    let elsewhere = TestApp::start();
    assert_ne!(elsewhere.setup_code(), code);
    let answer = replica
        .browser()
        .submit("/setup", &app.first_admin("Root"))
        .await;
    assert_eq!(answer.status, 303);
}

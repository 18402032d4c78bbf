//! The first administrator.

use reqwest::Method;

use crate::support::{Answer, TestApp, account};

#[actix_web::test]
async fn a_new_board_says_how_to_make_the_first_administrator_and_does_it_once() {
    let app = TestApp::start();
    let browser = app.browser();
    let home = browser.get("/").await;
    assert!(home.text(".empty").contains("has no administrator yet"));
    assert!(home.text(".empty code").contains("jobboard admin create"));
    assert!(!browser.get("/setup").await.has("#code"));

    let answer = browser.submit("/setup", &account("Root")).await;
    assert_eq!(answer.status, 303);
    let dashboard = browser.follow(&answer).await;
    assert!(dashboard.text(".notice").starts_with("The board is yours."));
    assert_eq!(browser.get("/admin/jobs").await.status, 200);

    assert_eq!(app.browser().get("/setup").await.status, 404);
    assert_eq!(
        app.browser().submit("/setup", &account("Eve")).await.status,
        404
    );
}

#[actix_web::test]
async fn from_elsewhere_it_takes_the_code_in_the_log() {
    let app = TestApp::start();
    let forwarded = |method, path: &str| {
        app.browser()
            .request(method, path)
            .header("x-forwarded-for", "203.0.113.9")
    };
    assert!(
        Answer::of(forwarded(Method::GET, "/setup"))
            .await
            .has("#code")
    );
    let refused = Answer::of(forwarded(Method::POST, "/setup").form(&account("Eve"))).await;
    assert_eq!(refused.status, 422);
    assert!(refused.message("code").starts_with("This is not the code"));

    let mut fields = account("Root").to_vec();
    fields.push(("code", app.board.setup_code.as_str().to_owned()));
    let answer = Answer::of(forwarded(Method::POST, "/setup").form(&fields)).await;
    assert_eq!(answer.status, 303);
}

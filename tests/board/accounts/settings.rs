//! Looking after one's account.

use crate::support::{Browser, PASSWORD, TestApp};

async fn sign_in(app: &TestApp, password: &str) -> (Browser, u16) {
    let browser = app.browser();
    let fields = [("email", "alice@example.org"), ("password", password)];
    let status = browser.submit("/login", &fields).await.status;
    (browser, status)
}

#[actix_web::test]
async fn a_name_can_be_changed() {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    let answer = alice.submit("/account/name", &[("name", "Ada")]).await;
    assert_eq!(alice.follow(&answer).await.value("name"), "Ada");
    let refused = alice.submit("/account/name", &[("name", "")]).await;
    assert_eq!(
        (refused.status, refused.message("name").as_str()),
        (422, "Enter your name.")
    );
}

#[actix_web::test]
async fn a_new_password_needs_the_current_one_and_ends_every_other_session() {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    let (elsewhere, _) = sign_in(&app, PASSWORD).await;
    let wrong = [("current_password", "not this one"), ("password", "short")];
    let refused = alice.submit("/account/password", &wrong).await;
    assert_eq!(refused.status, 422);
    assert_eq!(
        refused.message("current_password"),
        "That password is not correct."
    );
    assert_eq!(refused.message("password"), "Enter at least 8 characters.");
    assert_eq!(elsewhere.get("/dashboard").await.status, 200);

    let right = [
        ("current_password", PASSWORD),
        ("password", "another horse battery"),
    ];
    let answer = alice.submit("/account/password", &right).await;
    assert!(
        alice
            .follow(&answer)
            .await
            .text(".notice")
            .starts_with("Password changed.")
    );
    assert_eq!(elsewhere.get("/dashboard").await.status, 303);
    assert_eq!(sign_in(&app, PASSWORD).await.1, 422);
    assert_eq!(sign_in(&app, "another horse battery").await.1, 303);
}

#[actix_web::test]
async fn sessions_are_listed_and_can_be_ended() {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    let (second, _) = sign_in(&app, PASSWORD).await;
    let (third, _) = sign_in(&app, PASSWORD).await;
    let page = alice.get("/account").await;
    assert_eq!(page.texts(".rows li").len(), 3);
    assert_eq!(page.texts(".rows .status"), ["This device"]);

    let end = second
        .get("/account")
        .await
        .attribute(".rows form", "action")
        .unwrap();
    let stranger = app.member("Charlie").await;
    assert_eq!(stranger.press(&end).await.status, 404);
    assert_eq!(alice.get("/account").await.texts(".rows li").len(), 3);
    assert_eq!(second.press(&end).await.status, 303);
    assert_eq!(second.get("/account").await.texts(".rows li").len(), 2);

    let last = sign_in(&app, PASSWORD).await.0;
    last.press("/account/sessions/delete").await;
    for ended in [&alice, &second, &third] {
        assert_eq!(ended.get("/dashboard").await.status, 303);
    }
    assert_eq!(last.get("/dashboard").await.status, 200);
}

#[actix_web::test]
async fn everything_the_board_keeps_about_somebody_can_be_downloaded() {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    alice.draft("A secret plan").await;
    let token = [
        ("name", "Website"),
        ("scope", "read"),
        ("current_password", PASSWORD),
    ];
    let token = alice
        .submit("/account/tokens", &token)
        .await
        .text(".secret");
    let hook = [
        ("url", "https://hooks.example/jobs"),
        ("current_password", PASSWORD),
    ];
    let secret = alice
        .submit("/account/webhooks", &hook)
        .await
        .text(".secret");
    app.member("Bob").await.publish("Not hers").await;
    let file = alice.get("/account/data").await;
    assert!(file.header("content-disposition").starts_with("attachment"));
    let data: serde_json::Value = serde_json::from_str(&file.body).unwrap();
    assert_eq!(data["email"], "alice@example.org");
    assert_eq!(data["sessions"].as_array().unwrap().len(), 1);
    assert_eq!(data["jobs"][0]["title"], "A secret plan");
    assert_eq!(data["jobs"].as_array().unwrap().len(), 1);
    assert_eq!(data["api_tokens"][0]["name"], "Website");
    assert_eq!(data["webhooks"][0]["url"], "https://hooks.example/jobs");
    for hidden in ["$2b$", &token, &secret] {
        assert!(!file.body.contains(hidden), "nothing that lets somebody in");
    }
}

#[actix_web::test]
async fn an_account_is_deleted_with_its_jobs_after_the_password() {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    let path = alice.publish("Rust developer").await;
    assert!(
        alice
            .get("/account/removal")
            .await
            .text("main")
            .contains("your job will be permanently deleted")
    );
    let refused = alice
        .submit("/account/removal", &[("current_password", "wrong")])
        .await;
    assert_eq!(refused.status, 422);
    assert_eq!(
        refused.message("current_password"),
        "That password is not correct."
    );
    let answer = alice
        .submit("/account/removal", &[("current_password", PASSWORD)])
        .await;
    assert_eq!(answer.status, 303);
    assert_eq!(app.browser().get(&path).await.status, 410);
    assert_eq!(alice.get("/dashboard").await.status, 303);
    assert_eq!(sign_in(&app, PASSWORD).await.1, 422);
}

#[actix_web::test]
async fn the_only_administrator_cannot_leave() {
    let app = TestApp::start();
    let admin = app.admin().await;
    assert!(
        admin
            .get("/account/removal")
            .await
            .body
            .contains("You are the only administrator.")
    );
    let answer = admin
        .submit("/account/removal", &[("current_password", PASSWORD)])
        .await;
    assert_eq!(answer.status, 409);
    assert_eq!(admin.get("/admin/jobs").await.status, 200);
}

//! Signing in for programs: `/login/token`, and tokens made on the account page.

use reqwest::Method;
use serde_json::{Value, json};

use crate::support::{Answer, Browser, PASSWORD, TestApp};

async fn with_token(app: &TestApp, method: Method, path: &str, token: &str) -> Answer {
    let request = app.browser().request(method, path).bearer_auth(token);
    Answer::of(request.json(&json!({"title": "Engineer"}))).await
}

/// Makes a token and reads it off the page.
async fn make(browser: &Browser, name: &str, scope: &str) -> String {
    let answer = browser
        .submit(
            "/account/tokens",
            &[
                ("name", name),
                ("scope", scope),
                ("current_password", PASSWORD),
            ],
        )
        .await;
    assert_eq!(answer.status, 200, "{}", answer.body);
    assert_eq!(answer.header("cache-control"), "no-store");
    answer.text(".secret")
}

#[actix_web::test]
async fn a_token_is_shown_once_may_what_it_says_and_is_revoked() {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    let reading = make(&alice, "Statistics", "read").await;
    let writing = make(&alice, "Website", "write").await;
    assert!(reading.starts_with("jobboard_") && reading.len() > 50);
    let page = alice.get("/account/tokens").await;
    assert!(!page.body.contains(&reading));
    assert_eq!(page.texts(".rows .what").len(), 2);

    for token in [&reading, &writing] {
        assert_eq!(
            with_token(&app, Method::GET, "/api/v1/me", token)
                .await
                .status,
            200
        );
        assert_eq!(
            with_token(&app, Method::GET, "/account", token)
                .await
                .status,
            303,
            "pages take no token"
        );
    }
    let refused = with_token(&app, Method::POST, "/api/v1/jobs", &reading).await;
    assert_eq!(refused.status, 403);
    assert!(
        refused
            .header("www-authenticate")
            .contains("insufficient_scope")
    );
    assert_eq!(
        with_token(&app, Method::POST, "/api/v1/jobs", &writing)
            .await
            .status,
        201
    );
    let used = alice.get("/account/tokens").await;
    assert!(
        used.texts(".rows .meta")
            .iter()
            .all(|row| row.ends_with("last used today"))
    );

    let revoke = used.attribute(".rows form", "action").unwrap();
    let bob = app.member("Bob").await;
    assert_eq!(bob.press(&revoke).await.status, 404);
    assert_eq!(alice.press(&revoke).await.status, 303);
    assert_eq!(
        with_token(&app, Method::GET, "/api/v1/me", &writing)
            .await
            .status,
        401
    );
    assert_eq!(
        with_token(&app, Method::GET, "/api/v1/me", &reading)
            .await
            .status,
        200
    );
    let altered = format!("{reading}x");
    assert_eq!(
        with_token(&app, Method::GET, "/api/v1/me", &altered)
            .await
            .status,
        401
    );
}

#[actix_web::test]
async fn a_token_ends_with_its_account_and_there_are_twenty_at_most() {
    let app = TestApp::start();
    let root = app.admin().await;
    let alice = app.member("Alice").await;
    let nameless = alice
        .submit(
            "/account/tokens",
            &[
                ("name", ""),
                ("scope", "admin"),
                ("current_password", PASSWORD),
            ],
        )
        .await;
    assert_eq!(nameless.status, 422);
    assert!(!nameless.message("name").is_empty() && !nameless.message("scope").is_empty());
    let mut token = String::new();
    for number in 0..20 {
        token = make(&alice, &format!("Number {number}"), "read").await;
    }
    let one_more = alice
        .submit(
            "/account/tokens",
            &[
                ("name", "More"),
                ("scope", "read"),
                ("current_password", PASSWORD),
            ],
        )
        .await;
    assert_eq!(one_more.status, 422);
    assert!(one_more.message("name").contains("Revoke one"));
    assert_eq!(
        root.press("/admin/accounts/2/disablement").await.status,
        303
    );
    assert_eq!(
        with_token(&app, Method::GET, "/api/v1/me", &token)
            .await
            .status,
        401
    );
}

#[actix_web::test]
async fn the_password_gives_a_token_and_the_cookie() {
    let app = TestApp::start();
    app.register("Alice").await;
    let browser = app.browser();
    let form = |password: &'static str| {
        [
            ("grant_type", "password"),
            ("username", "alice@example.org"),
            ("password", password),
        ]
    };
    let answer = browser.submit("/login/token", &form(PASSWORD)).await;
    let body: Value = serde_json::from_str(&answer.body).unwrap();
    assert_eq!(
        (answer.status, &body["token_type"]),
        (200, &"bearer".into())
    );
    assert_eq!(answer.header("cache-control"), "no-store");
    assert!(answer.header("set-cookie").contains("HttpOnly"));
    assert_eq!(
        browser.get("/dashboard").await.status,
        200,
        "the cookie is set"
    );
    let token = body["access_token"].as_str().unwrap();
    assert_eq!(
        with_token(&app, Method::GET, "/api/v1/me", token)
            .await
            .status,
        200
    );

    let wrong = app
        .browser()
        .submit("/login/token", &form("wrong horse"))
        .await;
    assert_eq!(
        (wrong.status, wrong.header("www-authenticate")),
        (401, "Bearer")
    );
    assert_eq!(wrong.header("content-type"), "application/problem+json");
    assert!(!wrong.headers.contains_key("set-cookie"));
    let empty = app.browser().submit::<&str>("/login/token", &[]).await;
    let problem: Value = serde_json::from_str(&empty.body).unwrap();
    assert_eq!(
        (empty.status, &problem["errors"][0]["parameter"]),
        (422, &"username".into())
    );
    let grant = [
        ("grant_type", "implicit"),
        ("username", "a@b.example"),
        ("password", "x"),
    ];
    assert_eq!(
        app.browser().submit("/login/token", &grant).await.status,
        422
    );
    let elsewhere = app
        .browser()
        .request(Method::POST, "/login/token")
        .header("sec-fetch-site", "cross-site");
    assert_eq!(
        Answer::of(elsewhere.form(&form(PASSWORD))).await.status,
        403
    );
}

//! Programs: the same guards, answered in kind.

use reqwest::Method;
use serde_json::Value;

use crate::support::{Answer, PASSWORD, TestApp};

async fn with_bearer(app: &TestApp, path: &str, authorization: &str) -> Answer {
    let request = app
        .browser()
        .request(Method::GET, path)
        .header("authorization", authorization);
    Answer::of(request).await
}

async fn token(app: &TestApp) -> String {
    let answer = app.sign_in("Alice", PASSWORD).await.1;
    let cookie = answer.header("set-cookie");
    let cookie = answer
        .headers
        .get_all("set-cookie")
        .iter()
        .map(|value| value.to_str().unwrap())
        .find(|value| value.starts_with("access_token="))
        .unwrap_or(cookie);
    let value = cookie.strip_prefix("access_token=").unwrap();
    value.split(';').next().unwrap().to_owned()
}

#[actix_web::test]
async fn an_api_path_without_a_token_is_a_401_in_json() {
    let app = TestApp::start();
    let answer = app.browser().get("/api/v1/me").await;
    assert_eq!(answer.status, 401);
    assert_eq!(answer.header("www-authenticate"), "Bearer");
    assert_eq!(answer.header("content-type"), "application/problem+json");
    let problem: Value = serde_json::from_str(&answer.body).unwrap();
    assert_eq!(problem["status"], 401);
    assert_eq!(problem["request_id"], answer.header("x-request-id"));
    let missing = app.browser().get("/api/v1/nope").await;
    let problem: Value = serde_json::from_str(&missing.body).unwrap();
    assert_eq!(
        (missing.status, &problem["title"]),
        (404, &"Page not found".into())
    );
}

#[actix_web::test]
async fn a_bearer_token_counts_on_api_paths_only_and_ends_with_its_session() {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    let token = token(&app).await;
    let bearer = format!("Bearer {token}");
    let me = with_bearer(&app, "/api/v1/me", &bearer).await;
    assert_eq!(me.status, 200);
    let account: Value = serde_json::from_str(&me.body).unwrap();
    assert_eq!(account["email"], "alice@example.org");
    assert_eq!(me.header("cache-control"), "no-store");
    assert_eq!(with_bearer(&app, "/dashboard", &bearer).await.status, 303);
    assert_eq!(
        alice.get("/api/v1/me").await.status,
        200,
        "the cookie counts, too"
    );

    for wrong in [
        "Bearer",
        "Bearer x.y.z",
        "Basic YWxpY2U6eA==",
        &format!("Basic {token}"),
    ] {
        assert_eq!(
            with_bearer(&app, "/api/v1/me", wrong).await.status,
            401,
            "{wrong}"
        );
    }
    alice.press("/account/sessions/delete").await;
    assert_eq!(with_bearer(&app, "/api/v1/me", &bearer).await.status, 401);
}

#[actix_web::test]
async fn a_bearer_token_is_fresh_or_nothing() {
    let app = TestApp::start();
    app.member("Alice").await;
    let bearer = format!("Bearer {}", token(&app).await);
    app.board.clock.advance(chrono::Duration::minutes(50));
    let answer = with_bearer(&app, "/api/v1/me", &bearer).await;
    assert_eq!(answer.status, 200);
    assert!(
        answer.headers.get("set-cookie").is_none(),
        "a program gets no cookie"
    );
    app.board.clock.advance(chrono::Duration::minutes(12));
    assert_eq!(with_bearer(&app, "/api/v1/me", &bearer).await.status, 401);
}

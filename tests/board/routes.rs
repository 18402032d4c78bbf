//! The route table says who may call what; here each route is called as each kind of visitor.

use jobboard::routes::{Endpoint, Guard, table};
use reqwest::Method;

use crate::support::{Answer, Browser, TestApp, id_of};

async fn call(browser: &Browser, endpoint: &Endpoint, job: i64) -> Answer {
    let path = endpoint
        .path
        .replace("{job}", &job.to_string())
        .replace("{hash}/{path:.*}", "x/board.css");
    let method: Method = endpoint.method.as_str().parse().unwrap();
    let request = browser
        .request(method, &path)
        .header("content-type", "application/x-www-form-urlencoded");
    Answer::of(request).await
}

#[actix_web::test]
async fn every_route_keeps_out_whom_its_guard_says() {
    let app = TestApp::start();
    let admin = app.admin().await;
    let bob = app.member("Bob").await;
    let job = id_of(&app.member("Alice").await.publish("Rust developer").await);
    let anybody = app.browser();
    for endpoint in table() {
        let what = format!("{} {}", endpoint.method, endpoint.path);
        let stranger = call(&anybody, &endpoint, job).await;
        let redirected = stranger.status == 303 && stranger.location().starts_with("/login?next=");
        let asked = stranger.status == 401 && stranger.text("h1") == "Sign in";
        let sent_to_sign_in = redirected || asked;
        assert_eq!(
            sent_to_sign_in,
            endpoint.guard != Guard::Anyone,
            "{what} as nobody"
        );
        assert!(stranger.status < 500, "{what}");
        if endpoint.guard == Guard::Admin {
            assert_eq!(
                call(&bob, &endpoint, job).await.status,
                404,
                "{what} as a member"
            );
            assert_eq!(
                call(&admin, &endpoint, job).await.status,
                200,
                "{what} as an administrator"
            );
        }
    }
}

#[actix_web::test]
async fn reading_changes_nothing() {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    let path = alice.publish("Rust developer").await;
    let version = alice.get(&format!("{path}/edit")).await.value("version");
    for endpoint in table() {
        if endpoint.method == actix_web::http::Method::GET {
            call(&alice, &endpoint, id_of(&path)).await;
            let path = endpoint.path.replace("{job}", &id_of(&path).to_string());
            Answer::of(alice.request(Method::HEAD, &path)).await;
        }
    }
    assert_eq!(
        alice.get(&format!("{path}/edit")).await.value("version"),
        version
    );
    assert_eq!(alice.get("/dashboard").await.texts(".rows li").len(), 1);
}

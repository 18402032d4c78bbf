//! What a board answers while its search index is still being built.

use std::sync::Arc;

use reqwest::Method;
use serde_json::Value;

use crate::support::{Answer, Browser, HeldIndex, PASSWORD, TestApp, TestDatabase};

/// A board with one job, whose index is held back.
async fn held() -> (TestApp, HeldIndex) {
    let app = TestApp::start();
    app.member("Alice").await.publish("Weaver").await;
    let database: Arc<TestDatabase> = app.database.clone();
    drop(app);
    let held = HeldIndex::of(&database);
    let app = TestApp::on_held(database, &[("METRICS_BIND", "127.0.0.1:0")]);
    (app, held)
}

fn assert_comes_again(answer: &Answer) {
    assert_eq!(answer.status, 503, "{}", answer.body);
    assert_eq!(answer.header("retry-after"), "5");
    assert_eq!(answer.header("cache-control"), "no-store");
}

#[actix_web::test]
async fn while_the_index_is_built_lists_are_shown_and_searches_say_when_to_come_again() {
    let (app, held) = held().await;
    let visitor = app.browser();
    for path in ["/", "/jobs", "/readyz", "/livez", "/sitemap.xml"] {
        assert_eq!(visitor.get(path).await.status, 200, "{path}");
    }
    assert_eq!(visitor.get("/jobs").await.texts(".card h2"), ["Weaver"]);
    for path in ["/jobs?q=weaver", "/remote", "/companies/analytical-engines"] {
        let refused = visitor.get(path).await;
        assert_comes_again(&refused);
        assert_eq!(refused.text("h1"), "Search is being prepared", "{path}");
        assert!(refused.has(".empty a[href='/jobs']"), "{path}");
        assert!(refused.has("main a[href='/jobs']"), "{path}");
    }
    let head = Answer::of(visitor.request(Method::HEAD, "/jobs?q=weaver")).await;
    assert_comes_again(&head);
    let (alice, _) = app.sign_in("Alice", PASSWORD).await;
    let refused = alice.get("/jobs?q=weaver").await;
    assert_comes_again(&refused);
    assert!(
        refused.has("header a[href='/dashboard']"),
        "she is signed in"
    );

    held.release();
    app.wait_for_index();
    for browser in [&visitor, &alice] {
        let found = browser.get("/jobs?q=weaver").await;
        assert_eq!(found.texts(".card h2"), ["Weaver"]);
    }
}

#[actix_web::test]
async fn while_the_index_is_built_programs_are_told_when_to_come_again() {
    let (app, held) = held().await;
    let visitor = app.browser();
    // Every answer of the API has the numbers beside the filters.
    for path in ["/api/v1/jobs", "/api/v1/jobs?q=weaver"] {
        let refused = visitor.get(path).await;
        assert_comes_again(&refused);
        assert_eq!(refused.header("content-type"), "application/problem+json");
        let problem: Value = serde_json::from_str(&refused.body).unwrap();
        assert_eq!(problem["status"], 503);
        let told = problem["detail"].as_str().unwrap();
        assert!(told.starts_with("Search is being prepared"), "{told}");
    }
    let all = visitor.get("/jobs.atom").await;
    assert!(
        all.status == 200 && all.body.contains("Weaver"),
        "{}",
        all.body
    );
    for path in ["/jobs.atom?q=weaver", "/companies/analytical-engines.rss"] {
        assert_comes_again(&visitor.get(path).await);
    }

    held.release();
    app.wait_for_index();
    let found = visitor.get("/jobs.atom?q=weaver").await;
    assert!(found.body.contains("Weaver"), "{}", found.body);
    let found = visitor.get("/api/v1/jobs?q=weaver").await;
    assert!(found.body.contains("Weaver"), "{}", found.body);
}

#[actix_web::test]
async fn the_numbers_tell_how_far_the_index_is() {
    let (app, held) = held().await;
    let scraper = Browser::to(&app.metrics_url());
    let number = async |name: &str| -> i64 {
        let answer = scraper.get("/metrics").await;
        let mut lines = answer.body.lines();
        let found = lines.find_map(|line| line.strip_prefix(name)?.strip_prefix(' '));
        found.unwrap().parse().unwrap()
    };
    assert_eq!(number("jobboard_search_index_complete").await, 0);
    assert_eq!(number("jobboard_search_index_jobs").await, 0);
    assert!(number("jobboard_search_index_behind").await > 0);

    held.release();
    app.wait_for_index();
    app.member("Bob").await.publish("Potter").await;
    app.catch_up().await;
    assert_eq!(number("jobboard_search_index_complete").await, 1);
    assert_eq!(number("jobboard_search_index_jobs").await, 2);
    assert_eq!(number("jobboard_search_index_behind").await, 0);
}
